package inspect

// The HTML around the drawings: a box for each layer, and beside each page the clauses that begin on it, the text that is in
// none, and what was found. What has no drawn pages (Word, Excel, web pages, text) is shown as the rows, cells and lines that its
// reader handed on: behind that point all formats go the same way.

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// Report is all that is shown of a file.
type Report struct {
	Name  string // of the file
	Note  string // why there are no clauses; "" if there are
	Views []*View
	Sheet *grid.Sheet // of a format without drawn pages; nil: there are pages, or none came to rows and cells

	Title    string // of the comparison or rule
	Tables   []corpus.Table
	Units    []Unit // without pages: all
	Unplaced []corpus.Unplaced
	Diags    []corpus.Diag
}

type toggle struct {
	ID, Title string
	Colour    template.CSS
	Shown     bool
	Count     int
}

type section struct {
	*View
	Heading string
	Drawing template.HTML
}

type cellOf struct {
	Col, ColSpan, RowSpan int
	Header                bool
	Lines                 []template.HTML
}

// HTML is the report. The same input gives the same bytes.
func HTML(r *Report) ([]byte, error) {
	var b bytes.Buffer
	var toggles []toggle
	var rules strings.Builder
	var sections []section
	counts := make([]int, len(layers))
	for _, v := range r.Views {
		svg, n := draw(v, false)
		for i := range n {
			counts[i] += n[i]
		}
		sections = append(sections, section{v, v.heading(), template.HTML(svg)})
	}
	for i, l := range layers {
		if len(r.Views) > 0 {
			toggles = append(toggles, toggle{l.id, l.title, template.CSS(l.colour), l.shown, counts[i]})
			fmt.Fprintf(&rules, "body:has(#t-%s:not(:checked)) .l-%[1]s{display:none}\n", l.id)
		}
	}
	var tables [][][]cellOf
	var around []string
	if r.Sheet != nil {
		for i := range r.Sheet.Tables {
			t := &r.Sheet.Tables[i]
			for _, l := range t.Before {
				around = append(around, fmt.Sprintf("before table %d: %s", i+1, l.Text.S))
			}
			tables = append(tables, rowsOf(t))
		}
		for _, l := range r.Sheet.After {
			around = append(around, "behind the tables: "+l.Text.S)
		}
	}
	err := page().Execute(&b, map[string]any{"R": r, "Toggles": toggles, "Rules": template.CSS(rules.String()), "Sections": sections, "Sheets": tables, "Around": around})
	return b.Bytes(), err
}

// rowsOf turns a table into cells to print. Several cells in one column of a row are one above the other. The empty cell that readers
// put below a merged one is that one's place, and is not printed: it would move its row to the right.
func rowsOf(t *grid.Table) [][]cellOf {
	var out [][]cellOf
	below := map[int]int{} // by column: the first row that a cell from above does not reach
	for i := range t.Rows {
		var row []cellOf
		for _, c := range t.Rows[i].Cells {
			if len(c.Lines) == 0 && i < below[c.Col] {
				continue
			}
			for col := c.Col; col < c.Col+max(c.ColSpan, 1); col++ {
				below[col] = max(below[col], i+max(c.RowSpan, 1))
			}
			k := cellOf{Col: c.Col + 1, ColSpan: max(c.ColSpan, 1), RowSpan: max(c.RowSpan, 1), Header: c.Header}
			for _, l := range c.Lines {
				k.Lines = append(k.Lines, template.HTML(lineOf(&l)))
			}
			row = append(row, k)
		}
		out = append(out, row)
	}
	return out
}

// lineOf is a line with its marks, and a sign for what the source says about its beginning: ¶ a paragraph, ↳ the line before goes on.
func lineOf(l *grid.Line) string {
	var b strings.Builder
	switch {
	case l.Start:
		b.WriteString(`<i title="the source begins a paragraph here">¶</i>`)
	case l.Joined:
		b.WriteString(`<i title="the source continues the line before">↳</i>`)
	}
	if l.Indent > 0 {
		fmt.Fprintf(&b, `<i title="indented by %.1f ems">%s</i>`, l.Indent, strings.Repeat("·", min(int(l.Indent+.5), 20)))
	}
	text := []rune(l.Text.S)
	for i, r := range text {
		for _, m := range l.Text.Marks {
			if m.Span.Start == i {
				fmt.Fprintf(&b, `<span class="m" style="background:%s40" title="%s">`, colours[m.Kind], m.Kind)
			}
		}
		b.WriteString(escape(string(r)))
		for _, m := range l.Text.Marks {
			if m.Span.End == i+1 {
				b.WriteString("</span>")
			}
		}
	}
	if l.Nest > 0 {
		fmt.Fprintf(&b, ` <i title="in table %d inside the cell">▦%[1]d</i>`, l.Nest)
	}
	return b.String()
}

// page is made when a report is, not at every start of the program.
var page = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("inspect").Parse(pageText))
})

const pageText = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{.R.Name}} as it was read</title>
<style>
body{margin:0;font:14px/1.45 system-ui,"Noto Sans CJK JP","IPAexGothic",sans-serif;color:#202124;background:#f1f3f4}
header,main{padding:.6rem 1rem}header{background:#fff;border-bottom:1px solid #dadce0}
h1{font-size:1.1rem;margin:0}h2{font-size:1rem;margin:.8rem 0 .4rem}
.layers{position:sticky;top:0;z-index:1;background:#fff;border-bottom:1px solid #dadce0;padding:.4rem 1rem;display:flex;flex-wrap:wrap;gap:.1rem 1rem;font-size:12px}
.layers label{white-space:nowrap}.layers i{display:inline-block;width:.8em;height:.8em;margin:0 .3em}.layers b{font-weight:400;color:#5f6368}
.page{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start}.page svg{max-width:100%;height:auto;flex:none;background:#fff}
.lists{flex:1 1 22rem;min-width:20rem}
table{border-collapse:collapse;background:#fff;margin:.3rem 0}td,th{border:1px solid #bdc1c6;padding:.1rem .4rem;vertical-align:top;text-align:left;font-weight:400}
th{background:#e8f0fe}td small{color:#5f6368}.new{color:#1565c0}.old{color:#bf360c}i{font-style:normal;color:#80868b}.why{color:#5f6368;white-space:nowrap}
.error{color:#b3261e}.warning{color:#8a5a00}
{{.Rules}}</style></head><body>
<header><h1>{{.R.Name}} as it was read</h1>
{{with .R.Title}}<p>{{.}}</p>{{end}}{{with .R.Note}}<p class="error">no clauses: {{.}}</p>{{end}}
{{range $i, $t := .R.Tables}}<p>table {{$t.Title}} · new: {{index $t.Headers 0}} · old: {{index $t.Headers 1}}{{with $t.Legend}} · legend: {{.}}{{range $t.Signals}} · {{.Kind}} = {{.Means}}{{if .Whole}} on whole clauses{{end}}{{with .Side}} in the {{.}} column{{end}}{{end}}{{end}}</p>{{end}}</header>
{{with .Toggles}}<div class="layers">{{range .}}<label><input type="checkbox" id="t-{{.ID}}"{{if .Shown}} checked{{end}}><i style="background:{{.Colour}}"></i>{{.Title}} <b>{{.Count}}</b></label>{{end}}</div>{{end}}
<main>
{{range .Sections}}<section><h2>{{.Heading}}</h2><div class="page">
{{.Drawing}}<div class="lists">
{{with .Running}}<p>go on from the page before: {{range .}}<br>{{.}}{{end}}</p>{{end}}
{{template "units" .Units}}{{template "unplaced" .Unplaced}}{{template "diags" .Diags}}
</div></div></section>
{{end}}
{{range $i, $t := .Sheets}}<section><h2>table {{$i}}: rows and cells as the reader handed them on</h2>
<table>{{range $t}}<tr>{{range .}}{{if .Header}}<th colspan="{{.ColSpan}}" rowspan="{{.RowSpan}}">{{else}}<td colspan="{{.ColSpan}}" rowspan="{{.RowSpan}}">{{end}}<small>column {{.Col}}{{if gt .RowSpan 1}}, {{.RowSpan}} rows{{end}}{{if gt .ColSpan 1}}, {{.ColSpan}} columns{{end}}</small>{{range .Lines}}<br>{{.}}{{end}}{{if .Header}}</th>{{else}}</td>{{end}}{{end}}</tr>
{{end}}</table></section>
{{end}}
{{with .Around}}<h2>lines outside the tables</h2><ul>{{range .}}<li>{{.}}</li>{{end}}</ul>{{end}}
{{if not .Sections}}{{template "units" .R.Units}}{{end}}
{{template "unplaced" .R.Unplaced}}{{template "diags" .R.Diags}}
</main></body></html>
{{define "units"}}{{if .}}<h2>clauses, in reading order ({{len .}})</h2><table>{{range .}}<tr><td class="{{.Side}}">{{.Side}}</td><td>{{.Name}}</td><td>{{.Text}}</td></tr>
{{end}}</table>{{end}}{{end}}
{{define "unplaced"}}{{if .}}<h2>text in no clause ({{len .}})</h2><table>{{range .}}<tr><td class="why">{{.Reason}}</td><td>{{.Text}}</td></tr>
{{end}}</table>{{end}}{{end}}
{{define "diags"}}{{if .}}<h2>findings ({{len .}})</h2><table>{{range .}}<tr><td class="{{.Severity}}">{{.Severity}}</td><td class="why">{{.Rule}}</td><td>{{if .English}}{{.English}}{{else}}{{.Message}}{{end}}</td></tr>
{{end}}</table>{{end}}{{end}}
`
