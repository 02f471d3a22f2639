package classify

// What a reference cites, on both sides. A reference that moved on with its clause and one that was pointed at another clause look alike: 第二条 → 第三条.
// Where the rules themselves hold the cited clauses, diff/refer says which they are, and the alignment whether they are one. Where a
// table leaves them out, or another rule is cited, nothing can be compared and the words decide.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// repointed reports whether a hunk of references cites other clauses than before: targets are known on both sides and are not the same clauses.
func (d *document) repointed(c *change, h *hunk) bool {
	olds, news := d.cited(c, h, corpus.Old), d.cited(c, h, corpus.New)
	if len(olds) == 0 || len(olds) != len(news) {
		return false
	}
	for i := range olds {
		if olds[i] != nil && news[i] != nil && !slices.Equal(olds[i], news[i]) {
			return true
		}
	}
	return false
}

// cited lists, for each reference in the hunk, the changes its targets stand in; nil where they are not known.
func (d *document) cited(c *change, h *hunk, s corpus.Side) [][]int {
	r := h.on(s)
	var out [][]int
	for i := r.Start; i < r.End; i++ {
		if c.Sides[s].Tokens[i].Kind != token.Reference {
			continue
		}
		var in []int
		for _, p := range c.places(s, corpus.Span{Start: i, End: i + 1}) {
			for _, t := range d.targets(s, p) {
				if k := d.Change[s][t]; !slices.Contains(in, k) {
					in = append(in, k)
				}
			}
		}
		slices.Sort(in)
		out = append(out, in)
	}
	return out
}

// targets are the units that the reference at a place names.
func (d *document) targets(s corpus.Side, p Evidence) []int {
	if d.References == nil {
		return nil
	}
	if d.refs[s] == nil {
		d.refs[s] = map[int][]Reference{}
		for _, r := range d.References(s) {
			d.refs[s][r.Unit] = append(d.refs[s][r.Unit], r)
		}
	}
	for _, r := range d.refs[s][p.Unit] {
		if r.Span.Start < p.Span.End && p.Span.Start < r.Span.End {
			return r.Targets
		}
	}
	return nil
}
