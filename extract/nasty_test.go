package extract

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/ooxml/ooxmltest"
)

// everything is all that was read of a file: clauses, headers, titles and what is unplaced.
func everything(c *Content) string {
	var b strings.Builder
	add := func(doc *corpus.Document) {
		units, _ := doc.Units()
		for _, u := range units {
			b.WriteString(u.Text.S + "\n")
		}
	}
	rest := c.Unplaced
	if c.Document != nil {
		add(c.Document)
	} else {
		for side := range c.Comparison.Sides {
			add(&c.Comparison.Sides[side])
		}
		for _, t := range c.Comparison.Tables {
			b.WriteString(t.Title + "\n")
		}
		rest = c.Comparison.Unplaced
	}
	for _, u := range rest {
		b.WriteString(u.Text + "\n")
	}
	return corpus.Squeeze(b.String())
}

func cell(paragraphs ...string) string {
	return "<w:tc>" + strings.Join(paragraphs, "") + "</w:tc>"
}

func row(cells ...string) string { return "<w:tr>" + strings.Join(cells, "") + "</w:tr>" }

const wordHeads = `<w:tr><w:tc><w:p>{改正後}</w:p></w:tc><w:tc><w:p>{改正前}</w:p></w:tc></w:tr>`

// nasty are files that office programs and web editors do make, and that nobody would make by hand. Words in 〈〉 must be found again.
var nasty = map[string]string{
	"word: a table in a cell with a merged cell and a table in it": wordFile(`<w:tbl>` + wordHeads + row(
		cell(`<w:p>{〈第一条　甲〉}</w:p><w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p>{〈区分〉}</w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="99"/></w:tcPr><w:p>{〈期間〉}</w:p><w:tbl><w:tr><w:tc><w:p>{〈内の内〉}</w:p></w:tc></w:tr></w:tbl></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>{〈続き〉}</w:p></w:tc><w:tc><w:p>{〈三年〉}</w:p></w:tc></w:tr></w:tbl><w:p>{〈表の後〉}</w:p>`),
		cell(`<w:p>{〈第一条　乙〉}</w:p>`)) + `</w:tbl>`),
	"word: tracked changes in cells, deleted and inserted rows": wordFile(`<w:tbl>` + wordHeads +
		`<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p><w:del w:id="2"><w:r><w:delText>〈消した行〉</w:delText></w:r></w:del></w:p></w:tc><w:tc><w:p><w:del w:id="3"><w:r><w:delText>〈消した旧〉</w:delText></w:r></w:del></w:p></w:tc></w:tr>` +
		`<w:tr><w:trPr><w:ins w:id="4"/></w:trPr><w:tc><w:p><w:ins w:id="5">{〈第二条　足した行〉}</w:ins></w:p></w:tc><w:tc><w:p>{〈第二条　旧〉}<w:del w:id="6"><w:r><w:delText>〈字句〉</w:delText></w:r></w:del></w:p></w:tc></w:tr>` +
		row(cell(`<w:p><w:pPr><w:rPr><w:del w:id="7"/></w:rPr></w:pPr>{〈第三条　途中まで〉}</w:p><w:p>{〈続く〉}</w:p>`), cell(`<w:p><w:moveFrom w:id="8"><w:r><w:t>〈移した〉</w:t></w:r></w:moveFrom>{〈第三条　残り〉}</w:p>`)) + `</w:tbl>`),
	"word: merges that go on from nothing, spans beyond the grid, rows of unequal length": wordFile(`<w:tbl><w:tblGrid><w:gridCol w:w="10"/></w:tblGrid>` + wordHeads +
		`<w:tr><w:trPr><w:gridBefore w:val="900"/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>{〈始まりのない結合〉}</w:p></w:tc></w:tr>` +
		row(cell(`<w:p>{〈第一条　甲〉}</w:p>`)) + row(cell(`<w:p>{〈第二条　甲〉}</w:p>`), cell(`<w:p>{〈第二条　乙〉}</w:p>`), cell(`<w:p>{〈余り〉}</w:p>`), cell(`<w:p>{〈余りの余り〉}</w:p>`)) + `<w:tr/></w:tbl>`),
	"word: alternate content, text boxes, content controls, notes": wordFile(`<w:tbl>` + wordHeads + row(
		cell(`<w:sdt><w:sdtContent><w:p>{〈第一条　甲〉}<w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:sdtContent></w:sdt><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>{〈箱の中〉}</w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p>{〈箱の中〉}</w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`),
		cell(`<w:sdt><w:sdtContent><w:sdt><w:sdtContent><w:p>{〈第一条　乙〉}</w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt>`)) +
		`<w:sdt><w:sdtContent>` + row(cell(`<w:p>{〈第二条　行ごと〉}</w:p>`), cell(`<w:p>{〈（新設）〉}</w:p>`)) + `</w:sdtContent></w:sdt></w:tbl>` + "\n=== word/footnotes.xml\n" + `<w:footnote w:id="2"><w:p>{〈脚注の文〉}</w:p></w:footnote>`),
	"excel: a header merged over three columns, texts spread over them": sheetFile(`<row r="1">`+at("A1", "改正後")+at("D1", "改正前")+`</row><row r="2">`+at("A2", "〈第一条〉")+at("B2", "〈甲は〉")+at("C2", "〈報告する。〉")+at("D2", "〈第一条〉")+at("F2", "〈乙は報告する。〉")+`</row><row r="3">`+at("B3", "〈２　丙〉")+at("E3", "〈（新設）〉")+at("H3", "〈欄の外〉")+`</row>`,
		`<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D1:F1"/><mergeCell ref="A2:XFD1048576"/></mergeCells>`),
	"excel: cells out of order, twice, without a place":  sheetFile(`<row r="9">`+at("B9", "改正前")+at("A9", "改正後")+`</row><row>`+`<c t="inlineStr"><is><t>〈第一条　甲〉</t></is></c>`+at("B2", "〈第一条　乙〉")+at("B2", "〈重なった〉")+`</row><row r="2">`+at("ZZZ7", "〈遠い〉")+`</row>`, ""),
	"html: no closing tags at all":                       `<table><tr><th>改正後<th>改正前<tr><td>〈第一条　甲<td>第一条　<b>乙〉<tr><td>〈第二条<p>丙<ul><li>一　丁<li>二　戊<td><u>第二条　己〉</table><p>〈後の文〉`,
	"html: rows and columns that reach beyond the table": `<table><tr><th colspan=0>改正後<th colspan=99999 rowspan=0>改正前</tr><tr><td rowspan=65535>〈第一条　甲〉<td>〈第一条　乙〉</tr><tr><td>〈第二条〉<td>〈余り〉</tr><tr></tr></table>`,
	"html: text where no text may be":                    `<table>〈迷った文〉<tr>〈行の文〉<td>改正後<td>改正前</tr><tr><td>〈第一条　甲〉<select><option>〈選択〉</option></select><td>〈第一条　乙〉<textarea>〈欄〉</textarea><details><summary>〈見出し〉</summary>〈中〉</details></tr></table>`,
	"html: a storm of entities and nested marks":         `<table><tr><td>改正後<td>改正前<tr><td>〈第一条　` + strings.Repeat("&lt;&amp;&#x5927;&nbsp;&zwj;", 400) + `〉<td>〈第一条　` + strings.Repeat("<u><b><i>", 150) + `乙〉</table>`,
}

func wordFile(body string) string { return string(ooxmltest.Docx(body)) }

func at(place, s string) string {
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, place, s)
}

func sheetFile(rows, more string) string {
	return string(ooxmltest.Xlsx("<sheets><sheet name=\"表\" r:id=\"rId1\"/></sheets>\n=== xl/worksheets/sheet1.xml\n<sheetData>" + rows + "</sheetData>" + more))
}

// TestNasty: whatever a file looks like inside, its words come out somewhere, or the reader says what is wrong.
func TestNasty(t *testing.T) {
	for name, in := range nasty {
		t.Run(name, func(t *testing.T) {
			c, err := Extract(t.Context(), Source{Data: []byte(in)})
			if err != nil {
				var f *corpus.Failure
				if !errors.As(err, &f) || f.HintEN == "" {
					t.Fatalf("%v is no failure with a hint", err)
				}
				t.Fatalf("refused: %v", err)
			}
			if c.Comparison == nil {
				t.Fatal("no comparison")
			}
			got := everything(c)
			for _, part := range strings.Split(in, "〈")[1:] { // office files are stored here, not packed
				words, _, ok := strings.Cut(part, "〉")
				if !ok || strings.ContainsAny(words, "<&") {
					continue
				}
				if !strings.Contains(got, corpus.Squeeze(words)) {
					t.Errorf("%q is lost in\n%s", words, got)
				}
			}
		})
	}
}
