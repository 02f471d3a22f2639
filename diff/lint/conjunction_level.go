package lint

// 及び joins, 並びに joins groups so joined; 又は separates, 若しくは separates within one alternative. So 並びに needs an 及び, and 若しくは a 又は,
// in the same sentence, brackets apart.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
)

var conjunctions = &Rule{
	ID: "conjunction-level", Number: 24, Severity: corpus.Warning, Needs: NeedsText,
	Title: "「及び」のない「並びに」、「又は」のない「若しくは」", English: "並びに without 及び, or 若しくは without 又は",
	Basis: "一段階の接続には「及び」「又は」を用い、「並びに」は大きい接続、「若しくは」は小さい接続に限る", Bad: "氏名並びに住所", Good: "氏名及び住所並びに電話番号、号の中に「及び」がある柱書",
	Hint: "一段階なら「及び」「又は」にしてください", HintEN: "use 及び or 又は if there is one level only",
	text: func(s *subject, d *side) {
		for u, c := range d.units {
			if !d.body(u) || c.Kind == corpus.KindHeading || d.foreign(u) || d.form(u) {
				continue
			}
			text := d.flats[u].Text
			below := ""
			for _, k := range d.kids[u] {
				below += string(d.flats[k].Text)
			}
			for _, p := range [2][3]string{{"並びに", "及び", "と"}, {"若しくは", "又は", "か"}} {
				for _, i := range d.flats[u].Index([]rune(p[0])) {
					from, to := sentence(text, i)
					near := string(text[from:to])
					if strings.Contains(near, p[1]) || strings.Contains(below, p[1]) || strings.Contains(near, "をはじめ") || quoted(text, i) || d.continues(u) {
						continue
					}
					s.report(d, u, d.flats[u].Span(i, i+utf8.RuneCountInString(p[0])), "「%s」がありますが、同じ文に「%s」がありません", "%q without %q in the sentence", p[0], p[1])
				}
			}
		}
	},
}

// continues reports whether a unit is an item of a list, whose sentence is spread over its parent.
func (d *side) continues(u int) bool {
	return d.units[u].Kind == corpus.KindItem && d.parents[u] >= 0 && d.lawful && !strings.ContainsRune(string(d.flats[u].Text), '。')
}

// sentence is the range of the sentence around i; a 。 in brackets or quotations ends none.
func sentence(text []rune, i int) (from, to int) {
	depth := 0
	for k, r := range text {
		switch r {
		case '(', '「', '『':
			depth++
		case ')', '」', '』':
			depth = max(0, depth-1)
		case '。':
			if depth > 0 {
				continue
			}
			if k < i {
				from = k + 1
			} else {
				return from, k + 1
			}
		}
	}
	return from, len(text)
}
