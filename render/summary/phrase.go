package summary

// The templates. Of a change of words there are three sorts: O gives way to N, N comes, O goes; long words are not repeated.

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"shinkyu/diff"
)

// longest is how many code points of an effect's words are repeated.
const longest = 16

// phrase is what one kind of effect says, Japanese and English, of clause {clause}, old words {old}, new words {new}.
type phrase struct{ change, come, goes, plain [2]string }

var telling = map[diff.EffectKind]phrase{
	diff.DutyAdded:        {plain: [2]string{"{clause}に新たな義務を設ける", "{clause} lays down a new duty"}, come: [2]string{"{clause}に新たな義務（「{new}」）を設ける", "{clause} lays down a new duty (「{new}」)"}},
	diff.DutyRemoved:      {plain: [2]string{"{clause}の義務を除く", "a duty of {clause} falls away"}, goes: [2]string{"{clause}の義務（「{old}」）を除く", "a duty of {clause} (「{old}」) falls away"}},
	diff.DutyStrengthened: {plain: [2]string{"{clause}の義務を強める", "{clause} binds more strongly"}, change: [2]string{"{clause}の義務を「{old}」から「{new}」に強める", "{clause} binds more strongly, 「{old}」 becoming 「{new}」"}},
	diff.DutyWeakened:     {plain: [2]string{"{clause}の義務を緩める", "{clause} binds less strongly"}, change: [2]string{"{clause}の義務を「{old}」から「{new}」に緩める", "{clause} binds less strongly, 「{old}」 becoming 「{new}」"}},
	diff.Scope:            noun("適用範囲", "the scope"),
	diff.Actor:            noun("主体", "the actor"),
	diff.Condition:        noun("条件又は例外", "the condition or exception"),
	diff.Quantity:         noun("数量又は期限", "the quantity or time limit"),
	diff.Date:             noun("日付", "the date"),
	diff.Basis:            noun("根拠", "the basis"),
}

// noun is the phrase of a kind that is something a clause has.
func noun(ja, en string) phrase {
	return phrase{
		plain:  [2]string{"{clause}の" + ja + "を改める", en + " of {clause} changes"},
		change: [2]string{"{clause}の" + ja + "を「{old}」から「{new}」に改める", en + " of {clause} changes from 「{old}」 to 「{new}」"},
		come:   [2]string{"{clause}の" + ja + "に「{new}」を加える", en + " of {clause} gains 「{new}」"},
		goes:   [2]string{"{clause}の" + ja + "から「{old}」を除く", en + " of {clause} loses 「{old}」"},
	}
}

// say fills a phrase in; lang is 0 for Japanese, 1 for English.
func (p phrase) say(name string, e diff.Effect, lang int) string {
	old, new := quote(e.Old), quote(e.New)
	t := p.plain
	switch {
	case e.Old != "" && old == "" || e.New != "" && new == "":
	case old != "" && new != "" && p.change[lang] != "":
		t = p.change
	case new != "" && old == "" && p.come[lang] != "":
		t = p.come
	case old != "" && new == "" && p.goes[lang] != "":
		t = p.goes
	}
	return strings.NewReplacer("{clause}", name, "{old}", old, "{new}", new).Replace(t[lang])
}

// quote is an effect's words without the signs around them, "" where they are too long to repeat.
func quote(s string) string {
	s = strings.Trim(strings.Join(strings.Fields(s), " "), "、。")
	if len([]rune(s)) > longest {
		return ""
	}
	return s
}

// editorial kinds have no legal effect by themselves.
var editorial = map[diff.EffectKind]bool{diff.Reference: true, diff.Citation: true, diff.Heading: true, diff.Orthography: true, diff.Grammar: true, diff.Rename: true}

var englishKind = map[diff.EffectKind]string{
	diff.DutyAdded: "new duty", diff.DutyRemoved: "removed duty", diff.DutyStrengthened: "strengthened duty", diff.DutyWeakened: "weakened duty", diff.Scope: "change of scope",
	diff.Actor: "change of actor", diff.Condition: "change of conditions", diff.Quantity: "change of quantity", diff.Date: "change of date", diff.Basis: "change of basis",
}

// plural is a count with its noun: 1 clause, 3 clauses, 2 new duties, 4 changes of scope.
func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	head, tail, of := strings.Cut(what, " of ")
	if strings.HasSuffix(head, "y") {
		head = strings.TrimSuffix(head, "y") + "ie"
	}
	head += "s"
	if of {
		head += " of " + tail
	}
	return itoa(n) + " " + head
}

// enumerate joins names, the last by last; what is more than named is counted by more.
func enumerate(list []string, comma, last, more string) string {
	if len(list) > named {
		return strings.Join(list[:named], comma) + fmt.Sprintf(more, len(list)-named)
	}
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	return strings.Join(list[:len(list)-1], comma) + last + list[len(list)-1]
}

func upper(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}

func itoa(n int) string { return strconv.Itoa(n) }
