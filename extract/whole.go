package extract

// Whole rules: formats that hold one text, not a table.

import (
	"context"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/lawxml"
	"shinkyu/extract/internal/markdown"
	"shinkyu/extract/internal/plain"
)

func readLawXML(_ context.Context, in input) (*Content, error) {
	doc, diags, unplaced, err := lawxml.Read(in.text)
	if err != nil {
		return nil, err
	}
	return &Content{Source: in.source, Document: doc, Diags: diags, Unplaced: unplaced}, nil
}

func readText(_ context.Context, in input) (*Content, error) {
	return whole(in, plain.Read(in.text), ""), nil
}

func readMarkdown(_ context.Context, in input) (*Content, error) {
	f := markdown.Read(in.text)
	if f.Sheet != nil {
		return table(in, f.Sheet)
	}
	c := whole(in, f.Lines, f.Title)
	c.Unplaced = f.Unplaced
	tables := map[int]bool{}
	for _, line := range f.Tables {
		tables[line] = true
	}
	for _, root := range c.Document.Clauses {
		root.Walk(func(k, _ *corpus.Clause) {
			if tables[k.Origin.Line] && k.Kind == corpus.KindText {
				k.Kind = corpus.KindTable
			}
		})
	}
	return c, nil
}

// whole builds the clauses of a text; title is what the file says about itself beside its text.
func whole(in input, lines []clause.Line, title string) *Content {
	clauses, diags := clause.Build(lines, clause.Options{Title: true})
	doc := &corpus.Document{Title: title, Clauses: clauses}
	if doc.Title == "" && len(clauses) > 0 && clauses[0].Kind == corpus.KindHeading && clauses[0].Label == "" {
		doc.Title = clauses[0].Text.S
	}
	return &Content{Source: in.source, Document: doc, Diags: diags}
}
