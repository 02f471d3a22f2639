package lineage

// The rule as it stands: every living clause in its order, in the words that a source last printed, under the number it has
// now. What no source has printed is a （略） at its address. After a whole text it is that text.

import (
	"fmt"
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// Text is the whole rule after the last state. Clauses are new values without official marks; Origin is that of the source
// that printed them. Unlabelled paragraphs are counted anew, and an article's first 項 is named where it has more.
func (t *Tracer) Text() *corpus.Document {
	if t.whole != nil {
		return t.whole
	}
	w := composer{wide: t.widths()}
	for _, p := range t.lives {
		if p.Alive && !p.inShell {
			w.add(p)
		}
	}
	d := &corpus.Document{Clauses: w.roots}
	readdress(d.Clauses, nil)
	for _, c := range d.Clauses {
		if len(c.Path) == 1 && c.Path[0].Kind == ref.Part && c.Path[0].Text == "題名" {
			d.Title = c.Text.S
			break
		}
	}
	return d
}

// Standing names the life of every clause of Text, in reading order; "" for a （略） that stands for what no source prints.
func (t *Tracer) Standing() []string {
	if t.whole == nil {
		var out []string
		for _, p := range t.lives {
			switch {
			case p.inShell:
			case p.Alive && p.gap:
				out = append(out, "")
			case p.Alive:
				out = append(out, p.ID)
			}
		}
		return out
	}
	units, _ := t.whole.Units()
	out := make([]string, len(units))
	for _, p := range t.lives {
		if e := p.Events; p.Alive && !p.inShell && len(e) > 0 && e[len(e)-1].State == t.states-1 && e[len(e)-1].Unit >= 0 && present(units[e[len(e)-1].Unit]) {
			out[e[len(e)-1].Unit] = p.ID
		}
	}
	return out
}

// composer nests clauses that come in the order of the document.
type composer struct {
	roots []*corpus.Clause
	above []nested // the clauses that are open, outermost first
	wide  widths
}

type nested struct {
	key    address
	path   ref.Path
	clause *corpus.Clause
}

func (w *composer) add(p *person) {
	for len(w.above) > 0 && !w.above[len(w.above)-1].holds(p) {
		w.above = w.above[:len(w.above)-1]
	}
	c := w.clause(p)
	if n := len(w.above); n > 0 {
		top := w.above[n-1].clause
		top.Children = append(top.Children, c)
	} else {
		w.roots = append(w.roots, c)
	}
	w.above = append(w.above, nested{p.key, p.path, c})
}

// holds reports whether a clause that comes later belongs below n: by its address, or as an article or its caption below a
// 編・章・節・款・目, which its address does not name.
func (n nested) holds(p *person) bool {
	last := n.path[len(n.path)-1]
	if last.Kind == ref.Caption || len(p.key) == 0 {
		return false
	}
	if within(n.key, p.key) && len(p.key) > len(n.key) {
		return p.key[len(n.key)] != captionStep
	}
	if last.Kind != ref.Division {
		return false
	}
	up := n.path[:len(n.path)-1]
	for len(up) > 0 && up[len(up)-1].Kind == ref.Division {
		up = up[:len(up)-1]
	}
	rest := bare(p.path)
	return len(rest) > len(up) && within(addressOf(up), p.key) && rest[len(up)].Kind == ref.Article
}

// clause is the text of a life under its present number.
func (w *composer) clause(p *person) *corpus.Clause {
	c := *p.clause
	c.Path, c.Children, c.Text.Marks = p.path, nil, nil
	if p.gap {
		c.Placeholder, c.Kind = corpus.Omitted, corpus.KindPlaceholder
		c.Label = printedLabel(p.path, p.clause.Label)
		c.Text.S = "（略）"
		c.Body = 0
		if c.Label != "" {
			c.Text.S = c.Label + "　（略）"
			c.Body = len([]rune(c.Label)) + 1
		}
		return &c
	}
	if c.Label == "" || len(p.path) == 0 {
		return &c
	}
	was, now := bare(p.clause.Path), bare(p.path)
	if len(was) == 0 || len(now) == 0 || foldStep(was[len(was)-1]) == foldStep(now[len(now)-1]) {
		return &c
	}
	label := relabel(c.Label, now[len(now)-1], w.wide)
	text := []rune(c.Text.S)
	n := len([]rune(c.Label))
	if n > len(text) || string(text[:n]) != c.Label { // the label is printed otherwise than it is called: （略） in one bracket
		return &c
	}
	c.Body += len([]rune(label)) - n
	c.Text.S = label + string(text[n:])
	c.Label = label
	return &c
}

// readdress gives every clause the address it has in this text: that of the clause above with its own steps behind it,
// unlabelled paragraphs counted, the first 項 of an article named only where it has others.
func readdress(clauses []*corpus.Clause, above *corpus.Clause) {
	count := map[string]int{}
	for _, c := range clauses {
		old := c.Path
		if n := len(c.Path); n > 0 && c.Path[n-1].Kind == ref.Unlabelled {
			up := c.Path[:n-1]
			if above != nil && len(above.Path) <= len(up) {
				up = slices.Concat(above.Path, up[len(above.Path):])
			}
			key := up.String()
			count[key]++
			c.Path = up.Join(ref.Step{Kind: ref.Unlabelled, Text: fmt.Sprintf("¶%d", count[key])})
		}
		nameFirst(c)
		for _, k := range c.Children {
			follow(k, old, c.Path)
		}
		readdress(c.Children, c)
	}
}

// nameFirst writes 第三条第一項 where an article has further 項, 第三条 where it has none.
func nameFirst(c *corpus.Clause) {
	b := bare(c.Path)
	n := len(b)
	if n == 0 || b[n-1].Kind != ref.Article || c.Placeholder == corpus.Omitted {
		return
	}
	var further *ref.Step
	for _, k := range c.Children {
		for i, s := range bare(k.Path) {
			if i == n && s.Kind == ref.Paragraph {
				further = &s
			}
		}
	}
	first := len(c.Path) > 0 && firstParagraph(c.Path[len(c.Path)-1])
	switch {
	case further != nil && !first:
		one, _ := shiftTo(*further, 1)
		c.Path = c.Path.Join(one)
	case further == nil && first:
		c.Path = c.Path[:len(c.Path)-1]
	}
}

// follow puts a clause that stood below the address was below the address now. An article below a chapter, and a 項 beside
// its article's first, keep the steps that are their own.
func follow(k *corpus.Clause, was, now ref.Path) {
	w, p := addressOf(was), addressOf(k.Path)
	if !within(w, p) || len(p) == len(w) {
		return
	}
	rest := behind(k.Path, len(w))
	if top := bare(was); len(rest) > 0 && firstParagraph(rest[0]) && top[len(top)-1].Kind == ref.Article {
		rest = rest[1:]
	}
	top := now
	if len(rest) > 0 && (rest[0].Kind == ref.Paragraph || rest[0].Kind == ref.Caption) && len(top) > 0 && firstParagraph(top[len(top)-1]) {
		top = top[:len(top)-1]
	}
	k.Path = slices.Concat(top, rest)
}
