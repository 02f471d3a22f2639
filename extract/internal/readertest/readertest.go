// Package readertest runs the readers' data tests: testdata/*.txtar hold pairs of an input and of what is read from it.
//
// All readers of tables fill the same sheet, so one drawing of a sheet and one set of invariants serve them all.
// Only tests import it.
package readertest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

var update = flag.Bool("update", false, "write what is read into the cases")

// Cases runs read on every input of testdata/*.txtar and compares with the file behind it. \t and \x in an input stand for
// a tab and for nothing, so that white space at a line's end survives editors.
func Cases(t *testing.T, read func(in string) string) {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) == 0 || len(a.Files)%2 != 0 {
				t.Fatal("want pairs of input and outcome")
			}
			for i := 0; i < len(a.Files); i += 2 {
				got := read(Input(a.Files[i].Data))
				want := &a.Files[i+1]
				if *update {
					want.Data = []byte(got)
				} else if d := cmp.Diff(string(want.Data), got); d != "" {
					t.Errorf("%s (-want +got):\n%s", a.Files[i].Name, d)
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

// Input undoes the escapes of a case.
func Input(data []byte) string {
	return strings.NewReplacer(`\t`, "\t", `\x`, "").Replace(string(data))
}

// Seeds are the inputs of all cases, for fuzzing.
func Seeds(f *testing.F) []string {
	f.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal("no cases", err)
	}
	var out []string
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for i := 0; i < len(a.Files); i += 2 {
			out = append(out, Input(a.Files[i].Data))
		}
	}
	return out
}

// Draw writes a sheet as text: tables, rows, cells, lines with their marks.
func Draw(s *grid.Sheet) string {
	var b strings.Builder
	for i, t := range s.Tables {
		lines(&b, "", t.Before)
		fmt.Fprintf(&b, "table %d: %d columns %s\n", i, t.Cols, t.Title)
		for j, r := range t.Rows {
			fmt.Fprintf(&b, " row %d", j)
			if r.Page > 0 {
				fmt.Fprintf(&b, " page %d", r.Page)
			}
			if !r.Drawn {
				b.WriteString(" strip")
			}
			b.WriteByte('\n')
			for _, c := range r.Cells {
				fmt.Fprintf(&b, "  %d", c.Col)
				if c.ColSpan != 1 || c.RowSpan != 1 {
					fmt.Fprintf(&b, " %d×%d", c.ColSpan, c.RowSpan)
				}
				if c.Header {
					b.WriteString(" header")
				}
				b.WriteByte('\n')
				lines(&b, "   ", c.Lines)
			}
		}
	}
	for _, p := range s.Loose {
		fmt.Fprintf(&b, "page %d without a table, after row %d of table %d\n", p.Number, p.At, p.Table)
		lines(&b, " ", p.Lines)
	}
	lines(&b, "after ", s.After)
	for _, u := range s.Unplaced {
		fmt.Fprintf(&b, "unplaced %s: %s\n", u.Reason, u.Text)
	}
	for _, d := range s.Diags {
		fmt.Fprintf(&b, "! %s page %d\n", d.Rule, d.Page)
	}
	return b.String()
}

func lines(b *strings.Builder, indent string, in []grid.Line) {
	for _, l := range in {
		b.WriteString(indent)
		b.WriteString(Line(l))
		b.WriteByte('\n')
	}
}

// Line draws one line: ¶ where the source starts a paragraph, + where it goes on, › for each em of indent, ▦ and its number for a table in a cell.
func Line(l grid.Line) string {
	sign := "·"
	switch {
	case l.Start:
		sign = "¶"
	case l.Joined:
		sign = "+"
	}
	if l.Nest > 0 {
		sign += fmt.Sprintf("▦%d ", l.Nest)
	}
	return sign + strings.Repeat("›", int(l.Indent)) + Text(l.Text)
}

// Text draws a text with its marks as brackets: {u:…}.
func Text(t corpus.Text) string {
	var b strings.Builder
	r := []rune(t.S)
	for i := 0; i <= len(r); i++ {
		for _, m := range t.Marks {
			if m.Span.End == i {
				b.WriteByte('}')
			}
		}
		for _, m := range t.Marks {
			if m.Span.Start == i {
				b.WriteString("{" + string(m.Kind) + ":")
			}
		}
		if i < len(r) {
			if r[i] == '\n' {
				b.WriteString("⏎")
			} else {
				b.WriteRune(r[i])
			}
		}
	}
	return b.String()
}

// Check holds for every sheet: marks lie inside their text, lines hold words and no white space at their ends, rows
// have all columns in order.
func Check(t testing.TB, s *grid.Sheet) {
	t.Helper()
	for _, tb := range s.Tables {
		CheckLines(t, tb.Before)
		for _, r := range tb.Rows {
			at := 0
			for _, c := range r.Cells {
				if c.Col < at || c.ColSpan < 1 || c.RowSpan < 1 {
					t.Fatalf("cell at %d, want one from %d", c.Col, at)
				}
				at = c.Col + 1
				CheckLines(t, c.Lines)
			}
			if at > tb.Cols && tb.Cols < 64 {
				t.Fatalf("row of %d columns in a table of %d", at, tb.Cols)
			}
		}
	}
	for _, p := range s.Loose {
		if p.At < 0 || p.Table < 0 || len(s.Tables) > 0 && (p.Table >= len(s.Tables) || p.At > len(s.Tables[p.Table].Rows)) {
			t.Fatalf("lost page at row %d of table %d", p.At, p.Table)
		}
		CheckLines(t, p.Lines)
	}
	CheckLines(t, s.After)
}

// CheckLines is Check for lines alone.
func CheckLines(t testing.TB, in []grid.Line) {
	t.Helper()
	for _, l := range in {
		if l.Text.S == "" || l.Text.S != strings.TrimSpace(l.Text.S) {
			t.Fatalf("line %q is empty or has blanks at its ends", l.Text.S)
		}
		for _, m := range l.Text.Marks {
			if m.Span.Start < 0 || m.Span.Len() <= 0 || m.Span.End > l.Text.Len() {
				t.Fatalf("mark %v outside %q", m, l.Text.S)
			}
		}
	}
}

// All is every word of a sheet without white space, wherever it was put.
func All(s *grid.Sheet) string {
	var b strings.Builder
	add := func(in []grid.Line) {
		for _, l := range in {
			b.WriteString(l.Text.S)
		}
	}
	for _, t := range s.Tables {
		b.WriteString(t.Title)
		add(t.Before)
		for _, r := range t.Rows {
			for _, c := range r.Cells {
				add(c.Lines)
			}
		}
	}
	for _, p := range s.Loose {
		add(p.Lines)
	}
	add(s.After)
	for _, u := range s.Unplaced {
		b.WriteString(u.Text)
	}
	return corpus.Squeeze(b.String())
}
