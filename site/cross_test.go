package site

import (
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
)

// references are three states of a rule: a text, a text in which a clause moved, and a table that shows one clause of it.
func references(t testing.TB) Input {
	t.Helper()
	in := input(t)
	a := document(t, `第一条|第一条|第一条　この規程は、台帳の管理に関し必要な事項を定める。
第二条|第二条|第二条　台帳は、主任が備える。
第三条|第三条|第三条　前条の台帳は、第一条の目的のほか用いない。`)
	b := document(t, `第一条|第一条|第一条　この規程は、台帳の管理に関し必要な事項を定める。
第二条|第二条|第二条　主任は、毎年点検を行う。
第三条|第三条|第三条　台帳は、主任が備える。
第四条|第四条|第四条　前条の台帳は、第一条の目的のほか用いない。`)
	table := &corpus.Comparison{Title: "台帳規程", Tables: []corpus.Table{{Pages: []int{1}, Headers: [2]string{"改正後", "改正前"}}}, Sides: [2]corpus.Document{
		*document(t, "第四条|第四条|第四条　前条の台帳は、第一条の目的又は点検のほか用いない。"), *document(t, "第四条|第四条|第四条　前条の台帳は、第一条の目的のほか用いない。"),
	}}
	table.Sides[corpus.New].Header, table.Sides[corpus.Old].Header = "改正後", "改正前"
	rule := in.Rules[0].Rule
	rule.Notes = nil
	r := Rule{Rule: rule, States: []State{
		{Revision: rule.Revisions[0], Document: a},
		{Revision: rule.Revisions[1], Document: b, Result: diff.Compare(&corpus.Comparison{Sides: [2]corpus.Document{*b, *a}})},
		{Revision: rule.Revisions[2], Document: &table.Sides[corpus.New], Result: diff.Compare(table)},
	}}
	var states []lineage.State
	for _, s := range r.States {
		states = append(states, lineage.State{Result: s.Result, Document: s.Document})
	}
	r.Lives = lineage.Trace(states)
	in.Rules = []Rule{r}
	return in
}

// links are the references of a page as 前条→#a3, in the order of the page.
func links(t *testing.T, files Files, at, within string) []string {
	t.Helper()
	var out []string
	for _, n := range get(t, files, at).Find(within + " a.rf").EachIter() {
		out = append(out, n.Text()+"→"+n.AttrOr("href", ""))
	}
	return out
}

func TestReferencesLeadToTheRowOfTheirSide(t *testing.T) {
	files := build(t, references(t))
	const page = "rules/kiroku/revisions/2022-04-01/index.html"
	for within, want := range map[string]string{"td.after": "前条→#a3 第一条→#a1", "td.before": "前条→#a3 第一条→#a1"} {
		if got := strings.Join(links(t, files, page, "tbody:has(#a4) "+within), " "); got != want {
			t.Errorf("%s: %s, want %s", within, got, want)
		}
	}
}

// A table shows one clause: what it names is on the pages of other clauses.
func TestReferencesOutOfATable(t *testing.T) {
	in := references(t)
	files := build(t, in)
	ledger, purpose := "../../clauses/"+baseOf(life(t, in, "第三条")), "../../clauses/"+baseOf(life(t, in, "第一条"))
	want := "前条→" + ledger + " 第一条→" + purpose
	for _, within := range []string{"td.after", "td.before"} {
		if got := strings.Join(links(t, files, "rules/kiroku/revisions/2025-10-01/index.html", within), " "); got != want {
			t.Errorf("%s: %s, want %s", within, got, want)
		}
	}
	// The clause that the reference names lists the one that refers, and so does the text of every state.
	if s := get(t, files, life(t, in, "第三条")).Find("aside").Text(); !strings.Contains(s, "第四条") {
		t.Errorf("the page of 第三条 does not say what refers to it: %s", s)
	}
	if got := len(links(t, files, "rules/kiroku/revisions/2019-04-01/index.html", ".full")); got != 2 {
		t.Errorf("%d links in the first text", got)
	}
}

func baseOf(at string) string { return at[strings.LastIndex(at, "/")+1:] }
