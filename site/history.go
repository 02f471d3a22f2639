package site

// One rule with everything that its pages ask for: which life a clause of a revision belongs to, what each revision did to
// it, and which words it has now. Made once per rule; pages only look up.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/render/web"
	"shinkyu/templates/locale"
)

type history struct {
	lang    locale.Language
	rule    *corpus.Rule
	states  []State
	lives   []lineage.Life
	readers []*web.Reader
	units   [][]*corpus.Clause        // new side of each state
	at      []map[int]int             // state → unit on the new side → life
	before  []map[int]int             // state → unit on the old side → life
	steps   [][]step                  // of each life, in date order
	sizes   []int                     // changed clauses of each state
	unit    string                    // what they are called when counted: か条, 項目
	views   []*web.Comparison         // of each state, without links; nil where there is no result
	notes   [][]*corpus.Note          // of each life
	named   map[string][]int          // folded address → lives that ever had it
	below   map[string][]int          // folded address → lives below it
	general []*corpus.Note            // notes on whole revisions, or on clauses that are not found
	summary Summary                   // without its pages
	cites   []func() map[int][]citing // of each state; see citesAt
	citedBy map[int][]int             // lives that refer to a life
	cuts    [][]int                   // of each state, where its comparison is cut into pages; see web.Cuts
	parts   []map[string]int          // of each state that is cut, on which part each place is
}

// say says words of the interface.
func (h *history) say(japanese string, args ...any) string { return h.lang.Say(japanese, args...) }

// step is what a revision did to a clause.
type step struct {
	lineage.Event
	web.Step
	First bool // the first time the clause is seen
}

// Changed reports whether the revision changed words or place, or brought the clause.
func (s step) Changed() bool { return len(s.Badges) > 0 || s.First }

func newHistory(r *Rule, l locale.Language) *history {
	h := &history{lang: l, rule: r.Rule, states: r.States, lives: r.Lives, unit: "か条"}
	for k := range r.States {
		res := r.States[k].Result
		h.sizes, h.views = append(h.sizes, 0), append(h.views, nil)
		if res != nil {
			h.views[k] = web.View(res, web.Options{Language: l})
			h.sizes[k] = h.views[k].Clauses
			if h.views[k].Unit != "か条" {
				h.unit = h.views[k].Unit
			}
		} else {
			res = alone(r.States[k].Document)
			res.Findings = r.States[k].Findings
		}
		h.readers = append(h.readers, web.NewReader(res, l))
		h.units = append(h.units, res.Units[corpus.New])
		h.at, h.before = append(h.at, map[int]int{}), append(h.before, map[int]int{})
	}
	h.cut()
	h.index()
	h.nest()
	for i := range h.lives {
		h.steps = append(h.steps, h.follow(&h.lives[i]))
	}
	h.place()
	h.refer()
	h.summary = h.summarise()
	return h
}

// alone makes a result that only holds a text, so that one reader serves texts and comparisons.
func alone(d *corpus.Document) *diff.Result {
	c := &corpus.Comparison{}
	if d != nil {
		c.Sides[corpus.New] = *d
	}
	r := &diff.Result{Comparison: c}
	for s := range r.Units {
		r.Units[s], r.Parents[s] = c.Sides[s].Units()
	}
	return r
}

// index notes which life each unit of each state belongs to.
func (h *history) index() {
	for i := range h.lives {
		last := ""
		for _, e := range h.lives[i].Events {
			if e.State < 0 || e.State >= len(h.states) {
				continue
			}
			if _, taken := h.at[e.State][e.Unit]; e.Unit >= 0 && !taken && !hidden(h.units[e.State][e.Unit]) {
				h.at[e.State][e.Unit] = i
			}
			if res := h.states[e.State].Result; res != nil && e.Change >= 0 {
				old := res.Changes[e.Change].Old
				for _, u := range old {
					if len(old) == 1 || web.Key(res.Units[corpus.Old][u].Path) == keyOf(last) {
						if _, taken := h.before[e.State][u]; !taken {
							h.before[e.State][u] = i
						}
					}
				}
			}
			last = e.Path
		}
	}
}

// cited is the address of a life for people: an article is named without its first 項.
func cited(address string) string {
	p, err := ref.Parse(address)
	if err != nil {
		return address
	}
	return web.Cited(p)
}

// follow tells a life revision by revision. A revision whose table says （略） of an article and shows what is under it belongs
// to the article's history as much as one that shows the article.
func (h *history) follow(l *lineage.Life) []step {
	var out []step
	next, was := 0, ""
	for k := range h.states {
		e, own := lineage.Event{State: k, Change: -1, Unit: -1, Path: was}, false
		if next < len(l.Events) && l.Events[next].State == k {
			e, own = l.Events[next], true
			next++
		}
		s := step{Event: e}
		switch {
		case h.states[k].Result != nil && (own || was != ""):
			s.Step = h.readers[k].Step(e.Change, keyOf(e.Path), keyOf(was))
			if own && e.By == lineage.Restored { // the table prints it as new; the clause is known from before
				s.Badges = slices.Clone(s.Badges)
				for i := range s.Badges {
					if s.Badges[i].Key == "new" {
						s.Badges[i].Name = h.say("復活")
					}
				}
			}
		case own && len(out) == 0:
			s.First, s.Gist = true, orElse(h.states[k].Revision.Kind, h.say("制定"))
		case own:
			s.Gist = h.say("改正なし")
		}
		if own || len(s.Badges) > 0 {
			out = append(out, s)
		}
		was = e.Path
	}
	return out
}

// lifeOf is the life of a unit, -1 if it has none. A （略） that stands for an article leads to the article.
func (h *history) lifeOf(state int, side corpus.Side, unit int) int {
	m, as := h.at[state], state
	if side == corpus.Old {
		m, as = h.before[state], state-1
	}
	if i, ok := m[unit]; ok {
		return i
	}
	if res := h.states[state].Result; res != nil {
		return h.standing(res.Units[side][unit].Path.String(), as)
	}
	return -1
}

// pathAt is the address of a life after a state, "" where it is gone or not yet there.
func pathAt(l *lineage.Life, state int) string {
	p := ""
	for _, e := range l.Events {
		if e.State <= state {
			p = e.Path
		}
	}
	return p
}

// keyOf is the folded form of a written address.
func keyOf(address string) string {
	p, err := ref.Parse(address)
	if err != nil {
		return strings.TrimSpace(address)
	}
	return web.Key(p)
}

// find is the life that an address named at a state, -1 if none: one that stood there after it, else before it, else ever. An address as
// people write it (3(1), 第三条２項ただし書) is read as everywhere.
func (h *history) find(address string, state int) int {
	for _, k := range []int{state, state - 1} {
		if i := h.standing(address, k); i >= 0 {
			return i
		}
		if k < 0 {
			continue
		}
		if place, err := corpus.Locate("", h.units[k], address); err == nil {
			if i := h.standing(h.units[k][place.Unit].Path.String(), k); i >= 0 {
				return i
			}
		}
	}
	if named := h.named[keyOf(address)]; len(named) > 0 {
		return named[0]
	}
	return -1
}

// standing is the life that had an address after a state, -1 if none.
func (h *history) standing(address string, state int) int {
	want := keyOf(address)
	for _, i := range h.named[want] {
		if keyOf(pathAt(&h.lives[i], state)) == want {
			return i
		}
	}
	return -1
}

// place sorts the notes to the clauses they are about.
func (h *history) place() {
	h.notes = make([][]*corpus.Note, len(h.lives))
	for i := range h.rule.Notes {
		n := &h.rule.Notes[i]
		life := -1
		if n.Clause != "" {
			life = h.find(n.Clause, h.stateOf(n.Revision))
		}
		if life < 0 {
			h.general = append(h.general, n)
			continue
		}
		h.notes[life] = append(h.notes[life], n)
	}
}

// stateOf is the index of a revision, that of the last one for "".
func (h *history) stateOf(revision string) int {
	for k := range h.states {
		if h.states[k].Revision.ID == revision {
			return k
		}
	}
	return len(h.states) - 1
}

// under lists a life and those below it by address, in the order of the document. Only lives of the same fate count.
func (h *history) under(life int) []int {
	out := []int{life}
	for _, i := range h.below[keyOf(h.lives[life].Path)] {
		if i != life && h.lives[i].Alive == h.lives[life].Alive {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return out
}

// nest notes for every address which lives stand below it.
func (h *history) nest() {
	h.below, h.named = map[string][]int{}, map[string][]int{}
	for i := range h.lives {
		for _, e := range h.lives[i].Events {
			if k := keyOf(e.Path); !slices.Contains(h.named[k], i) {
				h.named[k] = append(h.named[k], i)
			}
		}
		p, err := ref.Parse(h.lives[i].Path)
		if err != nil {
			continue
		}
		last := ""
		for n := 1; n < len(p); n++ {
			if k := web.Key(p[:n]); k != last && k != web.Key(p) {
				h.below[k] = append(h.below[k], i)
				last = k
			}
		}
	}
}
