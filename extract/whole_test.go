package extract

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus"
)

// TestGuidelineWithoutTable: a guideline of our own, printed level and vertical by Chromium and saved by LibreOffice as Word (from
// guideline.html.source), is the same tree of clauses in all three: chapters, 1, (1), ア, (ア), ①, unnumbered paragraphs below
// a heading, paragraphs cut by the end of a line or a page.
func TestGuidelineWithoutTable(t *testing.T) {
	want, err := os.ReadFile(filepath.Join("testdata", "whole", "tree.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"guideline.docx", "level.pdf", "vertical.pdf"} {
		data, err := os.ReadFile(filepath.Join("testdata", "whole", name))
		if err != nil {
			t.Fatal(err)
		}
		c, err := Extract(context.Background(), Source{Name: name, Data: data})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if c.Document == nil {
			t.Errorf("%s: not read as a whole text", name)
			continue
		}
		var got strings.Builder
		fmt.Fprintln(&got, c.Document.Title)
		for _, root := range c.Document.Clauses {
			root.Walk(func(k, _ *corpus.Clause) { fmt.Fprintf(&got, "%s\t%s\n", k.Path, k.Words()) })
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for _, d := range c.Diags {
			t.Errorf("%s: %s %s", name, d.Rule, d.English)
		}
	}
}

// TestLetterIsNoRule: a page with a short list is not taken for a rule.
func TestLetterIsNoRule(t *testing.T) {
	if _, err := Extract(context.Background(), Source{Name: "a.html", Data: []byte("<!DOCTYPE html><html><body><p>" + strings.Repeat("次の書類を同封しますので、御確認ください。", 20) + "</p><p>１　申請書</p><p>２　図面</p></body></html>")}); err == nil {
		t.Error("a letter was read as a rule")
	}
}
