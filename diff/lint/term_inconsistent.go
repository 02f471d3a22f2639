package lint

// 不ぞろいな置換: one old word became several new ones. That may be meant, since contexts differ, so it is asked, not blamed.
//
//	係員 → 職員 in two places, 係員 → 担当者 in two others             found
//	係員 → 担当者 in a single place                               near miss: a sentence reworded

import (
	"fmt"
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
		for i := range s.r.Replacements {
			x := &s.r.Replacements[i]
			if s.config.known(x.Old) {
				continue
			}
			var parts, english []string
			var first *diff.Replaced
			var others []Place
			for k := range x.New {
				v := &x.New[k]
				if v.Old != x.Old || len(v.Places) < 2 { // a compound is another word, a single place a sentence reworded
					continue
				}
				parts = append(parts, fmt.Sprintf("「%s」（%dか所）", v.New, len(v.Places)))
				english = append(english, fmt.Sprintf("%q (%d places)", v.New, len(v.Places)))
				if first == nil {
					first = &v.Places[0]
				} else {
					others = append(others, Place(v.Places[0].New))
				}
			}
			if len(parts) < 2 {
				continue
			}
			d := s.sides[corpus.New]
			f := s.report(d, first.New.Unit, first.New.Span, "「%s」は、箇所により%sに改められています", "%q became %[3]s in different places", x.Old, strings.Join(parts, "と"), strings.Join(english, " and "))
			f.Related = others
		}
	},
}
