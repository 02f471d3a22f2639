package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus"
)

const shown = "BT /F1 10 Tf 100 700 Td <7b2c4e006761> Tj ET" // 第一条

func fileRules(f *File) (rules []string) {
	for _, d := range f.Diags {
		rules = append(rules, d.Rule)
	}
	return rules
}

// Files that the library alone refuses or misreads.
func TestForgiven(t *testing.T) {
	good := onePage(shown)
	startxref := bytes.LastIndex(good, []byte("startxref"))
	for _, c := range []struct {
		name  string
		data  []byte
		diags string
	}{
		{"as it should be", good, ""},
		{"PDF 2.0", bytes.Replace(good, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1), ""},
		{"junk in front", append([]byte("HTTP/1.1 200 OK\r\n\r\n"), good...), ""},
		{"junk behind", append(bytes.Clone(good), "\n<!-- served by made -->\n"...), ""},
		{"a wrong offset", bytes.Replace(good, []byte("0000000009"), []byte("0000000010"), 1), "pdf-rebuilt"},
		{"wrong startxref", append(bytes.Clone(good[:startxref]), "startxref\n7\n%%EOF\n"...), "pdf-rebuilt"},
		{"cut off in the table", good[:startxref-120], "pdf-rebuilt pdf-truncated"},
		{"wrong stream length", bytes.Replace(good, []byte("/Length 44"), []byte("/Length 12"), 1), ""},
	} {
		f, err := Open(c.data)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		p, err := f.Page(1)
		if err != nil || text(p) != "第一条" {
			t.Errorf("%s: %q, %v", c.name, text(p), err)
		}
		if got := strings.Join(fileRules(f), " "); got != c.diags {
			t.Errorf("%s: findings %q, want %q", c.name, got, c.diags)
		}
	}
}

func TestRefused(t *testing.T) {
	for rule, data := range map[string]string{
		"empty-file":  "",
		"not-a-pdf":   "PK\x03\x04 something else",
		"pdf-damaged": "%PDF-1.4\n%%EOF\n",
	} {
		var failure *corpus.Failure
		if _, err := Open([]byte(data)); !errors.As(err, &failure) || failure.Rule != rule || failure.Japanese == "" || failure.HintJA == "" {
			t.Errorf("%s: %v", rule, err)
		}
	}
	if _, err := open(t, onePage("")).Page(2); err == nil {
		t.Error("page 2 of 1")
	}
}

// packedFile has its fonts and page tree in an object stream and a cross-reference stream instead of a table.
func packedFile(container int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n")
	offsets := map[int]int{}
	object := func(id int, body string) {
		offsets[id] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", id, body)
	}
	object(1, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(shown), shown))
	bodies := []string{
		"<< /Type /Catalog /Pages 3 0 R >>", "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 3 0 R /MediaBox [0 0 600 800] /Contents 1 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /UniJIS-UTF16-H /DescendantFonts [<< /Subtype /CIDFontType0 >>] >>",
	}
	var index, data strings.Builder
	for i, b := range bodies {
		fmt.Fprintf(&index, "%d %d ", i+2, data.Len())
		data.WriteString(b + " ")
	}
	z := deflated(index.String() + data.String())
	object(6, fmt.Sprintf("<< /Type /ObjStm /N 4 /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", index.Len(), len(z), z))
	table := []byte{0, 0, 0, 0}
	for id := 1; id <= 7; id++ {
		switch {
		case id >= 2 && id <= 5:
			table = append(table, 2, 0, byte(container), byte(id-2))
		case id == 7:
			table = append(table, 1, byte(out.Len()>>8), byte(out.Len()), 0)
		default:
			table = append(table, 1, byte(offsets[id]>>8), byte(offsets[id]), 0)
		}
	}
	start := out.Len()
	object(7, fmt.Sprintf("<< /Type /XRef /Size 8 /W [1 2 1] /Root 2 0 R /Length %d >>\nstream\n%s\nendstream", len(table), table))
	fmt.Fprintf(&out, "startxref\n%d\n%%%%EOF\n", start)
	return out.Bytes()
}

func TestObjectStreams(t *testing.T) {
	f := open(t, packedFile(6))
	p, err := f.Page(1)
	if err != nil || text(p) != "第一条" || len(f.Diags) > 0 {
		t.Errorf("%q, %v, %v", text(p), err, f.Diags)
	}
	f = open(t, packedFile(2)) // object 2 is said to lie in object 2
	if p, _ := f.Page(1); text(p) != "第一条" || len(f.Diags) == 0 {
		t.Errorf("container in itself: %q, %v", text(p), f.Diags)
	}
}

// A revision appended to a file replaces objects; the old table is reached through Prev.
func TestRevisedFile(t *testing.T) {
	data := onePage(shown)
	old := bytes.LastIndex(data, []byte("xref\n0 "))
	at := len(data)
	data = fmt.Appendf(data, "5 0 obj\n<< /Length 39 >>\nstream\nBT /F1 10 Tf 1 7 Td <7b2c4e8c6761> Tj ET\nendstream\nendobj\n")
	table := len(data)
	data = fmt.Appendf(data, "xref\n5 1\n%010d 00000 n \ntrailer\n<< /Size 9 /Root 8 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n", at, old, table)
	f := open(t, data)
	if p, _ := f.Page(1); text(p) != "第二条" || len(f.Diags) > 0 {
		t.Errorf("%q, %v", text(p), f.Diags)
	}
}
