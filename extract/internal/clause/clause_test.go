package clause

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

var update = flag.Bool("update", false, "write the trees that the cases produce")

// linesOf reads the lines of a case: a paragraph of the source each, or with "page indent room|" before the text a line
// of a page: "2 1.0 0.3|次の行". A text that begins with | has no such fields.
func linesOf(t testing.TB, in string) []Line {
	var out []Line
	for i, raw := range strings.Split(strings.TrimSuffix(in, "\n"), "\n") {
		l := Line{Line: &grid.Line{Room: -1, Start: true}, Origin: corpus.Origin{Line: i + 1}}
		fields, text, found := strings.Cut(raw, "|")
		if found && fields != "" {
			f := strings.Fields(fields)
			if len(f) != 3 {
				t.Fatalf("line %d: want \"page indent room|\", got %q", i+1, fields)
			}
			l.Page, _ = strconv.Atoi(f[0])
			l.Indent, _ = strconv.ParseFloat(f[1], 64)
			l.Room, _ = strconv.ParseFloat(f[2], 64)
			l.Start, l.Origin.Page, l.Origin.Row = l.Room < 0, l.Page, l.Page
		} else if !found {
			text = raw
		}
		l.Text.S = text
		for strings.HasPrefix(l.Text.S, "#") {
			l.Level++
			l.Text.S = l.Text.S[1:]
		}
		out = append(out, l)
	}
	return out
}

// draw prints a forest: address, kind, what else is known, and the words behind the label.
func draw(clauses []*corpus.Clause, diags []corpus.Diag) string {
	var b strings.Builder
	var walk func(cs []*corpus.Clause, depth int)
	walk = func(cs []*corpus.Clause, depth int) {
		for _, c := range cs {
			fmt.Fprintf(&b, "%s%s %s", strings.Repeat("  ", depth), c.Path, c.Kind)
			if c.Placeholder != "" {
				fmt.Fprintf(&b, " %s", c.Placeholder)
			}
			if c.Void {
				b.WriteString(" void")
			}
			if c.Label != "" {
				fmt.Fprintf(&b, " [%s]", c.Label)
			}
			fmt.Fprintf(&b, " %s\n", c.Words())
			walk(c.Children, depth+1)
		}
	}
	walk(clauses, 0)
	for _, d := range diags {
		fmt.Fprintf(&b, "! %s %d %s\n", d.Rule, d.Unit, d.Message)
	}
	return b.String()
}

func TestBuild(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a := txtar.Parse(data)
			if len(a.Files)%2 != 0 {
				t.Fatal("want pairs of lines and tree")
			}
			for i := 0; i+1 < len(a.Files); i += 2 {
				in, want := a.Files[i], &a.Files[i+1]
				lines := linesOf(t, string(in.Data))
				clauses, diags := Build(lines, Options{Title: strings.Contains(in.Name, "whole")})
				check(t, lines, clauses, diags)
				got := draw(clauses, diags)
				if *update {
					want.Data = []byte(got)
				} else if d := cmp.Diff(string(want.Data), got); d != "" {
					t.Errorf("%s (-want +got):\n%s", in.Name, d)
				}
			}
			if *update {
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// check holds for every input: no character is lost, doubled or moved; addresses are unique; offsets lie inside.
func check(t testing.TB, lines []Line, clauses []*corpus.Clause, diags []corpus.Diag) {
	t.Helper()
	var in, out strings.Builder
	for _, l := range lines {
		in.WriteString(bare(l.Text.S))
	}
	units, _ := (&corpus.Document{Clauses: clauses}).Units()
	seen := map[string]bool{}
	for _, c := range units {
		out.WriteString(bare(c.Text.S))
		p := c.Path.String()
		if p == "" || seen[p] {
			t.Errorf("address %q is empty or stands twice", p)
		}
		seen[p] = true
		if bare(c.Text.S) == "" {
			t.Errorf("%s has no text", p)
		}
		if n := c.Text.Len(); c.Body < 0 || c.Body > n {
			t.Errorf("%s: body at %d of %d", p, c.Body, n)
		}
		if !strings.HasPrefix(c.Text.S, c.Label) && !strings.Contains(c.Text.S, c.Label) {
			t.Errorf("%s: label %q is not in %q", p, c.Label, c.Text.S)
		}
		for _, m := range c.Text.Marks {
			if m.Span.Start < 0 || m.Span.End > c.Text.Len() || m.Span.Len() <= 0 {
				t.Errorf("%s: mark %v outside the text", p, m)
			}
		}
		if (c.Placeholder != "") != (c.Kind == corpus.KindPlaceholder) {
			t.Errorf("%s: kind %s with placeholder %q", p, c.Kind, c.Placeholder)
		}
	}
	if in.String() != out.String() {
		t.Errorf("characters lost or moved:\n%s\n%s", in.String(), out.String())
	}
	for _, d := range diags {
		if d.Unit < 0 || d.Unit >= len(units) {
			t.Errorf("finding %s about unit %d of %d", d.Rule, d.Unit, len(units))
		}
	}
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}, s)
}

func FuzzBuild(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, a := range txtar.Parse(data).Files {
			f.Add(string(a.Data), 3)
		}
	}
	f.Add("（略）\n［２～５　略］\n(i)(ii)\nⅰ\n・", 1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		if len(text) > 4000 {
			return
		}
		text = strings.ToValidUTF8(text, "\uFFFD")
		var lines []Line
		for i, s := range strings.Split(text, "\n") {
			room := float64(width%7) - 1
			lines = append(lines, Line{Line: &grid.Line{Text: corpus.Text{S: s, Marks: []corpus.Mark{{Kind: corpus.MarkUnderline, Span: corpus.Span{End: (corpus.Text{S: s}).Len()}}}},
				Start: i%2 == 0, Room: room, Indent: float64(len(s) % 5)}, Origin: corpus.Origin{Row: i / 3, Page: i / 5}, Level: max(0, len(s)%19-16)})
		}
		for i := range lines {
			lines[i].Text.Marks = corpus.MergeMarks(lines[i].Text.Marks)
		}
		clauses, diags := Build(lines, Options{})
		check(t, lines, clauses, diags)
	})
}
