package pdf

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Files made to exhaust or to hang a reader. Each of them must end soon, in whatever way but a panic.
var hostile = map[string]func() []byte{
	"table of 2147483647 objects": func() []byte {
		return []byte(strings.Replace(string(onePage(shown)), "xref\n0 9", "xref\n0 2147483647", 1))
	},
	"table that starts at 2147483000": func() []byte {
		return []byte(strings.Replace(string(onePage(shown)), "xref\n0 9", "xref\n2147483000 9", 1))
	},
	"section that is its own predecessor": func() []byte {
		data := string(onePage(shown))
		return []byte(strings.Replace(data, "/Size 9", fmt.Sprintf("/Size 9 /Prev %d", strings.LastIndex(data, "xref\n0 ")), 1))
	},
	"cross-reference stream of 2147483647 objects": func() []byte {
		return []byte("%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 2147483647 /Index [0 2147483647] /W [1 2 1] /Root 2 0 R /Length 4 >>\nstream\n\x00\x00\x00\x00\nendstream\nendobj\nstartxref\n9\n%%EOF")
	},
	"pages that hold themselves": func() []byte {
		return []byte("%PDF-1.4\n1 0 obj\n<< /Type /Pages /Kids [1 0 R 1 0 R 1 0 R] /Count 100000000 >>\nendobj\n2 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 2 0 R >>")
	},
	"pages that hold one another": func() []byte {
		return []byte("%PDF-1.4\n1 0 obj\n<< /Kids [3 0 R 3 0 R] >>\nendobj\n3 0 obj\n<< /Kids [1 0 R 1 0 R] /X 1 >>\nendobj\n2 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\ntrailer << /Root 2 0 R >>")
	},
	"form in itself": func() []byte {
		var b builder
		b.add("<< /Subtype /Form /Resources << /XObject << /X 1 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream")
		return b.finish("", "/XObject << /X 1 0 R >>", "/X Do")
	},
	"ten forms of ten forms": func() []byte {
		var b builder
		inner := b.stream("/Subtype /Form", "0 0 m")
		for range 11 {
			inner = b.stream("/Subtype /Form /Resources << /XObject << /X "+inner+" >> >>", strings.Repeat("/X Do ", 10))
		}
		return b.finish("", "/XObject << /X "+inner+" >>", "/X Do")
	},
	"deep arrays":        func() []byte { return onePage(strings.Repeat("[", 200_000)) },
	"deep dictionary":    func() []byte { var b builder; return b.finish("/A "+strings.Repeat("<< /A ", 100_000), "", "") },
	"many saves":         func() []byte { return onePage(strings.Repeat("q ", 500_000)) },
	"a line of commands": func() []byte { return onePage(strings.Repeat("0 0 1 1 re f ", 300_000)) },
	"a long path":        func() []byte { return onePage("0 0 m " + strings.Repeat("1 1 l ", 500_000) + "f") },
	"numbers out of range": func() []byte {
		return onePage("1e400 w " + strings.Repeat("9", 400) + " 0 0 1 0 0 cm BT /F1 " + strings.Repeat("9", 400) + " Tf " + utf16Hex("規") + " Tj ET 0 0 1 1 re f")
	},
	"compressed spaces": func() []byte {
		var b builder
		once := deflated(strings.Repeat(" ", 1<<20)) // a deflate stream repeats well itself
		form := b.stream("/Subtype /Form /Filter [/FlateDecode /FlateDecode]", deflated(once))
		return b.finish("", "/XObject << /X "+form+" >>", "/X Do")
	},
	"mapping of every code many times": func() []byte {
		var b builder
		cmap := b.stream("/Filter /FlateDecode", deflated("begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "+
			strings.Repeat("1 beginbfrange <0000> <ffff> <0000> endbfrange\n", 200_000)))
		f := b.add("<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Subtype /CIDFontType2 /W [0 2147483647 500] >>] /ToUnicode %s >>", cmap)
		return b.finish("", "/Font << /F1 "+f+" >>", "BT /F1 1 Tf <"+strings.Repeat("0123", 50_000)+"> Tj ET")
	},
	"length that needs the stream itself": func() []byte {
		return []byte("%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length 9 0 R >>\nstream\n9 0 7\nendstream\nendobj\n2 0 obj\n<< /Type /Catalog /Pages 3 0 R >>\nendobj\ntrailer << /Root 2 0 R >>")
	},
}

func TestHostileFiles(t *testing.T) {
	for name, build := range hostile {
		data := build()
		start := time.Now()
		f, err := Open(data)
		if err == nil {
			for n := 1; n <= min(f.NumPages(), 3); n++ {
				if p, err := f.Page(n); err != nil || p == nil {
					t.Errorf("%s: page %d: %v", name, n, err)
				}
			}
		}
		if d := time.Since(start); d > 8*time.Second {
			t.Errorf("%s: %v", name, d)
		}
	}
}

// A page that is cut short says so.
func TestLimitsAreReported(t *testing.T) {
	for name, want := range map[string]string{"form in itself": "pdf-form-cycle", "ten forms of ten forms": "pdf-page-limit", "a line of commands": "pdf-page-limit"} {
		if got := rulesOf(firstPage(t, hostile[name]())); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
