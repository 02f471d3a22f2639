package words

import (
	"slices"
	"testing"

	"shinkyu/diff"
)

func TestShift(t *testing.T) {
	for _, tc := range [][3]string{
		{"第四条", "第五条", "繰下げ"},
		{"第五条", "第四条", "繰上げ"},
		{"第四条", "第四条の二", "繰下げ"},
		{"(18)～(26)", "(19)～(27)", "繰下げ"},
		{"２・３", "１・２", "繰上げ"},
		{"ア", "イ", "繰下げ"},
		{"ハ", "ロ", "繰上げ"},
		{"⑹～⑽", "⑸～⑼", "繰上げ"},
		{"①", "②", "繰下げ"},
		{"（ア）", "（イ）", "繰下げ"},
		{"ア", "①", "番号の変更"},
		{"", "１", "番号の変更"},
	} {
		if got := Shift(tc[0], tc[1]); got != tc[2] {
			t.Errorf("%s → %s: %s, want %s", tc[0], tc[1], got, tc[2])
		}
	}
}

// TestEveryKindHasAName: a kind without a name would show its English key in the middle of Japanese text.
func TestEveryKindHasAName(t *testing.T) {
	for _, k := range []diff.EffectKind{diff.Scope, diff.Actor, diff.DefinitionAdded, diff.DefinitionRemoved, diff.DefinitionMoved,
		diff.DefinitionChanged, diff.DutyAdded, diff.DutyRemoved, diff.DutyStrengthened, diff.DutyWeakened, diff.Quantity, diff.Date,
		diff.Condition, diff.Basis, diff.Reference, diff.Citation, diff.TermEffect, diff.Rename, diff.Heading, diff.SentenceAdded,
		diff.SentenceRemoved, diff.Orthography, diff.Grammar} {
		if Effect(k) == string(k) || !slices.Contains(AllEffects(), k) {
			t.Errorf("%s has no name", k)
		}
	}
	for _, f := range []diff.Form{diff.Same, diff.Omitted, diff.Edited, diff.Rewritten, diff.Added, diff.Removed} {
		if Form(f) == string(f) {
			t.Errorf("%s has no name", f)
		}
	}
	for _, s := range []diff.Structure{diff.Renumbered, diff.Moved, diff.Releveled, diff.Split, diff.Merged, diff.Shell} {
		if Structure(s) == string(s) {
			t.Errorf("%s has no name", s)
		}
	}
}

func TestEffectsInOrder(t *testing.T) {
	c := &diff.Change{Effects: []diff.Effect{{Kind: diff.Grammar}, {Kind: diff.Scope}, {Kind: diff.Scope}, {Kind: diff.DutyAdded}}}
	if got, want := Effects(c), []diff.EffectKind{diff.DutyAdded, diff.Scope, diff.Grammar}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
