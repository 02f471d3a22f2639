package shinkyu_test

// The import policy: which room may use which. It parses the files, since a test that asks `go list`
// is cached green after a violation.

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// policy maps a room to the rooms it may import beside itself. The longest matching prefix rules.
var policy = []struct {
	room string
	may  []string
}{
	{"corpus/lazy", nil},
	{"corpus/ref", []string{"corpus/lazy"}},
	{"corpus/sample", nil},
	{"corpus/store", []string{"corpus/lazy", "corpus", "corpus/ref"}},
	{"corpus", []string{"corpus/lazy", "corpus/ref"}},
	{"extract", []string{"corpus/lazy", "corpus", "corpus/ref"}},
	{"extract/worker", []string{"corpus", "corpus/sample", "extract"}},
	{"diff", []string{"corpus/lazy", "corpus", "corpus/ref"}},
	{"render", []string{"corpus/lazy", "corpus", "corpus/ref", "diff", "diff/lineage", "diff/lint", "diff/refer", "templates", "templates/locale"}},
	{"templates", []string{"corpus/lazy", "templates/locale"}},
	{"templates/locale", nil},
	{"site", []string{"corpus/lazy", "corpus", "corpus/ref", "diff", "diff/lineage", "diff/lint", "diff/refer", "render", "site/search", "templates", "templates/locale"}},
	{"site/search", nil},
	{"cmd", []string{"corpus", "corpus/lazy", "corpus/ref", "corpus/store", "corpus/store/cache", "corpus/sample", "extract", "extract/pdftest", "extract/worker", "diff", "diff/lineage", "diff/lint", "diff/refer", "render", "site", "templates", "templates/locale"}},
}

func under(path, room string) bool { return path == room || strings.HasPrefix(path, room+"/") }

func ruleFor(dir string) (room string, may []string, ok bool) {
	for _, p := range policy {
		if under(dir, p.room) && len(p.room) > len(room) {
			room, may, ok = p.room, p.may, true
		}
	}
	return room, may, ok
}

func allowed(dir, target string) bool {
	room, may, ok := ruleFor(dir)
	if !ok {
		return false
	}
	if under(target, room) {
		// a room is free inside itself, but a smaller room in it keeps its own rule
		own, _, _ := ruleFor(target)
		if own == room {
			return true
		}
	}
	for _, m := range may {
		if target == m || (m == "render" && under(target, "render")) || (m == "site" && under(target, "site")) {
			return true
		}
	}
	return false
}

func TestImportPolicy(t *testing.T) {
	seen := 0
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); path != "." && (strings.HasPrefix(name, ".") || name == "node_modules" || name == "tmp" || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") || filepath.Dir(path) == "." {
			return nil
		}
		seen++
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(path))
		for _, imp := range f.Imports {
			target, ours := strings.CutPrefix(strings.Trim(imp.Path.Value, `"`), "shinkyu/")
			if ours && !allowed(dir, target) {
				t.Errorf("%s imports %s: not allowed for its room (docs/ARCHITECTURE.md)", path, target)
			}
			for _, part := range strings.Split(target, "/") {
				switch part {
				case "util", "utils", "helper", "helpers", "common", "shared":
					if ours {
						t.Errorf("%s imports %s: a package says what it is for", path, target)
					}
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 10 {
		t.Fatalf("only %d files seen: the test looks in the wrong place", seen)
	}
}

// The policy itself must refuse what it is there to refuse.
func TestPolicyRefuses(t *testing.T) {
	for _, c := range [][2]string{
		{"extract/internal/pdf", "diff"}, {"diff/internal/edit", "extract"}, {"render/term", "extract"},
		{"site", "cmd/shinkyu"}, {"corpus", "diff"}, {"corpus/ref", "corpus"}, {"render/web", "site"}, {"site", "extract"}, {"diff", "render/wire"},
	} {
		if allowed(c[0], c[1]) {
			t.Errorf("%s may import %s", c[0], c[1])
		}
	}
	for _, c := range [][2]string{{"extract/internal/pdf", "extract/internal/layout"}, {"site", "render/web"}, {"cmd/shinkyu", "corpus/sample"}, {"diff/lineage", "diff"}} {
		if !allowed(c[0], c[1]) {
			t.Errorf("%s may not import %s", c[0], c[1])
		}
	}
}
