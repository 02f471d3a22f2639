// Package extract turns files into clauses: a 新旧対照表 into a comparison, a whole rule into a document.
package extract

import (
	"context"

	"shinkyu/corpus"
)

// Format names an input format. The zero value means: find out from the content.
type Format string

const (
	Auto     Format = ""
	PDF      Format = "pdf"
	HTML     Format = "html"
	Marked   Format = "marked" // tab-separated cells with <p>, <u>, <ul> inside
	LawXML   Format = "lawxml" // 法令標準XML
	Markdown Format = "markdown"
	Text     Format = "text"
)

// Source is a file to read. Name is for messages only; the format is found from Data.
type Source struct {
	Name   string
	Data   []byte
	Format Format
}

// Content is what a file holds: exactly one of Comparison (a table) and Document (a whole rule) is set.
type Content struct {
	Source     corpus.Source
	Comparison *corpus.Comparison
	Document   *corpus.Document
	Diags      []corpus.Diag // of a whole rule; a comparison carries its own
	Unplaced   []corpus.Unplaced
}

// Extract reads src. The error, if any, is a *corpus.Failure or the context's.
func Extract(ctx context.Context, src Source) (*Content, error) {
	return nil, &corpus.Failure{Rule: "not-read", English: "nothing can be read yet", Japanese: "まだ読み取れません"}
}
