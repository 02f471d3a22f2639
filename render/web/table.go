package web

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// draft is a body while rows are still being put into it.
type draft struct {
	key   key
	role  role
	table int
	rows  []draftRow
}

// draftRow is a change in its place, or the pointer that a moved clause leaves behind.
type draftRow struct {
	change  int
	pointer bool
}

// tables lays all changes out. Every change goes to exactly one row; a moved clause leaves a second one where it was.
func (b *builder) tables() []Table {
	drafts := b.sort()
	b.name(drafts)
	tables := b.r.Comparison.Tables
	out := make([]Table, max(1, len(tables)))
	for i := range out {
		out[i].New, out[i].Old = b.opt.New.Word, b.opt.Old.Word
		if i < len(tables) {
			out[i].New, out[i].Old = or(out[i].New, b.say(tables[i].Headers[corpus.New])), or(out[i].Old, b.say(tables[i].Headers[corpus.Old]))
			if len(tables) > 1 {
				out[i].Title = or(tables[i].Title, b.say("表%d", i+1))
			}
		}
		n, o := b.heads()
		out[i].New, out[i].Old = or(out[i].New, n.Word), or(out[i].Old, o.Word)
	}
	var folded []*draft
	flush := func() {
		if len(folded) > 0 {
			t := &out[folded[0].table]
			t.Bodies = append(t.Bodies, Body{Fold: b.fold(folded)})
			folded = nil
		}
	}
	for _, d := range drafts {
		if d.role != chapter && b.unchanged(d) && !b.titled(d) {
			if len(folded) > 0 && folded[0].table != d.table {
				flush()
			}
			folded = append(folded, d)
			continue
		}
		flush()
		t := &out[d.table]
		if d.role == chapter || b.unchanged(d) { // of a title that stays there is nothing to set side by side: a line over the table says it
			t.Bodies = append(t.Bodies, Body{Chapter: b.chapter(d)})
		} else {
			t.Bodies = append(t.Bodies, Body{Card: b.card(d)})
		}
	}
	flush()
	return slices.DeleteFunc(out, func(t Table) bool { return len(t.Bodies) == 0 && len(out) > 1 })
}

// unchanged reports whether nothing in a body changed.
func (b *builder) unchanged(d *draft) bool {
	for _, row := range d.rows {
		if row.pointer || changed(&b.r.Changes[row.change]) {
			return false
		}
	}
	return true
}

// titled reports whether a body is the document's title or the like: a heading alone, which folding would hide.
func (b *builder) titled(d *draft) bool {
	if len(d.rows) != 1 || d.key.unit < 0 {
		return false
	}
	u := b.r.Units[d.key.side][d.key.unit]
	return u.Kind == corpus.KindHeading && len(u.Children) == 0
}

func changed(ch *diff.Change) bool {
	return ch.Form != diff.Same && ch.Form != diff.Omitted || len(ch.Structure) > 0
}
