package lint

// What became of what a reference names. A reference that both sides print in the same words, outside every edit, is followed: the
// clause that it named is looked up on the new side through the comparison, and that must be what it names now. A clause whose
// fate is not certain (split, merged, left out) proves nothing. Where text was replaced in its place, the reference still fits.
// Shared by reference-shifted, reference-crosses and reference-deleted.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/internal/token"
	"shinkyu/diff/refer"
)

// fate is what became of what a reference named.
type fate uint8

const (
	moved fate = iota
	crossed
	struckOut
)

// followReferences reports the references whose fate is want.
func (s *subject) followReferences(want fate) {
	edits := s.edits()
	byUnit := [2]map[int][]refer.Reference{{}, {}}
	for i, d := range s.sides {
		for _, x := range d.refs {
			byUnit[i][x.Unit] = append(byUnit[i][x.Unit], x)
		}
	}
	new := s.sides[corpus.New]
	for u := range new.units {
		o := s.counterpart(u)
		if o < 0 || new.foreign(u) {
			continue
		}
		for _, p := range kept(byUnit[corpus.New][u], byUnit[corpus.Old][o], edits[corpus.New][u], edits[corpus.Old][o]) {
			s.follow(p[0], p[1], want)
		}
	}
}

// kept pairs the references of two texts that stand in both unchanged, in order.
func kept(new, old []refer.Reference, newEdits, oldEdits []corpus.Span) [][2]refer.Reference {
	still := func(list []refer.Reference, edits []corpus.Span) []refer.Reference {
		return slices.DeleteFunc(slices.Clone(list), func(x refer.Reference) bool { return touches(edits, x.Span) })
	}
	new, old = still(new, newEdits), still(old, oldEdits)
	var out [][2]refer.Reference
	j := 0
	for _, x := range new {
		for k := j; k < len(old); k++ {
			if token.LooseText(old[k].Text) == token.LooseText(x.Text) {
				out = append(out, [2]refer.Reference{x, old[k]})
				j = k + 1
				break
			}
		}
	}
	return out
}

// follow holds one reference against what its old target became.
func (s *subject) follow(x, before refer.Reference, want fate) {
	if before.Status != refer.Resolved || x.Every {
		return
	}
	old, new := s.sides[corpus.Old], s.sides[corpus.New]
	many := len(before.Targets) > 1
	if many && !(x.Relative && counted(x.Text)) {
		return
	}
	var went []int
	for _, t := range before.Targets {
		ch := &s.r.Changes[s.changeOf[corpus.Old][t]]
		if old.units[t].Placeholder != corpus.NoPlaceholder {
			return
		}
		switch {
		case ch.Form == diff.Removed:
			went = append(went, -1)
		case len(s.r.Clauses(ch, corpus.New)) != 1 || len(s.r.Clauses(ch, corpus.Old)) != 1 || new.units[ch.New[0]].Placeholder != corpus.NoPlaceholder:
			return
		default:
			went = append(went, ch.New[0])
		}
	}
	report := func(f fate, ja, en string, to int) {
		if f != want {
			return
		}
		r := s.report(new, x.Unit, x.Span, ja, en, new.words(x.Unit, x.Span), s.named(old, before.Targets[0]), s.named(new, to))
		r.Related = append(r.Related, Place{corpus.Old, before.Targets[0], old.head(before.Targets[0])})
		if to >= 0 {
			r.Related = append(r.Related, Place{corpus.New, to, new.head(to)})
		}
	}
	now := -1
	if x.Status == refer.Resolved {
		now = x.Targets[0]
		if new.units[now].Placeholder != corpus.NoPlaceholder {
			return
		}
	}
	if many {
		if x.Status == refer.Resolved && !slices.Equal(slices.Sorted(slices.Values(went)), x.Targets) {
			report(crossed, "「%s」が指す範囲が変わっています（改正前は %s から、改正後は %s から）", "%q now covers other clauses (from %s before, from %s now)", now)
		}
		return
	}
	switch to := went[0]; {
	case to == now:
	case to < 0 && now < 0:
		if x.Status == refer.Missing || x.Relative {
			return // reference-missing speaks, or nothing is known
		}
		report(struckOut, "「%s」が指していた%sは削られています%.0s", "%q named %s, which is struck%.0s", -1)
	case to < 0:
		if old.units[before.Targets[0]].Path.Key() == new.units[now].Path.Key() && s.r.Changes[s.changeOf[corpus.New][now]].Form == diff.Added {
			return // replaced in its place
		}
		if x.Relative {
			report(moved, "「%s」が指す条項が変わっています（改正前は %s、改正後は %s）", "%q now names another clause (%s before, %s now)", now)
			return
		}
		report(struckOut, "「%s」が指していた%sは削られ、今は %s を指します", "%q named %s, which is struck; it now names %s", now)
	case x.Status == refer.Missing:
	case now < 0:
		if !x.Relative && old.units[before.Targets[0]].Path.Key() != new.units[to].Path.Key() && old.units[before.Targets[0]].Label != new.units[to].Label {
			report(moved, "「%s」が指していた%sは、%s になっています", "%q named %s, which is now %s", to)
		}
	case x.Relative && lastRelative(x.Text) && s.r.Changes[s.changeOf[corpus.New][now]].Form == diff.Added:
		report(crossed, "「%s」との間に条項が加わり、指すものが変わっています（改正前は %s、改正後は %s）", "a clause was inserted before %q (%s before, %s now)", now)
	default:
		report(moved, "「%s」が指す条項が変わっています（改正前は %s、改正後は %s）", "%q now names another clause (%s before, %s now)", now)
	}
}

// lastRelative reports whether it is the last step of a reference that is relative: 前項, 第三条の前項; of 前条第二号 it is the number that went wrong.
func lastRelative(text string) bool {
	text = token.LooseText(text)
	return !strings.Contains(text[max(0, strings.LastIndexAny(text, "前次同本")):], "第")
}

// counted reports whether a reference counts clauses: 前三条, 前二項. 前各号 and 次の各号 take in what is added as a matter of course.
func counted(text string) bool {
	r := []rune(token.LooseText(text))
	return len(r) >= 3 && (r[0] == '前' || r[0] == '次') && r[1] != '各' && r[1] != 'の'
}

// named cites a clause with the words of its caption: 旧第十条（記録媒体の持出し）.
func (s *subject) named(d *side, u int) string {
	if u < 0 {
		return ""
	}
	out := d.cite(u)
	for i := u - 1; i >= 0 && i >= u-2; i-- {
		c := d.units[i]
		if n := len(c.Path); n > 1 && c.Kind == corpus.KindHeading && c.Path[n-1].Kind == ref.Caption && len(d.units[u].Path) >= n-1 && c.Path[n-2].Text == d.units[u].Path[n-2].Text {
			out += strings.TrimSpace(c.Text.S)
			break
		}
	}
	return out
}
