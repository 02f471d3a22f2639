package docx

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/ooxml/ooxmltest"
	"shinkyu/extract/internal/readertest"
)

func draw(f *File) string {
	var b strings.Builder
	for _, l := range f.Lines {
		b.WriteString(readertest.Line(*l.Line) + "\n")
	}
	if len(f.Tables) > 0 {
		fmt.Fprintf(&b, "tables %v\n", f.Tables)
	}
	sheet := f.Sheet
	if sheet == nil {
		sheet = &grid.Sheet{Unplaced: f.Unplaced, Diags: f.Diags}
	}
	b.WriteString(readertest.Draw(sheet))
	if f.Old != nil {
		b.WriteString("old\n" + draw(f.Old))
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
	if f.Old != nil {
		check(t, f.Old)
	}
}

func TestRead(t *testing.T) {
	readertest.Cases(t, func(in string) string {
		f, err := Read(ooxmltest.Docx(in))
		if err != nil {
			var fail *corpus.Failure
			if !errors.As(err, &fail) {
				t.Fatal(err)
			}
			return "failure " + fail.Rule + "\n"
		}
		check(t, f)
		return draw(f)
	})
}

// FuzzDOCX reads documents of which any part may say anything.
func FuzzDOCX(f *testing.F) {
	for _, s := range readertest.Seeds(f) {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<14 {
			return
		}
		file, err := Read(ooxmltest.Docx(in))
		if err != nil {
			var fail *corpus.Failure
			if !errors.As(err, &fail) {
				t.Fatalf("%v is no failure with a hint", err)
			}
			return
		}
		check(t, file)
	})
}
