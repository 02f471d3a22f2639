package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/site"
)

func TestHandler(t *testing.T) {
	h := guard(newPreview(site.Files{
		"index.html": []byte("front"), "rules/koen/index.html": []byte("rule"), "rules/koen/feed.atom": []byte("<feed/>"),
		"rules/koen/source.dat": []byte("<script>"), "404.html": []byte("nothing here"),
	}))
	for _, tc := range []struct {
		name, method, target, host string
		code                       int
		header, value, body        string
	}{
		{"front page", "GET", "/", "127.0.0.1:80", 200, "Content-Type", "text/html; charset=utf-8", "front"},
		{"IPv6", "GET", "/", "[::1]:80", 200, "", "", "front"},
		{"localhost without port", "GET", "/", "localhost", 200, "", "", "front"},
		{"another name", "GET", "/", "evil.example:80", 421, "", "", ""},
		{"another machine", "GET", "/", "192.168.0.4", 421, "", "", ""},
		{"folder", "GET", "/rules/koen/", "localhost", 200, "", "", "rule"},
		{"folder without slash", "GET", "/rules/koen", "localhost", 301, "Location", "/rules/koen/", ""},
		{"folder in disguise", "GET", "//rules/koen", "localhost", 301, "Location", "/rules/koen/", ""},
		{"feed", "GET", "/rules/koen/feed.atom", "localhost", 200, "Content-Type", "application/atom+xml; charset=utf-8", ""},
		{"unknown bytes are not guessed", "GET", "/rules/koen/source.dat", "localhost", 200, "Content-Type", "application/octet-stream", ""},
		{"nothing", "GET", "/nothing", "localhost", 404, "Content-Type", "text/html; charset=utf-8", "nothing here"},
		{"outside", "GET", "/../../etc/passwd", "localhost", 404, "", "", ""},
		{"head", "HEAD", "/", "localhost", 200, "Content-Length", "5", ""},
		{"post", "POST", "/", "localhost", 405, "Allow", "GET, HEAD", ""},
	} {
		r := httptest.NewRequest(tc.method, "http://localhost/", nil)
		r.URL.Path, r.Host = tc.target, tc.host
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != tc.code || tc.header != "" && w.Header().Get(tc.header) != tc.value || !strings.Contains(w.Body.String(), tc.body) {
			t.Errorf("%s: %d %v %q", tc.name, w.Code, w.Header(), w.Body)
		}
		if policy := w.Header().Get("Content-Security-Policy"); !strings.HasPrefix(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", tc.name, policy)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: types may be guessed", tc.name)
		}
	}
	r := httptest.NewRequest(http.MethodGet, "http://localhost/", nil)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	w = httptest.NewRecorder()
	h.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified {
		t.Errorf("a page that did not change: %d", w.Code)
	}
}

func TestLoopbackOnly(t *testing.T) {
	for addr, ok := range map[string]bool{
		"127.0.0.1:0": true, "127.8.8.8:80": true, "localhost:0": true, "[::1]:8017": true,
		":8017": false, "0.0.0.0:80": false, "[::]:80": false, "192.168.0.4:80": false, "example.com:80": false, "127.0.0.1": false,
		"localhost.example.com:80": false, "[::ffff:10.0.0.1]:80": false,
	} {
		if err := loopbackOnly(addr); (err == nil) != ok {
			t.Errorf("%s: %v", addr, err)
		}
	}
}

// TestPublishKeepsTheOldSite: a build that stops, and one that cannot be written, leave what was there.
func TestPublishKeepsTheOldSite(t *testing.T) {
	target := filepath.Join(t.TempDir(), "site")
	if err := publish(context.Background(), target, "", ready(site.Files{"index.html": []byte("first"), "a/b.html": []byte("b")})); err != nil {
		t.Fatal(err)
	}
	stopped, cancel := context.WithCancel(context.Background())
	cancel()
	if err := publish(stopped, target, "", ready(site.Files{"index.html": []byte("second")})); err == nil {
		t.Error("a stopped build succeeds")
	}
	if err := publish(context.Background(), target, "", ready(site.Files{"../outside.html": []byte("x")})); err == nil {
		t.Error("a page is written outside of the site")
	}
	if got := content(t, target, "index.html"); got != "first" {
		t.Errorf("the old site is gone: %q", got)
	}
	if err := publish(context.Background(), target, "", ready(site.Files{"index.html": []byte("second")})); err != nil {
		t.Fatal(err)
	}
	if got := content(t, target, "index.html"); got != "second" {
		t.Errorf("%q", got)
	}
	if _, err := os.Stat(filepath.Join(target, "a")); err == nil {
		t.Error("a page of the old site is left")
	}
	entries, err := os.ReadDir(filepath.Dir(target))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the site: %v %v", entries, err)
	}
}

// TestPublishPutsAnOldSiteBack: a build killed between two renames left the old site under another name.
func TestPublishPutsAnOldSiteBack(t *testing.T) {
	target := filepath.Join(t.TempDir(), "site")
	const gone = 4194305 // above the highest process number Linux gives
	old := workName(target, "old", gone)
	if err := os.Mkdir(old, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(old, "index.html"), []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	removeLeftovers(target)
	if got := content(t, target, "index.html"); got != "old" {
		t.Errorf("%q", got)
	}
}

func content(t *testing.T, dir, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestWriteFileKeepsTheOldOne(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "out.json")
	if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := writeFile(name, []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm() != 0o600 || content(t, dir, "out.json") != "new" {
		t.Errorf("%v %v", info, err)
	}
	if err := writeFile(filepath.Join(dir, "no", "out.json"), nil); err == nil {
		t.Error("a missing folder is made up")
	}
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestNearest(t *testing.T) {
	names := []string{"build", "diff", "extract", "inspect", "serve", "version"}
	for word, want := range map[string]string{"dif": "diff", "serv": "serve", "biuld": "build", "ex": "extract", "frobnicate": "", "x": ""} {
		if got := nearest(word, names); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestJapaneseLocale(t *testing.T) {
	for _, tc := range []struct {
		all, messages, lang string
		want                bool
	}{
		{"", "", "ja_JP.UTF-8", true}, {"", "", "ja", true}, {"", "", "C.UTF-8", false}, {"", "", "", false},
		{"C", "", "ja_JP.UTF-8", false}, {"", "ja_JP.UTF-8", "C", true}, {"ja_JP.eucJP", "en_US", "en_US", true}, {"", "", "jam", false},
	} {
		env := map[string]string{"LC_ALL": tc.all, "LC_MESSAGES": tc.messages, "LANG": tc.lang}
		if got := japaneseLocale(func(k string) string { return env[k] }); got != tc.want {
			t.Errorf("%+v: %v", tc, got)
		}
	}
}
