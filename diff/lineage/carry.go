package lineage

// What the table does not show: it follows the （略） that stands for it, or the clause above it, or ends with that.

import (
	"cmp"
	"slices"

	"shinkyu/corpus"
)

// carryOn moves, or ends, what the table does not show. The narrowest scope decides; within equal ones the first.
func (v *revision) carryOn() {
	slices.SortStableFunc(v.carry, func(a, b carriage) int { return cmp.Compare(len(b.from.at), len(a.from.at)) })
	decided := map[*person]bool{}
	type move struct {
		p *person
		c *carriage
	}
	var moves []move
	for i := range v.carry {
		c := &v.carry[i]
		for _, p := range v.known.held(c.from) {
			if _, upon := v.upon[p]; p.Alive && !decided[p] && (upon || !v.closed[p] && !v.shown[p]) {
				decided[p] = true
				moves = append(moves, move{p, c})
			}
		}
	}
	slices.SortStableFunc(moves, func(a, b move) int { return a.p.at - b.p.at })
	for _, m := range moves {
		if e, upon := v.upon[m.p]; upon {
			if m.c.to == nil {
				continue // its words are shown: what was above it is gone without it
			}
			if path, ok := carry(m.p.path, m.c.from, *m.c.to); ok {
				m.p.path, m.p.key = path, addressOf(path)
				m.p.Events[e].Path = path.String()
			}
			continue
		}
		if m.c.to == nil {
			m.p.end(v.state, m.c.change)
			continue
		}
		v.renumber(m.p, m.c)
	}
}

// renumber moves a clause that the table does not show. It is an event where a （略） stands for the clause; one that only
// travels with an article whose words are shown has none.
func (v *revision) renumber(p *person, c *carriage) {
	path, ok := carry(p.path, c.from, *c.to)
	if !ok {
		return
	}
	key := addressOf(path)
	if key.equal(p.key) {
		return
	}
	p.path, p.key = path, key
	switch {
	case p.inShell:
		p.Events = append(p.Events, Event{v.state, c.change, c.unit, path.String(), Covered})
	case present(v.unit(corpus.New, c.unit)):
		v.along[c.unit] = append(v.along[c.unit], p)
	default:
		p.Events = append(p.Events, Event{v.state, c.change, c.unit, path.String(), Covered})
	}
}

// sequence lists the clauses that the new side shows or covers, in its order. What went along with a clause stands among the
// clauses shown below it by its number.
func (v *revision) sequence() []*person {
	now := v.known
	if len(v.carry) > 0 || len(v.new) > 0 {
		now = index(v.alive())
	}
	printed := map[*person]bool{}
	for _, p := range v.new {
		if p != nil {
			printed[p] = true
		}
	}
	var out []*person
	seen := map[*person]bool{}
	units := v.res.Units[corpus.New]
	type open struct{ unit, start int }
	var above []open // units with clauses that went along, whose end is not reached
	for i, c := range units {
		for len(above) > 0 && !within(addressOf(units[above[len(above)-1].unit].Path), addressOf(c.Path)) {
			top := above[len(above)-1]
			out = v.mergeAlong(out, top.start, top.unit)
			above = above[:len(above)-1]
		}
		if p := v.new[i]; p != nil && !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
		if len(v.along[i]) > 0 {
			above = append(above, open{i, len(out)})
		}
		if c.Placeholder == corpus.Omitted {
			for _, p := range now.covered(units, i, printed, out) {
				if !printed[p] && !seen[p] {
					seen[p] = true
					out = append(out, p)
				}
			}
		}
	}
	for ; len(above) > 0; above = above[:len(above)-1] {
		out = v.mergeAlong(out, above[len(above)-1].start, above[len(above)-1].unit)
	}
	return out
}

// within reports whether b is a or below it.
func within(a, b address) bool { return len(b) >= len(a) && a.common(b) == len(a) }

// mergeAlong puts what went along with a unit among the clauses behind start, by number.
func (v *revision) mergeAlong(out []*person, start, unit int) []*person {
	for _, p := range v.along[unit] {
		at := start
		for j := start; j < len(out); j++ {
			if lower(out[j].key, p.key) {
				at = j + 1
			}
		}
		out = slices.Insert(out, at, p)
	}
	return out
}
