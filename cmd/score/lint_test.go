package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/diff"
	"shinkyu/diff/lint"
	"shinkyu/extract"
)

// TestLint holds every check against the labelled set: each finding expected, none else.
func TestLint(t *testing.T) {
	var misses strings.Builder
	tally, err := scoreLint("testdata/lint", &misses)
	if err != nil {
		t.Fatal(err)
	}
	if misses.Len() > 0 {
		t.Errorf("%s", misses.String())
	}
	for _, r := range lint.Rules() {
		k := tally[r.ID]
		if k == nil || k.bad < 2 || k.good < 2 {
			t.Errorf("%s has fewer than two bad and two good cases: %+v", r.ID, k)
		}
	}
}

// TestLintPublished runs the checks over published tables and laws where they are at hand (../shared): what they report there was read by
// hand, and is counted here by rule and severity. An official law has no errors but one: between two dates of effect in 2019 an item cites the 項 number
// that its article gets only later.
func TestLintPublished(t *testing.T) {
	const shared = "../../../shared/samples"
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no published tables at hand: docs/TRICKY-CASES.md")
	}
	count := func(in lint.Input) map[string]int {
		out := map[string]int{}
		for _, f := range lint.Check(in, nil).Findings {
			out[string(f.Severity)+" "+f.Rule.ID]++
		}
		return out
	}
	read := func(f string) *extract.Content {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		c, err := extract.Extract(context.Background(), extract.Source{Name: filepath.Base(f), Data: data})
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	laws, err := filepath.Glob(shared + "/laws/*/*.xml")
	if err != nil {
		t.Fatal(err)
	}
	var before *extract.Content
	for _, f := range laws {
		c := read(f)
		for k, n := range count(lint.Input{Document: c.Document, Unplaced: c.Unplaced}) {
			if k != "info definition-unused" || n > 1 {
				t.Errorf("%s: %d × %s", filepath.Base(f), n, k)
			}
		}
		if before != nil && filepath.Dir(f) == filepath.Dir(laws[0]) {
			both, err := extract.Pair(c, before)
			if err != nil {
				t.Fatal(err)
			}
			for k, n := range count(lint.Input{Result: diff.Compare(both), Unplaced: c.Unplaced}) {
				staged := strings.Contains(f, "_20190701_") && k == "error reference-shifted" && n == 1
				if strings.HasPrefix(k, "error") && !staged {
					t.Errorf("%s: %d × %s", filepath.Base(f), n, k)
				}
			}
		}
		before = c
	}
	guideline := count(lint.Input{Result: diff.Compare(read(shared + "/guideline/nisc-shishin.txt").Comparison)})
	for k, n := range map[string]int{"warning draft-residue": 1, "warning law-number": 1, "warning term-undefined": 1, "info term-undefined": 2,
		"warning removed-marker-missing": 1, "info spelling": 2, "info full-stop": 1} {
		if guideline[k] != n {
			t.Errorf("guideline: %d × %s, want %d", guideline[k], k, n)
		}
	}
	for k := range guideline {
		if strings.HasPrefix(k, "error") {
			t.Errorf("guideline: %s", k)
		}
	}
	tables, err := filepath.Glob(shared + "/tables/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range tables {
		c := read(f)
		if c.Comparison == nil {
			t.Errorf("%s is no table", filepath.Base(f))
			continue
		}
		for k, n := range count(lint.Input{Result: diff.Compare(c.Comparison)}) {
			switch k {
			case "warning mark-missing", "info mark-missing", "warning mark-excess", "info duty-changed", "info actor":
			default:
				t.Errorf("%s: %d × %s", filepath.Base(f), n, k)
			}
		}
	}
}
