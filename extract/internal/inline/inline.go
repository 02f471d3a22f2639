// Package inline collects the inline content of marked-up text (words, official marks, line breaks) into grid lines.
//
// HTML, marked text and Markdown nest differently but print alike: characters that carry marks, broken into lines.
// Their readers walk their own trees and tell a Builder what comes next; white space, indents and the offsets of
// marks are settled here, once. Handing over strings with tags still inside was rejected: every later stage would have
// to parse them again, and a mark's offset would depend on who did.
package inline

import (
	"unicode"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// Marks is a set of official marks.
type Marks uint16

// The marks that marked-up text can carry.
const (
	Underline Marks = 1 << iota
	Double
	Box
	Bold
	Strike
	Red
	Blue
	Green
	Colour
	Shade
)

// Letters are the colours of letters, of which each has one: a new one takes the place of that around it.
const Letters = Red | Blue | Green | Colour

// kinds pairs each bit with the model's name, in the order in which marks are listed.
var kinds = []struct {
	bit  Marks
	kind corpus.MarkKind
}{
	{Underline, corpus.MarkUnderline},
	{Double, corpus.MarkDouble},
	{Box, corpus.MarkBox},
	{Bold, corpus.MarkBold},
	{Strike, corpus.MarkStrike},
	{Red, corpus.MarkRed},
	{Blue, corpus.MarkBlue},
	{Green, corpus.MarkGreen},
	{Colour, corpus.MarkColour},
	{Shade, corpus.MarkShade},
}

// Builder collects lines. The zero Builder is ready; it folds white space as a browser does.
type Builder struct {
	Spaces bool       // keep runs of blanks as they stand: their length says something
	Page   int        // page of the lines that begin from now on
	Area   corpus.Box // box of the lines that begin from now on

	lines   []grid.Line
	glyphs  []glyph
	pending []glyph // blanks not yet written: they vanish at a line's end
	start   bool    // the line under construction starts a paragraph
	joined  bool    // the source says that it continues the line before
	begun   bool    // page and box of the line under construction are known
	line    grid.Line
}

type glyph struct {
	r  rune
	on Marks
}

// Text adds words that carry the marks on.
func (b *Builder) Text(s string, on Marks) {
	for _, r := range s {
		switch {
		case r == '\uFEFF' || r == '\u200B':
			// A byte order mark or a zero-width break opportunity prints nothing.
		case isBlank(r):
			b.pending = append(b.pending, glyph{r, on})
		default:
			b.flushBlanks(r)
			if !b.begun {
				b.begun, b.line = true, grid.Line{Page: b.Page, Box: b.Area, Room: -1}
			}
			b.glyphs = append(b.glyphs, glyph{r, on})
		}
	}
}

// isBlank: white space that a browser folds, and the no-break space that generators put between words or into empty cells.
func isBlank(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\v', '\u00A0':
		return true
	}
	return false
}

// flushBlanks writes the pending white space before r: nothing where a line of the source ends between two wide
// characters (CSS Text 3, section 4.1.3), else one blank, or all of them when Spaces is set.
func (b *Builder) flushBlanks(r rune) {
	blanks := b.pending
	b.pending = b.pending[:0]
	if len(blanks) == 0 {
		return
	}
	if len(b.glyphs) == 0 {
		if b.Spaces { // the indent of a plain line
			b.glyphs = append(b.glyphs, blanks...)
		}
		return
	}
	for _, g := range blanks {
		if g.r == '\n' || g.r == '\r' {
			if wide(r) && wide(b.glyphs[len(b.glyphs)-1].r) {
				return
			}
			b.glyphs = append(b.glyphs, glyph{' ', g.on})
			return
		}
	}
	if !b.Spaces {
		blanks = blanks[:1]
	}
	for _, g := range blanks {
		b.glyphs = append(b.glyphs, glyph{' ', g.on})
	}
}

func wide(r rune) bool { return r >= 0x2E80 && r != '\uFFFD' }

// Break ends the line: what follows may belong to the same paragraph.
func (b *Builder) Break() { b.end(false, false) }

// Soft ends the line where the source says that the paragraph goes on.
func (b *Builder) Soft() { b.end(false, true) }

// Paragraph ends the line: what follows starts a paragraph. Two calls make one end.
func (b *Builder) Paragraph() { b.end(true, false) }

func (b *Builder) end(start, joined bool) {
	written := b.emit()
	if written {
		b.start, b.joined = start, joined
		return
	}
	b.start = b.start || start
	b.joined = b.joined && !b.start
}

func (b *Builder) emit() bool {
	glyphs := b.glyphs
	b.glyphs, b.pending = nil, b.pending[:0]
	begun, line := b.begun, b.line
	b.begun = false
	if !begun {
		return false
	}
	var indent float64
	for len(glyphs) > 0 && unicode.IsSpace(glyphs[0].r) {
		if glyphs[0].r == '　' {
			indent++
		} else {
			indent += 0.5
		}
		glyphs = glyphs[1:]
	}
	for len(glyphs) > 0 && unicode.IsSpace(glyphs[len(glyphs)-1].r) {
		glyphs = glyphs[:len(glyphs)-1]
	}
	if len(glyphs) == 0 {
		return false
	}
	line.Text, line.Indent, line.Start, line.Joined = textOf(glyphs), indent, b.start, b.joined
	b.lines = append(b.lines, line)
	return true
}

func textOf(glyphs []glyph) corpus.Text {
	runes := make([]rune, len(glyphs))
	var marks []corpus.Mark
	for i, g := range glyphs {
		runes[i] = g.r
		for _, k := range kinds {
			if g.on&k.bit != 0 {
				marks = append(marks, corpus.Mark{Kind: k.kind, Span: corpus.Span{Start: i, End: i + 1}})
			}
		}
	}
	return corpus.Text{S: string(runes), Marks: corpus.MergeMarks(marks)}
}

// Empty reports whether nothing has been written since the last line end.
func (b *Builder) Empty() bool { return !b.begun }

// Lines ends the last line, returns all of them and empties the builder.
func (b *Builder) Lines() []grid.Line {
	b.end(false, false)
	lines := b.lines
	b.lines, b.start, b.joined = nil, false, false
	return lines
}
