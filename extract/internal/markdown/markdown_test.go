package markdown

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/readertest"
)

func draw(f *File) string {
	var b strings.Builder
	if f.Title != "" {
		fmt.Fprintf(&b, "title: %s\n", f.Title)
	}
	for _, l := range f.Lines {
		fmt.Fprintf(&b, "%d ", l.Origin.Line)
		if l.Level > 0 {
			fmt.Fprintf(&b, "#%d ", l.Level)
		}
		b.WriteString(readertest.Line(*l.Line) + "\n")
	}
	if f.Sheet != nil {
		b.WriteString(readertest.Draw(f.Sheet))
		return b.String()
	}
	for _, u := range f.Unplaced {
		fmt.Fprintf(&b, "unplaced %s: %s\n", u.Reason, strings.ReplaceAll(u.Text, "\n", "⏎"))
	}
	return b.String()
}

func check(t testing.TB, f *File) {
	t.Helper()
	var lines []grid.Line
	for _, l := range f.Lines {
		lines = append(lines, *l.Line)
	}
	readertest.CheckLines(t, lines)
	if f.Sheet != nil {
		readertest.Check(t, f.Sheet)
	}
}

func TestRead(t *testing.T) {
	readertest.Cases(t, func(in string) string {
		f := Read(in)
		check(t, f)
		return draw(f)
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range readertest.Seeds(f) {
		f.Add(s)
	}
	f.Add("---\ntitle: x\n---\n# a\n- b\n  1) c<u>d\n\n|新|旧|\n|-|-|\n|e\\|f|g<br>h|")
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<13 {
			return
		}
		check(t, Read(in))
	})
}
