package web

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/words"
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
			out[i].New, out[i].Old = or(out[i].New, tables[i].Headers[corpus.New]), or(out[i].Old, tables[i].Headers[corpus.Old])
			if len(tables) > 1 {
				out[i].Title = or(tables[i].Title, "表"+numeral(i+1))
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
		if d.role == chapter {
			t.Bodies = append(t.Bodies, Body{Chapter: b.chapter(d)})
		} else {
			t.Bodies = append(t.Bodies, Body{Card: b.card(d)})
		}
	}
	flush()
	return slices.DeleteFunc(out, func(t Table) bool { return len(t.Bodies) == 0 && len(out) > 1 })
}

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
				d.point(i, real(b.r, ch, corpus.Old)[0], b.r)
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
	n, o := real(b.r, ch, corpus.New), real(b.r, ch, corpus.Old)
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
			n, o := real(b.r, ch, corpus.New), real(b.r, ch, corpus.Old)
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

func (b *builder) chapter(d *draft) *Chapter {
	u := b.r.Units[d.key.side][d.key.unit]
	c := &Chapter{ID: b.anchors[d.key.side][d.key.unit], Text: strings.TrimSpace(u.Text.S)}
	for _, row := range d.rows {
		ch := &b.r.Changes[row.change]
		if row.pointer || !changed(ch) {
			continue
		}
		for _, k := range Kinds(ch) {
			c.Kind = strings.TrimSpace(c.Kind + " " + k)
			c.Badges = append(c.Badges, kindOf(k))
		}
		r := b.row(row)
		r.ID = ""
		c.Rows = append(c.Rows, r)
	}
	return c
}

func (b *builder) card(d *draft) *Card {
	c := &Card{}
	side, at := d.key.side, d.key.unit
	var captionAt = -1
	if at < 0 {
		c.Num, c.Address = "題名・前文", "題名・前文"
		c.ID = b.ids.take("preface")
	} else {
		u := b.r.Units[side][at]
		c.Address, c.Article = Cited(u.Path), article(u.Path) != "" || len(u.Path) > 0 && u.Path[0].Kind == ref.Part
		c.ID = or(b.anchors[side][at], b.ids.take(Anchor(u.Path)))
		c.Num, c.Head = b.title(side, at)
		if u.Kind == corpus.KindHeading && c.Head != "" {
			c.Address = c.Num + " " + c.Head
		}
		if side == corpus.Old {
			c.Num, c.Address = "旧"+c.Num, "旧"+c.Address
		}
		if i, ok := b.groups[side].cap[at]; ok {
			captionAt = i
		}
		c.Was = b.was(side, at)
		if b.opt.Clause != nil {
			c.Clause = b.opt.Clause(side, at)
		}
	}
	seen := map[string]bool{}
	var found []string
	for _, row := range d.rows {
		ch := &b.r.Changes[row.change]
		ks := Kinds(ch)
		if row.pointer {
			ks = []string{"mov"}
		}
		for _, k := range ks {
			if !seen[k] {
				seen[k] = true
				found = append(found, k)
			}
		}
		if !row.pointer && !changed(ch) && b.shownInHead(ch, side, at, captionAt) {
			continue
		}
		r := b.row(row)
		if r.ID == c.ID {
			r.ID = ""
		}
		c.Rows = append(c.Rows, r)
	}
	for _, k := range kinds {
		if seen[k.Key] {
			c.Badges = append(c.Badges, Badge{k.Key, b.badgeName(k, d)})
		}
	}
	c.Kinds = strings.Join(found, " ")
	return c
}

// shownInHead reports whether an unchanged heading or caption is already read in the head of the card.
func (b *builder) shownInHead(ch *diff.Change, side corpus.Side, head, captionAt int) bool {
	us := ch.Units(side)
	if len(us) != 1 {
		return false
	}
	u := us[0]
	return u == captionAt || u == head && b.r.Units[side][u].Kind == corpus.KindHeading
}

// title splits the head of a card into its number and its words.
func (b *builder) title(side corpus.Side, at int) (num, head string) {
	u := b.r.Units[side][at]
	if u.Kind == corpus.KindHeading {
		if u.Label == "" {
			return strings.TrimSpace(u.Text.S), ""
		}
		return u.Label, strings.TrimSpace(u.Words())
	}
	if i, ok := b.groups[side].cap[at]; ok {
		head = strings.TrimSpace(b.r.Units[side][i].Text.S)
	}
	return or(u.Label, Cited(u.Path)), head
}

// was is the old number of a card whose number changed.
func (b *builder) was(side corpus.Side, at int) string {
	i := b.at[side][at]
	if side == corpus.Old || i < 0 {
		return ""
	}
	o := real(b.r, &b.r.Changes[i], corpus.Old)
	if len(o) == 0 {
		return ""
	}
	was, now := Cited(b.r.Units[corpus.Old][o[0]].Path), Cited(b.r.Units[corpus.New][at].Path)
	if was == now {
		return ""
	}
	return was
}

// badgeName says 繰上げ or 繰下げ where the card's own number tells which.
func (b *builder) badgeName(k Badge, d *draft) string {
	if k.Key != "num" || d.key.unit < 0 || d.key.side == corpus.Old {
		return k.Name
	}
	i := b.at[corpus.New][d.key.unit]
	if i < 0 || !slices.Contains(b.r.Changes[i].Structure, diff.Renumbered) {
		return k.Name
	}
	o := real(b.r, &b.r.Changes[i], corpus.Old)
	if len(o) == 0 {
		return k.Name
	}
	return words.Shift(b.r.Units[corpus.Old][o[0]].Label, b.r.Units[corpus.New][d.key.unit].Label)
}
