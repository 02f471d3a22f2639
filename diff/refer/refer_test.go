package refer

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"shinkyu/corpus"
	"shinkyu/diff/internal/notation"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// TestCases finds the references of each case's rule. The file's comment says what the case is about; a first word "table" makes the rule
// one side of a table.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			d := notation.Read(string(a.Files[0].Data))
			if strings.HasPrefix(string(a.Comment), "table") {
				d.Header = "改正後"
			}
			got := draw(t, d)
			if *update {
				a.Files = append(a.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(f, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if len(a.Files) != 2 || got != string(a.Files[1].Data) {
				t.Errorf("%s\ngot\n%s", a.Comment, got)
			}
		})
	}
}

// draw writes a reference a line: where it stands, its words, what became of it.
func draw(t *testing.T, d *corpus.Document) string {
	t.Helper()
	var b strings.Builder
	units, _ := d.Units()
	hold(t, d)
	for _, x := range Find(d) {
		fmt.Fprintf(&b, "%s\t%s\t%s", units[x.Unit].Path, x.Text, x.Status)
		for _, u := range x.Targets {
			fmt.Fprintf(&b, " %s", units[u].Path)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// hold checks what must be true of the references of every document.
func hold(t *testing.T, d *corpus.Document) {
	t.Helper()
	units, _ := d.Units()
	unit, end := -1, 0
	for _, x := range Find(d) {
		if x.Unit < unit || x.Unit >= len(units) {
			t.Fatalf("unit %d after %d of %d", x.Unit, unit, len(units))
		}
		if x.Unit > unit {
			unit, end = x.Unit, 0
		}
		text := units[unit].Text
		if x.Span.Start < end || x.Span.End <= x.Span.Start || x.Span.End > text.Len() {
			t.Fatalf("span %v after %d in %q", x.Span, end, text.S)
		}
		end = x.Span.End
		if x.Text != text.Slice(x.Span.Start, x.Span.End).S {
			t.Fatalf("%q is not what stands at %v in %q", x.Text, x.Span, text.S)
		}
		if (x.Status == Resolved) != (len(x.Targets) > 0) {
			t.Fatalf("%q is %s with targets %v", x.Text, x.Status, x.Targets)
		}
		last := -1
		for _, k := range x.Targets {
			if k <= last || k >= len(units) {
				t.Fatalf("%q has targets %v", x.Text, x.Targets)
			}
			last = k
		}
	}
}

// FuzzFind looks for references in any text.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"第一条　前条及び次条第二項の規定\n２　同項第一号イからハまで\n一　次の各号\n第二条　附則第三項",
		"1　目的\n  (1)　上記(1)から(3)まで\n  ①　3(1)に掲げる", "第三条　第二条～第五条", "附　則\n1　前項\n2　別表第一の二", "第一条　（第二条）（（第三条",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			return
		}
		hold(t, notation.Read(s))
	})
}
