package web

// The Japanese words for what a result says, as ordered tables. Sources: the display names of the comparison JSON, and
// the words of Japanese drafting practice (新設, 削る, 繰上げ, 繰下げ).

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// kinds are the filters of a comparison page in the order they are shown.
var kinds = []Badge{
	{"sub", "実質"},
	{"new", "新設"},
	{"rep", "削除"},
	{"mov", "移動"},
	{"num", "番号"},
	{"wrd", "字句"},
}

type effectName struct {
	kind      diff.EffectKind
	name      string
	editorial bool // no legal effect of its own, or only follows another change
}

var effectNames = []effectName{
	{diff.Scope, "適用範囲", false},
	{diff.Actor, "主体", false},
	{diff.DutyAdded, "義務の追加", false},
	{diff.DutyRemoved, "義務の削除", false},
	{diff.DutyStrengthened, "義務の強化", false},
	{diff.DutyWeakened, "義務の緩和", false},
	{diff.Quantity, "数量・期限", false},
	{diff.Date, "日付", false},
	{diff.Condition, "条件・例外", false},
	{diff.Basis, "根拠", false},
	{diff.DefinitionAdded, "定義の追加", false},
	{diff.DefinitionRemoved, "定義の削除", false},
	{diff.DefinitionMoved, "定義の移動", true},
	{diff.DefinitionChanged, "定義の変更", false},
	{diff.SentenceAdded, "文の追加", false},
	{diff.SentenceRemoved, "文の削除", false},
	{diff.TermEffect, "用語の置換", true},
	{diff.Rename, "名称の変更", true},
	{diff.Heading, "見出し", true},
	{diff.Reference, "条ずれ", true},
	{diff.Citation, "引用形式", true},
	{diff.Orthography, "用字", true},
	{diff.Grammar, "文法・体裁", true},
}

// EffectName is the display name of an effect; an unknown kind is shown as it is.
func EffectName(k diff.EffectKind) string {
	name, _ := effect(k)
	return name
}

func effect(k diff.EffectKind) (name string, editorial bool) {
	for _, e := range effectNames {
		if e.kind == k {
			return e.name, e.editorial
		}
	}
	return string(k), false
}

// rank orders effects as a reader cares about them.
func rank(k diff.EffectKind) int {
	i := slices.IndexFunc(effectNames, func(e effectName) bool { return e.kind == k })
	if i < 0 {
		return len(effectNames)
	}
	return i
}

var formNames = map[diff.Form]string{
	diff.Same: "改正なし", diff.Omitted: "略", diff.Edited: "一部改正", diff.Rewritten: "全部改正", diff.Added: "新設", diff.Removed: "削除",
}

var structureNames = map[diff.Structure]string{
	diff.Renumbered: "番号の変更", diff.Moved: "移動", diff.Releveled: "階層の変更", diff.Split: "分割", diff.Merged: "統合", diff.Shell: "「削除」として残る",
}

var severityNames = map[corpus.Severity]string{corpus.Error: "誤り", corpus.Warning: "注意", corpus.Info: "参考"}

var definitionNames = []Badge{
	{"added", "追加"}, {"removed", "削除"}, {"changed", "変更"}, {"renamed", "改称"}, {"moved", "移動"}, {"kept", "変更なし"},
}

func definitionName(event string) string {
	for _, d := range definitionNames {
		if d.Key == event {
			return d.Name
		}
	}
	return event
}

var reasonNames = map[string]string{
	"header": "表頭", "page-number": "頁番号", "running-title": "柱", "outside-table": "表の外", "title": "題名", "legend": "凡例",
	"annotation": "注記", "blank-cell": "空欄",
}

func reasonName(r string) string {
	if n, ok := reasonNames[r]; ok {
		return n
	}
	return r
}

// Kinds are the filter keys of a change, most telling first; none for an unchanged clause.
func Kinds(ch *diff.Change) []string {
	var out []string
	switch ch.Form {
	case diff.Added:
		out = append(out, "new")
	case diff.Removed:
		out = append(out, "rep")
	case diff.Edited, diff.Rewritten:
		out = append(out, substance(ch))
	}
	for _, s := range ch.Structure {
		key := "mov"
		switch s {
		case diff.Renumbered:
			key = "num"
		case diff.Shell:
			key = "rep"
		}
		if !slices.Contains(out, key) {
			out = append(out, key)
		}
	}
	return out
}

// substance tells a change of meaning from one of wording. A change without any effect counts as one of meaning:
// better a false alarm than a silent one.
func substance(ch *diff.Change) string {
	if len(ch.Effects) == 0 {
		return "sub"
	}
	for _, e := range ch.Effects {
		if _, editorial := effect(e.Kind); !editorial {
			return "sub"
		}
	}
	return "wrd"
}
