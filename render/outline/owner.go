package outline

// A clause belongs to the article it is in, else to its nearest heading, else to its root. Blocks are shown in the order of
// the new side, so an old clause has to learn what its own article or heading became.

import (
	"maps"
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

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
		if k := o.r.Units[s][u]; k.Kind == corpus.KindHeading && !caption(k) { // a 項 of a 附則 has a caption, and stands under the 附則
			return o.r.Units[s][u].Path.String()
		}
		root = u
	}
	return o.r.Units[s][root].Path.String()
}

// caption reports whether a heading line belongs to one article or 項, and heads nothing else.
func caption(c *corpus.Clause) bool {
	return len(c.Path) > 0 && c.Path[len(c.Path)-1].Kind == ref.Caption
}

// pairs maps an old block to the new block it became: where its head went, else where most of its clauses went.
func (o *owner) pairs() map[string]string {
	votes := map[string]map[string]int{}
	for i := range o.r.Changes {
		c := &o.r.Changes[i]
		news := o.r.Clauses(c, corpus.New)
		if len(news) == 0 {
			continue
		}
		for _, u := range o.r.Clauses(c, corpus.Old) {
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
	if news := o.r.Clauses(c, corpus.New); len(news) > 0 {
		return o.key[corpus.New][news[0]]
	}
	if olds := o.r.Clauses(c, corpus.Old); len(olds) > 0 {
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
