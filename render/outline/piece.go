// Package outline turns a result into what any flat medium shows: blocks of clauses under a heading, and
// clauses as pieces of text with a tone. A terminal and a plain text draw the same outline, so they cannot disagree.
package outline

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// Tone says what a piece of text is in the comparison.
type Tone uint8

const (
	Kept    Tone = iota
	Insert       // stands on the new side only
	Delete       // stands on the old side only
	Carried      // stands on both sides, at another place: moved or renumbered
	Relabel      // the label of a clause that bears another one on the other side
)

// Piece is a stretch of one tone.
type Piece struct {
	Text string
	Tone Tone
}

// glyph is a code point of the text with its tone.
type glyph struct {
	r    rune
	tone Tone
}

func pieces(glyphs []glyph) []Piece {
	var out []Piece
	var b strings.Builder
	for i, g := range glyphs {
		b.WriteRune(g.r)
		if i+1 == len(glyphs) || glyphs[i+1].tone != g.tone {
			out = append(out, Piece{b.String(), g.tone})
			b.Reset()
		}
	}
	return out
}

// label splits a clause's text into its label and the offset of its words. A label that is not printed
// at the head of the text (a reader may put it aside) counts as none.
func label(k *corpus.Clause) (string, int) {
	runes := []rune(k.Text.S)
	lead := 0
	for lead < len(runes) && unicode.IsSpace(runes[lead]) {
		lead++
	}
	want := []rune(k.Label)
	if len(want) == 0 || len(runes)-lead < len(want) || string(runes[lead:lead+len(want)]) != k.Label {
		return "", 0
	}
	body := lead + len(want)
	if k.Body >= body && k.Body <= len(runes) {
		return k.Label, k.Body
	}
	for body < len(runes) && unicode.IsSpace(runes[body]) {
		body++
	}
	return k.Label, body
}

// CutLabel takes the clause's label and the blank behind it off the front of a shown text.
func CutLabel(k *corpus.Clause, text string) (lead, rest string) {
	if name, _ := label(k); name != "" {
		if rest, ok := strings.CutPrefix(text, name+" "); ok {
			return name + " ", rest
		}
	}
	return "", text
}

// body is the code points behind the label, each with its tone: edited ones get edit, others kept.
func body(r *diff.Result, c *diff.Change, s corpus.Side, unit int, edit, kept Tone) []glyph {
	k := r.Units[s][unit]
	_, from := label(k)
	runes := []rune(k.Text.S)
	out := make([]glyph, 0, len(runes))
	for _, x := range runes[from:] {
		out = append(out, glyph{x, kept})
	}
	for _, e := range c.Edits {
		if e.Side != s || e.Unit != unit {
			continue
		}
		for i := max(e.Span.Start, from); i < min(e.Span.End, len(runes)); i++ {
			out[i-from].tone = edit
		}
	}
	return out
}

// tones of a side: what an edit is there.
func editTone(s corpus.Side) Tone {
	if s == corpus.Old {
		return Delete
	}
	return Insert
}

// Side is one unit as its own side shows it: label, one space, words; computed edits as Insert or Delete.
// A clause that went to another place without a changed word is Carried.
func Side(r *diff.Result, c *diff.Change, s corpus.Side, unit int) []Piece {
	kept := Kept
	if carried(c) {
		kept = Carried
	}
	tone := editTone(s)
	if r.Units[s][unit].Placeholder.IsMarker() {
		tone = Kept // （新設） says what the other side shows; it is no wording
	}
	glyphs := body(r, c, s, unit, tone, kept)
	name, _ := label(r.Units[s][unit])
	if name == "" {
		return pieces(glyphs)
	}
	head := kept
	switch {
	case alone(r, c, s), second(r, c, s, unit):
		head = tone
	case relabelled(r, c, s):
		head = Relabel
	}
	return pieces(append(run(name, head), append([]glyph{{' ', between(head, glyphs)}}, glyphs...)...))
}

// between is the tone of the space behind a label: that of its neighbours where they agree.
func between(head Tone, glyphs []glyph) Tone {
	if len(glyphs) > 0 && glyphs[0].tone == head {
		return head
	}
	return Kept
}

func run(s string, t Tone) []glyph {
	var out []glyph
	for _, x := range s {
		out = append(out, glyph{x, t})
	}
	return out
}

// carried reports a clause whose words are untouched and whose place is not.
func carried(c *diff.Change) bool {
	if c.Form != diff.Same {
		return false
	}
	for _, s := range c.Structure {
		if s == diff.Moved || s == diff.Releveled {
			return true
		}
	}
	return false
}

// relabelled reports whether a clause bears another label than its counterpart.
func relabelled(r *diff.Result, c *diff.Change, s corpus.Side) bool {
	own, others := r.Clauses(c, s), r.Clauses(c, s.Other())
	return len(own) > 0 && len(others) > 0 && sameLabel(r.Units[s][own[0]].Label) != sameLabel(r.Units[s.Other()][others[0]].Label)
}

// second reports whether a clause is not the first of several: what was divided, or merged, keeps its label in the first only.
func second(r *diff.Result, c *diff.Change, s corpus.Side, unit int) bool {
	own := r.Clauses(c, s)
	return len(own) > 1 && unit != own[0] && !r.Units[s][unit].Placeholder.IsMarker()
}

// sameLabel is a label without what only its printing tells: （４） for (4), ⑷ for (4).
func sameLabel(label string) string { return norm.NFKC.String(label) }

// alone reports whether the other side has no clause of its own in this change, at most a marker.
func alone(r *diff.Result, c *diff.Change, s corpus.Side) bool {
	for _, u := range c.Units(s.Other()) {
		if !r.Units[s.Other()][u].Placeholder.IsMarker() {
			return false
		}
	}
	return true
}
