package past

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/lineage"
)

// Log is the history of one clause, newest first.
type Log struct {
	Document string    `json:"document"`
	ID       string    `json:"id"` // of the life
	Address  string    `json:"address"`
	Heading  string    `json:"heading,omitempty"` // （事故の報告）
	Alive    bool      `json:"alive"`
	First    string    `json:"first_address"` // where it stood first
	Born     Revision  `json:"born"`
	Amended  int       `json:"amended"` // revisions that changed it or what is under it
	From     *Relative `json:"from,omitempty"`
	Into     *Relative `json:"into,omitempty"`
	Steps    []Step    `json:"steps"`
}

// Relative is another life that this one came from or went into.
type Relative struct {
	ID      string `json:"id"`
	Address string `json:"address"`
}

// Step is what one revision did to a clause.
type Step struct {
	Revision Revision         `json:"revision"`
	What     string           `json:"what"` // first, changed, same, moved, gone, restored
	Tags     []string         `json:"tags"`
	Was      string           `json:"was,omitempty"` // the address before, where it differs
	Now      string           `json:"now,omitempty"` // the address after, "" if it is gone
	Words    []string         `json:"words"`         // what was replaced, in short
	By       lineage.Evidence `json:"evidence,omitempty"`
}

// What a step did.
const (
	First    = "first"
	Changed  = "changed"
	Same     = "same"
	Moved    = "moved"
	Gone     = "gone"
	Restored = "restored" // it was gone, or void, and stands again
)

// FindLife finds the life an address means: in the text as it stands, or with all among every clause there ever was.
func (p *Past) FindLife(address string, all bool) (int, error) {
	place, err := p.Locate(address)
	if err == nil && p.units[place.Unit].Void {
		if i := p.heldInShell(address); i >= 0 {
			return i, nil
		}
	}
	if err == nil {
		for _, u := range append([]int{place.Unit}, place.Units...) {
			if i := p.owner[u]; i >= 0 {
				return i, nil
			}
		}
	}
	if i := p.gone(address); i >= 0 && (all || err == nil) {
		return i, nil
	}
	if err == nil {
		err = &corpus.Failure{Rule: "clause-never-printed",
			Japanese: p.Rule.ID + " の" + address + "は（略）のままで、どの原文にも文がありません", English: p.Rule.ID + ": no source prints " + address + ", it is left out everywhere",
			HintJA: "全文を版として加えてください: shinkyu add", HintEN: "add a whole text as a revision: shinkyu add"}
	}
	return -1, WithHint(err, p.Rule.ID)
}

// WithHint points a reader who looks for a clause that is not there to those that are gone.
func WithHint(err error, id string) error {
	f, ok := err.(*corpus.Failure)
	if !ok || f.Rule != "no-such-clause" {
		return err
	}
	c := *f
	c.HintJA, c.HintEN = "shinkyu log "+id+" --all は廃止された条項も表示します", "shinkyu log "+id+" --all lists the clauses that are gone, too"
	return &c
}

// heldInShell is the life of a clause that a shell over several holds (第四条 in 第三条及び第四条　削除), -1 if none.
func (p *Past) heldInShell(address string) int {
	q, err := ref.ReadQuery(address)
	if err != nil {
		return -1
	}
	want := whole(q.Path).Key()
	return slices.IndexFunc(p.Lives, func(l lineage.Life) bool {
		return l.Alive && (keyOf(l.Path) == want || ref.Fold(cite(l.Path)) == q.Cited)
	})
}

// gone is the last life that ever had an address, -1 if none.
func (p *Past) gone(address string) int {
	q, err := ref.ReadQuery(address)
	if err != nil {
		return -1
	}
	want := whole(q.Path).Key()
	best, state := -1, -1
	for i := range p.Lives {
		for _, e := range p.Lives[i].Events {
			if e.Path != "" && (keyOf(e.Path) == want || ref.Fold(cite(e.Path)) == q.Cited) && e.State >= state {
				best, state = i, e.State
			}
		}
	}
	return best
}

// Log tells a life revision by revision.
func (p *Past) Log(life int) Log {
	l := &p.Lives[life]
	out := Log{Document: p.Rule.ID, ID: l.ID, Address: cite(l.Path), Alive: l.Alive, First: cite(l.Events[0].Path), Steps: []Step{}}
	out.From, out.Into = p.relative(l.From), p.relative(l.Into)
	out.Heading = p.heading(life)
	was, started := "", false
	next := 0
	for k := range p.States {
		e, own := lineage.Event{Path: was}, false
		if next < len(l.Events) && l.Events[next].State == k {
			e, own = l.Events[next], true
			next++
		}
		if !own && was == "" {
			continue
		}
		s := p.step(k, e, own, was, !started && own)
		if own && !started {
			out.Born = s.Revision
		}
		started = started || own
		if own || len(s.Tags) > 0 {
			out.Steps = append(out.Steps, s)
			if len(s.Tags) > 0 && p.States[k].Result != nil {
				out.Amended++
			}
		}
		was = e.Path
	}
	slices.Reverse(out.Steps)
	return out
}

func (p *Past) step(k int, e lineage.Event, own bool, was string, first bool) Step {
	s := Step{Revision: p.Revision(k), What: Same, Tags: []string{}, Words: []string{}}
	if own {
		s.By = e.By
	}
	if keyOf(was) != keyOf(e.Path) {
		s.Was = cite(was)
	}
	s.Now = cite(e.Path)
	changes := p.changesUnder(k, was, e.Path)
	if r := p.States[k].Result; r != nil {
		s.Tags, s.Words = orEmpty(tags(r, changes)), orEmpty(gists(r, changes))
	}
	if own && p.inShell(k, e) && !p.wasVoid(k, e) {
		s.Tags = []string{"削除（欠番）"}
	}
	switch {
	case e.Path == "":
		s.What = Gone
	case own && e.By == lineage.Restored:
		s.What = Restored
	case first && len(s.Tags) == 0:
		s.What = First
	case s.Was != "" && was != "":
		s.What = Moved
	case len(s.Tags) > 0:
		s.What = Changed
	}
	if first && p.States[k].Result == nil {
		s.Tags, s.What = []string{"新設"}, First
		if d := p.States[k].Document; own && e.Unit >= 0 && d != nil {
			if units, _ := d.Units(); units[e.Unit].Void {
				s.Tags = []string{"削除（欠番）"}
			}
		}
	}
	return s
}

// inShell reports whether a clause is void inside a shell that a state prints for several.
func (p *Past) inShell(k int, e lineage.Event) bool {
	r := p.States[k].Result
	if r == nil || e.Unit < 0 || e.Path == "" {
		return false
	}
	c := r.Units[corpus.New][e.Unit]
	return c.Void && keyOf(c.Path.String()) != keyOf(e.Path)
}

// wasVoid reports whether the state before had shells only for a clause.
func (p *Past) wasVoid(k int, e lineage.Event) bool {
	r := p.States[k].Result
	if e.Change < 0 {
		return false
	}
	c := &r.Changes[e.Change]
	return len(c.Old) > 0 && r.Void(corpus.Old, c)
}

func (p *Past) relative(id string) *Relative {
	for i := range p.Lives {
		if id != "" && p.Lives[i].ID == id {
			return &Relative{id, cite(p.Lives[i].Path)}
		}
	}
	return nil
}

// heading is the caption of an article, or the words of a heading, as last printed.
func (p *Past) heading(life int) string {
	for u, i := range p.owner {
		if i != life {
			continue
		}
		c := p.units[u]
		if u > 0 && p.units[u-1].Kind == corpus.KindHeading && len(p.units[u-1].Path) > 0 && p.units[u-1].Path[len(p.units[u-1].Path)-1].Kind == ref.Caption && below(whole(c.Path), p.units[u-1].Path) {
			return strings.TrimSpace(p.units[u-1].Text.S)
		}
		if c.Kind == corpus.KindHeading {
			return strings.TrimSpace(c.Words())
		}
	}
	return ""
}

// cite is an address for people: an article without its first 項.
func cite(address string) string {
	path, err := ref.Parse(address)
	if err != nil {
		return address
	}
	return whole(path).Cite()
}
