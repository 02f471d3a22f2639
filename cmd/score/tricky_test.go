package main

// What does not work yet is kept as data: the input, the right answer, and the measure that falls short. Such a case must
// fail; the day it stops failing the test breaks, so that the list in docs/TRICKY-CASES.md never says less or more than the truth.

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func TestTrickyCasesStillFail(t *testing.T) {
	page, err := os.ReadFile("../../docs/TRICKY-CASES.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/tricky/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, line := range strings.Split(string(page), "\n") {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			listed[strings.TrimSpace(name)] = true
		}
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		t.Run(name, func(t *testing.T) {
			if !listed[name] {
				t.Errorf("docs/TRICKY-CASES.md has no section %q", name)
			}
			delete(listed, name)
			checkTricky(t, file)
		})
	}
	for name := range listed {
		t.Errorf("docs/TRICKY-CASES.md lists %q, but no case of that name stands in testdata/tricky", name)
	}
}

// checkTricky reads a case: the comment names the measure ("measure: pairs"), the files are the input and gold.json.
func checkTricky(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var measureName string
	for _, line := range strings.Split(string(archive.Comment), "\n") {
		if m, ok := strings.CutPrefix(line, "measure: "); ok {
			measureName = strings.TrimSpace(m)
		}
	}
	var g gold
	var input txtar.File
	for _, f := range archive.Files {
		if f.Name == "gold.json" {
			if err := json.Unmarshal(f.Data, &g); err != nil {
				t.Fatal(err)
			}
			continue
		}
		input = f
	}
	if measureName == "" || input.Name == "" || len(g.Pairs) == 0 {
		t.Fatal("a case needs a line \"measure: NAME\", an input and gold.json with pairs")
	}
	got, err := scoreBytes(input.Name, input.Data, &g, &testWriter{t})
	if err != nil {
		t.Logf("fails as listed: %v", err)
		return
	}
	if c, ok := got[measureName]; !ok || c.value() >= 1 {
		t.Errorf("works now (%s is %.4f): move the case to testdata/tables and take it off docs/TRICKY-CASES.md", measureName, c.value())
	} else {
		t.Logf("fails as listed: %s is %.4f", measureName, c.value())
	}
}
