package main

// What must hold for every table, whatever it says: the invariants of the comparison, on each of our annotated tables.

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/extract"
	"shinkyu/render/wire"
)

func eachTable(t *testing.T, f func(t *testing.T, c *corpus.Comparison)) {
	cases, err := ownCases("testdata/tables")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			data, err := os.ReadFile(c.Input)
			if err != nil {
				t.Fatal(err)
			}
			content, err := extract.Extract(context.Background(), extract.Source{Name: filepath.Base(c.Input), Data: data})
			if err != nil {
				t.Fatal(err)
			}
			f(t, content.Comparison)
		})
	}
}

// Each unit stands in exactly one change, and every span lies inside its text.
func TestEachUnitInOneChange(t *testing.T) {
	eachTable(t, func(t *testing.T, c *corpus.Comparison) {
		r := diff.Compare(c)
		for _, side := range []corpus.Side{corpus.New, corpus.Old} {
			seen := make([]int, len(r.Units[side]))
			for _, ch := range r.Changes {
				for _, n := range ch.Units(side) {
					seen[n]++
				}
			}
			for n, k := range seen {
				if k != 1 {
					t.Errorf("%s unit %d (%s) stands in %d changes", side, n, r.Units[side][n].Path, k)
				}
			}
			paths := map[string]bool{}
			for n, u := range r.Units[side] {
				if paths[u.Path.String()] {
					t.Errorf("%s unit %d: address %s stands twice", side, n, u.Path)
				}
				paths[u.Path.String()] = true
				for _, m := range u.Text.Marks {
					inside(t, m.Span, u.Text)
				}
			}
		}
		for _, ch := range r.Changes {
			for _, e := range ch.Edits {
				inside(t, e.Span, r.Units[e.Side][e.Unit].Text)
			}
			for _, e := range ch.Effects {
				if len(e.Evidence) == 0 {
					t.Errorf("effect %s of %q has no evidence", e.Kind, e.Old+" → "+e.New)
				}
				for _, v := range e.Evidence {
					inside(t, v.Span, r.Units[v.Side][v.Unit].Text)
				}
			}
		}
	})
}

func inside(t *testing.T, s corpus.Span, text corpus.Text) {
	t.Helper()
	if s.Start < 0 || s.End > text.Len() || s.Len() <= 0 {
		t.Errorf("span %v is not inside %q", s, text.S)
	}
}

// Without the edits both sides of a change say the same: applying the edits to the old text gives the new.
func TestEditsAreComplete(t *testing.T) {
	eachTable(t, func(t *testing.T, c *corpus.Comparison) {
		r := diff.Compare(c)
		for k, ch := range r.Changes {
			if len(ch.New) == 0 || len(ch.Old) == 0 || ch.Form == diff.Added || ch.Form == diff.Removed {
				continue
			}
			var kept [2]string
			for _, side := range []corpus.Side{corpus.New, corpus.Old} {
				for _, n := range ch.Units(side) {
					kept[side] += outside(r.Units[side][n].Text.S, n, side, ch.Edits)
				}
			}
			if kept[0] != kept[1] {
				t.Errorf("change %d (%s): without the edits the new side says %q, the old side %q", k, ch.Form, kept[0], kept[1])
			}
		}
	})
}

func outside(s string, unit int, side corpus.Side, edits []diff.Edit) string {
	var b strings.Builder
	for i, r := range []rune(s) {
		if unicode.IsSpace(r) || slices.ContainsFunc(edits, func(e diff.Edit) bool {
			return e.Side == side && e.Unit == unit && e.Span.Start <= i && i < e.Span.End
		}) {
			continue
		}
		b.WriteRune(r)
	}
	return fold.Replace(b.String())
}

// A side compared with itself has not changed.
func TestSelfComparisonIsSame(t *testing.T) {
	eachTable(t, func(t *testing.T, c *corpus.Comparison) {
		for _, side := range []corpus.Side{corpus.New, corpus.Old} {
			r := diff.Compare(&corpus.Comparison{Sides: [2]corpus.Document{c.Sides[side], c.Sides[side]}})
			for _, ch := range r.Changes {
				marker := len(ch.New)+len(ch.Old) > 0
				for _, s := range []corpus.Side{corpus.New, corpus.Old} {
					for _, n := range ch.Units(s) {
						p := r.Units[s][n].Placeholder
						marker = marker && (p == corpus.Added || p == corpus.Removed)
					}
				}
				if marker {
					continue
				}
				if ch.Form != diff.Same && ch.Form != diff.Omitted || len(ch.Structure) > 0 || len(ch.Edits) > 0 {
					t.Errorf("%s: %v %v is %s %v with %d edits", side, ch.New, ch.Old, ch.Form, ch.Structure, len(ch.Edits))
				}
			}
		}
	})
}

// What one direction adds the other removes.
func TestSwappedSidesSwapAddedAndRemoved(t *testing.T) {
	eachTable(t, func(t *testing.T, c *corpus.Comparison) {
		count := func(r *diff.Result) (added, removed int) {
			for _, ch := range r.Changes {
				for _, n := range ch.New {
					if p := r.Units[corpus.New][n].Placeholder; ch.Form == diff.Added && p != corpus.Added && p != corpus.Removed {
						added++
					}
				}
				for _, n := range ch.Old {
					if p := r.Units[corpus.Old][n].Placeholder; ch.Form == diff.Removed && p != corpus.Added && p != corpus.Removed {
						removed++
					}
				}
			}
			return added, removed
		}
		plain := func(a, b corpus.Document) *corpus.Comparison { // texts only: printed markers have a direction
			return &corpus.Comparison{Sides: [2]corpus.Document{a, b}}
		}
		added, removed := count(diff.Compare(plain(c.Sides[0], c.Sides[1])))
		added2, removed2 := count(diff.Compare(plain(c.Sides[1], c.Sides[0])))
		if added != removed2 || removed != added2 {
			t.Errorf("%d added and %d removed, the other way round %d and %d", added, removed, added2, removed2)
		}
	})
}

func TestSameInputSameBytes(t *testing.T) {
	eachTable(t, func(t *testing.T, c *corpus.Comparison) {
		a, err := wire.JSON(diff.Compare(c))
		if err != nil {
			t.Fatal(err)
		}
		b, err := wire.JSON(diff.Compare(c))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(a, b) {
			t.Error("two runs differ")
		}
	})
}
