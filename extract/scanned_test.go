package extract

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
	"shinkyu/extract/internal/pdfium"
	"shinkyu/extract/internal/scan"
	"shinkyu/extract/pdftest"
)

// scanned makes of a PDF what a scanner would: each page as one picture of so many dots per inch, with noise, and nothing else.
// Only the first so many pages.
func scanned(t testing.TB, data []byte, pages int, dpi float64, noise int) []byte {
	t.Helper()
	f, err := pdfium.Open(data, "")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := pdftest.New("1.4")
	random := rand.New(rand.NewPCG(1, 2))
	kids := ""
	pages = min(pages, f.NumPages())
	out.Object("<< /Type /Catalog /Pages 2 0 R >>")
	for n := range pages {
		kids += fmt.Sprintf("%d 0 R ", 3+3*n)
	}
	out.Object("<< /Type /Pages /Count %d /Kids [%s] >>", pages, kids)
	for n := 1; n <= pages; n++ {
		m, scale, err := f.Render(n, dpi)
		if err != nil {
			t.Fatal(err)
		}
		for i := range m.Pix {
			if noise > 0 {
				m.Pix[i] = uint8(min(255, max(0, int(m.Pix[i])+random.IntN(2*noise+1)-noise)))
			}
		}
		w, h := float64(m.Rect.Dx())/scale, float64(m.Rect.Dy())/scale
		at := out.Objects() + 1
		out.Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %.2f %.2f] /Contents %d 0 R /Resources << /XObject << /P %d 0 R >> >> >>", w, h, at+1, at+2)
		out.Stream("", fmt.Sprintf("q %.2f 0 0 %.2f 0 0 cm /P Do Q", w, h))
		out.Stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode",
			m.Rect.Dx(), m.Rect.Dy()), pdftest.Deflate(m.Pix))
	}
	return out.Bytes()
}

// TestScan: a table that was scanned gives the clauses, marks and rows that the drawn one gives, but for what tesseract misreads. Floors
// are what is held now, a little lowered for other versions of tesseract.
func TestScan(t *testing.T) {
	if !scan.Available() {
		t.Skip("tesseract with jpn and jpn_vert is not installed: " + scan.Install)
	}
	data, err := os.ReadFile("../corpus/sample/archive/kensa-tsuchi/2025-06-01.pdf")
	if err != nil {
		t.Fatal(err)
	}
	want, err := Extract(t.Context(), Source{Data: data})
	if err != nil {
		t.Fatal(err)
	}
	steps := 0
	got, err := Extract(t.Context(), Source{Data: scanned(t, data, 1, 300, 20), Progress: func(s Step) {
		if s.Recognising {
			steps++
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	if got.Comparison == nil || len(got.Source.Recognised) != 1 || steps != 1 {
		t.Fatalf("%+v after %d steps", got.Source, steps)
	}
	for _, r := range got.Source.Recognised {
		if r.Confidence < .7 || r.Confidence > 1 {
			t.Errorf("page %d: confidence %v", r.Page, r.Confidence)
		}
	}
	for side := range got.Comparison.Sides {
		a, am := spelled(&want.Comparison.Sides[side])
		b, bm := spelled(&got.Comparison.Sides[side])
		if same := common(a, b); float64(same) < .95*float64(max(len(a), len(b))) {
			t.Errorf("%s: %d of %d characters are the same, %d were read", corpus.Side(side), same, len(a), len(b))
		}
		if same := common(am, bm); float64(same) < .85*float64(max(len(am), len(bm))) {
			t.Errorf("%s: %d of %d marked characters are the same, %d were read", corpus.Side(side), same, len(am), len(bm))
		}
	}
	found := 0
	for _, d := range got.Comparison.Diags {
		if d.Rule == "ocr-page" {
			found++
		}
	}
	if found != 1 {
		t.Errorf("%d findings tell of reading by machine", found)
	}
}

// TestVerticalScan: a vertical table goes the same way, read with the other model. Of its two bands tesseract misreads more.
func TestVerticalScan(t *testing.T) {
	if !scan.Available() {
		t.Skip("tesseract with jpn and jpn_vert is not installed: " + scan.Install)
	}
	src := zooFile(t, "cv-rotate270")
	want, err := Extract(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Extract(t.Context(), Source{Data: scanned(t, src.Data, 1, 300, 10)})
	if err != nil {
		t.Fatal(err)
	}
	if got.Comparison == nil || len(got.Source.Recognised) != 1 {
		t.Fatalf("%+v", got.Source)
	}
	for side := range got.Comparison.Sides {
		a, am := spelled(&want.Comparison.Sides[side])
		b, bm := spelled(&got.Comparison.Sides[side])
		same, marked := common(a, b), common(am, bm)
		t.Logf("%s: %d of %d characters, %d of %d marked", corpus.Side(side), same, len(a), marked, len(am))
		if float64(same) < .85*float64(max(len(a), len(b))) {
			t.Errorf("%s: %d of %d characters are the same, %d were read", corpus.Side(side), same, len(a), len(b))
		}
		if float64(marked) < .7*float64(max(len(am), len(bm))) {
			t.Errorf("%s: %d of %d marked characters are the same, %d were read", corpus.Side(side), marked, len(am), len(bm))
		}
	}
}

// withoutTesseract runs f as if tesseract were not installed.
func withoutTesseract(t *testing.T, f func()) {
	t.Helper()
	there := scan.Available
	scan.Available = func() bool { return false }
	defer func() { scan.Available = there }()
	f()
}

// TestWithoutTesseract: a scan is refused with the command that installs what reads it.
func TestWithoutTesseract(t *testing.T) {
	src := zooFile(t, "cv-rotate270")
	withoutTesseract(t, func() {
		_, err := Extract(t.Context(), Source{Data: scanned(t, src.Data, 1, 40, 0)})
		f := new(corpus.Failure)
		if !errors.As(err, &f) || f.Rule != "pdf-no-text" || !strings.Contains(f.HintEN, scan.Install) || !strings.Contains(f.HintJA, scan.Install) {
			t.Errorf("%#v", err)
		}
	})
}

// TestEmbeddedLayer: the invisible text that a scanner laid over its picture is read where tesseract is not there, and a finding says
// where it comes from.
func TestEmbeddedLayer(t *testing.T) {
	page := onePage("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q BT 3 Tr /F 12 Tf 72 700 Td (Notice of the amendment of rules) Tj ET")
	withoutTesseract(t, func() {
		d, err := openPDF(&input{Source: Source{Data: []byte(page)}})
		if err != nil {
			t.Fatal(err)
		}
		defer d.close()
		p, err := d.page(t.Context(), 1)
		if err != nil {
			t.Fatal(err)
		}
		if n := readable(p); n != 27 || !slices.ContainsFunc(p.Diags, func(g corpus.Diag) bool { return g.Rule == "ocr-layer" && g.Hint != "" }) {
			t.Errorf("%d characters, %+v", n, p.Diags)
		}
	})
}

// spelled is the text of a side's clauses that begin on the first page, without white space, and the underlined part of it.
func spelled(d *corpus.Document) (all, marked []rune) {
	units, _ := d.Units()
	for _, u := range units {
		if u.Origin.Page != 1 {
			continue
		}
		for i, r := range []rune(u.Text.S) {
			if unicode.IsSpace(r) {
				continue
			}
			all = append(all, r)
			for _, m := range u.Text.Marks {
				if m.Kind == corpus.MarkUnderline && m.Span.Start <= i && i < m.Span.End {
					marked = append(marked, r)
				}
			}
		}
	}
	return all, marked
}

// common is the length of the longest common subsequence.
func common(a, b []rune) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// TestMixed: of a file in which one page is a picture and tesseract is missing, the others are read and the page is named.
func TestMixed(t *testing.T) {
	p := &layout.Page{Number: 2, Width: 100, Height: 100, Images: []layout.Image{{Box: corpus.Box{X1: 100, Y1: 100}}}}
	d := blankPages([]*layout.Page{p})
	if len(d) != 1 || d[0].Page != 2 || d[0].Severity != corpus.Warning || d[0].English != "page 2 has no text (pictures only)" || d[0].Hint == "" {
		t.Errorf("%+v", d)
	}
}
