package lint

// 改め忘れ: a word replaced throughout survives in one place.
//
//	総務課 → 総務部 in three places, 総務課 left in 第九条              found
//	機関 → 機関等                                                near miss: the new word holds the old one
//	more places left than replaced                                near miss: two words, not one

import (
	"slices"
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
			if t.Count < 3 || s.config.known(t.Old) || utf8.RuneCountInString(t.Old) < 2 || s.splitTerm(t.Old) {
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

// splitTerm reports whether an old term became several new ones.
func (s *subject) splitTerm(old string) bool {
	n := 0
	for _, t := range s.r.Terms {
		if t.Old == old {
			n++
		}
	}
	return n > 1
}
