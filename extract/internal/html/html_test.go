package html

import (
	"strings"
	"testing"

	"shinkyu/extract/internal/readertest"
)

func TestRead(t *testing.T) {
	readertest.Cases(t, func(in string) string {
		s, err := Read(in)
		if err != nil {
			return "error: " + err.Error() + "\n"
		}
		readertest.Check(t, s)
		return readertest.Draw(s)
	})
}

// TestTooDeep: the parser refuses what no page of a ministry does.
func TestTooDeep(t *testing.T) {
	_, err := Read(strings.Repeat("<b><i>", 2000) + "<table><tr><td>改正後<td>改正前</table>")
	if err == nil {
		t.Skip("the HTML parser has no limit of nesting any more")
	}
	if !strings.Contains(err.Error(), "nested") {
		t.Errorf("failure %q does not say why", err)
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range readertest.Seeds(f) {
		f.Add(s)
	}
	f.Add("<table><tr><th rowspan=3 colspan=900>新<th>旧<tr><td>甲<table><tr><td>乙</table>")
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<14 {
			return
		}
		s, err := Read(in)
		if err == nil {
			readertest.Check(t, s)
		}
	})
}
