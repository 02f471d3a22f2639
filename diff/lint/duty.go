package lint

// What a reviewer should look at although it may be meant: the strength of a duty, and who bears it.

import (
	"regexp"
	"strings"

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

// review reports the changes that have such an effect.
func (s *subject) review(wanted func(diff.EffectKind) bool, ja, en string) {
	for i := range s.r.Changes {
		ch := &s.r.Changes[i]
		for _, e := range ch.Effects {
			if !wanted(e.Kind) || len(e.Evidence) == 0 || e.Old == "" || e.New == "" {
				continue
			}
			at := e.Evidence[0]
			var related []Place
			for _, v := range e.Evidence {
				if v.Side == corpus.New && at.Side != corpus.New {
					at = v
				}
			}
			for _, v := range e.Evidence {
				if v != at {
					related = append(related, Place(v))
				}
			}
			f := s.report(s.sides[at.Side], at.Unit, at.Span, ja, en, shorten(e.Old), shorten(e.New))
			f.Related = related
		}
	}
}

var (
	dutyRE  = regexp.MustCompile(`(しなければならない|してはならない|しなければなりません)。$`)
	topicRE = regexp.MustCompile(`[はがも]|者に|による|された|される|こと$`)
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
		if m == nil || topicRE.MatchString(words[:m[0]]) || strings.Contains(words, "準用") {
			continue
		}
		f := s.report(d, u, d.flats[u].Span(from, to), "「%s」に主体がありません", "%q has no actor")
		if d.which == corpus.Old {
			s.lower(f, corpus.Info)
		}
	}
}
