package plain

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
	"shinkyu/extract/internal/readertest"
)

func TestRead(t *testing.T) {
	readertest.Cases(t, func(in string) string {
		var b strings.Builder
		for _, l := range Read(in) {
			fmt.Fprintf(&b, "%d %s", l.Origin.Line, readertest.Line(*l.Line))
			if l.Room >= 0 {
				fmt.Fprintf(&b, " (room %g)", l.Room)
			}
			b.WriteByte('\n')
		}
		return b.String()
	})
}

// TestLineEnds: every kind of line end is one.
func TestLineEnds(t *testing.T) {
	for _, in := range []string{"甲\n乙\n丙", "甲\r\n乙\r\n丙\r\n", "甲\r乙\r丙", "\uFEFF甲\n\f乙\u2028丙"} {
		var got []string
		for _, l := range Read(in) {
			got = append(got, l.Text.S)
		}
		if strings.Join(got, "|") != "甲|乙|丙" {
			t.Errorf("%q became %q", in, got)
		}
	}
}

func FuzzPlain(f *testing.F) {
	for _, s := range readertest.Seeds(f) {
		f.Add(s)
	}
	f.Add("　　甲\u00a0\n\t乙　")
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			return // not decoded
		}
		var lines []grid.Line
		var got strings.Builder
		for _, l := range Read(in) {
			lines = append(lines, *l.Line)
			got.WriteString(l.Text.S)
		}
		readertest.CheckLines(t, lines)
		if want := corpus.Squeeze(in); corpus.Squeeze(got.String()) != want {
			t.Errorf("%q became %q", want, got.String())
		}
	})
}
