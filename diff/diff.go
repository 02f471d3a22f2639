// Package diff works out what changed between the two sides of a comparison, clause by clause.
package diff

import "shinkyu/corpus"

// Compare aligns, edits and classifies. It never changes c. Same input, same result.
func Compare(c *corpus.Comparison) *Result {
	r := &Result{Comparison: c}
	for s := range r.Units {
		r.Units[s], r.Parents[s] = c.Sides[s].Units()
	}
	return r
}
