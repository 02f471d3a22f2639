package diff

// Rules made at random and amended at random, with the exact truth of what became of every clause. Sentences are drawn from few words, so that
// clauses resemble each other as they do in real rules; a stock sentence occurs again and again. Numbers are given out when a
// tree is written, so whatever is inserted or deleted renumbers what follows.

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// made is one clause of a made rule: a chapter, an article (with its first 項), a further 項, or a 号.
type made struct {
	id      int
	was     []int // ids of the old clauses it comes from, itself if nothing happened; empty for a new one
	kind    ref.Kind
	say     []string // its sentences
	kids    []*made
	void    bool
	moved   bool // it was put elsewhere
	touched bool // its own words differ
	clause  *corpus.Clause
}

type maker struct {
	rng  *rand.Rand
	next int
}

func (g *maker) pick(list ...string) string { return list[g.rng.Intn(len(list))] }

func (g *maker) node(kind ref.Kind) *made {
	g.next++
	return &made{id: g.next, kind: kind}
}

func (g *maker) sentence() string {
	if g.rng.Intn(12) == 0 {
		return g.pick("前項の規定は、準用する。", "必要な事項は、別に定める。", "ただし、この限りでない。")
	}
	who := g.pick("館長", "利用者", "事業者", "部長", "審査会", "受託者", "登録機関", "監督員", "町長", "研究代表者")
	what := g.pick("申請書", "台帳", "報告書", "点検の記録", "契約書", "名簿", "図面", "許可証", "測定の結果", "見積書", "議事録", "改善の計画")
	about := g.pick("施設の維持", "安全の確保", "個人の情報", "備品の管理", "廃棄物の保管", "会議の公開", "研修の実施", "水質の検査", "設備の更新", "寄附の受入れ", "標本の貸出し")
	act := g.pick("提出", "作成", "公表", "保存", "送付", "確認", "変更", "廃棄", "交付", "閲覧")
	end := g.pick("しなければならない。", "するものとする。", "することができる。", "する。")
	switch g.rng.Intn(3) {
	case 0:
		return fmt.Sprintf("%sは、%sに係る%sを%d日以内に%s%s", who, about, what, 2+g.rng.Intn(60), act, end)
	case 1:
		return fmt.Sprintf("%sは、%sのため、%sが定める%sを%s%s", who, about, g.pick("委員会", "所長", "理事会", "主務課"), what, act, end)
	}
	return fmt.Sprintf("%sに関する%sの%sは、%sの承認を得て、%sが%s%s", about, what, act, g.pick("知事", "総会", "会長", "教育委員会"), who, g.pick("行", "実施"), g.pick("うものとする。", "う。"))
}

func (g *maker) item() *made {
	m := g.node(ref.Item)
	m.say = []string{g.pick("申請者の氏名及び住所", "施設の名称並びに所在地", "工事の開始及び完了の予定", "保管する物品の種類", "責任者の職名", "測定に用いる機器の型式", "契約の相手方の名称", "利用の目的及び期間", "過去の違反の有無") +
		g.pick("", fmt.Sprintf("（%d部）", 1+g.rng.Intn(9)), "その他の事項", "を証する書類")}
	return m
}

func (g *maker) paragraph(kind ref.Kind) *made {
	m := g.node(kind)
	for range 1 + g.rng.Intn(2) {
		m.say = append(m.say, g.sentence())
	}
	if g.rng.Intn(5) == 0 {
		for range 2 + g.rng.Intn(3) {
			m.kids = append(m.kids, g.item())
		}
	}
	return m
}

func (g *maker) article() *made {
	a := g.paragraph(ref.Article)
	for range g.rng.Intn(3) {
		a.kids = append(a.kids, g.paragraph(ref.Paragraph))
	}
	return a
}

func (g *maker) rule() []*made {
	var roots []*made
	if g.rng.Intn(2) == 0 {
		for range 6 + g.rng.Intn(12) {
			roots = append(roots, g.article())
		}
		return roots
	}
	for range 2 + g.rng.Intn(3) {
		c := g.node(ref.Division)
		c.say = []string{g.pick("総則", "届出", "管理", "雑則", "利用", "罰則", "会議", "費用") + g.pick("", "及び監督", "の手続")}
		for range 2 + g.rng.Intn(6) {
			c.kids = append(c.kids, g.article())
		}
		roots = append(roots, c)
	}
	return roots
}

func copyMade(list []*made) []*made {
	var out []*made
	for _, m := range list {
		c := *m
		c.was = []int{m.id}
		c.say = slices.Clone(m.say)
		c.kids = copyMade(m.kids)
		out = append(out, &c)
	}
	return out
}

// place is a list of clauses and a position in it.
type place struct {
	list *[]*made
	at   int
}

// places of all clauses that satisfy ok, in reading order.
func places(roots *[]*made, ok func(*made) bool) []place {
	var out []place
	var walk func(list *[]*made)
	walk = func(list *[]*made) {
		for i, m := range *list {
			if ok(m) {
				out = append(out, place{list, i})
			}
			walk(&m.kids)
		}
	}
	walk(roots)
	return out
}

func (p place) node() *made { return (*p.list)[p.at] }

// fresh clauses are as they were: an edit never falls on one that was edited before, so that the truth stays simple.
func fresh(m *made) bool {
	return len(m.was) == 1 && m.was[0] == m.id && !m.moved && !m.touched && !m.void
}

func freshBelow(m *made) bool {
	return fresh(m) && !slices.ContainsFunc(m.kids, func(k *made) bool { return !freshBelow(k) })
}

// amend does one edit on the rule; false if there is no place for it.
func (g *maker) amend(roots *[]*made, edit string) bool {
	choose := func(ok func(*made) bool) (place, bool) {
		list := places(roots, ok)
		if len(list) == 0 {
			return place{}, false
		}
		return list[g.rng.Intn(len(list))], true
	}
	legal := func(m *made) bool { return m.kind != ref.Division }
	switch edit {
	case "insert":
		p, ok := choose(legal)
		if !ok {
			return false
		}
		m := g.article()
		if k := p.node().kind; k == ref.Paragraph {
			m = g.paragraph(k)
		} else if k == ref.Item {
			m = g.item()
		}
		*p.list = slices.Insert(*p.list, p.at+g.rng.Intn(2), m)
	case "delete":
		p, ok := choose(func(m *made) bool { return legal(m) && freshBelow(m) })
		if !ok || len(*p.list) < 2 {
			return false
		}
		*p.list = slices.Delete(*p.list, p.at, p.at+1)
	case "reword":
		p, ok := choose(func(m *made) bool { return m.kind == ref.Article || m.kind == ref.Paragraph && fresh(m) })
		if !ok || !fresh(p.node()) {
			return false
		}
		g.reword(p.node())
	case "move", "move-reword":
		p, ok := choose(func(m *made) bool { return m.kind == ref.Article && freshBelow(m) && size(m) >= 45 })
		if !ok {
			return false
		}
		m := p.node()
		to := places(roots, func(m *made) bool { return m.kind == ref.Article })
		q := to[g.rng.Intn(len(to))]
		if q.list == p.list && q.at-p.at < 4 && p.at-q.at < 4 || q.list != p.list && len(*p.list) < 2 {
			return false
		}
		m.moved = true
		if edit == "move-reword" {
			g.reword(m)
		}
		*q.list = slices.Insert(*q.list, q.at, m)
		at := slices.Index(*p.list, m)
		if q.list == p.list && at == q.at {
			at = q.at + 1 + slices.Index((*p.list)[q.at+1:], m)
		}
		*p.list = slices.Delete(*p.list, at, at+1)
	case "split":
		p, ok := choose(func(m *made) bool {
			return m.kind == ref.Paragraph && fresh(m) && len(m.say) == 2 && len(m.kids) == 0 && long(m.say)
		})
		if !ok {
			return false
		}
		m := p.node()
		rest := g.node(ref.Paragraph)
		rest.say, rest.was, m.say = m.say[1:], []int{m.id}, m.say[:1]
		m.touched, rest.touched = true, true
		*p.list = slices.Insert(*p.list, p.at+1, rest)
	case "merge":
		p, ok := choose(func(m *made) bool { return m.kind == ref.Paragraph && fresh(m) && len(m.kids) == 0 && long(m.say) })
		if !ok || p.at+1 >= len(*p.list) {
			return false
		}
		m, n := p.node(), (*p.list)[p.at+1]
		if n.kind != ref.Paragraph || !fresh(n) || len(n.kids) > 0 || !long(n.say) {
			return false
		}
		m.say, m.was, m.touched = append(m.say, n.say...), append(m.was, n.id), true
		*p.list = slices.Delete(*p.list, p.at+1, p.at+2)
	case "shell":
		p, ok := choose(func(m *made) bool { return m.kind == ref.Article && freshBelow(m) && len(m.kids) == 0 })
		if !ok {
			return false
		}
		p.node().void, p.node().say = true, []string{"削除"}
	}
	return true
}

func long(say []string) bool {
	return !slices.ContainsFunc(say, func(s string) bool { return len([]rune(s)) < 20 })
}

func size(m *made) int { return len([]rune(strings.Join(m.say, ""))) }

// reword changes one or two words and leaves most of the clause.
func (g *maker) reword(m *made) {
	m.touched = true
	i := g.rng.Intn(len(m.say))
	s := []rune(m.say[i])
	switch g.rng.Intn(4) {
	case 0:
		m.say[i] = strings.TrimSuffix(m.say[i], "。") + "。ただし、災害その他やむを得ない事由があるときは、この限りでない。"
	case 1:
		m.say[i] = "町の区域内において、" + m.say[i]
	case 2:
		m.say[i] = strings.Replace(m.say[i], "は、", "及びその代理人は、", 1)
	default:
		m.say[i] = string(s[:len(s)/2]) + "、別表に掲げるところにより、" + string(s[len(s)/2:])
	}
}
