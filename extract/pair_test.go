package extract

import (
	"testing"

	"shinkyu/corpus"
)

func TestPair(t *testing.T) {
	newer, older := read(t, mdText), read(t, xmlText)
	c, err := Pair(newer, older)
	if err != nil {
		t.Fatal(err)
	}
	if c.Printed() || c.Title != "見本規程" || c.Sources[corpus.New].Format != "markdown" || c.Sources[corpus.Old].Format != "lawxml" {
		t.Errorf("pair %+v", c)
	}
	for side, doc := range []*corpus.Document{newer.Document, older.Document} {
		if got := c.Sides[side].Clauses; len(got) != len(doc.Clauses) {
			t.Errorf("side %s has %d clauses, want %d", corpus.Side(side), len(got), len(doc.Clauses))
		}
	}
	if _, err := Pair(newer, nil); err == nil {
		t.Error("a missing side is no failure")
	}
}

// TestPairWithTable: a table stands in through its column of the wanted side.
func TestPairWithTable(t *testing.T) {
	c, err := Pair(read(t, htmlTable), read(t, plainText))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Sides[corpus.New].Clauses[0].Text.S; got != "第一条　課等の長は、報告する。" {
		t.Errorf("new side begins %q", got)
	}
	if got := c.Sides[corpus.Old].Clauses[0].Text.S; got != "見本規程" {
		t.Errorf("old side begins %q", got)
	}
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{markedTable, htmlTable, mdTable, plainText, mdText, xmlText, onePage("BT /F 12 Tf 72 700 Td (Notice) Tj ET")} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<13 {
			return
		}
		c, err := Extract(t.Context(), Source{Data: data})
		if err == nil && (c.Comparison == nil) == (c.Document == nil) {
			t.Error("neither a table nor a text, or both")
		}
		if err == nil {
			balanced(t, "fuzz", c.Tally)
		}
	})
}
