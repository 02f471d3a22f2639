package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// family is a group of predefined CMaps that differ in their name's ending only. The first that fits the name counts.
type family struct {
	match string // part of the CMap's name without its -H or -V
	latin uint32 // CID of the one-byte space
	codec func(latin uint32) codec
}

var families = []family{
	{"RKSJ", cidHalfLatin, legacy(japanese.ShiftJIS, rksjLength, 0)},
	{"EUC", cidHalfLatin, legacy(japanese.EUCJP, eucLength, 0)},
	{"UniJIS-UCS2-HW", cidHalfLatin, unicodeCodec(2)},
	{"UCS2", cidLatin, unicodeCodec(2)},
	{"UTF16", cidLatin, unicodeCodec(2)},
	{"UTF32", cidLatin, unicodeCodec(4)},
	{"UTF8", cidLatin, unicodeCodec(1)},
}

// proportional are the Shift_JIS CMaps whose Latin letters have widths of their own.
var proportional = map[string]bool{"90msp-RKSJ": true, "90pv-RKSJ": true, "83pv-RKSJ": true}

// exact are names that no part of them tells.
var exact = map[string]family{
	"":          {"", cidHalfLatin, legacy(japanese.EUCJP, twoLength, 0x8080)}, // H and V: JIS codes
	"Ext":       {"", cidHalfLatin, legacy(japanese.EUCJP, twoLength, 0x8080)},
	"Add":       {"", cidHalfLatin, legacy(japanese.EUCJP, twoLength, 0x8080)},
	"NWP":       {"", cidHalfLatin, legacy(japanese.EUCJP, twoLength, 0x8080)},
	"78":        {"", cidHalfLatin, legacy(japanese.EUCJP, twoLength, 0x8080)},
	"GBK-EUC":   {"", 0, legacy(simplifiedchinese.GBK, eastLength, 0)},
	"GBKp-EUC":  {"", 0, legacy(simplifiedchinese.GBK, eastLength, 0)},
	"GB-EUC":    {"", 0, legacy(simplifiedchinese.GBK, eastLength, 0)},
	"ETen-B5":   {"", 0, legacy(traditionalchinese.Big5, eastLength, 0)},
	"B5pc":      {"", 0, legacy(traditionalchinese.Big5, eastLength, 0)},
	"KSC-EUC":   {"", 0, legacy(korean.EUCKR, eastLength, 0)},
	"KSCms-UHC": {"", 0, legacy(korean.EUCKR, eastLength, 0)},
}

// predefined is the codec of a CMap known by name, nil if there is none. vertical is told by its ending.
func predefined(cmapName string) (c codec, vertical bool) {
	base, vertical := strings.CutSuffix(cmapName, "V")
	if !vertical {
		base = strings.TrimSuffix(base, "H")
	}
	base = strings.TrimSuffix(base, "-")
	if base == "Identity" {
		return identity{}, vertical
	}
	if f, ok := exact[base]; ok {
		return f.codec(f.latin), vertical
	}
	for _, f := range families {
		if strings.Contains(base, f.match) {
			if proportional[base] {
				f.latin = cidLatin
			}
			return f.codec(f.latin), vertical
		}
	}
	return nil, vertical
}

// legacyCodec is a multi-byte encoding of before Unicode.
type legacyCodec struct {
	decoder *encoding.Decoder
	length  func(lead byte) int
	offset  uint32 // added to a two-byte code before it is decoded
	latin   uint32
}

func legacy(e encoding.Encoding, length func(byte) int, offset uint32) func(uint32) codec {
	return func(latin uint32) codec { return &legacyCodec{e.NewDecoder(), length, offset, latin} }
}

// How many bytes a code has, by its first.
func rksjLength(c byte) int {
	if 0x81 <= c && c <= 0x9f || 0xe0 <= c && c <= 0xfc {
		return 2
	}
	return 1
}
func eucLength(c byte) int {
	if c == 0x8e || c >= 0xa1 {
		return 2
	}
	return 1
}
func eastLength(c byte) int {
	if c >= 0x81 && c < 0xff {
		return 2
	}
	return 1
}
func twoLength(byte) int { return 2 }

func (c *legacyCodec) next(s []byte) (uint32, int) {
	n := min(c.length(s[0]), len(s))
	return number32(s[:n]), n
}

func (c *legacyCodec) text(code uint32, n int) (string, bool) {
	r, ok := c.rune(code, n)
	return string(r), ok
}

func (c *legacyCodec) rune(code uint32, n int) (rune, bool) {
	if n == 2 {
		return decodeTwo(c.decoder, code+c.offset)
	}
	switch {
	case code == 0x5c && c.latin != 0: // JIS X 0201
		return '¥', true
	case code == 0xa0:
		return ' ', true
	case code == 0x80:
		return '\\', true
	}
	out, err := c.decoder.Bytes([]byte{byte(code)})
	r, _ := utf8.DecodeRune(out)
	return r, err == nil && r != utf8.RuneError
}

func (c *legacyCodec) cid(code uint32, n int) uint32 {
	if n == 1 && ' ' <= code && code <= '~' {
		return c.latin + code - ' '
	}
	r, _ := c.rune(code, n)
	return japan1CID(r, c.latin)
}

// japan1CID is the glyph of a character in Adobe-Japan1, 0 if it is not known here.
func japan1CID(r rune, latin uint32) uint32 {
	if ' ' <= r && r <= '~' && r != '\\' && latin == cidHalfLatin {
		return latin + uint32(r) - ' '
	}
	return japan1().cid[r]
}

// utfCodec is Unicode in units of 1, 2 or 4 bytes.
type utfCodec struct {
	unit  int
	latin uint32
}

func unicodeCodec(unit int) func(uint32) codec {
	return func(latin uint32) codec { return utfCodec{unit, latin} }
}

func (c utfCodec) next(s []byte) (uint32, int) {
	n := min(c.unit, len(s))
	if c.unit == 1 {
		_, n = utf8.DecodeRune(s)
	}
	if c.unit == 2 && len(s) >= 4 && s[0]&0xfc == 0xd8 && s[2]&0xfc == 0xdc { // surrogates
		n = 4
	}
	return number32(s[:n]), n
}

func (c utfCodec) rune(code uint32, n int) rune {
	switch {
	case c.unit == 2 && n == 4:
		return utf16.DecodeRune(rune(code>>16), rune(code&0xffff))
	case c.unit == 1:
		b := []byte{byte(code >> 24), byte(code >> 16), byte(code >> 8), byte(code)}
		r, _ := utf8.DecodeRune(b[4-n:])
		return r
	}
	return rune(code)
}

func (c utfCodec) text(code uint32, n int) (string, bool) {
	r := c.rune(code, n)
	return string(r), utf8.ValidRune(r) && r != utf8.RuneError
}

func (c utfCodec) cid(code uint32, n int) uint32 { return japan1CID(c.rune(code, n), c.latin) }
