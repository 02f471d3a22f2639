package grid

import (
	"fmt"
	"slices"
	"unicode"

	"shinkyu/extract/internal/layout"
)

// Conservation compares what is painted with what was read: every visible glyph that is not white space is in exactly one
// line or listed as unplaced. It returns one sentence per page and character that is short or in excess; nil is right.
func Conservation(pages []*layout.Page, sheet *Sheet) []string {
	count := map[int]map[rune]int{}
	add := func(page int, text string, n int) {
		if count[page] == nil {
			count[page] = map[rune]int{}
		}
		for _, r := range text {
			if !unicode.IsSpace(r) {
				count[page][r] += n
			}
		}
	}
	for _, p := range pages {
		for i := range p.Glyphs {
			add(p.Number, p.Glyphs[i].U, 1)
		}
	}
	lines := func(all []Line) {
		for i := range all {
			add(all[i].Page, all[i].Text.S, -1)
		}
	}
	for i := range sheet.Tables {
		t := &sheet.Tables[i]
		lines(t.Before)
		for j := range t.Rows {
			for k := range t.Rows[j].Cells {
				lines(t.Rows[j].Cells[k].Lines)
			}
		}
	}
	lines(sheet.After)
	for i := range sheet.Loose {
		lines(sheet.Loose[i].Lines)
	}
	for _, u := range sheet.Unplaced {
		add(u.Page, u.Text, -1)
	}
	var out []string
	for page, runes := range count {
		for r, n := range runes {
			if n != 0 {
				out = append(out, fmt.Sprintf("page %d: %q painted %d times more than read", page, r, n))
			}
		}
	}
	slices.Sort(out)
	return out
}
