package extract

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/japanese"

	"shinkyu/corpus"
	"shinkyu/extract/internal/ooxml/ooxmltest"
	"shinkyu/extract/internal/readertest"
	"shinkyu/extract/pdftest"
)

// One small rule, before and after an amendment, in every format.
const (
	markedTable = "見本規程　新旧対照表\n\n改正後\t改正前\n<p>第一条　<u>課等</u>の長は、報告する。</p><p>２　（略）</p>\t<p>第一条　<u>課</u>の長は、報告する。</p><p>２　（略）</p>\n"
	htmlTable   = "<html><body><h1>見本規程　新旧対照表</h1><table><tr><th>改正後</th><th>改正前</th></tr><tr><td>第一条　<u>課等</u>の長は、報告する。<br>２　（略）</td><td>第一条　<u>課</u>の長は、報告する。<br>２　（略）</td></tr></table></body></html>"
	mdTable     = "# 見本規程　新旧対照表\n\n| 改正後 | 改正前 |\n|---|---|\n| 第一条　<u>課等</u>の長は、報告する。<br>２　（略） | 第一条　<u>課</u>の長は、報告する。<br>２　（略） |\n"

	plainText = "見本規程\n\n（報告）\n第一条　課の長は、報告する。\n２　報告は、書面による。\n　一　日報\n　二　月報\n\n附　則\nこの規程は、公布の日から施行する。\n"
	mdText    = "# 見本規程\n\n（報告）\n第一条　課の長は、報告する。\n２　報告は、書面による。\n一　日報\n二　月報\n\n附　則\n\nこの規程は、公布の日から施行する。\n"
	xmlText   = `<?xml version="1.0" encoding="UTF-8"?><Law><LawBody><LawTitle>見本規程</LawTitle><MainProvision><Article Num="1"><ArticleCaption>（報告）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>` +
		`<Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>課の長は、報告する。</Sentence></ParagraphSentence></Paragraph>` +
		`<Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>報告は、書面による。</Sentence></ParagraphSentence>` +
		`<Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>日報</Sentence></ItemSentence></Item><Item Num="2"><ItemTitle>二</ItemTitle><ItemSentence><Sentence>月報</Sentence></ItemSentence></Item></Paragraph></Article></MainProvision>` +
		`<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この規程は、公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision></LawBody></Law>`
)

func read(t *testing.T, data string) *Content {
	t.Helper()
	c, err := Extract(context.Background(), Source{Name: "dir/rule.dat", Data: []byte(data)})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestTables: the same table in three formats gives the same clauses and marks.
func TestTables(t *testing.T) {
	want := [2]string{
		"第一条第一項 article [第一条] {underline:課等}の長は、報告する。\n  第一条第二項 placeholder omitted [２] （略）\n",
		"第一条第一項 article [第一条] {underline:課}の長は、報告する。\n  第一条第二項 placeholder omitted [２] （略）\n",
	}
	for format, data := range map[Format]string{Marked: markedTable, HTML: htmlTable, Markdown: mdTable} {
		c := read(t, data)
		if c.Comparison == nil || c.Source.Format != string(format) || c.Source.Name != "rule.dat" || len(c.Source.SHA256) != 64 {
			t.Fatalf("%s: read as %+v", format, c.Source)
		}
		if got := c.Comparison.Title; got != "見本規程　新旧対照表" {
			t.Errorf("%s: title %q", format, got)
		}
		for side := range want {
			d := c.Comparison.Sides[side]
			d.Title = ""
			readertest.CheckTree(t, &d)
			if got := readertest.Tree(&d, nil, nil); got != want[side] {
				t.Errorf("%s: side %s is\n%s", format, corpus.Side(side), got)
			}
		}
	}
}

// TestTexts: the same rule in three formats gives the same clauses.
func TestTexts(t *testing.T) {
	var first string
	for _, c := range []struct {
		format Format
		data   string
	}{{LawXML, xmlText}, {Text, plainText}, {Markdown, mdText}} {
		got := read(t, c.data)
		if got.Document == nil || got.Source.Format != string(c.format) {
			t.Fatalf("%s: read as %+v", c.format, got.Source)
		}
		readertest.CheckTree(t, got.Document)
		tree := readertest.Tree(got.Document, nil, nil)
		if first == "" {
			first = tree
		}
		if tree != first {
			t.Errorf("%s differs from %s:\n%s\n%s", c.format, LawXML, tree, first)
		}
	}
}

// TestContents: a table of contents is listed, not compared, and findings keep pointing at their clauses.
func TestContents(t *testing.T) {
	c := read(t, "見本規程\n\n目次\n　第一章　総則（第一条）\n　附則\n\n　　　第一章　総則\n\n第一条　甲は、報告する。\n第一条　乙は、報告する。\n")
	if got := len(c.Unplaced); got != 3 || c.Unplaced[0].Reason != "toc" {
		t.Errorf("%d unplaced: %v", got, c.Unplaced)
	}
	units, _ := c.Document.Units()
	if len(c.Diags) != 1 || units[c.Diags[0].Unit].Text.S != "第一条　乙は、報告する。" {
		t.Errorf("findings %v among %d units", c.Diags, len(units))
	}
}

func TestEncodings(t *testing.T) {
	for name, enc := range map[string]interface {
		Bytes([]byte) ([]byte, error)
	}{"shift_jis": japanese.ShiftJIS.NewEncoder(), "euc-jp": japanese.EUCJP.NewEncoder(), "iso-2022-jp": japanese.ISO2022JP.NewEncoder()} {
		for _, data := range []string{markedTable, htmlTable, plainText, strings.Replace(htmlTable, "<body>", `<head><meta charset="`+name+`"></head><body>`, 1)} {
			b, err := enc.Bytes([]byte(data))
			if err != nil {
				t.Fatal(err)
			}
			c := read(t, string(b))
			var doc corpus.Document
			if c.Document != nil {
				doc = *c.Document
			} else {
				doc = c.Comparison.Sides[corpus.Old]
			}
			if tree := readertest.Tree(&doc, nil, nil); !strings.Contains(tree, "の長は、報告する。") {
				t.Errorf("%s: %s", name, tree)
			}
		}
	}
}

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		want Format
		text string
	}{
		{LawXML, xmlText},
		{LawXML, `<DataRoot><ApplData><LawFullText><Law Era="Reiwa"></Law></LawFullText></ApplData></DataRoot>`},
		{HTML, "<!-- saved -->\n<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<TITLE>x</TITLE>"},
		{HTML, `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"></html>`},
		{HTML, "規程\n<table><tr><td>改正後</td></tr></table>"},
		{Marked, markedTable},
		{Marked, "新\t旧\n甲\t乙"},
		{Marked, "<p data-bbox=\"1 2 3 4\">甲</p>\t<p>乙</p>"},
		{Markdown, mdText},
		{Markdown, mdTable},
		{Markdown, "---\ntitle: 規程\n---\n第一条　甲"},
		{Markdown, "甲\n\n- 乙\n- 丙\n"},
		{Text, plainText},
		{Text, "１　甲\n\t乙\n1. 丙\n#タグ\n"},
		{Text, "甲 - 乙\n―――\n丙"},
	} {
		if got := detect(c.text); got != c.want {
			t.Errorf("%q is %s, want %s", c.text[:min(40, len(c.text))], got, c.want)
		}
	}
}

// TestFormatOverrides: what the user says comes before what the content looks like.
func TestFormatOverrides(t *testing.T) {
	c, err := Extract(context.Background(), Source{Data: []byte(mdText), Format: Text})
	if err != nil || c.Source.Format != string(Text) || c.Document.Title != "# 見本規程" {
		t.Errorf("%v %+v", err, c)
	}
	_, err = Extract(context.Background(), Source{Data: []byte(plainText), Format: "docbook"})
	wantFailure(t, err, "unknown-format")
}

func wantFailure(t *testing.T, err error, rule string) {
	t.Helper()
	var f *corpus.Failure
	if !errors.As(err, &f) {
		t.Errorf("error %v is no failure, want %s", err, rule)
		return
	}
	if f.Rule != rule || f.Japanese == "" || f.English == "" || f.HintJA == "" || f.HintEN == "" {
		t.Errorf("failure %+v, want %s in both languages with hints", f, rule)
	}
}

func TestFailures(t *testing.T) {
	for _, c := range []struct{ rule, data string }{
		{"empty-file", ""},
		{"empty-file", " \n\u3000\n"},
		{"unknown-encoding", strings.Repeat("\xfe\xfd\xfc\x80\x81\xff", 40)},
		{"unknown-format", "PK\x03\x04\x14\x00\x06\x00"},
		{"unknown-format", "\x89PNG\r\n\x1a\n\x00\x00"},
		{"unknown-format", strings.Repeat("\x00\x01\x02\xff", 40)},
		{"not-a-table", "<html><body><p>お知らせ</p></body></html>"},
		{"not-a-table", "<table><tr><td>部署</td><td>電話</td></tr></table>"},
		{"one-column", "<table><tr><th>改正後</th></tr><tr><td>第一条　甲</td></tr></table>"},
		{"pdf-damaged", "%PDF-1.7\n1 0 obj\n<</Type/Catalog"},
		{"pdf-no-text", onePage("")},
	} {
		_, err := Extract(context.Background(), Source{Data: []byte(c.data)})
		t.Run(c.rule, func(t *testing.T) { wantFailure(t, err, c.rule) })
	}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Extract(cancelled, Source{Data: []byte(plainText)}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// onePage is a PDF of one page with the given content.
func onePage(content string) string {
	f := pdftest.New("1.4")
	f.Object("<</Type/Catalog/Pages 2 0 R>>")
	f.Object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	f.Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>")
	f.Stream("", content)
	return string(f.Bytes())
}

// TestPDF: a PDF is known by its mark even behind junk, and one without a table is refused as such.
func TestPDF(t *testing.T) {
	_, err := Extract(context.Background(), Source{Name: "a.html", Data: []byte("\x00junk\n" + onePage("BT /F 12 Tf 72 700 Td (Notice) Tj ET"))})
	wantFailure(t, err, "not-a-table")
}

func TestSpans(t *testing.T) {
	for want, in := range map[string][]int{"1": {1}, "1–3": {1, 2, 3}, "1–2, 5, 7–8": {1, 2, 5, 7, 8}} {
		if got := spans(in); got != want {
			t.Errorf("%v became %s", in, got)
		}
	}
}

// TestPrefixes: a file may break off anywhere.
func TestPrefixes(t *testing.T) {
	pdf := onePage("BT /F 12 Tf 72 700 Td (Notice) Tj ET")
	zip, _ := base64.StdEncoding.DecodeString("UEsDBBQAAAAIAA==")
	for _, data := range []string{markedTable, htmlTable, mdTable, plainText, mdText, xmlText, pdf, string(zip)} {
		for i := range len(data) {
			if _, err := Extract(context.Background(), Source{Data: []byte(data[:i])}); err != nil {
				var f *corpus.Failure
				if !errors.As(err, &f) {
					t.Fatalf("%q: error %v is no failure", data[:i], err)
				}
			}
		}
	}
}

// TestStages: a file without pages says when it has been decoded, read and built, and asks for time by its size.
func TestStages(t *testing.T) {
	for name, in := range map[string]string{"text": plainText, "markdown": mdText, "html": htmlTable, "law": xmlText, "word": string(ooxmltest.Docx(wordTable))} {
		var steps []Step
		_, err := Extract(t.Context(), Source{Data: []byte(in), Progress: func(s Step) { steps = append(steps, s) }})
		if err != nil || len(steps) < 2 {
			t.Errorf("%s: %d steps, %v", name, len(steps), err)
			continue
		}
		for _, s := range steps {
			if s.Page != 0 || s.Allow < buildTime || s.Allow > buildTime+time.Second {
				t.Errorf("%s: step %+v of a small file", name, s)
			}
		}
	}
	large := input{Source: Source{Data: make([]byte, 8<<20)}, format: Text}
	if got := large.allowance(); got < buildTime+30*time.Second {
		t.Errorf("8 MB of text may take %v", got)
	}
}

// TestPrintedTitleOfPage: the line that names the comparison wins over the page's heading and its <title>, also that of a draft.
func TestPrintedTitleOfPage(t *testing.T) {
	const table = `<table><tr><th>改正後</th><th>改正前</th></tr><tr><td>第一条　甲は、乙とする。</td><td>第一条　甲は、丙とする。</td></tr></table>`
	for _, name := range []string{"架空市図書館規則新旧対照表", "架空市図書館規則　新旧対照表（案）", "架空市図書館規則（案）新旧対照表"} {
		c := read(t, `<html><head><title>例規の改正｜架空市</title></head><body><h1>架空市</h1><p>`+name+`</p>`+table+`</body></html>`).Comparison
		if c == nil || c.Title != name {
			t.Errorf("%s: read as %+v", name, c)
		}
	}
}
