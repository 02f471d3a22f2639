package main

// HTML for Chromium.

import (
	"fmt"
	"html"
	"strings"
)

const sheetCSS = `
body{margin:0} p{margin:0} h1{font-size:1.15em;font-weight:normal;text-align:center;margin:0 0 .4em}
.legend{text-align:end;margin-block-end:.3em}
.part{margin-block-end:.4em}
.next{break-before:page}
@page wide{size:A4 landscape}
.wide{page:wide}
rt{font-size:.5em}
table{border-collapse:collapse;inline-size:100%;table-layout:fixed}
th{font-weight:normal;text-align:center;padding:2pt} td{padding:3pt 5pt;vertical-align:top;overflow-wrap:break-word}
p.i1{margin-inline-start:1em} p.i2{margin-inline-start:2em} p.i3{margin-inline-start:3em} p.hang{padding-inline-start:1em;text-indent:-1em}
p.center{text-align:center}
p.boxed{border:.75pt dashed #000;padding:2pt}
u{text-decoration:underline;text-decoration-thickness:.6pt;text-underline-offset:2pt}
u.double{text-decoration:underline double .5pt}
s{text-decoration:line-through .6pt} b{font-weight:bold}
td table{inline-size:85%;margin:3pt auto} td table td{border:.5pt solid #000!important;padding:1pt 3pt}
.red{color:#d00000} .blue{color:#0050d0} .shade{background:#d9d9d9;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.tcy{text-combine-upright:all}
svg{display:block;margin:2pt auto}
`

// css is the part of the style that the look decides.
func (l *look) css(last bool) string {
	var b strings.Builder
	paper := "A4"
	if l.landscape {
		paper = "A4 landscape"
	}
	number, running := "", ""
	if l.number {
		number = `@bottom-center{content:"－ " counter(page) " －";font:9pt "IPAexGothic"}`
	}
	if l.running != "" {
		running = fmt.Sprintf(`@top-right{content:"%s";font:9pt "IPAexGothic"}`, l.running)
	}
	fmt.Fprintf(&b, "@page{size:%s;margin:18mm 16mm;%s%s}", paper, number, running)
	font, leading := "IPAexGothic", 1.6
	if l.mincho {
		font = "IPAexMincho"
	}
	if l.tight {
		leading = 1.15
	}
	fmt.Fprintf(&b, "body{font:%gpt/%g \"%s\"}", l.size, leading, font)
	if l.justify {
		b.WriteString("td{text-align:justify}")
	}
	if l.together {
		b.WriteString("tr{break-inside:avoid}")
	}
	if !l.again {
		b.WriteString("thead{display:table-row-group}")
	}
	if l.vertical {
		b.WriteString("html{writing-mode:vertical-rl;text-orientation:mixed} u{text-underline-position:right} td{box-decoration-break:clone}")
	}
	b.WriteString(rulesCSS(l.rules))
	if l.thick {
		b.WriteString("table.c{border:1.5pt solid #000}")
	}
	b.WriteString(l.more)
	return b.String()
}

func rulesCSS(rules string) string {
	const line = ".6pt solid #000"
	switch rules {
	case "columns":
		return "table.c,table.c>*>tr>*{border-inline:" + line + "} table.c{border:" + line + "} th{border-block-end:" + line + "}"
	case "open":
		return "table.c>*>tr>*{border:" + line + ";border-inline-start-style:none;border-inline-end-style:none} table.c>*>tr>*+*{border-inline-start:" + line + "}"
	case "none":
		return "td,th{padding-inline:14pt}"
	case "head":
		return "th{border-block:" + line + "} td,th{padding-inline:14pt} table.c{border-block-end:" + line + "}"
	case "late":
		return "td,th{padding-inline:14pt} table.ruled>*>tr>*{border:" + line + "}"
	}
	return "table.c>*>tr>*{border:" + line + "}"
}

func (d *document) html() string {
	var b strings.Builder
	fmt.Fprintf(&b, "<!DOCTYPE html><html lang=\"ja\"><meta charset=\"utf-8\"><title>%s</title><style>%s%s</style>", html.EscapeString(d.name), sheetCSS, d.look.css(false))
	for _, p := range d.before {
		fmt.Fprintf(&b, `<p class="part">%s</p>`, html.EscapeString(p.text))
	}
	for i := range d.tables {
		t := &d.tables[i]
		class := ""
		if d.look.pageEach && (i > 0 || len(d.before) > 0) {
			class = ` class="next"`
		}
		if t.wide {
			class = ` class="wide"`
		}
		fmt.Fprintf(&b, "<div%s>", class)
		if t.part != "" {
			fmt.Fprintf(&b, "<p>%s</p>", t.part)
		}
		if t.title != "" {
			fmt.Fprintf(&b, "<h1>%s</h1>", html.EscapeString(t.title))
		}
		if t.legend != "" {
			fmt.Fprintf(&b, `<p class="legend">%s</p>`, html.EscapeString(t.legend))
		}
		d.htmlTable(&b, t)
		if d.look.foot != "" {
			fmt.Fprintf(&b, `<p class="part foot">%s</p>`, d.look.foot)
		}
		b.WriteString("</div>")
	}
	for _, p := range d.after {
		fmt.Fprintf(&b, `<p class="part">%s</p>`, html.EscapeString(p.text))
	}
	b.WriteString("</html>")
	return b.String()
}

func (d *document) htmlTable(b *strings.Builder, t *table) {
	l := &d.look
	if l.stacked {
		d.htmlStacked(b, t)
		return
	}
	open := func(class string) {
		fmt.Fprintf(b, `<table class="c %s"><colgroup>`, class)
		for _, c := range l.columns {
			fmt.Fprintf(b, `<col style="inline-size:%d%%">`, width(l.columns, c))
		}
		b.WriteString("</colgroup>")
	}
	open("")
	b.WriteString("<thead><tr>")
	for _, c := range l.columns {
		fmt.Fprintf(b, "<th>%s</th>", html.EscapeString(l.head(c)))
	}
	b.WriteString("</tr></thead><tbody>")
	for i := range t.rows {
		if l.rules == "late" && i == len(t.rows)/2 {
			b.WriteString(`</tbody></table><div class="next"></div>`)
			open("ruled")
			b.WriteString("<tbody>")
		}
		b.WriteString("<tr>")
		for _, c := range l.columns {
			b.WriteString("<td>")
			for _, p := range t.rows[i].cell(c) {
				d.htmlPara(b, &p)
			}
			b.WriteString("</td>")
		}
		b.WriteString("</tr>")
	}
	b.WriteString("</tbody></table>")
}

// htmlStacked sets each provision as two frames, one above the other.
func (d *document) htmlStacked(b *strings.Builder, t *table) {
	for i := range t.rows {
		for _, c := range d.look.columns {
			fmt.Fprintf(b, `<p>（%s）</p><table class="c"><tbody><tr><td>`, d.look.head(c))
			for _, p := range t.rows[i].cell(c) {
				d.htmlPara(b, &p)
			}
			b.WriteString("</td></tr></tbody></table>")
		}
	}
}

func (d *document) htmlPara(b *strings.Builder, p *para) {
	if p.table != nil {
		b.WriteString("<table>")
		for _, r := range p.table {
			b.WriteString("<tr>")
			for _, c := range r {
				fmt.Fprintf(b, "<td>%s</td>", html.EscapeString(c))
			}
			b.WriteString("</tr>")
		}
		b.WriteString("</table>")
		return
	}
	if p.figure {
		b.WriteString(`<svg width="120" height="60" viewBox="0 0 120 60"><g fill="none" stroke="#000"><rect x="5" y="5" width="40" height="20"/><rect x="75" y="35" width="40" height="20"/><path d="M45 15H95V35"/></g></svg>`)
	}
	class := fmt.Sprintf("i%d", p.indent)
	if !p.center && len(p.runs) > 1 {
		class += " hang"
	}
	if p.center {
		class += " center"
	}
	if p.boxed {
		class += " boxed"
	}
	fmt.Fprintf(b, `<p class="%s">`, class)
	for _, r := range p.runs {
		s := html.EscapeString(r.text)
		if d.look.vertical {
			s = combine(s)
		}
		if d.ruby {
			s = furigana.Replace(s)
		}
		switch r.mark {
		case "underline":
			s = "<u>" + s + "</u>"
		case "double":
			s = `<u class="double">` + s + "</u>"
		case "bold":
			s = "<b>" + s + "</b>"
		case "strike":
			s = "<s>" + s + "</s>"
		case "red", "blue", "shade":
			s = `<span class="` + r.mark + `">` + s + "</span>"
		}
		if r.tint != "" {
			s = `<span style="color:` + r.tint + `">` + s + "</span>"
		}
		b.WriteString(s)
	}
	b.WriteString("</p>")
}

var furigana = strings.NewReplacer("滅失", "<ruby>滅失<rt>めっしつ</rt></ruby>", "紛失", "<ruby>紛失<rt>ふんしつ</rt></ruby>", "規程", "<ruby>規<rt>き</rt>程<rt>てい</rt></ruby>",
	"閲覧", "<ruby>閲覧<rt>えつらん</rt></ruby>", "誓約", "<ruby>誓約<rt>せいやく</rt></ruby>")

// combine sets runs of two half-width digits upright in one place (縦中横).
func combine(s string) string {
	var b strings.Builder
	r := []rune(s)
	digit := func(i int) bool { return i >= 0 && i < len(r) && r[i] >= '0' && r[i] <= '9' }
	for i := 0; i < len(r); i++ {
		if digit(i) && digit(i+1) && !digit(i-1) && !digit(i+2) && !(i > 0 && strings.ContainsRune(".-&#", r[i-1])) {
			b.WriteString(`<span class="tcy">` + string(r[i:i+2]) + "</span>")
			i++
			continue
		}
		b.WriteRune(r[i])
	}
	return b.String()
}

// width is the share of a column in percent.
func width(columns []string, c string) int {
	narrow := map[string]int{"key": 7, "note": 18, "arrow": 5}
	if w, ok := narrow[c]; ok {
		return w
	}
	rest, n := 100, 0
	for _, x := range columns {
		if w, ok := narrow[x]; ok {
			rest -= w
		} else {
			n++
		}
	}
	return rest / n
}
