package outline

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// Audit is how far the printed marks and the computed edits agree. What differs was found by the comparison; here it is
// counted and cited. Where they differ both are shown; neither is taken for the truth.
type Audit struct {
	Agree   int
	Missing []string // edits without a mark: 第九条第一項「並びに」
	Partial []string // words that a mark leaves out of a change
	Extra   []string // marks without an edit
}

// Check audits a printed table; ok is false where it carries no marks at all.
func Check(r *diff.Result) (a Audit, ok bool) {
	for s := range r.Units {
		for _, k := range r.Units[s] {
			ok = ok || slices.ContainsFunc(r.Comparison.Official(k, corpus.Side(s)), func(m corpus.Mark) bool {
				return m.Kind == corpus.MarkUnderline || m.Kind == corpus.MarkDouble || m.Kind.Tinted() || r.Comparison.Names(k, corpus.Side(s), m.Kind)
			})
		}
	}
	if !ok {
		return a, false
	}
	for i := range r.Changes {
		a.Agree += len(r.Changes[i].Edits)
	}
	for _, d := range r.Findings {
		place := Place(r, d)
		switch d.Rule {
		case "mark-missing":
			a.Agree--
			a.Missing = append(a.Missing, place)
		case "mark-partial":
			a.Agree--
			a.Partial = append(a.Partial, place)
		case "mark-excess":
			a.Extra = append(a.Extra, place)
		}
	}
	a.Agree = max(a.Agree, 0)
	return a, true
}

// Place cites what a finding is about: 第九条第一項「並びに」, 旧第九条 on the old side; "" if it is about no clause.
func Place(r *diff.Result, d corpus.Diag) string {
	side := corpus.New
	if d.Side == corpus.Old.String() {
		side = corpus.Old
	}
	if d.Side == "" || d.Unit < 0 || d.Unit >= len(r.Units[side]) {
		return ""
	}
	k := r.Units[side][d.Unit]
	out := Cite(k.Path)
	if side == corpus.Old {
		out = "旧" + out
	}
	if d.Span == nil {
		return out
	}
	text := []rune(strings.Join(strings.Fields(k.Text.Slice(d.Span.Start, d.Span.End).S), " "))
	if len(text) > longestWords {
		text = append(text[:longestWords-4:longestWords-4], '…')
	}
	return out + "「" + string(text) + "」"
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
	list("傍線が一部だけの変更", a.Partial)
	list("変更のない傍線", a.Extra)
	return out
}
