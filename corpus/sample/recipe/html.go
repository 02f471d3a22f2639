package main

// HTML as offices publish it: one table, one row a provision, underlines either as <u> or as a style, in an encoding that
// the page declares.

import (
	"fmt"
	"html"
	"strings"

	"golang.org/x/text/encoding/htmlindex"
)

func (t *table) page() ([]byte, error) {
	var b strings.Builder
	open, shut := "<u>", "</u>"
	if t.style == "css" {
		open, shut = `<span style="text-decoration: underline">`, "</span>"
	}
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"%s\">\n<title>%s</title>\n</head>\n<body>\n", t.charset, html.EscapeString(t.title))
	fmt.Fprintf(&b, "<h1>%s</h1>\n", html.EscapeString(t.title))
	if t.legend != "" {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(t.legend))
	}
	b.WriteString("<table border=\"1\">\n<tr>")
	for _, h := range t.headers() {
		fmt.Fprintf(&b, "<th>%s</th>", html.EscapeString(h))
	}
	b.WriteString("</tr>\n")
	for _, r := range t.rows {
		b.WriteString("<tr>\n")
		for _, cell := range t.cells(r) {
			b.WriteString("<td>")
			for i, line := range cell {
				if i > 0 {
					b.WriteString("<br>\n")
				}
				b.WriteString(marks(html.EscapeString(line), open, shut))
			}
			b.WriteString("</td>\n")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n</body>\n</html>\n")
	enc, err := htmlindex.Get(t.charset)
	if err != nil {
		return nil, err
	}
	return enc.NewEncoder().Bytes([]byte(b.String()))
}

// marks puts tags for ⟦ and ⟧ and drops page ends.
func marks(s, open, shut string) string {
	return strings.NewReplacer("⟦", open, "⟧", shut, "‖", "").Replace(s)
}
