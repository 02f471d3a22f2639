package outline

import (
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

// describe fills in what the block's head line shows.
func (o *owner) describe(b *Block) {
	seen := map[string]bool{}
	b.void = o.void(b)
	for _, n := range b.Changes {
		c := &o.r.Changes[n]
		b.Changed = b.Changed || Changed(c)
		for _, tag := range words.Tags(o.r, c) {
			if !seen[tag] && !(b.void && (tag == words.Form(diff.Rewritten) || tag == words.Form(diff.Removed))) {
				seen[tag] = true
				b.Tags = append(b.Tags, tag)
			}
		}
	}
	words.SortTags(b.Tags)
	first := &o.r.Changes[b.Changes[0]]
	for _, n := range b.Changes { // the caption of an article that became void stands on the old side alone
		if c := &o.r.Changes[n]; b.void && len(o.r.Clauses(c, corpus.New)) > 0 {
			first = c
			break
		}
	}
	side, unit := corpus.New, -1
	if news := o.r.Clauses(first, corpus.New); len(news) > 0 {
		unit = news[0]
	} else if olds := o.r.Clauses(first, corpus.Old); len(olds) > 0 {
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

// void reports whether a block is an article that became void.
func (o *owner) void(b *Block) bool {
	return slices.ContainsFunc(b.Changes, func(n int) bool {
		c := &o.r.Changes[n]
		return slices.Contains(c.Structure, diff.Shell) && len(c.New) > 0 && o.head(corpus.New, c.New[0])
	})
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
		news, olds := o.r.Clauses(c, corpus.New), o.r.Clauses(c, corpus.Old)
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
