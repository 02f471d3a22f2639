package corpus

import (
	"strings"
	"unicode"
)

// Tally accounts for what is painted on one page of a PDF: every glyph is in a clause, or it is told why not.
//
//	Glyphs     = Blank + Overprinted + Joined + Replaced + those that show characters
//	Characters = Units[New] + Units[Old] - Twice + the sum of Unplaced + Difference
//
// Glyphs are counted where they are painted, before anything is decided about them; characters in clauses where they stand in
// the end. Characters, not glyphs, are compared, since one glyph may show two (ﬀ) and two glyphs one.
type Tally struct {
	Page        int            `json:"page"`
	Glyphs      int            `json:"glyphs"`                // painted, hidden ones included
	Blank       int            `json:"blank,omitempty"`       // of them: white space
	Overprinted int            `json:"overprinted,omitempty"` // painted again upon an equal one: bold
	Joined      int            `json:"joined,omitempty"`      // parts of a character that the file itself says they show together
	Replaced    int            `json:"replaced,omitempty"`    // not used, since the page was read from its picture
	Characters  int            `json:"characters"`            // that the other glyphs show; of a page read from its picture: recognised
	Units       [2]int         `json:"units"`                 // characters in clauses of the new and the old side; of a whole text all are the first
	Twice       int            `json:"twice,omitempty"`       // of them, once more: a cell over both sides, a column that is new in one stage and old in the next
	Unplaced    map[string]int `json:"unplaced,omitempty"`    // characters in no clause, by reason
	Difference  int            `json:"difference"`            // painted, but neither in a clause nor unplaced; 0 in a sound reading
}

// Share is how many of a clause's characters stand on a page, and where. Of a paragraph that was divided, both parts have the box of the whole.
type Share struct {
	Page, Characters int
	Box              Box
}

// Shows reports whether a character leaves ink: it is no white space of any kind.
func Shows(r rune) bool {
	if r > ' ' && r < 0x7f || r > '\u3000' && r < '\ufe00' { // nearly all that is printed
		return true
	}
	return !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff'
}

// Squeeze is s without the characters that leave no ink.
func Squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if !Shows(r) {
			return -1
		}
		return r
	}, s)
}

// Shown counts the characters of s that leave ink.
func Shown(s string) (n int) {
	for _, r := range s {
		if Shows(r) {
			n++
		}
	}
	return n
}
