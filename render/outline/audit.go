package outline

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// Audit is how far the printed marks and the computed edits agree. What differs was found by the comparison; here it is
// counted and cited. Where they differ both are shown; neither is taken for the truth.
type Audit struct {
	Agree   int
	Missing []Spot // edits without a mark: 第九条第一項「並びに」
	Partial []Spot // words that a mark leaves out of a change
	Extra   []Spot // marks without an edit
}

// Check audits a printed table; ok is false where it carries no marks at all.
func Check(r *diff.Result) (a Audit, ok bool) {
	for s := range r.Units {
		for _, k := range r.Units[s] {
			ok = ok || slices.ContainsFunc(r.Comparison.Official(k, corpus.Side(s)), func(m corpus.Mark) bool {
				return m.Kind == corpus.MarkUnderline || m.Kind == corpus.MarkDouble || m.Kind.Tinted() || r.Comparison.Names(k, m.Kind, corpus.Side(s))
			})
		}
	}
	if !ok {
		return a, false
	}
	for i := range r.Changes {
		a.Agree += len(r.Changes[i].Edits)
	}
	faces := facing(r)
	for i, d := range r.Findings {
		place := spotOf(r, d)
		switch d.Rule {
		case "mark-missing":
			a.Agree--
			switch k, ok := faces[i]; {
			case !ok:
				a.Missing = append(a.Missing, place)
			case d.Side == corpus.New.String(): // both sides of one change: 第九条第一項「及び」→「並びに」
				place.Words = quoted(r, corpus.Old, r.Findings[k]) + "→" + place.Words
				a.Missing = append(a.Missing, place)
			}
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

// Spot is a clause with the words that a finding is about.
type Spot struct {
	Old   bool // on the old side
	Path  ref.Path
	Words string // 「並びに」; "" if it is about all of it
}

// String cites a spot: 第九条第一項「並びに」, 旧第九条 on the old side.
func (s Spot) String() string {
	if s.Old {
		return "旧" + s.Path.Cite() + s.Words
	}
	return s.Path.Cite() + s.Words
}

// Place cites what a finding is about; "" if it is about no clause.
func Place(r *diff.Result, d corpus.Diag) string { return spotOf(r, d).String() }

func spotOf(r *diff.Result, d corpus.Diag) Spot {
	side := corpus.New
	if d.Side == corpus.Old.String() {
		side = corpus.Old
	}
	if d.Side == "" || d.Unit < 0 || d.Unit >= len(r.Units[side]) {
		return Spot{}
	}
	s := Spot{Old: side == corpus.Old, Path: r.Units[side][d.Unit].Path}
	if d.Span != nil {
		s.Words = quoted(r, side, d)
	}
	return s
}

// quoted is the words of a finding, shortened.
func quoted(r *diff.Result, side corpus.Side, d corpus.Diag) string {
	text := []rune(strings.Join(strings.Fields(r.Units[side][d.Unit].Text.Slice(d.Span.Start, d.Span.End).S), " "))
	if len(text) > longestWords {
		text = append(text[:longestWords-4:longestWords-4], '…')
	}
	return "「" + string(text) + "」"
}

// facing pairs the unmarked words of the two sides of a change where each side has as many: they are one change each, as a reader counts.
func facing(r *diff.Result) map[int]int {
	type unit struct {
		side string
		unit int
	}
	at := map[unit]int{}
	for n := range r.Changes {
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, u := range r.Changes[n].Units(s) {
				at[unit{s.String(), u}] = n
			}
		}
	}
	lists := map[int]*[2][]int{}
	for i, d := range r.Findings {
		n, ok := at[unit{d.Side, d.Unit}]
		if d.Rule != "mark-missing" || !ok || d.Span == nil {
			continue
		}
		if lists[n] == nil {
			lists[n] = &[2][]int{}
		}
		s := corpus.New
		if d.Side == corpus.Old.String() {
			s = corpus.Old
		}
		lists[n][s] = append(lists[n][s], i)
	}
	out := map[int]int{}
	for _, l := range lists {
		if len(l[corpus.New]) != len(l[corpus.Old]) {
			continue
		}
		for i, k := range l[corpus.New] {
			out[k], out[l[corpus.Old][i]] = l[corpus.Old][i], k
		}
	}
	return out
}

// elided leaves out of each place the steps of its address that the place before it has as well, where that spares two labels and what
// is left is one: 第２章第１節(18)ア「27」, …ウ「二」.
func elided(spots []Spot) []string {
	var out []string
	for i, s := range spots {
		text := s.String()
		if i > 0 && s.Old == spots[i-1].Old {
			a, b := spots[i-1].Path, s.Path
			n := 0
			for n < len(a)-1 && n < len(b)-1 && a[n] == b[n] {
				n++
			}
			if n > 1 && b[n].Kind == ref.Label {
				text = "…" + b[n:].Cite() + s.Words
			}
		}
		out = append(out, text)
	}
	return out
}

// Lines are the audit in words, with at most n places of each kind by name.
func (a Audit) Lines(n int) []string {
	out := []string{fmt.Sprintf("対照表の傍線と計算した差分: 一致 %dか所", a.Agree)}
	list := func(name string, places []Spot) {
		if len(places) == 0 {
			return
		}
		text := strings.Join(elided(places[:min(n, len(places))]), "、")
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
