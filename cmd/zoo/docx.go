package main

// DOCX for LibreOffice Writer: real underlines, double lines, strikes, borders, section direction, repeated header rows.

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"strings"
)

const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func (d *document) docx() ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document %s><w:body>`, wordNS)
	for _, p := range d.before {
		d.wordPara(&b, &para{runs: []run{{text: p.text}}}, "")
	}
	for i := range d.tables {
		t := &d.tables[i]
		brk := ""
		if d.look.pageEach && (i > 0 || len(d.before) > 0) {
			brk = `<w:pageBreakBefore/>`
		}
		if t.part != "" {
			d.wordPara(&b, &para{runs: []run{{text: t.part}}}, brk)
			brk = ""
		}
		if t.title != "" {
			d.wordPara(&b, &para{runs: []run{{text: t.title}}}, brk+`<w:jc w:val="center"/>`)
		}
		if t.legend != "" {
			d.wordPara(&b, &para{runs: []run{{text: t.legend}}}, `<w:jc w:val="right"/>`)
		}
		d.wordTable(&b, t)
		d.wordPara(&b, &para{}, "")
	}
	for _, p := range d.after {
		d.wordPara(&b, &para{runs: []run{{text: p.text}}}, "")
	}
	b.WriteString(d.section())
	b.WriteString(`</w:body></w:document>`)
	return wordFile(b.String(), d.look.number)
}

func wordFile(document string, number bool) ([]byte, error) {
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`},
		{"_rels/.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/_rels/document.xml.rels", `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>`},
		{"word/footer1.xml", `<?xml version="1.0"?><w:ftr ` + wordNS + `><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>- </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> -</w:t></w:r></w:p></w:ftr>`},
		{"word/document.xml", document},
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(p.text)); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return out.Bytes(), err
}

// section is the page: A4, its direction, its footer.
func (d *document) section() string {
	w, h, orient := 11906, 16838, ""
	if d.look.landscape {
		w, h, orient = h, w, ` w:orient="landscape"`
	}
	var b strings.Builder
	b.WriteString("<w:sectPr>")
	if d.look.number {
		b.WriteString(`<w:footerReference xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" w:type="default" r:id="rId9"/>`)
	}
	fmt.Fprintf(&b, `<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:footer="500"/>`, w, h, orient)
	if d.look.vertical {
		b.WriteString(`<w:textDirection w:val="tbRl"/>`)
	}
	b.WriteString("</w:sectPr>")
	return b.String()
}

func (d *document) wordTable(b *strings.Builder, t *table) {
	l := &d.look
	full := 9600
	if l.landscape && !l.vertical {
		full = 14500
	}
	border := func(names string) (s string) {
		for _, n := range strings.Fields(names) {
			s += fmt.Sprintf(`<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, n)
		}
		return s
	}
	sides := map[string]string{"all": "top left bottom right insideH insideV", "columns": "top left bottom right insideV", "open": "top bottom insideH insideV", "none": ""}[l.rules]
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/><w:tblBorders>%s</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, full, border(sides))
	at := func(c string) int { return full * width(l.columns, c) / 100 }
	for _, c := range l.columns {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, at(c))
	}
	b.WriteString("</w:tblGrid><w:tr><w:trPr>")
	if l.again {
		b.WriteString("<w:tblHeader/>")
	}
	b.WriteString("</w:trPr>")
	line := ""
	if l.rules == "columns" {
		line = `<w:tcBorders>` + border("bottom") + `</w:tcBorders>`
	}
	for _, c := range l.columns {
		fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>`, at(c), line)
		d.wordPara(b, &para{runs: []run{{text: l.head(c)}}}, `<w:jc w:val="center"/>`)
		b.WriteString("</w:tc>")
	}
	b.WriteString("</w:tr>")
	for i := range t.rows {
		b.WriteString("<w:tr>")
		if l.together {
			b.WriteString("<w:trPr><w:cantSplit/></w:trPr>")
		}
		for _, c := range l.columns {
			fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, at(c))
			cell := t.rows[i].cell(c)
			for k := range cell {
				d.wordPara(b, &cell[k], "")
			}
			if len(cell) == 0 || cell[len(cell)-1].table != nil {
				d.wordPara(b, &para{}, "")
			}
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
}

func (d *document) wordPara(b *strings.Builder, p *para, props string) {
	if p.table != nil {
		d.wordNested(b, p.table)
		return
	}
	if p.boxed {
		props = `<w:pBdr>`
		for _, n := range []string{"top", "left", "bottom", "right"} {
			props += fmt.Sprintf(`<w:%s w:val="dashed" w:sz="6" w:space="2" w:color="000000"/>`, n)
		}
		props += `</w:pBdr>`
		props = order(props + `<w:ind w:left="150" w:right="150"/>`)
	} else if p.indent > 0 || len(p.runs) > 1 {
		hang := 0
		if len(p.runs) > 1 {
			hang = int(20 * d.look.size)
		}
		props += fmt.Sprintf(`<w:ind w:left="%d" w:hanging="%d"/>`, int(20*d.look.size)*p.indent+hang, hang)
	}
	if d.look.justify {
		props += `<w:jc w:val="both"/>`
	}
	fmt.Fprintf(b, `<w:p><w:pPr>%s</w:pPr>`, order(props))
	font := "IPAexGothic"
	if d.look.mincho {
		font = "IPAexMincho"
	}
	for _, r := range p.runs {
		mark := map[string]string{"underline": `<w:u w:val="single"/>`, "double": `<w:u w:val="double"/>`, "strike": `<w:strike/>`, "bold": `<w:b/>`,
			"red": `<w:color w:val="C00000"/>`, "blue": `<w:color w:val="0070C0"/>`, "shade": `<w:shd w:val="clear" w:color="auto" w:fill="FFE699"/>`}[r.mark]
		first, last := mark, ""
		if strings.Contains(mark, "w:u ") || strings.Contains(mark, "w:shd") {
			first, last = "", mark
		}
		fmt.Fprintf(b, `<w:r><w:rPr><w:rFonts w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s"/>%s<w:sz w:val="%d"/>%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`,
			font, font, font, first, int(2*d.look.size), last, html.EscapeString(r.text))
	}
	b.WriteString("</w:p>")
}

// order puts spacing between the borders and the indents, as the schema wants.
func order(props string) string {
	const spacing = `<w:spacing w:before="0" w:after="0"/>`
	if strings.Contains(props, spacing) {
		return props
	}
	if i := strings.Index(props, "<w:ind"); i >= 0 {
		return props[:i] + spacing + props[i:]
	}
	if i := strings.Index(props, "<w:jc"); i >= 0 {
		return props[:i] + spacing + props[i:]
	}
	return props + spacing
}

func (d *document) wordNested(b *strings.Builder, rows [][]string) {
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="3600" w:type="dxa"/><w:tblBorders>`)
	for _, n := range strings.Fields("top left bottom right insideH insideV") {
		fmt.Fprintf(b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="000000"/>`, n)
	}
	b.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for range rows[0] {
		b.WriteString(`<w:gridCol w:w="1200"/>`)
	}
	b.WriteString("</w:tblGrid>")
	for _, r := range rows {
		b.WriteString("<w:tr>")
		for _, c := range r {
			b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr>`)
			d.wordPara(b, &para{runs: []run{{text: c}}}, "")
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
}
