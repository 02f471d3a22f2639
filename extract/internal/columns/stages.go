package columns

// Amendments in stages: 現行｜第一条の規定による改正後｜第二条の規定による改正後. Each stage is a comparison of its own, whose old
// text is the new text of the stage before it; the stages follow the columns away from the old one.
// A comparison of the first and the last state alone was rejected: the stages come into force on different days.

import "slices"

// stages splits a section with one old and several new columns; any other section comes back as it is.
func (s *section) stages() []*section {
	var fresh []int
	old := -1
	for i, h := range s.heads {
		switch h.role {
		case newText:
			fresh = append(fresh, i)
		case oldText:
			if old >= 0 {
				return []*section{s}
			}
			old = i
		}
	}
	if old < 0 || len(fresh) < 2 || s.hasLoose() {
		return []*section{s}
	}
	slices.SortFunc(fresh, func(a, b int) int { return distance(a, old) - distance(b, old) })
	var out []*section
	before := old
	for k, i := range fresh {
		stage := *s
		stage.heads = slices.Clone(s.heads)
		for j := range stage.heads {
			switch {
			case j == i:
				stage.heads[j].role = newText
			case j == before:
				stage.heads[j].role = oldText
			case stage.heads[j].role == newText || stage.heads[j].role == oldText || k > 0:
				stage.heads[j].role = elsewhere
			}
		}
		stage.stage = k
		if k > 0 {
			stage.unplaced = nil
		}
		before = i
		out = append(out, &stage)
	}
	return out
}

func distance(a, b int) int { return max(a-b, b-a) }
