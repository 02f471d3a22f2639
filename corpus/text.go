// Package corpus is shinkyu's model: documents, revisions, clauses, comparisons and findings, as plain values without I/O.
//
// Every stage speaks in these types. They hold no behaviour beyond what keeps them consistent: offsets are
// code points as the comparison JSON has them, never bytes, so that a span means the same to Go, to Python and to a browser.
// A tree with parent pointers was rejected: a comparison points into two trees by index, and values can be compared in tests.
package corpus

import (
	"encoding/json"
	"slices"
	"unicode/utf8"
)

// Span is a half-open range of Unicode code points.
type Span struct{ Start, End int }

// Len is the number of code points in the span.
func (s Span) Len() int { return s.End - s.Start }

// MarshalJSON writes [start, end].
func (s Span) MarshalJSON() ([]byte, error) { return json.Marshal([2]int{s.Start, s.End}) }

// UnmarshalJSON reads [start, end].
func (s *Span) UnmarshalJSON(b []byte) error {
	var v [2]int
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	s.Start, s.End = v[0], v[1]
	return nil
}

// MarkKind names an official mark. Values are those of the comparison JSON.
type MarkKind string

const (
	MarkUnderline MarkKind = "underline" // 傍線, 下線
	MarkDouble    MarkKind = "double"    // 二重傍線
	MarkBox       MarkKind = "box"       // 破線の枠
	MarkBold      MarkKind = "bold"
	MarkStrike    MarkKind = "strike"

	// Colours count where they set a small part of the text apart, or the legend names them.
	MarkRed    MarkKind = "red" // 赤字, 朱書
	MarkBlue   MarkKind = "blue"
	MarkGreen  MarkKind = "green"
	MarkColour MarkKind = "colour" // any other
	MarkShade  MarkKind = "shade"  // 網掛け, a marker's stroke
)

// Tinted reports whether a mark is a colour of the letters or of the ground under them.
func (k MarkKind) Tinted() bool {
	switch k {
	case MarkRed, MarkBlue, MarkGreen, MarkColour, MarkShade:
		return true
	}
	return false
}

// Mark is an official mark on a range of a text.
type Mark struct {
	Kind MarkKind `json:"kind"`
	Span Span     `json:"span"`
}

// Text is a string with the official marks on it. Marks are sorted by start; marks of one kind never touch.
type Text struct {
	S     string
	Marks []Mark
}

// Len is the length in code points.
func (t Text) Len() int { return utf8.RuneCountInString(t.S) }

// Slice returns code points [start, end) with the marks that lie there.
func (t Text) Slice(start, end int) Text {
	r := []rune(t.S)
	start, end = max(start, 0), min(end, len(r))
	if start >= end {
		return Text{}
	}
	out := Text{S: string(r[start:end])}
	for _, m := range t.Marks {
		a, b := max(m.Span.Start, start), min(m.Span.End, end)
		if a < b {
			out.Marks = append(out.Marks, Mark{m.Kind, Span{a - start, b - start}})
		}
	}
	return out
}

// Append returns t followed by u; marks that meet at the seam become one.
func (t Text) Append(u Text) Text {
	n := t.Len()
	out := Text{S: t.S + u.S, Marks: slices.Clone(t.Marks)}
	for _, m := range u.Marks {
		out.Marks = append(out.Marks, Mark{m.Kind, Span{m.Span.Start + n, m.Span.End + n}})
	}
	out.Marks = MergeMarks(out.Marks)
	return out
}

// MergeMarks sorts marks, drops empty ones and joins those of one kind that touch or overlap.
func MergeMarks(marks []Mark) []Mark {
	if len(marks) == 0 {
		return nil
	}
	marks = slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool { return m.Span.Len() <= 0 })
	slices.SortStableFunc(marks, func(a, b Mark) int {
		if a.Span.Start != b.Span.Start {
			return a.Span.Start - b.Span.Start
		}
		return a.Span.End - b.Span.End
	})
	var out []Mark
	last := map[MarkKind]int{}
	for _, m := range marks {
		if i, ok := last[m.Kind]; ok && out[i].Span.End >= m.Span.Start {
			out[i].Span.End = max(out[i].Span.End, m.Span.End)
			continue
		}
		last[m.Kind] = len(out)
		out = append(out, m)
	}
	return out
}
