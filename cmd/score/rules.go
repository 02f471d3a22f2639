package main

// Precision and recall of every rule on the labelled changes, as one table.

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"shinkyu/diff"
	"shinkyu/render/words"
)

// ruleScore counts one kind of effect, one structure, or the forms.
type ruleScore struct {
	positive, near int
	counts         [2]counts // development, held out
}

// ruleSheet is the table of rules.
type ruleSheet struct {
	cases [2]int
	rules map[string]*ruleScore
}

// allKinds and forms are the rows for all effects together and for the forms.
const (
	allKinds = "all effects"
	allForms = "form"
)

func (s *ruleSheet) rule(name string) *ruleScore {
	if s.rules[name] == nil {
		s.rules[name] = &ruleScore{}
	}
	return s.rules[name]
}

// scoreLabelled reads every case and counts; misses are told to talk.
func scoreLabelled(list []labelledCase, talk io.Writer) (*ruleSheet, error) {
	s := &ruleSheet{rules: map[string]*ruleScore{}}
	for _, c := range list {
		got, err := c.read()
		if err != nil {
			return nil, err
		}
		part := 0
		if c.HeldOut {
			part = 1
		}
		s.cases[part]++
		s.count(&c, part, got, talk)
	}
	return s, nil
}

func (s *ruleSheet) count(c *labelledCase, part int, got found, talk io.Writer) {
	for _, k := range c.Near {
		s.rule(k).near++
	}
	tell := func(what string, want, have []string) {
		fmt.Fprintf(talk, "%s %s: want %v, found %v\n  - %s  + %s", c.Name, what, want, have, strings.ReplaceAll(c.Old, "\n", "\n    "), strings.ReplaceAll(c.New, "\n", "\n    "))
		fmt.Fprintln(talk)
	}
	if !slices.Contains(c.May, "*") {
		wrong := false
		for _, k := range words.AllEffects() {
			kind := string(k)
			want, have := slices.Contains(c.Want, kind), slices.Contains(got.effects, kind)
			if want {
				s.rule(kind).positive++
			} else if slices.Contains(c.May, kind) {
				continue
			}
			for _, name := range []string{kind, allKinds} {
				add(&s.rule(name).counts[part], want, have)
			}
			wrong = wrong || want != have
		}
		if wrong {
			tell("effects", c.Want, got.effects)
		}
	}
	form := &s.rule(allForms).counts[part]
	form.Rate = true
	form.FN++
	if sameItems(c.Forms, got.forms) {
		form.TP++
	} else {
		tell("form", c.Forms, got.forms)
	}
	for _, k := range structures {
		want, have := slices.Contains(c.Structure, k), slices.Contains(got.structure, k)
		if want {
			s.rule(k).positive++
		}
		add(&s.rule(k).counts[part], want, have)
	}
	if !sameItems(c.Structure, got.structure) {
		tell("structure", c.Structure, got.structure)
	}
}

var structures = []string{string(diff.Renumbered), string(diff.Moved), string(diff.Releveled), string(diff.Split), string(diff.Merged), string(diff.Shell)}

func add(c *counts, want, have bool) {
	switch {
	case want && have:
		c.TP++
	case want:
		c.FN++
	case have:
		c.FP++
	}
}

func sameItems(a, b []string) bool {
	a, b = slices.Clone(a), slices.Clone(b)
	slices.Sort(a)
	slices.Sort(b)
	return slices.Equal(slices.Compact(a), slices.Compact(b))
}

// precision and recall are 1 where there is nothing to find.
func (c counts) precision() float64 {
	if c.TP+c.FP == 0 {
		return 1
	}
	return c.TP / (c.TP + c.FP)
}

func (c counts) recall() float64 {
	if c.TP+c.FN == 0 {
		return 1
	}
	return c.TP / (c.TP + c.FN)
}

// print writes the table: a rule a line, with precision and recall on both parts of the set.
func (s *ruleSheet) print(w io.Writer) {
	fmt.Fprintf(w, "%d labelled changes, %d of them held out\n\n", s.cases[0]+s.cases[1], s.cases[1])
	fmt.Fprintf(w, "%-19s %8s %8s %11s %11s %13s %13s\n", "rule", "positive", "near", "precision", "recall", "held-out p", "held-out r")
	fmt.Fprintln(w, strings.Repeat("-", 19+2*9+2*12+2*14))
	for _, name := range s.names() {
		r := s.rules[name]
		if r == nil {
			continue
		}
		if r.counts[0].Rate {
			fmt.Fprintf(w, "%-19s %8s %8s %11.4f %11s %13.4f %13s\n", name, "-", "-", r.counts[0].value(), "-", r.counts[1].value(), "-")
			continue
		}
		fmt.Fprintf(w, "%-19s %8d %8d %11.4f %11.4f %13.4f %13.4f\n", name, r.positive, r.near,
			r.counts[0].precision(), r.counts[0].recall(), r.counts[1].precision(), r.counts[1].recall())
	}
}

func (s *ruleSheet) names() []string {
	var out []string
	for _, k := range words.AllEffects() {
		out = append(out, string(k))
	}
	return append(append(out, allKinds, allForms), structures...)
}

// below lists the floors that do not hold: the least precision and recall of each part over all effects, and of every single rule.
func (s *ruleSheet) below(f ruleFloors) []string {
	var out []string
	hold := func(what string, got, floor float64) {
		if got < floor-1e-9 {
			out = append(out, fmt.Sprintf("%s is %.4f, the floor is %.4f", what, got, floor))
		}
	}
	for part, name := range []string{"labelled changes", "held-out changes"} {
		floor := []partFloors{f.Development, f.HeldOut}[part]
		c := s.rule(allKinds).counts[part]
		hold(name+": precision", c.precision(), floor.Precision)
		hold(name+": recall", c.recall(), floor.Recall)
		hold(name+": form", s.rule(allForms).counts[part].value(), floor.Form)
	}
	for _, k := range words.AllEffects() {
		c := s.rule(string(k)).counts[0]
		hold("rule "+string(k)+": precision", c.precision(), f.Rule)
		hold("rule "+string(k)+": recall", c.recall(), f.Rule)
	}
	return out
}
