package lineage

// A clause may be void for a time and come back.
//
// Problem: 第七条 is struck and, two revisions later, stands there again; or it becomes 削除, alone or with its neighbours
// (第七条から第九条まで　削除), and gets words again. A reader wants one history. Choice: three cases, each provable. A shell
// keeps the life of its article. Of a shell over several articles the first life has the shell, the others live on inside it
// under their own addresses, without words, until one of them is printed again. What ended comes back if a new clause repeats
// its words, to the letter and long enough to be no stock phrase, or nearly so at its own address; then its life goes on, by
// Restored. Rejected: continuing whatever stands at an address (第七条 that is enacted anew after years about something else
// is another clause), and likeness at any address (stock phrases). Cost: a restoration that was reworded beyond likeness
// starts a new life.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

const (
	longWords    = 12  // letters from which equal words are the same clause, wherever it comes back
	restoredAt   = 0.7 // likeness from which a clause that comes back at its address is the same
	leastLetters = 6   // below this a clause at its address must repeat its words
)

// restore finds the life that a new clause continues, nil if it continues none. A life that went into another does not come
// back, nor does one that ended in this revision: that is for the comparison to tell.
func (r *roster) restore(state int, c *corpus.Clause) *person {
	if c.Void || len(c.Path) == 0 {
		return nil
	}
	words, key := wordsOf(c), addressOf(c.Path)
	if words == "" {
		return nil
	}
	var best *person
	score, several := 0.0, false
	for _, p := range r.lives {
		if p.Alive || p.Into != "" || p.gap || p.ended() >= state || p.words == "" || unlabelled(p.path) != unlabelled(c.Path) || isCaptionPath(p.path) != isCaptionPath(c.Path) {
			continue
		}
		s := 0.0
		switch letters := len([]rune(words)); {
		case p.words == words && p.key.equal(key):
			s = 3
		case p.words == words && letters >= longWords:
			s = 2
		case p.key.equal(key) && !unlabelled(c.Path) && letters >= leastLetters:
			if l := likeness(p.words, words); l >= restoredAt {
				s = l
			}
		}
		switch {
		case s > score || s == score && s > 0 && s != 2 && best != nil && p.ended() > best.ended():
			best, score, several = p, s, false
		case s == score && s == 2:
			several = true // two clauses of these words are gone: which one came back cannot be told
		}
	}
	if several {
		return nil
	}
	return best
}

func isCaptionPath(p ref.Path) bool { return len(p) > 0 && p[len(p)-1].Kind == ref.Caption }

// ended is the state that took a clause away, of one that is gone.
func (p *person) ended() int { return p.Events[len(p.Events)-1].State }

// revive gives a clause that no clause of the revision before became its life: one that comes back, or a new one.
func (r *roster) revive(state int, side corpus.Side, c *corpus.Clause) (*person, Evidence) {
	if p := r.restore(state, c); p != nil {
		p.Alive, p.at = true, -1
		p.path, p.key = c.Path, addressOf(c.Path)
		return p, Restored
	}
	return r.born(state, side, c), First
}

// struck keeps a clause that a shell over several takes in: 第八条, where 第七条から第九条まで　削除 is printed now. It reports
// whether there is such a shell.
func (v *revision) struck(k int, p *person) bool {
	n, ok := v.shellOver(p)
	if !ok {
		return false
	}
	v.carry = append(v.carry, carriage{from: scopeOf(p.path, true), change: k})
	v.void(k, n, p)
	return true
}

// void records that a clause is void inside a shell that bears the numbers of several.
func (v *revision) void(k, n int, p *person) {
	p.path = bare(p.path)
	p.key = addressOf(p.path)
	p.print(v.state, v.unit(corpus.New, n))
	p.inShell = true
	v.closed[p] = true
	p.Events = append(p.Events, Event{v.state, k, n, p.path.String(), Address})
}

// shellOver is the new unit that is a shell over an article and others, if the article is not its first.
func (v *revision) shellOver(p *person) (int, bool) {
	for n, c := range v.res.Units[corpus.New] {
		if !c.Void {
			continue
		}
		if s := scopeOf(c.Path, true); s.step == "" && s.low != nil && len(p.key) == len(s.parent)+1 && within(s.parent, p.key) && s.counts(p.key[len(s.parent)]) {
			return n, true
		}
	}
	return 0, false
}

// unshelled is the clause that was void inside a shell and stands by itself now.
func (v *revision) unshelled(c *corpus.Clause) *person {
	if here := v.known.at(addressOf(c.Path)); here != nil {
		for _, p := range here.here {
			if p.Alive && p.inShell && !v.closed[p] {
				return p
			}
		}
	}
	return nil
}

// leaveShells ends what was void inside a shell that is no longer there.
func (v *revision) leaveShells() {
	var shells []scope
	for _, p := range v.lives {
		if p.Alive && !p.inShell && p.clause.Void {
			if s := scopeOf(p.path, true); s.step == "" && s.low != nil {
				shells = append(shells, s)
			}
		}
	}
	for _, p := range v.lives {
		if p.Alive && p.inShell && !slices.ContainsFunc(shells, func(s scope) bool {
			return len(p.key) == len(s.parent)+1 && within(s.parent, p.key) && s.counts(p.key[len(s.parent)])
		}) {
			p.end(v.state, -1)
		}
	}
}
