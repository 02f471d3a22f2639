package past

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// Show is a text, or one clause of it, as it stands after a revision.
type Show struct {
	Document string     `json:"document"`
	Title    string     `json:"title"`
	Revision Revision   `json:"revision"`
	Address  string     `json:"address,omitempty"` // of the clause, "" for the whole text
	Above    []string   `json:"above"`             // the headings it stands under, outermost first
	Lines    []ShowLine `json:"lines"`
	Omitted  int        `json:"omitted"` // clauses that no source prints
	Sources  []string   `json:"sources"` // the revisions whose sources print the words, in date order
}

// ShowLine is one clause of the text. Depth counts from the outermost line shown.
type ShowLine struct {
	Address string `json:"address"`
	Text    string `json:"text"`
	Depth   int    `json:"depth"`
	Omitted bool   `json:"omitted,omitempty"`
}

// Show cuts a clause out of the text; place is nil for the whole of it.
func (p *Past) Show(place *corpus.Place) Show {
	out := Show{Document: p.Rule.ID, Title: p.Rule.Title, Revision: p.Revision(len(p.States) - 1), Above: []string{}, Lines: []ShowLine{}, Sources: []string{}}
	units := make([]int, len(p.units))
	for i := range units {
		units[i] = i
	}
	if place != nil {
		units = place.Units
		out.Address = place.Path.Cite()
		out.Above = orEmpty(p.above(place))
	}
	depth := p.depths()
	least := -1
	for _, u := range units {
		if least < 0 || depth[u] < least {
			least = depth[u]
		}
	}
	printed := map[int]bool{}
	for _, u := range units {
		c := p.units[u]
		l := ShowLine{Address: c.Path.Cite(), Text: c.Text.S, Depth: depth[u] - least, Omitted: c.Placeholder == corpus.Omitted}
		if l.Omitted {
			out.Omitted++
		}
		if i := p.owner[u]; i >= 0 {
			printed[p.printedBy(i)] = true
		}
		out.Lines = append(out.Lines, l)
	}
	for k := range p.States {
		if printed[k] {
			out.Sources = append(out.Sources, p.States[k].Revision.ID)
		}
	}
	return out
}

// above lists the headings over a place.
func (p *Past) above(place *corpus.Place) []string {
	if len(place.Units) == 0 {
		return nil
	}
	_, parents := p.Text.Units()
	var out []string
	for u := parents[place.Units[0]]; u >= 0; u = parents[u] {
		c := p.units[u]
		text := strings.Join(strings.Fields(c.Text.S), " ")
		if c.Kind != corpus.KindHeading {
			text = whole(c.Path).Cite()
		}
		out = append([]string{text}, out...)
	}
	return out
}

// printedBy is the last state whose source prints the words of a life.
func (p *Past) printedBy(life int) int {
	out := p.Lives[life].Events[0].State
	for _, e := range p.Lives[life].Events {
		if e.Unit < 0 {
			continue
		}
		d := p.States[e.State].Result
		if d == nil {
			out = e.State
			continue
		}
		if e.Unit < len(d.Units[corpus.New]) && d.Units[corpus.New][e.Unit].Placeholder == corpus.NoPlaceholder {
			out = e.State
		}
	}
	return out
}

// isCaption reports whether a clause is the caption of an article.
func isCaption(c *corpus.Clause) bool {
	return len(c.Path) > 0 && c.Path[len(c.Path)-1].Kind == ref.Caption
}
