package main

// What the committed tables must keep: they are what the descriptions say, their old sides show the text that was in force,
// and their marks stand where the sides differ, but for the slips that the descriptions name.

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func descriptions(t *testing.T) map[string]*table {
	t.Helper()
	files, err := filepath.Glob("tables/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no descriptions: %v", err)
	}
	out := map[string]*table{}
	for _, file := range files {
		tab, err := readTable(file)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(file)] = tab
	}
	return out
}

// PDFs are not made again here: that needs Chromium and the same fonts.
func TestCommittedTablesAreMadeFromTheirDescriptions(t *testing.T) {
	for name, tab := range descriptions(t) {
		committed, err := os.ReadFile(filepath.Join("..", "archive", filepath.FromSlash(tab.out)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if len(committed) > 300<<10 {
			t.Errorf("%s: %d bytes are too many for a repository", tab.out, len(committed))
		}
		if filepath.Ext(tab.out) == ".pdf" {
			if !bytes.HasPrefix(committed, []byte("%PDF-")) {
				t.Errorf("%s is no PDF", tab.out)
			}
			continue
		}
		made, err := tab.output()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !bytes.Equal(made, committed) {
			t.Errorf("%s is not what %s describes: run go generate ./corpus/sample", tab.out, name)
		}
	}
}

// The text in force before a table is the set of words of its clauses, labels left out: a （略） keeps what it stands for, and
// renumbering behind it is not followed.
func TestOldSidesShowTheTextInForce(t *testing.T) {
	tables := descriptions(t)
	for name, tab := range tables {
		known := inForce(t, tables, tab.after)
		for _, r := range tab.rows {
			for _, line := range r.old {
				if w := words(line); w != "" && !known[w] {
					t.Errorf("%s: the old side shows what was not in force after %s:\n%s", name, tab.after, line)
				}
			}
		}
	}
}

func inForce(t *testing.T, tables map[string]*table, after string) map[string]bool {
	t.Helper()
	known := map[string]bool{}
	tab, isTable := tables[after]
	if !isTable {
		data, err := os.ReadFile(filepath.Join("..", "archive", filepath.FromSlash(after)))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(data), "\n") {
			known[words(line)] = true
		}
		return known
	}
	known = inForce(t, tables, tab.after)
	for _, r := range tab.rows {
		for _, line := range r.old {
			delete(known, words(line))
		}
	}
	for _, r := range tab.rows {
		for _, line := range r.new {
			known[words(line)] = true
		}
	}
	return known
}

var (
	markdownRE    = regexp.MustCompile(`^(#+ |- |・)`)
	labelRE       = regexp.MustCompile(`^(第[一二三四五六七八九十0-9０-９の条・～]+|[一二三四五六七八九十・～]+|[0-9０-９・～]+|[（(][0-9０-９・～]+[）)][・～]?|[ア-ン]|[①-⑳]|[Ａ-Ｚ][０-９]+)[　 ]+`)
	placeholderRE = regexp.MustCompile(`[（(](略|新設|削る)[）)]$`)
)

// words is a line without marks, label and white space; "" for a placeholder.
func words(line string) string {
	s := strings.NewReplacer("⟦", "", "⟧", "", "‖", "", "\r", "").Replace(line)
	s = strings.TrimSpace(s)
	s = markdownRE.ReplaceAllString(s, "")
	if placeholderRE.MatchString(s) {
		return ""
	}
	for labelRE.MatchString(s) {
		s = labelRE.ReplaceAllString(s, "")
	}
	return strings.NewReplacer(" ", "", "　", "").Replace(s)
}

// slips are the places where a table is wrong on purpose, by the words that stand there.
var slips = map[string][]string{
	"joho-kitei-2023.txt":       {"毎年度一回、その内容を確かめるものとする", "総括管理者に報告する⟧とともに"},
	"joho-kitei-2026.txt":       {"復元することのできない方法"},
	"kensa-tsuchi-2023.txt":     {"再検査は、別に一件"},
	"kensa-tsuchi-2025.txt":     {"⟦一件として⟧"},
	"security-shishin-2020.txt": {"必要な助言及び確認を行う", "・⟦利用者の登録⟧及び抹消"},
	"security-shishin-2024.txt": {"取決めを書面により"},
}

// Without its marked words a line of the new side is one that it faces, or a part of it, or empty; with them it is not.
func TestMarksStandWhereTheSidesDiffer(t *testing.T) {
	for name, tab := range descriptions(t) {
		left := slices.Clone(slips[name])
		for _, r := range tab.rows {
			for _, line := range r.new {
				if words(line) == "" || marksFit(line, r.old) {
					continue
				}
				at := slices.IndexFunc(left, func(s string) bool { return strings.Contains(line, s) })
				if at < 0 {
					t.Errorf("%s: marks and change disagree: %s", name, line)
					continue
				}
				left = slices.Delete(left, at, at+1)
			}
		}
		if len(left) > 0 {
			t.Errorf("%s: slips that are not there: %q", name, left)
		}
	}
}

var (
	bare   = strings.NewReplacer("⟦", "", "⟧", "", "‖", "")
	markRE = regexp.MustCompile(`⟦[^⟧]*⟧`)
)

func marksFit(line string, old []string) bool {
	same := slices.ContainsFunc(old, func(o string) bool { return bare.Replace(o) == bare.Replace(line) })
	if !strings.Contains(line, "⟦") || same {
		return same != strings.Contains(line, "⟦") || shortened(line, old)
	}
	rest := unmarked(line)
	return words(rest) == "" || slices.ContainsFunc(old, func(o string) bool { return strings.Contains(unmarked(o), rest) })
}

// shortened reports whether an unmarked line is what marked words left of a line it faces.
func shortened(line string, old []string) bool {
	return !strings.Contains(line, "⟦") && slices.ContainsFunc(old, func(o string) bool { return unmarked(o) == bare.Replace(line) })
}

// unmarked is a line without its marked words.
func unmarked(line string) string { return bare.Replace(markRE.ReplaceAllString(line, "")) }
