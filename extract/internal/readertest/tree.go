package readertest

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus"
)

// Tree draws clauses as a tree: address, kind, what stands for the text or voids it, text with its marks.
func Tree(doc *corpus.Document, diags []corpus.Diag, unplaced []corpus.Unplaced) string {
	var b strings.Builder
	if doc.Title != "" {
		fmt.Fprintf(&b, "title: %s\n", doc.Title)
	}
	var walk func(in []*corpus.Clause, depth int)
	walk = func(in []*corpus.Clause, depth int) {
		for _, c := range in {
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
			fmt.Fprintf(&b, " %s\n", Text(c.Text.Slice(c.Body, c.Text.Len())))
			walk(c.Children, depth+1)
		}
	}
	walk(doc.Clauses, 0)
	for _, u := range unplaced {
		fmt.Fprintf(&b, "unplaced %s: %s\n", u.Reason, u.Text)
	}
	for _, d := range diags {
		fmt.Fprintf(&b, "! %s %s\n", d.Rule, d.Message)
	}
	return b.String()
}

// CheckTree holds for every document: addresses are unique, offsets lie inside their text, nothing is empty.
func CheckTree(t testing.TB, doc *corpus.Document) {
	t.Helper()
	units, _ := doc.Units()
	seen := map[string]bool{}
	for _, c := range units {
		p := c.Path.String()
		if p == "" || seen[p] {
			t.Fatalf("address %q is empty or stands twice", p)
		}
		seen[p] = true
		if corpus.Squeeze(c.Text.S) == "" {
			t.Fatalf("%s has no text", p)
		}
		if c.Body < 0 || c.Body > c.Text.Len() {
			t.Fatalf("%s: body at %d of %d", p, c.Body, c.Text.Len())
		}
		if (c.Placeholder != "") != (c.Kind == corpus.KindPlaceholder) {
			t.Fatalf("%s: kind %s with placeholder %q", p, c.Kind, c.Placeholder)
		}
		for _, m := range c.Text.Marks {
			if m.Span.Start < 0 || m.Span.Len() <= 0 || m.Span.End > c.Text.Len() {
				t.Fatalf("%s: mark %v outside the text", p, m)
			}
		}
	}
}
