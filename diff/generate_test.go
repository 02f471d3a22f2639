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

// made is one clause of a made rule: a chapter, an article (with its first 項), a further 項, a 号, a table (of no kind), or in a guideline a
// numbered heading and the paragraphs under it.
type made struct {
	id      int
	was     []int // ids of the old clauses it comes from, itself if nothing happened; empty for a new one
	kind    ref.Kind
	say     []string // its sentences
	caption string   // of an article, "" if none
	kids    []*made
	void    bool
	moved   bool // it was put elsewhere
	level   bool // 項 became 号, 条 became 項, and the like
	touched bool // its own words differ
	kept    bool // a copy of it was made, so that it must stay
	clause  *corpus.Clause
}

type maker struct {
	rng      *rand.Rand
	next     int
	captions bool // the articles of this rule have captions
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

// itemOf makes a 号 that the list does not hold: of two alike in one list it cannot be told which one went.
func (g *maker) itemOf(list []*made) *made {
	for {
		m := g.item()
		if !slices.ContainsFunc(list, func(k *made) bool { return k.joinedWords() == m.joinedWords() }) {
			return m
		}
	}
}

func (g *maker) paragraph(kind ref.Kind) *made {
	m := g.node(kind)
	for range 1 + g.rng.Intn(2) {
		m.say = append(m.say, g.sentence())
	}
	if g.rng.Intn(5) == 0 {
		for range 2 + g.rng.Intn(3) {
			m.kids = append(m.kids, g.itemOf(m.kids))
		}
	} else if kind != ref.Unlabelled && g.rng.Intn(12) == 0 {
		m.kids = append(m.kids, g.table())
	}
	return m
}

// table is one that stands in a clause: a head and a few rows, most of them alike in all tables.
func (g *maker) table() *made {
	m := g.node(0)
	m.say = []string{"区分\t単位\t金額"}
	for _, who := range []string{"個人", "団体", "町外の者", "その他の者"}[:2+g.rng.Intn(3)] {
		m.say = append(m.say, fmt.Sprintf("\n%s\t%s\t%d円", who, g.pick("一日", "一時間", "一件"), 100*(1+g.rng.Intn(40))))
	}
	return m
}

// section is a numbered heading of a guideline; the same few headings stand everywhere.
func (g *maker) section(levels int) *made {
	m := g.node(ref.Label)
	m.say = []string{g.pick("目的", "体制", "実施", "評価", "見直し", "報告", "その他", "基本的な考え方")}
	for range 1 + g.rng.Intn(3) {
		m.kids = append(m.kids, g.paragraph(ref.Unlabelled))
	}
	if levels > 1 {
		for range 1 + g.rng.Intn(4) {
			m.kids = append(m.kids, g.section(levels-1))
		}
	}
	return m
}

func (g *maker) article() *made {
	a := g.paragraph(ref.Article)
	if g.captions {
		a.caption = g.pick("（目的）", "（報告）", "（届出）", "（報告及び公表）", "（記録の保存）", "（委任）", "（手続）")
	}
	for range g.rng.Intn(3) {
		a.kids = append(a.kids, g.paragraph(ref.Paragraph))
	}
	return a
}

func (g *maker) rule() []*made {
	var roots []*made
	g.captions = g.rng.Intn(2) == 0
	switch g.rng.Intn(5) {
	case 0:
		for range 3 + g.rng.Intn(3) {
			roots = append(roots, g.section(2))
		}
		return roots
	case 1, 2:
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
	return len(m.was) == 1 && m.was[0] == m.id && !m.moved && !m.level && !m.touched && !m.void && !m.kept
}

func freshBelow(m *made) bool {
	return fresh(m) && !slices.ContainsFunc(m.kids, func(k *made) bool { return !freshBelow(k) })
}

func size(m *made) int { return len([]rune(strings.Join(m.say, ""))) }

// amount is the size of a clause with all below it.
func amount(m *made) (n int) {
	every([]*made{m}, func(k, _ *made) { n += size(k) })
	return n
}

// reword changes one or two words and leaves most of the clause.
func (g *maker) reword(m *made) {
	m.touched = true
	if m.kind == 0 {
		i := 1 + g.rng.Intn(len(m.say)-1)
		m.say[i] = strings.Replace(m.say[i], "\t", "\t半", 1)
		return
	}
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
