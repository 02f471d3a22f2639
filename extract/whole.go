package extract

// Whole rules: formats that hold one text, not a table.

import (
	"context"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/lawxml"
	"shinkyu/extract/internal/markdown"
	"shinkyu/extract/internal/plain"
)

func readLawXML(_ context.Context, in input) (*Content, error) {
	c := &Content{Source: in.source}
	var err error
	if in.Skeleton {
		c.Document, c.Skeleton, c.Diags, c.Unplaced, err = lawxml.ReadSkeleton(in.text)
	} else {
		c.Document, c.Diags, c.Unplaced, err = lawxml.Read(in.text)
	}
	if err != nil {
		return nil, err
	}
	return c, nil
}

func readText(_ context.Context, in input) (*Content, error) {
	lines := plain.Read(in.text)
	if c, err := stacked(in, lines, "", nil, nil); c != nil || err != nil {
		return c, err
	}
	return whole(in, lines, ""), nil
}

func readMarkdown(_ context.Context, in input) (*Content, error) {
	f := markdown.Read(in.text)
	if f.Sheet != nil {
		return table(in, f.Sheet)
	}
	if c, err := stacked(in, f.Lines, f.Title, f.Unplaced, nil); c != nil || err != nil {
		return c, err
	}
	c := whole(in, f.Lines, f.Title)
	c.Unplaced = append(c.Unplaced, f.Unplaced...)
	markTables(c.Document, f.Tables)
	return c, nil
}

// markTables makes the clauses that begin on these lines of the source tables.
func markTables(doc *corpus.Document, lines []int) {
	tables := map[int]bool{}
	for _, line := range lines {
		tables[line] = true
	}
	for _, root := range doc.Clauses {
		root.Walk(func(k, _ *corpus.Clause) {
			if tables[k.Origin.Line] && k.Kind == corpus.KindText {
				k.Kind = corpus.KindTable
			}
		})
	}
}

// whole builds the clauses of a text; title is what the file says about itself beside its text.
func whole(in input, lines []clause.Line, title string) *Content {
	in.stage()
	for i := range lines { // what a colour sets apart in a text that is no table is no change
		lines[i].Text.Marks = slices.DeleteFunc(slices.Clone(lines[i].Text.Marks), func(m corpus.Mark) bool { return m.Kind.Tinted() })
	}
	clauses, diags := clause.Build(lines, clause.Options{Title: true})
	clauses, diags, toc := withoutContents(clauses, diags)
	doc := &corpus.Document{Title: title, Clauses: clauses}
	if doc.Title == "" && len(clauses) > 0 && clauses[0].Kind == corpus.KindHeading && clauses[0].Label == "" {
		doc.Title = clauses[0].Text.S
	}
	return &Content{Source: in.source, Document: doc, Diags: diags, Unplaced: toc}
}

// withoutContents takes the table of contents out of a text, as the reader of laws does: it repeats headings that are
// compared where they stand. Findings are renumbered.
func withoutContents(clauses []*corpus.Clause, diags []corpus.Diag) (kept []*corpus.Clause, rest []corpus.Diag, toc []corpus.Unplaced) {
	var moved []int // new index of each unit, -1 for one that went
	n := 0
	for _, root := range clauses {
		contents := root.Kind == corpus.KindHeading && strings.Join(strings.Fields(root.Label), "") == "目次"
		if !contents {
			kept = append(kept, root)
		}
		root.Walk(func(c, _ *corpus.Clause) {
			if contents {
				toc = append(toc, byPage(c, "toc")...)
				moved = append(moved, -1)
				return
			}
			moved = append(moved, n)
			n++
		})
	}
	for _, d := range diags {
		if d.Unit >= 0 && d.Unit < len(moved) {
			d.Unit = moved[d.Unit]
		}
		rest = append(rest, d)
	}
	return kept, rest, toc
}
