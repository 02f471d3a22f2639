package past

// What a revision replaced, in a few words: 「速やかに」→「知った時から二十四時間以内に」.

import (
	"fmt"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/outline"
)

const (
	mostGists   = 3  // replacements shown of one revision
	longestGist = 40 // characters of one side
)

// gists lists the replaced words of changes; the last entry counts what is left out.
func gists(r *diff.Result, changes []int) []string {
	var out []string
	more := 0
	for _, i := range changes {
		for _, g := range replaced(r, &r.Changes[i]) {
			if len(out) < mostGists {
				out = append(out, g)
			} else {
				more++
			}
		}
	}
	if more > 0 {
		out = append(out, fmt.Sprintf("ほか%dか所", more))
	}
	return out
}

func replaced(r *diff.Result, c *diff.Change) []string {
	var out []string
	var labels [2]string // of the new and of the old side
	for s := range labels {
		if units := c.Units(corpus.Side(s)); len(units) > 0 {
			labels[s] = clip(r.Units[s][units[0]].Label)
		}
	}
	for _, l := range outline.Inline(r, c) {
		old, new := "", ""
		flush := func() {
			old, new = clip(old), clip(new)
			switch {
			case labels[0] != "" && new == labels[0] && old == labels[1]: // a number alone is said by the addresses
			case old != "" && new != "":
				out = append(out, old+" → "+new)
			case new != "":
				out = append(out, "＋ "+new)
			case old != "":
				out = append(out, "－ "+old)
			}
			old, new = "", ""
		}
		for _, piece := range l.Pieces {
			switch piece.Tone {
			case outline.Insert:
				new += piece.Text
			case outline.Delete:
				old += piece.Text
			default:
				flush()
			}
		}
		flush()
	}
	return out
}

// clip shortens a text to what tells it.
func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > longestGist {
		return string(r[:longestGist]) + "…"
	}
	return s
}
