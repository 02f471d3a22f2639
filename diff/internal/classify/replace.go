package classify

// One old word and all it gave way to. A drafter who replaces a word everywhere seldom writes the same word everywhere: the office that is consulted
// becomes another than the office that is bound. So the places are grouped by the old word, each new one with its places and, where it
// can be told, the words beside it by which they differ from the others; then the places that keep the old word, and those that went with struck clauses.
//
//	府県 → 関係機関 ×3; 府県と協議 → 国の機関と協議 ×1; 所管府県 → …を所管する国の機関 ×2      one replacement of 府県
//
// Near misses: 府県計画 → 計画 is another word that lost its head, no kind of 府県; a word that is replaced in one change only is none.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/internal/edit"
	"shinkyu/diff/internal/token"
)

// Replacement is what one old word became.
type Replacement struct {
	Old   string
	Count int // places in clauses that go on
	New   []Variant
	Left  []Evidence // where the old word stands on the new side still
	Gone  int        // places that went with struck clauses
}

// Variant is one of the new words. Old is the term, or a compound of it (所管府県). Before and After are the old words beside all its places and
// beside no other's, empty where nothing tells them apart, or there is only one variant.
type Variant struct {
	Old, New      string
	Places        []Replaced
	Before, After string
	Undefined     bool // it stands for defined words, is new, and nobody defines it
}

// Replaced is one place: the words on both sides.
type Replaced struct {
	Change   int
	New, Old Evidence
}

// fewest is in how many changes a word is replaced in some way before one speaks of a system, where no single new word stands in two.
const fewest = 3

func (d *document) groupTerms(all []termUse) {
	var order []string
	byOld := map[string][]termUse{}
	for _, u := range all {
		if len(byOld[u.old]) == 0 {
			order = append(order, u.old)
		}
		byOld[u.old] = append(byOld[u.old], u)
	}
	system := map[string]bool{}
	for _, t := range d.terms {
		system[t.Old] = true
	}
	taken := map[*hunk]bool{}
	for _, old := range order {
		system[old] = system[old] || len(changesOf(byOld[old])) >= fewest
		for _, u := range byOld[old] {
			taken[u.hunk] = taken[u.hunk] || system[old]
		}
	}
	for _, old := range order {
		if !system[old] {
			continue
		}
		for _, c := range d.changes {
			for i := range c.hunks {
				if h := &c.hunks[i]; !c.Rewritten && !taken[h] {
					if u, ok := c.compound(h, old); ok {
						byOld[old] = append(byOld[old], u)
						taken[h] = true
					}
				}
			}
		}
		d.replaced = append(d.replaced, d.replacement(old, byOld[old]))
	}
	slices.SortStableFunc(d.replaced, func(a, b Replacement) int { return b.Count - a.Count })
}

// compound is the part of a hunk that replaces a compound of the term (所管府県), or the term with the words behind it up to the same particle:
// 府県は、所管する法人に → …を所管する機関は、当該法人に.
func (c *change) compound(h *hunk, term string) (termUse, bool) {
	old, new := c.upToParticle(h)
	no := termUse{}
	words := func(s corpus.Side, r corpus.Span) string { return trimSigns(undefined(c.Sides[s].Text(r))) }
	u := termUse{change: c, hunk: &hunk{Hunk: edit.Hunk{Old: old, New: new}}, old: words(corpus.Old, old), new: words(corpus.New, new)}
	u.hunk.text = [2]string{corpus.New: c.Sides[corpus.New].Text(new), corpus.Old: c.Sides[corpus.Old].Text(old)}
	head, ok := strings.CutSuffix(u.old, term)
	if !ok || u.new == "" || strings.Contains(u.new, term) || !hasNoun(u.new) || strings.ContainsAny(u.old+u.new, "、。「」（）()") ||
		utf8.RuneCountInString(u.old) > longestTerm || utf8.RuneCountInString(u.new) > longestTerm {
		return no, false
	}
	for _, r := range head {
		if !joinsWord(r) {
			return no, false
		}
	}
	return u, true
}

// upToParticle is the beginning of a hunk on both sides, up to the first particle behind a noun, if both sides have the same one.
func (c *change) upToParticle(h *hunk) (old, new corpus.Span) {
	first := func(s corpus.Side, want string) (corpus.Span, string) {
		r := h.on(s)
		toks := c.Sides[s].Tokens
		for i := r.Start + 1; i < r.End; i++ {
			key := toks[i].Key
			if strings.Contains("はがにをのと", key) && isNoun(toks[i-1]) && (want == "" || want == key) {
				return corpus.Span{Start: r.Start, End: i}, key
			}
		}
		return r, ""
	}
	old, particle := first(corpus.Old, "")
	if particle == "" {
		return h.Old, h.New
	}
	new, same := first(corpus.New, particle)
	if same == "" {
		return h.Old, h.New
	}
	return old, new
}

// replacement groups the uses of one old term by what it became.
func (d *document) replacement(old string, uses []termUse) Replacement {
	r := Replacement{Old: old, Count: len(uses)}
	var groups [][]termUse
	for _, u := range uses {
		i := slices.IndexFunc(groups, func(g []termUse) bool { return g[0].old == u.old && g[0].new == u.new })
		if i < 0 {
			i = len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], u)
	}
	slices.SortStableFunc(groups, func(a, b []termUse) int { return len(b) - len(a) })
	for i, g := range groups {
		v := Variant{Old: g[0].old, New: g[0].new, Undefined: d.undefinedTerm(g[0].old, g[0].new)}
		for _, u := range g {
			v.Places = append(v.Places, u.place())
		}
		if len(groups) > 1 {
			var others []termUse
			for k := range groups {
				if k != i {
					others = append(others, groups[k]...)
				}
			}
			v.Before, v.After = context(g, others)
		}
		r.New = append(r.New, v)
	}
	r.Left = d.left(old, groups[0][0].new)
	for _, e := range d.words(corpus.Old, old, "") {
		if d.struck(e.Unit) {
			r.Gone++
		}
	}
	return r
}

// place is where the words of a use stand: in the hunk, or a few tokens to the left, where the hunk is the end of a longer term.
func (u termUse) place() Replaced {
	const reach = 8
	out := Replaced{Change: u.change.Change}
	for s, at := range [2]*Evidence{corpus.New: &out.New, corpus.Old: &out.Old} {
		side, word := corpus.Side(s), [2]string{corpus.New: u.new, corpus.Old: u.old}[s]
		r := u.hunk.on(side)
		text := u.change.Sides[side].Text
	find:
		for from := r.Start; from >= max(0, r.Start-reach); from-- {
			for to := r.End; to > from; to-- {
				if text(corpus.Span{Start: from, End: to}) == word {
					r = corpus.Span{Start: from, End: to}
					break find
				}
			}
		}
		if p := u.change.places(side, r); len(p) > 0 {
			*at = p[0]
		}
	}
	return out
}

// struck reports whether an old unit has no successor.
func (d *document) struck(unit int) bool {
	if d.goesOn == nil {
		d.goesOn = map[int]bool{}
		for u, c := range d.Units[corpus.New] {
			if c.Placeholder != corpus.Removed {
				d.goesOn[d.Change[corpus.New][u]] = true
			}
		}
	}
	return !d.goesOn[d.Change[corpus.Old][unit]]
}

// farthest is how many tokens beside a place may tell it from others.
const farthest = 4

// context is the fewest old words behind, or else before, all of some places and behind none of the others.
func context(uses, others []termUse) (before, after string) {
	behind := func(u termUse, n int) string { return u.change.after(u.hunk, corpus.Old, n) }
	ahead := func(u termUse, n int) string { return u.change.before(u.hunk, corpus.Old, n) }
	tell := func(words func(termUse, int) string) string {
		for n := 1; n <= farthest; n++ {
			w := words(uses[0], n)
			if w == "" || strings.ContainsAny(w, "。（）「」") {
				return ""
			}
			same := func(u termUse) bool { return words(u, n) == w }
			if !slices.ContainsFunc(uses, func(u termUse) bool { return !same(u) }) && !slices.ContainsFunc(others, same) {
				return strings.Trim(w, "、")
			}
		}
		return ""
	}
	if after = tell(behind); after == "" {
		before = tell(ahead)
	}
	return before, after
}

// undefinedTerm reports whether a new word stands for words that the old side defines, was not in use before, and is defined by nobody.
func (d *document) undefinedTerm(old, new string) bool {
	if utf8.RuneCountInString(new) < 3 || d.defined(corpus.New, new) || strings.ContainsAny(new, "のをにはがでと") {
		return false
	}
	parts := joints.Split(old, -1)
	for _, p := range parts {
		if !d.defined(corpus.Old, p) {
			return false
		}
	}
	return len(d.words(corpus.Old, new, "")) == 0
}

// defined reports whether a side defines a term, 各 and その他 before it apart.
func (d *document) defined(s corpus.Side, term string) bool {
	bare := strings.TrimPrefix(term, "各")
	return slices.ContainsFunc(d.table[s], func(x definition) bool {
		return token.LooseText(x.term) == token.LooseText(term) || token.LooseText(x.term) == token.LooseText(bare)
	})
}
