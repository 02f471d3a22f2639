package diff

// Amendments of made rules. Each does what a drafter does in one revision and records it in the clauses, so that the truth is read from
// them. What cannot be decided from the words is not made: a copy right beside its original, a move by one place.

import (
	"slices"
	"strings"

	"shinkyu/corpus/ref"
)

// like makes a new clause of the kind of m for the list that m stands in.
func (g *maker) like(m *made, list []*made) *made {
	switch m.kind {
	case ref.Article:
		return g.article()
	case ref.Item:
		return g.itemOf(list)
	case ref.Label:
		return g.section(1)
	case 0:
		return g.table()
	}
	return g.paragraph(m.kind)
}

// listAbove finds the list that holds the owner of list, and the owner's place in it.
func listAbove(roots *[]*made, list *[]*made) (place, bool) {
	for _, p := range places(roots, func(m *made) bool { return &m.kids == list }) {
		return p, true
	}
	return place{}, false
}

// ownKids is how many 号 and tables open the list of a clause's children: a 項 of an article stands behind those of its first 項.
func ownKids(m *made) int {
	n := slices.IndexFunc(m.kids, func(k *made) bool { return k.kind != ref.Item && k.kind != 0 })
	if n < 0 {
		return len(m.kids)
	}
	return n
}

// amend does one edit on the rule; false if there is no place for it.
func (g *maker) amend(roots *[]*made, edit string) bool {
	choose := func(ok func(*made) bool) (place, bool) {
		list := places(roots, ok)
		if len(list) == 0 {
			return place{}, false
		}
		return list[g.rng.Intn(len(list))], true
	}
	legal := func(m *made) bool { return m.kind != ref.Division }
	switch edit {
	case "insert":
		p, ok := choose(func(m *made) bool { return legal(m) && m.kind != 0 })
		if !ok {
			return false
		}
		*p.list = slices.Insert(*p.list, p.at+g.rng.Intn(2), g.like(p.node(), *p.list))
	case "decoy":
		return g.decoy(roots, choose)
	case "delete":
		p, ok := choose(func(m *made) bool { return legal(m) && freshBelow(m) })
		if !ok || len(*p.list) < 2 {
			return false
		}
		*p.list = slices.Delete(*p.list, p.at, p.at+1)
	case "reword":
		p, ok := choose(func(m *made) bool {
			return fresh(m) && (m.kind == ref.Article || m.kind == ref.Paragraph || m.kind == ref.Unlabelled || m.kind == 0)
		})
		if !ok {
			return false
		}
		g.reword(p.node())
	case "move", "move-reword", "reuse":
		return g.move(roots, edit, choose)
	case "raise", "lower":
		return g.level(roots, edit, choose)
	case "split":
		return g.split(choose)
	case "merge":
		return g.merge(choose)
	case "shell", "shells":
		p, ok := choose(func(m *made) bool { return m.kind == ref.Article && freshBelow(m) && len(m.kids) == 0 })
		if !ok {
			return false
		}
		m := p.node()
		if edit == "shells" {
			if p.at+1 >= len(*p.list) || !freshBelow((*p.list)[p.at+1]) || len((*p.list)[p.at+1].kids) > 0 {
				return false
			}
			m.was = append(m.was, (*p.list)[p.at+1].id)
			*p.list = slices.Delete(*p.list, p.at+1, p.at+2)
		}
		m.void, m.say, m.caption = true, []string{"削除"}, ""
	}
	return true
}

// choice is a random place that satisfies a condition.
type choice func(ok func(*made) bool) (place, bool)

// decoy inserts a clause that repeats another one word for word, away from it.
func (g *maker) decoy(roots *[]*made, choose choice) bool {
	p, ok := choose(func(m *made) bool {
		return (m.kind == ref.Article || m.kind == ref.Label && plainSection(m) || m.kind == ref.Paragraph) && freshBelow(m)
	})
	if !ok {
		return false
	}
	m := p.node()
	to := places(roots, func(k *made) bool { return k.kind == m.kind && (k.kind != ref.Label || plainSection(k)) })
	q := to[g.rng.Intn(len(to))]
	if q.list == p.list && q.at-p.at < 4 && p.at-q.at < 4 {
		return false
	}
	twin := copyMade([]*made{m})
	every(twin, func(k, _ *made) { k.id, k.was = g.node(0).id, nil })
	every([]*made{m}, func(k, _ *made) { k.kept = true })
	*q.list = slices.Insert(*q.list, q.at, twin[0])
	return true
}

// plainSection reports whether a heading has no headings below it.
func plainSection(m *made) bool {
	return !slices.ContainsFunc(m.kids, func(k *made) bool { return k.kind == ref.Label })
}

// move puts an article or a section of a guideline elsewhere; "reuse" gives its number to a new one.
func (g *maker) move(roots *[]*made, edit string, choose choice) bool {
	p, ok := choose(func(m *made) bool {
		return m.kind == ref.Article && freshBelow(m) && size(m) >= 45 || m.kind == ref.Label && freshBelow(m) && amount(m) >= 90
	})
	if !ok {
		return false
	}
	m := p.node()
	if edit == "move-reword" && m.kind == ref.Article && size(m) < 90 {
		return false // what is added would be half of it
	}
	deep := func(list *[]*made) bool { _, ok := listAbove(roots, list); return ok }
	to := places(roots, func(k *made) bool { return k.kind == m.kind })
	q := to[g.rng.Intn(len(to))]
	if q.list == p.list && q.at-p.at < 4 && p.at-q.at < 4 || q.list != p.list && len(*p.list) < 2 {
		return false
	}
	if m.kind == ref.Label && (deep(p.list) != deep(q.list) || q.list == p.list && 2*amount(m) > amountOf(*p.list)) {
		return false
	}
	// Of two moves in one list it cannot always be told which clauses moved.
	if amongMoved(*p.list) || amongMoved(*q.list) {
		return false
	}
	within := false
	every([]*made{m}, func(k, _ *made) { within = within || &k.kids == q.list })
	if within {
		return false
	}
	m.moved = true
	switch {
	case edit == "reuse":
		*p.list = slices.Insert(*p.list, p.at, g.like(m, nil))
		if q.list == p.list && q.at > p.at {
			q.at++
		}
	case edit == "move-reword" && m.kind == ref.Label:
		g.reword(m.kids[0])
	case edit == "move-reword":
		g.reword(m)
	}
	*q.list = slices.Insert(*q.list, q.at, m)
	at := slices.Index(*p.list, m)
	if q.list == p.list && at == q.at {
		at = q.at + 1 + slices.Index((*p.list)[q.at+1:], m)
	}
	*p.list = slices.Delete(*p.list, at, at+1)
	return true
}

func amongMoved(list []*made) bool {
	return slices.ContainsFunc(list, func(m *made) bool { return m.moved })
}

func amountOf(list []*made) (n int) {
	for _, m := range list {
		n += amount(m)
	}
	return n
}

// level changes the level of a clause: 項 ↔ 号 of one article, 条 ↔ 項, a section ↔ a chapter of a guideline.
func (g *maker) level(roots *[]*made, edit string, choose choice) bool {
	var p place
	ok := false
	if edit == "raise" {
		p, ok = choose(func(m *made) bool {
			return fresh(m) && (m.kind == ref.Item && size(m) >= 14 || m.kind == ref.Paragraph && size(m) >= 45 && freshBelow(m) || m.kind == ref.Label && amount(m) >= 90 && freshBelow(m))
		})
	} else {
		p, ok = choose(func(m *made) bool {
			return freshBelow(m) && (m.kind == ref.Paragraph && size(m) >= 14 && len(m.kids) == 0 || m.kind == ref.Article && size(m) >= 45)
		})
	}
	if !ok {
		return false
	}
	m := p.node()
	owner, below := listAbove(roots, p.list)
	last := p.at+1 == len(*p.list)
	switch {
	case edit == "raise" && m.kind == ref.Item: // the last 号 of an article's first 項 becomes its second 項
		if !below || owner.node().kind != ref.Article || ownKids(owner.node()) != p.at+1 || p.at == 0 {
			return false
		}
		m.kind = ref.Paragraph
	case edit == "raise" && last && m.kind == ref.Paragraph && below, edit == "raise" && last && p.at > 1 && m.kind == ref.Label && below:
		if m.kind == ref.Paragraph {
			m.kind = ref.Article
			if g.captions {
				m.caption = "（手続）"
			}
		}
		m.moved = true
		*p.list = (*p.list)[:p.at]
		*owner.list = slices.Insert(*owner.list, owner.at+1, m)
	case edit == "lower" && m.kind == ref.Paragraph: // the second 項 joins the 号 of the first
		if n := ownKids(owner.node()); n == 0 || n != p.at || owner.node().kids[0].kind != ref.Item {
			return false
		}
		m.kind = ref.Item
	case edit == "lower" && m.kind == ref.Article && p.at > 0 && (*p.list)[p.at-1].kind == ref.Article && !(*p.list)[p.at-1].void: // 条 becomes the last 項 of the one before, its 項 follow it
		above := (*p.list)[p.at-1]
		n := ownKids(m)
		rest := m.kids[n:]
		for _, k := range rest {
			if size(k) < 30 {
				return false
			}
		}
		m.kind, m.caption, m.moved = ref.Paragraph, "", true
		above.kids = append(append(above.kids, m), rest...)
		m.kids = m.kids[:n:n]
		for _, k := range rest {
			k.moved = true
		}
		*p.list = slices.Delete(*p.list, p.at, p.at+1)
	default:
		return false
	}
	m.level = true
	return true
}

// split makes the second sentence of a clause one of its own: a 項, or of an article without further clauses an article.
func (g *maker) split(choose choice) bool {
	p, ok := choose(func(m *made) bool {
		return (m.kind == ref.Paragraph || m.kind == ref.Article || m.kind == ref.Unlabelled) && fresh(m) && len(m.say) == 2 && long(m.say)
	})
	if !ok {
		return false
	}
	m := p.node()
	rest := g.node(m.kind)
	rest.say, rest.was, m.say = m.say[1:], []int{m.id}, m.say[:1]
	m.touched, rest.touched = true, true
	if m.kind == ref.Article && (len(m.kids) > 0 || g.rng.Intn(2) == 0) {
		rest.kind = ref.Paragraph
		m.kids = slices.Insert(m.kids, ownKids(m), rest)
		return true
	}
	*p.list = slices.Insert(*p.list, p.at+1, rest)
	return true
}

// merge makes a clause further sentences of the one before it, in front of the 号 of that one.
func (g *maker) merge(choose choice) bool {
	p, ok := choose(func(m *made) bool {
		return (m.kind == ref.Paragraph || m.kind == ref.Article || m.kind == ref.Unlabelled) && fresh(m) && long(m.say)
	})
	if !ok {
		return false
	}
	m := p.node()
	list, at := p.list, p.at+1
	if m.kind == ref.Article && ownKids(m) < len(m.kids) {
		list, at = &m.kids, ownKids(m)
	}
	if at >= len(*list) {
		return false
	}
	n := (*list)[at]
	if n.kind != m.kind && n.kind != ref.Paragraph || !fresh(n) || len(n.kids) > 0 || !long(n.say) {
		return false
	}
	m.say, m.was, m.touched = append(m.say, n.say...), append(m.was, n.id), true
	*list = slices.Delete(*list, at, at+1)
	return true
}

func long(say []string) bool {
	return !slices.ContainsFunc(say, func(s string) bool { return len([]rune(s)) < 20 })
}

// joinedWords is what a clause says.
func (m *made) joinedWords() string { return strings.Join(m.say, "") }
