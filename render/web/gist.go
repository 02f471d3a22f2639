package web

// The life of a clause needs two things of each revision: one line that says what happened, and the words.

import (
	"maps"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/words"
	"shinkyu/templates/locale"
)

// Step is what one revision did to a clause and to everything under it.
type Step struct {
	Badges []Badge
	Gist   string // 数量・期限：速やかに → 二十四時間以内
	Rows   []Row  // the changed rows, with anchors of the comparison page
	Anchor string // where the comparison page shows the clause, "" if it does not
	Known  bool   // the revision shows the clause at all
}

// Reader reads many steps from one result without laying it out again.
type Reader struct {
	b     *builder
	below [2]map[string][]int // folded address → changes of the units there and under it
}

// NewReader lays a result out once.
func NewReader(r *diff.Result, l locale.Language) *Reader {
	b := newBuilder(r, Options{Language: l})
	b.name(b.sort())
	rd := &Reader{b: b}
	for s := range rd.below {
		rd.below[s] = map[string][]int{}
		for u, c := range r.Units[s] {
			change, last := b.at[s][u], ""
			for n := 1; n <= len(c.Path) && change >= 0; n++ {
				k := Key(c.Path[:n])
				if k != last && !slices.Contains(rd.below[s][k], change) {
					rd.below[s][k] = append(rd.below[s][k], change)
				}
				last = k
			}
		}
	}
	return rd
}

// Finds are the remarks that stand at a unit.
func (rd *Reader) Finds(side corpus.Side, unit int) []Finding { return rd.b.finds[side][unit] }

// Findings are all remarks, in reading order. where is the page's link to a unit, nil for none.
func (rd *Reader) Findings(where func(side corpus.Side, unit int) *Link) []Finding {
	var out []Finding
	for i := range rd.b.r.Findings {
		f := &rd.b.r.Findings[i]
		v := rd.b.finding(f)
		if f.Side != "" && f.Unit >= 0 {
			v.Place = where(sideOf(f), f.Unit)
		}
		out = append(out, v)
	}
	return out
}

// Step tells what the revision did to a clause and to the clauses under it. The clause is the change-th change (-1 where the
// revision shows only what is under it) and stood at the folded address was before and now after ("" for neither).
func (rd *Reader) Step(change int, now, was string) Step {
	b := rd.b
	in := map[int]bool{}
	if change >= 0 && change < len(b.r.Changes) {
		for _, i := range b.under(change) {
			in[i] = true
		}
	} else {
		change = -1
	}
	for s, k := range [2]string{now, was} {
		for _, i := range rd.below[s][k] {
			in[i] = true
		}
	}
	all := slices.Sorted(maps.Keys(in))
	if len(all) == 0 {
		return Step{}
	}
	out := Step{Known: true}
	seen := map[string]bool{}
	var touched []int
	for _, i := range all {
		ch := &b.r.Changes[i]
		if !changed(ch) {
			continue
		}
		touched = append(touched, i)
		for _, k := range Kinds(ch) {
			seen[k] = true
		}
		row := b.row(draftRow{change: i})
		row.Old.Link = nil
		out.Rows = append(out.Rows, row)
	}
	for _, k := range kinds {
		if seen[k.Key] {
			out.Badges = append(out.Badges, b.kind(k))
		}
	}
	if change >= 0 {
		out.Anchor = b.anchorOf(&b.r.Changes[change])
	} else {
		out.Anchor = b.cardAnchor(&b.r.Changes[all[0]])
	}
	out.Gist = b.gist(change, touched)
	return out
}

// cardAnchor is the place of the card in which a change is read.
func (b *builder) cardAnchor(ch *diff.Change) string {
	if k, _ := b.keyOf(ch); k.unit >= 0 && b.anchors[k.side][k.unit] != "" {
		return b.anchors[k.side][k.unit]
	}
	return b.anchorOf(ch)
}

// Anchor is the place of a unit on the comparison page.
func (rd *Reader) Anchor(s corpus.Side, unit int) string { return rd.b.anchors[s][unit] }

// Part says how a unit stands in its rule.
type Part string

// The parts of a rule as a full text shows them.
const (
	PartChapter Part = "chapter" // a heading over other headings or articles
	PartHead    Part = "head"    // an article, or a heading over paragraphs
	PartCaption Part = "caption" // the caption of an article
	PartInner   Part = "inner"   // stands under a head
)

// Part tells the part of a unit.
func (rd *Reader) Part(s corpus.Side, unit int) Part {
	return [...]Part{inner: PartInner, head: PartHead, chapter: PartChapter, caption: PartCaption}[rd.b.groups[s].role[unit]]
}

// Para is the plain text of a unit.
func (rd *Reader) Para(s corpus.Side, unit int) Para { return rd.b.para(s, unit, Keep, "") }

// Title is the number of a unit that opens a card, and its words or caption.
func (rd *Reader) Title(s corpus.Side, unit int) (num, head string) { return rd.b.title(s, unit) }

// under lists a change and those of all clauses below its units, in reading order. A caption goes with its article.
func (b *builder) under(change int) []int {
	if b.below == nil {
		b.below = new([2][][]int)
		for s, parents := range b.r.Parents {
			b.below[s] = make([][]int, len(parents))
			for u, p := range parents {
				if p >= 0 {
					b.below[s][p] = append(b.below[s][p], u)
				}
			}
		}
	}
	in := map[int]bool{change: true}
	for _, s := range []corpus.Side{corpus.New, corpus.Old} {
		for _, u := range b.r.Changes[change].Units(s) {
			if c, ok := b.groups[s].cap[u]; ok && b.at[s][c] >= 0 {
				in[b.at[s][c]] = true
			}
			b.descend(s, u, in)
		}
	}
	return slices.Sorted(maps.Keys(in))
}

func (b *builder) descend(s corpus.Side, unit int, in map[int]bool) {
	for _, u := range b.below[s][unit] {
		if b.at[s][u] >= 0 {
			in[b.at[s][u]] = true
		}
		b.descend(s, u, in)
	}
}

// gist says in one line what happened, from the most telling effect down to the bare form.
func (b *builder) gist(change int, touched []int) string {
	var parts []string
	if change >= 0 {
		ch := &b.r.Changes[change]
		switch ch.Form {
		case diff.Added:
			return b.say("新設")
		case diff.Removed:
			return b.say("削除")
		}
		if o, n := b.r.Clauses(ch, corpus.Old), b.r.Clauses(ch, corpus.New); len(o) > 0 && len(n) > 0 {
			was, now := Cited(b.r.Units[corpus.Old][o[0]].Path), Cited(b.r.Units[corpus.New][n[0]].Path)
			if was != now {
				parts = append(parts, b.say("%sから%sに移る", was, now))
			}
		}
	}
	told := map[int]bool{}
	for _, i := range touched {
		e, ok := telling(&b.r.Changes[i])
		if !ok || len(parts) >= 3 {
			continue
		}
		name, _ := effect(e.Kind)
		told[i] = true
		old, now, about := PairWords(e)
		if part := b.say(name) + b.wordChange(old, now, about); !slices.Contains(parts, part) { // the same in several paragraphs is said once
			parts = append(parts, part)
		}
	}
	for _, weight := range []bool{true, false} { // what came, went or was rewritten before what was only renumbered
		for _, i := range touched {
			ch := &b.r.Changes[i]
			if len(parts) >= 3 || (ch.Form != diff.Same && ch.Form != diff.Omitted) != weight || told[i] {
				continue
			}
			name := b.say(act(ch.Form))
			if !weight {
				if len(parts) > 0 || len(ch.Structure) == 0 {
					continue
				}
				name = b.say(words.Structure(ch.Structure[0]))
			}
			if i != change {
				name = b.say("%sの%s", Address(b.r, ch), name)
			}
			parts = append(parts, name)
		}
	}
	if len(parts) == 0 {
		return b.say("改正なし")
	}
	return strings.Join(parts, b.say("、"))
}

func (b *builder) wordChange(old, now, about string) string {
	switch {
	case about != "":
		return b.say("（「%s」）", about)
	case old != "" && now != "":
		return b.say("（「%s」→「%s」）", old, now)
	case now != "":
		return b.say("（「%s」を加える）", now)
	case old != "":
		return b.say("（「%s」を削る）", old)
	}
	return ""
}
