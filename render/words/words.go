// Package words holds the display names of forms, structures, effects and findings, so that a terminal,
// a page and a text say the same thing. The names are those of 法制執務 where it has one (新設, 削る, 繰下げ);
// effects have descriptive names, since no official vocabulary exists for them.
package words

import (
	"cmp"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// entry is one name with the key it stands for. Tables are ordered: their order is the order of display.
type entry struct{ key, name string }

var forms = []entry{
	{string(diff.Edited), "改正"},
	{string(diff.Rewritten), "全部改正"},
	{string(diff.Added), "新設"},
	{string(diff.Removed), "削る"},
	{string(diff.Omitted), "略"},
	{string(diff.Same), "変更なし"},
}

var structures = []entry{
	{string(diff.Moved), "移動"},
	{string(diff.Releveled), "階層変更"},
	{string(diff.Renumbered), "番号の変更"},
	{string(diff.Split), "分割"},
	{string(diff.Merged), "統合"},
	{string(diff.Shell), "削除（欠番）"},
}

var effects = []entry{
	{string(diff.DutyAdded), "義務の追加"},
	{string(diff.DutyStrengthened), "義務の強化"},
	{string(diff.DutyWeakened), "義務の緩和"},
	{string(diff.DutyRemoved), "義務の削除"},
	{string(diff.Scope), "適用範囲"},
	{string(diff.Actor), "主体"},
	{string(diff.Condition), "条件・例外"},
	{string(diff.Quantity), "数量・期限"},
	{string(diff.Date), "日付"},
	{string(diff.Basis), "根拠"},
	{string(diff.DefinitionAdded), "定義の追加"},
	{string(diff.DefinitionChanged), "定義の変更"},
	{string(diff.DefinitionMoved), "定義の移動"},
	{string(diff.DefinitionRemoved), "定義の削除"},
	{string(diff.SentenceAdded), "文の追加"},
	{string(diff.SentenceRemoved), "文の削除"},
	{string(diff.TermEffect), "用語の置換"},
	{string(diff.Rename), "名称の変更"},
	{string(diff.Reference), "条ずれ"},
	{string(diff.Citation), "引用形式"},
	{string(diff.Heading), "見出し"},
	{string(diff.Orthography), "用字"},
	{string(diff.Grammar), "文法・体裁"},
}

func find(table []entry, key string) (string, int) {
	for i, e := range table {
		if e.key == key {
			return e.name, i
		}
	}
	return key, len(table)
}

// Form is the display name of a form.
func Form(f diff.Form) string { name, _ := find(forms, string(f)); return name }

// Structure is the display name of a structure, without direction. Shift tells 繰上げ from 繰下げ.
func Structure(s diff.Structure) string { name, _ := find(structures, string(s)); return name }

// Effect is the display name of an effect kind.
func Effect(k diff.EffectKind) string { name, _ := find(effects, string(k)); return name }

// EffectOrder compares two kinds by weight: duties and scope before references, editorial changes last.
func EffectOrder(a, b diff.EffectKind) int {
	_, i := find(effects, string(a))
	_, j := find(effects, string(b))
	return cmp.Or(cmp.Compare(i, j), strings.Compare(string(a), string(b)))
}

// Effects are the distinct kinds of a change in order of display.
func Effects(c *diff.Change) []diff.EffectKind {
	var out []diff.EffectKind
	for _, e := range c.Effects {
		if !slices.Contains(out, e.Kind) {
			out = append(out, e.Kind)
		}
	}
	slices.SortFunc(out, EffectOrder)
	return out
}

// AllEffects lists every kind, in order of display.
func AllEffects() []diff.EffectKind {
	var out []diff.EffectKind
	for _, e := range effects {
		out = append(out, diff.EffectKind(e.key))
	}
	return out
}

// Severity is the display name of a severity.
func Severity(s corpus.Severity) string {
	switch s {
	case corpus.Error:
		return "誤り"
	case corpus.Warning:
		return "注意"
	}
	return "参考"
}
