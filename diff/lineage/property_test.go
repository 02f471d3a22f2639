package lineage

// Invented histories: whole texts that are edited at random, with results that link them in all the ways a comparison can.
// Whatever happens, every clause of every state belongs to exactly one life, and IDs do not change when history goes on.

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// inventor makes one history.
type inventor struct {
	*rand.Rand
	words int
}

func (v *inventor) clause(n int) *corpus.Clause {
	v.words++
	return numbered(n, fmt.Sprintf("事項%dについて定める。", v.words))
}

func numbered(n int, words string) *corpus.Clause {
	label := "第" + ref.Kanji(n) + "条"
	return &corpus.Clause{Path: ref.Path{{Kind: ref.Article, Text: label}}, Kind: corpus.KindArticle, Label: label, Text: corpus.Text{S: words}}
}

// revise removes, adds, edits, splits, merges and moves articles, and says what became of what.
func (v *inventor) revise(old []*corpus.Clause) *diff.Result {
	r := &diff.Result{Comparison: &corpus.Comparison{Tables: []corpus.Table{{}}}}
	r.Units[corpus.Old] = old
	var changes []diff.Change
	for i := 0; i < len(old); i++ {
		c := diff.Change{Old: []int{i}}
		switch v.IntN(8) {
		case 0:
			c.Form = diff.Removed
		case 1:
			c.New = []int{0, 0} // split
		case 2:
			if i+1 < len(old) {
				i++
				c.Old = append(c.Old, i)
			}
			c.New = []int{0}
		default:
			c.New = []int{0}
		}
		changes = append(changes, c)
		if v.IntN(6) == 0 {
			changes = append(changes, diff.Change{New: []int{0}, Form: diff.Added})
		}
	}
	if v.IntN(3) == 0 {
		v.Shuffle(len(changes), func(i, j int) { changes[i], changes[j] = changes[j], changes[i] })
	}
	for i := range changes {
		c := &changes[i]
		for j := range c.New {
			n := len(r.Units[corpus.New])
			c.New[j] = n
			u := v.clause(n + 1)
			if len(c.Old) == 1 && len(c.New) == 1 && v.IntN(2) == 0 {
				u.Text = old[c.Old[0]].Text
			}
			if v.IntN(12) == 0 && len(c.Old) == 1 && len(c.New) == 1 {
				u.Placeholder = corpus.SameAs
			}
			r.Units[corpus.New] = append(r.Units[corpus.New], u)
		}
	}
	r.Changes = changes
	return r
}

func history(seed uint64) []State {
	v := &inventor{Rand: rand.New(rand.NewPCG(seed, 1))}
	d := &corpus.Document{}
	for n := range 3 + v.IntN(10) {
		d.Clauses = append(d.Clauses, v.clause(n+1))
	}
	states := []State{{Document: d}}
	old := d.Clauses
	for range 1 + v.IntN(5) {
		r := v.revise(old)
		states = append(states, State{Result: r, Document: &corpus.Document{Clauses: r.Units[corpus.New]}})
		old = nil
		for _, u := range r.Units[corpus.New] { // the next table leaves some out, and does not know what （同左） stood for
			if present(u) && v.IntN(8) > 0 {
				old = append(old, u)
			}
		}
	}
	return states
}

func TestEveryClauseHasOneLife(t *testing.T) {
	for seed := range uint64(400) {
		states := history(seed)
		lives := Trace(states)
		checkInvariants(t, states, lives)
		if d := cmp.Diff(lives, Trace(states)); d != "" {
			t.Fatalf("seed %d: a second run differs:\n%s", seed, d)
		}
		// What was published before the last revision keeps its address.
		ids := map[string]bool{}
		for _, l := range lives {
			ids[l.ID] = true
		}
		for _, l := range Trace(states[:len(states)-1]) {
			if !ids[l.ID] {
				t.Errorf("seed %d: %s (%s) is gone after the next revision", seed, l.ID, l.Path)
			}
		}
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

// A malformed result must not bring the program down or lose a clause.
func TestChangesThatNameNothing(t *testing.T) {
	r := &diff.Result{Comparison: &corpus.Comparison{Tables: []corpus.Table{{}}}, Changes: []diff.Change{{Old: []int{7}, New: []int{-1, 9}}, {Old: []int{0}, New: []int{0}}, {Old: []int{0}, New: []int{1}}, {}}}
	r.Units[corpus.Old] = []*corpus.Clause{numbered(1, "甲"), numbered(2, "乙")}
	r.Units[corpus.New] = []*corpus.Clause{numbered(1, "甲"), numbered(2, "丙"), numbered(3, "丁")}
	states := []State{{Result: r}}
	checkInvariants(t, states, Trace(states))
}

func BenchmarkTrace(b *testing.B) {
	v := &inventor{Rand: rand.New(rand.NewPCG(1, 1))}
	d := &corpus.Document{}
	for n := range 1000 {
		d.Clauses = append(d.Clauses, v.clause(n+1))
	}
	states := []State{{Document: d}}
	old := d.Clauses
	for range 5 {
		r := v.revise(old)
		states = append(states, State{Result: r, Document: &corpus.Document{Clauses: r.Units[corpus.New]}})
		old = r.Units[corpus.New]
	}
	for b.Loop() {
		Trace(states)
	}
}
