package web

// Clauses without a change, drawn together as tables of amendment do it: 第三条及び第四条　（略）.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
)

func (b *builder) fold(ds []*draft) *Fold {
	f := &Fold{Word: b.say("改正なし")}
	var labels []string
	for _, d := range ds {
		num, head := "前文", ""
		if d.key.unit >= 0 {
			num, head = b.title(d.key.side, d.key.unit)
		}
		if head != "" && len(ds) == 1 {
			num += head
		}
		labels = append(labels, strings.TrimSpace(num))
		for _, row := range d.rows {
			ch := &b.r.Changes[row.change]
			if ch.Form == diff.Omitted {
				f.Word = "（略）"
			}
			paras := b.foldParas(ch)
			if id := b.anchorOf(ch); id != "" && !b.borrowed(ch) {
				if len(paras) > 0 {
					paras[0].ID = id
				} else {
					f.Marks = append(f.Marks, id)
				}
			}
			f.Paras = append(f.Paras, paras...)
		}
	}
	f.ID = b.ids.take("fold")
	f.Label = b.span(labels, isArticle(b, ds))
	return f
}

// foldParas is the text of an unchanged clause; behind a （略） it may be known from another revision.
func (b *builder) foldParas(ch *diff.Change) []Para {
	var out []Para
	for _, u := range ch.New {
		unit := b.r.Units[corpus.New][u]
		if unit.Placeholder == corpus.NoPlaceholder || unit.Placeholder == corpus.SameAs {
			out = append(out, b.para(corpus.New, u, Keep, ""))
			continue
		}
		out = append(out, b.behind(u)...)
	}
	return out
}

// behind are the words that a （略） of the new side leaves out.
func (b *builder) behind(unit int) []Para {
	if b.opt.Omitted == nil {
		return nil
	}
	var out []Para
	for _, line := range b.opt.Omitted(corpus.New, unit) {
		out = append(out, Para{Class: "d0", Segs: []Seg{{Text: line}}})
	}
	return out
}

// borrowed reports whether a change is read at the anchor of another one: an unchanged caption at that of its article.
func (b *builder) borrowed(ch *diff.Change) bool {
	for _, s := range []corpus.Side{corpus.New, corpus.Old} {
		for _, u := range ch.Units(s) {
			if b.groups[s].role[u] == caption && !changed(ch) {
				return true
			}
		}
	}
	return false
}

func isArticle(b *builder, ds []*draft) bool {
	for _, d := range ds {
		if d.key.unit < 0 || article(b.r.Units[d.key.side][d.key.unit].Path) == "" {
			return false
		}
	}
	return true
}

// span joins labels as drafters do.
func (b *builder) span(labels []string, articles bool) string {
	n := len(labels)
	switch {
	case n == 1:
		return labels[0]
	case n == 2:
		return b.say("%s及び%s", labels[0], labels[1])
	case articles:
		return b.say("%sから%sまで", labels[0], labels[n-1])
	}
	return b.say("%s　ほか%d項目", labels[0], n-1)
}
