package lint

// 義務の強さ: the predicate of a sentence moved up or down the ladder しなければならない ＞ するものとする ＞ 努める ＞ できる.
//
//	努める → しなければならない                                    found
//	するものとする → する                                         near miss: style

import (
	"shinkyu/corpus"
	"shinkyu/diff"
)

var dutyChanged = &Rule{
	ID: "duty-changed", Number: 25, Severity: corpus.Info, Needs: NeedsPair,
	Title: "義務の強さが変わっている", English: "a duty became stronger or weaker",
	Basis: "文末の義務の段階（しなければならない、するものとする、努める、できる）の変更は意図したものか確かめる", Bad: "努める→しなければならない", Good: "するものとする→する（体裁）",
	Hint: "意図した変更か確かめてください", HintEN: "see whether this is meant",
	check: func(s *subject) {
		s.review(func(k diff.EffectKind) bool { return k == diff.DutyStrengthened || k == diff.DutyWeakened },
			"義務の強さが「%s」から「%s」に変わっています", "the duty changed from %q to %q")
	},
}
