package main

// The catalogue: one entry a document. Each asks for what published tables show somewhere; none copies one.

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

var (
	newOld     = []string{"new", "old"}
	oldNew     = []string{"old", "new"}
	plainHeads = map[string]string{}
	draft      = map[string]string{"new": "改正案", "old": "現行"}
	bylaws     = map[string]string{"new": "変更案", "old": "現行定款"}
	short      = map[string]string{"new": "新", "old": "旧"}
	spaced     = map[string]string{"new": "改　正　後", "old": "改　正　前"}
	reasons    = map[string]string{"new": "改正案", "old": "現行", "note": "改正理由", "key": "項番"}
)

// shape says which provisions a document has.
type shape int

const (
	usual   shape = iota
	long          // several pages
	brief         // one page
	special       // 別表, figure, dashed box
	chapters
)

// write drafts the rows.
func (d *drafter) write(s shape) []row {
	out := []row{d.first()}
	switch s {
	case brief:
		return append(out, d.edited(2, 0, 2), d.kept(2), d.inserted(), d.kept(1), d.supplement())
	case long:
		out = append(out, d.edited(3, 0, 2), d.edited(1, 5, 1), d.kept(2), d.inserted(), d.edited(2, 0, 1), d.kept(3), d.edited(1, 4, 2), d.dropped(),
			d.kept(1), d.edited(3, 0, 2), d.shell(), d.edited(2, 3, 2), d.inserted(), d.edited(1, 0, 2), d.edited(4, 0, 3), d.kept(2), d.edited(2, 0, 2))
	case special:
		out = append(out, d.edited(2, 0, 2), d.boxed(), d.kept(1), d.inserted(), d.kept(2), d.figure(), d.edited(1, 3, 1), d.schedule())
		return append(out, d.supplement())
	case chapters:
		out = append([]row{d.chapter(1, "総則")}, out...)
		out = append(out, d.kept(2), d.chapter(2, "保存及び閲覧"), d.edited(2, 0, 2), d.inserted(), d.kept(1), d.edited(1, 3, 1))
	default:
		out = append(out, d.edited(3, 0, 2), d.kept(2), d.edited(1, 4, 1), d.inserted(), d.kept(1), d.edited(2, 0, 2), d.dropped(), d.edited(1, 3, 2))
	}
	return append(out, d.supplement())
}

// first is the 目的.
func (d *drafter) first() row {
	d.article++
	c := d.nextCaption()
	fresh, old := fill(d.r, d.pick(purposes), 1)
	return row{fresh: []para{c, labelled(d.articleLabel(1), "", fresh, 0)}, old: []para{c, labelled(d.articleLabel(1), "", old, 0)}, key: "1", note: "語句の整理"}
}

const simple = "（傍線部分は改正部分）"

// entry is a line of the catalogue.
type entry struct {
	name   string
	engine string
	look   look
	shape  shape
	change func(d *document, w *drafter)
}

func (e entry) document(n int, seed uint64) *document {
	d := &document{name: e.name, engine: e.engine, seed: uint64(1000+7*n) + seed, look: e.look}
	if d.look.size == 0 {
		d.look.size = 10.5
	}
	if d.look.rules == "" {
		d.look.rules = "all"
	}
	if d.look.columns == nil {
		d.look.columns = newOld
	}
	w := &drafter{r: rand.New(rand.NewPCG(d.seed, 1)), arabic: !d.look.vertical && n%3 == 1, style: n % 4, caption: n}
	t := table{title: "文書保存規程（令和２年規程第" + fmt.Sprint(n+1) + "号）新旧対照表", legend: simple}
	if e.shape == special {
		t.legend = "（傍線部分及び破線で囲んだ部分は改正部分）"
	}
	d.tables = []table{t}
	if e.change != nil {
		e.change(d, w)
	}
	if d.tables[0].rows == nil {
		d.tables[0].rows = w.write(e.shape)
	}
	return d
}

// doubled gives a document 二重傍線 with its formula.
func doubled(d *document, w *drafter) {
	w.double = true
	d.tables[0].legend = "備考　改正前欄に掲げる規定の傍線を付した部分をこれに順次対応する改正後欄に掲げる規定の傍線を付した部分のように改め、二重傍線を付した規定で標記部分が異なるものは順次対応する規定として移動し、又は加える。"
}

// furnished has furigana.
func furnished(d *document, w *drafter) { d.ruby = true }

func embedded(d *document, w *drafter) { d.embed = true }

// several makes three tables of one document.
func several(d *document, w *drafter) {
	first := d.tables[0]
	d.tables = nil
	for i, name := range []string{"文書保存規程", "閲覧端末管理規程", "記録媒体取扱要領"} {
		t := first
		t.part = []string{"（第一条関係）", "（第二条関係）", "（第三条関係）"}[i]
		t.title = name + "新旧対照表"
		v := &drafter{r: w.r, arabic: w.arabic, style: w.style, caption: w.caption + i}
		t.rows = v.write(brief)
		t.wide = i == 1 && !d.look.vertical && d.engine == "chromium"
		d.tables = append(d.tables, t)
	}
}

// notices is several with one base notice a page and no 第…条関係.
func notices(d *document, w *drafter) {
	several(d, w)
	for i := range d.tables {
		d.tables[i].part = fmt.Sprintf("別紙%d", i+1)
	}
	d.look.pageEach = true
}

// mixed has an amending sentence before the table and a full text behind it.
func mixed(d *document, w *drafter) {
	d.before = []paragraphOfPart{
		{"title", "文書保存規程の一部を改正する規程"},
		{"amending-sentence", "　文書保存規程（令和二年規程第九号）の一部を次の表のように改正する。"},
	}
	d.after = []paragraphOfPart{
		{"full-text", "附　則"},
		{"full-text", "１　この規程は、令和九年四月一日から施行する。"},
		{"full-text", "２　この規程の施行前にした届出については、なお従前の例による。"},
	}
	d.tables[0].title = ""
	d.tables[0].rows = w.write(usual)[:9]
}

// letter has a covering letter, an amending sentence with operations, and the whole amended text behind the table.
func letter(d *document, w *drafter) {
	d.before = []paragraphOfPart{
		{"outside-table", "令和９年２月１日"},
		{"outside-table", "各部署の長　殿"},
		{"outside-table", "標記の規程を下記のとおり改正することとしたので、通知する。"},
		{"amending-sentence", "　第三条中「五日」を「七日」に改め、同条に次の一項を加える。"},
	}
	d.after = []paragraphOfPart{
		{"full-text", "閲覧端末管理規程"},
		{"full-text", "第一条　この規程は、閲覧端末の管理について定める。"},
		{"full-text", "第二条　利用者は、閲覧端末を所定の場所で使用する。"},
		{"full-text", "第三条　利用者は、故障を知ったときは、直ちに所属長に届け出る。"},
	}
}

func kind(k string, legend string) func(*document, *drafter) {
	return func(d *document, w *drafter) {
		d.tables[0].legend = legend
		d.tables[0].rows = w.write(usual)
		remark(d.tables[0].rows, k)
	}
}

func turned(turn int, side bool) func(*document, *drafter) {
	return func(d *document, w *drafter) { d.turn, d.side = turn, side }
}

// annotated has declared annotations in square brackets.
func annotated(d *document, w *drafter) {
	d.tables[0].legend = "備考　表中の［　］の記載及び対象規定の二重傍線を付した標記部分を除く全体に付した傍線は注記である。"
	w.style = 1
}

var catalogue = []entry{
	// two columns, Chromium
	{"c-two-left", "chromium", look{heads: plainHeads, again: true, number: true}, usual, nil},
	{"c-arrow", "chromium", look{columns: []string{"old", "arrow", "new"}, heads: draft, mincho: true}, usual, furnished},
	{"c-bylaws", "chromium", look{columns: oldNew, heads: bylaws, mincho: true, justify: true}, usual, nil},
	{"c-landscape", "chromium", look{landscape: true, heads: spaced, justify: true, number: true}, long, nil},
	{"c-long-headless", "chromium", look{heads: draft, size: 12}, long, nil},
	{"c-tight", "chromium", look{heads: short, tight: true, size: 9}, long, nil},
	{"c-reason", "chromium", look{columns: []string{"new", "old", "note"}, heads: reasons, landscape: true, again: true}, usual, nil},
	{"c-columns", "chromium", look{rules: "columns", again: true}, long, nil},
	{"c-none", "chromium", look{rules: "none", heads: draft, landscape: true}, long, nil},
	{"c-late", "chromium", look{rules: "late", heads: draft}, long, nil},
	{"c-parts", "chromium", look{heads: plainHeads}, usual, several},
	{"c-notices", "chromium", look{columns: oldNew, heads: draft, again: true, number: true}, usual, notices},
	{"c-stacked", "chromium", look{stacked: true}, usual, nil},
	{"c-special", "chromium", look{heads: draft, again: true}, special, nil},
	{"c-mixed", "chromium", look{heads: plainHeads}, usual, mixed},
	{"c-letter", "chromium", look{heads: plainHeads}, usual, letter},
	{"c-double", "chromium", look{heads: plainHeads}, usual, doubled},
	{"c-strike", "chromium", look{heads: draft}, usual, kind("strike", "（取消線の部分は改正部分）")},
	{"c-brackets", "chromium", look{heads: plainHeads}, usual, annotated},
	{"c-chapters", "chromium", look{heads: draft, thick: true, running: "見本機構　規程改正"}, chapters, nil},
	// vertical, Chromium
	{"cv-two", "chromium", look{vertical: true, landscape: true, heads: draft, again: true}, usual, nil},
	{"cv-headless", "chromium", look{vertical: true, landscape: true, heads: draft, number: true}, long, nil},
	{"cv-rotate90", "chromium", look{vertical: true, landscape: true, heads: plainHeads, again: true}, usual, turned(90, false)},
	{"cv-rotate270", "chromium", look{vertical: true, landscape: true, heads: plainHeads}, brief, turned(270, false)},
	{"cv-sideways", "chromium", look{vertical: true, landscape: true, heads: plainHeads}, usual, turned(0, true)},
	{"cv-upside", "chromium", look{vertical: true, landscape: true, heads: draft}, usual, turned(180, true)},
	{"cv-special", "chromium", look{vertical: true, landscape: true, heads: draft}, special, nil},
	{"cv-tight", "chromium", look{vertical: true, landscape: true, heads: draft, tight: true}, long, nil},
	{"c-turned", "chromium", look{heads: draft, again: true}, usual, turned(90, true)},
	// LibreOffice Writer
	{"w-two", "writer", look{heads: draft, again: true, number: true}, long, nil},
	{"w-reason", "writer", look{columns: []string{"new", "old", "note"}, heads: reasons, landscape: true}, long, nil},
	{"w-key", "writer", look{columns: []string{"key", "new", "old", "note"}, heads: reasons, landscape: true, again: true}, usual, nil},
	{"w-columns", "writer", look{rules: "columns", heads: plainHeads}, long, nil},
	{"w-open", "writer", look{rules: "open", heads: draft, mincho: true}, usual, nil},
	{"w-none", "writer", look{rules: "none", heads: draft}, usual, nil},
	{"w-special", "writer", look{heads: draft}, special, noFigure},
	{"w-double", "writer", look{heads: plainHeads}, usual, doubled},
	{"w-bold", "writer", look{heads: draft}, usual, kind("bold", "（太字部分は改正部分）")},
	{"w-mixed", "writer", look{heads: plainHeads}, usual, mixed},
	{"wv-two", "writer", look{vertical: true, landscape: true, heads: draft}, usual, nil},
	{"wv-again", "writer", look{vertical: true, landscape: true, heads: plainHeads, again: true}, long, nil},
	{"wv-rotate180", "writer", look{vertical: true, landscape: true, heads: draft}, usual, turned(180, false)},
	{"wv-special", "writer", look{vertical: true, landscape: true, heads: draft}, special, noFigure},
	// LaTeX
	{"t-two", "latex", look{heads: draft, again: true, number: true}, usual, nil},
	{"t-none", "latex", look{rules: "none", heads: draft, columns: oldNew}, usual, nil},
	{"t-reason", "latex", look{columns: []string{"new", "old", "note"}, heads: reasons, landscape: true}, usual, nil},
	{"t-columns", "latex", look{rules: "columns", heads: plainHeads}, usual, nil},
	{"tv-two", "latex", look{vertical: true, landscape: true, heads: draft}, usual, embedded},
	{"tv-again", "latex", look{vertical: true, landscape: true, heads: plainHeads, again: true}, usual, nil},
}

// noFigure leaves the drawing out: the Word file of the zoo has none.
func noFigure(d *document, w *drafter) {
	for _, r := range w.write(special) {
		if len(r.fresh) == 0 || !r.fresh[0].figure {
			d.tables[0].rows = append(d.tables[0].rows, r)
		}
	}
}

// decorated has captions in a colour on both sides: the look of the house, not a mark.
func decorated(d *document, w *drafter) {
	d.tables[0].rows = w.write(usual)
	for _, r := range d.tables[0].rows {
		for _, side := range [][]para{r.fresh, r.old} {
			for i := range side {
				if k := side[i].runs; len(k) == 1 && strings.HasPrefix(k[0].text, "（") && k[0].mark == "" {
					k[0].tint = "#c00000"
				}
			}
		}
	}
}

// formed has a 様式 inside its cells.
func formed(d *document, w *drafter) {
	d.tables[0].rows = append(w.write(brief), w.form())
}

// followed is a file of pages from two documents: portrait and level, then landscape and vertical.
func followed(e entry) func(*document, *drafter) {
	return func(d *document, w *drafter) { d.behind = &e }
}

// added are documents made later; they stand behind all others, whose texts hang on their place in the list.
var added = []entry{
	{"c-red", "chromium", look{heads: draft}, usual, kind("red", "（赤字部分は改正部分）")},
	{"c-blue-bare", "chromium", look{heads: draft, again: true}, usual, kind("blue", "")},
	{"c-shade", "chromium", look{heads: plainHeads}, usual, kind("shade", "※網掛け部分が変更箇所")},
	{"c-decorated", "chromium", look{heads: draft}, usual, decorated},
	{"c-bold", "chromium", look{heads: draft}, usual, kind("bold", "（太字は改正箇所）")},
	{"c-form", "chromium", look{heads: draft}, usual, formed},
	{"cv-red", "chromium", look{vertical: true, landscape: true, heads: plainHeads}, usual, kind("red", "（朱書きの部分は改正部分）")},
	{"cv-form", "chromium", look{vertical: true, landscape: true, heads: draft}, usual, formed},
	{"c-then-vertical", "chromium", look{heads: draft}, brief, followed(entry{"v", "chromium", look{vertical: true, landscape: true, heads: plainHeads}, brief, nil})},
	{"w-red", "writer", look{heads: plainHeads}, usual, kind("red", "改正箇所は赤字で示す。")},
	{"w-shade", "writer", look{heads: draft}, usual, kind("shade", "（網かけ部分は改正部分）")},
	{"w-arrow", "writer", look{columns: []string{"old", "arrow", "new"}, heads: draft}, usual, nil},
	{"w-form", "writer", look{heads: plainHeads}, usual, formed},
	{"wv-blue-bare", "writer", look{vertical: true, landscape: true, heads: draft}, usual, kind("blue", "")},
	{"w-then-vertical", "writer", look{heads: draft}, brief, followed(entry{"v", "writer", look{vertical: true, landscape: true, heads: draft}, brief, nil})},
	{"t-red", "latex", look{heads: draft}, usual, kind("red", "（赤字は改正部分）")},
	{"t-blue-bare", "latex", look{heads: plainHeads}, usual, kind("blue", "")},
	// other looks: what adversaries asked for
	{"c-head", "chromium", look{rules: "head", heads: draft, number: true, running: "参考資料３"}, long, nil},
	{"c-head-again", "chromium", look{rules: "head", heads: plainHeads, again: true, number: true, size: 9}, long, nil},
	{"c-five", "chromium", look{columns: []string{"key", "old", "arrow", "new", "note"}, heads: reasons, landscape: true, again: true, number: true}, long, nil},
	{"c-five-none", "chromium", look{columns: []string{"key", "new", "old", "note"}, rules: "none", heads: reasons, landscape: true}, usual, nil},
	{"c-dashed", "chromium", look{heads: draft, more: "u{text-decoration:underline dashed .8pt}"}, usual, nil},
	{"c-dotted", "chromium", look{heads: draft, more: "u{text-decoration:underline dotted 1pt}"}, usual, nil},
	{"c-wavy", "chromium", look{heads: draft, more: "u{text-decoration:underline wavy .6pt}"}, usual, nil},
	{"c-thick", "chromium", look{heads: draft, more: "u{text-decoration:underline 2pt;text-underline-offset:1pt}"}, usual, nil},
	{"c-border", "chromium", look{heads: draft, more: "u{text-decoration:none;border-bottom:.5pt solid #000}"}, usual, nil},
	{"c-borderless-foot", "chromium", look{rules: "none", heads: draft, number: true, foot: "（注）この表は、説明のために作成したものである。"}, usual, nil},
	{"c-framed-foot", "chromium", look{heads: draft, number: true, foot: "（注）この表は、説明のために作成したものである。"}, usual, nil},
	{"cv-ruby", "chromium", look{vertical: true, landscape: true, heads: spaced, mincho: true, size: 9, number: true}, long, furnished},
	{"cv-columns", "chromium", look{vertical: true, landscape: true, heads: draft, rules: "columns"}, usual, nil},
	{"cv-none", "chromium", look{vertical: true, landscape: true, heads: draft, rules: "none"}, usual, nil},
	{"cv-portrait", "chromium", look{vertical: true, heads: draft, again: true, number: true}, long, nil},
	{"cv-note", "chromium", look{vertical: true, landscape: true, columns: []string{"new", "old", "note"}, heads: reasons, again: true}, usual, nil},
	{"c-stacked-arabic", "chromium", look{stacked: true, size: 9, number: true, heads: draft}, usual, nil},
	{"w-number", "writer", look{number: true, heads: short}, usual, nil},
	{"c-letters", "chromium", look{heads: draft, more: "td{letter-spacing:.08em;line-height:1.9}"}, usual, nil},
	{"c-condensed", "chromium", look{heads: draft, more: "td{letter-spacing:-.06em}", size: 9}, long, nil},
	{"c-a3", "chromium", look{heads: draft, more: "@page{size:A3 landscape}", size: 14, number: true}, long, nil},
	{"c-small", "chromium", look{heads: draft, more: "@page{size:A5}", size: 7, number: true, running: "別紙２"}, long, nil},
	{"c-grey-head", "chromium", look{heads: draft, more: "th{background:#ddd;print-color-adjust:exact} table.c>*>tr>*{border:.3pt dotted #777!important}"}, usual, nil},
	{"c-dashed-rows", "chromium", look{heads: draft, more: "table.c tbody tr>*{border-block:.6pt dashed #000!important}"}, special, nil},
	{"c-double-frame", "chromium", look{heads: draft, more: "table.c{border:2.5pt double #000!important}"}, usual, nil},
	{"c-open-late", "chromium", look{rules: "open", heads: short, again: true}, long, nil},
	{"c-together", "chromium", look{heads: draft, together: true, number: true}, long, nil},
	{"cv-brackets", "chromium", look{vertical: true, landscape: true, heads: plainHeads}, usual, annotated},
	{"cv-double", "chromium", look{vertical: true, landscape: true, heads: plainHeads}, usual, doubled},
	{"wv-double", "writer", look{vertical: true, landscape: true, heads: plainHeads}, usual, doubled},
	{"cv-strike", "chromium", look{vertical: true, landscape: true, heads: draft}, usual, kind("strike", "（取消線の部分は改正部分）")},
	{"wv-notices", "writer", look{vertical: true, landscape: true, heads: draft, again: true, number: true}, usual, notices},
	{"cv-mixed", "chromium", look{vertical: true, landscape: true, heads: plainHeads}, usual, mixed},
	{"w-letter", "writer", look{heads: plainHeads, columns: oldNew}, usual, letter},
	{"t-parts", "latex", look{heads: plainHeads, number: true}, usual, several},
	{"c-arrow-none", "chromium", look{columns: []string{"key", "old", "arrow", "new", "note"}, rules: "none", heads: reasons, landscape: true, again: true, number: true}, long, nil},
	{"c-note-none", "chromium", look{columns: []string{"old", "new", "note"}, rules: "none", heads: reasons, size: 9, number: true}, long, nil},
	{"w-key-none", "writer", look{columns: []string{"key", "new", "old", "note"}, rules: "none", heads: reasons, landscape: true}, long, nil},
	{"t-reason-none", "latex", look{columns: []string{"new", "old", "note"}, rules: "none", heads: reasons, landscape: true}, usual, nil},
	{"cv-note-none", "chromium", look{vertical: true, landscape: true, columns: []string{"key", "new", "old", "note"}, rules: "none", heads: reasons}, long, nil},
	{"cv-bold", "chromium", look{vertical: true, landscape: true, heads: draft, mincho: true}, brief, kind("bold", "（太字は改正箇所）")},
	{"c-foot-none", "chromium", look{rules: "none", heads: plainHeads, size: 9, landscape: true, foot: "※　経過措置は、別に定める。"}, long, nil},
}

// unkept are made when they are named only: the kept files are to stay below 5 MB. c-bold is too large: Chromium draws the bold of a font
// that has none as outlines.
var unkept = []string{
	"c-blue-bare", "t-blue-bare", "c-bold", "c-form", "cv-form", "w-shade", "w-arrow", "w-then-vertical", "c-head", "c-head-again", "c-five", "c-five-none",
	"c-dashed", "c-dotted", "c-wavy", "c-thick", "c-border", "c-borderless-foot", "c-framed-foot", "cv-ruby", "cv-columns", "cv-none",
	"cv-portrait", "cv-note", "c-stacked-arabic", "w-number", "c-letters", "c-condensed", "c-a3", "c-small", "c-grey-head", "c-dashed-rows",
	"c-double-frame", "c-open-late", "c-together", "cv-brackets", "wv-double", "cv-strike", "wv-notices", "cv-mixed", "w-letter", "t-parts",
	"c-arrow-none", "c-note-none", "w-key-none", "t-reason-none", "cv-note-none", "c-foot-none", "cv-bold",
}

// held are documents that nobody looks at while the reader is tuned: the same looks, with other texts and other sizes.
var held = []entry{
	{"h-two", "chromium", look{columns: oldNew, heads: spaced, size: 9.5, justify: true, number: true}, long, nil},
	{"h-note", "writer", look{columns: []string{"old", "new", "note"}, heads: reasons, size: 9}, usual, nil},
	{"h-vertical", "chromium", look{vertical: true, landscape: true, heads: short, size: 12}, usual, nil},
	{"h-vertical-w", "writer", look{vertical: true, landscape: true, heads: plainHeads, size: 9}, long, nil},
	{"h-none", "chromium", look{rules: "none", columns: oldNew, heads: plainHeads, size: 9}, usual, nil},
	{"h-special", "writer", look{heads: plainHeads, size: 12, again: true}, special, noFigure},
	{"h-tex", "latex", look{vertical: true, landscape: true, heads: short, again: true}, usual, nil},
	{"h-parts", "chromium", look{vertical: true, landscape: true, heads: draft}, usual, several},
}
