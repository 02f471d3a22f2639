package main

import (
	"bytes"
	"context"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/sample"
	"shinkyu/site"
)

const pdfRule = "title = \"検査通知\"\n[[revision]]\nid = \"hyo\"\nin_force = \"2024-04-01\"\nfile = \"hyo.pdf\"\ncontent = \"table\"\n"

// pdfCorpus is a corpus of one table in PDF.
func pdfCorpus(t *testing.T) (dir string) {
	t.Helper()
	data, err := fs.ReadFile(sample.FS, "kensa-tsuchi/2025-06-01.pdf")
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	put(t, dir, "corpus.toml", "title = \"見本\"\n")
	put(t, dir, "kensa/rule.toml", pdfRule)
	put(t, dir, "kensa/hyo.pdf", string(data))
	return dir
}

func picturesIn(files site.Files) (names []string) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(name, ".png") {
			names = append(names, name)
		}
	}
	return names
}

// TestFacsimileIsKept: pictures are painted once; a note or a footer makes the document again and paints nothing. Two builds give the same bytes,
// a preview in memory too.
func TestFacsimileIsKept(t *testing.T) {
	dir, store := pdfCorpus(t), filepath.Join(t.TempDir(), "cache")
	made := func() site.Files {
		t.Helper()
		out := filepath.Join(t.TempDir(), "site")
		if code := run([]string{"build", dir, "-o", out, "--cache", store}, nil, io.Discard, os.Stderr, os.Getenv); code != 0 {
			t.Fatalf("build ends with %d", code)
		}
		return published(t, out)
	}
	first := made()
	names := picturesIn(first)
	page := string(first["rules/kensa/revisions/hyo/index.html"])
	for _, name := range names {
		if !strings.Contains(page, `src="../../`+strings.TrimPrefix(name, "rules/kensa/")+`"`) {
			t.Errorf("%s is on no page", name)
		}
	}
	if len(names) < 3 || strings.Count(page, "<figure") < len(names) {
		t.Fatalf("%d pictures, %d figures", len(names), strings.Count(page, "<figure"))
	}
	sameSite(t, "in memory", inMemory(t, dir), first)

	// The entry of the pictures is the one without files of the site.
	all, err := filepath.Glob(filepath.Join(store, "entries", "*", "more"))
	var kept []string
	for _, name := range all {
		if data, err := os.ReadFile(name); err == nil && bytes.Contains(data, []byte(`"PNG":`)) {
			kept = append(kept, name)
		}
	}
	if err != nil || len(kept) != 1 {
		t.Fatalf("%v in the cache, %v", kept, err)
	}
	before, err := os.Stat(kept[0])
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "kensa/notes/1.md", "+++\nrevision = \"hyo\"\ntitle = \"理由\"\n+++\n\n検査の手順を改めた。\n")
	second := made()
	if !slices.Equal(picturesIn(second), names) || !strings.Contains(string(second["rules/kensa/revisions/hyo/index.html"]), "検査の手順を改めた") {
		t.Error("the build after a note differs in its pictures, or lacks the note")
	}
	if after, err := os.Stat(kept[0]); err != nil || !os.SameFile(before, after) || after.ModTime() != before.ModTime() {
		t.Errorf("painted again, or not kept: %v", err)
	}
}

// TestFacsimileSwitch: off for all, on for one; what cannot be painted is told on the page and stops nothing.
func TestFacsimileSwitch(t *testing.T) {
	dir := pdfCorpus(t)
	put(t, dir, "corpus.toml", "title = \"見本\"\nfacsimile = false\n")
	if off := inMemory(t, dir); len(picturesIn(off)) > 0 || strings.Contains(string(off["rules/kensa/revisions/hyo/index.html"]), "<figure") {
		t.Error("pictures though they are switched off")
	}
	put(t, dir, "kensa/rule.toml", "facsimile = true\n"+pdfRule)
	c := loadCorpus(t, dir)
	if !c.Archive.Rules[0].Facsimile {
		t.Fatal("rule.toml does not switch it on")
	}
	w, err := newWorkshop(c, func() {})
	if err != nil {
		t.Fatal(err)
	}
	w.prints = newPrints(nil, nil)
	sources, err := w.sources(c.Archive.Rules[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	states := []site.State{{Revision: c.Archive.Rules[0].Revisions[0], SourceName: "hyo.pdf", Source: []byte("%PDF-1.4\nno pages")}}
	made, err := w.prints.of(t.Context(), c.Archive.Rules[0], &states[0], []corpus.Crop{{Page: 1, Box: corpus.Box{X1: 100, Y1: 100}}})
	if err != nil || len(made.Diags) != 1 || made.Diags[0].Rule != "facsimile-missing" || made.Diags[0].Severity != corpus.Info {
		t.Errorf("a file that cannot be painted: %v, %+v", err, made)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := w.document(gone, c.Archive.Rules[0], sources); err == nil {
		t.Error("a build that was stopped goes on")
	}
}

// TestPreviewPaintsLater: a preview does not wait for pictures, and shows them when they are there.
func TestPreviewPaintsLater(t *testing.T) {
	get, wait := previewed(t, []string{pdfCorpus(t)}, "")
	const page = "/rules/kensa/revisions/hyo/"
	if first := get(page); !strings.Contains(first, "検体") {
		t.Fatal("no page")
	}
	if s := wait(1); s.Version != 2 || len(s.Trouble) > 0 {
		t.Fatalf("%+v", s)
	}
	painted := get(page)
	_, rest, ok := strings.Cut(painted, `<img src="../../`)
	name, _, _ := strings.Cut(rest, `"`)
	if !ok || !strings.HasPrefix(get("/rules/kensa/"+name), "\x89PNG") {
		t.Errorf("no picture: %q", name)
	}
}

// The source's pages beside clauses, in Chromium.
func TestFacsimileInBrowser(t *testing.T) {
	inBrowser(t, "facsimile.mjs", built(t, "--sample"))
}
