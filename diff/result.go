package diff

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/refer"
)

// Form is what happened to a clause, judged on its text without the label. Exactly one per change.
type Form string

const (
	Same      Form = "same"
	Omitted   Form = "omitted"   // 略 on both sides, or 略 beside 同左
	Edited    Form = "edited"    // 改正
	Rewritten Form = "rewritten" // 全部改正: under about 40 % of the text kept
	Added     Form = "added"     // 新設
	Removed   Form = "removed"   // 削る
)

// Structure is what happened to the place of a clause. Any number per change.
type Structure string

const (
	Renumbered Structure = "renumbered"
	Moved      Structure = "moved"
	Releveled  Structure = "releveled"
	Split      Structure = "split"
	Merged     Structure = "merged"
	Shell      Structure = "shell"
)

// EffectKind is a legal or editorial effect.
type EffectKind string

const (
	Scope             EffectKind = "scope"
	Actor             EffectKind = "actor"
	DefinitionAdded   EffectKind = "definition-added"
	DefinitionRemoved EffectKind = "definition-removed"
	DefinitionMoved   EffectKind = "definition-moved"
	DefinitionChanged EffectKind = "definition-changed"
	DutyAdded         EffectKind = "duty-added"
	DutyRemoved       EffectKind = "duty-removed"
	DutyStrengthened  EffectKind = "duty-strengthened"
	DutyWeakened      EffectKind = "duty-weakened"
	Quantity          EffectKind = "quantity"
	Date              EffectKind = "date"
	Condition         EffectKind = "condition"
	Basis             EffectKind = "basis"
	Reference         EffectKind = "reference"
	Citation          EffectKind = "citation"
	TermEffect        EffectKind = "term"
	Rename            EffectKind = "rename"
	Heading           EffectKind = "heading"
	SentenceAdded     EffectKind = "sentence-added"
	SentenceRemoved   EffectKind = "sentence-removed"
	Orthography       EffectKind = "orthography"
	Grammar           EffectKind = "grammar"
)

// Evidence is a place that proves an effect; Span counts code points of the unit's text.
type Evidence struct {
	Side corpus.Side
	Unit int
	Span corpus.Span
}

// Effect is one effect of a change with the words that make it.
type Effect struct {
	Kind     EffectKind
	Old, New string
	Evidence []Evidence
}

// Edit is a computed changed range of one unit; Span counts code points of the unit's text, label included.
type Edit struct {
	Side corpus.Side
	Unit int
	Span corpus.Span
}

// Change holds the units of both sides that belong together. One side is empty for added and removed,
// save for the bare （新設）／（削る） marker that stands there.
type Change struct {
	New, Old  []int // unit indices, ascending; behind them the markers of a table that prints a move as （削る） and （新設）
	Form      Form
	Structure []Structure
	Effects   []Effect
	Edits     []Edit
}

// Units of one side.
func (c *Change) Units(s corpus.Side) []int {
	if s == corpus.New {
		return c.New
	}
	return c.Old
}

// Clauses are a change's units of one side without bare markers, which are no clauses.
func (r *Result) Clauses(c *Change, s corpus.Side) []int {
	units := c.Units(s)
	return slices.DeleteFunc(slices.Clone(units), func(u int) bool { return r.Units[s][u].Placeholder.IsMarker() })
}

// Term is a systematic replacement: literal words, Count places in aligned clauses, Left places where the old term survives on the new side.
type Term struct {
	Old, New string
	Count    int
	Changes  []int
	Left     int
}

// Replacement is one old word with all it became, most places first. Count is the places in clauses that go on, Gone those in struck ones; Left is where
// the old word stands on the new side still.
type Replacement struct {
	Old   string
	Count int
	New   []Variant
	Left  []Evidence
	Gone  int
}

// Variant is one of the words that an old one became. Old is the word as it stood, the term or a compound of it. Before and After are the old words
// beside all its places and no other's: the context that decides, empty where nothing tells. Undefined: it stands for words that the old side defines, and
// nobody defines it.
type Variant struct {
	Old, New      string
	Places        []Replaced
	Before, After string
	Undefined     bool
}

// Replaced is one place of a replacement, on both sides.
type Replaced struct {
	Change   int
	New, Old Evidence
}

// Definition is what happened to one defined term. Unit and Span say where it is defined, on Side.
type Definition struct {
	Term  string
	Side  corpus.Side
	Unit  int
	Span  corpus.Span
	Event string // added removed moved renamed changed kept
}

// Result is a comparison with what changed. It lies beside the comparison and points into it by unit index.
type Result struct {
	Comparison   *corpus.Comparison
	Units        [2][]*corpus.Clause // reading order of each side, as Document.Units
	Parents      [2][]int            // index of each unit's parent on its side, -1 for a root
	Changes      []Change            // in reading order of the new side, old-only changes where they fall; every unit in exactly one
	Terms        []Term
	Replacements []Replacement // the same by old word, with every place
	Definitions  []Definition
	References   [2][]refer.Reference // of each side, in reading order
	Findings     []corpus.Diag        // filled by diff/lint
}
