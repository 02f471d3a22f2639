package lineage

// The roster: every clause that was ever seen, in the order of the document, gone ones where they stood.

import (
	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// person is a life while it is traced.
type person struct {
	Life
	path    ref.Path
	key     address
	words   string         // of the last text seen, without label and white space; "" while no table has shown it
	clause  *corpus.Clause // the last text seen; of a gap the （略） that stands for it
	seen    int            // the state that showed it
	gap     bool           // no source has printed its words yet
	inShell bool           // void inside a shell over several: 第八条 in 第七条から第九条まで　削除
	at      int            // place in the roster when it was last indexed, -1 before
}

type roster struct {
	lives    []*person
	ids      map[string]bool
	complete bool // the whole text is known: a whole text, amended since
}

func (r *roster) alive() []*person {
	out := make([]*person, 0, len(r.lives))
	for _, p := range r.lives {
		if p.Alive {
			out = append(out, p)
		}
	}
	return out
}

// born starts a life. Side tells apart what stands at one address before and after a revision.
func (r *roster) born(state int, side corpus.Side, c *corpus.Clause) *person {
	p := &person{path: c.Path, key: addressOf(c.Path), words: wordsOf(c), clause: c, seen: state, at: -1}
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
	found, by := match(units, r.alive())
	held := index(r.alive())
	var sequence []*person
	seen := map[*person]bool{}
	for i, c := range units {
		if !present(c) {
			if c.Placeholder != corpus.Omitted {
				continue
			}
			for _, p := range r.stand(held, state, corpus.New, c, seen) {
				if !seen[p] {
					seen[p] = true
					sequence = append(sequence, p)
				}
			}
			continue
		}
		p := found[i]
		if p == nil {
			p, by[i] = r.revive(state, corpus.New, c)
		}
		p.show(state, -1, i, c, by[i])
		seen[p] = true
		sequence = append(sequence, p)
	}
	for _, p := range r.lives {
		if p.Alive && !seen[p] {
			p.end(state, -1)
		}
	}
	r.lives = arrange(r.lives, sequence, nil)
}

// show records that a revision prints the clause.
func (p *person) show(state, change, unit int, c *corpus.Clause, by Evidence) {
	p.print(state, c)
	p.path, p.key = c.Path, addressOf(c.Path)
	p.Events = append(p.Events, Event{state, change, unit, c.Path.String(), by})
}

// print takes the words of a clause from a source.
func (p *person) print(state int, c *corpus.Clause) {
	p.words, p.clause, p.seen, p.gap, p.inShell = wordsOf(c), c, state, false, false
}

// end records that the clause is gone.
func (p *person) end(state, change int) {
	p.Alive = false
	p.Events = append(p.Events, Event{state, change, -1, "", Gone})
}
