// Package lineage follows each clause through the revisions of a rule, and the rule's text with them.
//
// Problem: an article of today may have stood elsewhere under another number, may have been cut from another, or may be
// hidden behind a （略） in half of the tables; a reader wants its history all the same, and the whole text as it stood on a
// day that no source prints. Choice: a roster of living clauses is carried through the revisions in date order. Inside one
// revision the computed changes say what became of what; between two revisions the old side of the next table is matched
// with the roster by address and words, and what differs is a finding. What a table leaves out lives on, so that the roster
// is the rule as amended: Text puts it together. Rejected: comparing every revision with the last one (a clause that moves
// twice is lost), identity by address alone (第七条 of today is not 第七条 before an insertion), and applying tables apart
// from following clauses (two answers to what a （略） stands for). Cost: a wrong alignment in one revision bends the
// history behind it; the events keep the change they came from, so a reader can see where.
//
// A （略） carries numbers on: 第十三条～第十五条　（略） beside 第十五条～第十七条　（略） renumbers three articles with all
// that is in them. One that stands for clauses no source has printed is a gap: it has a place in the text, （略）, and
// becomes a life with the first table that shows its words. Markers （新設）（削る） are never lives.
package lineage

import (
	"shinkyu/corpus"
	"shinkyu/diff"
)

// State is one revision of a rule, in date order. Result leads to it from the revision before; it is nil for the first
// state of a rule that starts with a whole text. Document is the text at this state: the whole rule, or what the table's new side shows of it.
// A state is a table if its Result is of a printed one, else a whole text.
type State struct {
	Result   *diff.Result
	Document *corpus.Document
}

// table reports whether the state shows only what was amended.
func (s State) table() bool { return s.Result != nil && s.Result.Comparison.Printed() }

// Evidence says by what a revision's clause was taken for one known before.
type Evidence string

const (
	First    Evidence = "first"    // seen here first, or new
	Same     Evidence = "same"     // the source's old side, or the text, repeats address and words of the clause known
	Address  Evidence = "address"  // stands at its address with other words
	Words    Evidence = "words"    // has its words at another address
	Likeness Evidence = "likeness" // an unlabelled paragraph of about the same words under the same clause
	Covered  Evidence = "covered"  // not printed: a （略） that stands for it says where it is now
	Restored Evidence = "restored" // was gone, or void with others, and stands again
	Gone     Evidence = "gone"
)

// Event is one revision in the life of a clause.
type Event struct {
	State  int    // index of the state
	Change int    // index into its Result.Changes, -1 if the state has no Result
	Unit   int    // index of the clause on the new side (or in Document, without a Result), -1 if it is gone; of the （略）, the （同左） or the shell over several that stands for it if its words are not shown
	Path   string // address after this revision, "" if it is gone
	By     Evidence
}

// Life is the history of one clause under one identity, through renumbering and moves. An event without a path ends it; one
// behind that takes it up again.
type Life struct {
	ID     string // stable within the rule and across builds; used in addresses on the site
	Path   string // address now, or the last one it had
	Alive  bool
	From   string  // ID of the life it was split from, "" if none
	Into   string  // ID of the life that took it in, "" if none
	Events []Event // in date order; revisions whose table leaves the clause out have no event, unless its number changed
}

// Finding is where the old side of a table does not repeat the text it amends.
type Finding struct {
	State       int
	corpus.Diag        // Side old, Unit its index there
	Printed     string // the words in the table
	Known       string // the words of the revision before, "" if the clause is not known
}

// Trace follows every clause through the states. Deterministic; lives in the order of the last state, gone ones where they stood.
func Trace(states []State) []Life {
	var t Tracer
	for _, s := range states {
		t.Add(s)
	}
	return t.Lives()
}

// Tracer follows a rule one revision after the other. The zero value has seen none.
// It keeps references to the states' clauses and never changes them.
type Tracer struct {
	roster
	states   int
	whole    *corpus.Document // the last state's text, if it was a whole one
	findings []Finding
}

// Add takes in the next revision.
func (t *Tracer) Add(s State) {
	k := t.states
	t.states++
	t.whole = nil
	switch {
	case s.Result != nil:
		t.findings = append(t.findings, t.follow(k, s)...)
	case s.Document != nil:
		t.reread(k, s.Document)
	}
	if s.Document != nil && !s.table() {
		t.whole = s.Document
		t.complete = !t.gapped()
	}
}

// Lives are the histories of all clauses so far, in the order of the last state, gone ones where they stood.
func (t *Tracer) Lives() []Life {
	out := make([]Life, 0, len(t.lives))
	for _, p := range t.lives {
		if p.gap {
			continue
		}
		p.Life.Path = p.path.String()
		out = append(out, p.Life)
	}
	return out
}

// Findings are the places where tables do not repeat the text they amend, in the order of the revisions.
func (t *Tracer) Findings() []Finding { return t.findings }
