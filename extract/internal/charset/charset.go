// Package charset finds out how a file writes its characters and reads it as such.
//
// Japanese files come as UTF-8, Shift_JIS (with the extensions of Windows), EUC-JP, ISO-2022-JP or UTF-16, and what they
// declare is sometimes wrong: a page converted to UTF-8 keeps its old <meta>. So a declaration is believed only if the
// bytes bear it out; after it come the encodings that can be told for certain (byte order mark, escape sequences,
// well-formed UTF-8), and Shift_JIS and EUC-JP last, which are told apart by how Japanese the outcome reads.
// The detector of x/net/html/charset alone was rejected: without a declaration it answers windows-1252 for all of them.
package charset

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	encunicode "golang.org/x/text/encoding/unicode"
)

// Text is a decoded file.
type Text struct {
	S    string
	Name string // WHATWG name of the encoding: utf-8, shift_jis, euc-jp, iso-2022-jp, utf-16le ...
	Lost int    // characters that could not be decoded; each stands as U+FFFD in S
}

// maxLost is the share of undecodable characters, per mille, up to which a file is damaged rather than in another encoding.
const maxLost = 5

// Decode reads data. declared is what the file says about itself, "" if nothing. It reports false for data that is no
// text in any known encoding.
func Decode(data []byte, declared string) (Text, bool) {
	for _, c := range candidates(data, declared) {
		if t, ok := decode(data, c.name, c.enc); ok && (!c.guess || plausible(t.S)) {
			return t, true
		}
	}
	return Text{}, false
}

type candidate struct {
	name  string
	enc   encoding.Encoding
	guess bool // nothing in the bytes proves it: the outcome must read like a text
}

var (
	utf8Candidate = candidate{name: "utf-8", enc: encunicode.UTF8}
	boms          = []struct {
		mark []byte
		candidate
	}{
		{[]byte("\xEF\xBB\xBF"), utf8Candidate},
		{[]byte("\xFF\xFE"), candidate{name: "utf-16le", enc: encunicode.UTF16(encunicode.LittleEndian, encunicode.ExpectBOM)}},
		{[]byte("\xFE\xFF"), candidate{name: "utf-16be", enc: encunicode.UTF16(encunicode.BigEndian, encunicode.ExpectBOM)}},
	}
)

// candidates lists encodings to try, the most certain first.
func candidates(data []byte, declared string) []candidate {
	for _, b := range boms {
		if bytes.HasPrefix(data, b.mark) {
			return []candidate{b.candidate}
		}
	}
	var out []candidate
	if bytes.IndexByte(data, 0) >= 0 {
		return utf16Candidates(data)
	}
	if hasEscapes(data) {
		out = append(out, candidate{name: "iso-2022-jp", enc: japanese.ISO2022JP})
	}
	if enc, name := charset.Lookup(declared); enc != nil && name != "utf-8" && name != "windows-1252" && !wellFormed(data) {
		out = append(out, candidate{name: name, enc: enc})
	}
	if wellFormed(data) {
		return append(out, utf8Candidate)
	}
	byteCandidates := []candidate{{name: "shift_jis", enc: japanese.ShiftJIS}, {name: "euc-jp", enc: japanese.EUCJP}}
	if sjis, euc := score(data, japanese.ShiftJIS), score(data, japanese.EUCJP); euc > sjis {
		byteCandidates[0], byteCandidates[1] = byteCandidates[1], byteCandidates[0]
	}
	if mostlyUTF8(data) {
		out = append(out, utf8Candidate)
	}
	return append(append(out, byteCandidates...), utf8Candidate)
}

// hasEscapes: ISO-2022-JP switches to its kanji sets by escape sequences in seven-bit text.
func hasEscapes(data []byte) bool {
	for _, esc := range []string{"\x1b$B", "\x1b$@", "\x1b(J", "\x1b(I"} {
		if bytes.Contains(data, []byte(esc)) {
			return bytes.IndexFunc(data, func(r rune) bool { return r > 0x7E }) < 0
		}
	}
	return false
}

// wellFormed is UTF-8 without a fault; the last character may be cut off.
func wellFormed(data []byte) bool {
	for i := 0; i <= utf8.UTFMax-1 && i <= len(data); i++ {
		cut := data[:len(data)-i]
		if utf8.Valid(cut) {
			return i == 0 || !utf8.FullRune(data[len(data)-i:])
		}
	}
	return false
}

// mostlyUTF8: multi-byte sequences that are well formed outnumber faults by far. Text in another encoding fails at
// almost every character.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good > 20*bad
}

func utf16Candidates(data []byte) []candidate {
	even, odd := 0, 0
	for i, b := range data {
		if b == 0 && i%2 == 0 {
			even++
		} else if b == 0 {
			odd++
		}
	}
	le := candidate{name: "utf-16le", enc: encunicode.UTF16(encunicode.LittleEndian, encunicode.IgnoreBOM), guess: true}
	be := candidate{name: "utf-16be", enc: encunicode.UTF16(encunicode.BigEndian, encunicode.IgnoreBOM), guess: true}
	if even > odd {
		return []candidate{be, le}
	}
	return []candidate{le, be}
}

func decode(data []byte, name string, enc encoding.Encoding) (Text, bool) {
	raw, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return Text{}, false
	}
	s := strings.TrimPrefix(strings.ToValidUTF8(string(raw), "\uFFFD"), "\uFEFF")
	lost, bad, all := 0, 0, 0
	for _, r := range s {
		all++
		switch {
		case r == utf8.RuneError:
			lost++
		case r == 0 || r < 0x20 && !strings.ContainsRune("\t\n\v\f\r\x1b\x1a", r) || r == 0x7F:
			bad++
		}
	}
	limit := max(1, all*maxLost/1000)
	return Text{S: s, Name: name, Lost: lost}, lost <= limit && bad <= all/1000
}

// plausible: nine of ten characters are such as a Japanese or an English text has.
func plausible(s string) bool {
	good, all := 0, 0
	for _, r := range s {
		all++
		if r >= 0x20 && r < 0x7F || r == '\n' || r == '\r' || r == '\t' || r >= 0x2000 && r <= 0x30FF || r >= 0x4E00 && r <= 0x9FFF || r >= 0xFF00 && r <= 0xFFEF {
			good++
		}
	}
	return good*10 >= all*9
}

// score says how Japanese data reads in enc: common characters count for it, rare ones and faults against it.
func score(data []byte, enc encoding.Encoding) int {
	raw, err := enc.NewDecoder().Bytes(data[:min(len(data), 1<<16)])
	if err != nil {
		return -1 << 30
	}
	total := 0
	for _, r := range string(raw) {
		switch {
		case r == utf8.RuneError:
			total -= 40
		case r < 0x80:
		case r >= 0x3040 && r <= 0x30FF || strings.ContainsRune("、。（）「」・ー　第条項号", r):
			total += 3 // かな, 句読点, 括弧: half of all running text
		case r >= 0xFF10 && r <= 0xFF19, r >= 0x4E00 && r <= 0x9FFF:
			total++
		case r >= 0xFF61 && r <= 0xFF9F: // half-width katakana: what EUC-JP looks like in Shift_JIS
			total -= 3
		case unicode.Is(unicode.Co, r), r < 0xA0:
			total -= 20
		default:
			total--
		}
	}
	return total
}
