package outline

import (
	"fmt"
	"strings"

	"shinkyu/diff"
	"shinkyu/render/words"
)

// Tally is a name with how often it occurs.
type Tally struct {
	Name  string
	Count int
}

// Summary is what a comparison comes to.
type Summary struct {
	Articles, ChangedArticles int // 条
	Clauses, ChangedClauses   int // changes of all kinds
	Forms                     []Tally
	Effects                   []Tally
}

// Summarise counts. Forms and structures come first, then effects, each in order of display and only where they occur.
func Summarise(r *diff.Result, blocks []Block) Summary {
	var s Summary
	for _, b := range blocks {
		if b.Article {
			s.Articles++
			if b.Changed {
				s.ChangedArticles++
			}
		}
	}
	forms, effects := map[string]int{}, map[diff.EffectKind]int{}
	for i := range r.Changes {
		c := &r.Changes[i]
		s.Clauses++
		if Changed(c) {
			s.ChangedClauses++
		}
		if c.Form != diff.Same && c.Form != diff.Omitted {
			forms[words.Form(c.Form)]++
		}
		for _, name := range words.Structures(r, c) {
			forms[name]++
		}
		for _, k := range words.Effects(c) {
			effects[k]++
		}
	}
	for _, name := range words.FormNames() {
		if forms[name] > 0 {
			s.Forms = append(s.Forms, Tally{name, forms[name]})
		}
	}
	for _, k := range words.AllEffects() {
		if effects[k] > 0 {
			s.Effects = append(s.Effects, Tally{words.Effect(k), effects[k]})
		}
	}
	return s
}

// String is the line of counts: 12か条のうち 5か条に変更: 改正 3 · 新設 1    効果: 適用範囲 2.
func (s Summary) String() string {
	var b strings.Builder
	switch {
	case s.Articles > 0 && s.ChangedArticles > 0:
		fmt.Fprintf(&b, "%dか条のうち %dか条に変更", s.Articles, s.ChangedArticles)
	case s.ChangedClauses > 0:
		fmt.Fprintf(&b, "%d項目のうち %d項目に変更", s.Clauses, s.ChangedClauses)
	default:
		return fmt.Sprintf("変更なし（%d項目）", s.Clauses)
	}
	b.WriteString(": " + tallies(s.Forms))
	if len(s.Effects) > 0 {
		b.WriteString("    効果: " + tallies(s.Effects))
	}
	return b.String()
}

func tallies(list []Tally) string {
	var out []string
	for _, t := range list {
		out = append(out, fmt.Sprintf("%s %d", t.Name, t.Count))
	}
	return strings.Join(out, " · ")
}

// Terms is the line of systematic replacements, "" if there are none.
func Terms(r *diff.Result) string {
	var out []string
	for _, t := range r.Terms {
		s := fmt.Sprintf("%s → %s (%dか所", t.Old, t.New, t.Count)
		if t.Left > 0 {
			s += fmt.Sprintf("、旧語の残り %dか所", t.Left)
		}
		out = append(out, s+")")
	}
	if len(out) == 0 {
		return ""
	}
	return "用語の置換: " + strings.Join(out, " · ")
}
