package lint

// What a reviewer should look at although it may be meant: effects of the comparison as remarks. Shared by duty-changed and actor.

import (
	"shinkyu/corpus"
	"shinkyu/diff"
)

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
