package web

// References as links. 前条第一項 tells a reader nothing until the clause is found; the comparison knows which unit it names, on which side.
// A link leads to that unit's row on the same page. What a table leaves out stands elsewhere: Options.Refer may know where. Each side has its
// own, for a reference may name another clause after the amendment under the same words.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff/refer"
)

// Cross is a reference in the text of a unit, as code points of the text, and where it leads.
type Cross struct {
	Span corpus.Span
	Href string
}

// crosses are the references of a unit that lead somewhere, in the order of the text; none overlap.
func (b *builder) crosses(s corpus.Side, unit int) []Cross {
	if b.named[s] == nil {
		b.named[s] = map[int][]Cross{}
		for _, r := range b.r.References[s] {
			if r.Status != refer.Resolved || len(r.Targets) == 0 || r.Unit == r.Targets[0] {
				continue
			}
			if to := b.place(s, r.Targets[0]); to != nil {
				b.named[s][r.Unit] = append(b.named[s][r.Unit], Cross{r.Span, to.Href})
			}
		}
	}
	out := b.named[s][unit]
	if b.opt.Refer == nil {
		return out
	}
	out = slices.Clip(out)
	for _, c := range b.opt.Refer(s, unit) {
		if !slices.ContainsFunc(out, func(o Cross) bool { return o.Span.Start < c.Span.End && c.Span.Start < o.Span.End }) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(x, y Cross) int { return x.Span.Start - y.Span.Start })
	return out
}

// hrefAt is where the code point at leads, "" where it belongs to no reference.
func hrefAt(crosses []Cross, at int) string {
	for _, c := range crosses {
		if c.Span.Start <= at && at < c.Span.End {
			return c.Href
		}
	}
	return ""
}
