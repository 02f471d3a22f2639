package outline

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// Audit compares what was printed with what was computed: each edited stretch either carries a 傍線 or does not,
// each 傍線 either lies on an edit or does not. Where they differ both are shown; neither is taken for the truth.
type Audit struct {
	Agree   int
	Missing []string // edits without a mark: 第九条第一項「並びに」
	Extra   []string // marks without an edit
}

// Check audits a printed table; ok is false where it carries no marks at all.
func Check(r *diff.Result) (a Audit, ok bool) {
	for s := range r.Units {
		for _, k := range r.Units[s] {
			ok = ok || slices.ContainsFunc(k.Text.Marks, official)
		}
	}
	if !ok {
		return a, false
	}
	edits := [2]map[int][]corpus.Span{{}, {}}
	for i := range r.Changes {
		for _, e := range r.Changes[i].Edits {
			edits[e.Side][e.Unit] = append(edits[e.Side][e.Unit], e.Span)
		}
	}
	for s := range r.Units {
		for u, k := range r.Units[s] {
			if Marker(k) {
				continue
			}
			runes := []rune(k.Text.S)
			var marks []corpus.Span
			for _, m := range k.Text.Marks {
				if official(m) {
					marks = append(marks, m.Span)
				}
			}
			for _, e := range edits[s][u] {
				switch {
				case blank(runes, e):
				case touches(e, marks):
					a.Agree++
				default:
					a.Missing = append(a.Missing, place(k, runes, e))
				}
			}
			for _, m := range marks {
				if !blank(runes, m) && !touches(m, edits[s][u]) {
					a.Extra = append(a.Extra, place(k, runes, m))
				}
			}
		}
	}
	return a, true
}

func official(m corpus.Mark) bool {
	return m.Kind == corpus.MarkUnderline || m.Kind == corpus.MarkDouble
}

func touches(s corpus.Span, others []corpus.Span) bool {
	return slices.ContainsFunc(others, func(o corpus.Span) bool { return s.Start < o.End && o.Start < s.End })
}

// blank reports a span of white space and punctuation only, which marks leave out or take in as they please.
func blank(runes []rune, s corpus.Span) bool {
	for i := max(0, s.Start); i < min(s.End, len(runes)); i++ {
		if !unicode.IsSpace(runes[i]) && !unicode.IsPunct(runes[i]) {
			return false
		}
	}
	return true
}

// place cites a span: 第九条第一項「並びに」.
func place(k *corpus.Clause, runes []rune, s corpus.Span) string {
	text := strings.Join(strings.Fields(string(runes[max(0, s.Start):min(s.End, len(runes))])), " ")
	if r := []rune(text); len(r) > longestWords {
		text = string(r[:longestWords-4]) + "…"
	}
	return Cite(k.Path) + "「" + text + "」"
}

// Lines are the audit in words, with at most n places of each kind by name.
func (a Audit) Lines(n int) []string {
	out := []string{fmt.Sprintf("対照表の傍線と計算した差分: 一致 %dか所", a.Agree)}
	list := func(name string, places []string) {
		if len(places) == 0 {
			return
		}
		text := strings.Join(places[:min(n, len(places))], "、")
		if len(places) > n {
			text += " ほか"
		}
		out = append(out, fmt.Sprintf("%s %dか所 (%s)", name, len(places), text))
	}
	list("傍線のない変更", a.Missing)
	list("変更のない傍線", a.Extra)
	return out
}
