package classify

// What a reference cites, on both sides. A reference that moved on with its clause and one that was pointed at another clause look alike: 第二条 → 第三条.
// Where the rules themselves hold the cited clauses, diff/refer says which they are, and the alignment whether they are one. Where a
// table leaves them out, or another rule is cited, nothing can be compared and the words decide.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

// repointed reports whether a hunk of references cites other clauses than before: the targets known on both sides are not the same clauses, or one
// is known and the other reference names another article than its counterpart has become.
func (d *document) repointed(c *change, h *hunk) bool {
	olds, news := d.cited(c, h, corpus.Old), d.cited(c, h, corpus.New)
	if len(olds) == 0 || len(olds) != len(news) {
		return false
	}
	for i := range olds {
		o, n := olds[i], news[i]
		switch {
		case o.in != nil && n.in != nil:
			if !slices.Equal(o.in, n.in) {
				return true
			}
		case o.in != nil:
			if d.otherArticle(o.in, corpus.New, n.article) {
				return true
			}
		case n.in != nil:
			if d.otherArticle(n.in, corpus.Old, o.article) {
				return true
			}
		}
	}
	return false
}

// cited is one reference of a hunk.
type cited struct {
	in      []int // the changes its targets stand in, ascending; nil where they are not known
	article []int // the numbers of the article it names itself (第三条の二: 3, 2), nil if it names none
}

// otherArticle reports whether the clauses of changes stand on side s in articles, none of which has the number.
func (d *document) otherArticle(changes []int, s corpus.Side, number []int) bool {
	if number == nil {
		return false
	}
	known := false
	for u, k := range d.Change[s] {
		if !slices.Contains(changes, k) {
			continue
		}
		for _, step := range d.Units[s][u].Path {
			if step.Kind == ref.Article {
				if slices.Equal(step.Nums(), number) {
					return false
				}
				known = true
			}
		}
	}
	return known
}

// cited lists the references in the hunk.
func (d *document) cited(c *change, h *hunk, s corpus.Side) []cited {
	r := h.on(s)
	var out []cited
	for i := r.Start; i < r.End; i++ {
		t := c.Sides[s].Tokens[i]
		if t.Kind != token.Reference {
			continue
		}
		var x cited
		if m := articleRE.FindString(t.Key); m != "" {
			x.article = ref.Step{Text: m}.Nums()
		}
		for _, p := range c.places(s, corpus.Span{Start: i, End: i + 1}) {
			for _, u := range d.targets(s, p) {
				if k := d.Change[s][u]; !slices.Contains(x.in, k) {
					x.in = append(x.in, k)
				}
			}
		}
		slices.Sort(x.in)
		out = append(out, x)
	}
	return out
}

var articleRE = lazy.MustCompile(`^第[〇一二三四五六七八九十百千0-9０-９]+条(の[〇一二三四五六七八九十百千0-9０-９]+)*`)

// targets are the units that the reference at a place names.
func (d *document) targets(s corpus.Side, p Evidence) []int {
	if d.References == nil {
		return nil
	}
	if d.refs[s] == nil {
		d.refs[s] = map[int][]Reference{}
		for _, r := range d.References(s) {
			d.refs[s][r.Unit] = append(d.refs[s][r.Unit], r)
		}
	}
	for _, r := range d.refs[s][p.Unit] {
		if r.Span.Start < p.Span.End && p.Span.Start < r.Span.End {
			return r.Targets
		}
	}
	return nil
}
