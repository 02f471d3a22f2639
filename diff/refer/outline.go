package refer

// The document as references see it: articles of each part in order, 項 of an article, 号 of a 項, printed labels under a heading.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

const none = -1

// mainPart is the part of the main provisions.
const mainPart = none

// home says in which clause of each level a unit stands; none where it stands in none.
type home struct{ part, article, paragraph, item int }

type outline struct {
	units      []*corpus.Clause
	parents    []int
	kids       [][]int
	homes      []home
	articles   map[int][]int // by part, in order; the key is the part's unit or mainPart
	parts      []int         // units that head a part, in order
	partial    bool          // one side of a table, or text left out
	roots      []int
	rootLabels map[string]int         // the first root of each printed label
	spans      [][3]interval          // by unit: its numbers as 条, 項, 号; empty where its address has none
	numbered   map[int]map[string]int // by part: number of an article → the first such unit
	ranges     map[int][]int          // by part: articles that stand for several
	headings   map[rune][]int         // units that are headings, by their unit: 章
}

func newOutline(d *corpus.Document) *outline {
	o := &outline{articles: map[int][]int{}, partial: d.Header != "", numbered: map[int]map[string]int{}, ranges: map[int][]int{}, headings: map[rune][]int{},
		rootLabels: map[string]int{}}
	o.units, o.parents = d.Units()
	o.spans = make([][3]interval, len(o.units))
	o.kids = make([][]int, len(o.units))
	o.homes = make([]home, len(o.units))
	for u, c := range o.units {
		h := home{mainPart, none, none, none}
		if p := o.parents[u]; p >= 0 {
			o.kids[p] = append(o.kids[p], u)
			h = o.homes[p]
		} else {
			o.roots = append(o.roots, u)
			if l := labelOf(c); l != "" && !c.Placeholder.IsMarker() {
				if _, ok := o.rootLabels[l]; !ok {
					o.rootLabels[l] = u
				}
			}
		}
		o.number(u)
		if c.Placeholder != corpus.NoPlaceholder {
			o.partial = true
		}
		o.homes[u] = o.enter(u, c, h)
	}
	for part, list := range o.articles {
		o.numbered[part] = map[string]int{}
		for _, u := range list {
			v, ok := o.span(u, ref.Article)
			if !ok {
				continue
			}
			if slices.Compare(v.lo, v.hi) != 0 {
				o.ranges[part] = append(o.ranges[part], u)
			} else if k := v.lo.String(); o.numbered[part][k] == 0 {
				o.numbered[part][k] = u + 1
			}
		}
	}
	return o
}

// number notes the numbers in a unit's address, and the headings.
func (o *outline) number(u int) {
	c := o.units[u]
	for _, s := range c.Path {
		if s.Kind >= ref.Article && s.Kind <= ref.Item {
			if v, ok := intervalOf(s.Text); ok {
				o.spans[u][s.Kind-ref.Article] = v
			}
		}
	}
	if n := len(c.Path); n > 0 && c.Path[n-1].Kind == ref.Division && !c.Placeholder.IsMarker() {
		for _, r := range c.Path[n-1].Text {
			if unitKinds[r] == ref.Division {
				o.headings[r] = append(o.headings[r], u)
				break
			}
		}
	}
}

// enter is the home of a unit whose parent lives in h.
func (o *outline) enter(u int, c *corpus.Clause, h home) home {
	if len(c.Path) == 0 {
		return h
	}
	if c.Placeholder.IsMarker() {
		return h
	}
	last := c.Path[len(c.Path)-1]
	if c.Path[0].Kind == ref.Part && len(c.Path) == 1 {
		o.parts = append(o.parts, u)
		return home{u, none, none, none}
	}
	switch last.Kind {
	case ref.Caption:
		return h
	case ref.Article:
		o.articles[h.part] = append(o.articles[h.part], u)
		return home{h.part, u, u, none}
	case ref.Paragraph:
		if n := len(c.Path); n > 1 && c.Path[n-2].Kind == ref.Article && !o.within(h.article, c.Path[n-2]) {
			o.articles[h.part] = append(o.articles[h.part], u)
			return home{h.part, u, u, none}
		}
		return home{h.part, h.article, u, none}
	case ref.Item:
		return home{h.part, h.article, h.paragraph, u}
	}
	return h
}

// within reports whether article is the unit of this step.
func (o *outline) within(article int, step ref.Step) bool {
	return article >= 0 && slices.Contains(o.units[article].Path, step)
}

// span is the number, or the numbers, of a unit at a level.
func (o *outline) span(u int, k ref.Kind) (interval, bool) {
	if k < ref.Article || k > ref.Item {
		return interval{}, false
	}
	v := o.spans[u][k-ref.Article]
	return v, len(v.lo) > 0
}

// below lists the children of a unit whose address ends with a step of this kind.
func (o *outline) below(u int, k ref.Kind) []int {
	var out []int
	for _, c := range o.kids[u] {
		if p := o.units[c].Path; len(p) > 0 && p[len(p)-1].Kind == k && !o.units[c].Placeholder.IsMarker() {
			out = append(out, c)
		}
	}
	return out
}

// paragraphs of an article (the first is the article's own unit) or of a part that has no articles.
func (o *outline) paragraphs(owner int) []int {
	list := o.below(owner, ref.Paragraph)
	if slices.Contains(o.parts, owner) {
		if len(list) == 0 {
			list = o.below(owner, ref.Unlabelled)
			list = list[:min(1, len(list))]
		}
		return list
	}
	return append([]int{owner}, list...)
}

// supplement is the first 附則, that of the rule itself; none if there is none.
func (o *outline) supplement() int {
	for _, p := range o.parts {
		if isSupplement(o.units[p].Path[0].Text) {
			return p
		}
	}
	return none
}

func isSupplement(label string) bool {
	return strings.HasPrefix(label, "附則") || strings.HasPrefix(label, "付則")
}

// amending reports whether a part is the 附則 of an act that amended the rule: its bare articles are that act's own.
func (o *outline) amending(part int) bool {
	return part >= 0 && isSupplement(o.units[part].Path[0].Text) && (part != o.supplement() || strings.ContainsAny(o.units[part].Path[0].Text, "（("))
}

// excerpt reports whether a part prints only some of its clauses: 附則 抄.
func (o *outline) excerpt(part int) bool {
	return part >= 0 && (strings.Contains(o.units[part].Text.S, "抄"))
}

// omits reports whether text is left out directly under a unit without saying which.
func (o *outline) omits(u int) bool {
	if u < 0 {
		return false
	}
	if o.units[u].Placeholder == corpus.Omitted || o.units[u].Placeholder == corpus.SameAs {
		return true
	}
	return slices.ContainsFunc(o.kids[u], func(k int) bool {
		return o.units[k].Placeholder == corpus.Omitted && o.units[k].Label == ""
	})
}
