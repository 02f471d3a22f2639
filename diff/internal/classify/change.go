package classify

// One change as the rules see it: its differences with their words, and which of them are explained.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/edit"
	"shinkyu/diff/internal/token"
)

type document struct {
	Input
	changes     []*change
	table       [2][]definition
	definitions []Definition
	byChange    map[int][]event        // change → events of definitions that touch it
	renamed     []event                // definitions whose term changed
	plain       [2][]flat              // see flats
	refs        [2]map[int][]Reference // unit → its references; filled when first asked for
	terms       []Term
	replaced    []Replacement
	goesOn      map[int]bool      // see struck
	termHunks   map[int][]termUse // change → systematic replacements in it
}

type change struct {
	*Pair
	hunks     []hunk
	sentences [2][]sentence
	match     [2][]int // sentence → sentence of the other side, -1 none
	shared    [2][]int // sentence → the most code points that it shares with one of the other side
}

// hunk is one difference. done says that a rule has explained it.
type hunk struct {
	edit.Hunk
	text      [2]string
	done      bool
	condition bool // it was explained as a condition
	predicate bool // it was explained as the end of a sentence
	same      bool // it says the same as before: spelling, or a number that moved on
}

// on is the token range of the hunk on a side.
func (h *hunk) on(s corpus.Side) corpus.Span {
	if s == corpus.New {
		return h.New
	}
	return h.Old
}

func (h *hunk) old() string { return h.text[corpus.Old] }
func (h *hunk) new() string { return h.text[corpus.New] }

// tokens of the hunk on a side.
func (c *change) tokens(h *hunk, s corpus.Side) []token.Token {
	r := h.on(s)
	return c.Sides[s].Tokens[r.Start:r.End]
}

func newDocument(in Input) *document {
	d := &document{Input: in, byChange: map[int][]event{}, termHunks: map[int][]termUse{}}
	for _, p := range in.Pairs {
		c := &change{Pair: p}
		for _, h := range p.Hunks {
			c.hunks = append(c.hunks, hunk{Hunk: h, text: [2]string{corpus.New: p.Sides[corpus.New].Text(h.New), corpus.Old: p.Sides[corpus.Old].Text(h.Old)}})
		}
		for s := range c.sentences {
			c.sentences[s] = sentences(p.Sides[s])
		}
		c.matchSentences()
		d.changes = append(d.changes, c)
	}
	d.define()
	d.findTerms()
	return d
}

// effect makes an effect of one hunk.
func (c *change) effect(h *hunk) Effect {
	return Effect{Old: h.old(), New: h.new(), Evidence: c.evidence(h)}
}

func (c *change) evidence(h *hunk) []Evidence {
	return append(c.places(corpus.New, h.New), c.places(corpus.Old, h.Old)...)
}

func (c *change) places(s corpus.Side, r corpus.Span) []Evidence {
	var out []Evidence
	for _, p := range c.Sides[s].Places(r) {
		out = append(out, Evidence{s, p.Unit, p.Span})
	}
	return out
}

// after is up to n tokens of text behind the hunk on a side.
func (c *change) after(h *hunk, s corpus.Side, n int) string {
	r := h.on(s)
	return c.Sides[s].Text(corpus.Span{Start: r.End, End: min(r.End+n, len(c.Sides[s].Tokens))})
}

// before is up to n tokens of text in front of the hunk on a side.
func (c *change) before(h *hunk, s corpus.Side, n int) string {
	r := h.on(s)
	return c.Sides[s].Text(corpus.Span{Start: max(0, r.Start-n), End: r.Start})
}

// each lists the effects that f finds in hunks that are not explained yet, and marks those as explained.
func (c *change) each(f func(h *hunk) (Effect, bool)) []Effect {
	var out []Effect
	for i := range c.hunks {
		h := &c.hunks[i]
		if h.done {
			continue
		}
		if e, ok := f(h); ok {
			h.done = true
			out = append(out, e)
		}
	}
	return out
}
