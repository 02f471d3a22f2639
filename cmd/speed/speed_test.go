package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/extract"
)

// What is timed must be read right: every article of the recipe stands in the clauses with its words and marks.
func TestTableIsRead(t *testing.T) {
	data := table(5)
	if !bytes.Equal(data, table(5)) {
		t.Error("two tables differ")
	}
	c, err := extract.Extract(context.Background(), extract.Source{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	if c.Source.Pages != 5 || c.Comparison == nil {
		t.Fatalf("read as %+v", c.Source)
	}
	for side, doc := range c.Comparison.Sides {
		units, _ := doc.Units()
		var want []string
		for k := 0; len(want) < len(units); k++ {
			for _, a := range articles(k) {
				var b strings.Builder
				for _, p := range a[side] {
					b.WriteString(p.words)
				}
				want = append(want, b.String())
			}
		}
		for i, u := range units[:len(units)-1] { // the last one breaks off where the last page ends
			if u.Text.S != want[i] {
				t.Fatalf("%s side, unit %d: %q, want %q", corpus.Side(side), i, u.Text.S, want[i])
			}
			marked := i%7 == 2 || i%7 == 1 && i/7%3 == 0
			if marked != (len(u.Text.Marks) > 0) {
				t.Errorf("%s side, unit %d (%s): marks %v", corpus.Side(side), i, u.Text.S, u.Text.Marks)
			}
		}
	}
}

// The pair of laws is what it is said to be: nothing is lost or moved, the inserted articles are new, every seventh article is reworded.
func TestLawPairIsRead(t *testing.T) {
	older, newer := lawPair(300)
	pair, err := readPair(older, newer)
	if err != nil {
		t.Fatal(err)
	}
	r := diff.Compare(pair)
	forms := map[diff.Form]int{}
	for _, c := range r.Changes {
		forms[c.Form]++
		for _, s := range c.Structure {
			if s != diff.Renumbered {
				t.Errorf("%s is said to be %s", r.Units[corpus.New][c.New[0]].Path, s)
			}
		}
	}
	if len(r.Units[corpus.Old]) != 300 || forms[diff.Added] != 3 || forms[diff.Removed] != 0 || forms[diff.Edited] < 15 {
		t.Errorf("%d clauses, forms %v", len(r.Units[corpus.Old]), forms)
	}
}

// The table beside Hugo times what it says: rules of articles of which some change, rendered to a page for each clause and more.
func TestSiteIsRendered(t *testing.T) {
	older, newer := siteRule(3)
	if older == newer || strings.Count(older, "\n") != articlesOfRule {
		t.Errorf("the revisions are %d and %d bytes", len(older), len(newer))
	}
	_, pages, err := rendered(2)
	if err != nil || pages < 2*articlesOfRule {
		t.Errorf("%d pages, %v", pages, err)
	}
	dir := t.TempDir()
	if err := hugoSite(dir, 5, 7000); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(dir, "content", "p", "000000.md"))
	if err != nil || len(text) < 5500 || len(text) > 7500 {
		t.Errorf("a page of %d bytes, %v", len(text), err)
	}
}
