package web

// From edits to runs of text.
//
// A change knows the edited ranges of each side. What lies outside them is common to both, so one walk over both sides
// yields a single stream: kept, deleted, inserted, the deletion first. The new cell shows the stream with its deletions
// hidden; the old cell needs only its own words. Running a second diff here was rejected: pages must show the very
// edits that the JSON publishes. Where the ranges do not fit together (a damaged source), nothing is guessed: the
// old text counts as deleted and the new as inserted.

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// glyph is one code point of a side: which unit, where in its text, and whether it was edited.
type glyph struct {
	unit, at int
	r        rune
	edited   bool
}

// stream is one step of the merged text. unit and at are those of the new side for kept and inserted, of the old for deleted.
type step struct {
	glyph
	op Op
}

// glyphs lists the code points behind the labels of the units of one side.
func glyphs(r *diff.Result, ch *diff.Change, s corpus.Side, whole bool) []glyph {
	var out []glyph
	for _, u := range r.Clauses(ch, s) {
		c := r.Units[s][u]
		text := []rune(c.Text.S)
		out = slices.Grow(out, len(text))
		for i := min(c.Body, len(text)); i < len(text); i++ {
			out = append(out, glyph{u, i, text[i], whole || inEdit(ch, s, u, i)})
		}
	}
	return out
}

func inEdit(ch *diff.Change, s corpus.Side, unit, at int) bool {
	for _, e := range ch.Edits {
		if e.Side == s && e.Unit == unit && e.Span.Start <= at && at < e.Span.End {
			return true
		}
	}
	return false
}

// merge walks both sides. whole drops the word marks: a text of which little is left reads better replaced as one.
func merge(r *diff.Result, ch *diff.Change, whole bool) []step {
	n, o := glyphs(r, ch, corpus.New, whole), glyphs(r, ch, corpus.Old, whole)
	if out, ok := zip(n, o); ok {
		return out
	}
	n, o = glyphs(r, ch, corpus.New, true), glyphs(r, ch, corpus.Old, true)
	out, _ := zip(n, o)
	return out
}

func zip(n, o []glyph) ([]step, bool) {
	out := make([]step, 0, max(len(n), len(o)))
	i, j := 0, 0
	for i < len(n) || j < len(o) {
		switch {
		case j < len(o) && o[j].edited:
			out = append(out, step{o[j], Delete})
			j++
		case i < len(n) && n[i].edited:
			out = append(out, step{n[i], Insert})
			i++
		case i < len(n) && j < len(o) && n[i].r == o[j].r:
			out = append(out, step{n[i], Keep})
			i, j = i+1, j+1
		case i < len(n) && unicode.IsSpace(n[i].r):
			out = append(out, step{n[i], Keep})
			i++
		case j < len(o) && unicode.IsSpace(o[j].r):
			j++
		default:
			return nil, false
		}
	}
	return out, true
}

// newRuns cuts the stream at the units of the new side. A deletion goes with the unit whose words it stands before,
// the last ones with the last unit.
func newRuns(stream []step, units []int) map[int][]step {
	out := map[int][]step{}
	if len(units) == 0 {
		return out
	}
	pos := map[int]int{}
	for i, u := range units {
		pos[u] = i
	}
	cur := 0
	for i, s := range stream {
		if s.op == Delete {
			if i > 0 && stream[i-1].op != Delete {
				// Deleted words between two units belong to the unit that goes on behind them, if it is another one.
				for _, t := range stream[i:] {
					if t.op != Delete {
						cur = max(cur, pos[t.unit])
						break
					}
				}
			}
		} else {
			cur = max(cur, pos[s.unit])
		}
		out[units[cur]] = append(out[units[cur]], s)
	}
	return out
}

// runs turns steps of one cell into segments. own is the side of the cell; steps of the other side are hidden.
func runs(steps []step, own corpus.Side, text corpus.Text, audit audit, class string, crosses []Cross) []Seg {
	var out []Seg
	var words []byte // of the last segment
	for _, s := range steps {
		seg := Seg{Op: s.op, Class: class}
		foreign := s.op == Delete && own == corpus.New
		if foreign {
			seg.Hidden = true
		} else {
			audit.mark(&seg, text, s.at)
			seg.Href = hrefAt(crosses, s.at)
		}
		if seg.Op == Keep {
			seg.Class = ""
		}
		if k := len(out) - 1; k >= 0 && out[k].Op == seg.Op && out[k].Class == seg.Class && out[k].Hidden == seg.Hidden && out[k].Href == seg.Href {
			words = utf8.AppendRune(words, s.r)
			continue
		}
		if len(out) > 0 {
			out[len(out)-1].Text = string(words)
		}
		words = utf8.AppendRune(words[:0], s.r)
		out = append(out, seg)
	}
	if len(out) > 0 {
		out[len(out)-1].Text = string(words)
	}
	return out
}
