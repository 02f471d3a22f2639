package main

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// watering is a rule of sixty articles that water how; change gives some of them other words, extra stands below the second.
func watering(how string, change map[int]string, extra string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "水やり規程\n")
	for n := 1; n <= 60; n++ {
		text := fmt.Sprintf("第%d区の係員は、%s%d時に、花壇の水を%d杯やるものとする。", n, how, n%12, n+3)
		if c, ok := change[n]; ok {
			text = c
		}
		fmt.Fprintf(&b, "第%d条　%s\n", n, text)
		if n == 2 {
			b.WriteString(extra)
		}
	}
	return b.String()
}

// edits are what a drafter does to the open file while a browser shows it (preview.mjs).
type edits struct {
	URL, Page, File                  string
	First, Changed, Broken, Mistaken string // texts of the file; Broken cannot be read, Mistaken has what the checks find
	Sees, Finds                      string // words of the page after Changed; of a finding after Mistaken
	Place                            string // id of the clause that the reader stands at
	Secret                           string // no answer may hold this word
}

// The preview of a corpus and of a draft in Chromium: a saved file shows within a second, where the reader was; a broken one tells, a mended one
// takes the message away; findings are in the page; other pages, other names and other files get nothing.
func TestPreviewInBrowser(t *testing.T) {
	old, first := watering("毎日", nil, ""), watering("毎朝", nil, "")
	changed := watering("毎朝", map[int]string{45: "第45区の係員は、猛暑の日に限り二度花壇の水をやる。"}, "２　前項の係員は、日誌を付け、これを七日間保存する。\n３　日誌の様式は、園長が定める。\n")
	mistaken := watering("毎朝", map[int]string{45: "第45区の係員は、第九十九条の定めにより花壇の水をやる。"}, "")
	secret := "見せてはならない下書き"
	outside := put(t, t.TempDir(), "secret.txt", secret)

	dir := t.TempDir()
	current, draft := put(t, dir, "current.txt", old), put(t, dir, "draft.txt", first)
	put(t, dir, "private.txt", secret)
	corpusDir := t.TempDir()
	put(t, corpusDir, "corpus.toml", "title = \"見本\"\n")
	put(t, corpusDir, "mizu/rule.toml", ruleToml+"[[revision]]\nlabel = \"第二版\"\nin_force = \"2025-04-01\"\nfile = \"2.txt\"\ncontent = \"text\"\n")
	put(t, corpusDir, "mizu/1.txt", old)
	put(t, corpusDir, "mizu/2.txt", first)
	if err := os.Symlink(outside, filepath.Join(corpusDir, "mizu", "link.txt")); err != nil {
		t.Logf("no symbolic links here: %v", err)
	}
	of := func(args []string, against, page, file string) edits {
		server := httptest.NewServer(previewing(t, args, against))
		t.Cleanup(server.Close)
		return edits{server.URL, page, file, first, changed, "\x00\x01\x02", mistaken, "猛暑の日に限り", "第九十九条", "a30", secret}
	}
	data, err := json.Marshal([]edits{
		of([]string{draft}, current, "/"+draftPage, draft),
		of([]string{corpusDir}, "", "/rules/mizu/revisions/2025-04-01/", filepath.Join(corpusDir, "mizu", "2.txt")),
	})
	if err != nil {
		t.Fatal(err)
	}
	inBrowser(t, "preview.mjs", put(t, t.TempDir(), "edits.json", string(data)))
}
