package main

// Provisions: articles with captions, paragraphs, items and placeholders, as the two ways of drafting number them
// (第三条 ２ 一 イ and 第3条 2 (1) ア).

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"shinkyu/corpus/ref"
)

// drafter writes the rows of one document.
type drafter struct {
	r       *rand.Rand
	arabic  bool
	double  bool // labels of provisions added, removed or renumbered carry a double line
	style   int  // of the placeholders
	article int
	shift   int // the old number of an article is this much lower
	caption int
}

func (d *drafter) number(n int) string {
	if d.arabic {
		return fmt.Sprint(n)
	}
	return ref.Kanji(n)
}

func (d *drafter) articleLabel(n int) string { return "第" + d.number(n) + "条" }

func (d *drafter) paragraphLabel(n int) string {
	if d.arabic {
		return fmt.Sprint(n)
	}
	return strings.Map(func(r rune) rune { return r - '0' + '０' }, fmt.Sprint(n))
}

func (d *drafter) itemLabel(n int) string {
	if d.arabic {
		return fmt.Sprintf("(%d)", n)
	}
	return ref.Kanji(n)
}

func (d *drafter) subLabel(n int) string {
	if d.arabic {
		return string([]rune("アイウエオカ")[n-1])
	}
	return string([]rune("イロハニホヘ")[n-1])
}

// Placeholders in the styles that are printed.
func (d *drafter) omitted() string {
	return [...]string{"（略）", "［略］", "〔略〕", "(略)"}[d.style%4]
}
func (d *drafter) added(unit string) string {
	return [...]string{"（新設）", "［" + unit + "を加える。］", "〔新設〕", "(新設)"}[d.style%4]
}
func (d *drafter) removed(unit string) string {
	return [...]string{"（削る）", "［" + unit + "を削る。］", "〔削る〕", "(削除)"}[d.style%4]
}

// labelled is a paragraph that begins with a label; the label is marked if mark is not "".
func labelled(label, mark string, body []run, indent int) para {
	runs := add(nil, label, mark)
	sep := "　"
	if mark == "underline" && len(body) > 0 && body[0].mark == mark {
		runs = add(runs, sep, mark)
	} else {
		runs = add(runs, sep, "")
	}
	for _, b := range body {
		runs = add(runs, b.text, b.mark)
	}
	return para{runs: runs, indent: indent}
}

// whole marks all of a sentence.
func whole(runs []run) []run { return []run{{text: plain(runs), mark: "underline"}} }

func (d *drafter) pick(list []string) string { return list[d.r.IntN(len(list))] }

func (d *drafter) nextCaption() para {
	d.caption++
	return para{runs: []run{{text: "（" + captions[d.caption%len(captions)] + "）"}}}
}

// edited is an article of which some words change. Its old number differs when articles before it were added.
func (d *drafter) edited(paragraphs, itemsIn, changes int) row {
	d.article++
	var w row
	c := d.nextCaption()
	w.fresh, w.old = append(w.fresh, c), append(w.old, c)
	mark := ""
	if d.shift != 0 {
		mark = d.labelMark()
	}
	fresh, old := fill(d.r, d.pick(bodies), changes)
	if itemsIn > 0 {
		fresh, old = fill(d.r, d.pick(leads), changes)
	}
	w.fresh = append(w.fresh, labelled(d.articleLabel(d.article), mark, fresh, 0))
	w.old = append(w.old, labelled(d.articleLabel(d.article-d.shift), mark, old, 0))
	d.items(&w, itemsIn, changes)
	for i := 2; i <= paragraphs; i++ {
		label := d.paragraphLabel(i)
		if i == 2 && paragraphs > 2 {
			p := para{runs: []run{{text: label + "　" + d.omitted()}}}
			w.fresh, w.old = append(w.fresh, p), append(w.old, p)
			continue
		}
		fresh, old := fill(d.r, d.pick(bodies), changes)
		w.fresh = append(w.fresh, labelled(label, "", fresh, 0))
		w.old = append(w.old, labelled(label, "", old, 0))
	}
	w.note = d.pick([]string{"用語の整理", "期限の見直し", "規定の明確化", "取扱いの統一による。", "", "所要の改正"})
	w.key = fmt.Sprint(d.article)
	return w
}

func (d *drafter) labelMark() string {
	if d.double {
		return "double"
	}
	return "underline"
}

// items adds n items; with four or more the middle ones are omitted, and the last is new.
func (d *drafter) items(w *row, n, changes int) {
	for i := 1; i <= n; i++ {
		if n >= 4 && i == 2 {
			p := para{runs: []run{{text: d.itemLabel(2) + "～" + d.itemLabel(n-1) + "　" + d.omitted()}}, indent: 1}
			if n == 4 {
				p.runs[0].text = d.itemLabel(2) + "・" + d.itemLabel(3) + "　" + d.omitted()
			}
			w.fresh, w.old = append(w.fresh, p), append(w.old, p)
			i = n - 1
			continue
		}
		fresh, old := fill(d.r, d.pick(items), changes)
		if i == n && n >= 3 {
			w.fresh = append(w.fresh, labelled(d.itemLabel(i), d.addMark(), d.addBody(fresh), 1))
			w.old = append(w.old, para{runs: []run{{text: d.added("号"), mark: ""}}, indent: 1})
			continue
		}
		w.fresh = append(w.fresh, labelled(d.itemLabel(i), "", fresh, 1))
		w.old = append(w.old, labelled(d.itemLabel(i), "", old, 1))
		if i == 1 && n >= 3 {
			for k := 1; k <= 2; k++ {
				fresh, old := fill(d.r, d.pick(items), 1)
				w.fresh = append(w.fresh, labelled(d.subLabel(k), "", fresh, 2))
				w.old = append(w.old, labelled(d.subLabel(k), "", old, 2))
			}
		}
	}
}

func (d *drafter) addMark() string { return d.labelMark() }

func (d *drafter) addBody(runs []run) []run {
	if d.double {
		return []run{{text: plain(runs)}}
	}
	return whole(runs)
}

// inserted is an article that is new; those after it move down.
func (d *drafter) inserted() row {
	d.article++
	d.shift++
	c := d.nextCaption()
	fresh, _ := fill(d.r, d.pick(bodies), 0)
	body := labelled(d.articleLabel(d.article), d.addMark(), d.addBody(fresh), 0)
	if !d.double {
		c.runs = whole(c.runs)
	}
	return row{fresh: []para{c, body}, old: []para{{runs: []run{{text: d.added("条")}}}}, note: "新設", key: fmt.Sprint(d.article)}
}

// dropped is an old article that is gone.
func (d *drafter) dropped() row {
	d.shift--
	c := d.nextCaption()
	_, old := fill(d.r, d.pick(bodies), 0)
	body := labelled(d.articleLabel(d.article-d.shift), d.addMark(), d.addBody(old), 0)
	if !d.double {
		c.runs = whole(c.runs)
	}
	return row{fresh: []para{{runs: []run{{text: d.removed("条")}}}}, old: []para{c, body}, note: "実情に合わせて廃止"}
}

// kept is a range of articles that are not printed.
func (d *drafter) kept(n int) row {
	from := d.article + 1
	d.article += n
	label := func(shift int) string {
		if n == 1 {
			return d.articleLabel(from - shift)
		}
		if n == 2 {
			return d.articleLabel(from-shift) + "・" + d.articleLabel(d.article-shift)
		}
		return d.articleLabel(from-shift) + "～" + d.articleLabel(d.article-shift)
	}
	mark := ""
	if d.shift != 0 {
		mark = d.labelMark()
	}
	line := func(l string) []para { return []para{{runs: add(add(nil, l, mark), "　"+d.omitted(), "")}} }
	return row{fresh: line(label(0)), old: line(label(d.shift)), key: fmt.Sprint(from)}
}

// shell is an article whose number stays and whose text goes.
func (d *drafter) shell() row {
	d.article++
	c := d.nextCaption()
	_, old := fill(d.r, d.pick(bodies), 0)
	c.runs = whole(c.runs)
	return row{
		fresh: []para{{runs: []run{{text: d.articleLabel(d.article) + "　"}, {text: "削除", mark: "underline"}}}},
		old:   []para{c, {runs: []run{{text: d.articleLabel(d.article-d.shift) + "　"}, {text: plain(old), mark: "underline"}}}},
		key:   fmt.Sprint(d.article),
	}
}

// supplement is the 附則.
func (d *drafter) supplement() row {
	head := para{runs: []run{{text: "附　則"}}, indent: 2}
	return row{
		fresh: []para{head, {runs: []run{{text: "この規程は、令和九年四月一日から施行する。", mark: "underline"}}, indent: 1}},
		old:   []para{head, {runs: []run{{text: "この規程は、平成二十三年十月一日から施行する。", mark: "underline"}}, indent: 1}},
		key:   "附則",
	}
}

// schedule is a 別表: a table inside the cell under its caption.
func (d *drafter) schedule() row {
	label := para{runs: []run{{text: "別表第一（第三条関係）"}}}
	grid := func(v int) [][]string {
		return [][]string{{"区分", "保存期間", "部数"}, {"甲類", fmt.Sprintf("%d年", v), "２"}, {"乙類", fmt.Sprintf("%d年", v+2), "１"}}
	}
	return row{fresh: []para{label, {table: grid(5)}}, old: []para{label, {table: grid(3)}}, key: "別表"}
}

// form is a 様式: a blank to fill in, set as a table inside the cell under its caption.
func (d *drafter) form() row {
	label := para{runs: []run{{text: "様式第一号（第五条関係）"}}}
	sheet := func(who string) [][]string {
		return [][]string{{"閲覧申請書", "", ""}, {"申請年月日", "年月日", "受付番号"}, {who, "氏名", "連絡先"}, {"閲覧する文書", "第　号", ""}, {"閲覧の目的", "", "備考"}}
	}
	return row{fresh: []para{label, {table: sheet("申請者")}}, old: []para{label, {table: sheet("利用者")}}, key: "様式"}
}

// figure is a drawing that is known by its caption only.
func (d *drafter) figure() row {
	c := func(s string) []para { return []para{{runs: []run{{text: s}}, figure: true, center: true}} }
	return row{fresh: c("図１　管理体制"), old: c("図１　保存体制"), key: "図"}
}

// boxed is an article inside a dashed box on both sides.
func (d *drafter) boxed() row {
	w := d.edited(1, 0, 0)
	for _, side := range [][]para{w.fresh, w.old} {
		for i := range side {
			side[i].boxed = true
			for j := range side[i].runs {
				side[i].runs[j].mark = ""
			}
		}
	}
	return w
}

// chapter is a heading over both sides.
func (d *drafter) chapter(n int, name string) row {
	p := []para{{runs: []run{{text: "第" + d.number(n) + "章　" + name}}, indent: 3}}
	return row{fresh: p, old: p}
}

// remark changes the marks of underlined runs to another kind.
func remark(rows []row, kind string) {
	for i := range rows {
		for _, side := range [][]para{rows[i].fresh, rows[i].old} {
			for j := range side {
				for k := range side[j].runs {
					if side[j].runs[k].mark == "underline" {
						side[j].runs[k].mark = kind
					}
				}
			}
		}
	}
}
