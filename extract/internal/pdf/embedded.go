package pdf

import (
	"encoding/binary"

	"github.com/ledongthuc/pdf"
)

// What an embedded TrueType or OpenType program says of its glyphs: its own table from characters to glyphs (cmap), read backwards.
//
// A composite font without ToUnicode shows glyph numbers that mean nothing by themselves. If the program was embedded with its cmap, the
// font itself tells what each glyph stands for. Asking PDFium was rejected: it takes the numbers of such glyphs for characters. Cost: a
// font without cmap, as most subsets are, tells nothing, and the page is read from its picture.

const (
	maxProgram    = 48 << 20 // bytes of a font program
	maxCharacters = 1 << 17  // that a font may have
)

// meanings are the characters of a font's glyphs, by glyph number.
type meanings map[uint16]rune

// programOf reads the font program of a CIDFont's descriptor.
func programOf(descendant pdf.Value, data *streams) []byte {
	d := descendant.Key("FontDescriptor")
	for _, key := range []string{"FontFile2", "FontFile3"} {
		if s := d.Key(key); s.Kind() == pdf.Stream {
			return data.read(s, maxProgram)
		}
	}
	return nil
}

// glyphOf is the glyph number of a CID by a map of two bytes each; without a map they are the same.
func glyphOf(cid uint32, toGlyph []byte) (uint16, bool) {
	if toGlyph == nil {
		return uint16(cid), cid <= 0xffff
	}
	at := uint64(cid) * 2
	if at+2 > uint64(len(toGlyph)) {
		return 0, false
	}
	return binary.BigEndian.Uint16(toGlyph[at:]), true
}

// charactersOf reads a program's cmap backwards. Of several characters of one glyph the plainest counts.
func charactersOf(program []byte) meanings {
	out := meanings{}
	table := tableOf(program, "cmap")
	n := int(word(table, 2))
	for i := 0; i < n && i < 64; i++ {
		record := 4 + 8*i
		platform, encoding := word(table, record), word(table, record+2)
		if unicode := platform == 0 && encoding != 5 || platform == 3 && (encoding == 1 || encoding == 10); !unicode {
			continue
		}
		at := uint64(long(table, record+4))
		if at >= uint64(len(table)) {
			continue
		}
		out.add(table[at:])
	}
	return out
}

// add reads one table of characters: format 4 (ranges of the first plane) or 12 (ranges of all).
func (t meanings) add(s []byte) {
	left := maxCharacters
	put := func(r rune, glyph uint16) bool {
		if left--; left < 0 {
			return false
		}
		if old, there := t[glyph]; glyph != 0 && (!there || plainer(r, old)) && !private(string(r)) {
			t[glyph] = r
		}
		return true
	}
	switch word(s, 0) {
	case 4:
		n := int(word(s, 6)) / 2
		for i := range n {
			last, first := word(s, 14+2*i), word(s, 16+2*n+2*i)
			delta, offset := word(s, 16+4*n+2*i), word(s, 16+6*n+2*i)
			for c := int(first); c <= int(last) && c < 0xffff; c++ {
				glyph := uint16(c) + delta
				if offset != 0 {
					if glyph = word(s, 16+6*n+2*i+int(offset)+2*(c-int(first))); glyph != 0 {
						glyph += delta
					}
				}
				if !put(rune(c), glyph) {
					return
				}
			}
		}
	case 12:
		n := min(int(long(s, 12)), len(s)/12)
		for i := range n {
			first, last, glyph := long(s, 16+12*i), long(s, 20+12*i), long(s, 24+12*i)
			for c := uint64(first); c <= uint64(last) && c <= 0x10ffff && uint64(glyph)+c-uint64(first) <= 0xffff; c++ {
				if !put(rune(c), uint16(uint64(glyph)+c-uint64(first))) {
					return
				}
			}
		}
	}
}

// plainer reports whether a is the character that is meant where a and b look alike: radicals and compatibility forms are not.
func plainer(a, b rune) bool {
	if x, y := odd(a), odd(b); x != y {
		return !x
	}
	return a < b
}

func odd(r rune) bool {
	return r < ' ' || r == 0xa0 || r == 0xad || r >= 0x2e80 && r <= 0x2fdf || r >= 0xf900 && r <= 0xfaff || r >= 0xfe30 && r <= 0xfe4f || r >= 0x2f800 && r <= 0x2fa1f
}

// tableOf is a table of a font program, of the first font in a collection; nil if there is none.
func tableOf(program []byte, name string) []byte {
	at := 0
	if len(program) >= 16 && string(program[:4]) == "ttcf" {
		at = int(long(program, 12))
	}
	n := int(word(program, at+4))
	for i := range n {
		record := at + 12 + 16*i
		if record+16 > len(program) {
			return nil
		}
		if string(program[record:record+4]) == name {
			from, size := uint64(long(program, record+8)), uint64(long(program, record+12))
			if from >= uint64(len(program)) {
				return nil
			}
			return program[from:min(from+size, uint64(len(program)))]
		}
	}
	return nil
}

// word is a number of two bytes, 0 outside b.
func word(b []byte, at int) uint16 {
	if at < 0 || at+2 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint16(b[at:])
}

// long is a number of four bytes, 0 outside b.
func long(b []byte, at int) uint32 {
	if at < 0 || at+4 > len(b) {
		return 0
	}
	return binary.BigEndian.Uint32(b[at:])
}
