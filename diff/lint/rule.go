package lint

import (
	"shinkyu/corpus"
)

// Needs says what a rule looks at, and so when it applies.
type Needs string

const (
	NeedsTable Needs = "table" // a printed table: marks, markers, rows
	NeedsPair  Needs = "pair"  // two sides, printed or not
	NeedsText  Needs = "text"  // any text; of a comparison each side for itself
	NeedsBase  Needs = "base"  // a table and the text that it amends
)

// Rule is one check.
type Rule struct {
	ID       string
	Number   int // in the order of the catalogue (docs/CHECKS.md)
	Severity corpus.Severity
	Needs    Needs
	Audit    bool // also shown beside a comparison: it concerns the table as printed

	Title, English string // what it finds, one line
	Basis          string // the drafting rule it implements
	Bad, Good      string // an example, and a near miss
	Hint, HintEN   string

	check func(*subject)        // on the whole, or
	text  func(*subject, *side) // on each side
}

// rules holds each rule of the room; a rule's file adds it.
var rules = []*Rule{
	markMissing, markExcess, baseDiffers, addedMarker, removedMarker, markerSide, shellConflict, paragraphShell, omittedBesideText, rangeLength,
	numbering, referenceMissing, referenceShifted, referenceCrosses, referenceDeleted, itemsMissing, termUndefined, definitionUnused,
	definitionTwice, longForm, termLeft, termInconsistent, lawNumber, conjunctions, dutyChanged, actorUnclear, spelling, fullStop, brackets,
	residue, captions, contents, appendix, effectiveDate, dates, markPartial,
}

// Rules lists all checks in the order of the catalogue.
func Rules() []*Rule { return rules }

// ByID finds a rule, nil if there is none.
func ByID(id string) *Rule {
	for _, r := range rules {
		if r.ID == id {
			return r
		}
	}
	return nil
}
