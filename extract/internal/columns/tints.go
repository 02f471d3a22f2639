package columns

// When is a colour a mark? Letters are coloured and grounds tinted for many reasons: headings, links, the house's own look. So
// a colour counts as one only where the legend says so, or where no legend says what marks are and the colour sets a small part of the
// columns apart, not the same words on both sides. Beside lines, which are the surer marks, it must do more: lie on the words that are
// underlined, or on words that the other side does not have. All other colours are forgotten here, before anything is made of them.
//
// Keeping every colour and leaving it to the audit was rejected: a table of red headings would be told that its headings are marked
// and did not change.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

const (
	mostTinted = 0.4 // share of the columns' letters that a colour may have to set them apart
	mostAlike  = 0.7 // share of coloured words that may be coloured on the other side too

	leastLined = 0.8 // share of a colour's letters that lines mark too
	leastOwn   = 0.5 // share of a colour's letters in words that only its side has
)

// settleTints decides which colours are marks in the section. It needs its signals and its sides.
func (s *section) settleTints() {
	s.tints = map[corpus.MarkKind]bool{}
	table := corpus.Table{Signals: s.signals}
	letters, lined := 0, false
	tinted := map[corpus.MarkKind]int{}
	both := map[corpus.MarkKind]int{} // letters of a colour that lines mark too
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
			for _, line := range t.Marks {
				if from, to := max(line.Span.Start, m.Span.Start), min(line.Span.End, m.Span.End); from < to && !line.Kind.Tinted() && line.Kind != corpus.MarkBold {
					both[m.Kind] += corpus.Shown(t.Slice(from, to).S)
				}
			}
		}
	})
	named := false
	for _, g := range s.signals {
		named = named || table.Names(g.Kind, corpus.New) || table.Names(g.Kind, corpus.Old)
	}
	for kind, n := range tinted {
		switch {
		case slices.ContainsFunc(s.signals, func(g corpus.Signal) bool { return g.Kind == kind }):
			s.tints[kind] = true
		case !named && float64(n) <= mostTinted*float64(letters):
			s.tints[kind] = !alike(words[0][kind], words[1][kind]) &&
				(!lined || float64(both[kind]) >= leastLined*float64(n) || float64(s.own(words[0][kind], words[1][kind])) >= leastOwn*float64(n))
		}
	}
}

// own counts the letters of words that the other side's text does not have.
func (s *section) own(words ...[]string) (n int) {
	var all [2]strings.Builder
	s.texts(func(side int, t corpus.Text) { all[side].WriteString(corpus.Squeeze(t.S)) })
	for side := range words {
		other := all[1-side].String()
		for _, w := range words[side] {
			if !strings.Contains(other, w) {
				n += utf8.RuneCountInString(w)
			}
		}
	}
	return n
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
