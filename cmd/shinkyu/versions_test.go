package main

// Versions of one law as a corpus: what show and export give for each date is what was stored for it.

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shinkyu/extract"
	"shinkyu/render/past"
)

// command runs the program and returns what it prints.
func command(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &errs, func(string) string { return "" }); code != exitDone {
		t.Fatalf("shinkyu %s: exit code %d\n%s", strings.Join(args, " "), code, errs.String())
	}
	return out.Bytes()
}

// versionsAsCorpus lays versions out as one document; dates are the days they are in force from, ascending.
func versionsAsCorpus(t *testing.T, dates []string, files [][]byte) string {
	t.Helper()
	dir := t.TempDir()
	inventedFile(t, filepath.Join(dir, "corpus.toml"), "title = \"法令\"\n")
	manifest := "title = \"法律\"\n"
	for i, date := range dates {
		manifest += fmt.Sprintf("\n[[revision]]\nid = %q\nin_force = %s\nfile = \"%s.xml\"\ncontent = \"text\"\n", date, date, date)
		inventedFile(t, filepath.Join(dir, "ho", date+".xml"), string(files[i]))
	}
	inventedFile(t, filepath.Join(dir, "ho", "rule.toml"), manifest)
	return dir
}

func holdVersions(t *testing.T, dates []string, files [][]byte) {
	t.Helper()
	dir := versionsAsCorpus(t, dates, files)
	for i, date := range dates {
		days := []string{date}
		if i+1 < len(dates) { // the last day of the version
			next, err := time.Parse(time.DateOnly, dates[i+1])
			if err != nil {
				t.Fatal(err)
			}
			days = append(days, next.AddDate(0, 0, -1).Format(time.DateOnly))
		}
		stored := readRule(t, date+".xml", files[i], extract.LawXML)
		units, _ := stored.Document.Units()
		for _, day := range days {
			var show past.Show
			if err := json.Unmarshal(command(t, "show", "ho", "--at", day, "--json", "--corpus", dir), &show); err != nil {
				t.Fatal(err)
			}
			if len(show.Lines) != len(units) || show.Revision.ID != date {
				t.Fatalf("%s: %d clauses of %s, stored are %d of %s", day, len(show.Lines), show.Revision.ID, len(units), date)
			}
			for u, l := range show.Lines {
				if l.Text != units[u].Text.S {
					t.Fatalf("%s %s: %q, stored %q", day, units[u].Path, l.Text, units[u].Text.S)
				}
			}
		}
		want, ok := canonical(t, files[i])
		got, _ := canonical(t, command(t, "export", "ho@"+date, "--to", "lawxml", "--corpus", dir))
		if ok && got != want {
			t.Errorf("export ho@%s --to lawxml is not the stored file", date)
		}
	}
	t.Logf("%d versions", len(dates))
}

func TestShowEqualsWhatIsStored(t *testing.T) {
	article := func(n int, kanji, words string) string {
		return fmt.Sprintf("<Article Num=\"%d\"><ArticleTitle>第%s条</ArticleTitle><Paragraph Num=\"1\"><ParagraphNum/><ParagraphSentence><Sentence Num=\"1\">%s</Sentence></ParagraphSentence></Paragraph></Article>", n, kanji, words)
	}
	law := func(articles ...string) []byte {
		return []byte(`<?xml version="1.0" encoding="UTF-8"?><Law Era="Reiwa" Year="2" Num="9" LawType="Act" Lang="ja"><LawNum>令和二年法律第九号</LawNum><LawBody><LawTitle>書庫法</LawTitle><MainProvision>` +
			strings.Join(articles, "") + "</MainProvision></LawBody></Law>\n")
	}
	holdVersions(t, []string{"2020-04-01", "2022-10-01", "2024-04-01"}, [][]byte{
		law(article(1, "一", "書庫の管理について定める。"), article(2, "二", "鍵は、管理者が保管する。")),
		law(article(1, "一", "書庫の管理について定める。"), article(2, "二", "書庫は、毎年点検する。"), article(3, "三", "鍵は、管理者が保管する。")),
		law(article(1, "一", "書庫及び倉庫の管理について定める。"), article(2, "二", "削除"), article(3, "三", "鍵は、副管理者が保管する。")),
	})
	if dates, files := lawVersions(t); len(dates) > 3 {
		holdVersions(t, dates[:3], files[:3]) // all of them in make soak
	}
}

// lawVersions are the versions of a real law with the days they are in force from, none where they are not at hand.
func lawVersions(t *testing.T) (dates []string, files [][]byte) {
	for _, name := range laws(t) { // 405AC0000000047_20231129_505AC….xml
		parts := strings.Split(filepath.Base(name), "_")
		day, err := time.Parse("20060102", parts[min(1, len(parts)-1)])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		dates, files = append(dates, day.Format(time.DateOnly)), append(files, data)
	}
	return dates, files
}
