// Package lineage follows each clause through the revisions of a rule.
package lineage

import (
	"shinkyu/corpus"
	"shinkyu/diff"
)

// State is one revision of a rule, in date order. Result leads to it from the revision before; it is nil for the first
// state of a rule that starts with a whole text. Document is the text at this state: the whole rule, or what the table's new side shows of it.
type State struct {
	Result   *diff.Result
	Document *corpus.Document
}

// Event is one revision in the life of a clause.
type Event struct {
	State  int    // index of the state
	Change int    // index into its Result.Changes, -1 if the state has no Result
	Unit   int    // index of the clause on the new side (or in Document, without a Result), -1 if it is gone
	Path   string // address after this revision, "" if it is gone
}

// Life is the history of one clause under one identity, through renumbering and moves.
type Life struct {
	ID     string // stable within the rule and across builds; used in addresses on the site
	Path   string // address now, or the last one it had
	Alive  bool
	Events []Event // in date order; revisions whose table leaves the clause out have no event
}

// Trace follows every clause through the states. Deterministic; lives in the order of the last state, gone ones where they stood.
func Trace(states []State) []Life { return nil }
