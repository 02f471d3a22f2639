package lint

// Systematic replacements: the old word may not survive, and one old word should not become two new ones without a reason.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff"
)

var termLeft = &Rule{
	ID: "term-left", Number: 21, Severity: corpus.Warning, Needs: NeedsPair,
	Title: "一括して置き換えた語の旧語が残っている", English: "an old term survives its systematic replacement",
	Basis: "用語を改めるときは、全ての箇所を改める", Bad: "総務課→総務部（三か所）、第九条だけ「総務課」のまま", Good: "新しい語が旧語を含む（機関→機関等）、旧語がより長い名称の一部である、二か所だけの置換",
	Hint: "改め忘れでないか確かめてください", HintEN: "see whether a place was forgotten",
	check: func(s *subject) {
		d := s.sides[corpus.New]
		for _, t := range s.r.Terms {
			if t.Count < 3 || s.config.known(t.Old) || utf8.RuneCountInString(t.Old) < 2 || len(s.replacements(t.Old)) > 1 {
				continue
			}
			var left []use
			for _, u := range d.uses(t.Old) {
				text := d.flats[u.unit].Text
				if inside(text, u, t.New) || d.foreign(u.unit) || s.changeIsNew(u.unit) {
					continue
				}
				left = append(left, u)
			}
			if len(left) == 0 || len(left) >= t.Count { // more left than replaced: two words, not one
				continue
			}
			for _, u := range left {
				s.report(d, u.unit, d.span(u), "「%s」は%dか所で「%s」に改められましたが、ここに残っています", "%q became %[3]q in %[2]d places, but stands here", t.Old, t.Count, t.New)
			}
		}
	},
}

// inside reports whether a use of the old term lies within the new one: 機関 in 機関等.
func inside(text []rune, u use, new string) bool {
	w := []rune(new)
	for from := max(0, u.to-len(w)); from <= u.from && from+len(w) <= len(text); from++ {
		if slices.Equal(text[from:from+len(w)], w) {
			return true
		}
	}
	return false
}

// changeIsNew reports whether a new unit has no predecessor: what it says was chosen for it.
func (s *subject) changeIsNew(u int) bool {
	return s.r.Changes[s.changeOf[corpus.New][u]].Form == diff.Added
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
