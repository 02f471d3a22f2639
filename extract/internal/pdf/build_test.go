package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"shinkyu/extract/internal/layout"
)

// builder assembles small PDFs, so that each test shows the bytes that it is about.
type builder struct {
	objects []string // object i+1
	extra   string   // more trailer entries
	header  string   // "%PDF-1.7\n" if empty
}

// add appends an object and returns its reference.
func (b *builder) add(format string, a ...any) string {
	b.objects = append(b.objects, fmt.Sprintf(format, a...))
	return fmt.Sprintf("%d 0 R", len(b.objects))
}

func (b *builder) stream(entries, data string) string {
	return b.add("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// bytes writes the file with a table; the last object is the catalog.
func (b *builder) bytes() []byte {
	var out bytes.Buffer
	if b.header == "" {
		b.header = "%PDF-1.7\n"
	}
	out.WriteString(b.header)
	var table strings.Builder
	for i, o := range b.objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	n := len(b.objects)
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n",
		n+1, table.String(), n+1, n, b.extra, start)
	return out.Bytes()
}

// finish adds a page tree of one page and the catalog.
func (b *builder) finish(page, resources, content string) []byte {
	c := b.stream("", content)
	tree := len(b.objects) + 2
	p := b.add("<< /Type /Page /Parent %d 0 R %s /Resources << %s >> /Contents %s >>", tree, page, resources, c)
	t := b.add("<< /Type /Pages /Kids [%s] /Count 1 /MediaBox [0 0 600 800] >>", p)
	b.add("<< /Type /Catalog /Pages %s >>", t)
	return b.bytes()
}

// Two fonts: F1 is Japanese horizontal, V1 vertical, both coded in UTF-16 and not embedded; T1 is Times.
func (b *builder) fonts() string {
	d := b.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Made-Mincho /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /DW 1000 /W [1 95 500] >>")
	f := b.add("<< /Type /Font /Subtype /Type0 /BaseFont /Made-Mincho /Encoding /UniJIS-UTF16-H /DescendantFonts [%s] >>", d)
	v := b.add("<< /Type /Font /Subtype /Type0 /BaseFont /Made-Mincho /Encoding /UniJIS-UTF16-V /DescendantFonts [%s] >>", d)
	t := b.add("<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >>")
	return fmt.Sprintf("/Font << /F1 %s /V1 %s /T1 %s >>", f, v, t)
}

// onePage is a page of 600 × 800 points with that content.
func onePage(content string) []byte {
	var b builder
	return b.finish("", b.fonts(), content)
}

// utf16Hex is the text as a hexadecimal string of UTF-16.
func utf16Hex(s string) string {
	var out strings.Builder
	for _, r := range s {
		fmt.Fprintf(&out, "%04x", r)
	}
	return "<" + out.String() + ">"
}

func deflated(s string) string {
	var out bytes.Buffer
	w := zlib.NewWriter(&out)
	w.Write([]byte(s))
	w.Close()
	return out.String()
}

func open(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := Open(data)
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	return f
}

func firstPage(t testing.TB, data []byte) *layout.Page {
	t.Helper()
	p, err := open(t, data).Page(1)
	if err != nil {
		t.Fatalf("Page: %v", err)
	}
	return p
}

// text is what the page shows, in painting order.
func text(p *layout.Page) string {
	var out strings.Builder
	for _, g := range p.Glyphs {
		if !g.Hidden {
			out.WriteString(g.U)
		}
	}
	return out.String()
}

func rulesOf(p *layout.Page) (rules []string) {
	for _, d := range p.Diags {
		rules = append(rules, d.Rule)
	}
	return rules
}
