package store

import (
	"strings"
	"testing"

	"shinkyu/corpus"
)

// Comments, order and line ends of a manifest survive; the revision stands at its place by date.
func TestAddRevisionKeepsTheManifest(t *testing.T) {
	src := "# 上\ntitle = \"規程\" # 題\n\n[[revision]]\nin_force = 2020-01-01\nfile = \"a\"\ncontent = \"text\"\nsummary = \"\"\"\n[[revision]]\n\"\"\"\n\n# 後の版\n[[revision]]\nin_force = \"2030-01-01\"\nfile = \"b\"\ncontent = \"text\" # 終わり"
	for _, end := range []string{"\n", "\r\n"} {
		for _, c := range []struct{ date, before string }{{"2025-01-01", "# 後の版"}, {"2019-01-01", "[[revision]]\nin_force = 2020"}, {"2031-01-01", ""}} {
			in := strings.ReplaceAll(src, "\n", end)
			out, err := AddRevision([]byte(in), &corpus.Revision{ID: c.date + "-x", Label: "引用\"符\\と\n改行", InForce: c.date, File: "c.html", Content: "table"})
			if err != nil {
				t.Fatalf("%s: %v", c.date, err)
			}
			rest := string(out)
			for line := range strings.Lines(in) {
				_, after, ok := strings.Cut(rest, strings.TrimRight(line, "\r\n"))
				if !ok {
					t.Fatalf("%s: %q is gone or elsewhere in\n%s", c.date, line, out)
				}
				rest = after
			}
			at, later := strings.Index(string(out), "c.html"), strings.Index(string(out), strings.ReplaceAll(c.before, "\n", end))
			if c.before != "" && at > later {
				t.Errorf("%s stands behind %q:\n%s", c.date, c.before, out)
			}
			if end == "\r\n" && strings.Count(string(out), "\n") != strings.Count(string(out), "\r\n") {
				t.Errorf("mixed line ends:\n%q", out)
			}
		}
	}
	if _, err := AddRevision([]byte("title = "), &corpus.Revision{InForce: "2020-01-01"}); err == nil {
		t.Error("a broken manifest was edited")
	}
}
