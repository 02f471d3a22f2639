package lineage

// One revision: what its changes do to the clauses of the roster. Changes with words on both sides link clauses; a change of
// placeholders carries numbers on; what is left of a clause's descendants follows it.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

type revision struct {
	*roster
	state    int
	res      *diff.Result
	old      []*person // by old unit; nil for placeholders
	by       []Evidence
	new      []*person // by new unit; nil for placeholders
	carry    []carriage
	closed   map[*person]bool  // has its event, or its end, in this revision
	shown    map[*person]bool  // the old side prints it
	stays    map[int]bool      // old units whose place is known better than the table tells it
	upon     map[*person]int   // lives of such units that stay below the clause above them, wherever it goes; the event that says so
	along    map[int][]*person // what the table does not show and what went along with the new unit above it
	known    *branch           // the lives by the addresses they had before
	order    []*person         // the same in the order of the document
	findings []Finding
}

// carriage says that what is in one scope is in another after the revision; gone, if to is nil.
type carriage struct {
	from   scope
	to     *scope
	change int
	unit   int // on the new side
}

// follow takes in a revision that a result leads to, and returns where its old side is not the text known.
func (r *roster) follow(state int, s State) []Finding {
	v := &revision{roster: r, state: state, res: s.Result, closed: map[*person]bool{}, shown: map[*person]bool{}, stays: map[int]bool{}, upon: map[*person]int{}, along: map[int][]*person{}}
	v.findOld(s.table())
	v.new = make([]*person, len(v.res.Units[corpus.New]))
	for i := range v.res.Changes {
		v.apply(i, &v.res.Changes[i])
	}
	v.settle()
	if s.table() {
		v.carryOn()
	} else {
		v.endHidden()
	}
	v.leaveShells()
	r.lives = arrange(r.lives, v.sequence(), v.moved())
	return v.findings
}

// moved are the clauses that the comparison found elsewhere, with what is printed below them.
func (v *revision) moved() map[*person]bool {
	out := map[*person]bool{}
	for i := range v.res.Changes {
		c := &v.res.Changes[i]
		if !slices.Contains(c.Structure, diff.Moved) {
			continue
		}
		for _, n := range c.New {
			if p := v.new[n]; p != nil {
				out[p] = true
			}
		}
	}
	for n, up := range v.res.Parents[corpus.New] { // parents come first
		if p := v.new[n]; p != nil && up >= 0 && out[v.new[up]] {
			out[p] = true
		}
	}
	for n, p := range v.new { // and the captions above them
		if p != nil && n+1 < len(v.new) && len(p.key) > 0 && p.key[len(p.key)-1] == captionStep && out[v.new[n+1]] {
			out[p] = true
		}
	}
	return out
}

// endHidden ends what a whole text does not have.
func (v *revision) endHidden() {
	covered := map[*person]bool{}
	for _, c := range v.res.Units[corpus.New] {
		if c.Placeholder == corpus.Omitted && !unlabelled(c.Path) {
			for _, p := range v.known.held(scopeOf(c.Path, false)) {
				covered[p] = true
			}
		}
	}
	for _, p := range v.lives {
		if p.Alive && !v.closed[p] && !covered[p] {
			p.end(v.state, -1)
		}
	}
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

// findOld gives every clause of the old side a life; one that is seen here first is put where it stands, and so is what the
// old side leaves out and nothing has printed. Of a table, what differs from the text known is noted.
func (v *revision) findOld(check bool) {
	units := v.res.Units[corpus.Old]
	alive := v.alive()
	v.known = index(alive)
	fresh := len(alive) == 0
	v.old, v.by = match(units, alive)
	if check && !fresh {
		v.check(units)
	}
	for _, p := range v.old {
		if p != nil {
			v.shown[p] = true
		}
	}
	v.order = alive
	var sequence []*person
	seen := map[*person]bool{}
	for i, c := range units {
		switch {
		case c.Placeholder == corpus.Omitted:
			for _, p := range v.stand(v.known, v.state, corpus.Old, c, v.shown) {
				if !v.shown[p] && !seen[p] {
					seen[p] = true
					sequence = append(sequence, p)
				}
			}
		case v.old[i] == nil && present(c):
			v.old[i], v.by[i] = v.revive(v.state, corpus.Old, c)
			fallthrough
		case v.old[i] != nil:
			p := v.old[i]
			v.shown[p] = true
			p.print(v.state, c)
			if check && v.by[i] == Words && unlabelled(c.Path) && unlabelled(p.path) {
				v.stays[i] = true // what stands above it in the table is only what the table prints above it
			} else {
				v.readdress(p, c.Path)
			}
			sequence = append(sequence, p)
		}
	}
	v.lives = arrange(v.lives, sequence, nil)
	if len(sequence) > 0 {
		v.order = v.alive()
		v.known = index(v.order)
	}
}

// readdress gives a clause another address. What is not printed below an unlabelled paragraph follows it: a table counts such
// paragraphs among those that it prints, so no （略） and no number says so.
func (v *revision) readdress(p *person, path ref.Path) {
	was := p.key
	p.path, p.key = path, addressOf(path)
	if !unlabelled(path) || p.at < 0 || p.key.equal(was) {
		return
	}
	for _, q := range v.order[p.at+1:] {
		if !within(was, q.key) || len(q.key) == len(was) {
			break
		}
		if !v.shown[q] && !v.closed[q] {
			q.path = slices.Concat(path, behind(q.path, len(was)))
			q.key = addressOf(q.path)
		}
	}
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
// identity, or the clause that the other parts stand under, in a merger the longest clause does, the first where they are equal.
func (v *revision) link(k int, olds, news []int) {
	heirs, keepers := olds, news
	switch {
	case len(olds) < len(news):
		if keepers = longest(news, len(olds), func(i int) int { return len(wordsOf(v.unit(corpus.New, i))) }); len(olds) == 1 && v.opens(news) {
			keepers = news[:1]
		}
	case len(olds) > len(news):
		heirs = longest(olds, len(news), func(i int) int { return len(wordsOf(v.unit(corpus.Old, i))) })
	}
	if v.unit(corpus.New, keepers[0]).Void {
		heirs = olds[:len(heirs)] // the first has the shell, the others live on inside it
	}
	for i, o := range heirs {
		v.become(k, o, keepers[i])
	}
	for _, n := range news {
		if !slices.Contains(keepers, n) {
			if p := v.begin(k, n); len(p.Events) == 1 { // not one that comes back
				p.From = v.old[heirs[0]].ID
			}
		}
	}
	for _, o := range olds {
		if !slices.Contains(heirs, o) {
			v.gone(k, o, v.new[keepers[0]])
		}
	}
}

// opens reports whether the first of new units is the clause that the others stand under: a sentence that was set out in 号
// is what stands before them.
func (v *revision) opens(news []int) bool {
	head := addressOf(v.unit(corpus.New, news[0]).Path)
	for _, n := range news[1:] {
		if a := addressOf(v.unit(corpus.New, n).Path); !within(head, a) || a.equal(head) {
			return false
		}
	}
	return true
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
	path := c.Path
	if v.stays[o] && unlabelled(path) && v.below(o, n) {
		path = p.path
		v.upon[p] = len(p.Events)
	}
	v.readdress(p, path)
	p.show(v.state, k, n, c, v.by[o])
	p.path, p.key = path, addressOf(path)
	p.Events[len(p.Events)-1].Path = path.String()
	v.new[n], v.closed[p] = p, true
}

// below reports whether an old and a new unit hang below clauses that one change puts together, or at the top.
func (v *revision) below(o, n int) bool {
	p, q := v.res.Parents[corpus.Old][o], v.res.Parents[corpus.New][n]
	if p < 0 || q < 0 {
		return p < 0 && q < 0
	}
	return slices.ContainsFunc(v.res.Changes, func(c diff.Change) bool { return slices.Contains(c.Old, p) && slices.Contains(c.New, q) })
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
	p.Events = append(p.Events, Event{v.state, k, n, p.path.String(), v.by[o]})
}

// gone ends a clause, with what is below it and not shown. Into is the clause that took it in, nil if none.
func (v *revision) gone(k, o int, into *person) {
	p := v.old[o]
	if v.closed[p] || (into == nil || into.clause.Void) && v.struck(k, p) {
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
	c := v.unit(corpus.New, n)
	p, by := v.unshelled(c), Restored
	if p == nil {
		p, by = v.revive(v.state, corpus.New, c)
	}
	if c.Void {
		by = Address
	}
	p.show(v.state, k, n, c, by)
	v.new[n], v.closed[p] = p, true
	return p
}

// adopt joins new words with the clause that a （略） stood for.
func (v *revision) adopt(k, o, n int) bool {
	c := v.unit(corpus.Old, o)
	here := v.known.at(addressOf(c.Path))
	if here == nil || unlabelled(c.Path) || v.new[n] != nil {
		return false
	}
	for _, p := range here.here {
		if p.Alive && !v.closed[p] && !v.shown[p] {
			v.carried(k, o, n)
			p.show(v.state, k, n, v.unit(corpus.New, n), Covered)
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
