// Package site turns a corpus with its results into pages, held in memory.
package site

import (
	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
)

// Input is everything the site is made of.
type Input struct {
	Archive *corpus.Archive
	Rules   []Rule
}

// Rule is one document with its states in date order.
type Rule struct {
	Rule   *corpus.Rule
	States []State
	Lives  []lineage.Life
}

// State is one revision as built. Result is nil where nothing came before it.
type State struct {
	Revision   *corpus.Revision
	Result     *diff.Result
	Document   *corpus.Document
	SourceName string
	Source     []byte
}

// Files are the pages by slash-separated path, index.html first to last.
type Files map[string][]byte

// Build renders all pages. Same input, same bytes.
func Build(in Input) (Files, error) { return Files{}, nil }
