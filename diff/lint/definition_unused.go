package lint

// 使われない定義: an abbreviation is made for words that are used twice or more. One that never returns only burdens the reader.
//
//	委員会（以下「会」という。）, and 会 nowhere behind                 found
//	used in a 附則 or a 別表 only; a table that leaves text out        near miss

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/classify"
	"shinkyu/diff/internal/token"
)

var definitionUnused = &Rule{
	ID: "definition-unused", Number: 18, Severity: corpus.Info, Needs: NeedsText,
	Title: "定義した語がその後使われていない", English: "a term is defined and never used again",
	Basis: "略称は、二回以上使う語に設ける", Bad: "委員会（以下「会」という。）… のみ", Good: "附則・別表で使われている語、条文を略した対照表",
	Hint: "定義を削るか、使う箇所を確かめてください", HintEN: "drop the definition, or see where it should be used",
	text: func(s *subject, d *side) {
		if d.partial {
			return
		}
		for _, e := range d.glossary {
			if !e.Naming || e.Limited || d.foreign(e.Unit) || d.usedAfter(e) {
				continue
			}
			s.report(d, e.Unit, e.Span, "「%s」は定義されていますが、その後使われていません", "%q is defined but never used again")
		}
	},
}

// usedAfter reports whether a term occurs again behind its definition, in whatever compound.
func (d *side) usedAfter(e classify.Entry) bool {
	w := []rune(token.LooseText(e.Term))
	for u := e.Unit; u < len(d.units); u++ {
		for _, i := range d.flats[u].Index(w) {
			if u > e.Unit || d.flats[u].At[i] >= e.Extent.End {
				return true
			}
		}
	}
	return false
}
