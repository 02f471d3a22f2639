package outline

import (
	"maps"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/words"
)

// ChainSeparator stands between the headings of a chain.
const ChainSeparator = " › "

// gone stands before the address of a clause that only the old side has.
const gone = "旧"

// Block is what a reader looks up at once: an article with its paragraphs, or what stands under one heading.
type Block struct {
	Heading string   // 第六条（事故の報告）, or the chain of headings: ３ 評価 › (1) 国の行政機関
	Before  string   // address on the old side where it differs, without the steps both share: 第八条; "" else
	Tags    []string // forms, structures and effects in it, each once
	Changes []int    // in reading order
	Lead    int      // the untouched heading line or caption that Heading already shows, -1 if every line is to be shown
	Changed bool
	Article bool // an article; else a heading's block
}

// Below shortens a chain by the headings the chain above it has shown already: … › (2) 点検. The last heading always stands.
func Below(above, heading string) string {
	rest, old := strings.CutPrefix(heading, gone)
	shown, chain := strings.Split(strings.TrimPrefix(above, gone), ChainSeparator), strings.Split(rest, ChainSeparator)
	n := 0
	for n < len(chain)-1 && n < len(shown) && chain[n] == shown[n] {
		n++
	}
	if n == 0 {
		return heading
	}
	short := strings.Join(append([]string{"…"}, chain[n:]...), ChainSeparator)
	if old {
		return gone + short
	}
	return short
}

// Blocks groups the changes in reading order. A clause of the old side joins the block its own article or heading became.
func Blocks(r *diff.Result) []Block {
	o := owners(r)
	became := o.pairs()
	at := map[string]int{}
	var out []Block
	for n := range r.Changes {
		c := &r.Changes[n]
		id := o.block(c, became)
		i, ok := at[id]
		if !ok {
			i = len(out)
			at[id] = i
			out = append(out, Block{Lead: -1})
		}
		out[i].Changes = append(out[i].Changes, n)
	}
	for i := range out {
		o.describe(&out[i])
	}
	return o.joined(out)
}

// joined puts a section that came or went as a whole into one block: its sub-headings would repeat the same chain line after line.
func (o *owner) joined(blocks []Block) []Block {
	var out []Block
	for _, b := range blocks {
		if n := len(out) - 1; n >= 0 && strings.HasPrefix(b.Heading, out[n].Heading+ChainSeparator) {
			if f := o.wholly(&b); f != "" && f == o.wholly(&out[n]) {
				out[n].Changes = append(out[n].Changes, b.Changes...)
				for _, tag := range b.Tags {
					if !slices.Contains(out[n].Tags, tag) {
						out[n].Tags = append(out[n].Tags, tag)
					}
				}
				words.SortTags(out[n].Tags)
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

// wholly is Added or Removed if every change of a block is, else "".
func (o *owner) wholly(b *Block) diff.Form {
	form := o.r.Changes[b.Changes[0]].Form
	if form != diff.Added && form != diff.Removed {
		return ""
	}
	for _, n := range b.Changes {
		if o.r.Changes[n].Form != form {
			return ""
		}
	}
	return form
}

// owner knows to which article or heading each unit belongs.
type owner struct {
	r   *diff.Result
	key [2][]string // per unit: the address of its article or heading
	own [2]map[string]int
}

func owners(r *diff.Result) *owner {
	o := &owner{r: r}
	for s := range r.Units {
		o.own[s] = map[string]int{}
		for u, k := range r.Units[s] {
			key := o.ownerKey(corpus.Side(s), u)
			o.key[s] = append(o.key[s], key)
			if k.Path.String() == key {
				o.own[s][key] = u
			}
		}
	}
	return o
}

// ownerKey is the address of the article a unit is in, else of its nearest heading, else of its root.
func (o *owner) ownerKey(s corpus.Side, unit int) string {
	path := o.r.Units[s][unit].Path
	for i, step := range path {
		if step.Kind == ref.Article {
			return path[:i+1].String()
		}
	}
	root := unit
	for u := unit; u >= 0; u = o.r.Parents[s][u] {
		if o.r.Units[s][u].Kind == corpus.KindHeading {
			return o.r.Units[s][u].Path.String()
		}
		root = u
	}
	return o.r.Units[s][root].Path.String()
}

// pairs maps an old block to the new block it became: where its head went, else where most of its clauses went.
func (o *owner) pairs() map[string]string {
	votes := map[string]map[string]int{}
	for i := range o.r.Changes {
		c := &o.r.Changes[i]
		news := clauses(o.r, c, corpus.New)
		if len(news) == 0 {
			continue
		}
		for _, u := range clauses(o.r, c, corpus.Old) {
			weight := 1
			if o.head(corpus.Old, u) {
				weight = len(o.r.Changes)
			}
			key := o.key[corpus.Old][u]
			if votes[key] == nil {
				votes[key] = map[string]int{}
			}
			votes[key][o.key[corpus.New][news[0]]] += weight
		}
	}
	became := map[string]string{}
	for key, to := range votes {
		for _, name := range slices.Sorted(maps.Keys(to)) {
			if best, ok := became[key]; !ok || to[name] > to[best] {
				became[key] = name
			}
		}
	}
	return became
}

// head reports the clause a block is named after: the article, or the heading line.
func (o *owner) head(s corpus.Side, unit int) bool {
	k := o.r.Units[s][unit]
	return k.Kind == corpus.KindArticle || k.Path.String() == o.key[s][unit]
}

// block is the identity of the block a change belongs to: the new side's, since blocks are shown in its order.
func (o *owner) block(c *diff.Change, became map[string]string) string {
	if news := clauses(o.r, c, corpus.New); len(news) > 0 {
		return o.key[corpus.New][news[0]]
	}
	if olds := clauses(o.r, c, corpus.Old); len(olds) > 0 {
		key := o.key[corpus.Old][olds[0]]
		if to, ok := became[key]; ok {
			return to
		}
		return "old:" + key
	}
	if len(c.New) > 0 {
		return o.key[corpus.New][c.New[0]]
	}
	if len(c.Old) > 0 {
		return "old:" + o.key[corpus.Old][c.Old[0]]
	}
	return ""
}

// describe fills in what the block's head line shows.
func (o *owner) describe(b *Block) {
	seen := map[string]bool{}
	for _, n := range b.Changes {
		c := &o.r.Changes[n]
		b.Changed = b.Changed || Changed(c)
		for _, tag := range words.Tags(o.r, c) {
			if !seen[tag] {
				seen[tag] = true
				b.Tags = append(b.Tags, tag)
			}
		}
	}
	words.SortTags(b.Tags)
	first := &o.r.Changes[b.Changes[0]]
	side, unit := corpus.New, -1
	if news := clauses(o.r, first, corpus.New); len(news) > 0 {
		unit = news[0]
	} else if olds := clauses(o.r, first, corpus.Old); len(olds) > 0 {
		side, unit = corpus.Old, olds[0]
	} else if len(first.New) > 0 {
		unit = first.New[0]
	} else if len(first.Old) > 0 {
		side, unit = corpus.Old, first.Old[0]
	} else {
		return
	}
	key := o.key[side][unit]
	b.Article = inArticle(o.r.Units[side][unit].Path)
	b.Heading = o.heading(side, key, b.Article)
	if side == corpus.New {
		b.Before = o.before(b, key)
	} else {
		b.Heading = gone + b.Heading
	}
	b.Lead = o.lead(b, key)
}

// lead is the untouched line that the head line already shows: a heading, or an article's caption.
func (o *owner) lead(b *Block, key string) int {
	for _, n := range b.Changes {
		c := &o.r.Changes[n]
		if Changed(c) || len(c.New) != 1 {
			continue
		}
		k := o.r.Units[corpus.New][c.New[0]]
		if k.Kind == corpus.KindHeading && (b.Article || k.Path.String() == key) {
			return n
		}
	}
	return -1
}

func inArticle(p ref.Path) bool {
	for _, step := range p {
		if step.Kind == ref.Article {
			return true
		}
	}
	return false
}

// heading is 第六条（事故の報告） for an article, the chain of headings elsewhere.
func (o *owner) heading(s corpus.Side, key string, article bool) string {
	if article {
		for u, k := range o.r.Units[s] {
			if o.key[s][u] == key && k.Kind == corpus.KindHeading {
				return key + strings.TrimSpace(k.Text.S)
			}
		}
		return key
	}
	head, ok := o.own[s][key]
	if !ok {
		return key
	}
	var chain []string
	for u := head; u >= 0; u = o.r.Parents[s][u] {
		k := o.r.Units[s][u]
		if k.Kind == corpus.KindHeading {
			chain = append([]string{Plain(k)}, chain...)
		} else if u == head {
			chain = []string{k.Path.String()}
		}
	}
	return strings.Join(chain, ChainSeparator)
}

// before is the old address of the block's head clause where it is another one.
func (o *owner) before(b *Block, key string) string {
	for _, n := range b.Changes {
		c := &o.r.Changes[n]
		news, olds := clauses(o.r, c, corpus.New), clauses(o.r, c, corpus.Old)
		if len(news) == 0 || len(olds) == 0 || !o.head(corpus.New, news[0]) {
			continue
		}
		old := o.key[corpus.Old][olds[0]]
		switch {
		case old == key:
			return ""
		case b.Article:
			return old
		}
		from, to := o.r.Units[corpus.Old][olds[0]].Path, o.r.Units[corpus.New][news[0]].Path
		return cite([]ref.Path{from}, shared([]ref.Path{from, to}))
	}
	return ""
}

// Plain is a clause's text on one line: label, one space, words.
func Plain(k *corpus.Clause) string {
	name, from := label(k)
	rest := strings.Join(strings.Fields(string([]rune(k.Text.S)[from:])), " ")
	if name == "" {
		return rest
	}
	return strings.TrimSpace(name + " " + rest)
}

// Changed reports whether a reader has anything to see in a change.
func Changed(c *diff.Change) bool {
	return c.Form != diff.Same && c.Form != diff.Omitted || len(c.Structure) > 0
}
