package shinkyu_test

// A table as ministries write it: only what is amended is printed in full, the rest is （略） under its label or range, what is
// new stands beside （新設）, what is gone beside （削る）; what only gets another number shows both numbers and （略）.

import (
	"html"
	"math/rand/v2"
	"slices"
	"strings"

	"shinkyu/corpus/ref"
)

// tableWriter writes one table. Which of several customs it follows is drawn once.
type tableWriter struct {
	*rand.Rand
	rows     [][2][]string // lines of the new side and of the old side
	quiet    bool          // untouched articles are not printed at all
	headings bool          // chapter headings are printed above what is amended
	oneRow   bool          // an article is one row
}

func (w *tableWriter) write(roots, old []*draft) string {
	w.quiet, w.headings, w.oneRow = w.IntN(2) == 0, w.IntN(2) == 0, w.IntN(2) == 0
	w.headings = w.headings || atEdge(roots)
	w.siblings(roots, old, true)
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><title>新旧対照表</title></head><body><h1>新旧対照表</h1><table>` + "\n<tr><th>改正後</th><th>改正前</th></tr>\n")
	for _, r := range w.rows {
		b.WriteString("<tr><td>" + strings.Join(r[0], "<br>\n") + "</td><td>" + strings.Join(r[1], "<br>\n") + "</td></tr>\n")
	}
	b.WriteString("</table></body></html>\n")
	return b.String()
}

// atEdge reports whether a new article is the first or the last of its chapter: only the headings say of which.
func atEdge(roots []*draft) bool {
	return slices.ContainsFunc(roots, func(d *draft) bool {
		n := len(d.kids)
		return d.heading && n > 0 && (d.kids[0].old == nil || d.kids[0].moved || d.kids[n-1].old == nil || d.kids[n-1].moved)
	})
}

// pair is a clause of both sides, or of one.
type pair struct{ n, o *draft }

// beside lists the clauses of two sides in the order of the new one; what is gone stands where it stood.
func beside(news, olds []*draft) []pair {
	var out []pair
	next := 0
	for _, n := range news {
		at := -1
		if n.old != nil && !n.moved {
			at = slices.Index(olds, n.old)
		}
		if at < 0 || at < next {
			out = append(out, pair{n: n})
			continue
		}
		for ; next < at; next++ {
			if !keptIn(news, olds[next]) {
				out = append(out, pair{o: olds[next]})
			}
		}
		out = append(out, pair{n, olds[at]})
		next = at + 1
	}
	for ; next < len(olds); next++ {
		if !keptIn(news, olds[next]) {
			out = append(out, pair{o: olds[next]})
		}
	}
	return out
}

func keptIn(news []*draft, o *draft) bool {
	return slices.ContainsFunc(news, func(n *draft) bool { return n.old == o && !n.moved })
}

// same reports whether nothing of a clause has changed but, perhaps, its own label.
func same(n, o *draft) bool {
	if n.words != o.words || n.caption != o.caption || len(n.kids) != len(o.kids) {
		return false
	}
	for i := range n.kids {
		if n.kids[i].old != o.kids[i] || n.kids[i].moved || n.kids[i].label != o.kids[i].label || !same(n.kids[i], o.kids[i]) {
			return false
		}
	}
	return true
}

func (w *tableWriter) siblings(news, olds []*draft, top bool) {
	all := beside(news, olds)
	for i := 0; i < len(all); i++ {
		p := all[i]
		switch {
		case p.o == nil:
			w.added(p.n)
		case p.n == nil:
			w.removed(p.o)
		case !same(p.n, p.o):
			w.changed(p.n, p.o)
		default:
			j := i + 1
			for j < len(all) && all[j].n != nil && all[j].o != nil && same(all[j].n, all[j].o) && follows(all[j-1].n, all[j].n) && follows(all[j-1].o, all[j].o) && w.IntN(5) > 0 {
				j++
			}
			w.omitted(all[i:j], top, news, olds)
			i = j - 1
		}
	}
}

// follows reports whether b bears the number behind a's, so that both can stand in one range.
func follows(a, b *draft) bool {
	x, y := ref.Step{Text: a.label}.Nums(), ref.Step{Text: b.label}.Nums()
	if len(x) == 1 && len(y) == 1 {
		return !a.heading && !b.heading && y[0] == x[0]+1 && strings.Contains(a.label, "条") == strings.Contains(b.label, "条") && strings.Contains(a.label, "(") == strings.Contains(b.label, "(") && a.series(nil) == b.series(nil)
	}
	for _, order := range []string{katakanaOrder, circleOrder} {
		if a.label != "" && b.label != "" && strings.Contains(order, a.label+b.label) {
			return true
		}
	}
	return false
}

// omitted prints clauses as （略）, one or a range of them.
func (w *tableWriter) omitted(run []pair, top bool, news, olds []*draft) {
	first, last := run[0], run[len(run)-1]
	moved := first.n.label != first.o.label
	if first.n.heading && first.n.label != "" && first.n.series(news) == articles || first.n.label == "" && first.n.heading {
		return
	}
	if !moved && top && w.quiet {
		return
	}
	if first.n.heading && top && !moved {
		return
	}
	if strings.HasPrefix(first.n.label, "第") && !strings.Contains(first.n.label, "条") || strings.HasPrefix(first.n.label, "・") {
		if !moved {
			if strings.HasPrefix(first.n.label, "・") {
				w.row([]string{"・（略）"}, []string{"・（略）"})
			}
			return
		}
	}
	if first.n.label == "" {
		if top {
			return
		}
		for _, p := range run {
			if w.IntN(2) == 0 {
				w.row(plain(p.n), plain(p.o))
			} else {
				w.row([]string{"（略）"}, []string{"（略）"})
			}
		}
		return
	}
	print := func(a, b *draft) []string {
		switch {
		case a == b:
			return []string{a.label + "　（略）"}
		case len(run) == 2:
			return []string{a.label + "・" + b.label + "　（略）"}
		case strings.Contains(a.label, "条") && w.IntN(2) == 0:
			return []string{a.label + "から" + b.label + "まで　（略）"}
		}
		return []string{a.label + "～" + b.label + "　（略）"}
	}
	w.row(print(first.n, last.n), print(first.o, last.o))
}

func plain(d *draft) []string {
	var out []string
	for _, l := range d.printed() {
		out = append(out, html.EscapeString(l))
	}
	return out
}

func (w *tableWriter) row(n, o []string) { w.rows = append(w.rows, [2][]string{n, o}) }

// whole is a clause with all that is below it, underlined.
func whole(d *draft) []string {
	var out []string
	for _, l := range d.printed() {
		out = append(out, "<u>"+html.EscapeString(l)+"</u>")
	}
	for _, k := range d.kids {
		out = append(out, whole(k)...)
	}
	return out
}

func (w *tableWriter) added(d *draft) {
	w.row(whole(d), []string{"（新設）"})
}

func (w *tableWriter) removed(d *draft) {
	w.row([]string{"（削る）"}, whole(d))
}

// changed prints a clause whose words, or something below it, are amended.
func (w *tableWriter) changed(n, o *draft) {
	at := len(w.rows)
	article := n.series(nil) == articles
	chapter := n.heading && !article && len(n.label) > 0 && strings.Contains(n.label, "章")
	switch {
	case n.words != o.words || n.caption != o.caption && !article || n.heading && !chapter || n.label == "" || !article && unlabelledChange(n, o):
		w.row(marked(n, o), marked(o, n))
	case chapter:
		if w.headings || n.label != o.label {
			w.row(marked(n, o), marked(o, n))
		}
	default:
		w.row(elided(n, o), elided(o, n))
	}
	if n.void {
		for _, k := range o.kids {
			last := &w.rows[len(w.rows)-1]
			last[1] = append(last[1], whole(k)...)
		}
	} else {
		w.siblings(n.kids, o.kids, chapter)
	}
	if w.oneRow && article && at < len(w.rows) {
		one := [2][]string{}
		for _, r := range w.rows[at:] {
			for s := range one {
				one[s] = append(one[s], r[s]...)
			}
		}
		w.rows = append(w.rows[:at], one)
	}
}

// unlabelledChange reports whether a paragraph without a label comes or goes right below a clause: （略） would not say that it
// is the clause's own.
func unlabelledChange(n, o *draft) bool {
	return slices.ContainsFunc(beside(n.kids, o.kids), func(p pair) bool {
		return p.n == nil && p.o.label == "" || p.o == nil && p.n.label == ""
	})
}

// elided is a clause whose own words stay: caption, label, （略）.
func elided(d, other *draft) []string {
	var out []string
	if d.caption != "" {
		out = append(out, mark(d.caption, other.caption))
	}
	return append(out, mark(d.label, other.label)+"　（略）")
}

// marked is a clause with the words that differ underlined.
func marked(d, other *draft) []string {
	var out []string
	if d.caption != "" {
		out = append(out, mark(d.caption, other.caption))
	}
	last := d.printed()
	line := last[len(last)-1]
	against := other.printed()
	return append(out, mark(line, against[len(against)-1]))
}

// mark underlines what is between the common beginning and the common end.
func mark(s, other string) string {
	a, b := []rune(s), []rune(other)
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	mid := string(a[i : len(a)-j])
	if mid == "" {
		return html.EscapeString(s)
	}
	return html.EscapeString(string(a[:i])) + "<u>" + html.EscapeString(mid) + "</u>" + html.EscapeString(string(a[len(a)-j:]))
}
