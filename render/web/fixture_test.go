package web

import (
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// rule reads a small rule: one clause a line, "address|kind|label|text", children by longer addresses.
// In a text, {…} is an edited range and [[…]] an official underline.
func rule(t testing.TB, header, lines string) (corpus.Document, map[string][]corpus.Span) {
	t.Helper()
	d := corpus.Document{Header: header}
	edits := map[string][]corpus.Span{}
	byName := map[string]*corpus.Clause{}
	for _, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := strings.SplitN(line, "|", 4)
		if len(f) != 4 {
			t.Fatalf("line %q", line)
		}
		p, err := ref.Parse(f[0])
		if err != nil {
			t.Fatal(err)
		}
		c := &corpus.Clause{Path: cited(p), Kind: corpus.ClauseKind(f[1]), Label: f[2]}
		c.Text, edits[c.Path.String()] = marked(f[3])
		if f[2] != "" {
			c.Body = len([]rune(f[2])) + 1
		}
		if c.Kind == corpus.KindPlaceholder {
			switch {
			case strings.Contains(f[3], "新設"):
				c.Placeholder = corpus.Added
			case strings.Contains(f[3], "削る"):
				c.Placeholder = corpus.Removed
			default:
				c.Placeholder = corpus.Omitted
			}
		}
		var parent *corpus.Clause
		for i := len(p) - 1; i > 0 && parent == nil; i-- {
			parent = byName[p[:i].String()]
		}
		if parent == nil {
			d.Clauses = append(d.Clauses, c)
		} else {
			parent.Children = append(parent.Children, c)
		}
		byName[p.String()] = c
	}
	return d, edits
}

// cited drops 章 from the address of what stands in it, as the model has it; the fixture names it to say where a clause hangs.
func cited(p ref.Path) ref.Path {
	if len(p) > 1 && p[0].Kind == ref.Division {
		return p[1:]
	}
	return p
}

func marked(s string) (corpus.Text, []corpus.Span) {
	var text corpus.Text
	var edits []corpus.Span
	var out []rune
	start, mark := -1, -1
	rs := []rune(s)
	for i := 0; i < len(rs); i++ {
		switch {
		case rs[i] == '{':
			start = len(out)
		case rs[i] == '}':
			edits = append(edits, corpus.Span{Start: start, End: len(out)})
		case rs[i] == '[' && i+1 < len(rs) && rs[i+1] == '[':
			mark, i = len(out), i+1
		case rs[i] == ']' && i+1 < len(rs) && rs[i+1] == ']':
			text.Marks = append(text.Marks, corpus.Mark{Kind: corpus.MarkUnderline, Span: corpus.Span{Start: mark, End: len(out)}})
			i++
		default:
			out = append(out, rs[i])
		}
	}
	text.S = string(out)
	return text, edits
}

// pair is one change of a fixture: addresses on both sides ("" none), form, structure.
type pair struct {
	new, old  string
	form      diff.Form
	structure []diff.Structure
	effects   []diff.Effect
}

func result(t testing.TB, newLines, oldLines string, pairs []pair) *diff.Result {
	t.Helper()
	c := &corpus.Comparison{Title: "情報資産取扱規程の一部を改正する規程", Tables: []corpus.Table{{Headers: [2]string{"改正後", "現行"}}}}
	var edits [2]map[string][]corpus.Span
	c.Sides[corpus.New], edits[corpus.New] = rule(t, "改正後", newLines)
	c.Sides[corpus.Old], edits[corpus.Old] = rule(t, "現行", oldLines)
	r := &diff.Result{Comparison: c}
	var at [2]map[string]int
	for s := range r.Units {
		r.Units[s], r.Parents[s] = c.Sides[s].Units()
		at[s] = map[string]int{}
		for i, u := range r.Units[s] {
			at[s][u.Path.String()] = i
		}
	}
	for _, p := range pairs {
		ch := diff.Change{Form: p.form, Structure: p.structure, Effects: p.effects}
		for s, names := range [2]string{p.new, p.old} {
			side := corpus.Side(s)
			for _, name := range strings.Fields(names) {
				u, ok := at[s][name]
				if !ok {
					t.Fatalf("no clause %s on side %v", name, side)
				}
				if side == corpus.New {
					ch.New = append(ch.New, u)
				} else {
					ch.Old = append(ch.Old, u)
				}
				for _, e := range edits[s][name] {
					ch.Edits = append(ch.Edits, diff.Edit{Side: side, Unit: u, Span: e})
				}
			}
		}
		r.Changes = append(r.Changes, ch)
	}
	return r
}

// sample has every form and most structures, in a rule of our own.
func sample(t testing.TB) *diff.Result {
	r := result(t, `
第一章|heading|第一章|第一章　総則
第一章/第一条|article|第一条|第一条　この規程は、情報資産の取扱いに関し必要な事項を定める。
第一章/第二条#見出し|heading||（定義）
第一章/第二条|article|第二条|第二条　この規程において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
第一章/第二条第一項第一号|item|一|一　情報資産　{[[情報及び情報を管理する仕組み（]]}情報システム{[[、端末装置その他これらに類するものを含む。）をいう。]]}
第一章/第二条第一項第二号|item|二|二　要保護情報　漏えいにより業務の遂行に支障を及ぼす{おそれのある}情報をいう。
第一章/第二条第一項第三号|item|三|三　外部役務　機構以外の者が提供する情報処理の機能をいう。
第一章/第三条|placeholder|第三条|第三条　（略）
第二章|heading|第二章|第二章　管理{及び利用}
第二章/第五条#見出し|heading||（事故の報告）
第二章/第五条|article|第五条|第五条　職員は、事故を{[[知った時から二十四時間以内に]]}、[[情報管理]]責任者に報告しなければならない。
第二章/第五条第二項|paragraph|２|２　前項の報告を受けた者は、直ちに必要な措置を講ずるものとする。
第二章/第六条|article|第六条|第六条　職員は、生成系機能を利用しようとするときは、承認を得なければならない。
第二章/第七条|article|第七条|第七条　情報管理責任者は、委託先における管理の水準を確認しなければならない。
第二章/第七条第二項|paragraph|２|２　委託先が再委託しようとするときは、{書面により}承諾を得させるものとする。
第二章/第八条|article|第八条|第八条　契約書には、次に掲げる事項を定めるものとする。
第二章/削る|placeholder||（削る）
附則|heading|附則|附則
附則/¶1|text||　この規程は、令和八年四月一日から施行する。
`, `
第一章|heading|第一章|第一章　総則
第一章/第一条|article|第一条|第一条　この規程は、情報資産の取扱いに関し必要な事項を定める。
第一章/第二条#見出し|heading||（定義）
第一章/第二条|article|第二条|第二条　この規程において、次の各号に掲げる用語の意義は、当該各号に定めるところによる。
第一章/第二条第一項第一号|item|一|一　情報資産　{[[情報、]]}情報システム{[[並びにこれらの運用に関する文書をいう。]]}
第一章/第二条第一項第二号|item|二|二　要保護情報　漏えいにより業務の遂行に支障を及ぼす{恐れがある}情報をいう。
第一章/新設|placeholder||（新設）
第一章/第三条|placeholder|第三条|第三条　（略）
第二章|heading|第二章|第二章　管理
第二章/第五条#見出し|heading||（事故の報告）
第二章/第五条|article|第五条|第五条　職員は、事故を{[[発見したときは、速やかに]]}、情報管理責任者に報告しなければならない。
第二章/第五条第二項|paragraph|２|２　前項の報告を受けた者は、直ちに必要な措置を講ずるものとする。
第二章/第六条|article|第六条|第六条　情報管理責任者は、委託先における管理の水準を確認しなければならない。
第二章/第七条|article|第七条|第七条　記録媒体を持ち出そうとする職員は、持出簿に記載しなければならない。
第二章/第八条|article|第八条|第八条　契約書には、次に掲げる事項を定めるものとする。
第二章/第八条第二項|paragraph|２|２　委託先が再委託しようとするときは、承諾を得させるものとする。
`, []pair{
		{"第一章", "第一章", diff.Same, nil, nil},
		{"第一条", "第一条", diff.Same, nil, nil},
		{"第二条#見出し", "第二条#見出し", diff.Same, nil, nil},
		{"第二条", "第二条", diff.Same, nil, nil},
		{"第二条第一項第一号", "第二条第一項第一号", diff.Edited, nil, []diff.Effect{{Kind: diff.Scope, Old: "情報", New: "情報及び情報を管理する仕組み"}}},
		{"第二条第一項第二号", "第二条第一項第二号", diff.Edited, nil, []diff.Effect{{Kind: diff.Orthography, Old: "恐れ", New: "おそれ"}}},
		{"第二条第一項第三号", "新設", diff.Added, nil, nil},
		{"第三条", "第三条", diff.Omitted, nil, nil},
		{"第二章", "第二章", diff.Edited, nil, []diff.Effect{{Kind: diff.Heading}}},
		{"第五条#見出し", "第五条#見出し", diff.Same, nil, nil},
		{"第五条", "第五条", diff.Edited, nil, []diff.Effect{{Kind: diff.Quantity, Old: "速やかに", New: "二十四時間以内に"}}},
		{"第五条第二項", "第五条第二項", diff.Same, nil, nil},
		{"第六条", "", diff.Added, nil, nil},
		{"第七条", "第六条", diff.Same, []diff.Structure{diff.Renumbered}, nil},
		{"第七条第二項", "第八条第二項", diff.Edited, []diff.Structure{diff.Moved}, nil},
		{"削る", "第七条", diff.Removed, nil, nil},
		{"第八条", "第八条", diff.Same, nil, nil},
		{"附則", "", diff.Added, nil, nil},
		{"附則/¶1", "", diff.Added, nil, nil},
	})
	r.Findings = []corpus.Diag{
		{Rule: "mark-missing", Severity: corpus.Warning, Side: "new", Unit: 5, Span: &corpus.Span{Start: 28, End: 34}, Message: "改正されたが傍線がない。"},
		{Rule: "mark-excess", Severity: corpus.Warning, Side: "new", Unit: 10, Span: &corpus.Span{Start: 27, End: 31}, Message: "傍線があるが同文である。"},
	}
	r.Terms = []diff.Term{{Old: "恐れ", New: "おそれ", Count: 2, Changes: []int{5}, Left: 1}}
	r.Replacements = []diff.Replacement{{Old: "恐れ", Count: 2, Left: make([]diff.Evidence, 1), New: []diff.Variant{{Old: "恐れ", New: "おそれ", Places: []diff.Replaced{{Change: 5}, {Change: 5}}}}}}
	r.Definitions = []diff.Definition{{Term: "外部役務", Side: corpus.New, Unit: 6, Event: "added"}}
	r.Comparison.Unplaced = []corpus.Unplaced{{Page: 1, Text: "- 1 -", Reason: "page-number"}}
	return r
}
