package store

// Data tests: testdata/*.txtar holds a corpus and, in the file "want", either the problems (English, then the hint behind it)
// or the corpus as read. Run with -update to write what is found.

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"shinkyu/corpus"
)

var update = flag.Bool("update", false, "write the wanted results")

func TestLoad(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			fsys, want, at := fstest.MapFS{}, "", -1
			for i, f := range ar.Files {
				if f.Name == "want" {
					want, at = string(f.Data), i
					continue
				}
				fsys[f.Name] = &fstest.MapFile{Data: f.Data}
			}
			got := describe(Load(fsys))
			if *update {
				if at < 0 {
					ar.Files = append(ar.Files, txtar.File{Name: "want"})
					at = len(ar.Files) - 1
				}
				ar.Files[at].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("differs (-want +got):\n%s", d)
			}
		})
	}
}

func describe(c *Corpus, err error) string {
	var b strings.Builder
	var problems Problems
	switch {
	case errors.As(err, &problems):
		for _, f := range problems {
			fmt.Fprintf(&b, "%s %s\n  hint: %s\n", f.Rule, f.English, f.HintEN)
		}
	case err != nil:
		fmt.Fprintf(&b, "not a list of problems: %v\n", err)
	default:
		for _, f := range c.Questions {
			fmt.Fprintf(&b, "%s %s\n  hint: %s\n", f.Rule, f.English, f.HintEN)
		}
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", " ")
		if err := e.Encode(c.Archive); err != nil {
			fmt.Fprintln(&b, err)
		}
	}
	return b.String()
}

// Every complaint speaks both languages and says what to do.
func TestProblemsAreBilingual(t *testing.T) {
	_, err := Load(fstest.MapFS{
		"corpus.toml":       {Data: []byte("titel = \"a\"\nlanguage = \"de\"\nbase_url = \"x\"\n")},
		"Bad Name/x":        {Data: []byte("x")},
		"a/rule.toml":       {Data: []byte("title = 1\n[[revision]]\nin_force = \"2026-02-30\"\nfile = \"../x\"\ncontent = \"tabel\"\n")},
		"a/notes/1.md":      {Data: []byte("---\nclause 1\n---\nx")},
		"a/notes/2.md":      {Data: []byte("---\nclause: 1\n")},
		"a/notes/3.md":      {Data: []byte{0xff}},
		"b/rule.toml":       {Data: []byte("title =\n")},
		"c/rule.toml":       {Data: []byte("title = \"c\"\n")},
		"d/notes/readme.md": {Data: []byte("x")},
	})
	var problems Problems
	if !errors.As(err, &problems) || len(problems) < 12 {
		t.Fatalf("want a dozen problems, got %v", err)
	}
	for _, f := range problems {
		if f.Rule == "" || f.Japanese == "" || f.English == "" || f.HintJA == "" || f.HintEN == "" {
			t.Errorf("incomplete: %+v", f)
		}
	}
	var first *corpus.Failure
	if !errors.As(err, &first) || first != problems[0] {
		t.Errorf("errors.As does not find the first failure")
	}
}

const small = "title = \"t\"\n[[revision]]\nin_force = \"2026-04-01\"\nfile = \"a.txt\"\ncontent = \"text\"\n"

// A turn of the writing direction ends with the text it stands in.
func TestClosed(t *testing.T) {
	for in, want := range map[string]string{
		"規程": "規程", "\u202e規程": "\u202e規程\u202c", "\u2067甲\u2069乙": "\u2067甲\u2069乙", "\u202e甲\u2066乙": "\u202e甲\u2066乙\u2069\u202c",
		"\u202a甲\u202c\u2068乙": "\u202a甲\u202c\u2068乙\u2069", "甲\u202c": "甲\u202c",
	} {
		if got := closed(in); got != want {
			t.Errorf("%+q becomes %+q, not %+q", in, got, want)
		}
	}
	c, err := Load(fstest.MapFS{"corpus.toml": {Data: []byte("title = \"見\u202e本\"\n")}, "a/1.txt": {},
		"a/rule.toml": {Data: []byte("title = \"甲\"\n[[revision]]\nin_force = 2026-04-01\nlabel = \"初\u202e版\"\ncontent = \"text\"\nfile = \"1.txt\"\n")}})
	if err != nil || c.Archive.Title != "見\u202e本\u202c" || c.Archive.Rules[0].Revisions[0].Label != "初\u202e版\u202c" {
		t.Errorf("read as %+v: %v", c, err)
	}
}

func TestSource(t *testing.T) {
	fsys := fstest.MapFS{"corpus.toml": {Data: []byte("title = \"t\"\n")}, "r/rule.toml": {Data: []byte(small)}, "r/a.txt": {Data: []byte("第一条")}}
	c, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	rule := c.Archive.Rules[0]
	data, err := c.Source(rule, rule.Revisions[0])
	if err != nil || !bytes.Equal(data, []byte("第一条")) {
		t.Errorf("Source = %q, %v", data, err)
	}
	for _, file := range []string{"../corpus.toml", "/etc/passwd", "gone.txt", `..\corpus.toml`, ""} {
		var f *corpus.Failure
		if _, err := c.Source(rule, &corpus.Revision{File: file}); !errors.As(err, &f) {
			t.Errorf("Source(%q): want a failure, got %v", file, err)
		}
	}
}

// A link that leaves the folder is a problem of the manifest, not a way to publish the maintainer's files.
func TestLoadDir(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("secret.txt", "秘")
	write("corpus/corpus.toml", "title = \"t\"\n")
	write("corpus/r/rule.toml", small)
	write("corpus/r/a.txt", "第一条")
	root := filepath.Join(dir, "corpus")
	if _, err := LoadDir(root); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(root, "r/a.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../../secret.txt", filepath.Join(root, "r/a.txt")); err != nil {
		t.Skip("no symbolic links here")
	}
	if _, err := LoadDir(root); err == nil || !strings.Contains(err.Error(), "r/rule.toml:4: file") {
		t.Errorf("a link out of the corpus was read: %v", err)
	}
	for _, bad := range []string{filepath.Join(dir, "gone"), filepath.Join(dir, "secret.txt")} {
		var f *corpus.Failure
		if _, err := LoadDir(bad); !errors.As(err, &f) {
			t.Errorf("LoadDir(%s): want a failure, got %v", bad, err)
		}
	}
}

func FuzzManifest(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("title = '''\nfile = 1\n'''\n[[revision]]\n\"id\" = 2026-04-01\n[x.y]\nz=[1,{a=2}]\n"))
	f.Add([]byte("revision = [{in_force = 1979-05-27T07:32:00Z}, {file = 'a.txt'}]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := fstest.MapFS{"corpus.toml": {Data: data}, "r/rule.toml": {Data: data}, "r/a.txt": {Data: []byte("x")}}
		c, err := Load(fsys)
		checkLoaded(t, c, err)
	})
}

func FuzzNote(f *testing.F) {
	f.Add([]byte("---\nclause: 第六条\nrevision: \"2026-04-01\"\n---\n理由\n"))
	f.Add([]byte("+++\nclause = \"4/(1)\"\n+++\n[[第三条第二項]]\n"))
	f.Add([]byte("\ufeff---\r\ntitle: x\r\n---\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		fsys := fstest.MapFS{"corpus.toml": {Data: []byte("title = \"t\"\n")}, "r/rule.toml": {Data: []byte(small)},
			"r/a.txt": {Data: []byte("x")}, "r/notes/n.md": {Data: data}}
		c, err := Load(fsys)
		checkLoaded(t, c, err)
		if err == nil && len(c.Archive.Rules[0].Notes) != 1 {
			t.Error("a note vanished")
		}
	})
}

// checkLoaded states what holds for every corpus that loads: addresses are safe and unique, dates are in order, sources are there.
func checkLoaded(t *testing.T, c *Corpus, err error) {
	t.Helper()
	if err != nil {
		var problems Problems
		if !errors.As(err, &problems) || len(problems) == 0 {
			t.Fatalf("not a list of problems: %v", err)
		}
		return
	}
	for _, r := range c.Archive.Rules {
		seen := map[string]bool{}
		for i, rev := range r.Revisions {
			if seen[rev.ID] || !addressRE.MatchString(rev.ID) {
				t.Errorf("bad or double id %q", rev.ID)
			}
			seen[rev.ID] = true
			if i > 0 && rev.InForce < r.Revisions[i-1].InForce {
				t.Errorf("revision %q out of order", rev.ID)
			}
			if _, err := fs.Stat(c.FS, r.ID+"/"+rev.File); err != nil {
				t.Errorf("source is not there: %v", err)
			}
		}
	}
}
