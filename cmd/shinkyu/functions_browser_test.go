package main

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/corpus/sample"
)

// sampleInto writes the sample corpus into a folder, joho-kitei under another name if one is given, with another corpus.toml.
func sampleInto(t testing.TB, dir, corpusToml, renamed string) {
	t.Helper()
	err := fs.WalkDir(sample.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(sample.FS, name)
		if renamed != "" {
			name = strings.Replace(name, "joho-kitei/", renamed+"/", 1)
		}
		if err == nil {
			put(t, dir, name, string(data))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "corpus.toml", corpusToml)
}

// Every function of the site in Chromium (docs/FUNCTIONS.md says which check proves which): the sample as it is; as an owner makes it, below a
// path, with own looks, a renamed document and a revision that is to come; in English; and a rule with a sentence that moved.
func TestFunctionsInBrowser(t *testing.T) {
	own, english, moving := t.TempDir(), t.TempDir(), t.TempDir()
	sampleInto(t, own, `title = "みほん例規集"
owner = "見本機構"
description = "見本機構の規程と指針の沿革です。"
base_url = "https://rules.example/archive/"
as_of = 2026-03-01
footer = "窓口は[総務課](mailto:soumu@rules.example)です。"

[colours]
accent = "#0b5c2e"
accent_dark = "#7fe0a5"
`, "joho-kisoku")
	manifest := filepath.Join(own, "joho-kisoku", "rule.toml")
	data, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	renamed := strings.Replace(string(data), "in_force = 2023-07-01\n", "in_force = 2023-07-01\nformerly = [2023-06-01]\n", 1)
	put(t, own, "joho-kisoku/rule.toml", "formerly = [\"joho-kitei\"]\n"+renamed+
		"\n[[revision]]\nlabel = \"第六版\"\nkind = \"全部改正\"\npromulgated = 2026-02-25\nin_force = 2027-04-01\nfile = \"2027.txt\"\ncontent = \"text\"\n")
	put(t, own, "joho-kisoku/2027.txt", "情報資産取扱規程\n第一条　この規程は、情報資産の取扱いを定めるものとする。\n第二条　職員は、情報資産を適正に取り扱わなければならない。\n")
	put(t, own, "templates/logo.html", `{{define "logo"}}<b class="own-logo">例</b>{{end}}`)
	put(t, own, "templates/own.css", ".own-logo { font-style: italic; }\n")
	sampleInto(t, english, "title = \"Archive of rules\"\ndescription = \"Rules of a sample body and how they changed.\"\nbase_url = \"https://rules.example/\"\nlanguage = \"en\"\n", "")
	put(t, moving, "corpus.toml", "title = \"見本\"\n")
	movedSentence(t, moving)
	type site struct {
		Folder    string `json:"folder"`
		Base      string `json:"base"`
		Published string `json:"published,omitempty"` // the address in absolute links
	}
	sites, err := json.Marshal(map[string]site{
		"plain":   {built(t, "--sample"), "/", "https://shinkyu.example/"},
		"own":     {built(t, own), "/archive/", "https://rules.example/archive/"},
		"english": {built(t, english), "/", "https://rules.example/"},
		"moving":  {built(t, moving), "/", ""},
	})
	if err != nil {
		t.Fatal(err)
	}
	inBrowser(t, "functions.mjs", put(t, t.TempDir(), "sites.json", string(sites)))
}

// movedSentence is a rule of which a sentence stands in another article after its amendment.
func movedSentence(t *testing.T, dir string) {
	t.Helper()
	put(t, dir, "mizu/rule.toml", ruleToml+"[[revision]]\nlabel = \"第二版\"\nin_force = \"2025-04-01\"\nfile = \"2.txt\"\ncontent = \"text\"\n")
	moved, rest := "温室の鍵は、当番の者が窓口で受け取り、閉園の後に返すものとする。\n", "第二条　園長は、花壇の当番を毎月定める。\n第三条　見学の申込みは、書面により受け付ける。\n２　見学の時間は、午前九時から午後四時までとする。\n"
	put(t, dir, "mizu/1.txt", "第一条　係員は、朝に水をやるものとする。\n２　"+moved+rest)
	put(t, dir, "mizu/2.txt", "第一条　係員は、朝に水をやるものとする。\n"+rest+"３　"+moved)
}
