package wire

import (
	"math"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/summary"
)

// New copies a result into its public form.
func New(r *diff.Result) *Comparison {
	c := r.Comparison
	out := &Comparison{
		Schema:       Schema,
		Title:        c.Title,
		Summary:      summary.Of(r),
		Tables:       tables(c),
		Units:        Units{New: units(c, r.Units[corpus.New], r.Parents[corpus.New]), Old: units(c, r.Units[corpus.Old], r.Parents[corpus.Old])},
		Changes:      make([]Change, 0, len(r.Changes)),
		Terms:        make([]Term, 0, len(r.Terms)),
		Replacements: make([]Replacement, 0, len(r.Replacements)),
		Definitions:  make([]Definition, 0, len(r.Definitions)),
		References:   references(r),
		Findings:     findings(c.Diags, r.Findings),
		Unplaced:     list(c.Unplaced),
	}
	out.Sides = SideHeaders{New: header(&c.Sides[corpus.New]), Old: header(&c.Sides[corpus.Old])}
	if c.Printed() {
		out.Source = &c.Sources[corpus.New]
	} else {
		out.Sources = &Sources{New: c.Sources[corpus.New], Old: c.Sources[corpus.Old]}
	}
	for i := range r.Changes {
		out.Changes = append(out.Changes, change(&r.Changes[i]))
	}
	for _, t := range r.Terms {
		out.Terms = append(out.Terms, Term{t.Old, t.New, t.Count, list(t.Changes), t.Left})
	}
	for i := range r.Replacements {
		out.Replacements = append(out.Replacements, replacement(&r.Replacements[i]))
	}
	for _, d := range r.Definitions {
		out.Definitions = append(out.Definitions, Definition{d.Term, d.Side.String(), d.Unit, d.Span, d.Event})
	}
	return out
}

func replacement(x *diff.Replacement) Replacement {
	out := Replacement{Old: x.Old, Count: x.Count, New: make([]Variant, 0, len(x.New)), Left: make([]Place, 0, len(x.Left)), Gone: x.Gone}
	for _, v := range x.New {
		w := Variant{Old: v.Old, New: v.New, Places: make([]Replaced, 0, len(v.Places)), Before: v.Before, After: v.After, Undefined: v.Undefined}
		for _, p := range v.Places {
			w.Places = append(w.Places, Replaced{p.Change, place(p.New), place(p.Old)})
		}
		out.New = append(out.New, w)
	}
	for _, e := range x.Left {
		out.Left = append(out.Left, place(e))
	}
	return out
}

func place(e diff.Evidence) Place { return Place{e.Side.String(), e.Unit, e.Span} }

// list turns nil into an empty list: scripts loop over every list without asking.
func list[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}

func header(d *corpus.Document) Header { return Header{Header: d.Header, Title: d.Title} }

func tables(c *corpus.Comparison) []Table {
	out := make([]Table, 0, len(c.Tables))
	for _, t := range c.Tables {
		out = append(out, Table{t.Title, list(t.Pages), TableSides{t.Headers[corpus.New], t.Headers[corpus.Old]}, t.Legend, t.Signals})
	}
	return out
}

func units(c *corpus.Comparison, clauses []*corpus.Clause, parents []int) []Unit {
	out := make([]Unit, 0, len(clauses))
	for i, k := range clauses {
		u := unit(k, parents[i])
		if c.Printed() {
			table := k.Origin.Table
			u.Table = &table
		}
		out = append(out, u)
	}
	return out
}

func unit(k *corpus.Clause, parent int) Unit {
	u := Unit{
		Path: k.Path.String(), Label: k.Label, Kind: k.Kind, Placeholder: k.Placeholder, Void: k.Void,
		Text: k.Text.S, Body: k.Body, Page: k.Origin.Page, Line: k.Origin.Line, Marks: list(k.Text.Marks),
	}
	if parent >= 0 {
		u.Parent = &parent
	}
	if b := k.Origin.Box; !b.IsZero() {
		u.Box = []float64{tenth(b.X0), tenth(b.Y0), tenth(b.X1), tenth(b.Y1)}
	}
	return u
}

// tenth rounds to a tenth of a point, a tenth of a line's thickness: more digits would be noise that changes with every compiler.
func tenth(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return 0
	}
	return math.Round(v*10) / 10
}

func change(c *diff.Change) Change {
	out := Change{
		New: list(c.New), Old: list(c.Old), Form: string(c.Form),
		Structure: make([]string, 0, len(c.Structure)),
		Effects:   make([]Effect, 0, len(c.Effects)),
		Edits:     make([]Place, 0, len(c.Edits)),
	}
	for _, s := range c.Structure {
		out.Structure = append(out.Structure, string(s))
	}
	for _, e := range c.Effects {
		places := make([]Place, 0, len(e.Evidence))
		for _, p := range e.Evidence {
			places = append(places, Place{p.Side.String(), p.Unit, p.Span})
		}
		out.Effects = append(out.Effects, Effect{string(e.Kind), e.Old, e.New, places})
	}
	for _, e := range c.Edits {
		out.Edits = append(out.Edits, Place{e.Side.String(), e.Unit, e.Span})
	}
	return out
}

func references(r *diff.Result) []Reference {
	out := []Reference{}
	for _, s := range []corpus.Side{corpus.New, corpus.Old} {
		for _, x := range r.References[s] {
			out = append(out, Reference{s.String(), x.Unit, x.Span, list(x.Targets), string(x.Status)})
		}
	}
	return out
}

// findings joins what extraction and comparison found. A finding both carry is written once.
func findings(sets ...[]corpus.Diag) []Finding {
	out := []Finding{}
	seen := map[corpus.Diag]bool{}
	for _, set := range sets {
		for _, d := range set {
			key := d
			key.Span = nil
			if d.Span == nil {
				if seen[key] {
					continue
				}
				seen[key] = true
			}
			f := Finding{d.Rule, d.Severity, d.Side, nil, d.Span, d.Page, d.Message, d.English, d.Hint, d.HintEN}
			if d.Unit >= 0 && d.Side != "" {
				unit := d.Unit
				f.Unit = &unit
			}
			out = append(out, f)
		}
	}
	return out
}
