package web

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/words"
)

// row makes the two facing cells of a change, or of the pointer it left.
func (b *builder) row(d draftRow) Row {
	ch := &b.r.Changes[d.change]
	if d.pointer {
		return b.pointer(ch)
	}
	row := Row{Class: rowClass(ch), Effects: b.effects(ch)}
	row.ID = b.anchorOf(ch)
	class := ""
	var moved *key
	if moved = b.leftFrom(ch); moved != nil {
		class = "mv"
		row.Class = "k-mvto"
	}
	whole := ch.Form == diff.Rewritten
	stream := merge(b.r, ch, whole)
	row.New = b.newCell(ch, stream, class)
	if row.Class == "k-omit" {
		for _, u := range ch.New {
			row.New.Behind = append(row.New.Behind, b.behind(u)...)
		}
	}
	row.Old = b.oldCell(ch, stream, class)
	for _, u := range ch.New {
		row.New.Finds = append(row.New.Finds, b.finds[corpus.New][u]...)
	}
	for _, u := range ch.Old {
		row.Old.Finds = append(row.Old.Finds, b.finds[corpus.Old][u]...)
	}
	if row.Class != "k-same" && row.Class != "k-omit" && row.ID != "" {
		row.Link = Address(b.r, ch)
	}
	if moved != nil {
		o := b.r.Clauses(ch, corpus.Old)[0]
		row.Old.Link = &Link{"#" + b.pointerID(ch), b.say("旧%sから移動", b.r.Units[corpus.Old][o].Path.Cite())}
	}
	return row
}

// pointer is the row at the old place of a clause that moved to another card.
func (b *builder) pointer(ch *diff.Change) Row {
	n := b.r.Clauses(ch, corpus.New)[0]
	row := Row{ID: b.pointerID(ch), Class: "k-mvfrom"}
	row.New.Link = &Link{"#" + b.anchors[corpus.New][n], b.say("%sへ移動", b.r.Units[corpus.New][n].Path.Cite())}
	for _, u := range b.r.Clauses(ch, corpus.Old) {
		row.Old.Paras = append(row.Old.Paras, b.para(corpus.Old, u, Delete, "mv"))
		row.New.Merged = append(row.New.Merged, b.para(corpus.Old, u, Delete, "mv"))
	}
	return row
}

func (b *builder) pointerID(ch *diff.Change) string {
	return "from-" + b.anchorOf(ch)
}

func (b *builder) anchorOf(ch *diff.Change) string {
	if len(ch.New) > 0 {
		return b.anchors[corpus.New][ch.New[0]]
	}
	if len(ch.Old) > 0 {
		return b.anchors[corpus.Old][ch.Old[0]]
	}
	return ""
}

func rowClass(ch *diff.Change) string {
	switch ch.Form {
	case diff.Added:
		return "k-new"
	case diff.Removed:
		return "k-rep"
	case diff.Omitted:
		if len(ch.Structure) == 0 {
			return "k-omit"
		}
	case diff.Same:
		if len(ch.Structure) == 0 {
			return "k-same"
		}
	}
	return "k-chg"
}

func (b *builder) newCell(ch *diff.Change, stream []step, class string) Cell {
	var c Cell
	switch {
	case ch.Form == diff.Removed:
		for _, u := range ch.New {
			c.Paras = append(c.Paras, b.para(corpus.New, u, Keep, "note"))
		}
		if len(ch.New) == 0 {
			c.Note = b.say("削る")
		}
		for _, u := range b.r.Clauses(ch, corpus.Old) {
			c.Merged = append(c.Merged, b.para(corpus.Old, u, Delete, ""))
		}
	case ch.Form == diff.Added:
		for _, u := range ch.New {
			c.Paras = append(c.Paras, b.para(corpus.New, u, Insert, class))
		}
	default:
		own := b.r.Clauses(ch, corpus.New)
		by := newRuns(stream, own)
		for i, u := range own {
			p := b.shell(corpus.New, u)
			p.Label = b.label(corpus.New, ch, i)
			p.Segs = runs(by[u], corpus.New, b.official(b.r.Units[corpus.New][u], corpus.New), b.audits[corpus.New][u], class, b.crosses(corpus.New, u))
			if class == "mv" && ch.Form == diff.Same {
				p.Segs = paint(p.Segs, Insert, "mv")
			}
			c.Paras = append(c.Paras, p)
		}
		c.Paras = append(c.Paras, b.told(ch, corpus.New)...)
	}
	return c
}

func (b *builder) oldCell(ch *diff.Change, stream []step, class string) Cell {
	var c Cell
	switch {
	case ch.Form == diff.Added:
		for _, u := range ch.Old {
			c.Paras = append(c.Paras, b.para(corpus.Old, u, Keep, "note"))
		}
		if len(ch.Old) == 0 {
			c.Note = b.say("新設")
		}
	case ch.Form == diff.Removed:
		for _, u := range ch.Old {
			c.Paras = append(c.Paras, b.para(corpus.Old, u, Delete, class))
		}
	default:
		edited := map[[2]int]bool{}
		for _, s := range stream {
			if s.op == Delete {
				edited[[2]int{s.unit, s.at}] = true
			}
		}
		for i, u := range b.r.Clauses(ch, corpus.Old) {
			p := b.shell(corpus.Old, u)
			p.Label = b.label(corpus.Old, ch, i)
			unit := b.r.Units[corpus.Old][u]
			var own []step
			text := []rune(unit.Text.S)
			for k := min(unit.Body, len(text)); k < len(text); k++ {
				op := Keep
				if edited[[2]int{u, k}] {
					op = Delete
				}
				own = append(own, step{glyph{unit: u, at: k, r: text[k]}, op})
			}
			p.Segs = runs(own, corpus.Old, b.official(unit, corpus.Old), b.audits[corpus.Old][u], class, b.crosses(corpus.Old, u))
			if class == "mv" && ch.Form == diff.Same {
				p.Segs = paint(p.Segs, Delete, "mv")
			}
			c.Paras = append(c.Paras, p)
		}
		c.Paras = append(c.Paras, b.told(ch, corpus.Old)...)
	}
	return c
}

// para is a whole unit under one mark; class "note" is a printed marker.
func (b *builder) para(s corpus.Side, u int, op Op, class string) Para {
	p := b.shell(s, u)
	unit := b.r.Units[s][u]
	text := []rune(unit.Text.S)
	body := min(unit.Body, len(text))
	if class == "note" {
		p.Class, class, op = "note", "", Keep
	}
	if body > 0 {
		p.Label = []Seg{{Op: op, Text: string(text[:body]), Class: class}}
	}
	lead := body
	for body == 0 && lead < len(text) && unicode.IsSpace(text[lead]) {
		lead++
	}
	official, crosses := b.official(unit, s), b.crosses(s, u)
	if lead == body && len(official.Marks) == 0 && len(crosses) == 0 { // the usual case, all in one
		if body < len(text) {
			p.Segs = []Seg{{Op: op, Text: string(text[body:]), Class: class}}
			if op == Keep {
				p.Segs[0].Class = ""
			}
		}
		return p
	}
	own := make([]step, 0, len(text)-body)
	for k := body; k < len(text); k++ {
		op := op
		if k < lead {
			op = Keep
		}
		own = append(own, step{glyph{unit: u, at: k, r: text[k]}, op})
	}
	p.Segs = runs(own, s, official, audit{}, class, crosses)
	return p
}

// shell is a paragraph with its class and no text.
func (b *builder) shell(s corpus.Side, u int) Para {
	unit := b.r.Units[s][u]
	class := fmt.Sprintf("d%d", min(b.depth[s][u], 4))
	switch {
	case unit.Label == "":
		class += " txt"
	case unit.Kind == corpus.KindHeading:
		class += " hd"
	}
	return Para{Class: class}
}

// told are the markers of a table that prints a move as （削る） and （新設）, as they are printed.
func (b *builder) told(ch *diff.Change, s corpus.Side) (out []Para) {
	for _, u := range ch.Units(s) {
		if b.r.Units[s][u].Placeholder.IsMarker() {
			out = append(out, b.para(s, u, Keep, "note"))
		}
	}
	return out
}

// label is the printed label; where the counterpart has another one both are marked.
func (b *builder) label(s corpus.Side, ch *diff.Change, i int) []Seg {
	units, others := b.r.Clauses(ch, s), b.r.Clauses(ch, s.Other())
	unit := b.r.Units[s][units[i]]
	text := []rune(unit.Text.S)
	body := min(unit.Body, len(text))
	seg := Seg{Op: Keep, Text: string(text[:body])}
	var out []Seg
	if i < len(others) {
		other := b.r.Units[s.Other()][others[i]]
		if fold(other.Label) != fold(unit.Label) {
			seg.Op, seg.Class = Insert, "num"
			if s == corpus.Old {
				seg.Op = Delete
			}
			if s == corpus.New && other.Label != "" {
				out = append(out, Seg{Op: Delete, Class: "num", Text: other.Label, Hidden: true})
			}
		}
	}
	if seg.Text != "" {
		out = append(out, seg)
	}
	return out
}

func fold(label string) string {
	return strings.Join(strings.Fields(ref.Path{{Kind: ref.Label, Text: label}}.Key()), "")
}

// paint puts one mark over all visible text.
func paint(segs []Seg, op Op, class string) []Seg {
	segs = slices.Clone(segs)
	for i := range segs {
		if segs[i].Op == Keep || segs[i].Op == Official {
			segs[i].Op, segs[i].Class = op, class
		}
	}
	return segs
}

// effects are the effects of a row in Japanese, the telling ones first. Effects of the same words share a line.
func (b *builder) effects(ch *diff.Change) []Effect {
	var out []Effect
	and := b.say("・")
	sorted := slices.Clone(ch.Effects)
	slices.SortStableFunc(sorted, func(x, y diff.Effect) int { return words.EffectOrder(x.Kind, y.Kind) })
	for _, e := range sorted {
		name, isEditorial := effect(e.Kind)
		name = b.say(name)
		f := Effect{Name: name, Class: "sub"}
		if isEditorial {
			f.Class = "wrd"
		}
		f.Old, f.New, f.About = PairWords(e)
		same := slices.IndexFunc(out, func(g Effect) bool { return g.Old == f.Old && g.New == f.New && g.About == f.About })
		switch {
		case same < 0:
			out = append(out, f)
		case !strings.Contains(and+out[same].Name+and, and+name+and) && f.Old+f.New+f.About != "":
			out[same].Name += and + name
		case f.Old+f.New+f.About == "" && !slices.Contains(out, f):
			out = append(out, f)
		}
	}
	return out
}

func short(s string) bool { return len([]rune(s)) <= 20 }
