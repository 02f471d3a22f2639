package main

// PDF through Chromium: the table is laid out as a page of HTML and printed. The header row repeats on every page, cells
// break where the page ends, underlines and rules are thin rectangles. Dates in the file are made constant, so that making
// it again with the same Chromium and fonts gives the same bytes.

import (
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// styles are the page layouts.
var styles = map[string]string{
	"landscape": `@page{size:A4 landscape;margin:16mm 14mm 18mm} td{width:50%}`,
	"portrait":  `@page{size:A4;margin:18mm 16mm 20mm} td{width:50%} body{font-size:9.5pt}`,
}

const printCSS = `
@page{@bottom-center{content:"－ " counter(page) " －";font:9pt "IPAMincho","Noto Serif CJK JP",serif}}
body{margin:0;font:10.5pt/1.6 "IPAMincho","Noto Serif CJK JP",serif;text-align:justify}
h1{font-size:12.5pt;font-weight:normal;text-align:center;margin:0 0 4pt}
.legend{text-align:right;margin:0 0 4pt;font-size:9.5pt}
table{border-collapse:collapse;width:100%;table-layout:fixed}
thead{display:table-header-group}
th{font-weight:normal;text-align:center;letter-spacing:.6em;border:.6pt solid #000;padding:2pt}
td{border:.6pt solid #000;padding:3pt 5pt;vertical-align:top}
p{margin:0}
u{text-decoration:underline;text-underline-offset:2pt;text-decoration-thickness:.6pt;text-decoration-skip-ink:none}
`

var producedRE = regexp.MustCompile(`D:\d{14}`)

func (t *table) printed() ([]byte, error) {
	layout, ok := styles[t.style]
	if !ok {
		return nil, fmt.Errorf("unknown style %q", t.style)
	}
	dir, err := os.MkdirTemp("", "recipe")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "in.html"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, []byte(t.sheet(printCSS+layout)), 0o644); err != nil {
		return nil, err
	}
	browser := os.Getenv("CHROMIUM")
	if browser == "" {
		browser = "chromium"
	}
	cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+out, in)
	if msg, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s: %w\n%s", browser, err, msg)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	return producedRE.ReplaceAll(data, []byte("D:20260101000000")), nil
}

// sheet is the page that is printed.
func (t *table) sheet(css string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html><html lang=\"ja\"><meta charset=\"utf-8\"><title>%s</title><style>%s</style>", html.EscapeString(t.title), css)
	fmt.Fprintf(&b, "<h1>%s</h1>", html.EscapeString(t.title))
	if t.legend != "" {
		fmt.Fprintf(&b, `<p class="legend">%s</p>`, html.EscapeString(t.legend))
	}
	b.WriteString("<table><thead><tr>")
	for _, h := range t.headers() {
		fmt.Fprintf(&b, "<th>%s</th>", html.EscapeString(h))
	}
	b.WriteString("</tr></thead><tbody>")
	for _, r := range t.rows {
		b.WriteString("<tr>")
		for _, cell := range t.cells(r) {
			b.WriteString("<td>")
			for _, line := range cell {
				text := strings.TrimLeft(line, "　")
				fmt.Fprintf(&b, `<p style="margin-inline-start:%dem;padding-inline-start:1em;text-indent:-1em">%s</p>`,
					(len(line)-len(text))/len("　"), marks(html.EscapeString(text), "<u>", "</u>"))
			}
			b.WriteString("</td>")
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</tbody></table></html>")
	return b.String()
}
