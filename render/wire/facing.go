package wire

// A result as a 新旧対照表: the new text left, the old one right, a row a change, what changed underlined, （新設） and （削る） where
// nothing faces. What did not change and is not needed to read a change (the chapter, article or 柱書 above it, its caption) is
// （略）, runs of it in one row: 第三条～第七条　（略）. The underlines are those of the computed difference, also where a printed table had its own:
// a table made from two texts has none, and one that had them is audited elsewhere.
//
// DOCX, XML and Markdown are written from the same rows, so they never tell different things.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/outline"
)

// facing is a comparison in rows; index New and Old.
type facing struct {
	title string
	heads [2]string
	rows  [][2][]facingLine
}

// facingLine is a paragraph of a cell; MarkUnderline is on what changed.
type facingLine struct {
	indent int // levels
	text   corpus.Text
}

func newFacing(r *diff.Result) facing {
	f := facing{title: r.Comparison.Title, heads: [2]string{"改正後", "改正前"}}
	for s := range f.heads {
		if h := strings.TrimSpace(r.Comparison.Sides[s].Header); h != "" {
			f.heads[s] = h
		}
	}
	w := facer{r: r, needed: needed(r)}
	for s := range w.alone {
		w.alone[s] = make([]bool, len(r.Units[s]))
		for n := range r.Changes {
			c := &r.Changes[n]
			for _, u := range c.Units(corpus.Side(s)) {
				w.alone[s][u] = len(c.Units(corpus.Side(s).Other())) == 0
			}
		}
	}
	var run []int
	var held *[2][]facingLine // a caption stands in one row with what it is the caption of
	for n := range r.Changes {
		c := &r.Changes[n]
		switch {
		case w.needs(c):
			f.rows = append(f.rows, w.omitted(run)...)
			run = nil
			row := above(held, w.row(c))
			if held = nil; w.captions(c) {
				held = &row
				continue
			}
			f.rows = append(f.rows, row)
		case !w.isTitle(c):
			if held != nil {
				f.rows = append(f.rows, *held)
				held = nil
			}
			run = append(run, n)
		}
	}
	if held != nil {
		f.rows = append(f.rows, *held)
	}
	f.rows = append(f.rows, w.omitted(run)...)
	return f
}

// captions reports whether a change is of captions alone.
func (w *facer) captions(c *diff.Change) bool {
	for s := range w.needed {
		for _, u := range c.Units(corpus.Side(s)) {
			if k := w.r.Units[s][u]; !caption(k) && k.Placeholder == corpus.NoPlaceholder {
				return false
			}
		}
	}
	return true
}

// above puts a held row above another; a （新設） or （削る） that both have stands once.
func above(held *[2][]facingLine, row [2][]facingLine) [2][]facingLine {
	if held == nil {
		return row
	}
	for s := range row {
		if slices.EqualFunc(held[s], row[s], func(a, b facingLine) bool {
			return a.text.S == b.text.S && (a.text.S == "（新設）" || a.text.S == "（削る）")
		}) {
			continue
		}
		row[s] = slices.Concat(held[s], row[s])
	}
	return row
}

type facer struct {
	r      *diff.Result
	needed [2][]bool // units that are printed in full
	alone  [2][]bool // units that nothing faces
}

// needed marks what changed, what stands above it, and the captions of that.
func needed(r *diff.Result) (out [2][]bool) {
	for s := range out {
		out[s] = make([]bool, len(r.Units[s]))
	}
	for n := range r.Changes {
		c := &r.Changes[n]
		if !outline.Changed(c) {
			continue
		}
		for s := range out {
			for _, u := range c.Units(corpus.Side(s)) {
				for ; u >= 0 && !out[s][u]; u = r.Parents[s][u] {
					out[s][u] = true
				}
			}
		}
	}
	for s := range out {
		for u, k := range r.Units[s] {
			if caption(k) && u+1 < len(out[s]) && out[s][u+1] {
				out[s][u] = true
			}
		}
	}
	return out
}

func caption(k *corpus.Clause) bool {
	return len(k.Path) > 0 && k.Path[len(k.Path)-1].Kind == ref.Caption
}

func (w *facer) needs(c *diff.Change) bool {
	for s := range w.needed {
		for _, u := range c.Units(corpus.Side(s)) {
			if w.needed[s][u] {
				return true
			}
		}
	}
	return false
}

// isTitle: an unchanged 題名 stands above the table already.
func (w *facer) isTitle(c *diff.Change) bool {
	for s := range w.needed {
		for _, u := range c.Units(corpus.Side(s)) {
			if p := w.r.Units[s][u].Path; len(p) != 1 || p[0].Kind != ref.Part || p[0].Text != "題名" {
				return false
			}
		}
	}
	return true
}

func (w *facer) row(c *diff.Change) (row [2][]facingLine) {
	for s := range row {
		side := corpus.Side(s)
		units := c.Units(side)
		for _, u := range units {
			row[s] = append(row[s], facingLine{outline.Level(w.r, side, u), w.text(c, side, u)})
		}
		if len(units) == 0 {
			row[s] = w.nothing(c, side)
		}
	}
	return row
}

// text is a unit's text with what changed underlined: the computed edits, and the label where only that changed.
func (w *facer) text(c *diff.Change, side corpus.Side, u int) corpus.Text {
	k := w.r.Units[side][u]
	t := corpus.Text{S: k.Text.S}
	if k.Placeholder.IsMarker() {
		return t
	}
	for _, e := range c.Edits {
		if e.Side == side && e.Unit == u {
			t.Marks = append(t.Marks, corpus.Mark{Kind: corpus.MarkUnderline, Span: e.Span})
		}
	}
	if slices.Contains(c.Structure, diff.Renumbered) && k.Label != "" {
		t.Marks = append(t.Marks, corpus.Mark{Kind: corpus.MarkUnderline, Span: corpus.Span{End: corpus.Text{S: k.Label}.Len()}})
	}
	t.Marks = corpus.MergeMarks(t.Marks)
	return t
}

// nothing is what faces a clause that stands on one side only: （新設） or （削る）, once for a clause and all under it.
func (w *facer) nothing(c *diff.Change, side corpus.Side) []facingLine {
	other := side.Other()
	for _, u := range c.Units(other) {
		p := w.r.Parents[other][u]
		if p < 0 || !w.alone[other][p] {
			word := map[corpus.Side]string{corpus.Old: "（新設）", corpus.New: "（削る）"}[side]
			return []facingLine{{outline.Level(w.r, other, u), corpus.Text{S: word}}}
		}
	}
	return nil
}

// omitted are the rows of unchanged clauses: a row for those under one parent.
func (w *facer) omitted(run []int) (rows [][2][]facingLine) {
	inRun := [2]map[int]bool{{}, {}}
	for _, n := range run {
		for s := range inRun {
			for _, u := range w.r.Changes[n].Units(corpus.Side(s)) {
				inRun[s][u] = true
			}
		}
	}
	var labels [2][]string
	var level [2]int
	last := [2]int{-2, -2}
	open := false
	flush := func() {
		if open {
			var row [2][]facingLine
			for s := range row {
				row[s] = []facingLine{{level[s], corpus.Text{S: leftOut(labels[s])}}}
			}
			rows = append(rows, row)
		}
		labels, open = [2][]string{}, false
	}
	for _, n := range run {
		c := &w.r.Changes[n]
		var top, moved bool
		for s := range inRun {
			for _, u := range c.Units(corpus.Side(s)) {
				if p := w.r.Parents[s][u]; !inRun[s][p] {
					top = true
					moved = moved || last[s] != p
				}
			}
		}
		if !top {
			continue
		}
		if moved {
			flush()
		}
		for s := range inRun {
			for _, u := range c.Units(corpus.Side(s)) {
				if p := w.r.Parents[s][u]; !inRun[s][p] {
					last[s], open = p, true
					level[s] = outline.Level(w.r, corpus.Side(s), u)
					if l := w.r.Units[s][u].Label; l != "" {
						labels[s] = append(labels[s], l)
					}
				}
			}
		}
	}
	flush()
	return rows
}

// leftOut says that clauses of these labels are left out.
func leftOut(labels []string) string {
	first := func(l string) string { l, _, _ = strings.Cut(l, "～"); return l }
	final := func(l string) string {
		if i := strings.LastIndex(l, "～"); i >= 0 {
			return l[i+len("～"):]
		}
		return l
	}
	switch n := len(labels); {
	case n == 0:
		return "（略）"
	case n == 1:
		return labels[0] + "　（略）"
	case n == 2 && !strings.Contains(labels[0]+labels[1], "～"):
		return labels[0] + "・" + labels[1] + "　（略）"
	default:
		return strings.TrimSpace(first(labels[0])) + "～" + strings.TrimSpace(final(labels[n-1])) + "　（略）"
	}
}
