package wire

// The 新旧対照表 as a Word document: A4 landscape, two columns, the head row repeated on every page, 傍線 as underline. The parts are
// written by hand: what a table needs is a dozen elements, and the libraries at hand write styles, themes and times that change the bytes.

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// DOCX writes a result as a Word document. The error is that of the archive writer.
func DOCX(r *diff.Result) ([]byte, error) {
	f := newFacing(r)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes}, {"_rels/.rels", packageRelations}, {"word/_rels/document.xml.rels", documentRelations},
		{"word/styles.xml", docxStyles}, {"word/document.xml", f.document()},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate}) // no time: same input, same bytes
		if err != nil {
			return nil, err
		}
		if _, err := w.Write([]byte(part.text)); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

const (
	xmlHead           = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNamespace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	officeRelation    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageRelation   = "http://schemas.openxmlformats.org/package/2006/relationships"
	wordType          = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	columnWidth       = 7285 // twentieths of a point: half of A4 landscape between margins of 20 mm
	indentStep        = 210  // one character of 10.5 pt
	contentTypes      = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="` + wordType + `document.main+xml"/><Override PartName="/word/styles.xml" ContentType="` + wordType + `styles+xml"/></Types>`
	packageRelations  = xmlHead + `<Relationships xmlns="` + packageRelation + `"><Relationship Id="rId1" Type="` + officeRelation + `/officeDocument" Target="word/document.xml"/></Relationships>`
	documentRelations = xmlHead + `<Relationships xmlns="` + packageRelation + `"><Relationship Id="rId1" Type="` + officeRelation + `/styles" Target="styles.xml"/></Relationships>`
	docxStyles        = xmlHead + `<w:styles xmlns:w="` + wordNamespace + `"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="ＭＳ 明朝"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
)

func (f facing) document() string {
	var b strings.Builder
	b.WriteString(xmlHead + `<w:document xmlns:w="` + wordNamespace + `"><w:body>`)
	title := f.title
	if !strings.HasSuffix(title, "対照表") {
		title = strings.TrimSpace(title + "　新旧対照表")
	}
	paragraph(&b, `<w:jc w:val="center"/>`, corpus.Text{S: title})
	paragraph(&b, `<w:jc w:val="right"/>`, corpus.Text{S: "（傍線部分は改正部分）"})
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + fmt.Sprint(2*columnWidth) + `" w:type="dxa"/><w:tblBorders>`)
	for _, edge := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		b.WriteString(`<w:` + edge + ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
	}
	fmt.Fprintf(&b, `</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="%d"/><w:gridCol w:w="%d"/></w:tblGrid>`, columnWidth, columnWidth)
	b.WriteString(`<w:tr><w:trPr><w:tblHeader/></w:trPr>`)
	for _, h := range f.heads {
		openCell(&b)
		paragraph(&b, `<w:jc w:val="center"/>`, corpus.Text{S: h})
		b.WriteString(`</w:tc>`)
	}
	b.WriteString(`</w:tr>`)
	for _, row := range f.rows {
		b.WriteString(`<w:tr>`)
		for _, cell := range row {
			openCell(&b)
			for _, l := range cell {
				paragraph(&b, fmt.Sprintf(`<w:ind w:left="%d" w:hanging="%d"/>`, (l.indent+1)*indentStep, indentStep), l.text)
			}
			if len(cell) == 0 {
				b.WriteString(`<w:p/>`)
			}
			b.WriteString(`</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return b.String()
}

func openCell(b *strings.Builder) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, columnWidth)
}

// paragraph writes a text, its underlines as runs of their own, a line end as a break.
func paragraph(b *strings.Builder, properties string, t corpus.Text) {
	b.WriteString(`<w:p><w:pPr>` + properties + `</w:pPr>`)
	for _, p := range parted(t) {
		b.WriteString(`<w:r>`)
		if p.marked {
			b.WriteString(`<w:rPr><w:u w:val="single"/></w:rPr>`)
		}
		for i, line := range strings.Split(p.s, "\n") {
			if i > 0 {
				b.WriteString(`<w:br/>`)
			}
			b.WriteString(`<w:t xml:space="preserve">`)
			_ = xml.EscapeText(b, []byte(line)) // a Builder never fails
			b.WriteString(`</w:t>`)
		}
		b.WriteString(`</w:r>`)
	}
	b.WriteString(`</w:p>`)
}

// stretch is a part of a text that is marked or not throughout.
type stretch struct {
	s      string
	marked bool
}

func parted(t corpus.Text) []stretch {
	var out []stretch
	at := 0
	add := func(start, end int, marked bool) {
		if start < end {
			out = append(out, stretch{t.Slice(start, end).S, marked})
		}
	}
	for _, m := range t.Marks {
		add(at, m.Span.Start, false)
		add(m.Span.Start, m.Span.End, true)
		at = m.Span.End
	}
	add(at, t.Len(), false)
	return out
}
