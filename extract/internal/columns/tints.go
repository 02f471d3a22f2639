package columns

// When is a colour a mark? Letters are coloured and grounds tinted for many reasons: headings, links, the house's own look. So
// a colour counts as one only where the legend says so, or where nothing else marks changes and the colour sets a small part of the
// columns apart, not the same words on both sides. All other colours are forgotten here, before anything is made of them.
//
// Keeping every colour and leaving it to the audit was rejected: a table of red headings would be told that its headings are marked
// and did not change. The cost: in a table without a legend that both underlines and colours, the colours are lost.

import (
	"slices"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

const (
	mostTinted = 0.4 // share of the columns' letters that a colour may have to set them apart
	mostAlike  = 0.7 // share of coloured words that may be coloured on the other side too
)

// settleTints decides which colours are marks in the section. It needs its signals and its sides.
func (s *section) settleTints() {
	s.tints = map[corpus.MarkKind]bool{}
	table := corpus.Table{Signals: s.signals}
	letters, lined := 0, false
	tinted := map[corpus.MarkKind]int{}
	words := [2]map[corpus.MarkKind][]string{{}, {}}
	s.texts(func(side int, t corpus.Text) {
		letters += corpus.Shown(t.S)
		for _, m := range t.Marks {
			if !m.Kind.Tinted() {
				lined = lined || m.Kind != corpus.MarkBold
				continue
			}
			w := corpus.Squeeze(t.Slice(m.Span.Start, m.Span.End).S)
			tinted[m.Kind] += utf8.RuneCountInString(w)
			words[side][m.Kind] = append(words[side][m.Kind], w)
		}
	})
	named := false
	for _, g := range s.signals {
		named = named || table.Names(g.Kind)
	}
	for kind, n := range tinted {
		switch {
		case slices.ContainsFunc(s.signals, func(g corpus.Signal) bool { return g.Kind == kind }):
			s.tints[kind] = true
		case !named && !lined && float64(n) <= mostTinted*float64(letters):
			s.tints[kind] = !alike(words[0][kind], words[1][kind])
		}
	}
}

// alike reports whether a colour is on the same words of both sides: then it sets nothing apart.
func alike(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	there := map[string]int{}
	for _, w := range b {
		there[w]++
	}
	same := 0
	for _, w := range a {
		if there[w] > 0 {
			there[w]--
			same++
		}
	}
	return float64(same) > mostAlike*float64(len(a))
}

// texts calls f for each line of the columns of both sides.
func (s *section) texts(f func(side int, t corpus.Text)) {
	for _, r := range s.rows {
		for side := range 2 {
			for k := range r.cells {
				if c := &r.cells[k]; s.holds(c, side) {
					for i := range c.Lines {
						f(side, c.Lines[i].Text)
					}
				}
			}
		}
	}
}

// idle reports whether a mark is a colour that is none.
func (s *section) idle(m corpus.Mark) bool { return m.Kind.Tinted() && !s.tints[m.Kind] }

// settled is a line without the colours that are no marks: the line itself where it has none.
func (s *section) settled(l *grid.Line) *grid.Line {
	if !slices.ContainsFunc(l.Text.Marks, s.idle) {
		return l
	}
	own := *l
	own.Text.Marks = slices.DeleteFunc(slices.Clone(l.Text.Marks), s.idle)
	return &own
}
