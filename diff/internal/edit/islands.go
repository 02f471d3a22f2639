package edit

// Islands: words that happen to be equal between two changes. The more has changed around an island, the more it must weigh to stand.
// Particles and signs weigh little, because any two sentences share them.

import (
	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// weight of a token as an island: a letter of a content word counts whole, particles and signs a little.
func weight(t token.Token) float64 {
	n := float64(len([]rune(t.Key)))
	switch t.Kind {
	case token.Kana, token.Punct:
		return 0.34
	case token.Ending:
		return min(0.34*n, 1.4)
	}
	return n
}

// islands joins neighbouring hunks when what stands between them is too light for what changed on both of its sides.
func islands(hunks []Hunk, old, new []token.Token) []Hunk {
	for again := true; again; {
		again = false
		var out []Hunk
		for _, h := range hunks {
			if n := len(out); n > 0 {
				last := out[n-1]
				var w float64
				for _, t := range old[last.Old.End:h.Old.Start] {
					w += weight(t)
				}
				if w < need(changed(last, old, new), changed(h, old, new))*ease(last, h, old, new) {
					out[n-1] = Hunk{corpus.Span{Start: last.Old.Start, End: h.Old.End}, corpus.Span{Start: last.New.Start, End: h.New.End}}
					again = true
					continue
				}
			}
			out = append(out, h)
		}
		hunks = out
	}
	return hunks
}

// ease is how much less an island must weigh beside a whole bracket that comes or goes (様式{（様式第一号）}により{、書面で}). Before and behind
// a whole sentence every island stands.
func ease(a, b Hunk, old, new []token.Token) float64 {
	if sentence(a, old, new) || sentence(b, old, new) {
		return 0
	}
	if whole(a, old, new) || whole(b, old, new) {
		return 0.25
	}
	return 1
}

// whole reports whether a hunk is one bracket with all that it holds, and nothing on the other side.
func whole(h Hunk, old, new []token.Token) bool {
	side, s, one := h.single(old, new)
	return one && open[side[s.Start].Key] && side[s.End-1].Key == open2close[side[s.Start].Key] && balance(side, s) == 0
}

// changed is the larger side of a hunk in code points.
func changed(h Hunk, old, new []token.Token) int {
	return max(size(old, h.Old), size(new, h.New))
}

// need is the weight an island must have between changes of a and b code points.
func need(a, b int) float64 {
	small, large := float64(min(a, b)), float64(max(a, b))
	return min(0.3*small+0.05*large, 10)
}
