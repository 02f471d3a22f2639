package extract

// The source's own look: parts of a PDF's pages as pictures, for readers who want to see what was printed beside what was read.
//
// PDFium paints each page once, and all crops of the page are cut from it. A site must not swell with a table of 300 pages, so all crops together
// have a number of pixels: within it, they are as fine as a phone's reader can use; beyond, coarser down to what can just be read, and then
// left out. What is left out or cannot be painted is a finding, never a failure: the words are there without it.

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/pdfium"
	"shinkyu/extract/internal/picture"
)

// How crops are painted.
const (
	finestDPI   = 132
	coarsestDPI = 96
	allPixels   = 60_000_000 // of the crops of one file: about fifty full pages at the finest
)

// Facsimile paints crops of src, a PDF. There is a picture for each crop, in their order, empty where there could be none; what is
// missing is told in the findings. The error, a *corpus.Failure or the context's, is a file that cannot be opened.
func Facsimile(ctx context.Context, src Source, crops []corpus.Crop) ([]corpus.Picture, []corpus.Diag, error) {
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	in := &input{Source: src}
	file, err := in.openSecond(0, 0)
	if err != nil {
		return nil, nil, err
	}
	defer file.Close()
	f := facsimile{in: in, file: file, crops: crops, out: make([]corpus.Picture, len(crops)), dpi: fine(crops)}
	if err := f.paint(ctx); err != nil {
		return nil, nil, err
	}
	return f.out, f.diags(), nil
}

// fine is how finely crops are painted, so that all of them have no more pixels than allowed.
func fine(crops []corpus.Crop) float64 {
	area := 0.
	for _, c := range crops {
		area += max(0, c.Box.X1-c.Box.X0) * max(0, c.Box.Y1-c.Box.Y0)
	}
	if area == 0 {
		return finestDPI
	}
	return min(finestDPI, max(coarsestDPI, 72*math.Sqrt(allPixels/area)))
}

type facsimile struct {
	in     *input
	file   *pdfium.File
	crops  []corpus.Crop
	out    []corpus.Picture
	dpi    float64
	pixels int
	failed []int // pages that cannot be painted
	cut    []int // pages of which something is left out for its size
}

func (f *facsimile) paint(ctx context.Context) error {
	byPage := map[int][]int{}
	var pages []int
	for i, c := range f.crops {
		if byPage[c.Page] == nil {
			pages = append(pages, c.Page)
		}
		byPage[c.Page] = append(byPage[c.Page], i)
	}
	slices.Sort(pages)
	for _, n := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if f.pixels > allPixels {
			f.cut = append(f.cut, n)
			continue
		}
		if !f.page(n, byPage[n]) {
			f.failed = append(f.failed, n)
		}
	}
	return nil
}

// page paints the crops of page n; it reports whether all could be painted.
func (f *facsimile) page(n int, crops []int) bool {
	if n < 1 || n > f.file.NumPages() || f.in.Skips(n) {
		return false
	}
	f.in.step(Step{Page: n, Pages: f.file.NumPages(), Allow: timeOfPicture})
	m, scale, err := f.file.RenderColour(n, f.dpi)
	if err != nil {
		return false
	}
	for _, i := range crops {
		r := pixels(f.crops[i].Box, scale).Intersect(m.Bounds())
		if r.Empty() {
			return false
		}
		data, err := picture.Pack(m, r)
		if err != nil {
			return false
		}
		f.out[i] = corpus.Picture{
			PNG: data, Width: r.Dx(), Height: r.Dy(),
			Shown: corpus.Box{X0: float64(r.Min.X) / scale, Y0: float64(r.Min.Y) / scale, X1: float64(r.Max.X) / scale, Y1: float64(r.Max.Y) / scale},
		}
		f.pixels += r.Dx() * r.Dy()
	}
	return true
}

func pixels(b corpus.Box, scale float64) image.Rectangle {
	return image.Rect(int(math.Floor(b.X0*scale)), int(math.Floor(b.Y0*scale)), int(math.Ceil(b.X1*scale)), int(math.Ceil(b.Y1*scale)))
}

func (f *facsimile) diags() (out []corpus.Diag) {
	if len(f.failed) > 0 {
		out = append(out, noPicture(f.failed))
	}
	if len(f.cut) > 0 {
		ja, en := pageNames(f.cut)
		out = append(out, corpus.Diag{
			Rule: "facsimile-cut", Severity: corpus.Info, Unit: -1, Page: f.cut[0],
			Message: ja + "の紙面の画像は、全体の大きさの上限を超えるため載せていません。", English: "the pictures of " + en + " are left out, since all pictures together would be too large",
			Hint: "その頁は原本のファイルで見てください", HintEN: "see these pages in the source itself",
		})
	}
	return out
}

func noPicture(pages []int) corpus.Diag {
	ja, en := pageNames(pages)
	return corpus.Diag{
		Rule: "facsimile-missing", Severity: corpus.Info, Unit: -1, Page: pages[0],
		Message: ja + "の紙面を画像にできませんでした。", English: "no picture could be made of " + en,
		Hint: "その頁は原本のファイルで見てください", HintEN: "see these pages in the source itself",
	}
}

// NoFacsimile is the finding about a file of which no picture could be made at all.
func NoFacsimile(err error) corpus.Diag {
	d := corpus.Diag{Rule: "facsimile-missing", Severity: corpus.Info, Unit: -1,
		Message: "紙面を画像にできませんでした: " + err.Error(), English: "no pictures of the pages could be made: " + err.Error(),
		Hint: "紙面は原本のファイルで見てください", HintEN: "see the source itself"}
	if f := new(corpus.Failure); errors.As(err, &f) {
		d.Message = "紙面を画像にできませんでした: " + f.Japanese
	}
	return d
}

const mostPagesNamed = 6

// pageNames are pages in both languages: 3頁、4頁; pages 3, 4.
func pageNames(pages []int) (japanese, english string) {
	var ja, en []string
	for _, n := range pages[:min(len(pages), mostPagesNamed)] {
		ja, en = append(ja, fmt.Sprintf("%d頁", n)), append(en, fmt.Sprint(n))
	}
	japanese, english = strings.Join(ja, "、"), "page "+strings.Join(en, ", ")
	if len(pages) > 1 {
		english = "pages " + strings.Join(en, ", ")
	}
	if rest := len(pages) - mostPagesNamed; rest > 0 {
		japanese += fmt.Sprintf("ほか%d頁", rest)
		english += fmt.Sprintf(" and %d more", rest)
	}
	return japanese, english
}
