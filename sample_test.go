package shinkyu_test

// The sample corpus from end to end: it loads without a complaint, every table is read to the letter with every mark (held
// against the descriptions the tables were made from), and every clause in force belongs to one life.

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/corpus/sample"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/extract"
)

func loadSample(t *testing.T) *store.Corpus {
	t.Helper()
	c, err := store.Load(sample.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSampleIsDescribed(t *testing.T) {
	formats := map[string]bool{}
	for _, r := range loadSample(t).Archive.Rules {
		if r.Summary == "" || r.Publisher == "" || len(r.Notes) < 3 || len(r.Revisions) < 3 {
			t.Errorf("%s: summary, publisher, notes or revisions are wanting", r.ID)
		}
		for _, rev := range r.Revisions {
			if rev.Label == "" || rev.Kind == "" || rev.Promulgated == "" || rev.Summary == "" {
				t.Errorf("%s %s: not fully described", r.ID, rev.ID)
			}
			formats[filepath.Ext(rev.File)+rev.Content] = true
		}
	}
	if len(formats) < 6 {
		t.Errorf("only %d kinds of sources: %v", len(formats), formats)
	}
}

func TestSampleTablesAreReadToTheLetter(t *testing.T) {
	c := loadSample(t)
	files, err := filepath.Glob("corpus/sample/recipe/tables/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no descriptions: %v", err)
	}
	for _, file := range files {
		out, want := describedTable(t, file)
		data, err := readFS(c, out)
		if err != nil {
			t.Fatal(err)
		}
		content, err := extract.Extract(context.Background(), extract.Source{Name: filepath.Base(out), Data: data})
		if err != nil || content.Comparison == nil {
			t.Errorf("%s: not a table: %v", out, err)
			continue
		}
		for side, w := range want {
			if d := cmp.Diff(w, underlined(&content.Comparison.Sides[side])); d != "" {
				t.Errorf("%s, %s side: differs from its description (-want +got):\n%s", out, corpus.Side(side), d)
			}
		}
	}
}

func readFS(c *store.Corpus, name string) ([]byte, error) {
	id, file, _ := strings.Cut(name, "/")
	return c.Source(&corpus.Rule{ID: id}, &corpus.Revision{File: file})
}

// describedTable returns the path of a table and the text of both sides: + is new, - is old, = is both.
func describedTable(t *testing.T, file string) (out string, sides [2]string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, body, _ := strings.Cut(string(data), "\n\n")
	out, _, _ = strings.Cut(strings.TrimPrefix(head, "out "), "\n")
	for _, line := range strings.Split(body, "\n") {
		sign, text, _ := strings.Cut(line, " ")
		text = squeeze(strings.ReplaceAll(text, "‖", ""))
		if sign == "+" || sign == "=" {
			sides[corpus.New] += text
		}
		if sign == "-" || sign == "=" {
			sides[corpus.Old] += text
		}
	}
	join := strings.NewReplacer("⟧⟦", "")
	return out, [2]string{join.Replace(sides[0]), join.Replace(sides[1])}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// underlined is the text of a side with its underlines written ⟦…⟧, white space removed.
func underlined(d *corpus.Document) string {
	var b strings.Builder
	open := false
	units, _ := d.Units()
	for _, c := range units {
		marked := make([]bool, c.Text.Len())
		for _, m := range c.Text.Marks {
			for i := m.Span.Start; m.Kind == corpus.MarkUnderline && i < m.Span.End; i++ {
				marked[i] = true
			}
		}
		for i, r := range []rune(c.Text.S) {
			if unicode.IsSpace(r) {
				continue
			}
			if marked[i] != open {
				b.WriteString(map[bool]string{true: "⟦", false: "⟧"}[marked[i]])
				open = marked[i]
			}
			b.WriteRune(r)
		}
	}
	if open {
		b.WriteString("⟧")
	}
	return b.String()
}

// What a note is about can be found among the lives of its rule.
func TestSampleNotesFindTheirClauses(t *testing.T) {
	c := loadSample(t)
	for _, rule := range c.Archive.Rules {
		states := sampleStates(t, c, rule)
		known := map[string]bool{}
		for _, l := range lineage.Trace(states) {
			if len(l.Events) == 0 {
				t.Errorf("%s: %s has no history", rule.ID, l.Path)
			}
			for _, e := range l.Events {
				if p, err := ref.Parse(e.Path); err == nil {
					known[p.Key()] = true
				}
			}
		}
		for _, n := range rule.Notes {
			p, err := ref.Parse(n.Clause)
			if n.Clause == "" {
				continue
			}
			if err != nil || !known[p.Key()] && !known[p.Join(ref.Step{Kind: ref.Paragraph, Text: "第一項"}).Key()] {
				t.Errorf("%s/%s is about %s, which the rule never had", rule.ID, n.File, n.Clause)
			}
		}
	}
}

func sampleStates(t *testing.T, c *store.Corpus, rule *corpus.Rule) []lineage.State {
	t.Helper()
	var states []lineage.State
	var before *extract.Content
	for _, rev := range rule.Revisions {
		data, err := c.Source(rule, rev)
		if err != nil {
			t.Fatal(err)
		}
		content, err := extract.Extract(context.Background(), extract.Source{Name: rev.File, Data: data})
		if err != nil {
			t.Fatalf("%s: %v", rev.File, err)
		}
		s := lineage.State{Document: content.Document}
		switch {
		case content.Comparison != nil:
			s = lineage.State{Result: diff.Compare(content.Comparison), Document: &content.Comparison.Sides[corpus.New]}
		case before != nil:
			s.Result = diff.Compare(&corpus.Comparison{Sides: [2]corpus.Document{*content.Document, *before.Document}})
		}
		if content.Document != nil {
			before = content
		}
		states = append(states, s)
	}
	return states
}
