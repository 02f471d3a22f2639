package main

import (
	"fmt"
	"io"
	"slices"
)

// measureChanges scores pairs, form, structure, effects, terms and definitions. A gold link holds when most characters of
// both units lie in one change.
func measureChanges(res *result, g *gold, columns map[string]*column, units map[string][]resultUnit, where map[string][]place, out scores, talk io.Writer) error {
	inChange := map[string]map[int][]int{"new": {}, "old": {}}
	for k, c := range res.Changes {
		for _, n := range c.New {
			inChange["new"][n] = append(inChange["new"][n], k)
		}
		for _, n := range c.Old {
			inChange["old"][n] = append(inChange["old"][n], k)
		}
	}
	of := func(s string, n int) int { // the change that holds most of gold unit n, -1 if none
		p := where[s][n]
		if p.at < 0 {
			return -1
		}
		votes, order := map[int]int{}, []int(nil)
		for i := p.at; i < min(p.at+p.size, len(columns[s].unit)); i++ {
			for _, k := range inChange[s][columns[s].unit[i]] {
				if votes[k] == 0 {
					order = append(order, k)
				}
				votes[k]++
			}
		}
		best := -1
		for _, k := range order {
			if best < 0 || votes[k] > votes[best] {
				best = k
			}
		}
		return best
	}
	index := map[string]map[string]int{"new": {}, "old": {}}
	for _, s := range []string{"new", "old"} {
		for n, u := range g.units(s) {
			index[s][u.Path] = n
		}
	}
	real := func(k int, s string) bool { // has the change a clause on this side, not only a bare marker?
		list := res.Changes[k].New
		if s == "old" {
			list = res.Changes[k].Old
		}
		return slices.ContainsFunc(list, func(n int) bool {
			p := units[s][n].Placeholder
			return p != "added" && p != "removed"
		})
	}
	var pairs, structure, effects counts
	form := counts{Rate: true}
	for _, p := range g.Pairs {
		newIDs, err := p.New.resolve(index["new"])
		if err != nil {
			return err
		}
		oldIDs, err := p.Old.resolve(index["old"])
		if err != nil {
			return err
		}
		alts, err := p.AltOld.resolve(index["old"])
		if err != nil {
			return err
		}
		var held []int
		for _, n := range newIDs {
			held = append(held, of("new", n))
		}
		for _, n := range oldIDs {
			held = append(held, of("old", n))
		}
		k := -1
		if i := slices.IndexFunc(held, func(x int) bool { return x >= 0 }); i >= 0 {
			k = held[i]
		}
		if len(newIDs) > 0 && len(oldIDs) > 0 {
			good := k >= 0 && !slices.ContainsFunc(held, func(x int) bool { return x != k })
			switch {
			case !good && len(alts) > 0 && k >= 0 && of("old", alts[0]) == of("new", newIDs[0]):
				pairs.TP, pairs.FP, pairs.FN = pairs.TP+.5, pairs.FP+.5, pairs.FN+.5
			case good:
				pairs.TP++
			default:
				pairs.FN++
				if k >= 0 && real(k, "new") && real(k, "old") {
					pairs.FP++
				}
				fmt.Fprintf(talk, "pair %v %v held by %v\n", p.New, p.Old, held)
			}
		} else {
			other := "new"
			if len(newIDs) > 0 {
				other = "old"
			}
			if k >= 0 && !real(k, other) {
				pairs.TP++
			} else {
				pairs.FN++
				if k >= 0 {
					pairs.FP++
				}
				fmt.Fprintf(talk, "pair %v %v is not one-sided\n", p.New, p.Old)
			}
		}
		var gotForm string
		var gotStructure, gotEffects []string
		if k >= 0 {
			gotForm, gotStructure = res.Changes[k].Form, res.Changes[k].Structure
			for _, e := range res.Changes[k].Effects {
				gotEffects = append(gotEffects, e.Kind)
			}
		}
		if p.Form != "" {
			form.FN++
			if gotForm == p.Form {
				form.TP++
			} else {
				fmt.Fprintf(talk, "form %v %v want %s got %s\n", p.New, p.Old, p.Form, gotForm)
			}
		}
		tally(&structure, p.Structure, gotStructure, func(miss, extra []string) {
			fmt.Fprintf(talk, "structure %v %v missing %v extra %v\n", p.New, p.Old, miss, extra)
		})
		tally(&effects, p.Effects, gotEffects, func(miss, extra []string) {
			fmt.Fprintf(talk, "effects %v %v missing %v extra %v\n", p.New, p.Old, miss, extra)
		})
	}
	out["pairs"], out["form"], out["structure"], out["effects"] = pairs, form, structure, effects
	if len(g.Replacements) > 0 {
		terms := counts{Rate: true}
		for _, want := range g.Replacements {
			terms.FN++
			hit := false
			for _, got := range res.Terms {
				if got.Old == want.Old && got.New == want.New {
					hit = true
				}
			}
			if hit {
				terms.TP++
			} else {
				fmt.Fprintf(talk, "term %s → %s missing\n", want.Old, want.New)
			}
		}
		out["terms"] = terms
	}
	if len(g.DefinitionEvents) > 0 {
		var want, got []string
		for _, d := range g.DefinitionEvents {
			want = append(want, d.Event+" "+d.Term)
		}
		for _, d := range res.Definitions {
			got = append(got, d.Event+" "+d.Term)
		}
		var definitions counts
		tally(&definitions, want, got, func(miss, extra []string) {
			fmt.Fprintf(talk, "definitions missing %v extra %v\n", miss, extra)
		})
		out["definitions"] = definitions
	}
	return nil
}

// tally compares two sets of labels and reports where they differ.
func tally(c *counts, want, got []string, report func(miss, extra []string)) {
	set := func(list []string) []string {
		list = slices.Clone(list)
		slices.Sort(list)
		return slices.Compact(list)
	}
	want, got = set(want), set(got)
	var miss, extra []string
	for _, w := range want {
		if slices.Contains(got, w) {
			c.TP++
		} else {
			c.FN++
			miss = append(miss, w)
		}
	}
	for _, g := range got {
		if !slices.Contains(want, g) {
			c.FP++
			extra = append(extra, g)
		}
	}
	if len(miss)+len(extra) > 0 {
		report(miss, extra)
	}
}
