package corpus

// Archive is a corpus: rules with their revisions, as the manifests describe them. Sources are read elsewhere.
type Archive struct {
	Title       string // 規程沿革アーカイブ
	Owner       string // 見本機構
	Description string
	BaseURL     string // absolute address of the published site, "" if unknown; needed by feeds
	Language    string // ja
	Rules       []*Rule
}

// Rule is one document with its revisions in date order.
type Rule struct {
	ID        string // folder name and address on the site: joho-kitei
	Title     string
	Kind      string // 指針, 規程, 通知 ...
	Publisher string
	Summary   string
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
}

// Note is what a drafter wrote about a clause, in Markdown.
type Note struct {
	Clause   string // address as written: 第六条, "" for the whole revision
	Revision string // revision ID, "" for all
	Title    string
	Markdown string
	File     string // where it stands, relative to the rule's folder
}
