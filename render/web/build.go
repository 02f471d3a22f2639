package web

import (
	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/summary"
	"shinkyu/templates/locale"
)

// Options are what a comparison alone does not know.
type Options struct {
	New, Old Side                                      // heads of the columns; "" means as printed
	Clause   func(side corpus.Side, unit int) *Clause  // history of the clause that opens a card; nil for none
	Omitted  func(side corpus.Side, unit int) []string // the text behind a （略）, where it is known from elsewhere; nil for none
	Language locale.Language                           // of the interface; the sources are Japanese
	Refer    func(side corpus.Side, unit int) []Cross  // references of a unit that lead out of the page; nil for none

	// Picture is where a part of a source's page is published as a picture, "" where it is not; nil for none at all. The source is that of
	// corpus.New, the file at hand, or, of two whole texts, that of corpus.Old.
	Picture func(source corpus.Side, c corpus.Crop) (href string, p corpus.Picture)
}

// builder holds one comparison while its view is made.
type builder struct {
	r       *diff.Result
	opt     Options
	groups  [2]groups
	depth   [2][]int
	audits  [2]map[int]audit
	finds   [2]map[int][]Finding
	at      [2][]int // unit → change
	ids     names
	anchors [2]map[int]string
	named   [2]map[int][]Cross       // references by unit, made when first asked for
	below   *[2][][]int              // children of each unit, made when first asked for
	extents map[sheet]*[2]corpus.Box // of each side on each page, made when first asked for
}

// key names the card a change goes to: the side and the unit that opens it.
type key struct {
	side corpus.Side
	unit int
}

// View makes the view of a result. It never fails: a strange result makes a strange but complete page.
func View(r *diff.Result, opt Options) *Comparison {
	b := newBuilder(r, opt)
	v := &Comparison{Title: r.Comparison.Title, Gist: b.points()}
	v.New, v.Old = b.heads()
	v.Tables = b.tables()
	b.fill(v)
	return v
}

func newBuilder(r *diff.Result, opt Options) *builder {
	b := &builder{r: r, opt: opt, ids: names{}, audits: audits(r), finds: [2]map[int][]Finding{{}, {}}}
	for _, s := range []corpus.Side{corpus.New, corpus.Old} {
		b.groups[s] = group(r.Units[s], r.Parents[s])
		b.depth[s] = depths(r.Units[s], r.Parents[s], b.groups[s])
		b.at[s] = make([]int, len(r.Units[s]))
		for i := range b.at[s] {
			b.at[s][i] = -1
		}
		b.anchors[s] = map[int]string{}
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Side != "" && f.Unit >= 0 {
			b.finds[sideOf(f)][f.Unit] = append(b.finds[sideOf(f)][f.Unit], b.finding(f))
		}
	}
	for i := range r.Changes {
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, u := range r.Changes[i].Units(s) {
				b.at[s][u] = i
			}
		}
	}
	return b
}

// say says words of the interface.
func (b *builder) say(japanese string, args ...any) string {
	return b.opt.Language.Say(japanese, args...)
}

// points is the whole comparison in one paragraph.
func (b *builder) points() string {
	p := summary.Points(b.r)
	if b.opt.Language == locale.English {
		return p.English
	}
	return p.Japanese
}

// kind is a badge with its name in the reader's language.
func (b *builder) kind(k Badge) Badge { return Badge{k.Key, b.say(k.Name)} }

// heads are the words over the columns.
func (b *builder) heads() (n, o Side) {
	n, o = b.opt.New, b.opt.Old
	if n.Word == "" {
		n.Word = b.say(or(b.r.Comparison.Sides[corpus.New].Header, "改正後"))
	}
	if o.Word == "" {
		o.Word = b.say(or(b.r.Comparison.Sides[corpus.Old].Header, "改正前"))
	}
	return n, o
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// keyOf says which card a change belongs to, and how it belongs there.
func (b *builder) keyOf(ch *diff.Change) (key, role) {
	if n := b.r.Clauses(ch, corpus.New); len(n) > 0 {
		return b.newKey(n[0])
	}
	if o := b.r.Clauses(ch, corpus.Old); len(o) > 0 {
		return b.oldKey(o[0]), b.groups[corpus.Old].role[o[0]]
	}
	if len(ch.New) > 0 {
		return b.newKey(ch.New[0])
	}
	if len(ch.Old) > 0 {
		return b.oldKey(ch.Old[0]), inner
	}
	return key{corpus.New, -1}, inner
}

func (b *builder) newKey(u int) (key, role) {
	g := b.groups[corpus.New]
	return key{corpus.New, g.card[u]}, g.role[u]
}

// oldKey is the card of an old unit: that of the new clause which its card's head became, else a card of its own.
func (b *builder) oldKey(u int) key {
	c := b.groups[corpus.Old].card[u]
	if c < 0 {
		return key{corpus.New, -1}
	}
	if i := b.at[corpus.Old][c]; i >= 0 {
		if n := b.r.Clauses(&b.r.Changes[i], corpus.New); len(n) > 0 {
			k, _ := b.newKey(n[0])
			return k
		}
	}
	return key{corpus.Old, c}
}
