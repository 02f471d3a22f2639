package main

// The description of a table. A head of "key value" lines ends with a blank line; then rows, each a block of lines
// between blank lines:
//
//	+ text     a line of the new side
//	- text     a line of the old side
//	= text     the same line on both sides
//	* text     a line of the remarks column
//	# text     a comment
//	%          the page ends here (marked text)
//
// ⟦…⟧ is underlined. ‖ ends a page inside a line (marked text).

import (
	"fmt"
	"os"
	"strings"
)

type table struct {
	out      string // path under archive; its extension is the format
	title    string
	legend   string
	new, old string // header words
	remarks  string // header word of the remarks column, "" if the table has none
	oldFirst bool   // the old side stands left
	charset  string // of HTML
	style    string // of HTML: "u" or "css"; of PDF: "landscape" or "portrait"
	after    string // the whole text or table whose state the old side shows, under archive or tables
	rows     []row
}

type row struct {
	new, old, remarks []string
	pageEnd           bool // the page ends behind this row
}

func readTable(file string) (*table, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	head, body, found := strings.Cut(string(data), "\n\n")
	if !found {
		return nil, fmt.Errorf("%s: no rows", file)
	}
	t := &table{charset: "utf-8"}
	keys := map[string]*string{"out": &t.out, "title": &t.title, "legend": &t.legend, "new": &t.new, "old": &t.old,
		"remarks": &t.remarks, "charset": &t.charset, "style": &t.style, "after": &t.after}
	for _, line := range strings.Split(head, "\n") {
		key, value, _ := strings.Cut(line, " ")
		if key == "old-first" {
			t.oldFirst = true
		} else if p, ok := keys[key]; ok {
			*p = value
		} else if key != "#" {
			return nil, fmt.Errorf("%s: unknown key %q", file, key)
		}
	}
	for _, block := range strings.Split(body, "\n\n") {
		r, used, err := readRow(block)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		if used {
			t.rows = append(t.rows, r)
		}
	}
	return t, nil
}

func readRow(block string) (r row, used bool, err error) {
	for _, line := range strings.Split(strings.Trim(block, "\n"), "\n") {
		sign, text, _ := strings.Cut(line, " ")
		if n := strings.Count(text, "⟦"); n != strings.Count(text, "⟧") {
			return r, false, fmt.Errorf("marks do not close: %s", line)
		}
		switch sign {
		case "+":
			r.new = append(r.new, text)
		case "-":
			r.old = append(r.old, text)
		case "=":
			r.new, r.old = append(r.new, text), append(r.old, text)
		case "*":
			r.remarks = append(r.remarks, text)
		case "%":
			r.pageEnd = true
		case "#", "":
			continue
		default:
			return r, false, fmt.Errorf("no sign in front of: %s", line)
		}
		used = true
	}
	return r, used, nil
}

// headers lists the header words from left to right.
func (t *table) headers() []string {
	h := []string{t.new, t.old}
	if t.oldFirst {
		h = []string{t.old, t.new}
	}
	if t.remarks != "" {
		h = append(h, t.remarks)
	}
	return h
}

// cells lists the cells of a row from left to right.
func (t *table) cells(r row) [][]string {
	c := [][]string{r.new, r.old}
	if t.oldFirst {
		c = [][]string{r.old, r.new}
	}
	if t.remarks != "" {
		c = append(c, r.remarks)
	}
	return c
}
