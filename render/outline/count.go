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
	void := voided(r, blocks)
	for i := range r.Changes {
		c := &r.Changes[i]
		s.Clauses++
		if Changed(c) {
			s.ChangedClauses++
		}
		if c.Form != diff.Same && c.Form != diff.Omitted && !void[i] {
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

// voided are the changes that an article's becoming void tells already: that it was rewritten as 削除, and that its caption and items went.
func voided(r *diff.Result, blocks []Block) map[int]bool {
	out := map[int]bool{}
	for _, b := range blocks {
		if !b.void {
			continue
		}
		for _, n := range b.Changes {
			if f := r.Changes[n].Form; f == diff.Removed || f == diff.Rewritten {
				out[n] = true
			}
		}
	}
	return out
}

// Lead is the first part of the line of counts: 12か条のうち 5か条に変更.
func (s Summary) Lead() string {
	switch {
	case s.ChangedArticles > 0:
		return fmt.Sprintf("%dか条のうち %dか条に変更", s.Articles, s.ChangedArticles)
	case s.ChangedClauses > 0:
		return fmt.Sprintf("%d項目のうち %d項目に変更", s.Clauses, s.ChangedClauses)
	}
	return fmt.Sprintf("変更なし（%d項目）", s.Clauses)
}

// String is the whole line of counts: 12か条のうち 5か条に変更: 改正 3 · 新設 1 · 効果: 適用範囲 2.
func (s Summary) String() string {
	text := s.Lead()
	if len(s.Forms) > 0 {
		text += ": " + strings.Join(Tallies(s.Forms), " · ")
	}
	if len(s.Effects) > 0 {
		text += "    効果: " + strings.Join(Tallies(s.Effects), " · ")
	}
	return text
}

// Tallies are name and count of each: 改正 3.
func Tallies(list []Tally) []string {
	var out []string
	for _, t := range list {
		out = append(out, fmt.Sprintf("%s %d", t.Name, t.Count))
	}
	return out
}

// variantsNamed is how many words that an old term became are listed; the others are counted.
const variantsNamed = 3

// Terms are the systematic replacements, one old term each: 部局 → 部局等 (7か所、旧語の残り 1か所); where several new ones stand for it, with the words
// that decide, 〜 being the term: 府県 → 機関等 (3か所)、国の機関 (1か所: 〜と協議). 定義なし says that nobody defines the new word.
func Terms(r *diff.Result) []string {
	var out []string
	for i := range r.Replacements {
		x := &r.Replacements[i]
		var parts []string
		for k := range x.New {
			if k == variantsNamed && len(x.New) > variantsNamed+1 {
				parts = append(parts, fmt.Sprintf("ほか%d語", len(x.New)-k))
				break
			}
			v := &x.New[k]
			s := fmt.Sprintf("%s (%dか所", v.New, len(v.Places))
			if at := Context(x, v); at != "" {
				s += ": " + at
			}
			if v.Undefined {
				s += "、定義なし"
			}
			if n := len(x.Left); n > 0 && len(x.New) == 1 {
				s += fmt.Sprintf("、旧語の残り %dか所", n)
			}
			parts = append(parts, s+")")
		}
		s := x.Old + " → " + strings.Join(parts, "、")
		if n := len(x.Left); n > 0 && len(x.New) > 1 {
			s += fmt.Sprintf("、旧語の残り %dか所", n)
		}
		out = append(out, s)
	}
	return out
}

// Context is where an old term became this word and no other, 〜 being the term: 〜と協議, 所管〜; "" where nothing tells.
func Context(x *diff.Replacement, v *diff.Variant) string {
	head := strings.TrimSuffix(v.Old, x.Old)
	if head+v.Before+v.After == "" {
		return ""
	}
	return v.Before + head + "〜" + v.After
}
