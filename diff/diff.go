// Package diff works out what changed between the two sides of a comparison, clause by clause.
//
// Three stages, each with its package below internal: align says which clauses belong together, edit which words of them changed,
// classify what that means. This package owns the result and the wiring; it knows no grammar.
package diff

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/align"
	"shinkyu/diff/internal/classify"
	"shinkyu/diff/refer"
)

// Compare aligns, edits and classifies. It never changes c. Same input, same result.
func Compare(c *corpus.Comparison) *Result {
	r := &Result{Comparison: c}
	in := align.Input{Printed: c.Printed()}
	for s := range r.Units {
		r.Units[s], r.Parents[s] = c.Sides[s].Units()
		in.Units[s], in.Parents[s] = r.Units[s], r.Parents[s]
		r.References[s] = refer.Find(&c.Sides[s])
	}
	var pairs []*classify.Pair
	for _, g := range align.Align(in) {
		ch := Change{New: g.Units[corpus.New], Old: g.Units[corpus.Old]}
		for _, s := range g.Structure {
			ch.Structure = append(ch.Structure, Structure(s))
		}
		if p := r.measure(&ch, g.Marker); p != nil {
			p.Change = len(r.Changes)
			pairs = append(pairs, p)
		}
		ch.New, ch.Old = append(ch.New, g.Told[corpus.New]...), append(ch.Old, g.Told[corpus.Old]...)
		r.Changes = append(r.Changes, ch)
	}
	r.explain(pairs)
	return r
}
