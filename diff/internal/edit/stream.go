package edit

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// Stream is the words of several units of one side in a row, without their labels: a split clause is compared with all its parts.
type Stream struct {
	Tokens []token.Token // spans count code points of the unit's text, label included
	Unit   []int         // of each token
}

// Place is a range of one unit's text.
type Place struct {
	Unit int
	Span corpus.Span
}

// NewStream lines up the words of units, which index all.
func NewStream(all []*corpus.Clause, units []int) Stream {
	var out Stream
	for _, u := range units {
		c := all[u]
		for _, t := range token.Lex(c.Words()) {
			t.Span.Start += c.Body
			t.Span.End += c.Body
			out.Tokens = append(out.Tokens, t)
			out.Unit = append(out.Unit, u)
		}
	}
	return out
}

// Size is the length of the words in code points, without blanks.
func (t Stream) Size() int {
	n := 0
	for _, k := range t.Tokens {
		n += utf8.RuneCountInString(k.Key)
	}
	return n
}

// Text is the plain text of a range of tokens.
func (t Stream) Text(r corpus.Span) string {
	var b strings.Builder
	for _, k := range t.Tokens[r.Start:r.End] {
		b.WriteString(k.Key)
	}
	return b.String()
}

// Places turns a range of tokens into ranges of units, blanks between the tokens included.
func (t Stream) Places(r corpus.Span) []Place {
	var out []Place
	for i := r.Start; i < r.End; i++ {
		if n := len(out); n > 0 && out[n-1].Unit == t.Unit[i] {
			out[n-1].Span.End = t.Tokens[i].Span.End
			continue
		}
		out = append(out, Place{t.Unit[i], t.Tokens[i].Span})
	}
	return out
}
