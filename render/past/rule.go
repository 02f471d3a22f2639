package past

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/render/outline"
	"shinkyu/render/words"
)

// RuleLog is the history of a rule, newest first.
type RuleLog struct {
	Document  string         `json:"document"`
	Title     string         `json:"title"`
	Revisions []RevisionStep `json:"revisions"`
	Gone      []GoneClause   `json:"gone,omitempty"` // only where it was asked for
}

// RevisionStep is what one revision did to the rule.
type RevisionStep struct {
	Revision Revision `json:"revision"`
	Summary  string   `json:"summary"` // 12か条のうち 5か条に変更: …; "" for the first text
	Clauses  []string `json:"clauses"` // the addresses it changed
	Whole    bool     `json:"whole"`   // the source is a whole text
}

// GoneClause is a clause that is no longer in force.
type GoneClause struct {
	ID      string   `json:"id"`
	Address string   `json:"address"` // the last it had
	From    Revision `json:"from"`
	To      Revision `json:"to"` // the revision that took it away
	Into    string   `json:"into,omitempty"`
}

// RuleLog tells a rule revision by revision; with all it lists the clauses that are gone.
func (p *Past) RuleLog(all bool) RuleLog {
	out := RuleLog{Document: p.Rule.ID, Title: p.Rule.Title, Revisions: []RevisionStep{}}
	for k := len(p.States) - 1; k >= 0; k-- {
		s := RevisionStep{Revision: p.Revision(k), Clauses: []string{}}
		r := p.States[k].Result
		s.Whole = r == nil || !r.Comparison.Printed()
		if r != nil {
			blocks := outline.Blocks(r)
			s.Summary = outline.Summarise(r, blocks).String()
			for _, b := range blocks {
				if b.Changed {
					s.Clauses = append(s.Clauses, b.Heading)
				}
			}
		}
		out.Revisions = append(out.Revisions, s)
	}
	if !all {
		return out
	}
	for i := range p.Lives {
		l := &p.Lives[i]
		if l.Alive {
			continue
		}
		last := ""
		for _, e := range l.Events {
			if e.Path != "" {
				last = e.Path
			}
		}
		g := GoneClause{ID: l.ID, Address: cite(last), From: p.Revision(l.Events[0].State), To: p.Revision(l.Events[len(l.Events)-1].State)}
		if into := p.relative(l.Into); into != nil {
			g.Into = into.Address
		}
		out.Gone = append(out.Gone, g)
	}
	return out
}

// Blame is the text with the revision that last changed each clause.
type Blame struct {
	Document string      `json:"document"`
	Title    string      `json:"title"`
	Lines    []BlameLine `json:"lines"`
}

// BlameLine is one clause. Revision is nil where no source prints the clause.
type BlameLine struct {
	Address  string    `json:"address"`
	ID       string    `json:"id,omitempty"`
	Text     string    `json:"text"`
	Depth    int       `json:"depth"`
	Omitted  bool      `json:"omitted,omitempty"`
	Revision *Revision `json:"revision"`
	Tags     []string  `json:"tags"`
}

// Blame finds for every clause of the text the revision that last changed its words or its place.
func (p *Past) Blame() Blame {
	out := Blame{Document: p.Rule.ID, Title: p.Rule.Title, Lines: []BlameLine{}}
	depth := p.depths()
	for u, c := range p.units {
		l := BlameLine{Address: c.Path.Cite(), Text: c.Text.S, Depth: depth[u], Omitted: c.Placeholder == corpus.Omitted, Tags: []string{}}
		if i := p.owner[u]; i >= 0 {
			l.ID = p.Lives[i].ID
			if k, tags := p.lastChange(i); k >= 0 {
				v := p.Revision(k)
				l.Revision, l.Tags = &v, orEmpty(tags)
			}
		}
		out.Lines = append(out.Lines, l)
	}
	return out
}

func (p *Past) depths() []int {
	out := make([]int, len(p.units))
	_, parents := p.Text.Units()
	for u, parent := range parents {
		if parent >= 0 {
			out[u] = out[parent] + 1
		}
	}
	return out
}

// lastChange is the state that last changed a life's own words or number, and how.
func (p *Past) lastChange(life int) (int, []string) {
	for _, e := range slices.Backward(p.Lives[life].Events) {
		if e.Change >= 0 {
			r := p.States[e.State].Result
			if c := &r.Changes[e.Change]; outline.Changed(c) {
				return e.State, words.Tags(r, c)
			}
		}
	}
	return p.Lives[life].Events[0].State, []string{"新設"}
}
