package extract

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Every id that the sources of this room give to a finding is listed, and no other: a literal Rule in a corpus.Diag, or the id handed to tell and find.
func TestFindingsAreListed(t *testing.T) {
	used := map[string]bool{}
	word := func(e ast.Expr) (string, bool) {
		l, ok := e.(*ast.BasicLit)
		if !ok || l.Kind != token.STRING {
			return "", false
		}
		s, err := strconv.Unquote(l.Value)
		return s, err == nil
	}
	err := filepath.WalkDir(".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit: // a Failure has Japanese and English, a Diag a Severity
				fields := map[string]ast.Expr{}
				for _, el := range n.Elts {
					if kv, ok := el.(*ast.KeyValueExpr); ok {
						if k, ok := kv.Key.(*ast.Ident); ok {
							fields[k.Name] = kv.Value
						}
					}
				}
				if fields["Severity"] == nil || fields["Rule"] == nil {
					return true
				}
				if id, ok := word(fields["Rule"]); ok {
					used[id] = true
				}
			case *ast.CallExpr:
				f, ok := n.Fun.(*ast.SelectorExpr)
				if !ok || len(n.Args) < 3 || f.Sel.Name != "tell" && f.Sel.Name != "find" {
					return true
				}
				if id, ok := word(n.Args[1]); ok {
					used[id] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for id := range used {
		if !slices.Contains(Findings(), id) {
			t.Errorf("%s is not listed", id)
		}
	}
	for _, id := range Findings() {
		if !used[id] {
			t.Errorf("%s is listed but no source gives it", id)
		}
	}
	if !slices.IsSorted(Findings()) {
		t.Error("the ids are not in order")
	}
}
