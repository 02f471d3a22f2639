package lint

// 二重の定義: a word is defined once, where it first appears.
//
//	第一条 and 第三条: 「（以下「法」という。）」                         found
//	この条において「法」という。                                    near miss: it holds there only
//	articles that begin again with 第一条 behind an 附則             near miss: they are another text with definitions of its own

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/classify"
	"shinkyu/diff/internal/token"
)

var definitionTwice = &Rule{
	ID: "definition-twice", Number: 19, Severity: corpus.Warning, Needs: NeedsText,
	Title: "同じ語が二度定義されている", English: "a term is defined twice",
	Basis: "定義は、語が最初に現れる箇所で一度だけ行う", Bad: "第一条と第三条の両方で「以下「法」という。」", Good: "「この条において」と範囲を限った定義、附則での定義",
	Hint: "後の定義を削るか、別の語にしてください", HintEN: "drop the second definition, or choose another term",
	text: func(s *subject, d *side) {
		first := map[string]classify.Entry{}
		for _, e := range d.glossary {
			if e.Limited || strings.HasPrefix(d.part(e.Unit), "附則") || d.form(e.Unit) {
				continue
			}
			key := token.LooseText(e.Term) + "/" + d.part(e.Unit) + "/" + d.text(e.Unit)
			f, ok := first[key]
			if !ok {
				first[key] = e
				continue
			}
			if f.Unit == e.Unit && !e.Naming {
				continue // X とは … （… をいう。） within one sentence
			}
			r := s.report(d, e.Unit, e.Span, "「%s」は%sで既に定義されています", "%q is already defined in %s", d.words(e.Unit, e.Span), d.cite(f.Unit))
			r.Related = []Place{{d.which, f.Unit, f.Span}}
		}
	},
}

// text tells apart the texts of a document whose articles begin again: ~2 of 第一条~2, empty in the first.
func (d *side) text(u int) string {
	for _, st := range d.units[u].Path {
		if st.Kind == ref.Article {
			_, n, _ := strings.Cut(st.Text, "~")
			return n
		}
	}
	return ""
}
