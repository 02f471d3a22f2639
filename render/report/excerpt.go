package report

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
)

// reach is how many signs stand on each side of the place.
const reach = 12

// longest is how many signs of the place itself are shown.
const longest = 48

func cite(c *corpus.Clause) string { return c.Path.Cite() }

// excerpt is the words around a place with the place in brackets: …管理責任者[並びに]委託先は、…. A place without width is the clause's beginning.
func excerpt(c *corpus.Clause, span corpus.Span) string {
	text := []rune(c.Text.S)
	clip := func(from, to int) string {
		return strings.Join(strings.Fields(string(text[max(0, from):min(len(text), max(from, to))])), " ")
	}
	if span.Len() <= 0 {
		out := clip(0, 3*reach)
		if len(text) > 3*reach {
			out += "…"
		}
		return out
	}
	var b strings.Builder
	if span.Start > reach {
		b.WriteRune('…')
	}
	b.WriteString(clip(span.Start-reach, span.Start))
	b.WriteRune('[')
	if span.Len() > longest {
		b.WriteString(clip(span.Start, span.Start+longest*2/3) + "…" + clip(span.End-longest/3, span.End))
	} else {
		b.WriteString(clip(span.Start, span.End))
	}
	b.WriteRune(']')
	b.WriteString(clip(span.End, span.End+reach))
	if span.End+reach < len(text) {
		b.WriteRune('…')
	}
	return b.String()
}

// excerpts are the finding's own words and, of the related places, the first on each side that is not the finding's clause.
func excerpts(r *lint.Report, f *lint.Finding) []lint.Place {
	if f.Unit < 0 {
		return nil
	}
	out := []lint.Place{f.Place}
	for _, p := range f.Related {
		if p.Side != f.Side || len(f.Related) == 1 && p.Unit != f.Unit {
			out = append(out, p)
			break
		}
	}
	return out
}
