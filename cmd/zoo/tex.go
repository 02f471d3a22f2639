package main

// LaTeX for upLaTeX and dvipdfmx: longtable in horizontal writing, one tabular for some rows in vertical writing, as its
// authors do, since longtable does not break there. Underlines are set in short pieces, since \underline does not break.

import (
	"fmt"
	"strings"
)

var texEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, `&`, `\&`, `%`, `\%`, `#`, `\#`, `_`, `\_`, `{`, `\{`, `}`, `\}`)

const texPiece = 3 // characters under one \underline

func (d *document) tex() string {
	l := &d.look
	var b strings.Builder
	class, paper := "ujarticle", "a4paper"
	if l.vertical {
		class = "utarticle"
	}
	if l.landscape {
		paper += ",landscape"
	}
	fmt.Fprintf(&b, "\\documentclass[%s,10pt]{%s}\n\\usepackage{longtable}\n\\usepackage[dvipdfmx]{color}\n", paper, class)
	if l.vertical {
		b.WriteString("\\usepackage{plext}\n\\setlength{\\textwidth}{170mm}\\setlength{\\textheight}{240mm}\\topmargin-18mm\\oddsidemargin-5mm\n")
	} else {
		b.WriteString("\\usepackage[margin=18mm]{geometry}\n")
	}
	if !l.number {
		b.WriteString("\\pagestyle{empty}\n")
	}
	b.WriteString("\\setlength{\\parindent}{0pt}\\sloppy\n\\begin{document}\n")
	for _, p := range d.before {
		b.WriteString(texEscapes.Replace(p.text) + "\n\n")
	}
	for i := range d.tables {
		t := &d.tables[i]
		if i > 0 && l.pageEach {
			b.WriteString("\\newpage\n")
		}
		if t.part != "" {
			b.WriteString(t.part + "\n\n")
		}
		if t.title != "" {
			b.WriteString("\\begin{center}" + t.title + "\\end{center}\n")
		}
		if t.legend != "" {
			b.WriteString("\\begin{flushright}" + t.legend + "\\end{flushright}\n")
		}
		d.texTable(&b, t)
	}
	for _, p := range d.after {
		b.WriteString(texEscapes.Replace(p.text) + "\n\n")
	}
	b.WriteString("\\end{document}\n")
	return b.String()
}

func (d *document) texTable(b *strings.Builder, t *table) {
	l := &d.look
	total := 162.0
	if l.landscape && !l.vertical {
		total = 240
	}
	spec := "|"
	var heads []string
	for _, c := range l.columns {
		spec += fmt.Sprintf("p{%.0fmm}|", total*float64(width(l.columns, c))/100)
		heads = append(heads, l.head(c))
	}
	rule := "\\hline\n"
	if l.rules == "columns" {
		rule = ""
	}
	if l.rules == "none" {
		spec, rule = strings.ReplaceAll(spec, "|", ""), ""
	}
	head := strings.Join(heads, "&") + "\\\\"
	if l.rules != "none" {
		head = "\\hline " + head + "\\hline\n"
	}
	if !l.vertical {
		end := "\\endhead"
		if !l.again {
			end = "\\endfirsthead"
		}
		fmt.Fprintf(b, "\\begin{longtable}{%s}%s%s\n", spec, head, end)
		for i := range t.rows {
			b.WriteString(d.texRow(&t.rows[i]) + "\\\\" + rule)
		}
		if l.rules == "columns" {
			b.WriteString("\\hline\n")
		}
		b.WriteString("\\end{longtable}\n")
		return
	}
	const few = 5
	for i := 0; i < len(t.rows); i += few {
		if i > 0 && !l.again {
			head = "\\hline\n"
		}
		fmt.Fprintf(b, "\\noindent\\begin{tabular}{%s}%s", spec, head)
		for k := i; k < min(i+few, len(t.rows)); k++ {
			b.WriteString(d.texRow(&t.rows[k]) + "\\\\" + rule)
		}
		b.WriteString("\\end{tabular}\\par\n")
	}
}

func (d *document) texRow(r *row) string {
	var cells []string
	for _, c := range d.look.columns {
		var paras []string
		for _, p := range r.cell(c) {
			s := strings.Repeat("　", p.indent)
			for _, x := range p.runs {
				s += texRun(x, d.look.vertical)
			}
			paras = append(paras, s)
		}
		cells = append(cells, strings.Join(paras, "\\newline "))
	}
	return strings.Join(cells, "&")
}

func texRun(x run, vertical bool) string {
	command := "\\underline"
	switch {
	case x.mark == "red" || x.mark == "blue":
		return "\\textcolor{" + x.mark + "}{" + texEscapes.Replace(x.text) + "}"
	case x.mark == "" || x.mark == "bold":
		return texEscapes.Replace(x.text)
	case vertical:
		command = "\\kasen"
	}
	var b strings.Builder
	r := []rune(x.text)
	for i := 0; i < len(r); i += texPiece {
		fmt.Fprintf(&b, "%s{%s}\\hskip0pt{}", command, texEscapes.Replace(string(r[i:min(i+texPiece, len(r))])))
	}
	return b.String()
}
