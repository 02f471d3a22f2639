package main

import (
	"shinkyu/corpus"
	"shinkyu/extract"
)

// pair puts two whole texts side by side, without printed evidence.
func pair(newer, older *extract.Content) *corpus.Comparison {
	return &corpus.Comparison{
		Title:    newer.Document.Title,
		Sources:  [2]corpus.Source{newer.Source, older.Source},
		Sides:    [2]corpus.Document{*newer.Document, *older.Document},
		Diags:    append(append([]corpus.Diag{}, newer.Diags...), older.Diags...),
		Unplaced: append(append([]corpus.Unplaced{}, newer.Unplaced...), older.Unplaced...),
	}
}
