package edit

// Whole sentences: 作成する。 → 作成しなければならない。ただし、…は、この限りでない。 changes one predicate and adds one sentence, but its exact
// difference ends at the last 。 and mixes the two. So a hunk with a full stop on one side only is parted there: the sentence that is nearest to
// the words of the other side stands where they stood, the other sentences come or go whole. Comparing sentences before words
// was rejected: where both sides have as many, words find their way better alone.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

const stop = "。"

// parting parts hunks at the ends of sentences.
func parting(hunks []Hunk, old, new []token.Token) []Hunk {
	var out []Hunk
	for i, h := range hunks {
		next := len(old)
		if i+1 < len(hunks) {
			next = hunks[i+1].Old.Start
		}
		room := next > h.Old.End && old[h.Old.End].Key == stop // the sentence ends behind the hunk, on both sides
		if !room || h.Old.Len() == 0 || h.New.Len() == 0 {
			out = append(out, h)
			continue
		}
		was, now := stops(old, h.Old), stops(new, h.New)
		switch {
		case len(was) == 0 && len(now) > 0:
			for _, p := range part(new, h.New, now, old, h.Old) {
				out = append(out, Hunk{Old: p.other, New: p.long})
			}
		case len(now) == 0 && len(was) > 0:
			for _, p := range part(old, h.Old, was, new, h.New) {
				out = append(out, Hunk{Old: p.long, New: p.other})
			}
		default:
			out = append(out, h)
		}
	}
	return vain(out, old, new)
}

// stops are the places of the full stops of a span that stand in no bracket.
func stops(side []token.Token, s corpus.Span) (at []int) {
	depth := 0
	for i := s.Start; i < s.End; i++ {
		switch k := side[i].Key; {
		case open[k]:
			depth++
		case closing[k]:
			depth--
		case k == stop && depth == 0:
			at = append(at, i)
		}
	}
	if depth != 0 {
		return nil // it cuts a bracket: its sentences cannot be told
	}
	return at
}

// sentence reports whether a hunk is whole sentences, and nothing on the other side.
func sentence(h Hunk, old, new []token.Token) bool {
	side, s, one := h.single(old, new)
	return one && side[s.End-1].Key == stop && (s.Start == 0 || side[s.Start-1].Key == stop)
}

type piece struct{ long, other corpus.Span }

// part parts the span of several sentences of one side, of which the last ends behind it, at its full stops, against the words of the other side.
func part(side []token.Token, s corpus.Span, stops []int, against []token.Token, words corpus.Span) []piece {
	ends := append(stops, s.End) // each sentence ends with side[ends[k]]
	fresh := s.Start == 0 || side[s.Start-1].Key == stop
	best, most := 0, -1
	from := s.Start
	for k, end := range ends {
		if n := Common(side[from:end], against[words.Start:words.End]); n > most {
			best, most = k, n
		}
		if !fresh {
			break // the first sentence begins before the hunk
		}
		from = end + 1
	}
	var out []piece
	from = s.Start
	if best > 0 {
		from = ends[best-1] + 1
		out = append(out, piece{corpus.Span{Start: s.Start, End: from}, corpus.Span{Start: words.Start, End: words.Start}})
	}
	out = append(out, piece{corpus.Span{Start: from, End: ends[best]}, words})
	if best < len(ends)-1 {
		after := words.End + 1 // behind the full stop that stays
		out = append(out, piece{corpus.Span{Start: ends[best] + 1, End: s.End + 1}, corpus.Span{Start: after, End: after}})
	}
	return out
}
