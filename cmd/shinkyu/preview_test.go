package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// previewing serves what the arguments name, and builds it anew when it changes.
func previewing(t *testing.T, args []string, against string) http.Handler {
	t.Helper()
	a := &app{out: io.Discard, err: io.Discard, getenv: func(string) string { return "" }}
	job, err := a.servable(args, false, against)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	files, err := job.build(ctx, "http://127.0.0.1/")
	if err != nil {
		t.Fatal(err)
	}
	p := newPreview(files)
	go func() { _ = a.keepUp(ctx, job, "http://127.0.0.1/", p) }()
	time.Sleep(50 * time.Millisecond) // the watcher has to be there before the first change
	return guard(p)
}

// previewed is a client of what previewing serves.
func previewed(t *testing.T, args []string, against string) (get func(path string) string, wait func(after int) state) {
	t.Helper()
	h := previewing(t, args, against)
	get = func(path string) string {
		t.Helper()
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d", path, w.Code)
		}
		return w.Body.String()
	}
	wait = func(after int) state {
		t.Helper()
		var s state
		for range 3 { // each waits as long as a page does
			if err := json.Unmarshal([]byte(get(previewState+"?after="+string(rune('0'+after)))), &s); err != nil {
				t.Fatal(err)
			}
			if s.Version != after {
				break
			}
		}
		return s
	}
	return get, wait
}

type state struct {
	Version int
	Trouble []complaint
}

func put(t *testing.T, dir, name, text string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

const ruleToml = "title = \"水やり規程\"\n[[revision]]\nlabel = \"初版\"\nin_force = \"2024-04-01\"\nfile = \"1.txt\"\ncontent = \"text\"\n"

func TestPreviewOfACorpus(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "corpus.toml", "title = \"見本\"\n")
	put(t, dir, "mizu/rule.toml", ruleToml)
	put(t, dir, "mizu/1.txt", "第一条　係員は、朝に水をやるものとする。\n第二条　この規程は、温室に適用する。\n")
	get, wait := previewed(t, []string{dir}, "")
	if page := get("/rules/mizu/"); !strings.Contains(page, "朝に水をやる") || !strings.Contains(page, previewScript) {
		t.Fatal("the page lacks its text or the script of the preview")
	}
	start := time.Now()
	put(t, dir, "mizu/1.txt", "第一条　係員は、夕方に水をやるものとする。\n第二条　この規程は、温室に適用する。\n")
	s := wait(1)
	t.Logf("a saved file is served after %v", time.Since(start).Round(time.Millisecond))
	if s.Version < 2 || len(s.Trouble) > 0 || !strings.Contains(get("/rules/mizu/"), "夕方に水をやる") {
		t.Errorf("after a change: %+v", s)
	}
	put(t, dir, "mizu/rule.toml", strings.Replace(ruleToml, "title", "titel", 1))
	s = wait(s.Version)
	if len(s.Trouble) == 0 || !strings.Contains(s.Trouble[0].Text, "rule.toml") {
		t.Errorf("after a mistake: %+v", s)
	}
	if !strings.Contains(get("/rules/mizu/"), "夕方に水をやる") {
		t.Error("a mistake took the last good page away")
	}
	put(t, dir, "mizu/rule.toml", ruleToml)
	if s = wait(s.Version); len(s.Trouble) > 0 {
		t.Errorf("after the mistake is mended: %+v", s)
	}
	put(t, dir, "hana/1.txt", "第一条　花は、摘まないものとする。\n")
	put(t, dir, "hana/rule.toml", strings.Replace(ruleToml, "水やり", "花壇", 1))
	for range 3 {
		if s = wait(s.Version); len(s.Trouble) == 0 {
			break
		}
	}
	if !strings.Contains(get("/"), "花壇規程") {
		t.Error("a new folder is not seen")
	}
}

func TestPreviewOfADraft(t *testing.T) {
	dir := t.TempDir()
	current := put(t, dir, "current.txt", "第一条　係員は、朝に水をやるものとする。\n第二条　この規程は、温室に適用する。\n")
	draft := put(t, dir, "draft.txt", "第一条　係員は、朝夕に水をやらなければならない。\n第二条　この規程は、温室に適用する。\n")
	put(t, dir, "private.txt", "見せない")
	get, wait := previewed(t, []string{draft}, current)
	if page := get("/" + draftPage); !strings.Contains(page, "朝夕") || !strings.Contains(page, "義務の強化") {
		t.Error("the draft is not compared")
	}
	put(t, dir, "private.txt", "別の書類")
	put(t, dir, "draft.txt", "第一条　係員は、毎日水をやらなければならない。\n第二条　この規程は、温室に適用する。\n")
	if s := wait(1); s.Version != 2 || !strings.Contains(get("/"+draftPage), "毎日") {
		t.Errorf("after a change: %+v", s)
	}
	for _, path := range []string{"/private.txt", "/../private.txt", "/rules/draft/revisions/draft/source/private.txt", "/%2e%2e/private.txt"} {
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1/", nil)
		r.URL.Path = path
		w := httptest.NewRecorder()
		guard(newPreview(nil)).ServeHTTP(w, r)
		if w.Code == http.StatusOK {
			t.Errorf("%s is readable", path)
		}
	}
}

// What another page asks for is refused, however it asks.
func TestPreviewRefusesOtherPages(t *testing.T) {
	h := guard(newPreview(map[string][]byte{"index.html": []byte("draft")}))
	for _, c := range []struct {
		header, value string
		code          int
	}{
		{"", "", 200}, {"Origin", "http://127.0.0.1:8017", 200}, {"Origin", "http://127.0.0.1:3000", 403}, {"Origin", "https://evil.example", 403}, {"Origin", "null", 403},
		{"Sec-Fetch-Site", "none", 200}, {"Sec-Fetch-Site", "same-origin", 200}, {"Sec-Fetch-Site", "same-site", 403}, {"Sec-Fetch-Site", "cross-site", 403},
	} {
		r := httptest.NewRequest(http.MethodGet, "http://127.0.0.1:8017/", nil)
		if c.header != "" {
			r.Header.Set(c.header, c.value)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != c.code {
			t.Errorf("%s %s: %d, want %d", c.header, c.value, w.Code, c.code)
		}
	}
}
