package main

import (
	"strings"
	"testing"

	"shinkyu/render/words"
)

// Every kind of effect has at least eight cases that are one and eight that only look like one, and the set as a whole its size.
func TestLabelledSetIsLargeEnough(t *testing.T) {
	list, err := labelledCases("testdata/labelled")
	if err != nil {
		t.Fatal(err)
	}
	positive, near := map[string]int{}, map[string]int{}
	seen := map[string]string{}
	for _, c := range list {
		if at, twice := seen[c.Old+"|"+c.New]; twice {
			t.Errorf("%s repeats %s", c.Name, at)
		}
		seen[c.Old+"|"+c.New] = c.Name
		for _, k := range c.Want {
			positive[k]++
		}
		for _, k := range c.Near {
			near[k]++
		}
	}
	for _, k := range words.AllEffects() {
		if n := positive[string(k)]; n < 8 {
			t.Errorf("%s has %d positive cases, want 8", k, n)
		}
		if n := near[string(k)]; n < 8 {
			t.Errorf("%s has %d near misses, want 8", k, n)
		}
	}
	if len(list) < 370 {
		t.Errorf("%d labelled changes, want 370", len(list))
	}
}

func TestLabelsAreChecked(t *testing.T) {
	for text, want := range map[string]string{
		"- 甲\n":                      "before the first case",
		"@ quantities\n- 甲\n+ 乙\n":   "no kind of effect",
		"@ date ; near: date\n- 甲\n": "at once",
		"@ date ; far: date\n- 甲\n":  "unknown label",
		"@ date\n* 甲\n":              "a line begins with",
		"@ date\n= 甲\n":              "nothing changes",
		"@ date ; near\n- 甲\n":       "says nothing",
	} {
		if _, err := parseLabelled("x.txt", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	list, err := parseLabelled("heldout-x.txt", "// why\n@ quantity date ; near: scope ; may: grammar ; form: same edited ; structure: moved\n= 第一条　甲\n- 第二条　乙\n+ 第三条　丙\n")
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	c := list[0]
	if !c.HeldOut || len(c.Want) != 2 || c.Near[0] != "scope" || c.May[0] != "grammar" || len(c.Forms) != 2 || c.Structure[0] != "moved" ||
		c.Old != "第一条　甲\n第二条　乙\n" || c.New != "第一条　甲\n第三条　丙\n" {
		t.Errorf("%+v", c)
	}
}

// The table must see what is missing and what is too much.
func TestRuleSheetSeesFaults(t *testing.T) {
	s := &ruleSheet{rules: map[string]*ruleScore{}}
	c := labelledCase{Want: []string{"quantity", "scope"}, May: []string{"grammar"}, Forms: []string{"edited"}}
	s.count(&c, 0, found{effects: []string{"quantity", "date", "grammar"}, forms: []string{"same"}}, &testWriter{t})
	for name, want := range map[string]counts{"quantity": {TP: 1}, "scope": {FN: 1}, "date": {FP: 1}, "grammar": {}, allKinds: {TP: 1, FP: 1, FN: 1}} {
		if got := s.rule(name).counts[0]; got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
	if f := s.rule(allForms).counts[0]; f.value() != 0 {
		t.Errorf("form is %v, want 0", f.value())
	}
	if broken := s.below(ruleFloors{Development: partFloors{Precision: 0.6}, Rule: 0.5}); len(broken) != 3 {
		t.Errorf("broken floors: %v, want precision, the rules scope and date", broken)
	}
}
