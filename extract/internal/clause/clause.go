// Package clause turns the lines of one column, or of a whole text, into a tree of clauses.
//
// A line says nothing about structure: it ends where the column ends, and a label such as １ or イ is just a character.
// Two passes decide. The first joins physical lines to paragraphs (join.go, measure.go); the second hangs paragraphs
// under each other by their labels (nest.go). Neither trusts a single sign: a label counts when it is the first of its
// series or follows the one before, a line end counts when the column had room left.
// One clever pass that parses labels while it joins lines was rejected: a wrapped line that begins with 「２項」 and a
// 項 that begins with ２ differ by their neighbours on both sides, and those are known only when the lines are paragraphs.
// The level of a label is learned from the document (a new style opens a level, a known one closes down to its own),
// because notices use the same labels in different orders; only 編章節款目条項号 have fixed ranks.
// Cost: each paragraph is read as every label it could be, about ten recognisers per line.
//
// Labels follow 法令標準XML and the ways of 例規, 公用文 and notices; each recogniser names its examples.
package clause

import (
	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/extract/internal/grid"
)

// Line is one line or paragraph of a text in reading order. What grid.Line says about geometry may be unknown:
// then Room is -1 and Indent 0 throughout.
type Line struct {
	*grid.Line // shared with the sheet; never nil
	Origin     corpus.Origin
	Level      int  // heading level that the source itself gives (Markdown's #), from 1; 0 none
	Ruled      bool // a rule is drawn between it and the line before
}

// Options say what the lines are.
type Options struct {
	Prefix ref.Path // stands before every address: 表2
	Title  bool     // a whole document: the first unlabelled line is its title. In a table that is decided by its look
}

// Build returns the forest of clauses of lines. Every character that is not white space is in exactly one clause,
// in the order of the lines. Findings carry the unit's index in reading order of the forest.
func Build(lines []Line, opt Options) ([]*corpus.Clause, []corpus.Diag) {
	paragraphs := divide(join(lines))
	b := &builder{opt: opt}
	for i, p := range paragraphs {
		b.add(p, following(paragraphs[i+1:], bareMarker(p)))
	}
	return b.finish()
}

// following is the paragraph that comes next, nil at the end. Behind a marker it is the one behind all markers: two （新設） in a row
// stand beside two clauses, and what opens behind them tells where both hang.
func following(rest []*paragraph, marker bool) *paragraph {
	for _, p := range rest {
		if !marker || !bareMarker(p) {
			return p
		}
	}
	return nil
}
