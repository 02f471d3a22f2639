package wire

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// rule makes a document of lines "address<TAB>text"; the label is what stands before the first full-width blank.
func rule(t *testing.T, text string) corpus.Document {
	t.Helper()
	var d corpus.Document
	var open []*corpus.Clause
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		depth := len(line) - len(strings.TrimLeft(line, " "))
		address, words, _ := strings.Cut(strings.TrimSpace(line), "\t")
		p, err := ref.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		c := &corpus.Clause{Path: p, Kind: corpus.KindItem, Text: corpus.Text{S: words}, Origin: corpus.Origin{Row: -1}}
		if label, _, ok := strings.Cut(words, "　"); ok {
			c.Label, c.Body = label, corpus.Text{S: label}.Len()+1
		} else {
			c.Kind = corpus.KindHeading
		}
		switch p[len(p)-1].Kind {
		case ref.Article:
			c.Kind = corpus.KindArticle
		case ref.Paragraph:
			c.Kind = corpus.KindParagraph
		}
		if depth == 0 {
			d.Clauses = append(d.Clauses, c)
		} else {
			open[depth-1].Children = append(open[depth-1].Children, c)
		}
		open = append(open[:depth], c)
	}
	return d
}

const before = `題名	見本図書規程
第一条#見出し	（目的）
第一条	第一条　この規程は、図書の貸出しを定める。
第二条#見出し	（貸出し）
第二条第一項	第二条　図書は、次に掲げる者に貸し出す。
 第二条第一項第一号	一　職員
 第二条第一項第二号	二　学生
 第二条第二項	２　貸出しの期間は、七日とする。
第三条	第三条　図書を失った者は、届け出る。
第四条	第四条　この規程の施行に必要な事項は、館長が定める。`

const after = `題名	見本図書規程
第一条#見出し	（目的）
第一条	第一条　この規程は、図書の貸出しを定める。
第二条#見出し	（貸出し）
第二条第一項	第二条　図書は、次に掲げる者に貸し出す。
 第二条第一項第一号	一　職員
 第二条第一項第二号	二　学生
 第二条第二項	２　貸出しの期間は、十四日とする。
 第二条第三項	３　館長は、急を要するときは、図書を|返させることができる。
第三条	第三条　図書を失った者は、届け出る。`

func compared(t *testing.T) *diff.Result {
	t.Helper()
	c := &corpus.Comparison{Title: "見本図書規程"}
	c.Sides[corpus.New], c.Sides[corpus.Old] = rule(t, after), rule(t, before)
	return diff.Compare(c)
}

func TestMarkdownTable(t *testing.T) {
	want := `# 見本図書規程

傍線部分は改正部分

| 改正後 | 改正前 |
| --- | --- |
| 第一条　（略） | 第一条　（略） |
| （貸出し）<br>第二条　図書は、次に掲げる者に貸し出す。 | （貸出し）<br>第二条　図書は、次に掲げる者に貸し出す。 |
| 一・二　（略） | 一・二　（略） |
| ２　貸出しの期間は、<u>十四日</u>とする。 | ２　貸出しの期間は、<u>七日</u>とする。 |
| <u>３　館長は、急を要するときは、図書を\|返させることができる。</u> | （新設） |
| 第三条　（略） | 第三条　（略） |
| （削る） | <u>第四条　この規程の施行に必要な事項は、館長が定める。</u> |
`
	if got := string(Markdown(compared(t))); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestXML(t *testing.T) {
	data := XML(compared(t))
	for _, want := range []string{
		`<comparison title="見本図書規程" new="改正後" old="改正前">`,
		`<new path="第二条第二項" label="２" kind="paragraph">２　貸出しの期間は、<ins>十四日</ins>とする。</new>`,
		`<old path="第四条" label="第四条" kind="article"><del>第四条　この規程の施行に必要な事項は、館長が定める。</del></old>`,
		`<effect kind="quantity" old="七日" new="十四日"/>`,
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
	wellFormed(t, data)
}

func wellFormed(t *testing.T, data []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}

func TestDOCX(t *testing.T) {
	r := compared(t)
	data, err := DOCX(r)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := DOCX(r); !bytes.Equal(data, again) {
		t.Error("the same result gives other bytes")
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	document := ""
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, text)
		if f.Name == "word/document.xml" {
			document = string(text)
		}
	}
	for _, want := range []string{
		`<w:trPr><w:tblHeader/></w:trPr>`,
		`<w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">十四日</w:t>`,
		`<w:t xml:space="preserve">（新設）</w:t>`, `<w:t xml:space="preserve">見本図書規程　新旧対照表</w:t>`,
	} {
		if !strings.Contains(document, want) {
			t.Errorf("no %s", want)
		}
	}
}
