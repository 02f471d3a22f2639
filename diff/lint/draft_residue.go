package lint

// What a draft leaves open: dates and numbers to be filled in, signs in their stead, （案）. A form is meant to be filled in.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

var residue = &Rule{
	ID: "draft-residue", Number: 30, Severity: corpus.Warning, Needs: NeedsText,
	Title: "日付・番号の空欄や案の表示が残っている", English: "blanks and signs of a draft",
	Basis: "公布・公表する文書に空欄や「（案）」を残さない", Bad: "平成 年 月 日／令和○年○月○日／第○号", Good: "様式の記入欄、「改正案」という欄の見出し",
	Hint: "値を記入し、又は表示を消してください", HintEN: "fill it in, or take it away",
	text: func(s *subject, d *side) {
		for u, c := range d.units {
			if !d.body(u) || d.form(u) {
				continue
			}
			str := string(d.flats[u].Text)
			for _, m := range residueRE.FindAllStringIndex(str, -1) {
				from, to := utf8.RuneCountInString(str[:m[0]]), utf8.RuneCountInString(str[:m[1]])
				if quoted(d.flats[u].Text, from) {
					continue
				}
				s.report(d, u, d.flats[u].Span(from, to), "「%s」が埋められていません", "%q is not filled in")
			}
			if c.Kind == corpus.KindHeading && c.Label == "" && strings.HasSuffix(str, "(案)") && !strings.Contains(d.doc.Header, "案") {
				n := len(d.flats[u].Text)
				s.report(d, u, d.flats[u].Span(n-3, n), "題名に「%s」が残っています", "%q in a title")
			}
		}
	},
}

var residueRE = lazy.MustCompile(`(?:明治|大正|昭和|平成|令和)(?:[○●◯〇✕×*＊_]*|[xX]+)年(?:[○●◯〇✕×*＊_]*|[xX]+)月(?:[○●◯〇✕×*＊_]*|[xX]+)日|(?:令和|平成)[○●◯✕×]+年|第[○●◯✕×]+(?:号|条|項)|[●◯]{2,}|【(?:P|要確認|要検討|調整中|検討中|未定)】|〔(?:要確認|調整中|検討中)〕`)
