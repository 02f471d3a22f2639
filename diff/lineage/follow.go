package lineage

// One revision: what its changes do to the clauses of the roster. Changes with words on both sides link clauses; a change of
// placeholders carries numbers on; what is left of a clause's descendants follows it.

import (
	"maps"
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff"
)

type revision struct {
	*roster
	state  int
	res    *diff.Result
	old    []*person // by old unit; nil for placeholders
	new    []*person // by new unit; nil for placeholders
	carry  []carriage
	closed map[*person]bool  // has its event, or its end, in this revision
	along  map[int][]*person // what the table does not show and what went along with the new unit above it
}

// carriage says that what is in one scope is in another after the revision; gone, if to is nil.
type carriage struct {
	from   scope
	to     *scope
	change int
	unit   int // on the new side
}

func (r *roster) follow(state int, res *diff.Result) {
	v := &revision{roster: r, state: state, res: res, closed: map[*person]bool{}, along: map[int][]*person{}}
	v.findOld()
	v.new = make([]*person, len(res.Units[corpus.New]))
	for i := range res.Changes {
		v.apply(i, &res.Changes[i])
	}
	v.settle()
	v.carryOn()
	r.lives = arrange(r.lives, v.sequence())
}

// settle takes in the units that no change names, so that a result with gaps loses no clause.
func (v *revision) settle() {
	for i, c := range v.res.Units[corpus.New] {
		if present(c) && v.new[i] == nil {
			v.begin(-1, i)
		}
	}
	for _, p := range v.old {
		if p != nil && !v.closed[p] {
			p.end(v.state, -1)
			v.closed[p] = true
		}
	}
}

// findOld gives every clause of the old side a life; one that is seen here first is put where it stands.
func (v *revision) findOld() {
	units := v.res.Units[corpus.Old]
	v.old = match(units, v.alive())
	var sequence []*person
	for i, c := range units {
		if v.old[i] == nil && present(c) {
			v.old[i] = v.born(v.state, corpus.Old, c)
		}
		if v.old[i] != nil {
			v.old[i].path, v.old[i].key = c.Path, addressOf(c.Path)
			sequence = append(sequence, v.old[i])
		}
	}
	v.lives = arrange(v.lives, sequence)
}

func (v *revision) unit(side corpus.Side, i int) *corpus.Clause { return v.res.Units[side][i] }

// pick lists the units of one side of a change that satisfy is.
func (v *revision) pick(side corpus.Side, units []int, is func(*corpus.Clause) bool) []int {
	var out []int
	for _, i := range units {
		if i >= 0 && i < len(v.res.Units[side]) && is(v.unit(side, i)) {
			out = append(out, i)
		}
	}
	return out
}

func (v *revision) apply(k int, c *diff.Change) {
	olds, news := v.pick(corpus.Old, c.Old, present), v.pick(corpus.New, c.New, present)
	oldCovers, newCovers := v.pick(corpus.Old, c.Old, covers), v.pick(corpus.New, c.New, covers)
	switch {
	case len(olds) > 0 && len(news) > 0:
		v.link(k, olds, news)
	case len(olds) > 0 && len(newCovers) > 0:
		for i, o := range olds {
			v.behind(k, o, newCovers[min(i, len(newCovers)-1)])
		}
	case len(olds) > 0:
		for _, o := range olds {
			v.gone(k, o, nil)
		}
	case len(news) > 0:
		for i, n := range news {
			if i < len(oldCovers) && v.adopt(k, oldCovers[i], n) {
				continue
			}
			v.begin(k, n)
		}
	case len(newCovers) > 0:
		for i := range min(len(oldCovers), len(newCovers)) {
			v.carried(k, oldCovers[i], newCovers[i])
		}
	default:
		for _, o := range oldCovers {
			if c := v.unit(corpus.Old, o); !unlabelled(c.Path) {
				v.carry = append(v.carry, carriage{from: scopeOf(c.Path, false), change: k})
			}
		}
	}
}

// link joins clauses: one to one in reading order where both sides have as many; in a split the longest part keeps the
// identity, in a merger the longest clause does, the first where they are equal.
func (v *revision) link(k int, olds, news []int) {
	heirs, keepers := olds, news
	switch {
	case len(olds) < len(news):
		keepers = longest(news, len(olds), func(i int) int { return len(wordsOf(v.unit(corpus.New, i))) })
	case len(olds) > len(news):
		heirs = longest(olds, len(news), func(i int) int { return len(wordsOf(v.unit(corpus.Old, i))) })
	}
	for i, o := range heirs {
		v.become(k, o, keepers[i])
	}
	for _, n := range news {
		if !slices.Contains(keepers, n) {
			v.begin(k, n).From = v.old[heirs[0]].ID
		}
	}
	for _, o := range olds {
		if !slices.Contains(heirs, o) {
			v.gone(k, o, v.new[keepers[0]])
		}
	}
}

// longest returns the n units of most words, in reading order.
func longest(units []int, n int, size func(int) int) []int {
	order := slices.Clone(units)
	slices.SortStableFunc(order, func(a, b int) int { return size(b) - size(a) })
	order = order[:n]
	slices.Sort(order)
	return order
}

func (v *revision) become(k, o, n int) {
	p, c := v.old[o], v.unit(corpus.New, n)
	if v.closed[p] || v.new[n] != nil {
		return
	}
	v.carried(k, o, n)
	p.show(v.state, k, n, c)
	v.new[n], v.closed[p] = p, true
}

// behind keeps a clause whose words the old side shows and the new side does not: （同左）, or a （略） beside full text.
func (v *revision) behind(k, o, n int) {
	p, c := v.old[o], v.unit(corpus.New, n)
	if v.closed[p] {
		return
	}
	v.closed[p] = true
	if c.Label != "" {
		v.carried(k, o, n)
		p.path, p.key = c.Path, addressOf(c.Path)
	}
	p.words = wordsOf(v.unit(corpus.Old, o))
	p.Events = append(p.Events, Event{v.state, k, n, p.path.String()})
}

// gone ends a clause, with what is below it and not shown. Into is the clause that took it in, nil if none.
func (v *revision) gone(k, o int, into *person) {
	p := v.old[o]
	if v.closed[p] {
		return
	}
	v.closed[p] = true
	v.carry = append(v.carry, carriage{from: scopeOf(p.path, false), change: k})
	p.end(v.state, k)
	if into != nil {
		p.Into = into.ID
	}
}

func (v *revision) begin(k, n int) *person {
	if v.new[n] != nil {
		return v.new[n]
	}
	p := v.born(v.state, corpus.New, v.unit(corpus.New, n))
	p.show(v.state, k, n, v.unit(corpus.New, n))
	v.new[n], v.closed[p] = p, true
	return p
}

// adopt joins new words with the clause that a （略） stood for.
func (v *revision) adopt(k, o, n int) bool {
	want := addressOf(v.unit(corpus.Old, o).Path).String()
	for _, p := range v.lives {
		if p.Alive && !v.closed[p] && !slices.Contains(v.old, p) && p.key.String() == want && !unlabelled(p.path) && v.new[n] == nil {
			v.carried(k, o, n)
			p.show(v.state, k, n, v.unit(corpus.New, n))
			v.new[n], v.closed[p] = p, true
			return true
		}
	}
	return false
}

// carried notes that what a unit stands for, and what is below it, follows it to its new place.
func (v *revision) carried(k, o, n int) {
	from, to := v.unit(corpus.Old, o), v.unit(corpus.New, n)
	if unlabelled(from.Path) || unlabelled(to.Path) {
		return
	}
	whole := isArticle(from) && isArticle(to)
	dest := scopeOf(to.Path, whole)
	v.carry = append(v.carry, carriage{from: scopeOf(from.Path, whole), to: &dest, change: k, unit: n})
}

func isArticle(c *corpus.Clause) bool {
	b := bare(c.Path)
	return len(b) > 0 && unitOf(b[len(b)-1].Text) == "条"
}

// carryOn moves, or ends, what the table does not show. The narrowest scope decides; within equal ones the first.
func (v *revision) carryOn() {
	shown := map[*person]bool{}
	for _, p := range v.old {
		shown[p] = true
	}
	for _, p := range v.lives {
		if !p.Alive || v.closed[p] || shown[p] {
			continue
		}
		var best *carriage
		for i := range v.carry {
			c := &v.carry[i]
			if c.from.holds(p.key) && (best == nil || len(c.from.at) > len(best.from.at)) {
				best = c
			}
		}
		switch {
		case best == nil:
		case best.to == nil:
			p.end(v.state, best.change)
		default:
			v.renumber(p, best)
		}
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
	if key.String() == p.key.String() {
		return
	}
	p.path, p.key = path, key
	switch {
	case present(v.unit(corpus.New, c.unit)):
		v.along[c.unit] = append(v.along[c.unit], p)
	default:
		p.Events = append(p.Events, Event{v.state, c.change, c.unit, path.String()})
	}
}

// sequence lists the clauses that the new side shows or covers, in its order.
func (v *revision) sequence() []*person {
	var out []*person
	seen := map[*person]bool{}
	add := func(p *person) {
		if p != nil && !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	units := v.res.Units[corpus.New]
	for i, c := range units {
		add(v.new[i])
		if c.Placeholder == corpus.Omitted && !unlabelled(c.Path) {
			s := scopeOf(c.Path, false)
			for _, p := range v.lives {
				if p.Alive && !slices.Contains(v.new, p) && s.holds(p.key) {
					add(p)
				}
			}
		}
		for _, u := range slices.Sorted(maps.Keys(v.along)) {
			above := addressOf(units[u].Path)
			if u <= i && (i+1 == len(units) || addressOf(units[i+1].Path).common(above) < len(above)) {
				for _, p := range v.along[u] {
					add(p)
				}
				delete(v.along, u)
			}
		}
	}
	return out
}
