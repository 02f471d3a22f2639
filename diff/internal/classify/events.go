package classify

// What happened to each defined term: the definition tables of both sides compared.
//
//	removed here and added there is moved, not new: the term keeps its meaning, only the place that gives it changed.
//	整備機関 → 整備機関等 in one slot is renamed.      The name that stands behind 「基準」 changed: kept, and a rename of the document.

import (
	"cmp"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// Definition is what happened to one defined term. Unit and Span say where it is defined, on Side.
type Definition struct {
	Term  string
	Side  corpus.Side
	Unit  int
	Span  corpus.Span
	Event string // added removed moved renamed changed kept
}

// event is a definition on one or both sides.
type event struct {
	kind string
	def  [2]*definition
}

func (d *document) define() {
	for s := range d.Units {
		for u, c := range d.Units[s] {
			d.table[s] = append(d.table[s], definitions(u, c)...)
		}
	}
	d.pairDefinitions()
}

func (d *document) pairDefinitions() {
	news, olds := d.table[corpus.New], d.table[corpus.Old]
	partner, used := make([]int, len(news)), make([]bool, len(olds))
	for i := range partner {
		partner[i] = -1
	}
	// Each pass pairs what the passes before left; the surest stands first.
	passes := []func(n, o *definition) bool{
		func(n, o *definition) bool { return n.term == o.term && d.sameChange(n, o) },
		func(n, o *definition) bool { return n.term == o.term },
		func(n, o *definition) bool {
			return d.sameChange(n, o) && (related(n.term, o.term) && alike(n.means, o.means) || n.means != "" && n.means == o.means)
		},
	}
	for _, pass := range passes {
		for i := range news {
			for j := range olds {
				if partner[i] < 0 && !used[j] && pass(&news[i], &olds[j]) {
					partner[i], used[j] = j, true
				}
			}
		}
	}
	for i := range news {
		if j := partner[i]; j >= 0 && news[i].term != olds[j].term {
			d.renamed = append(d.renamed, event{"renamed", [2]*definition{corpus.New: &news[i], corpus.Old: &olds[j]}})
		}
	}
	put := func(e event) {
		lead, side := e.def[corpus.New], corpus.New
		if lead == nil {
			lead, side = e.def[corpus.Old], corpus.Old
		}
		d.definitions = append(d.definitions, Definition{lead.term, side, lead.unit, lead.span, e.kind})
		for s, def := range e.def {
			if def == nil {
				continue
			}
			c := d.Change[s][def.unit]
			if list := d.byChange[c]; len(list) == 0 || list[len(list)-1] != e {
				d.byChange[c] = append(d.byChange[c], e)
			}
		}
	}
	for i := range news {
		if partner[i] < 0 {
			put(event{"added", [2]*definition{corpus.New: &news[i]}})
			continue
		}
		o := &olds[partner[i]]
		e := event{"kept", [2]*definition{corpus.New: &news[i], corpus.Old: o}}
		switch {
		case news[i].term != o.term:
			e.kind = "renamed"
		case !d.sameChange(&news[i], o):
			e.kind = "moved"
		case !news[i].name && d.meaningChanged(e):
			e.kind = "changed"
		}
		put(e)
	}
	for j := range olds {
		if !used[j] {
			put(event{"removed", [2]*definition{corpus.Old: &olds[j]}})
		}
	}
	slices.SortStableFunc(d.definitions, func(a, b Definition) int {
		return cmp.Or(int(a.Side-b.Side), a.Unit-b.Unit, a.Span.Start-b.Span.Start)
	})
}

func (d *document) sameChange(n, o *definition) bool {
	return d.Change[corpus.New][n.unit] == d.Change[corpus.Old][o.unit]
}

// related reports whether one term is the other with something added: 整備機関, 整備機関等.
func related(a, b string) bool {
	return a != b && min(len(a), len(b)) >= 2*len("字") && (strings.Contains(a, b) || strings.Contains(b, a))
}

// alike reports whether two meanings are versions of one.
func alike(a, b string) bool {
	return dice(a, b) >= 0.7 || a != "" && strings.Contains(b, a) || b != "" && strings.Contains(a, b)
}

// meaningChanged reports whether words of what the term stands for changed, spelling and references apart.
func (d *document) meaningChanged(e event) bool {
	oldMeans := d.withoutDefinitions(e.def[corpus.Old].means, corpus.Old)
	for _, r := range d.renamed {
		if n, o := r.def[corpus.New].term, r.def[corpus.Old].term; !strings.Contains(oldMeans, n) {
			oldMeans = strings.ReplaceAll(oldMeans, o, n)
		}
	}
	n, _ := withoutReferences(token.Lex(spell(d.withoutDefinitions(e.def[corpus.New].means, corpus.New))))
	o, _ := withoutReferences(token.Lex(spell(oldMeans)))
	if n == o {
		return false
	}
	c := d.changeOf(e)
	if c == nil {
		return true
	}
	return len(c.within(e.def[corpus.New], corpus.New)) > 0 || len(c.within(e.def[corpus.Old], corpus.Old)) > 0
}

// withoutDefinitions takes the brackets out of a meaning that define another term which the other side defines in the same or nearly the same words, here
// or elsewhere.
func (d *document) withoutDefinitions(means string, s corpus.Side) string {
	if !strings.Contains(means, "をいう。") {
		return means
	}
	text := []rune(means)
	f := flat{text: text, at: make([]int, len(text))}
	for i := range f.at {
		f.at[i] = i
	}
	inner := inBrackets(f)
	for i := len(inner) - 1; i >= 0; i-- {
		x := inner[i]
		same := func(o definition) bool { return o.term == x.term && dice(spell(o.means), spell(x.means)) >= 0.9 }
		if x.extent.End <= len(text) && slices.ContainsFunc(d.table[s.Other()], same) {
			text = slices.Delete(text, x.extent.Start, x.extent.End)
		}
	}
	return string(text)
}

// changeOf is the two-sided change in which both definitions stand, nil if its words are equal.
func (d *document) changeOf(e event) *change {
	id := d.Change[corpus.New][e.def[corpus.New].unit]
	i := slices.IndexFunc(d.changes, func(c *change) bool { return c.Change == id })
	if i < 0 {
		return nil
	}
	return d.changes[i]
}

// within lists the hunks that touch the words a definition stands for.
func (c *change) within(def *definition, s corpus.Side) []*hunk {
	var out []*hunk
	for i := range c.hunks {
		for _, p := range c.Sides[s].Places(c.hunks[i].on(s)) {
			if p.Unit == def.unit && p.Span.Start < def.body.End && p.Span.End >= def.body.Start && (p.Span.End > def.body.Start || def.name) {
				out = append(out, &c.hunks[i])
				break
			}
		}
	}
	return out
}

var eventEffect = map[string]Kind{"added": "definition-added", "removed": "definition-removed", "moved": "definition-moved", "renamed": "definition-changed", "changed": "definition-changed"}

// effectOf is the effect of an event on one change.
func (d *document) effectOf(e event, id int) (Effect, bool) {
	kind, ok := eventEffect[e.kind]
	if !ok {
		return Effect{}, false
	}
	out := Effect{Kind: kind}
	for s, def := range e.def {
		if def == nil || d.Change[s][def.unit] != id {
			continue
		}
		if corpus.Side(s) == corpus.New {
			out.New = def.term
		} else {
			out.Old = def.term
		}
		out.Evidence = append(out.Evidence, Evidence{corpus.Side(s), def.unit, def.span})
	}
	return out, true
}

// definitionsThat lists the effects of the definitions of a change to which this happened.
func (d *document) definitionsThat(c *change, kind Kind) []Effect {
	var out []Effect
	for _, e := range d.byChange[c.Change] {
		if x, ok := d.effectOf(e, c.Change); ok && x.Kind == kind {
			out = append(out, x)
			c.explainDefinition(e)
		}
	}
	return out
}

// explainDefinition marks the hunks that are nothing but the words of a definition which came, went or moved.
func (c *change) explainDefinition(e event) {
	if e.kind == "changed" || e.kind == "renamed" {
		return
	}
	for i := range c.hunks {
		h := &c.hunks[i]
		if e.kind != "moved" && h.Old.Len() > 0 && h.New.Len() > 0 {
			continue // other words gave way to it, which means something by itself
		}
		for s, def := range e.def {
			if def == nil {
				continue
			}
			for _, p := range c.Sides[s].Places(h.on(corpus.Side(s))) {
				whole := corpus.Span{Start: def.body.Start, End: def.extent.End}
				if p.Unit == def.unit && p.Span.Start < whole.End && p.Span.End > whole.Start && p.Span.Len() <= whole.Len()+4 {
					h.done = true
				}
			}
		}
	}
}

// oneSided adds the definition effects of clauses that stand on one side only; they carry no others.
func (d *document) oneSided(effects [][]Effect) {
	hasPair := map[int]bool{}
	for _, c := range d.changes {
		hasPair[c.Change] = true
	}
	for id := range effects {
		if hasPair[id] {
			continue
		}
		for _, e := range d.byChange[id] {
			if x, ok := d.effectOf(e, id); ok {
				effects[id] = add(effects[id], x)
			}
		}
	}
}
