package diff

// From the stages' values to the result's.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/classify"
	"shinkyu/diff/refer"
)

// references lists the references of a side whose targets are known.
func (r *Result) references(s corpus.Side) []classify.Reference {
	var out []classify.Reference
	for _, x := range refer.Find(&r.Comparison.Sides[s]) {
		if x.Status == refer.Resolved {
			out = append(out, classify.Reference{Unit: x.Unit, Span: x.Span, Targets: x.Targets})
		}
	}
	return out
}

// explain classifies the changes.
func (r *Result) explain(pairs []*classify.Pair) {
	in := classify.Input{Units: r.Units, Parents: r.Parents, Counts: len(r.Changes), Pairs: pairs, References: r.references}
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
	for _, x := range out.Replacements {
		r.Replacements = append(r.Replacements, replacement(x))
	}
	for _, d := range out.Definitions {
		r.Definitions = append(r.Definitions, Definition(d))
	}
}

func replacement(x classify.Replacement) Replacement {
	out := Replacement{Old: x.Old, Count: x.Count, Gone: x.Gone}
	for _, e := range x.Left {
		out.Left = append(out.Left, Evidence(e))
	}
	for _, v := range x.New {
		w := Variant{Old: v.Old, New: v.New, Before: v.Before, After: v.After, Undefined: v.Undefined}
		for _, p := range v.Places {
			w.Places = append(w.Places, Replaced{p.Change, Evidence(p.New), Evidence(p.Old)})
		}
		out.New = append(out.New, w)
	}
	return out
}
