// Package past is the history of one rule as a reader asks for it: what each revision did to a clause, which revision last
// changed each line, the text of a day.
//
// Problem: a terminal and a program ask the same questions of the same lives, and must get the same answers. Choice: this
// package answers with plain values that carry JSON names; render/term draws them, the command line prints them as JSON.
// Rejected: letting each command walk the lives (four answers to what counts as a change). Cost: values for a whole rule
// are made where a reader may want one clause only.
package past

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/render/outline"
	"shinkyu/render/words"
)

// State is one revision of a rule with what it did. Result is nil for the first text.
type State struct {
	Revision *corpus.Revision
	Result   *diff.Result
	Document *corpus.Document
}

// Past is a rule followed to a day.
type Past struct {
	Rule   *corpus.Rule
	States []State
	Lives  []lineage.Life
	Text   *corpus.Document // after the last state
	Today  string           // 2006-01-02; a revision in force later is a future one
	units  []*corpus.Clause // of Text
	owner  []int            // of each unit its life, -1 for a （略） that stands for what nothing prints
}

// Follow traces a rule through its states, in their order.
func Follow(rule *corpus.Rule, states []State, today string) *Past {
	var t lineage.Tracer
	for _, s := range states {
		t.Add(lineage.State{Result: s.Result, Document: s.Document})
	}
	return New(rule, states, &t, today)
}

// New is Follow where the states are traced already.
func New(rule *corpus.Rule, states []State, t *lineage.Tracer, today string) *Past {
	p := &Past{Rule: rule, States: states, Lives: t.Lives(), Text: t.Text(), Today: today}
	at := map[string]int{}
	for i := range p.Lives {
		at[p.Lives[i].ID] = i
	}
	p.units, _ = p.Text.Units()
	for _, id := range t.Standing() {
		if i, ok := at[id]; ok {
			p.owner = append(p.owner, i)
		} else {
			p.owner = append(p.owner, -1)
		}
	}
	return p
}

// Revision is a revision as a reader names it.
type Revision struct {
	ID          string `json:"id"`
	Label       string `json:"label,omitempty"`
	Kind        string `json:"kind,omitempty"`
	Basis       string `json:"basis,omitempty"`
	Promulgated string `json:"promulgated,omitempty"`
	InForce     string `json:"in_force"`
	Future      bool   `json:"future,omitempty"` // promulgated, not yet in force
}

// Name is what the revision is called in a line: its basis, else its label, else its ID.
func (r Revision) Name() string {
	for _, s := range []string{r.Basis, r.Label, r.Kind} {
		if s != "" {
			return s
		}
	}
	return r.ID
}

// Revision describes the k-th state.
func (p *Past) Revision(k int) Revision {
	v := p.States[k].Revision
	return Revision{v.ID, v.Label, v.Kind, v.Basis, v.Promulgated, v.InForce, p.Today != "" && v.InForce > p.Today}
}

// Locate finds a clause of the text by an address as people write it. The error is a *corpus.Failure.
func (p *Past) Locate(address string) (corpus.Place, error) {
	return corpus.Locate(p.Rule.ID, p.units, address)
}

// keyOf is an address to compare: folded, an article without its first 項, without the table's number.
func keyOf(address string) string {
	if address == "" {
		return ""
	}
	path, err := ref.Parse(address)
	if err != nil {
		return address
	}
	return whole(path).Key()
}

func whole(p ref.Path) ref.Path {
	var out ref.Path
	for i, s := range p {
		n := s.Nums()
		if i > 0 && p[i-1].Kind == ref.Article && s.Kind == ref.Paragraph && len(n) == 1 && n[0] == 1 || i == 0 && s.Kind == ref.Part && tableStep(s.Text) {
			continue
		}
		out = append(out, s)
	}
	return out
}

func tableStep(s string) bool {
	rest, ok := strings.CutPrefix(s, "表")
	return ok && rest != "" && strings.Trim(rest, "0123456789") == ""
}

// below reports whether an address is at or below another; paths are whole ones.
func below(top, p ref.Path) bool {
	p = whole(p)
	return len(top) > 0 && len(p) >= len(top) && p[:len(top)].Key() == top.Key()
}

// changesUnder lists the changes of a state that touch what stands at or below an address, before it and after.
func (p *Past) changesUnder(k int, was, now string) []int {
	r := p.States[k].Result
	if r == nil {
		return nil
	}
	var out []int
	tops := [2]ref.Path{}
	for s, a := range map[corpus.Side]string{corpus.New: now, corpus.Old: was} {
		if path, err := ref.Parse(a); err == nil {
			tops[s] = whole(path)
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		if !outline.Changed(c) {
			continue
		}
		hit := false
		for s, top := range tops {
			for _, u := range c.Units(corpus.Side(s)) {
				k := r.Units[s][u]
				hit = hit || !k.Placeholder.IsMarker() && below(top, k.Path)
			}
		}
		if hit {
			out = append(out, i)
		}
	}
	return out
}

// tags are the names of what changes did, each once, in the order of display.
func tags(r *diff.Result, changes []int) []string {
	var out []string
	for _, i := range changes {
		for _, t := range words.Tags(r, &r.Changes[i]) {
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	words.SortTags(out)
	return out
}

// orEmpty makes a list that is [] in JSON, never null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
