package extract

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/ooxml/ooxmltest"
	"shinkyu/extract/internal/readertest"
)

const wordTable = `<w:p>{見本規程新旧対照表}</w:p><w:tbl>
<w:tr><w:tc><w:p>{改正後}</w:p></w:tc><w:tc><w:p>{改正前}</w:p></w:tc></w:tr>
<w:tr><w:tc><w:p>{第一条　}{u=single|課等}{の長は、報告する。}</w:p></w:tc><w:tc><w:p>{第一条　}{u=single|課}{の長は、報告する。}</w:p></w:tc></w:tr></w:tbl>`

const wordTracked = `<w:p>{見本規程}</w:p><w:p>{第一条　}<w:del w:id="1"><w:r><w:delText>課</w:delText></w:r></w:del><w:ins w:id="2">{課等}</w:ins>{の長は、報告する。}</w:p>
<w:p>{第二条　この規程は、公布の日から施行する。}</w:p>`

// TestWord: a table is a comparison, tracked changes are one without a table, anything else is a whole text.
func TestWord(t *testing.T) {
	table := read(t, string(ooxmltest.Docx(wordTable)))
	if table.Source.Format != string(DOCX) || table.Comparison == nil || table.Comparison.Title != "見本規程新旧対照表" {
		t.Fatalf("table read as %+v", table)
	}
	both := read(t, string(ooxmltest.Docx(wordTracked)))
	if both.Comparison == nil || both.Comparison.Printed() || both.Comparison.Title != "見本規程" || both.Document != nil {
		t.Fatalf("tracked changes read as %+v", both)
	}
	for side, want := range map[corpus.Side]string{corpus.New: "第一条　課等の長は、報告する。", corpus.Old: "第一条　課の長は、報告する。"} {
		units, _ := both.Comparison.Sides[side].Units()
		if units[1].Text.S != want {
			t.Errorf("%s side: %q, want %q", side, units[1].Text.S, want)
		}
	}
	for _, u := range both.Comparison.Unplaced {
		t.Errorf("unplaced %q (%s), but the other side prints it", u.Text, u.Reason)
	}
	// Beside another text it stands for the text with the changes accepted, on either side.
	for _, pair := range [][2]*Content{{both, read(t, plainText)}, {read(t, plainText), both}} {
		c, err := Pair(pair[0], pair[1])
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, side := range c.Sides {
			found = found || strings.Contains(readertest.Tree(&side, nil, nil), "課等の長")
		}
		if !found {
			t.Error("the accepted text is on no side")
		}
	}
	whole := read(t, string(ooxmltest.Docx(`<w:p>{見本規程}</w:p><w:p>{第一条　甲}</w:p>`)))
	if whole.Document == nil || whole.Document.Title != "見本規程" {
		t.Errorf("whole text read as %+v", whole)
	}
}

// TestExcel: a workbook with a comparison is one, one that is neither that nor a rule is refused.
func TestExcel(t *testing.T) {
	book := func(head string) string {
		return string(ooxmltest.Xlsx(`<sheets><sheet name="Sheet1" r:id="rId1"/></sheets>
=== xl/worksheets/sheet1.xml
<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>` + head + `</t></is></c><c r="B1" t="inlineStr"><is><t>改正前</t></is></c></row>
<row r="2"><c r="A2" t="inlineStr"><is>{第一条　}{u|課等}{の長は、報告する。}</is></c><c r="B2" t="inlineStr"><is>{第一条　}{u|課}{の長は、報告する。}</is></c></row></sheetData>`))
	}
	c := read(t, book("改正後"))
	if c.Source.Format != string(XLSX) || c.Comparison == nil {
		t.Fatalf("read as %+v", c)
	}
	units, _ := c.Comparison.Sides[corpus.New].Units()
	if len(units) != 1 || units[0].Text.S != "第一条　課等の長は、報告する。" || len(units[0].Text.Marks) != 1 {
		t.Errorf("new side %+v", units)
	}
	_, err := Extract(context.Background(), Source{Data: []byte(book("氏名"))})
	wantFailure(t, err, "not-a-table")
}

// TestExcelRule: a workbook of clauses, in one column or in columns for number, caption and text, is a whole rule.
func TestExcelRule(t *testing.T) {
	row := func(n int, cells ...string) string {
		s := fmt.Sprintf(`<row r="%d">`, n)
		for i, c := range cells {
			if c != "" {
				s += fmt.Sprintf(`<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, n, c)
			}
		}
		return s + "</row>"
	}
	book := func(rows string) string {
		return string(ooxmltest.Xlsx(`<sheets><sheet name="本則" r:id="rId1"/></sheets>
=== xl/worksheets/sheet1.xml
<sheetData>` + rows + `</sheetData>`))
	}
	long := "この規程は、倉庫に置く備品の管理と貸出しについて、取扱いの手続、記録の方法その他の必要な事項を定め、備品を長く使うことを目的とする。"
	want := "title: 備品規程\n題名 heading 備品規程\n第一条第一項 article [第一条] " + long + "\n  第一条第二項 paragraph [２] " + long + "\n第二条 article [第二条] " + long + "\n  第二条第一号 item [一] 机\n  第二条第二号 item [二] 椅子\n"
	for name, in := range map[string]string{
		"one column": row(1, "備品規程") + row(2, "第一条　"+long) + row(3, "２　"+long) + row(4, "第二条　"+long) + row(5, "一　机") + row(6, "二　椅子"),
		"columns":    row(1, "備品規程") + row(2, "第一条", long) + row(3, "", "２　"+long) + row(4, "第二条", long) + row(5, "", "一", "机") + row(6, "", "二", "椅子"),
	} {
		c := read(t, book(in))
		if c.Document == nil {
			t.Errorf("%s: no whole rule: %+v", name, c.Comparison)
		} else if got := readertest.Tree(c.Document, nil, c.Unplaced); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, want)
		}
	}
	c := read(t, book(row(1, "条", "見出し", "本文")+row(2, "第1条", "（目的）", long)+row(3, "第2条", "（範囲）", long)+row(4, "", "", "２　"+long)+row(5, "第3条", "（記録）", long)))
	if c.Document == nil || len(c.Document.Clauses) < 3 || len(c.Unplaced) != 3 {
		t.Fatalf("with captions in a column: %+v", c)
	}
	if got := readertest.Tree(c.Document, nil, nil); !strings.Contains(got, "第1条 article [第1条] （目的）") || !strings.Contains(got, "第2条第2項") {
		t.Errorf("with captions in a column:\n%s", got)
	}
}

// What a file of another office program is, and what to do with it, is said by name.
func TestOfficeKinds(t *testing.T) {
	compound := func(stream string) string {
		s := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 64)
		for _, c := range []byte(stream) {
			s += string([]byte{c, 0})
		}
		return s
	}
	for _, c := range []struct{ data, says, hint string }{
		{compound("WordDocument"), "an old Word document (.doc)", ".docx"},
		{compound("Workbook"), "an old Excel workbook (.xls)", ".xlsx"},
		{compound("DocumentText"), "a document of 一太郎", ".docx"},
		{compound("PowerPoint Document"), "old PowerPoint slides (.ppt)", "PDF"},
		{compound("EncryptedPackage"), "protected by a password", "without the password"},
		{compound("Other"), "an old Word or Excel document", ".docx"},
		{"{\\rtf1 x}", "an RTF document", "PDF"},
	} {
		_, err := Extract(context.Background(), Source{Data: []byte(c.data)})
		wantFailure(t, err, "unknown-format")
		var f *corpus.Failure
		if errors.As(err, &f) && (!strings.Contains(f.English, c.says) || !strings.Contains(f.HintEN, c.hint)) {
			t.Errorf("%q, hint %q: want %q, %q", f.English, f.HintEN, c.says, c.hint)
		}
	}
}

// A Word document may break off anywhere.
func TestWordPrefixes(t *testing.T) {
	data := ooxmltest.Docx(wordTable)
	for i := 0; i < len(data); i += 7 {
		if _, err := Extract(context.Background(), Source{Data: data[:i]}); err != nil {
			var f *corpus.Failure
			if !errors.As(err, &f) {
				t.Fatalf("cut at %d: %v is no failure", i, err)
			}
		}
	}
}
