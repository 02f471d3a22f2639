package clause

// Which page a clause's characters stand on. Lines are joined over pages, and what is on each page must still add up
// (corpus.Tally): so a paragraph keeps how many of its characters each of its pages has. Most stand on one and keep nothing.

import "shinkyu/corpus"

// shares is the spread, of a paragraph on one page too.
func (p *paragraph) shares() []corpus.Share {
	if p.spread != nil {
		return p.spread
	}
	return []corpus.Share{{Page: p.origin.Page, Characters: len(p.sc.r)}}
}

// runOn notes that more characters follow the first ones, of which there are before.
func (p *paragraph) runOn(before int, more corpus.Share) {
	switch n := len(p.spread); {
	case n == 0 && more.Page == p.origin.Page:
	case n == 0:
		p.spread = []corpus.Share{{Page: p.origin.Page, Characters: before, Box: p.origin.Box}, more}
	case p.spread[n-1].Page == more.Page:
		p.spread[n-1].Characters += more.Characters
		p.spread[n-1].Box = p.spread[n-1].Box.Union(more.Box)
	default:
		p.spread = append(p.spread, more)
	}
}

// divided is the spread of the first i characters and of the rest, whose origin is that of the whole.
func (p *paragraph) divided(i int) (front, rest []corpus.Share) {
	for _, s := range p.spread {
		if n := min(i, s.Characters); n > 0 {
			front = append(front, corpus.Share{Page: s.Page, Characters: n, Box: s.Box})
			i, s.Characters = i-n, s.Characters-n
		}
		if s.Characters > 0 {
			rest = append(rest, s)
		}
	}
	return front, rest
}
