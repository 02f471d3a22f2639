package main

// Marked text as layout models return it: a header line and one line of tab-separated cells a page, paragraphs and marks as
// tags, bullets as a list. A page ends where the description says so, also inside a line, on both sides at places of their own.

import "strings"

func (t *table) marked() []byte {
	var b strings.Builder
	b.WriteString(t.title + "\n")
	if t.legend != "" {
		b.WriteString(t.legend + "\n")
	}
	for _, page := range t.pages() {
		b.WriteString("\n" + strings.Join(t.headers(), "\t") + "\n")
		var cells []string
		for _, lines := range t.cells(page) {
			cells = append(cells, paragraphs(lines))
		}
		b.WriteString(strings.Join(cells, "\t") + "\n")
	}
	return []byte(b.String())
}

// pages joins the rows of each page into one.
func (t *table) pages() []row {
	var out []row
	page := row{}
	end := func() {
		if len(page.new)+len(page.old) > 0 {
			out = append(out, page)
		}
		page = row{}
	}
	for _, r := range t.rows {
		n, restN := untilPageEnd(r.new)
		o, restO := untilPageEnd(r.old)
		for restN != nil || restO != nil {
			page.new, page.old = append(page.new, n...), append(page.old, o...)
			end()
			n, restN = untilPageEnd(restN)
			o, restO = untilPageEnd(restO)
		}
		page.new, page.old = append(page.new, n...), append(page.old, o...)
		if r.pageEnd {
			end()
		}
	}
	end()
	return out
}

// untilPageEnd splits lines at the first ‖; rest is nil if there is none. A mark that is open there closes and opens again.
func untilPageEnd(lines []string) (page, rest []string) {
	for i, line := range lines {
		a, b, found := strings.Cut(line, "‖")
		if !found {
			continue
		}
		if strings.Count(a, "⟦") > strings.Count(a, "⟧") {
			a, b = a+"⟧", "⟦"+b
		}
		page = append(append(page, lines[:i]...), a)
		return page, append([]string{b}, lines[i+1:]...)
	}
	return lines, nil
}

func paragraphs(lines []string) string {
	var out []string
	list := false
	for _, line := range lines {
		line = strings.TrimLeft(line, "　")
		bullet := strings.HasPrefix(strings.TrimPrefix(line, "⟦"), "・")
		if bullet != list {
			out = append(out, map[bool]string{true: "<ul>", false: "</ul>"}[bullet])
			list = bullet
		}
		tag := "p"
		if bullet {
			tag = "li"
		}
		out = append(out, "<"+tag+">"+marks(line, "<u>", "</u>")+"</"+tag+">")
	}
	if list {
		out = append(out, "</ul>")
	}
	return strings.Join(out, " ")
}
