package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"shinkyu/corpus"
)

// part is a file of a container under test.
type part struct{ name, body string }

func zipOf(t testing.TB, parts ...part) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p.body); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const space = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func ruleOf(err error) string {
	var f *corpus.Failure
	if errors.As(err, &f) {
		return f.Rule
	}
	return fmt.Sprint(err)
}

// What tries to cost more than a document may is refused by name, in little time and memory.
func TestHostile(t *testing.T) {
	cut := zipOf(t, part{"word/document.xml", strings.Repeat("<a>", 9)})
	var bits = zipOf(t, part{"word/document.xml", "<w:document " + space + "/>"})
	bits = bytes.Replace(bits, []byte{0x08, 0x00, 0x08, 0x00}, []byte{0x08, 0x00, 0x5E, 0x00}, 2) // a method that nobody knows
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"spaces", zipOf(t, part{"word/document.xml", "<a>" + strings.Repeat(" ", 80<<20) + "</a>"}), "ooxml-bomb"},
		{"entities", zipOf(t, part{"word/document.xml", `<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>`}), "ooxml-damaged"},
		{"outside entity", zipOf(t, part{"word/document.xml", `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`}), "ooxml-damaged"},
		{"unclosed", cut, "ooxml-damaged"},
		{"cut", cut[:len(cut)/2], "ooxml-damaged"},
		{"method", bits, "ooxml-damaged"},
		{"none", zipOf(t), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			a, err := Open(c.data)
			if err == nil {
				_, err = a.Tree("word/document.xml")
			}
			if c.want == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			if got := ruleOf(err); got != c.want {
				t.Errorf("refused as %q, want %q", got, c.want)
			}
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

// A directory of more entries than any document has is not gone through.
func TestManyEntries(t *testing.T) {
	parts := make([]part, maxEntries+1)
	for i := range parts {
		parts[i].name = fmt.Sprint(i)
	}
	if _, err := Open(zipOf(t, parts...)); ruleOf(err) != "ooxml-bomb" {
		t.Errorf("got %v", err)
	}
}

// All parts together have a limit, so that many of them below the limit of one cost no more.
func TestSumOfParts(t *testing.T) {
	a, err := Open(zipOf(t, part{"a", strings.Repeat("甲", 1000)}))
	if err != nil {
		t.Fatal(err)
	}
	a.total = maxTotal - 4000
	if _, err := a.bytes("a"); err != nil {
		t.Errorf("within the limit: %v", err)
	}
	if _, err := a.bytes("a"); ruleOf(err) != "ooxml-bomb" {
		t.Errorf("beyond the limit: %v", err)
	}
}

// A tree is limited by its elements and attributes and by its depth, however small the text is that makes it.
func TestTreeLimits(t *testing.T) {
	for _, s := range []string{strings.Repeat("<b/>", 999), strings.Repeat(`<b c="" d=""/>`, 333), strings.Repeat("<b>", maxDepth)} {
		if _, err := parse([]byte("<a>"+s+"</a>"), nil, 999); ruleOf(err) != "ooxml-bomb" {
			t.Errorf("%s…: %v", s[:12], err)
		}
	}
	if _, err := parse([]byte("<a>"+strings.Repeat(`<b r="A1"/>`, 999)+"</a>"), []string{"b"}, 999); err != nil {
		t.Errorf("dropped elements: %v", err)
	}
}

// Names and targets that leave the container name nothing, or a part inside it.
func TestPaths(t *testing.T) {
	a, err := Open(zipOf(t,
		part{"_rels/.rels", `<Relationships><Relationship Id="1" Type="x/officeDocument" Target="../../../etc/passwd"/><Relationship Id="2" Type="x/officeDocument" Target="/word/other.xml"/></Relationships>`},
		part{"../../evil.xml", "<a/>"}, part{`word\other.xml`, "<b/>"},
		part{"word/_rels/other.xml.rels", `<Relationships><Relationship Id="r1" Type="x/header" Target="../../../../word/header1.xml"/><Relationship Id="r2" Type="x/header" Target="http://example.jp/x" TargetMode="External"/></Relationships>`},
	))
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Main("word/document.xml"); got != "word/other.xml" {
		t.Errorf("main part %q", got)
	}
	if got := a.Related("word/other.xml", "header"); len(got) != 1 || got[0] != "word/header1.xml" {
		t.Errorf("headers %q", got)
	}
	if n, err := a.Tree("word/other.xml"); err != nil || n.Name != "b" {
		t.Errorf("tree %v, %v", n, err)
	}
	if n, err := a.Tree("etc/passwd"); err != nil || n != nil {
		t.Errorf("a part that is not there: %v, %v", n, err)
	}
}

func TestKind(t *testing.T) {
	for _, c := range []struct {
		parts []part
		want  string
	}{
		{[]part{{"word/document.xml", ""}}, "docx"},
		{[]part{{"[Content_Types].xml", `<Types><Override PartName="/doc.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`}}, "docx"},
		{[]part{{"xl/workbook.xml", ""}}, "xlsx"},
		{[]part{{"xl/workbook.bin", ""}}, "xlsb"},
		{[]part{{"ppt/presentation.xml", ""}}, "pptx"},
		{[]part{{"mimetype", ""}, {"content.xml", ""}}, "odf"},
		{[]part{{"readme.txt", ""}}, "zip"},
	} {
		if got := Kind(zipOf(t, c.parts...)); got != c.want {
			t.Errorf("%s is %q, want %q", c.parts[0].name, got, c.want)
		}
	}
	if got := Kind([]byte("PK\x03\x04 cut")); got != "zip-damaged" {
		t.Errorf("a cut archive is %q", got)
	}
}

// A part may be UTF-16; names keep their meaning whatever prefix the file uses; what is dropped is only what is empty.
func TestTree(t *testing.T) {
	utf16 := "\xFF\xFE"
	for _, r := range `<?xml version="1.0" encoding="UTF-16"?><q:p xmlns:q="http://purl.oclc.org/ooxml/wordprocessingml/main" q:val="甲"><q:t>乙</q:t></q:p>` {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	a, err := Open(zipOf(t, part{"a", utf16}, part{"b", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1"/><c r="B1"><v>1</v></c></worksheet>`}))
	if err != nil {
		t.Fatal(err)
	}
	n, err := a.Tree("a")
	if err != nil || n.Name != "w:p" || n.Attr("w:val") != "甲" || n.Child("w:t").Text != "乙" {
		t.Errorf("UTF-16: %+v, %v", n, err)
	}
	if n, err = a.Tree("b", "x:c"); err != nil || len(n.Kids) != 1 || n.Kids[0].Attr("r") != "B1" {
		t.Errorf("dropped: %+v, %v", n, err)
	}
}

// FuzzArchive opens containers of any bytes: refused by name, or read.
func FuzzArchive(f *testing.F) {
	f.Add(zipOf(f, part{"word/document.xml", "<w:document " + space + "><w:body><w:t>甲</w:t></w:body></w:document>"}, part{"_rels/.rels", "<a><b Target='x'/></a>"}))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		Kind(data)
		a, err := Open(data)
		if err != nil {
			if r := ruleOf(err); r != "ooxml-damaged" && r != "ooxml-bomb" {
				t.Errorf("refused as %q", r)
			}
			return
		}
		for _, name := range a.order {
			if _, err := a.Tree(name); err != nil {
				if r := ruleOf(err); r != "ooxml-damaged" && r != "ooxml-bomb" {
					t.Errorf("%s refused as %q", name, r)
				}
			}
			a.relations(name)
		}
	})
}
