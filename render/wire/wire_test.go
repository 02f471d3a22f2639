package wire

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/internal/fixture"
)

var update = flag.Bool("update", false, "write the golden files")

func load(t *testing.T, name string) *diff.Result {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	r, err := fixture.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), string(got)); d != "" {
		t.Errorf("%s (-want +got):\n%s", file, d)
	}
}

func TestJSON(t *testing.T) {
	got, err := JSON(load(t, "kitei.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "kitei.json", got)
}

func TestText(t *testing.T) {
	golden(t, "kitei.txt", Text(load(t, "kitei.txtar"), nil))
	golden(t, "shishin.txt", Text(load(t, "shishin.txtar"), nil))
}

// TestLinesAreTheSameJSON: the line by line form and encoding/json's say the same.
func TestLinesAreTheSameJSON(t *testing.T) {
	v := New(load(t, "shishin.txtar"))
	lines, err := Lines(v)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var a, b any
	if err := json.Unmarshal(lines, &a); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(plain, &b); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(a, b); d != "" {
		t.Error(d)
	}
}

// TestContract: what a script relies on. Lists are never null, spans lie in their texts, every unit is in one change.
func TestContract(t *testing.T) {
	for _, name := range []string{"kitei.txtar", "shishin.txtar"} {
		data, err := JSON(load(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("null")) {
			t.Errorf("%s: null in\n%s", name, data)
		}
		var c Comparison
		if err := json.Unmarshal(data, &c); err != nil {
			t.Fatal(err)
		}
		if c.Schema != Schema || c.Source == nil || c.Sources != nil {
			t.Errorf("%s: schema %q, source %v, sources %v", name, c.Schema, c.Source, c.Sources)
		}
		sides := map[string][]Unit{"new": c.Units.New, "old": c.Units.Old}
		seen := map[string]int{}
		for _, change := range c.Changes {
			for side, list := range map[string][]int{"new": change.New, "old": change.Old} {
				for _, u := range list {
					seen[side+sides[side][u].Path]++
				}
			}
			for _, e := range change.Edits {
				if n := len([]rune(sides[e.Side][e.Unit].Text)); e.Span.Start < 0 || e.Span.End > n || e.Span.Len() <= 0 {
					t.Errorf("%s: edit %v in %d code points", name, e, n)
				}
			}
		}
		for side, list := range sides {
			for _, u := range list {
				if seen[side+u.Path] != 1 {
					t.Errorf("%s: %s %s is in %d changes", name, side, u.Path, seen[side+u.Path])
				}
			}
		}
	}
}

func TestTwoTextsHaveTwoSources(t *testing.T) {
	r := load(t, "shishin.txtar")
	r.Comparison.Tables = nil
	c := New(r)
	if c.Source != nil || c.Sources == nil {
		t.Errorf("source %v, sources %v", c.Source, c.Sources)
	}
	if c.Units.New[0].Table != nil {
		t.Error("a whole text has no table")
	}
}

func TestFindings(t *testing.T) {
	span := &corpus.Span{Start: 1, End: 2}
	got := findings(
		[]corpus.Diag{{Rule: "a", Unit: -1}, {Rule: "b", Side: "new", Unit: 0, Span: span}},
		[]corpus.Diag{{Rule: "a", Unit: -1}, {Rule: "c", Side: "old", Unit: 4}},
	)
	if len(got) != 3 {
		t.Fatalf("%d findings, one of them is in both sets", len(got))
	}
	if got[0].Unit != nil || got[1].Unit == nil || *got[1].Unit != 0 || got[1].Span != span || *got[2].Unit != 4 {
		t.Errorf("%+v", got)
	}
}

func TestTree(t *testing.T) {
	r := load(t, "kitei.txtar")
	r.Comparison.Unplaced = []corpus.Unplaced{{Page: 1, Text: "- 1 -\x1b[2J", Reason: "page-number"}}
	got := string(NewReading(r.Comparison).Tree(true))
	for _, want := range []string{
		"図書貸出規程 新旧対照表  (pdf, 1頁)\n",
		"[new] 改正後\n", "[old] 現行\n",
		"第五条  第五条　館長は、利用者_等_に対し、図書を_二十一_日以内の期間で貸し出すものとする。\n",
		"\n    第五条第三項第二号  二　貴重書（複製を除く。）\n",
		"第八条  （削る）  [removed]\n",
		"[unplaced] 1\npage-number (1頁): - 1 -\uFFFD[2J\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	doc := NewDocument(corpus.Source{Name: "a.md", Format: "markdown"}, &r.Comparison.Sides[corpus.Old], nil, nil)
	if got := string(doc.Tree(false)); !strings.HasPrefix(got, "a.md  (markdown)\n第一条#見出し") || strings.Contains(got, "unplaced") {
		t.Errorf("%s", got)
	}
}
