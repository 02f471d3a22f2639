package token

import (
	"slices"

	"shinkyu/corpus"
)

// Flat is a text without blanks and with widths folded, with the way back to the printed one.
type Flat struct {
	Text []rune
	At   []int // place of each rune in the printed text, in code points
}

// Flatten leaves out what stands before code point body.
func Flatten(s string, body int) Flat {
	f := Flat{make([]rune, 0, len(s)/3), make([]int, 0, len(s)/3)}
	i := 0
	for _, r := range s {
		if i >= body && !Blank(r) {
			f.Text = append(f.Text, Loose(r))
			f.At = append(f.At, i)
		}
		i++
	}
	return f
}

// Span leads back to the printed text.
func (f Flat) Span(from, to int) corpus.Span {
	if from >= to || to > len(f.At) {
		return corpus.Span{}
	}
	return corpus.Span{Start: f.At[from], End: f.At[to-1] + 1}
}

// Index lists where word stands, first to last without overlap.
func (f Flat) Index(word []rune) []int {
	var out []int
	for i := 0; len(word) > 0 && i+len(word) <= len(f.Text); i++ {
		if f.Text[i] == word[0] && slices.Equal(f.Text[i:i+len(word)], word) {
			out = append(out, i)
			i += len(word) - 1
		}
	}
	return out
}
