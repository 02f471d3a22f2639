package outline

import (
	"slices"
	"strings"

	"shinkyu/diff"
	"shinkyu/render/words"
)

// Block is what a reader looks up at once: an article with its paragraphs, or what stands under one heading.
type Block struct {
	Heading string   // 第六条（事故の報告）, or the chain of headings: ３ 評価 › (1) 国の行政機関
	Before  string   // address on the old side where it differs, without the steps both share: 第八条; "" else
	Tags    []string // forms, structures and effects in it, each once
	Changes []int    // in reading order
	Lead    int      // the untouched heading line or caption that Heading already shows, -1 if every line is to be shown
	Changed bool
	Article bool // an article; else a heading's block
	void    bool // an article that became void: that it was rewritten as 削除 and that its caption and items went says the same again
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
				out[n].void = out[n].void || b.void
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

// Changed reports whether a reader has anything to see in a change.
func Changed(c *diff.Change) bool {
	return c.Form != diff.Same && c.Form != diff.Omitted || len(c.Structure) > 0
}
