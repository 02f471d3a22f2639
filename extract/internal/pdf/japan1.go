package pdf

import (
	"sync"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
)

// Adobe-Japan1: the numbering of Japanese glyphs behind the predefined CMaps and behind fonts that are not embedded.
//
// Adobe numbered the characters of JIS X 0208 in the standard's own order, with few exceptions, and x/text knows the
// standard. So the part of the collection that rules are written in is computed from the ranges below instead of being
// read from Adobe's files. Glyph variants beyond them (JIS78 forms, rotated and proportional forms) are unknown here
// and are reported as unmapped. Source: Adobe Technical Note 5078; the CMaps H, V, 90ms-RKSJ-H.

// cidRun maps count codes of one row, starting at code, to CIDs starting at cid.
type cidRun struct{ code, count, cid uint32 }

// jisRuns are by JIS X 0208 code. Rows 0x30 to 0x73 (kanji) follow by rule: see japan1Table.
var jisRuns = []cidRun{
	{0x2121, 94, 633}, {0x2221, 14, 727}, {0x223a, 8, 741}, {0x224a, 7, 749}, {0x225c, 15, 756}, {0x2272, 8, 771}, {0x227e, 1, 779},
	{0x2330, 10, 780}, {0x2341, 26, 790}, {0x2361, 26, 816}, // ０-９ Ａ-Ｚ ａ-ｚ
	{0x2421, 83, 842}, {0x2521, 86, 925}, // hiragana, katakana
	{0x2621, 24, 1011}, {0x2641, 24, 1035}, {0x2721, 33, 1059}, {0x2751, 33, 1092}, // Greek, Cyrillic
	{0x2821, 1, 7479}, {0x2822, 1, 7481}, {0x2823, 1, 7491}, {0x2824, 1, 7495}, {0x2825, 1, 7503}, {0x2826, 1, 7499}, // rules ─│┌┐┘└
	{0x4f21, 51, 4039}, {0x7421, 4, 7474}, {0x7425, 2, 8284},
}

// sjisRuns are NEC's and IBM's additions, by Windows' Shift_JIS code: ①, Ⅰ, ㈱, 髙, 﨑 and others.
var sjisRuns = []cidRun{
	{0x8740, 30, 7555}, {0x875f, 2, 7585}, {0x8761, 1, 8038}, {0x8762, 1, 7588}, {0x8763, 1, 8040}, {0x8764, 1, 7590},
	{0x8765, 1, 8042}, {0x8766, 2, 7592}, {0x8768, 1, 8044}, {0x8769, 2, 7595}, {0x876b, 1, 8043}, {0x876c, 2, 7598},
	{0x876e, 1, 8047}, {0x876f, 7, 7601}, {0x877e, 1, 8323}, {0x8780, 4, 7608}, {0x8784, 1, 8055}, {0x8785, 11, 7613},
	{0xfa40, 10, 8092}, {0xfa5c, 35, 8359}, {0xfa80, 80, 8394}, {0xfad1, 44, 8474}, {0xfb40, 63, 8518}, {0xfb80, 125, 8581}, {0xfc40, 12, 8706},
}

// verticalRuns are the forms for vertical writing, by the JIS code of the ordinary character.
var verticalRuns = []cidRun{
	{0x2122, 2, 7887}, {0x2131, 2, 7889}, {0x213c, 3, 7891}, {0x2141, 5, 7894}, {0x214a, 18, 7899}, {0x2161, 1, 7917},
	{0x2421, 1, 7918}, {0x2423, 1, 7919}, {0x2425, 1, 7920}, {0x2427, 1, 7921}, {0x2429, 1, 7922}, {0x2443, 1, 7923},
	{0x2463, 1, 7924}, {0x2465, 1, 7925}, {0x2467, 1, 7926}, {0x246e, 1, 7927}, {0x2521, 1, 7928}, {0x2523, 1, 7929},
	{0x2525, 1, 7930}, {0x2527, 1, 7931}, {0x2529, 1, 7932}, {0x2543, 1, 7933}, {0x2563, 1, 7934}, {0x2565, 1, 7935},
	{0x2567, 1, 7936}, {0x256e, 1, 7937}, {0x2575, 2, 7938}, {0x2124, 1, 8268}, {0x2125, 1, 8274}, {0x2127, 1, 12101},
}

// CIDs of the one-byte characters: proportional and half-width Latin, half-width katakana.
const (
	cidLatin     = 1   // U+0020 to U+007E, proportional
	cidHalfLatin = 231 // the same, half an em wide
	cidHalfKana  = 326 // U+FF60 to U+FF9F; the first is a half-width space
	cidBackslash = 97
)

// japan1Tables maps both ways between CIDs and characters.
type japan1Tables struct {
	rune map[uint32]rune
	cid  map[rune]uint32
}

var japan1 = sync.OnceValue(func() japan1Tables {
	t := japan1Tables{map[uint32]rune{}, map[rune]uint32{}}
	eucJP, shiftJIS := japanese.EUCJP.NewDecoder(), japanese.ShiftJIS.NewDecoder()
	t.add(eucJP, 0x8080, jisRuns)
	for row := uint32(0x30); row < 0x4f; row++ { // level 1
		t.add(eucJP, 0x8080, []cidRun{{row<<8 | 0x21, 94, 1125 + (row-0x30)*94}})
	}
	for row := uint32(0x50); row < 0x74; row++ { // level 2
		t.add(eucJP, 0x8080, []cidRun{{row<<8 | 0x21, 94, 4090 + (row-0x50)*94}})
	}
	t.add(shiftJIS, 0, sjisRuns)
	t.add(eucJP, 0x8080, verticalRuns)
	for i := uint32(0); i < 0x5f; i++ {
		t.set(cidHalfLatin+i, rune(' '+i))
		t.set(cidLatin+i, rune(' '+i))
	}
	for i := uint32(1); i < 0x40; i++ {
		t.set(cidHalfKana+i, rune(0xff60+i))
	}
	t.rune[61], t.rune[291], t.rune[cidHalfKana] = '¥', '¥', ' '
	t.set(cidBackslash, '\\')
	t.set(100, '~')
	return t
})

// set records a pair; the first CID of a character stays the one it is looked up by, but for Latin, where the last does.
func (t japan1Tables) set(cid uint32, r rune) {
	t.rune[cid] = r
	if _, known := t.cid[r]; !known || r < 0x80 {
		t.cid[r] = cid
	}
}

func (t japan1Tables) add(d *encoding.Decoder, offset uint32, runs []cidRun) {
	for _, run := range runs {
		for i := uint32(0); i < run.count; i++ {
			if r, ok := decodeTwo(d, run.code+i+offset); ok {
				t.set(run.cid+i, r)
			}
		}
	}
}

// decodeTwo decodes a two-byte code to one character.
func decodeTwo(d *encoding.Decoder, code uint32) (rune, bool) {
	out, err := d.Bytes([]byte{byte(code >> 8), byte(code)})
	r := []rune(string(out))
	return first(r), err == nil && len(r) == 1 && r[0] != '\uFFFD'
}

func first(r []rune) rune {
	if len(r) == 0 {
		return 0
	}
	return r[0]
}
