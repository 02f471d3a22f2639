// Package wire writes results as other programs read them: the comparison JSON, the JSON of an extracted
// document, and plain text.
//
// The JSON is public API. The structs of corpus and diff are therefore not marshalled as they stand: a field
// renamed there would silently change what scripts read here. The price is one copying pass, and it keeps two
// promises the model cannot make: lists are never null, and an absent unit is absent instead of -1.
package wire

import (
	"shinkyu/corpus"
	"shinkyu/render/summary"
)

// Schema is the "schema" field of a comparison. Additions keep it, renames and removals need a new number.
const Schema = "shinkyu.comparison/1"

// Comparison is the comparison JSON, field by field in the order they are written.
type Comparison struct {
	Schema       string            `json:"schema"`
	Title        string            `json:"title"`
	Summary      summary.Paragraph `json:"summary"`
	Source       *corpus.Source    `json:"source,omitempty"`  // a printed table
	Sources      *Sources          `json:"sources,omitempty"` // two whole texts
	Tables       []Table           `json:"tables"`
	Sides        SideHeaders       `json:"sides"`
	Units        Units             `json:"units"`
	Changes      []Change          `json:"changes"`
	Terms        []Term            `json:"terms"`
	Replacements []Replacement     `json:"replacements"`
	Definitions  []Definition      `json:"definitions"`
	References   []Reference       `json:"references"`
	Findings     []Finding         `json:"findings"`
	Unplaced     []corpus.Unplaced `json:"unplaced"`
}

// Sources are the two documents compared.
type Sources struct {
	New corpus.Source `json:"new"`
	Old corpus.Source `json:"old"`
}

// Table is one printed table.
type Table struct {
	Title   string          `json:"title"`
	Pages   []int           `json:"pages"`
	Sides   TableSides      `json:"sides"`
	Legend  string          `json:"legend,omitempty"`
	Signals []corpus.Signal `json:"signals,omitempty"` // what the legend says that each kind of mark means
}

// TableSides are a table's header words as printed.
type TableSides struct {
	New string `json:"new"`
	Old string `json:"old"`
}

// SideHeaders are the header words of the first table, or of the two documents.
type SideHeaders struct {
	New Header `json:"new"`
	Old Header `json:"old"`
}

// Header describes one side.
type Header struct {
	Header string `json:"header"`
	Title  string `json:"title,omitempty"`
}

// Units are the clauses of each side in reading order.
type Units struct {
	New []Unit `json:"new"`
	Old []Unit `json:"old"`
}

// Unit is one clause. Box is x0, y0, x1, y1 in points, origin top left; Parent is an index on the same side.
type Unit struct {
	Path        string             `json:"path"`
	Label       string             `json:"label"`
	Kind        corpus.ClauseKind  `json:"kind"`
	Placeholder corpus.Placeholder `json:"placeholder,omitempty"`
	Void        bool               `json:"void,omitempty"`
	Text        string             `json:"text"`
	Body        int                `json:"body,omitempty"` // code point where the words behind the label begin
	Parent      *int               `json:"parent,omitempty"`
	Table       *int               `json:"table,omitempty"`
	Page        int                `json:"page,omitempty"`
	Line        int                `json:"line,omitempty"`
	Box         []float64          `json:"box,omitempty"`
	Marks       []corpus.Mark      `json:"marks"`
}

// Change holds the units that belong together.
type Change struct {
	New       []int    `json:"new"`
	Old       []int    `json:"old"`
	Form      string   `json:"form"`
	Structure []string `json:"structure"`
	Effects   []Effect `json:"effects"`
	Edits     []Place  `json:"edits"`
}

// Effect is one legal or editorial effect with the words that prove it.
type Effect struct {
	Kind     string  `json:"kind"`
	Old      string  `json:"old"`
	New      string  `json:"new"`
	Evidence []Place `json:"evidence"`
}

// Place is a range of one unit's text, in code points.
type Place struct {
	Side string      `json:"side"`
	Unit int         `json:"unit"`
	Span corpus.Span `json:"span"`
}

// Term is a systematic replacement.
type Term struct {
	Old     string `json:"old"`
	New     string `json:"new"`
	Count   int    `json:"count"`
	Changes []int  `json:"changes"`
	Left    int    `json:"left"`
}

// Replacement is one old term with all the words it became. Count is the places in clauses that go on, gone those in struck clauses; left is where the
// old term stands on the new side still.
type Replacement struct {
	Old   string    `json:"old"`
	Count int       `json:"count"`
	New   []Variant `json:"new"`
	Left  []Place   `json:"left"`
	Gone  int       `json:"gone"`
}

// Variant is one of the words that an old term became; old is the word as it stood, the term or a compound of it. before and after are the old words that stand
// beside all its places and no other's. undefined: it stands for words that the old side defines, and nobody defines it.
type Variant struct {
	Old       string     `json:"old"`
	New       string     `json:"new"`
	Places    []Replaced `json:"places"`
	Before    string     `json:"before,omitempty"`
	After     string     `json:"after,omitempty"`
	Undefined bool       `json:"undefined,omitempty"`
}

// Replaced is one place of a replacement, on both sides.
type Replaced struct {
	Change int   `json:"change"`
	New    Place `json:"new"`
	Old    Place `json:"old"`
}

// Definition is what happened to one defined term.
type Definition struct {
	Term  string      `json:"term"`
	Side  string      `json:"side"`
	Unit  int         `json:"unit"`
	Span  corpus.Span `json:"span"`
	Event string      `json:"event"`
}

// Reference is one reference to clauses in a unit's text. Targets are units of the same side and empty unless the status is "resolved".
type Reference struct {
	Side    string      `json:"side"`
	Unit    int         `json:"unit"`
	Span    corpus.Span `json:"span"`
	Targets []int       `json:"targets"`
	Status  string      `json:"status"` // resolved, external, missing, unknown
}

// Finding is what a reader should know about the input.
type Finding struct {
	Rule     string          `json:"rule"`
	Severity corpus.Severity `json:"severity"`
	Side     string          `json:"side,omitempty"`
	Unit     *int            `json:"unit,omitempty"`
	Span     *corpus.Span    `json:"span,omitempty"`
	Page     int             `json:"page,omitempty"`
	Message  string          `json:"message"`
	English  string          `json:"message_en,omitempty"`
	Hint     string          `json:"hint,omitempty"`
	HintEN   string          `json:"hint_en,omitempty"`
}
