package web

// What stands around the table: contents, filters, the changes to read first, terms, definitions, findings.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/outline"
	"shinkyu/render/words"
	"shinkyu/templates/locale"
)

const highlights = 8 // more would be a second table

func (b *builder) fill(v *Comparison) {
	counts := map[string]int{}
	v.Unit = "か条"
	for _, t := range v.Tables {
		for _, body := range t.Bodies {
			switch {
			case body.Chapter != nil:
				v.Contents = append(v.Contents, Entry{Href: "#" + body.Chapter.ID, Num: body.Chapter.Text, Chapter: true, Signs: body.Chapter.Badges})
				v.Places += len(body.Chapter.Rows)
			case body.Fold != nil:
				v.Contents = append(v.Contents, Entry{Href: "#" + body.Fold.ID, Num: body.Fold.Label, Head: b.say(strings.Trim(body.Fold.Word, "（）")), Fold: true})
			case body.Card != nil:
				b.count(v, body.Card, counts)
			}
		}
	}
	for _, k := range words.AllEffects() {
		if n := counts["e-"+string(k)]; n > 0 {
			v.Effects = append(v.Effects, Filter{string(k), b.say(words.Effect(k)), n})
		}
	}
	for _, k := range kinds {
		if counts[k.Key] > 0 {
			v.Filters = append(v.Filters, Filter{k.Key, b.say(k.Name), counts[k.Key]})
		}
	}
	v.countParts()
	v.Counted = Counted(b.opt.Language, v.Clauses, v.Unit)
	v.Highlights = b.highlights()
	v.Terms = b.terms()
	v.Defs = b.definitions()
	v.Findings = b.findings()
	for _, u := range b.r.Comparison.Unplaced {
		v.Unplaced = append(v.Unplaced, Unplaced{u.Page, u.Text, b.say(reasonName(u.Reason))})
	}
	for _, t := range b.r.Comparison.Tables {
		if v.Legend == "" {
			v.Legend = t.Legend
		}
	}
	for s := range b.r.Units {
		for _, u := range b.r.Units[s] {
			v.Marked = v.Marked || len(u.Text.Marks) > 0
		}
	}
}

// countParts counts the changed 附則 and 別表 where nothing else changed: beside articles they are no 条.
func (v *Comparison) countParts() {
	if v.Clauses > 0 {
		return
	}
	for _, e := range v.Contents {
		if e.Part && e.Kinds != "" {
			v.Clauses++
			v.Unit = "項目"
		}
	}
}

func (b *builder) count(v *Comparison, c *Card, counts map[string]int) {
	e := Entry{Href: "#" + c.ID, Num: c.Num, Head: strings.Trim(c.Head, "（）()"), Kinds: c.Kinds, Effects: c.Effects, Part: c.Part, Signs: c.Badges}
	v.Contents = append(v.Contents, e)
	if c.Kinds != "" && !c.Part {
		v.Clauses++
		if !c.Article {
			v.Unit = "項目"
		}
	}
	for _, k := range strings.Fields(c.Kinds) {
		counts[k]++
	}
	for _, k := range strings.Fields(c.Effects) {
		counts["e-"+k]++
	}
	for _, r := range c.Rows {
		if r.Class != "k-same" && r.Class != "k-omit" {
			v.Places++
		}
	}
}

// highlights picks effects that change rights and duties, then new and deleted cards, in the order of the document.
func (b *builder) highlights() []Highlight {
	var out []Highlight
	seen := map[Highlight]bool{}
	for i := range b.r.Changes {
		ch := &b.r.Changes[i]
		h := Highlight{Href: "#" + b.anchorOf(ch), Address: Address(b.r, ch)}
		switch {
		case h.Href == "#":
			continue
		case (ch.Form == diff.Added || ch.Form == diff.Removed) && b.opensCard(ch):
			h.Name = b.say(act(ch.Form))
			h.About = b.cardTitle(ch)
		case ch.Form == diff.Edited || ch.Form == diff.Rewritten:
			e, ok := telling(ch)
			if !ok {
				continue
			}
			h.Name, _ = effect(e.Kind)
			h.Name = b.say(h.Name)
			h.Old, h.New, h.About = PairWords(e)
		default:
			continue
		}
		if !seen[h] {
			seen[h] = true
			out = append(out, h)
		}
	}
	if len(out) > highlights {
		out = out[:highlights]
	}
	return out
}

// PairWords are the words of an effect as a list shows them: no comma in front, nothing too long, and one word alone where
// nothing took the place of something else.
func PairWords(e diff.Effect) (old, now, about string) {
	old, now = strings.TrimLeft(e.Old, "、，"), strings.TrimLeft(e.New, "、，")
	switch {
	case !short(old) || !short(now):
		return "", "", ""
	case old == now:
		return "", "", now
	case strings.HasPrefix(string(e.Kind), "definition-") && (old == "" || now == ""):
		return "", "", old + now
	}
	return old, now, ""
}

func (b *builder) opensCard(ch *diff.Change) bool {
	k, _ := b.keyOf(ch)
	us := b.r.Clauses(ch, k.side)
	return len(us) > 0 && us[0] == k.unit
}

func (b *builder) cardTitle(ch *diff.Change) string {
	k, _ := b.keyOf(ch)
	num, head := b.title(k.side, k.unit)
	if head != "" {
		return strings.Trim(head, "（）()")
	}
	return num
}

// telling is the effect of a change that matters most, if any matters and can be shown in few words.
func telling(ch *diff.Change) (diff.Effect, bool) {
	es := slices.Clone(ch.Effects)
	slices.SortStableFunc(es, func(x, y diff.Effect) int { return words.EffectOrder(x.Kind, y.Kind) })
	for _, e := range es {
		if !slices.Contains(editorial, e.Kind) && short(e.Old) && short(e.New) && e.Old+e.New != "" {
			return e, true
		}
	}
	return diff.Effect{}, false
}

// Address is how a change is cited: the new place, or the old one with 旧.
func Address(r *diff.Result, ch *diff.Change) string {
	if n := r.Clauses(ch, corpus.New); len(n) > 0 {
		return address(r.Units[corpus.New][n[0]], ch.Form)
	}
	if o := r.Clauses(ch, corpus.Old); len(o) > 0 {
		return "旧" + address(r.Units[corpus.Old][o[0]], ch.Form)
	}
	return ""
}

// address names a whole article where it came or went, and the first 項 where only that changed.
func address(c *corpus.Clause, f diff.Form) string {
	if f == diff.Added || f == diff.Removed {
		return Cited(c.Path)
	}
	return c.Path.Cite()
}

// terms lists each word that an old term became on a line of its own, with its places.
func (b *builder) terms() []Term {
	var out []Term
	for i := range b.r.Replacements {
		x := &b.r.Replacements[i]
		for k := range x.New {
			v := &x.New[k]
			t := Term{Old: v.Old, New: v.New, Context: outline.Context(x, v), Undefined: v.Undefined, Count: len(v.Places), Left: len(x.Left)}
			if k > 0 {
				t.Left = 0 // said once
			}
			for _, p := range v.Places {
				if p.Change < 0 || p.Change >= len(b.r.Changes) {
					continue
				}
				ch := &b.r.Changes[p.Change]
				if at := (Link{"#" + b.anchorOf(ch), Address(b.r, ch)}); !slices.Contains(t.Places, at) {
					t.Places = append(t.Places, at)
				}
			}
			out = append(out, t)
		}
	}
	return out
}

func (b *builder) definitions() []Definition {
	var out []Definition
	for _, d := range b.r.Definitions {
		if d.Event == "kept" {
			continue
		}
		v := Definition{Term: d.Term, Event: b.say(definitionName(d.Event)), Key: d.Event}
		if p := b.place(d.Side, d.Unit); p != nil {
			v.Place = *p
		}
		out = append(out, v)
	}
	return out
}

func (b *builder) findings() []Finding {
	var out []Finding
	for i := range b.r.Findings {
		f := &b.r.Findings[i]
		v := b.finding(f)
		if f.Side != "" {
			v.Place = b.place(sideOf(f), f.Unit)
		}
		out = append(out, v)
	}
	return out
}

// Counted is a number of clauses by what they are called: 12か条.
func Counted(l locale.Language, n int, unit string) string { return l.Say("%d"+unit, n) }

// message is a remark in the reader's language.
func (b *builder) message(f *corpus.Diag) string {
	if b.opt.Language == locale.English {
		return or(f.English, f.Message)
	}
	return or(f.Message, f.English)
}

// hint is what to do about a remark.
func (b *builder) hint(f *corpus.Diag) string {
	if b.opt.Language == locale.English {
		return or(f.HintEN, f.Hint)
	}
	return or(f.Hint, f.HintEN)
}

// finding is a remark without its place.
func (b *builder) finding(f *corpus.Diag) Finding {
	v := Finding{Severity: string(f.Severity), Name: b.say(words.Severity(f.Severity)), Rule: f.Rule, Message: b.message(f), Hint: b.hint(f)}
	if side := sideOf(f); f.Side != "" && f.Span != nil && f.Unit >= 0 && f.Unit < len(b.r.Units[side]) {
		v.Quote = b.r.Units[side][f.Unit].Text.Slice(f.Span.Start, f.Span.End).S
	}
	return v
}

func sideOf(f *corpus.Diag) corpus.Side {
	if f.Side == corpus.Old.String() {
		return corpus.Old
	}
	return corpus.New
}

// place links to a unit.
func (b *builder) place(s corpus.Side, unit int) *Link {
	if unit < 0 || unit >= len(b.r.Units[s]) || b.anchors[s][unit] == "" {
		return nil
	}
	text := b.r.Units[s][unit].Path.Cite()
	if s == corpus.Old {
		text = "旧" + text
	}
	return &Link{"#" + b.anchors[s][unit], text}
}
