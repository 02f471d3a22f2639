package lint

// The old column of a table repeats the text in force. A slip of transcription there has made acts fail, so it is held against that text.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

var baseDiffers = &Rule{
	ID: "base-differs", Number: 3, Severity: corpus.Error, Needs: NeedsBase,
	Title: "旧の欄が現行の文と異なる（--base）", English: "the old column differs from the text in force (--base)",
	Basis: "旧の欄には現行の規定をそのまま記す。転記の誤りは改正を失敗させる", Bad: "旧の欄「及び」、現行「並びに」", Good: "空白、全角・半角の違い",
	Hint: "現行の文から転記し直してください", HintEN: "copy the text in force again",
	check: func(s *subject) {
		old, base := s.sides[corpus.Old], s.base
		at := map[string]int{}
		texts := map[string]bool{}
		for u, c := range base.units {
			if k := baseKey(c.Path); at[k] == 0 {
				at[k] = u + 1
			}
			texts[token.LooseText(c.Words())] = true
		}
		for u, c := range old.units {
			words := token.LooseText(c.Words())
			if !old.body(u) || words == "" || texts[words] {
				continue
			}
			b := at[baseKey(c.Path)] - 1
			if b < 0 || !base.body(b) {
				if c.Label != "" && c.Kind != corpus.KindHeading {
					s.report(old, u, old.head(u), "「%s」は現行の文にありません", "%q is not in the text in force")
				}
				continue
			}
			span, there := difference(c, base.units[b])
			s.report(old, u, span, "「%s」は、現行の文では「%s」です", "%q reads %q in the text in force",
				old.words(u, span), shorten(base.units[b].Text.Slice(there.Start, there.End).S))
		}
	},
}

// baseKey makes 第三条 and 第三条第一項 one place: an article prints no number of its first 項.
func baseKey(p ref.Path) string {
	return strings.ReplaceAll(p.Key(), "条第1項", "条")
}

// difference is the smallest range of words on both sides that holds all differences; where words are only added, the word before them too.
func difference(a, b *corpus.Clause) (corpus.Span, corpus.Span) {
	x, y := token.Lex(a.Words()), token.Lex(b.Words())
	same := func(i, j int) bool { return token.LooseText(x[i].Key) == token.LooseText(y[j].Key) }
	from := 0
	for from < len(x) && from < len(y) && same(from, from) {
		from++
	}
	n, m := len(x), len(y)
	for n > from && m > from && same(n-1, m-1) {
		n, m = n-1, m-1
	}
	if from > 0 && (n == from || m == from) {
		from--
	}
	span := func(c *corpus.Clause, list []token.Token, to int) corpus.Span {
		if from >= to {
			return corpus.Span{Start: c.Body, End: c.Text.Len()}
		}
		return corpus.Span{Start: c.Body + list[from].Span.Start, End: c.Body + list[to-1].Span.End}
	}
	return span(a, x, n), span(b, y, m)
}
