package lint

// 不ぞろいな置換: one old word became several new ones. That may be meant, since contexts differ, so it is asked, not blamed.
//
//	係員 → 職員 in two places, 係員 → 担当者 in two others             found
//	係員 → 担当者 in a single place                               near miss: a sentence reworded

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
)

var termInconsistent = &Rule{
	ID: "term-inconsistent", Number: 22, Severity: corpus.Info, Needs: NeedsPair,
	Title: "同じ旧語が箇所により異なる語に改められている", English: "one old term became several new ones",
	Basis: "同じ語は同じ語に改める。文脈により分けるときは意図を確かめる", Bad: "係員→職員（二か所）、係員→担当者（二か所）", Good: "一か所だけの書換え",
	Hint: "意図したものか確かめてください", HintEN: "see whether this is meant",
	check: func(s *subject) {
		done := map[string]bool{}
		for _, t := range s.r.Terms {
			all := s.replacements(t.Old)
			if done[t.Old] || len(all) < 2 || s.config.known(t.Old) {
				continue
			}
			done[t.Old] = true
			var news []string
			for _, x := range all {
				news = append(news, "「"+x.New+"」")
			}
			ch := &s.r.Changes[t.Changes[0]]
			if len(ch.New) == 0 {
				continue
			}
			d, u := s.sides[corpus.New], ch.New[0]
			span := d.head(u)
			for _, k := range d.uses(t.New) {
				if slices.Contains(ch.New, k.unit) {
					u, span = k.unit, d.span(k)
					break
				}
			}
			s.report(d, u, span, "「%s」は、箇所により%sに改められています", "%q became %s in different places", t.Old, strings.Join(news, "と"))
		}
	},
}

// replacements lists what an old term became.
func (s *subject) replacements(old string) []diff.Term {
	var out []diff.Term
	for _, t := range s.r.Terms {
		if t.Old == old {
			out = append(out, t)
		}
	}
	return out
}
