package web

// The words that only pages need, as ordered tables: the kinds that a reader filters by, and what became of a definition. The
// display names of forms, structures and effects are those of package words.

import (
	"slices"

	"shinkyu/diff"
	"shinkyu/render/words"
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

func kindOf(key string) Badge {
	for _, k := range kinds {
		if k.Key == key {
			return k
		}
	}
	return Badge{key, key}
}

// editorial are the effects without a legal effect of their own, or that only follow another change.
var editorial = []diff.EffectKind{
	diff.DefinitionMoved, diff.TermEffect, diff.Rename, diff.Heading, diff.Reference, diff.Citation, diff.Orthography, diff.Grammar,
}

// effect is the display name of an effect, and whether it is editorial.
func effect(k diff.EffectKind) (name string, isEditorial bool) {
	return or(words.Effect(k), string(k)), slices.Contains(editorial, k)
}

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

// act names what happened to a clause as a noun, for sentences: 第三条の削除.
func act(f diff.Form) string {
	if f == diff.Removed {
		return "削除"
	}
	return words.Form(f)
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
		if !slices.Contains(editorial, e.Kind) {
			return "sub"
		}
	}
	return "wrd"
}
