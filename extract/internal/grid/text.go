package grid

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/hue"
)

// text is the line as a string with its marks. A space that a mark passes through carries it; a mark that
// reaches into the empty space after the last letter marks nothing.
func (s *Strip) text() corpus.Text {
	if s.printed != nil {
		return *s.printed
	}
	var b strings.Builder
	var marks []corpus.Mark
	loose := looseness(s)
	n := 0
	for i := range s.Inks {
		k := s.Inks[i]
		start := n
		if i > 0 {
			gap := gapText(s.Inks[i-1], k, loose)
			b.WriteString(gap)
			n += utf8.RuneCountInString(gap)
		}
		b.WriteString(k.Text)
		end := n + utf8.RuneCountInString(k.Text)
		for _, kind := range k.kinds() {
			from := n
			if i > 0 && s.Inks[i-1].through(k, kind) {
				from = start
			}
			marks = append(marks, corpus.Mark{Kind: kind, Span: corpus.Span{Start: from, End: end}})
		}
		n = end
	}
	return corpus.Text{S: b.String(), Marks: corpus.MergeMarks(marks)}
}

// kinds are the marks on the ink; a double line leaves no single one beside it.
func (k *Ink) kinds() []corpus.MarkKind {
	if len(k.marks) == 0 && !k.Bold && !k.Shade && k.Hue == hue.None {
		return nil
	}
	var out []corpus.MarkKind
	for _, kind := range []corpus.MarkKind{corpus.MarkUnderline, corpus.MarkDouble, corpus.MarkBox, corpus.MarkBold, corpus.MarkStrike} {
		if k.has(kind) {
			out = append(out, kind)
		}
	}
	if k.Hue != hue.None {
		out = append(out, k.Hue.Kind())
	}
	if k.Shade {
		out = append(out, corpus.MarkShade)
	}
	return out
}

func (k *Ink) has(kind corpus.MarkKind) bool {
	is := func(kind corpus.MarkKind) bool {
		return slices.ContainsFunc(k.marks, func(m on) bool { return m.kind == kind })
	}
	switch kind {
	case corpus.MarkBold:
		return k.Bold
	case corpus.MarkShade:
		return k.Shade
	case corpus.MarkRed, corpus.MarkBlue, corpus.MarkGreen, corpus.MarkColour:
		return k.Hue.Kind() == kind
	case corpus.MarkUnderline:
		return is(kind) && !is(corpus.MarkDouble)
	}
	return is(kind)
}

// through reports whether one mark of the kind runs on from k to the next ink of its line.
func (k *Ink) through(next *Ink, kind corpus.MarkKind) bool {
	if !k.has(kind) || !next.has(kind) {
		return false
	}
	middle := (k.Box.X1 + next.Box.X0) / 2
	return kind == corpus.MarkBold || kind.Tinted() || slices.ContainsFunc(k.marks, func(m on) bool { return m.kind == kind && m.from < middle && m.to > middle })
}

const mostNests = 1000 // tables inside cells on one page

// String is the line's text.
func (s *Strip) String() string { return s.text().S }

// line is the strip as a line of a cell; distances within the cell are set later, when all pages are known.
func (s *Strip) line(t *PageTrace) Line {
	l := Line{Text: s.text(), Page: t.Number, Box: t.Frame.Out(s.Box), Room: -1, Size: s.Size}
	if s.nest > 0 {
		l.Nest = t.Number*mostNests + s.nest
	}
	return l
}
