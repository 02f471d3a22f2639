package extract

// Why nothing can be read in a PDF, told by its true reason: each page without text is one of a few kinds, and the message lists
// the pages of each.

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/scan"
)

// refused are findings about content that is made to exhaust a reader: what is left of the page is not looked at further.
var refused = map[string]bool{"pdf-too-large": true, "pdf-page-limit": true, "pdf-form-cycle": true}

// emptiness is a reason why a page has no text. The order is that of telling: the worst first.
type emptiness struct {
	rule           string
	japanese       string // after "1頁は"
	english        string // after "page 1"
	hintJA, hintEN string
	of             func(*layout.Page) bool
	detail         bool // the page's own finding is the reason
}

const (
	reprintJA = "表示用のソフトで開けるか確かめ、開けるなら PDF に印刷し直してください"
	reprintEN = "check that a viewer can open it; if so, print it to PDF again"
	fetchJA   = "元のサイトからもう一度取得してください"
	fetchEN   = "fetch the file again"
	rightJA   = "正しいファイルか確かめてください"
	rightEN   = "check that it is the right file"
)

var emptinesses = []emptiness{
	{rule: "pdf-refused", japanese: "処理の限度を超える内容のため読みません", english: "is beyond the limits of a page and was refused", hintJA: reprintJA, hintEN: reprintEN,
		of: func(p *layout.Page) bool { return has(p, func(r string) bool { return refused[r] }) }, detail: true},
	{rule: "page-unread", japanese: "読めません", english: "could not be read", hintJA: reprintJA, hintEN: reprintEN,
		of: func(p *layout.Page) bool {
			return has(p, func(r string) bool { return r == "page-unread" || r == "ocr-failed" })
		}, detail: true},
	{rule: "pdf-damaged", japanese: "壊れていて文字を読み取れません", english: "is damaged and no text on it can be read", hintJA: reprintJA, hintEN: reprintEN,
		of: func(p *layout.Page) bool { return has(p, func(r string) bool { return shortOf[r] }) }, detail: true},
	{rule: "pdf-no-text", japanese: "画像のみで、文字が見つかりません", english: "is a picture in which no text was found", hintJA: rightJA, hintEN: rightEN,
		of: func(p *layout.Page) bool { return has(p, func(r string) bool { return r == "ocr-nothing" }) }},
	{rule: "pdf-no-text", japanese: "文字がありません（画像のみ）", english: "has no text (pictures only)",
		hintJA: scan.Install + " を実行すると読み取れます", hintEN: scan.Install + " lets it be read",
		of: func(p *layout.Page) bool { return len(p.Images) > 0 }},
	{rule: "pdf-no-text", japanese: "文字がありません（文字が図形になっているようです）", english: "has no text (it seems to be drawn as outlines)",
		hintJA: scan.Install + " を実行すると読み取れます", hintEN: scan.Install + " lets it be read", of: pictured},
	{rule: "pdf-no-text", japanese: "文字がありません（見えない文字だけです）", english: "has no text that can be seen (hidden text only)", hintJA: rightJA, hintEN: rightEN,
		of: func(p *layout.Page) bool { return len(p.Glyphs) > 0 }},
	{rule: "pdf-no-text", japanese: "文字がありません（線や図形だけです）", english: "has no text (lines and shapes only)", hintJA: rightJA, hintEN: rightEN,
		of: func(p *layout.Page) bool { return len(p.Rules) > 0 }},
	{rule: "pdf-no-text", japanese: "白紙です", english: "is blank: nothing is drawn on it", hintJA: rightJA, hintEN: rightEN, of: func(*layout.Page) bool { return true }},
}

func has(p *layout.Page, rule func(string) bool) bool {
	return slices.ContainsFunc(p.Diags, func(d corpus.Diag) bool { return rule(d.Rule) })
}

// byEmptiness groups pages without text; each group keeps its pages in order.
func byEmptiness(pages []*layout.Page) [][]*layout.Page {
	groups := make([][]*layout.Page, len(emptinesses))
	for _, p := range pages {
		i := slices.IndexFunc(emptinesses, func(e emptiness) bool { return e.of(p) })
		groups[i] = append(groups[i], p)
	}
	return groups
}

// say is one group in words.
func (e emptiness) say(pages []*layout.Page) (japanese, english string) {
	n := numbers(pages)
	japanese, english = spans(n)+"頁は"+e.japanese, "page "+spans(n)+" "+e.english
	if e.detail {
		for _, d := range pages[0].Diags {
			if refused[d.Rule] || shortOf[d.Rule] || d.Rule == "page-unread" || d.Rule == "ocr-failed" {
				japanese += "（" + strings.TrimSuffix(d.Message, "。") + "）"
				english += ": " + d.English
				break
			}
		}
	}
	return japanese, english
}

// noText is the failure of a file no page of which has text.
func noText(pages []*layout.Page, diags []corpus.Diag) *corpus.Failure {
	f := &corpus.Failure{}
	var ja, en []string
	for i, group := range byEmptiness(pages) {
		if len(group) == 0 {
			continue
		}
		e := emptinesses[i]
		if f.Rule == "" {
			f.Rule, f.HintJA, f.HintEN = e.rule, e.hintJA, e.hintEN
		}
		j, k := e.say(group)
		ja, en = append(ja, j), append(en, k)
	}
	f.Japanese, f.English = strings.Join(ja, "、"), strings.Join(en, "; ")
	for _, d := range diags { // a file that is cut off is told first: the rest follows from it
		if d.Rule == "pdf-truncated" {
			f.Rule, f.Japanese, f.English = "pdf-damaged", "PDFが途中で切れていて、文字を読み取れません: "+f.Japanese, "the PDF is cut off and no text in it can be read: "+f.English
			f.HintJA, f.HintEN = fetchJA, fetchEN
		}
	}
	return f
}

// blankPages are findings on pages without text in a file that has text elsewhere.
func blankPages(pages []*layout.Page) (out []corpus.Diag) {
	for i, group := range byEmptiness(pages) {
		if len(group) == 0 {
			continue
		}
		e := emptinesses[i]
		d := corpus.Diag{Rule: "page-without-text", Severity: corpus.Info, Unit: -1, Page: group[0].Number}
		d.Message, d.English = e.say(group)
		if e.rule != "pdf-no-text" || e.hintEN != rightEN { // something that was to be read is missing
			d.Severity, d.Hint = corpus.Warning, e.hintJA
		}
		out = append(out, d)
	}
	return out
}

func numbers(pages []*layout.Page) (n []int) {
	for _, p := range pages {
		n = append(n, p.Number)
	}
	return n
}

// spans writes page numbers briefly: 1–3, 5.
func spans(n []int) string {
	var parts []string
	for i := 0; i < len(n); {
		j := i
		for j+1 < len(n) && n[j+1] == n[j]+1 {
			j++
		}
		if j > i {
			parts = append(parts, fmt.Sprintf("%d–%d", n[i], n[j]))
		} else {
			parts = append(parts, fmt.Sprint(n[i]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
