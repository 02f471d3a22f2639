package locale

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var japaneseSigns = regexp.MustCompile(`[\p{Hiragana}\p{Katakana}\p{Han}、。（）「」]`)

// said are the sentences that templates, scripts and Go say, each with a place where it stands. Tables of names are said word by word.
func said(t *testing.T) (keys, literals map[string]string) {
	t.Helper()
	keys, literals = map[string]string{}, map[string]string{}
	for pattern, call := range map[string]*regexp.Regexp{
		"../*.html":  regexp.MustCompile("\\{\\{-?[^{}]*?\\bt [\"`]([^\"`]*)[\"`]"),
		"../js/*.js": regexp.MustCompile(`\b[tf]\('([^']*)'`),
	} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range call.FindAllStringSubmatch(string(data), -1) {
				if japaneseSigns.MatchString(m[1]) {
					keys[m[1]] = f
				}
			}
		}
	}
	tables := []string{"words.go", "names.go"}
	for _, pattern := range []string{"../../site/*.go", "../../render/web/*.go", "../../render/words/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") {
				continue
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), f, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if sel, ok := n.Fun.(*ast.SelectorExpr); ok && strings.EqualFold(sel.Sel.Name, "say") && len(n.Args) > 0 {
						if s := literal(n.Args[0]); s != "" {
							keys[s] = f
						}
					}
				case *ast.BasicLit:
					if s := literal(n); japaneseSigns.MatchString(s) {
						literals[s] = f
						if slices.Contains(tables, filepath.Base(f)) {
							keys[s] = f
						}
					}
				}
				return true
			})
		}
	}
	return keys, literals
}

func literal(e ast.Expr) string {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return ""
	}
	s, err := strconv.Unquote(l.Value)
	if err != nil {
		return ""
	}
	return s
}

func TestEverySentenceHasEnglishWords(t *testing.T) {
	keys, literals := said(t)
	if len(keys) < 200 {
		t.Fatalf("only %d sentences found: the test looks in the wrong place", len(keys))
	}
	for _, k := range slices.Sorted(maps.Keys(keys)) {
		if _, ok := english[k]; !ok {
			t.Errorf("%s: no English for %q", keys[k], k)
		}
	}
	for k := range english {
		_, whole := literals[k]
		_, counted := literals[strings.TrimPrefix(k, "%d")] // "%d" + か条
		_, end := literals["に変更があります。"]
		if keys[k] == "" && !whole && !counted && !(end && strings.HasSuffix(k, "に変更があります。")) {
			t.Errorf("nothing says %q", k)
		}
	}
}

func TestEntriesTakeTheSameValues(t *testing.T) {
	values := regexp.MustCompile(`%[sd]|\{\d\}`)
	for k, e := range english {
		if japaneseSigns.MatchString(strings.NewReplacer("（略）", "", "第十二条", "", "第12条", "").Replace(e)) {
			t.Errorf("%q: English has Japanese words: %q", k, e)
		}
		want := values.FindAllString(k, -1)
		for _, form := range strings.Split(e, "|") {
			got := values.FindAllString(form, -1)
			if strings.Contains(e, "|") && len(got) < len(want) {
				continue // "once" says its number itself
			}
			if !slices.Equal(got, want) {
				t.Errorf("%q takes %v, its English %v: %q", k, want, got, form)
			}
		}
	}
}

func TestSay(t *testing.T) {
	for _, c := range []struct {
		l    Language
		key  string
		args []any
		want string
	}{
		{Japanese, "検索", nil, "検索"}, {"", "検索", nil, "検索"}, {English, "検索", nil, "Search"},
		{English, "%d版", []any{1}, "1 revision"}, {English, "%d版", []any{3}, "3 revisions"}, {Japanese, "%d版", []any{3}, "3版"},
		{English, "改正%d回", []any{1}, "amended once"}, {English, "改正%d回", []any{2}, "amended 2 times"}, {Japanese, "改正%d回", []any{1}, "改正1回"},
		{English, "%sから%sに移る", []any{"第一条", "第二条"}, "moves from 第一条 to 第二条"},
		{English, "どこにもない言葉", nil, "どこにもない言葉"},
	} {
		if got := c.l.Say(c.key, c.args...); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.l, c.key, got, c.want)
		}
	}
	if Date("2026-04-01") != "1 April 2026" || Date("unknown") != "unknown" {
		t.Error("dates")
	}
}
