package lint

// Official marks against the computed difference.
//
// A 傍線 is evidence, not truth: drafters underline whole phrases and forget particles. So a change counts as marked if a mark touches it
// (mark-partial says what the mark leaves out), and a mark as justified if it touches a change. A table that never marks anything has no custom to break. A page whose table was
// lost when it was made into text lost its marks too, and tells nothing.

import (
	"iter"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
)

// operativeRE are the words by which a table says that it is the amendment itself.
var operativeRE = lazy.MustCompile(`順次対応する|標記部分|対象規定|次の表により|次の表のように改正`)

// operative reports whether the table is the amendment, and no help for readers.
func (s *subject) operative() bool {
	for _, t := range s.r.Comparison.Tables {
		if operativeRE.MatchString(t.Legend + t.Title) {
			return true
		}
	}
	return operativeRE.MatchString(s.r.Comparison.Title) || slices.ContainsFunc(s.unplaced, func(u corpus.Unplaced) bool { return operativeRE.MatchString(u.Text) })
}

// keepOfficial leaves the units those marks that say what changed, as the legends of their tables have it: where 赤字 is what changed, an
// underline is none. The clauses themselves are left alone.
func (d *side) keepOfficial(c *corpus.Comparison) {
	for u, k := range d.units {
		if marks := c.Official(k, d.which); len(marks) < len(k.Text.Marks) {
			own := *k
			own.Text.Marks = marks
			d.units[u] = &own
		}
	}
}

func (s *subject) marks() bool {
	for _, d := range s.sides {
		if slices.ContainsFunc(d.units, func(c *corpus.Clause) bool { return len(c.Text.Marks) > 0 }) {
			return true
		}
	}
	return false
}

// lostPages are those whose table was lost.
func (s *subject) lostPages() map[int]bool {
	out := map[int]bool{}
	for _, d := range s.r.Comparison.Diags {
		if d.Rule == "page-without-table" || d.Rule == "table-lost" {
			out[d.Page] = d.Page > 0
		}
	}
	return out
}

// edits lists the computed changes by side and unit.
func (s *subject) edits() [2]map[int][]corpus.Span {
	out := [2]map[int][]corpus.Span{{}, {}}
	for i := range s.r.Changes {
		for _, e := range s.r.Changes[i].Edits {
			out[e.Side][e.Unit] = append(out[e.Side][e.Unit], e.Span)
		}
	}
	return out
}

// faces adds the other side's place to a finding about an edit: the edit of the same rank, or the clause.
func (s *subject) faces(f *Finding) {
	ch := &s.r.Changes[s.changeOf[f.Side][f.Unit]]
	var mine, others []Place
	for _, e := range ch.Edits {
		if e.Side == f.Side {
			mine = append(mine, Place{e.Side, e.Unit, e.Span})
		} else {
			others = append(others, Place{e.Side, e.Unit, e.Span})
		}
	}
	if i := slices.Index(mine, f.Place); i >= 0 && len(mine) == len(others) {
		f.Related = append(f.Related, others[i])
		return
	}
	if units := ch.Units(f.Side.Other()); len(units) > 0 {
		f.Related = append(f.Related, Place{f.Side.Other(), units[0], corpus.Span{}})
	}
}

// significant reports whether a text holds more than particles, connectives, signs and blanks.
func significant(s string) bool {
	for _, t := range token.Lex(s) {
		switch t.Kind {
		case token.Kana, token.Punct, token.Ending:
		default:
			return true
		}
	}
	return false
}

// changed is a computed change of one unit.
type changed struct {
	side   *side
	unit   int
	clause *corpus.Clause
	span   corpus.Span
}

// unlined gives the changes over which no line stands whole; nothing where the table has no custom of marking, and nothing of pages that are
// lost and of omitted ranges that only spell their numbers in another way.
func (s *subject) unlined() iter.Seq[changed] {
	return func(yield func(changed) bool) {
		if !s.marks() {
			return
		}
		edits, lost := s.edits(), s.lostPages()
		for i, d := range s.sides {
			for u, c := range d.units {
				if lost[c.Origin.Page] || s.respelt(d, u) {
					continue
				}
				for _, e := range edits[i][u] {
					if !lined(c, e) && !yield(changed{d, u, c, e}) {
						return
					}
				}
			}
		}
	}
}

// touched reports whether a mark stands under some of an edit.
func touched(c *corpus.Clause, e corpus.Span) bool {
	return slices.ContainsFunc(c.Text.Marks, func(m corpus.Mark) bool { return m.Span.Start < e.End && e.Start < m.Span.End })
}

func underLine(c *corpus.Clause, i int) bool {
	return slices.ContainsFunc(c.Text.Marks, func(m corpus.Mark) bool { return m.Span.Start <= i && i < m.Span.End })
}

// lined reports whether an edit of a whole clause is marked by double lines under its number (標記部分), as tables do whose legend says 順次対応する: there
// the number stands for the clause that was added, deleted or moved.
func lined(c *corpus.Clause, e corpus.Span) bool {
	if c.Label == "" || e.Start > 0 {
		return false
	}
	whole := e.End >= c.Text.Len() || e.End <= c.Body
	return whole && slices.ContainsFunc(c.Text.Marks, func(m corpus.Mark) bool {
		return m.Kind == corpus.MarkDouble && m.Span.Start < c.Body && m.Span.End > 0
	})
}

func touches(edits []corpus.Span, m corpus.Span) bool {
	return slices.ContainsFunc(edits, func(e corpus.Span) bool { return e.Start < m.End && m.Start < e.End })
}

// bare is a text without blanks and brackets.
func bare(s string) string {
	return strings.Trim(token.LooseText(s), "()「」")
}
