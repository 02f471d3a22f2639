// Package classify says what a change means: which duty became stronger, whose scope grew, what is mere spelling.
//
// Every kind of effect is a rule of its own in a file of its own, with the drafting custom it rests on and Japanese examples. The rules
// stand in one ordered table: what a rule explains, later rules leave alone, so that 採る→とる is spelling and not also grammar, and a
// definition that moved is not also an exception that fell away. A statistical classifier was rejected: a lawyer must be able
// to see the words that prove an effect, and a wrong label costs more trust than a missing one, so every rule prefers silence.
// Source of the kinds: the practice of reading 新旧対照表; domain terms are those of Japanese legislative drafting.
package classify

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/internal/edit"
)

// Kind of an effect; values are those of the comparison JSON.
type Kind string

// Evidence is a place that proves an effect; Span counts code points of the unit's text.
type Evidence struct {
	Side corpus.Side
	Unit int
	Span corpus.Span
}

// Effect is one effect with the words that make it.
type Effect struct {
	Kind     Kind
	Old, New string
	Evidence []Evidence
}

// Pair is a change with words on both sides that differ.
type Pair struct {
	Change    int
	Sides     [2]edit.Stream
	Hunks     []edit.Hunk
	Heading   bool
	Rewritten bool
}

// Input is the whole comparison.
type Input struct {
	Units   [2][]*corpus.Clause
	Parents [2][]int
	Change  [2][]int // unit → change
	Counts  int      // number of changes
	Pairs   []*Pair
	// References lists the references of a side whose targets are known; it is asked only where a reference changed.
	References func(corpus.Side) []Reference
}

// Reference is a reference in the text of a unit with the units it names.
type Reference struct {
	Unit    int
	Span    corpus.Span
	Targets []int
}

// Output is what was found. Effects has one list per change, in the order of the rules.
type Output struct {
	Effects      [][]Effect
	Terms        []Term
	Replacements []Replacement
	Definitions  []Definition
}

// rules in the order in which they may explain a difference.
var rules = []struct {
	kind Kind
	find func(d *document, c *change) []Effect
}{
	{"orthography", orthography},
	{"reference", reference},
	{"sentence-added", sentenceAdded},
	{"sentence-removed", sentenceRemoved},
	{"definition-added", definitionAdded},
	{"definition-changed", definitionChanged},
	{"definition-moved", definitionMoved},
	{"definition-removed", definitionRemoved},
	{"rename", rename},
	{"citation", citation},
	{"date", date},
	{"duty-added", dutyAdded},
	{"duty-removed", dutyRemoved},
	{"duty-strengthened", dutyStrengthened},
	{"duty-weakened", dutyWeakened},
	{"condition", condition},
	{"quantity", quantity},
	{"basis", basis},
	{"actor", actor},
	{"scope", scope},
	{"grammar", grammar},
	{"heading", heading},
	{"term", termEffects},
}

// Classify finds the effects of every change.
func Classify(in Input) Output {
	d := newDocument(in)
	out := Output{Effects: make([][]Effect, in.Counts), Terms: d.terms, Replacements: d.replaced, Definitions: d.definitions}
	d.oneSided(out.Effects)
	for _, c := range d.changes {
		for _, r := range rules {
			for _, e := range r.find(d, c) {
				if e.Kind == "" {
					e.Kind = r.kind
				}
				out.Effects[c.Change] = add(out.Effects[c.Change], e)
			}
		}
	}
	return out
}

// proven drops empty evidence; an effect without any is not reported.
func proven(e Effect) (Effect, bool) {
	e.Evidence = slices.DeleteFunc(e.Evidence, func(v Evidence) bool { return v.Span.Len() <= 0 })
	return e, len(e.Evidence) > 0
}

// add appends e unless the same words are listed for the same kind, in which case only the evidence is added.
func add(list []Effect, e Effect) []Effect {
	e, ok := proven(e)
	if !ok {
		return list
	}
	for i := range list {
		if list[i].Kind == e.Kind && list[i].Old == e.Old && list[i].New == e.New {
			list[i].Evidence = append(list[i].Evidence, e.Evidence...)
			return list
		}
	}
	return append(list, e)
}
