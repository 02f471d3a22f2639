// Package web turns a diff.Result into the values that the HTML templates print: cards of clauses, rows of facing
// cells, runs of text with their marks.
//
// The choice is one pass from the result to plain structs, so that templates hold no logic and a test can read the
// structs instead of HTML. Writing HTML strings here was rejected: escaping would be ours to get right on text that comes
// from strangers. The cost is a second tree in memory per page, small beside the page itself.
//
// One stream of text serves three views. The cell of the new side holds the deleted words too, hidden; a style sheet
// shows the two columns (対照), the deleted words inside the new text (溶け込み), or the new text alone (改正後のみ).
// Whoever reads the page by machine skips what is [hidden] and finds the clause as it stands.
package web

import "html/template"

// Comparison is a whole comparison as a page shows it.
type Comparison struct {
	Title      string
	Gist       string // the whole comparison in one paragraph
	New, Old   Side
	Tables     []Table
	Contents   []Entry
	Filters    []Filter
	Effects    []Filter // what changes mean, for a choice of one
	Clauses    int      // cards with a change
	Counted    string   // Clauses with what they are called: 12か条
	Unit       string   // what a card is called when counted: か条, 項目
	Places     int      // rows with a change
	Highlights []Highlight
	Terms      []Term
	Defs       []Definition
	Findings   []Finding
	Unplaced   []Unplaced
	Legend     string // the printed table's own formula
	Marked     bool   // the source has official marks
}

// Side is the head of one column.
type Side struct {
	Word string // 改正後, 現行: as printed, else our word
	Note string // 令和8年4月1日施行
}

// Table is one printed table, or the whole comparison of two texts.
type Table struct {
	Title  string // "" where there is one table only
	New    string // head words of this table
	Old    string
	Bodies []Body
}

// Body is one group of rows; exactly one of Chapter, Fold and Card is set.
type Body struct {
	Chapter *Chapter
	Fold    *Fold
	Card    *Card
}

// Chapter is a heading that only holds other headings or articles.
type Chapter struct {
	ID     string
	Text   string
	Kind   string // filter keys of the heading's own change
	Badges []Badge
	Rows   []Row // the heading's own change, none if it is the same
}

// Fold is a run of clauses without a change.
type Fold struct {
	ID    string
	Label string   // 第三条及び第四条
	Word  string   // （略） as printed, 改正なし as computed
	Paras []Para   // the text, none where the table leaves it out
	Marks []string // anchors of clauses that have no paragraph here
}

// Card is one article, or one heading with the paragraphs under it.
type Card struct {
	ID      string
	Num     string // 第六条
	Head    string // （事故の報告）
	Was     string // 第五条, where the number changed
	Kinds   string // space-separated filter keys, for data-c
	Effects string // space-separated effect keys, for data-e
	Badges  []Badge
	Rows    []Row
	Clause  *Clause  // history, notes and citation, nil where nobody keeps them
	Figures []Figure // what changed, as the source prints it; none where there are no pictures
	Address string   // 第六条, for labels
	Article bool     // counted as 条
	Part    bool     // 附則, 別表 or what is in it without articles: no 条, and counted only where nothing else changed
}

// Badge is a short word with a colour.
type Badge struct{ Key, Name string }

// Row is two facing cells.
type Row struct {
	ID      string
	Class   string // k-same k-omit k-chg k-new k-rep k-mvto k-mvfrom
	New     Cell
	Old     Cell
	Effects []Effect
	Link    string // the row's own address, for changed rows that have one
}

// Cell is one side of a row: paragraphs, or a note where nothing faces.
type Cell struct {
	Paras  []Para
	Merged []Para // what the inline view shows instead of a note: the words that went
	Behind []Para // the words a （略） leaves out, where they are known
	Note   string // 新設, 削る: ours, where the source prints no marker
	Link   *Link  // the other end of a move
	Finds  []Finding
}

// Para is one clause's own text.
type Para struct {
	ID    string // only where a paragraph is no row of its own
	Class string // d0..d4 depth, art, txt
	Label []Seg  // the label with the white space behind it
	Segs  []Seg
}

// Seg is a run of text under one mark.
type Seg struct {
	Op     Op
	Text   string
	Class  string // mv, num, om (official mark), miss, over
	Hidden bool   // belongs to the other side; shown by the inline view
	Href   string // of a reference: the clause it names
}

// Op says whether a run was kept, inserted or deleted.
type Op uint8

const (
	Keep Op = iota
	Insert
	Delete
	Official // kept, but the source marks it
)

// Ins, Del and Mark are for the templates.
func (s Seg) Ins() bool  { return s.Op == Insert }
func (s Seg) Del() bool  { return s.Op == Delete }
func (s Seg) Mark() bool { return s.Op == Official }

// Link is an address with its words.
type Link struct{ Href, Text string }

// Effect is one effect of a row in Japanese.
type Effect struct {
	Name     string // 数量・期限
	Old, New string // the words that changed; "" where they are too long to help, or where nothing stood
	About    string // what it is about, where nothing was put in the place of something else
	Class    string // sub or wrd
}

// Entry is one line of the table of contents.
type Entry struct {
	Href    string // "" for a fold
	Num     string
	Head    string
	Chapter bool
	Fold    bool
	Kinds   string
	Effects string
	Part    bool
	Signs   []Badge
}

// Filter is one kind of change with the number of clauses that have it.
type Filter struct {
	Key, Name string
	Count     int
}

// Highlight is a change that a citizen should see first.
type Highlight struct {
	Href    string
	Address string
	Name    string
	Old     string
	New     string
	About   string // instead of Old and New
}

// Term is a systematic replacement.
type Term struct {
	Old, New    string
	Context     string // where it became this word and no other: 〜と協議; "" where nothing tells, or there is no other
	Undefined   bool   // nobody defines the new word
	Count, Left int
	Places      []Link
}

// Definition is what happened to a defined term.
type Definition struct {
	Term  string
	Event string // 追加, 削除 ...
	Key   string
	Place Link
}

// Finding is a remark about the document.
type Finding struct {
	Severity string // error warning info
	Name     string // 誤り 注意 参考
	Rule     string
	Message  string
	Hint     string // what to do about it
	Quote    string
	Place    *Link
}

// Unplaced is text of the source that stands in no clause.
type Unplaced struct {
	Page   int
	Text   string
	Reason string
}

// Clause is what the archive knows about a clause beyond this comparison.
type Clause struct {
	Href   string // its page
	Spark  *Spark
	Events []Event
	Notes  []Note
	Cite   string
}

// Event is one line of a clause's history.
type Event struct {
	Date    string // 2026-04-01
	Wareki  string
	Label   string // 第五版
	Gist    string
	Badges  []Badge
	Href    string
	Current bool
}

// Note is a drafter's note, already safe HTML.
type Note struct {
	Title string
	Where string
	HTML  template.HTML
}

// Spark is a row of dots, one per revision: large where the clause changed.
type Spark struct {
	Width int
	End   int // x of the last dot
	Dots  []Dot
	Text  string // the same in words
}

// Dot is one revision on a spark line.
type Dot struct {
	X     int
	R     string
	Class string // on, off, on now
}
