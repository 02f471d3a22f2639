package shinkyu_test

// Invented amendments: a rule of the sample corpus as a tree, and edits to it as drafters make them. Every clause of the new
// rule knows which clause of the old one it is, so that a table can be written that says exactly this.

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// draft is a clause of a rule that is being amended.
type draft struct {
	label, caption, words string
	heading               bool // 章, 見出し行: stands alone, its clauses below it
	kids                  []*draft
	old                   *draft // what it was; nil if it is new
	moved                 bool
	void                  bool
}

// draftsOf turns a text into drafts. Captions go to their articles.
func draftsOf(clauses []*corpus.Clause) []*draft {
	var out []*draft
	caption := ""
	for _, c := range clauses {
		if n := len(c.Path); n > 0 && c.Path[n-1].Kind == ref.Caption {
			caption = c.Text.S
			continue
		}
		if c.Kind == corpus.KindFigure {
			continue // docs/TRICKY-CASES.md: captions of figures in struck sections
		}
		d := &draft{label: c.Label, caption: caption, words: c.Words(), heading: c.Kind == corpus.KindHeading, kids: draftsOf(c.Children)}
		if c.Label == "" {
			d.words = c.Text.S
		}
		caption = ""
		out = append(out, d)
	}
	return out
}

// renew copies drafts; each copy knows its original.
func renew(in []*draft) []*draft {
	var out []*draft
	for _, d := range in {
		c := *d
		c.old, c.kids = d, renew(d.kids)
		out = append(out, &c)
	}
	return out
}

// series is what a label counts in.
type series int

const (
	none series = iota
	articles
	figures  // ２
	kanji    // 一
	brackets // (1)
	circles  // ①
	katakana // ア
	iroha    // イ ロ ハ
)

const (
	katakanaOrder = "アイウエオカキクケコサシスセソ"
	irohaOrder    = "イロハニホヘトチリヌルヲ"
	circleOrder   = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
)

func (d *draft) series(siblings []*draft) series {
	l := d.label
	switch {
	case l == "" || d.heading && !strings.HasPrefix(l, "(") && !strings.ContainsAny(l[:1], "0123456789"):
		return none
	case strings.HasPrefix(l, "第") && strings.Contains(l, "条"):
		return articles
	case strings.HasPrefix(l, "("):
		return brackets
	case strings.Contains(circleOrder, l):
		return circles
	case strings.Contains(katakanaOrder, l):
		for _, s := range siblings {
			if s.label == "ロ" {
				return iroha
			}
		}
		return katakana
	}
	if n, ok := ref.ParseNumeral(l); ok && n > 0 {
		if r := []rune(l)[0]; r >= '0' && r <= '9' || r >= '０' && r <= '９' {
			return figures
		}
		return kanji
	}
	return none
}

// numbered writes the n-th label of a series, branch behind it, as like is printed.
func (s series) numbered(n int, branch []int, like string) string {
	switch s {
	case articles:
		b := ""
		for _, k := range branch {
			b += "の" + ref.Kanji(k)
		}
		return "第" + ref.Kanji(n) + "条" + b
	case figures:
		if strings.ContainsAny(like, "0123456789") {
			return fmt.Sprint(n)
		}
		return strings.Map(func(r rune) rune { return r + '０' - '0' }, fmt.Sprint(n))
	case kanji:
		return ref.Kanji(n)
	case brackets:
		return fmt.Sprintf("(%d)", n)
	case circles:
		return string([]rune(circleOrder)[n-1])
	case katakana:
		return string([]rune(katakanaOrder)[n-1])
	case iroha:
		return string([]rune(irohaOrder)[n-1])
	}
	return like
}

func (s series) longest() int {
	switch s {
	case circles, katakana:
		return 15
	case iroha:
		return 12
	}
	return 99
}

// amender edits one rule.
type amender struct {
	*rand.Rand
	roots []*draft
	count int
	keep  bool // articles keep their numbers: what goes becomes 削除, what comes gets a branch number
	edits []string
}

var (
	agents = []string{"館長", "管理者", "委員会", "担当課", "申請者", "保管責任者"}
	things = []string{"台帳", "備品", "記録簿", "閲覧室", "届出書", "標識", "鍵", "計画"}
	acts   = []string{"を点検しなければならない", "を備え置くものとする", "を年一回更新する", "を閲覧に供することができる", "の写しを送付する", "を廃棄してはならない"}
)

// sentence invents words that stand nowhere else in the rule.
func (a *amender) sentence() string {
	a.count++
	return fmt.Sprintf("%sは、%s%sに係る%s%s。", agents[a.IntN(len(agents))], "別に定める第", ref.Kanji(100+a.count)+"号", things[a.IntN(len(things))], acts[a.IntN(len(acts))])
}

// place is a clause with the list it stands in.
type place struct {
	list  *[]*draft
	index int
	above *draft
}

func (p place) draft() *draft { return (*p.list)[p.index] }

// places lists all clauses that satisfy want.
func (a *amender) places(want func(*draft, place) bool) []place {
	var out []place
	var walk func(list *[]*draft, above *draft)
	walk = func(list *[]*draft, above *draft) {
		for i, d := range *list {
			p := place{list, i, above}
			if want(d, p) {
				out = append(out, p)
			}
			walk(&d.kids, d)
		}
	}
	walk(&a.roots, nil)
	return out
}

// pick chooses one of the places, ok is false if there is none.
func (a *amender) pick(want func(*draft, place) bool) (place, bool) {
	all := a.places(want)
	if len(all) == 0 {
		return place{}, false
	}
	return all[a.IntN(len(all))], true
}

func countable(d *draft, p place) bool { return !d.void && d.series(*p.list) != none }

// free reports whether a clause may be taken away or be followed by a new one.
func (a *amender) free(d *draft, p place) bool {
	return countable(d, p) && !(a.keep && d.series(*p.list) == articles)
}

func leaf(d *draft, p place) bool { return !d.void && !d.heading && len(d.kids) == 0 && d.words != "" }

// amend makes n edits and numbers what they moved.
func (a *amender) amend(n int) {
	kinds := []struct {
		name string
		do   func() bool
	}{{"reword", a.reword}, {"insert", a.insert}, {"delete", a.delete}, {"move", a.move}, {"split", a.split}, {"merge", a.merge}, {"shell", a.shell}, {"branch", a.branch}, {"caption", a.recaption}, {"unlabelled", a.unlabelled}}
	a.keep = a.IntN(3) == 0
	for range n {
		k := kinds[a.IntN(len(kinds))]
		if k.do() {
			a.edits = append(a.edits, k.name)
		}
	}
	a.renumber()
}

func (a *amender) reword() bool {
	p, ok := a.pick(func(d *draft, p place) bool { return !d.void && d.words != "" && p.above != nil })
	if !ok {
		return false
	}
	d := p.draft()
	runes := []rune(d.words)
	switch at := a.IntN(len(runes)); {
	case d.heading:
		d.words += "等"
	case a.IntN(2) == 0:
		d.words = strings.Replace(d.words, "、", "、別に定めるところにより、", 1)
	default:
		d.words = string(runes[:at]) + things[a.IntN(len(things))] + string(runes[at:])
	}
	return true
}

func (a *amender) insert() bool {
	p, ok := a.pick(a.free)
	if !ok || len(*p.list) >= p.draft().series(*p.list).longest() {
		return false
	}
	d := p.draft()
	s := d.series(*p.list)
	fresh := &draft{label: d.label, words: a.sentence(), heading: d.heading}
	switch {
	case d.heading:
		fresh.words = things[a.IntN(len(things))] + "の管理"
		fresh.kids = []*draft{{words: a.sentence()}}
	case s == articles:
		fresh.label = "第九十九条"
		if a.IntN(2) == 0 {
			fresh.caption = "（" + things[a.IntN(len(things))] + "の取扱い）"
		}
		for n := range a.IntN(3) {
			fresh.kids = append(fresh.kids, &draft{label: figures.numbered(n+2, nil, "２"), words: a.sentence()})
		}
	case s == kanji:
		fresh.words = fmt.Sprintf("%s第%d号に関する事項", things[a.IntN(len(things))], 100+a.count)
	}
	*p.list = slices.Insert(*p.list, p.index+1, fresh)
	return true
}

func (a *amender) delete() bool {
	p, ok := a.pick(func(d *draft, p place) bool {
		return countable(d, p) || d.label == "" && !d.heading && leaf(d, p) && p.above != nil
	})
	if !ok || len(*p.list) < 2 {
		return false
	}
	*p.list = slices.Delete(*p.list, p.index, p.index+1)
	return true
}

// move takes a clause to another place of its series.
func (a *amender) move() bool {
	p, ok := a.pick(func(d *draft, p place) bool { return a.free(d, p) && !d.heading })
	if !ok || len(*p.list) < 3 {
		return false
	}
	d := p.draft()
	s := d.series(*p.list)
	*p.list = slices.Delete(*p.list, p.index, p.index+1)
	q, ok := a.pick(func(e *draft, q place) bool {
		return countable(e, q) && e.series(*q.list) == s && (s == articles || q.list == p.list)
	})
	if !ok {
		return false
	}
	d.moved = true
	*q.list = slices.Insert(*q.list, q.index+1, d)
	return true
}

// split makes two clauses of one that has two sentences.
func (a *amender) split() bool {
	p, ok := a.pick(func(d *draft, p place) bool {
		s := d.series(*p.list)
		return leaf(d, p) && (s == figures || s == brackets || s == articles) && strings.Count(d.words, "。") > 1 && !strings.ContainsAny(d.words, "（「")
	})
	if !ok {
		return false
	}
	d := p.draft()
	first, rest, _ := strings.Cut(d.words, "。")
	d.words = first + "。"
	if d.series(*p.list) == articles {
		d.kids = append(d.kids, &draft{label: "２", words: rest})
		return true
	}
	*p.list = slices.Insert(*p.list, p.index+1, &draft{label: d.label, words: rest})
	return true
}

// merge joins a clause with the next of its series.
func (a *amender) merge() bool {
	p, ok := a.pick(func(d *draft, p place) bool {
		s := d.series(*p.list)
		if !leaf(d, p) || s != figures && s != brackets || p.index+1 >= len(*p.list) {
			return false
		}
		next := (*p.list)[p.index+1]
		return next.series(*p.list) == s && leaf(next, p)
	})
	if !ok {
		return false
	}
	d, next := p.draft(), (*p.list)[p.index+1]
	d.words += next.words
	*p.list = slices.Delete(*p.list, p.index+1, p.index+2)
	return true
}

// shell voids an article and keeps its number.
func (a *amender) shell() bool {
	p, ok := a.pick(func(d *draft, p place) bool {
		return a.keep && countable(d, p) && d.series(*p.list) == articles && d.old != nil
	})
	if !ok {
		return false
	}
	d := p.draft()
	d.void, d.words, d.caption, d.kids = true, "削除", "", nil
	return true
}

// branch inserts an article under a branch number, so that nothing behind it is renumbered.
func (a *amender) branch() bool {
	p, ok := a.pick(func(d *draft, p place) bool {
		return a.keep && d.series(*p.list) == articles && d.old != nil
	})
	if !ok {
		return false
	}
	*p.list = slices.Insert(*p.list, p.index+1, &draft{label: "枝", caption: "（" + things[a.IntN(len(things))] + "）", words: a.sentence()})
	return true
}

func (a *amender) recaption() bool {
	p, ok := a.pick(func(d *draft, p place) bool { return d.caption != "" && !d.void })
	if !ok {
		return false
	}
	p.draft().caption = "（" + things[a.IntN(len(things))] + "等）"
	return true
}

// unlabelled adds a paragraph beside others that have no label.
func (a *amender) unlabelled() bool {
	p, ok := a.pick(func(d *draft, p place) bool { return d.label == "" && leaf(d, p) && p.above != nil })
	if !ok {
		return false
	}
	*p.list = slices.Insert(*p.list, p.index+1, &draft{words: a.sentence()})
	return true
}

// renumber gives labels in order: articles through the whole rule, the others among their siblings. Branch numbers stay with
// their stem, and a rule that had none gets none unless one was inserted.
func (a *amender) renumber() {
	var all []*draft
	var walk func(list []*draft)
	walk = func(list []*draft) {
		next := map[series]int{}
		for _, d := range list {
			switch s := d.series(list); {
			case s == articles || d.label == "枝":
				all = append(all, d)
			case s != none:
				if next[s] == 0 {
					next[s] = 1
					if s == figures && !d.heading && d.label != "１" && d.label != "1" && d.old != nil && list[0].old != nil || s == figures && a.underArticle(list) {
						next[s] = 2
					}
				}
				d.label = s.numbered(next[s], nil, d.label)
				next[s]++
			}
			walk(d.kids)
		}
	}
	walk(a.roots)
	n, k := 0, 1
	for _, d := range all {
		if d.label == "枝" || strings.Contains(d.label, "条の") && n > 0 {
			k++
			d.label = articles.numbered(n, []int{k}, "")
			continue
		}
		n, k = n+1, 1
		d.label = articles.numbered(n, nil, "")
	}
}

// underArticle reports whether a list is that of an article's clauses, whose first 項 is the article's own words.
func (a *amender) underArticle(list []*draft) bool {
	found := a.places(func(d *draft, p place) bool {
		return (d.series(*p.list) == articles || d.label == "枝") && len(d.kids) > 0 && &d.kids[0] == &list[0]
	})
	return len(found) > 0
}

// lines writes drafts as plain text.
func lines(list []*draft, b *strings.Builder) {
	for _, d := range list {
		for _, l := range d.printed() {
			b.WriteString(l + "\n")
		}
		if d.heading {
			b.WriteString("\n")
		}
		lines(d.kids, b)
		if d.label == "" {
			b.WriteString("\n")
		}
	}
}

// printed is a clause as it is printed, its caption first.
func (d *draft) printed() []string {
	var out []string
	if d.caption != "" {
		out = append(out, d.caption)
	}
	switch {
	case d.label == "":
		return append(out, d.words)
	case d.words == "":
		return append(out, d.label)
	case strings.HasPrefix(d.label, "・"):
		return append(out, "・"+d.words)
	}
	return append(out, d.label+"　"+d.words)
}
