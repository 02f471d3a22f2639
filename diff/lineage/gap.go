package lineage

// What a （略） stands for: the clauses known at its address, and a gap for each that no source has printed. Gaps are told
// apart one by one where the labels of a range can be counted, since the next table may show one of them only.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// stand lists the clauses that a （略） stands for, in the order of the document; what is not known becomes a gap.
// shown are the lives that the same side prints: they are not what an unlabelled （略） hides.
func (r *roster) stand(known *branch, state int, side corpus.Side, c *corpus.Clause, shown map[*person]bool) []*person {
	if unlabelled(c.Path) {
		if hides(known, addressOf(c.Path), shown) {
			return nil
		}
		return []*person{r.newGap(state, side, c.Path, c)}
	}
	s := scopeOf(c.Path, false)
	held := known.held(s)
	singles := s.singles()
	if singles == nil {
		if len(held) == 0 && !standsWithin(known, s) {
			return []*person{r.newGap(state, side, c.Path, c)}
		}
		return held
	}
	var out []*person
	next := 0
	for i, path := range singles {
		n := s.low[0] + i
		if s.pair && i > 0 {
			n = s.top[0]
		}
		found := false
		for ; next < len(held); next++ {
			num := s.ordinal(held[next].key[len(s.parent)])
			if num[0] > n {
				break
			}
			found = found || num[0] == n && len(num) == 1
			out = append(out, held[next])
		}
		if !found {
			out = append(out, r.newGap(state, side, path, c))
		}
	}
	return append(out, held[next:]...)
}

// covered lists the clauses that the i-th unit of a side, a （略）, stands for, as far as they are known. Where clauses below it
// follow it stands for its own words only. One without a label stands for what is not printed between its neighbours,
// the first of several for one clause each; before are the clauses that come before it.
func (b *branch) covered(units []*corpus.Clause, i int, printed map[*person]bool, before []*person) []*person {
	c := units[i]
	if unlabelled(c.Path) {
		return b.between(units, i, printed, before)
	}
	held := b.held(scopeOf(c.Path, false))
	if a := addressOf(c.Path); i+1 < len(units) && within(a, addressOf(units[i+1].Path)) {
		held = slices.DeleteFunc(held, func(p *person) bool { return !p.key.equal(a) })
	}
	return held
}

// between lists what is known under the clause above an unlabelled （略） and not printed, behind the last clause before it
// and before the next one that the side shows there.
func (b *branch) between(units []*corpus.Clause, i int, printed map[*person]bool, before []*person) []*person {
	a := addressOf(units[i].Path)
	above := a[:len(a)-1]
	top := b.at(above)
	if top == nil || len(above) == 0 {
		return nil
	}
	low, high, more := -1, 1<<31, 0 // more （略） of this kind follow
	for j := len(before) - 1; j >= 0 && low < 0; j-- {
		if within(above, before[j].key) {
			low = before[j].at
		}
	}
	for j := i + 1; j < len(units) && high == 1<<31; j++ {
		next := addressOf(units[j].Path)
		if !within(above, next) {
			break
		}
		if units[j].Placeholder == corpus.Omitted && unlabelled(units[j].Path) {
			more++
			continue
		}
		if !unlabelled(units[j].Path) {
			for _, p := range b.held(scopeOf(units[j].Path, false)) {
				if p.at >= 0 && !printed[p] {
					high = min(high, p.at)
				}
			}
		}
		for _, p := range top.printedAs(units[j], printed) {
			high = min(high, p.at)
		}
	}
	var out []*person
	for _, k := range top.list {
		k.all(&out)
	}
	out = slices.DeleteFunc(out, func(p *person) bool { return printed[p] || p.at <= low || p.at >= high })
	slices.SortFunc(out, func(x, y *person) int { return x.at - y.at })
	if more > 0 {
		out = firstOf(out, len(above), more+1)
	}
	return out
}

// firstOf is what the first of several （略） stands for: the first clause of a list at a depth, with what is below it. A list
// that hangs below a clause that is printed has a （略） of its own, unless there is just one for each clause behind it.
func firstOf(list []*person, depth, omissions int) []*person {
	var starts []int
	for i, p := range list {
		if len(p.key) <= depth+1 {
			starts = append(starts, i)
		}
	}
	switch {
	case len(starts) > 0 && starts[0] > 0 && len(starts) != omissions:
		return list[:starts[0]]
	case len(starts) > 1:
		return list[:starts[1]]
	}
	return list
}

// printedAs lists the clauses below that a unit prints.
func (b *branch) printedAs(c *corpus.Clause, printed map[*person]bool) []*person {
	var all []*person
	b.all(&all)
	return slices.DeleteFunc(all, func(p *person) bool { return p.clause != c || !printed[p] || p.at < 0 })
}

// standsWithin reports whether a clause above is a gap: it stands for what is in it as well.
func standsWithin(known *branch, s scope) bool {
	for n := 1; n <= len(s.parent); n++ {
		if b := known.at(s.parent[:n]); b != nil {
			for _, p := range b.here {
				if p.gap && p.Alive {
					return true
				}
			}
		}
	}
	return false
}

// hides reports whether something known under the clause above is not printed.
func hides(known *branch, a address, shown map[*person]bool) bool {
	above := known.at(a[:len(a)-1])
	if above == nil {
		return false
	}
	for _, k := range above.list {
		var below []*person
		k.all(&below)
		for _, p := range below {
			if !shown[p] {
				return true
			}
		}
	}
	return false
}

// newGap makes a place for a clause that no source has printed.
func (r *roster) newGap(state int, side corpus.Side, path ref.Path, c *corpus.Clause) *person {
	p := &person{path: path, key: addressOf(path), clause: c, seen: state, gap: true, at: -1}
	p.ID, p.Alive = r.newID(path, state, side), true
	return p
}

func (r *roster) gapped() bool {
	for _, p := range r.lives {
		if p.gap && p.Alive {
			return true
		}
	}
	return false
}
