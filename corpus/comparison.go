package corpus

// Side is one column of a comparison.
type Side int

const (
	New Side = iota
	Old
)

// String is the name in the comparison JSON: "new" or "old".
func (s Side) String() string {
	if s == Old {
		return "old"
	}
	return "new"
}

// Other is the facing side.
func (s Side) Other() Side { return 1 - s }

// Source describes an input file. Name is the base name, never a path.
type Source struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Pages  int    `json:"pages,omitempty"`
	Format string `json:"format"` // pdf, html, marked, lawxml, markdown, text

	Recognised []Recognition `json:"recognised,omitempty"` // pages whose text was read from a picture
}

// Recognition is a page that was read by machine from its picture.
type Recognition struct {
	Page       int     `json:"page"`
	Confidence float64 `json:"confidence"` // mean over its characters, 0 to 1
	Doubtful   int     `json:"doubtful"`   // characters that should be looked at
}

// Table describes one printed table; a file may hold several.
type Table struct {
	Title   string
	Pages   []int // those it stands on, ascending; nil if the source has no pages
	Headers [2]string
	Legend  string   // the table's own formula: 傍線部分は改正部分
	Signals []Signal // what the legend says that each kind of mark means, in its order; nil: nothing that is understood
}

// Comparison is what extraction yields from a 新旧対照表, or what two whole texts form together:
// two trees, and the printed evidence (rows and boxes in each Origin, marks in each Text).
type Comparison struct {
	Title    string
	Sources  [2]Source // a table has one source: both entries are equal
	Tables   []Table   // empty when two whole texts are compared
	Sides    [2]Document
	Diags    []Diag
	Unplaced []Unplaced
}

// Printed reports whether the comparison comes from a printed table, so that rows, markers and marks are evidence.
func (c *Comparison) Printed() bool { return len(c.Tables) > 0 }

// Unplaced is text of the source that is in no clause, with the reason. Nothing vanishes silently.
type Unplaced struct {
	Page   int    `json:"page,omitempty"`
	Text   string `json:"text"`
	Reason string `json:"reason"` // header, page-number, running-title, outside-table, title, legend, annotation, blank-cell, ...
	Box    Box    `json:"-"`      // where it stands on the page, if that is known
}

// Severity of a finding.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Info    Severity = "info"
)

// Diag is one finding about a document: strange input is not an error, it is published.
type Diag struct {
	Rule     string   `json:"rule"` // stable id: mark-missing, side-by-default, ...
	Severity Severity `json:"severity"`
	Side     string   `json:"side,omitempty"` // new, old, "" when it concerns neither
	Unit     int      `json:"unit"`           // index of the unit, -1 if none
	Span     *Span    `json:"span,omitempty"`
	Page     int      `json:"page,omitempty"`
	Message  string   `json:"message"` // Japanese
	English  string   `json:"message_en,omitempty"`
	Hint     string   `json:"hint,omitempty"`
	HintEN   string   `json:"hint_en,omitempty"`
}
