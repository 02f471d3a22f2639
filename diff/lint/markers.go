package lint

// （新設） and （削る）: a clause on one side only is announced on the other, in the right column.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// markersMissing finds clauses of this form that no marker announces. A table without such markers has no such custom. A marker, or a finding, speaks
// for the clauses that follow it, unless one of them holds clauses that are kept or have markers of their own: those it cannot mean.
func (s *subject) markersMissing(form diff.Form, side corpus.Side, marker corpus.Placeholder, ja, en string) {
	d := s.sides[side]
	if !slices.ContainsFunc(s.sides[side.Other()].units, func(c *corpus.Clause) bool { return c.Placeholder == marker }) {
		return
	}
	run := false
	for i := range s.r.Changes {
		ch := &s.r.Changes[i]
		units := ch.Units(side)
		switch {
		case ch.Form != form:
			run = false
			continue
		case len(ch.Units(side.Other())) > 0 || len(units) == 0:
			run = true
			continue
		case run && !s.speaksApart(form, side, units[0]):
			continue
		case s.underGone(form, side, units[0]), s.ofShell(side, units[0]), s.captionOfAnnounced(form, side, units[0]):
			continue
		}
		run = true
		s.report(d, units[0], d.whole(units[0]), ja, en)
	}
}

// speaksApart reports whether clauses under a unit are kept, or announced one by one.
func (s *subject) speaksApart(form diff.Form, side corpus.Side, u int) bool {
	for _, k := range s.sides[side].kids[u] {
		ch := &s.r.Changes[s.changeOf[side][k]]
		if ch.Form != form || len(ch.Units(side.Other())) > 0 {
			return true
		}
	}
	return false
}

// captionOfAnnounced reports whether a caption belongs to an article that is announced: the marker stands beside either.
func (s *subject) captionOfAnnounced(form diff.Form, side corpus.Side, u int) bool {
	d := s.sides[side]
	if p := d.units[u].Path; len(p) == 0 || p[len(p)-1].Kind != ref.Caption {
		return false
	}
	a := d.articleOf(u)
	if a < 0 {
		return false
	}
	ch := &s.r.Changes[s.changeOf[side][a]]
	return ch.Form == form && len(ch.Units(side.Other())) > 0
}

// ofShell reports whether a unit goes with an article that stays as a shell: its caption, its items.
func (s *subject) ofShell(side corpus.Side, u int) bool {
	d := s.sides[side]
	shell := func(k int) bool {
		return k >= 0 && slices.Contains(s.r.Changes[s.changeOf[side][k]].Structure, diff.Shell)
	}
	for p := d.parents[u]; p >= 0; p = d.parents[p] {
		if shell(p) {
			return true
		}
	}
	path := d.units[u].Path
	return len(path) > 0 && path[len(path)-1].Kind == ref.Caption && shell(d.articleOf(u))
}

// underGone reports whether a clause above u is announced, so that u goes with it.
func (s *subject) underGone(form diff.Form, side corpus.Side, u int) bool {
	d := s.sides[side]
	for p := d.parents[u]; p >= 0; p = d.parents[p] {
		ch := &s.r.Changes[s.changeOf[side][p]]
		if ch.Form == form && len(ch.Units(side.Other())) > 0 {
			return true
		}
	}
	return false
}
