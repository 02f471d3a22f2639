package corpus

// Archive is a corpus: rules with their revisions, as the manifests describe them. Sources are read elsewhere.
type Archive struct {
	Title       string // 規程沿革アーカイブ
	Owner       string // 見本機構
	Description string
	BaseURL     string            // absolute address of the published site, "" if unknown; needed by feeds
	Language    string            // ja
	Footer      string            `json:",omitempty"` // Markdown below every page
	AsOf        string            `json:",omitempty"` // the day as of which pages speak, 2006-01-02; "" for the newest promulgation
	Colours     Colours           `json:",omitzero"`
	Templates   map[string]string `json:",omitempty"` // templates and style sheets of the corpus: templates/footer.html → text
	Places      map[string]string `json:"-"`          // where keys are written that the site checks: colours.accent → corpus.toml:12: accent
	Rules       []*Rule
}

// Colours are those that the owner of a site chose, as #rgb or #rrggbb; "" keeps the program's.
type Colours struct {
	Accent, AccentDark, Text, TextDark, Background, BackgroundDark string
}

// Rule is one document with its revisions in date order.
type Rule struct {
	ID        string // folder name and address on the site: joho-kitei
	Title     string
	Kind      string // 指針, 規程, 通知 ...
	Publisher string
	Summary   string
	Formerly  []string `json:",omitempty"` // folder names it had before; their addresses lead here
	Facsimile bool     `json:",omitempty"` // pages show the source's own look beside clauses, where it is a PDF
	Revisions []*Revision
	Notes     []Note
}

// Revision is one state of a rule.
type Revision struct {
	ID          string // address on the site: 2026-04-01, or as the manifest says
	Label       string // 第五版
	Kind        string // 制定, 一部改正, 全部改正
	Basis       string // 令和8年規程第3号
	Promulgated string // date, 2006-01-02, "" unknown
	InForce     string // date, 2006-01-02; revisions are ordered by it
	File        string // source, relative to the rule's folder
	Format      string // "" means by content
	Content     string // "table" (新旧対照表) or "text" (whole rule)
	Summary     string
	Formerly    []string `json:",omitempty"` // IDs it had before; their addresses lead here
	NotYet      string   `json:",omitempty"` // the day as of which it is not yet in force, "" where it is; set for a build
}

// Note is what a drafter wrote about a clause, in Markdown.
type Note struct {
	Clause   string // address as written: 第六条, "" for the whole revision
	Revision string // revision ID, "" for all
	Title    string
	Markdown string
	File     string // where it stands, relative to the rule's folder
}
