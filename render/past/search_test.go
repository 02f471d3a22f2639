package past

import (
	"testing"

	"shinkyu/corpus"
)

// A term is found however its widths, blanks and numbers are written, and the place is that of the text as printed.
func TestFind(t *testing.T) {
	for _, c := range []struct {
		text, term, want string
	}{
		{"前項及び第十二条の規定", "第12条", "第十二条"},
		{"前項及び第１２条の規定", "第十二条", "第１２条"},
		{"三十日 以内", "30日以内", "三十日 以内"},
		{"ＡＢＣ方式", "abc", "ＡＢＣ"},
		{"第百十二条", "第12条", ""},
		{"統一基準", "1基準", ""},
		{"㌔を用いる", "キロ", "㌔"},
	} {
		want, _ := Fold(c.term)
		got := ""
		if spans := Find(c.text, want); len(spans) > 0 {
			got = string([]rune(c.text)[spans[0].Start:spans[0].End])
		}
		if got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.term, c.text, got, c.want)
		}
	}
}

// TestHolds: a text holds a term where Search would find it.
func TestHolds(t *testing.T) {
	d := &corpus.Document{Clauses: []*corpus.Clause{{Text: corpus.Text{S: "第一条　職員は、次による。"}, Children: []*corpus.Clause{{Text: corpus.Text{S: "一　第十二条の届出"}}}}}}
	for term, want := range map[string]bool{"第12条": true, "職 員": true, "館長": false, "": false, "。一": false} {
		if got := Holds(d, term); got != want {
			t.Errorf("%q: %v", term, got)
		}
	}
}
