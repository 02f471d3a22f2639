package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const browserFolder = "../../.ci/browser"

// inBrowser runs one of the programs in .ci/browser. `make test` installs what they need; without it the test says so
// (docs/TRICKY-CASES.md).
func inBrowser(t *testing.T, program string, args ...string) {
	t.Helper()
	tools, err := filepath.Abs("../../.tools/bin")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", tools+string(os.PathListSeparator)+os.Getenv("PATH"))
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node: run `make deps` (docs/TRICKY-CASES.md, browser tests)")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium: run `make deps` (docs/TRICKY-CASES.md, browser tests)")
	}
	if _, err := os.Stat(filepath.Join(browserFolder, "node_modules", "playwright-core")); err != nil {
		t.Skip("no playwright-core: run `make deps` (docs/TRICKY-CASES.md, browser tests)")
	}
	check := exec.Command(node, append([]string{filepath.Join(browserFolder, program)}, args...)...)
	check.Env = append(os.Environ(), "CHROMIUM="+chromium)
	report, err := check.CombinedOutput()
	t.Logf("%s", report)
	if err != nil {
		t.Error(err)
	}
}

// built is the folder of a site made by `shinkyu build`.
func built(t *testing.T, args ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "site")
	if code := run(append([]string{"build", "-o", out}, args...), nil, io.Discard, os.Stderr, os.Getenv); code != 0 {
		t.Fatalf("build ends with %d", code)
	}
	return out
}

// The sample site in Chromium: no page scrolls sideways, none logs an error, axe-core finds nothing, at desktop and phone
// width, light and dark.
func TestSiteInBrowser(t *testing.T) {
	inBrowser(t, "check.mjs", built(t, "--sample"))
}

// The pages are HTML without a fault that html-validate knows.
func TestSiteIsValid(t *testing.T) {
	inBrowser(t, "validate.mjs", built(t, "--sample"))
}

// What a reader does on the sample site, without script, by keyboard, on paper, with large text.
func TestUseInBrowser(t *testing.T) {
	inBrowser(t, "features.mjs", built(t, "--sample"))
}

// The sample site with the keyboard alone, as a screen reader gets it, and on paper; a sentence that moved, with its links both ways.
func TestKeyboardInBrowser(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "corpus.toml", "title = \"見本\"\n")
	movedSentence(t, dir)
	inBrowser(t, "keyboard.mjs", built(t, "--sample"), built(t, dir))
}

// Fifty queries over two thousand clauses, each in a fresh page from file://. What should be found is told by
// strings.Contains over the sentences that the corpus was made of.
func TestSearchInBrowser(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("corpus.toml", "title = \"探す見本\"\n")
	who := strings.Fields("職員は、 部局の長は、 記録の管理者は、 受託者は、 見学者は、 委員会は、")
	what := strings.Fields("保存する期間を 閲覧の申出を 廃棄する記録を 遠隔地の設備を ＡＢＣ端末を ｶﾞｲﾄﾞの写しを 第十二条の届出を 第３条の様式を 令和六年の台帳を 二百三十件の目録を")
	how := strings.Fields("書面により 速やかに 三十日以内に 館長の承認を得て 毎年四月に 理由を付して 電磁的方法により")
	does := strings.Fields("報告しなければならない。 公表するものとする。 委託してはならない。 点検することができる。 引き渡すものとする。")
	r := rand.New(rand.NewPCG(6, 6))
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	var clauses []struct{ name, text string }
	for d := range 20 {
		id, title := fmt.Sprintf("rule-%02d", d), fmt.Sprintf("第%d規程", d)
		var b strings.Builder
		for c := range 100 {
			text := pick(who) + pick(what) + pick(how) + pick(does)
			for range r.IntN(3) {
				text += "ただし、" + pick(what) + string('一'+rune(r.IntN(2500))) + string('一'+rune(r.IntN(2500))) + "課に" + pick(how) + pick(does)
			}
			fmt.Fprintf(&b, "第%d条　%s\n", c+1, text)
			clauses = append(clauses, struct{ name, text string }{fmt.Sprintf("%s　第%d条", title, c+1), fmt.Sprintf("第%d条%s", c+1, text)})
		}
		write(id+"/rule.toml", fmt.Sprintf("title = %q\n[[revision]]\nlabel = \"初版\"\nin_force = \"2024-04-01\"\nfile = \"1.txt\"\ncontent = \"text\"\n", title))
		write(id+"/1.txt", b.String())
	}
	type query struct {
		Q    string   `json:"q"`
		Want []string `json:"want"`
	}
	var queries []query
	ask := func(q string, words ...string) {
		want := []string{}
		for _, c := range clauses {
			for _, w := range words {
				if strings.Contains(c.text, w) {
					want = append(want, c.name)
					break
				}
			}
		}
		queries = append(queries, query{q, want})
	}
	ask("ABC端末", "ＡＢＣ端末")
	ask("ガイドの写し", "ｶﾞｲﾄﾞの写し")
	ask("第12条", "第十二条", "第12条")
	ask("第三条の様式", "第３条の様式")
	ask("230件", "二百三十件")
	ask("令和6年", "令和六年")
	ask("30日以内", "三十日以内")
	ask("ないことばだ", "ないことばだ")
	for len(queries) < 50 {
		text := []rune(clauses[r.IntN(len(clauses))].text)
		n := min(2+r.IntN(14), len(text)-6)
		from := 6 + r.IntN(len(text)-n-5)
		q := string(text[from : from+n])
		if strings.ContainsAny(q, "0123456789一二三四五六七八九十百千ＡＢＣｶﾞ３") {
			continue // those stand above, with what they should find
		}
		ask(q, q)
	}
	data, err := json.Marshal(queries)
	if err != nil {
		t.Fatal(err)
	}
	list := filepath.Join(t.TempDir(), "queries.json")
	if err := os.WriteFile(list, data, 0o644); err != nil {
		t.Fatal(err)
	}
	inBrowser(t, "search.mjs", built(t, dir), list)
}
