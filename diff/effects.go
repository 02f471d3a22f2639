package diff

// From the stages' values to the result's.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/classify"
)

// explain classifies the changes.
func (r *Result) explain(pairs []*classify.Pair) {
	in := classify.Input{Units: r.Units, Parents: r.Parents, Counts: len(r.Changes), Pairs: pairs}
	for s := range r.Units {
		in.Change[s] = make([]int, len(r.Units[s]))
	}
	for i := range r.Changes {
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, u := range r.Changes[i].Units(s) {
				in.Change[s][u] = i
			}
		}
	}
	out := classify.Classify(in)
	for i, list := range out.Effects {
		for _, e := range list {
			x := Effect{Kind: EffectKind(e.Kind), Old: e.Old, New: e.New}
			for _, v := range e.Evidence {
				x.Evidence = append(x.Evidence, Evidence(v))
			}
			r.Changes[i].Effects = append(r.Changes[i].Effects, x)
		}
	}
	for _, t := range out.Terms {
		r.Terms = append(r.Terms, Term(t))
	}
	for _, d := range out.Definitions {
		r.Definitions = append(r.Definitions, Definition(d))
	}
}
