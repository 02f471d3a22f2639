package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Each line of docs/FUNCTIONS.md names a program of the browser tests and words of its checks: they are there.
func TestFunctionsAreProven(t *testing.T) {
	table, err := os.ReadFile("../../docs/FUNCTIONS.md")
	if err != nil {
		t.Fatal(err)
	}
	line := regexp.MustCompile("(?m)^\\| ([^|*]+) \\| `([^`]+)` \\| (.+) \\|$")
	quoted := regexp.MustCompile(`"([^"]+)"`)
	rows := line.FindAllStringSubmatch(string(table), -1)
	if len(rows) < 40 {
		t.Fatalf("%d functions", len(rows))
	}
	for _, row := range rows {
		program, err := os.ReadFile(filepath.Join(browserFolder, row[2]))
		if err != nil {
			t.Error(err)
			continue
		}
		checks := quoted.FindAllStringSubmatch(row[3], -1)
		if len(checks) == 0 {
			t.Errorf("%s: no check is named", row[1])
		}
		for _, c := range checks {
			if !strings.Contains(string(program), c[1]) {
				t.Errorf("%s: %s has no check %q", row[1], row[2], c[1])
			}
		}
	}
}
