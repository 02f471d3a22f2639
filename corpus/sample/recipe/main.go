// Command recipe makes the comparison tables of the sample corpus from their descriptions in recipe/tables.
//
// Problem: the same kind of table must exist as HTML, as marked text and as PDF, and what it says must be known to the
// letter. Choice: one description a table, lines with a sign in front (see table.go), from which every format is written;
// PDFs are printed by Chromium, which draws cells and underlines as other producers do (thin rectangles). Rejected: editing
// three formats by hand (they drift apart) and a PDF library of our own (it would draw only what our reader expects).
// Cost: the PDFs need Chromium and a Japanese font to be made again; they are committed, so a build needs neither.
//
// Run it with "go generate ./corpus/sample" or, for some tables only, "go run ./recipe NAME…" in corpus/sample.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "recipe:", err)
		os.Exit(1)
	}
}

// run makes the tables whose names are given, or all. It works in corpus/sample.
func run(names []string) error {
	files, err := filepath.Glob("recipe/tables/*.txt")
	if err != nil || len(files) == 0 {
		return fmt.Errorf("no descriptions in recipe/tables (run it in corpus/sample)")
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		if len(names) > 0 && !slices.Contains(names, name) {
			continue
		}
		t, err := readTable(file)
		if err != nil {
			return err
		}
		data, err := t.output()
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := os.WriteFile(filepath.Join("archive", filepath.FromSlash(t.out)), data, 0o644); err != nil {
			return err
		}
		fmt.Printf("%s: %d bytes\n", t.out, len(data))
	}
	return nil
}

// output writes the table in the format its name asks for.
func (t *table) output() ([]byte, error) {
	switch filepath.Ext(t.out) {
	case ".html":
		return t.page()
	case ".txt":
		return t.marked(), nil
	case ".pdf":
		return t.printed()
	}
	return nil, fmt.Errorf("no way to write %s", t.out)
}
