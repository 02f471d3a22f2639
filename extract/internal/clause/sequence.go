package clause

// Continuity, for a page whose columns came back as one stream of paragraphs: how well does a paragraph go on from what
// stands before it on a side? The answer is the builder's own, so both decisions follow one grammar.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// Fit says how a paragraph's label goes on from the paragraphs before it.
type Fit int

const (
	Unlabelled Fit = iota // no label
	Stray                 // a label out of its series
	Jumps                 // later in a series
	Opens                 // first of a series
	GoesOn                // next in a series
)

// Sequence is the state of one side after some paragraphs.
type Sequence struct {
	b    builder
	last *paragraph
}

// Add takes one paragraph, or the continuation of the last one if that breaks off and text has no label.
func (s *Sequence) Add(text string) {
	p := paragraphOf(text)
	if len(p.sc.r) == 0 {
		return
	}
	if s.Unfinished() && s.Fit(text) == Unlabelled {
		s.last.extend(p.last)
		return
	}
	s.last = p
	s.b.add(p, nil)
}

// Fit judges text as the next paragraph.
func (s *Sequence) Fit(text string) Fit {
	p := paragraphOf(text)
	best := Unlabelled
	for _, rd := range p.readings() {
		if rd.style == bulletStyle {
			continue
		}
		if f, _ := s.b.fit(rd, nil); f > misfit && Fit(f) > best {
			best = Fit(f)
		}
	}
	return best
}

// After is the state after one more paragraph; s is left alone.
func (s *Sequence) After(text string) *Sequence {
	next := &Sequence{b: s.b}
	copies := map[*node]*node{}
	of := func(n *node) *node {
		if n == nil {
			return nil
		}
		if copies[n] == nil {
			k := *n
			k.kids = slices.Clip(k.kids)
			copies[n] = &k
		}
		return copies[n]
	}
	next.b.roots = slices.Clip(s.b.roots)
	next.b.open, next.b.list = nil, nil
	for _, n := range s.b.open {
		next.b.open = append(next.b.open, of(n))
	}
	for _, n := range s.b.list {
		next.b.list = append(next.b.list, of(n))
	}
	next.b.tail, next.b.listOwner = of(s.b.tail), of(s.b.listOwner)
	if s.last != nil {
		last := *s.last
		last.scan() // it may grow, and the two have one memory
		next.last = &last
	}
	next.Add(text)
	return next
}

// Unfinished reports whether the last paragraph breaks off in the middle of a sentence.
func (s *Sequence) Unfinished() bool {
	return s.last != nil && Unfinished(s.last.text.S)
}

// Unfinished reports whether text breaks off in the middle of a sentence.
func Unfinished(text string) bool {
	p := paragraphOf(text)
	return !p.ended() && !p.placeholder() && (p.broken() || len(p.sc.r) > longestShort && !p.headingLike())
}

// Marker is the placeholder that is all of text, with or without a label; "" if there are words.
func Marker(text string) corpus.Placeholder {
	sc := newScan(text)
	if what, end, ok := placeholderAt(sc, 0); ok && end == len(sc.r) {
		return what
	}
	if _, what, ok := enclosed(sc); ok {
		return what
	}
	for _, rd := range readings(sc) {
		if what, end, ok := placeholderAt(sc, rd.end); ok && end == len(sc.r) {
			return what
		}
	}
	return corpus.NoPlaceholder
}

func paragraphOf(text string) *paragraph {
	return newParagraph(&Line{Line: &grid.Line{Text: corpus.Text{S: text}, Room: -1, Start: true}})
}
