package web

// Which change is read where: bodies in order of first appearance, pointers at the old places of moved clauses, and an anchor for
// every unit.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// sort gathers the changes into bodies, in order of first appearance, and adds the pointers of moved clauses.
func (b *builder) sort() []*draft {
	var drafts []*draft
	at := map[key]*draft{}
	for i := range b.r.Changes {
		ch := &b.r.Changes[i]
		k, ro := b.keyOf(ch)
		d := at[k]
		if d == nil {
			d = &draft{key: k, table: b.tableOf(ch)}
			if ro == chapter {
				d.role = chapter
			}
			at[k] = d
			drafts = append(drafts, d)
		}
		d.rows = append(d.rows, draftRow{change: i})
	}
	for i := range b.r.Changes {
		ch := &b.r.Changes[i]
		if from := b.leftFrom(ch); from != nil {
			if d := at[*from]; d != nil {
				d.point(i, b.r.Clauses(ch, corpus.Old)[0], b.r)
			}
		}
	}
	return drafts
}

// leftFrom is the card that a moved clause left, nil if it stayed in its card or moved with it.
func (b *builder) leftFrom(ch *diff.Change) *key {
	if !slices.Contains(ch.Structure, diff.Moved) && !slices.Contains(ch.Structure, diff.Releveled) {
		return nil
	}
	n, o := b.r.Clauses(ch, corpus.New), b.r.Clauses(ch, corpus.Old)
	if len(n) == 0 || len(o) == 0 {
		return nil
	}
	here, _ := b.newKey(n[0])
	there := b.oldKey(o[0])
	if here == there || b.groups[corpus.Old].role[o[0]] == chapter {
		return nil
	}
	return &there
}

// point puts a pointer behind the last row of the card whose old clause stood before unit.
func (d *draft) point(change, unit int, r *diff.Result) {
	i := len(d.rows)
	for j, row := range d.rows {
		if old := r.Changes[row.change].Old; len(old) > 0 && old[0] > unit {
			i = j
			break
		}
	}
	d.rows = slices.Insert(d.rows, i, draftRow{change: change, pointer: true})
}

// lend gives an unchanged caption, which has no row of its own, the anchor of its article.
func (b *builder) lend() {
	for i := range b.r.Changes {
		ch := &b.r.Changes[i]
		if !b.borrowed(ch) {
			continue
		}
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, u := range ch.Units(s) {
				b.anchors[s][u] = b.anchors[s][b.groups[s].card[u]]
			}
		}
	}
}

func (b *builder) tableOf(ch *diff.Change) int {
	t := 0
	if len(ch.New) > 0 {
		t = b.r.Units[corpus.New][ch.New[0]].Origin.Table
	} else if len(ch.Old) > 0 {
		t = b.r.Units[corpus.Old][ch.Old[0]].Origin.Table
	}
	return min(max(t, 0), max(0, len(b.r.Comparison.Tables)-1))
}

// name gives every unit the anchor of the row or head where it is read.
func (b *builder) name(drafts []*draft) {
	for _, d := range drafts {
		for _, row := range d.rows {
			ch := &b.r.Changes[row.change]
			if row.pointer || b.borrowed(ch) {
				continue
			}
			n, o := b.r.Clauses(ch, corpus.New), b.r.Clauses(ch, corpus.Old)
			var id string
			switch {
			case len(n) > 0:
				id = b.ids.take(Anchor(b.r.Units[corpus.New][n[0]].Path))
			case len(o) > 0:
				id = b.ids.take("old-" + Anchor(b.r.Units[corpus.Old][o[0]].Path))
			default:
				continue
			}
			for _, s := range []corpus.Side{corpus.New, corpus.Old} {
				for _, u := range ch.Units(s) {
					b.anchors[s][u] = id
				}
			}
		}
	}
	b.lend()
}
