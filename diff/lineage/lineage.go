// Package lineage follows each clause through the revisions of a rule.
//
// Problem: an article of today may have stood elsewhere under another number, may have been cut from another, or may be
// hidden behind a （略） in half of the tables; a reader wants its history all the same. Choice: a roster of living clauses is
// carried through the revisions in date order. Inside one revision the computed changes say what became of what; between
// two revisions the old side of the next table is matched with the roster by address and words. What a table leaves out
// lives on. Rejected: comparing every revision with the last one (a clause that moves twice is lost), and identity by
// address alone (第七条 of today is not 第七条 before an insertion). Cost: a wrong alignment in one revision bends the
// history behind it; the events keep the change they came from, so a reader can see where.
//
// A （略） has no life of its own, but it carries numbers on: 第十三条～第十五条　（略） beside 第十五条～第十七条　（略） renumbers
// three articles with all that is in them. Markers （新設）（削る） are never lives.
package lineage

import (
	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// State is one revision of a rule, in date order. Result leads to it from the revision before; it is nil for the first
// state of a rule that starts with a whole text. Document is the text at this state: the whole rule, or what the table's new side shows of it.
// A later state without a Result is a whole text too.
type State struct {
	Result   *diff.Result
	Document *corpus.Document
}

// Event is one revision in the life of a clause.
type Event struct {
	State  int    // index of the state
	Change int    // index into its Result.Changes, -1 if the state has no Result
	Unit   int    // index of the clause on the new side (or in Document, without a Result), -1 if it is gone; of the （略） or （同左） that stands for it if its words are not shown
	Path   string // address after this revision, "" if it is gone
}

// Life is the history of one clause under one identity, through renumbering and moves.
type Life struct {
	ID     string // stable within the rule and across builds; used in addresses on the site
	Path   string // address now, or the last one it had
	Alive  bool
	From   string  // ID of the life it was split from, "" if none
	Into   string  // ID of the life that took it in, "" if none
	Events []Event // in date order; revisions whose table leaves the clause out have no event, unless its number changed
}

// Trace follows every clause through the states. Deterministic; lives in the order of the last state, gone ones where they stood.
func Trace(states []State) []Life {
	r := &roster{ids: map[string]bool{}}
	for k, s := range states {
		switch {
		case s.Result != nil:
			r.follow(k, s.Result)
		case s.Document != nil:
			r.reread(k, s.Document)
		}
	}
	out := make([]Life, len(r.lives))
	for i, l := range r.lives {
		l.Path = l.path.String()
		out[i] = l.Life
	}
	return out
}

// person is a life while it is traced.
type person struct {
	Life
	path  ref.Path
	key   address
	words string // of the last text seen, without label and white space; "" while no table has shown it
}

// roster holds all lives in the order of the document, gone ones where they stood.
type roster struct {
	lives []*person
	ids   map[string]bool
}

func (r *roster) alive() []*person {
	var out []*person
	for _, p := range r.lives {
		if p.Alive {
			out = append(out, p)
		}
	}
	return out
}

// born starts a life. Side tells apart what stands at one address before and after a revision.
func (r *roster) born(state int, side corpus.Side, c *corpus.Clause) *person {
	p := &person{path: c.Path, key: addressOf(c.Path), words: wordsOf(c)}
	p.ID, p.Alive = r.newID(c.Path, state, side), true
	return p
}

// present reports whether a unit is a clause of the rule and not a placeholder for one.
func present(c *corpus.Clause) bool { return c.Placeholder == corpus.NoPlaceholder }

// covers reports whether a unit stands for clauses that the table does not show.
func covers(c *corpus.Clause) bool {
	return c.Placeholder == corpus.Omitted || c.Placeholder == corpus.SameAs
}

// reread takes a whole text that no comparison leads to: the first one, or one behind a gap.
func (r *roster) reread(state int, d *corpus.Document) {
	units, _ := d.Units()
	found := match(units, r.alive())
	var sequence []*person
	seen := map[*person]bool{}
	for i, c := range units {
		if !present(c) {
			for _, p := range r.lives {
				if p.Alive && !seen[p] && c.Placeholder == corpus.Omitted && scopeOf(c.Path, true).holds(p.key) {
					seen[p] = true
					sequence = append(sequence, p)
				}
			}
			continue
		}
		p := found[i]
		if p == nil {
			p = r.born(state, corpus.New, c)
		}
		p.show(state, -1, i, c)
		seen[p] = true
		sequence = append(sequence, p)
	}
	for _, p := range r.lives {
		if p.Alive && !seen[p] {
			p.end(state, -1)
		}
	}
	r.lives = arrange(r.lives, sequence)
}

// show records that a revision prints the clause.
func (p *person) show(state, change, unit int, c *corpus.Clause) {
	p.path, p.key, p.words = c.Path, addressOf(c.Path), wordsOf(c)
	p.Events = append(p.Events, Event{state, change, unit, c.Path.String()})
}

// end records that the clause is gone.
func (p *person) end(state, change int) {
	p.Alive = false
	p.Events = append(p.Events, Event{state, change, -1, ""})
}
