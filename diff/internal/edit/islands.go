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
				if w < need(changed(last, old, new), changed(h, old, new)) {
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

// changed is the larger side of a hunk in code points.
func changed(h Hunk, old, new []token.Token) int {
	return max(size(old, h.Old), size(new, h.New))
}

// need is the weight an island must have between changes of a and b code points.
func need(a, b int) float64 {
	small, large := float64(min(a, b)), float64(max(a, b))
	return min(0.3*small+0.05*large, 10)
}
