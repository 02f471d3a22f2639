package clause

// The stack of open levels, and which of them a label closes.

// index is the deepest open level of a style, -1 if none is open.
func (b *builder) index(s *style) int {
	for i := len(b.open) - 1; i >= 0; i-- {
		if b.open[i].style() == s {
			return i
		}
	}
	return -1
}

func (b *builder) within(s *style) *node {
	if i := b.index(s); i >= 0 {
		return b.open[i]
	}
	return nil
}

// rankLevel is how many open levels a style of fixed rank leaves open. 項 and 号 have their rank only under an article.
func (b *builder) rankLevel(s *style) int {
	if s.rank == 0 {
		return len(b.open)
	}
	article := b.index(articleStyle)
	for i, n := range b.open {
		o := n.style()
		if o == nil || o.rank == 0 && !(s.rank <= articleStyle.rank && article >= 0 && i > article) {
			continue
		}
		if s.rank > articleStyle.rank && article < 0 {
			continue
		}
		if o.rank > s.rank {
			return i
		}
	}
	return len(b.open)
}

// close drops open levels from level on.
func (b *builder) close(level int) {
	if level < len(b.open) {
		b.open = b.open[:level]
	}
}

func (b *builder) top() *node {
	if len(b.open) == 0 {
		return nil
	}
	return b.open[len(b.open)-1]
}

// dottedDepth is the number of components of a dotted label, 0 for other styles.
func dottedDepth(s *style) int {
	for i, d := range dottedStyles {
		if s == d {
			return i + 2
		}
	}
	return 0
}

// dottedLevel closes dotted labels that do not lead to this one: 2.1 closes 1.3.2, and 2.1.7 stays under 2.1 and under 2.
func (b *builder) dottedLevel(rd reading, level int) int {
	for i, n := range b.open[:level] {
		if n.rd == nil {
			continue
		}
		switch {
		case dottedDepth(n.style()) > 0 || n.style() == numberStyle:
			if len(n.rd.num) >= len(rd.num) || !equal(n.rd.num, rd.num[:len(n.rd.num)]) {
				return i
			}
		}
	}
	return level
}
