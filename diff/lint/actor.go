package lint

// 主体: who acts changed, or a duty names nobody who bears it.
//
//	市長は → 教育長は                                            found
//	遅滞なく報告しなければならない。, alone in its 項                     found
//	写しを三年間保存するものとする。                                   found
//	必要な事項を定めるものとする。                                    near miss: the verb of a general clause
//	書面で行わなければならない。, behind a sentence with its topic          near miss

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff"
)

var actorUnclear = &Rule{
	ID: "actor", Number: 26, Severity: corpus.Info, Needs: NeedsText,
	Title: "主体が変わっている、又は義務の主体が書かれていない", English: "the actor changed, or a duty has none",
	Basis: "義務を課す規定には誰が負うかを書く", Bad: "遅滞なく報告しなければならない。（主語なし）", Good: "前の文の主体が続く文、号、受身で書かれた文",
	Hint: "主体を確かめてください", HintEN: "see who acts",
	check: func(s *subject) {
		if s.r != nil {
			s.review(func(k diff.EffectKind) bool { return k == diff.Actor }, "主体が「%s」から「%s」に変わっています", "the actor changed from %q to %q")
		}
		for _, d := range s.sides {
			if d != nil {
				s.actorMissing(d)
			}
		}
	},
}

var (
	dutyRE  = lazy.MustCompile(`(しなければならない|してはならない|しなければなりません|に努めなければならない|を[^。はがも]{0,12}\p{Han}{2}するものとする)。$`)
	topicRE = lazy.MustCompile(`[はがも]|者に|による|された|される|こと$`)
	// asideRE are words that only look as if a topic stood in them: または, をもって, ものを, …とともに.
	asideRE = lazy.MustCompile(`または|若しくは|もしくは|あるいは|はじめ|ながら|もって|もの|ともに|かかわらず|基づき`)
)

// actorMissing finds 条 and 項 whose duty has no topic at all.
func (s *subject) actorMissing(d *side) {
	if !d.lawful {
		return
	}
	for u, c := range d.units {
		if c.Kind != corpus.KindArticle && c.Kind != corpus.KindParagraph || !d.body(u) || d.foreign(u) || d.part(u) != "" {
			continue
		}
		text := d.flats[u].Text
		from, to := sentence(text, 0)
		words := string(text[from:to])
		m := dutyRE.FindStringIndex(words)
		if m == nil || topicRE.MatchString(asideRE.ReplaceAllString(words[:m[0]], "")) || strings.Contains(words, "準用") {
			continue
		}
		f := s.report(d, u, d.flats[u].Span(from, to), "「%s」に主体がありません", "%q has no actor")
		if d.which == corpus.Old {
			s.lower(f, corpus.Info)
		}
	}
}
