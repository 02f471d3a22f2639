package site

// What a （略） leaves out. A table of amendment prints only what it touches; the words behind its （略） are those that the
// clauses had before it, and the archive often knows them.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

var (
	ranges = lazy.MustCompile(`から|[～〜~]`)
	lists  = lazy.MustCompile(`・|、|及び`)
)

// behind are the words behind a （略） on the new side of state k, line by line; none where a clause of it was never printed.
func (h *history) behind(k, unit int) []string {
	c := h.units[k][unit]
	lives := h.covered(c.Path, k)
	if own := slices.Index(lives, h.standing(c.Path.String(), k)); len(c.Children) > 0 && own >= 0 {
		lives = lives[:own+1] // 第二条　（略） over items of its own: only the words before them are left out
	}
	var out []string
	for _, i := range lives {
		s, u, ok := h.shownBy(i, k)
		if !ok {
			return nil
		}
		if s != k { // a caption above the （略） is printed by the table itself
			out = append(out, h.units[s][u].Text.S)
		}
	}
	return out
}

// covered are the lives that a printed address stands for after state k: one clause, an enumeration or a range, each with what
// is under it, in the order of the document.
func (h *history) covered(p ref.Path, k int) []int {
	if len(p) == 0 {
		return nil
	}
	last := p[len(p)-1]
	if ends := ranges.Split(last.Text, 2); len(ends) == 2 {
		from, to := h.member(p, ends[0], k), h.member(p, ends[1], k)
		if from < 0 || to < from {
			return nil
		}
		var out []int
		for i := from; i < len(h.lives) && (i <= to || slices.Contains(h.under(to), i)); i++ {
			if pathAt(&h.lives[i], k) != "" {
				out = append(out, i)
			}
		}
		return out
	}
	var out []int
	for _, label := range lists.Split(last.Text, -1) {
		i := h.member(p, label, k)
		if i < 0 {
			return nil
		}
		for _, j := range h.under(i) {
			if pathAt(&h.lives[j], k) != "" {
				out = append(out, j)
			}
		}
	}
	return out
}

// member is the life of one label of an enumeration or a range, -1 if it is not known.
func (h *history) member(p ref.Path, label string, k int) int {
	one := p[:len(p)-1].Join(ref.Step{Kind: p[len(p)-1].Kind, Text: label})
	return h.standing(one.String(), k)
}

// shownBy is where the words of a life are printed last, up to state k.
func (h *history) shownBy(life, k int) (state, unit int, ok bool) {
	for _, e := range slices.Backward(h.lives[life].Events) {
		if e.State <= k && e.Unit >= 0 && !hidden(h.units[e.State][e.Unit]) {
			return e.State, e.Unit, true
		}
	}
	return 0, 0, false
}

// shown is where the words of a life are printed last; ok is false if no source prints them.
func (h *history) shown(life int) (state, unit int, ok bool) { return h.shownBy(life, len(h.states)) }

// hidden reports whether a clause stands for others whose words it does not show.
func hidden(c *corpus.Clause) bool { return c.Placeholder != corpus.NoPlaceholder }
