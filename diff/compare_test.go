package diff

import (
	"flag"
	"os"
	"path/filepath"
	"shinkyu/diff/internal/token"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"shinkyu/corpus"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// TestCases compares the two sides of each case and wants the drawing that is kept with it. The file's comment says what the case is about;
// a first line "table" makes it a printed table.
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
			part := map[string]string{}
			for _, x := range a.Files {
				part[x.Name] = string(x.Data)
			}
			if len(a.Files) < 2 {
				t.Fatalf("%s has no old and new side", f)
			}
			c := plain(part["old"], part["new"])
			if strings.HasPrefix(string(a.Comment), "table") {
				c = table(part["old"], part["new"])
			}
			r := Compare(c)
			check(t, r)
			got := draw(r)
			if *update {
				a.Files = append(a.Files[:2], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(f, txtar.Format(a), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != part["want"] {
				t.Errorf("%s\ngot\n%s\nwant\n%s", a.Comment, got, part["want"])
			}
		})
	}
}

// check holds what must be true of every result.
func check(t *testing.T, r *Result) {
	t.Helper()
	for s := range r.Units {
		seen := make([]int, len(r.Units[s]))
		for _, ch := range r.Changes {
			for _, u := range ch.Units(corpus.Side(s)) {
				seen[u]++
			}
		}
		for u, n := range seen {
			if n != 1 {
				t.Errorf("%s unit %d (%s) stands in %d changes", corpus.Side(s), u, r.Units[s][u].Path, n)
			}
		}
	}
	for i, ch := range r.Changes {
		if ch.Form == "" || len(ch.New)+len(ch.Old) == 0 {
			t.Errorf("change %d is empty: %+v", i, ch)
		}
		last := map[Evidence]int{}
		for _, e := range ch.Edits {
			if n := r.Units[e.Side][e.Unit].Text.Len(); e.Span.Start < 0 || e.Span.End > n || e.Span.Len() <= 0 {
				t.Errorf("change %d: edit %+v outside a text of %d", i, e, n)
			}
			key := Evidence{Side: e.Side, Unit: e.Unit}
			if e.Span.Start < last[key] {
				t.Errorf("change %d: edit %+v overlaps or is out of order", i, e)
			}
			last[key] = e.Span.End
		}
		for _, x := range ch.Effects {
			if len(x.Evidence) == 0 {
				t.Errorf("change %d: %s has no evidence", i, x.Kind)
			}
			for _, v := range x.Evidence {
				if n := r.Units[v.Side][v.Unit].Text.Len(); v.Span.Start < 0 || v.Span.End > n || v.Span.Len() <= 0 {
					t.Errorf("change %d: evidence %+v of %s outside a text of %d", i, v, x.Kind, n)
				}
			}
			if (ch.Form == Added || ch.Form == Removed) && !strings.HasPrefix(string(x.Kind), "definition-") {
				t.Errorf("change %d: %s carries %s", i, ch.Form, x.Kind)
			}
		}
		applied(t, r, ch)
	}
}

// applied checks that the words outside the edits are the same on both sides: replacing the edited words turns old into new.
func applied(t *testing.T, r *Result, ch Change) {
	t.Helper()
	if ch.Form != Edited && ch.Form != Rewritten && ch.Form != Same {
		return
	}
	if r.Units[corpus.New][ch.New[0]].Placeholder != "" || r.Units[corpus.Old][ch.Old[0]].Placeholder != "" {
		return
	}
	var left [2]string
	for s := range left {
		for _, u := range ch.Units(corpus.Side(s)) {
			c := r.Units[s][u]
			if marker(c.Placeholder) {
				continue
			}
			keep := []rune(c.Text.S)
			for i := range keep {
				if i < c.Body {
					keep[i] = ' '
				}
			}
			for _, e := range ch.Edits {
				if int(e.Side) == s && e.Unit == u {
					for i := e.Span.Start; i < e.Span.End; i++ {
						keep[i] = ' '
					}
				}
			}
			left[s] += string(keep)
		}
	}
	if a, b := squeeze(left[0]), squeeze(left[1]); a != b {
		t.Errorf("what is not edited differs:\nnew %s\nold %s", a, b)
	}
}

// marker reports a bare （新設） or （削る）: no wording.
func marker(p corpus.Placeholder) bool { return p == corpus.Added || p == corpus.Removed }

func squeeze(s string) string { return token.PlainText(s) }
