package outline

// Inline is the two sides in one text. The computed edits say which code points of each side changed; what is
// left is the same on both sides up to white space and width variants. Walking both at once therefore needs no
// second diff: at each step an edited stretch is put out, deletions first, or one kept code point of each side is passed.

import (
	"unicode"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// Inline is a change in one column: for each new unit its text with the deletions in it; for a removed clause its old units.
// Bare markers are left out where the clause they stand for is shown.
func Inline(r *diff.Result, c *diff.Change) []Line {
	news, olds := r.Clauses(c, corpus.New), r.Clauses(c, corpus.Old)
	if len(news) == 0 || len(olds) == 0 {
		side, units := corpus.New, news
		if len(news) == 0 {
			side, units = corpus.Old, olds
		}
		if len(units) == 0 { // markers only
			side, units = corpus.New, c.New
			if len(units) == 0 {
				side, units = corpus.Old, c.Old
			}
		}
		var out []Line
		for _, u := range units {
			out = append(out, Line{side, u, Side(r, c, side, u)})
		}
		return out
	}
	kept := Kept
	if carried(c) {
		kept = Carried
	}
	var old []glyph
	for i, u := range olds {
		if i > 0 {
			if name, _ := label(r.Units[corpus.Old][u]); name != "" {
				old = append(old, run(name+" ", Delete)...)
			}
		}
		old = append(old, body(r, c, corpus.Old, u, Delete, kept)...)
	}
	before, _ := label(r.Units[corpus.Old][olds[0]])
	var out []Line
	for i, u := range news {
		after, _ := label(r.Units[corpus.New][u])
		glyphs := heading(before, after, i == 0, kept)
		var merged []glyph
		merged, old = merge(body(r, c, corpus.New, u, Insert, kept), old, i == len(news)-1)
		if len(glyphs) > 0 {
			glyphs = append(glyphs, glyph{' ', between(glyphs[len(glyphs)-1].tone, merged)})
		}
		out = append(out, Line{corpus.New, u, pieces(append(glyphs, merged...))})
	}
	return out
}

// Line is one clause as shown: a unit of a side and its pieces.
type Line struct {
	Side   corpus.Side
	Unit   int
	Pieces []Piece
}

// heading is the label part: the same on both sides, or the old one struck before the new one. Only the first of several units meets the old label.
func heading(before, after string, first bool, kept Tone) []glyph {
	if !first {
		return run(after, Insert)
	}
	if sameLabel(before) == sameLabel(after) {
		return run(after, kept)
	}
	return append(run(before, Delete), run(after, Insert)...)
}

// merge walks both sides and returns what is left of old; the last call takes all.
func merge(new, old []glyph, last bool) (merged, rest []glyph) {
	i, j := 0, 0
	for i < len(new) || j < len(old) {
		switch {
		case j < len(old) && old[j].tone == Delete:
			merged = append(merged, old[j])
			j++
		case i < len(new) && new[i].tone == Insert:
			merged = append(merged, new[i])
			i++
		case i == len(new):
			if !last {
				return merged, old[j:]
			}
			if !unicode.IsSpace(old[j].r) { // the sides do not agree: show it rather than lose it
				merged = append(merged, glyph{old[j].r, Delete})
			}
			j++
		case j == len(old):
			merged = append(merged, new[i])
			i++
		case unicode.IsSpace(old[j].r) && !unicode.IsSpace(new[i].r):
			j++
		case unicode.IsSpace(new[i].r) && !unicode.IsSpace(old[j].r):
			merged = append(merged, new[i])
			i++
		default:
			merged = append(merged, new[i])
			i++
			j++
		}
	}
	return merged, nil
}
