package web

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/words"
)

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
			c.Badges = append(c.Badges, b.kind(kindOf(k)))
		}
		r := b.row(row)
		r.ID, r.Link = "", ""
		c.Rows = append(c.Rows, r)
	}
	return c
}

func (b *builder) card(d *draft) *Card {
	c := &Card{}
	side, at := d.key.side, d.key.unit
	var captionAt = -1
	if at < 0 {
		c.Num, c.Address = b.say("題名・前文"), b.say("題名・前文")
		c.ID = b.ids.take("preface")
	} else {
		u := b.r.Units[side][at]
		c.Address, c.Article = Cited(u.Path), article(u.Path) != ""
		c.Part = !c.Article && len(u.Path) > 0 && u.Path[0].Kind == ref.Part
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
	told := b.toldFor(d.rows)
	seen, meant := map[string]bool{}, map[diff.EffectKind]bool{}
	var found []string
	for i, row := range d.rows {
		ch := &b.r.Changes[row.change]
		ks := Kinds(ch)
		if row.pointer {
			ks = []string{"mov"}
		} else {
			for _, e := range ch.Effects {
				meant[e.Kind] = true
			}
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
		if told[i] {
			r.New.Note, r.Old.Note = "", ""
		}
		if r.ID == c.ID {
			r.ID, r.Link = "", ""
		}
		c.Rows = append(c.Rows, r)
	}
	for _, k := range kinds {
		if seen[k.Key] {
			c.Badges = append(c.Badges, Badge{k.Key, b.say(b.badgeName(k, d))})
		}
	}
	c.Figures = b.figures(d)
	c.Kinds = strings.Join(found, " ")
	for _, k := range words.AllEffects() {
		if meant[k] {
			c.Effects = strings.TrimSpace(c.Effects + " " + string(k))
		}
	}
	return c
}

// toldFor reports of which rows the table itself says that they came or went, by the （削る） or （新設） of a row of the same run: a caption and its
// article, an article and its items. A row of which a check misses the marker is none.
func (b *builder) toldFor(rows []draftRow) []bool {
	out := make([]bool, len(rows))
	marked := func(i int) (form diff.Form, printed bool) {
		if rows[i].pointer {
			return "", false
		}
		switch c := &b.r.Changes[rows[i].change]; c.Form {
		case diff.Removed:
			return c.Form, len(c.New) > 0
		case diff.Added:
			return c.Form, len(c.Old) > 0
		}
		return "", false
	}
	for i := 0; i < len(rows); {
		form, printed := marked(i)
		n := i + 1
		for n < len(rows) {
			f, p := marked(n)
			if f != form {
				break
			}
			printed, n = printed || p, n+1
		}
		for ; i < n; i++ {
			out[i] = form != "" && printed && !b.missesMarker(&b.r.Changes[rows[i].change])
		}
	}
	return out
}

// missesMarker reports whether a check found that the table does not say that a clause came or went.
func (b *builder) missesMarker(c *diff.Change) bool {
	return slices.ContainsFunc(b.r.Findings, func(f corpus.Diag) bool {
		return (f.Rule == "removed-marker-missing" || f.Rule == "added-marker-missing") && slices.Contains(c.Units(sideOf(&f)), f.Unit)
	})
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
	o := b.r.Clauses(&b.r.Changes[i], corpus.Old)
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
	o := b.r.Clauses(&b.r.Changes[i], corpus.Old)
	if len(o) == 0 {
		return k.Name
	}
	return words.Shift(b.r.Units[corpus.Old][o[0]].Label, b.r.Units[corpus.New][d.key.unit].Label)
}
