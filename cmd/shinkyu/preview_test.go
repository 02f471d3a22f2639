package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"shinkyu/corpus/store"
	"shinkyu/diff/lint"
	"shinkyu/site"
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
	before := job.saved()
	files, err := job.build(ctx, "http://127.0.0.1/")
	if err != nil {
		t.Fatal(err)
	}
	p := newPreview(files)
	go func() { _ = a.keepUp(ctx, job, "http://127.0.0.1/", p, before) }()
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

func put(t testing.TB, dir, name, text string) string {
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

// What a drafter settles about the checks counts from the moment it is saved.
// A folder that got another name is watched under the new one, and a page that went away with the old one waits for it to come back.
func TestPreviewOfARenamedRule(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "corpus.toml", "title = \"見本\"\n")
	put(t, dir, "mizu/rule.toml", ruleToml)
	put(t, dir, "mizu/1.txt", "第一条　係員は、朝に水をやるものとする。\n")
	h := previewing(t, []string{dir}, "")
	ask := func(path string) (int, string) {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "http://127.0.0.1"+path, nil))
		return w.Code, w.Body.String()
	}
	until := func(what string, ok func() bool) {
		t.Helper()
		for range 200 {
			if ok() {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
		t.Fatalf("%s: never", what)
	}
	time.Sleep(200 * time.Millisecond) // the watch begins beside the first answer
	if err := os.Rename(filepath.Join(dir, "mizu"), filepath.Join(dir, "niwa")); err != nil {
		t.Fatal(err)
	}
	until("the new name", func() bool { code, _ := ask("/rules/niwa/"); return code == http.StatusOK })
	code, page := ask("/rules/mizu/")
	if code != http.StatusNotFound || !strings.Contains(page, previewScript) || !strings.Contains(page, "script-src 'self'; connect-src 'self'") {
		t.Errorf("the old name: %d %s", code, page)
	}
	if !strings.Contains(policy(), regexp.MustCompile(`'sha256-[^']+'`).FindString(page)) {
		t.Errorf("the policy of the server does not admit the style of the page:\n%s\n%s", policy(), page)
	}
	for _, word := range []string{"夕方", "昼"} {
		put(t, dir, "niwa/1.txt", "第一条　係員は、"+word+"に水をやるものとする。\n")
		until("a change under the new name", func() bool { _, page := ask("/rules/niwa/"); return strings.Contains(page, word) })
	}
}

func TestPreviewFollowsTheSettingsOfTheChecks(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "corpus.toml", "title = \"見本\"\n")
	put(t, dir, "mizu/rule.toml", ruleToml+"[[revision]]\nlabel = \"第二版\"\nin_force = \"2025-04-01\"\nfile = \"2.txt\"\ncontent = \"text\"\n")
	put(t, dir, "mizu/1.txt", "第一条　係員は、朝に水をやるものとする。\n")
	put(t, dir, "mizu/2.txt", "第一条　係員は、第九十九条の定めにより水をやるものとする。\n")
	get, wait := previewed(t, []string{dir}, "")
	const page, finding = "/rules/mizu/revisions/2025-04-01/", "点検の結果"
	if !strings.Contains(get(page), finding) {
		t.Fatal("there is no finding")
	}
	rule := regexp.MustCompile(`<code>([a-z-]+)</code>`).FindStringSubmatch(get(page))
	put(t, dir, checkFileName, fmt.Sprintf("disable = [%q]\n", rule[1]))
	s := wait(1)
	if len(s.Trouble) > 0 || strings.Contains(get(page), finding) {
		t.Errorf("after the check is left out: %+v", s)
	}
	put(t, dir, checkFileName, "disabel = []\n")
	if s = wait(s.Version); len(s.Trouble) == 0 || !strings.Contains(s.Trouble[0].Text, checkFileName) {
		t.Errorf("after a mistake in the settings: %+v", s)
	}
	put(t, dir, checkFileName, "")
	if s = wait(s.Version); len(s.Trouble) > 0 || !strings.Contains(get(page), finding) {
		t.Errorf("after the settings are mended: %+v", s)
	}
}

// Pages made with what was read before are those of a first build.
func TestPreviewRemembersNothingWrong(t *testing.T) {
	dir := t.TempDir()
	sampleInto(t, dir, "title = \"見本\"\n", "")
	pages := func(r *rebuilt) site.Files {
		c, err := store.LoadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		files, err := r.pages(context.Background(), at(c, "http://127.0.0.1:1/"), func() {})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	again := &rebuilt{checks: &lint.Config{}, reads: &reads{}}
	for n := range 3 {
		put(t, dir, "joho-kitei/notes/x.md", fmt.Sprintf("+++\nclause = \"第一条\"\ntitle = \"第%d稿\"\n+++\n\n見本。\n", n))
		got, want := pages(again), pages(&rebuilt{checks: &lint.Config{}})
		for name := range want {
			if !bytes.Equal(got[name], want[name]) {
				t.Fatalf("build %d: %s differs from that of a first build", n, name)
			}
		}
		if len(got) != len(want) {
			t.Errorf("build %d: %d files, %d in a first build", n, len(got), len(want))
		}
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

// A file saved while the first pages are made, before it is watched, is seen.
func TestPreviewSavedMeanwhile(t *testing.T) {
	for _, whole := range []bool{false, true} {
		dir := t.TempDir()
		text := "水やり規程\n第一条　係員は、朝に水をやるものとする。\n"
		args, name := []string{put(t, dir, "draft.txt", text)}, "draft.txt"
		if whole {
			put(t, dir, "corpus.toml", "title = \"見本\"\n")
			put(t, dir, "mizu/rule.toml", ruleToml)
			put(t, dir, "mizu/1.txt", text)
			args, name = []string{dir}, "mizu/1.txt"
		}
		a := &app{out: io.Discard, err: io.Discard, getenv: func(string) string { return "" }}
		job, err := a.servable(args, false, "")
		if err != nil {
			t.Fatal(err)
		}
		before := job.saved()
		files, err := job.build(t.Context(), "http://127.0.0.1/")
		if err != nil {
			t.Fatal(err)
		}
		time.Sleep(20 * time.Millisecond) // the clock of files goes in steps
		put(t, dir, name, strings.Replace(text, "朝", "夕", 1))
		p := newPreview(files)
		_, first, _, next := p.now()
		go func() { _ = a.keepUp(t.Context(), job, "http://127.0.0.1/", p, before) }()
		select {
		case <-next:
		case <-time.After(longestWait):
		}
		if _, version, trouble, _ := p.now(); version == first || trouble != nil {
			t.Errorf("whole corpus %v: version %d, then %d: %v", whole, first, version, trouble)
		}
	}
}

// A whole text alone, and the first text of a corpus, show what the checks find: at the clause, and in a list that leads there.
func TestPreviewChecksAWholeText(t *testing.T) {
	const text = "水やり規程\n第一条　係員は、朝に水をやるものとする。\n第二条　前条の係員は、第九条の帳簿を備える\n"
	dir := t.TempDir()
	get, wait := previewed(t, []string{put(t, dir, "draft.txt", text)}, "")
	page := get("/" + draftPage)
	at, list := strings.Index(page, `<details class="fd">`), strings.Index(page, `id="find-h"`)
	if at < strings.Index(page, `id="a2"`) || list < at || !strings.Contains(page[list:], `<a href="#a2">第二条</a> <code>reference-missing</code>`) || !strings.Contains(page[at:list], "<code>full-stop</code>") {
		t.Errorf("findings: %q", page[strings.Index(page, "<main"):])
	}
	if strings.Contains(page, "原本の表示") || strings.Contains(page, "傍線") {
		t.Error("a whole text has no marks, and its page speaks of them")
	}
	put(t, dir, "draft.txt", strings.Replace(text, "第九条の帳簿を備える", "帳簿を備える。", 1))
	if s := wait(1); s.Version < 2 || strings.Contains(get("/"+draftPage), "reference-missing") {
		t.Errorf("after the mistake was mended: %+v", s)
	}
	folder := t.TempDir()
	put(t, folder, "corpus.toml", "title = \"見本\"\n")
	put(t, folder, "mizu/rule.toml", ruleToml)
	put(t, folder, "mizu/1.txt", text)
	get, _ = previewed(t, []string{folder}, "")
	if !strings.Contains(get("/rules/mizu/revisions/2024-04-01/"), "reference-missing") {
		t.Error("the first text of a corpus is not checked")
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
