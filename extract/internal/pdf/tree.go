package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"

	"shinkyu/corpus"
)

// The page tree: ISO 32000-1, 7.7.3. Its Count entries are not believed, its links may lead back.

const (
	maxTreeDepth = 64
	maxTreeNodes = 200_000
	maxPages     = 50_000
	maxTreeText  = 128 << 20 // bytes of all nodes as text, which measures the work of looking them up
)

// leaf is a page with the attributes it inherits.
type leaf struct {
	page      pdf.Value
	resources pdf.Value
	media     pdf.Value
	crop      pdf.Value
	rotate    pdf.Value
}

// walker collects the leaves.
type walker struct {
	leaves []leaf
	nodes  int
	above  []string // the nodes between the root and here, as text: a node among its own ancestors is a cycle
	text   int
	broken bool // something was left out
}

func (w *walker) walk(v pdf.Value, inherited leaf) {
	defer func() { // the library panics on objects it cannot parse
		if recover() != nil {
			w.broken = true
		}
	}()
	if w.nodes++; v.Kind() != pdf.Dict || w.nodes > maxTreeNodes || len(w.leaves) >= maxPages || len(w.above) > maxTreeDepth || w.text > maxTreeText {
		w.broken = true
		return
	}
	self := v.String()
	w.text += len(self)
	inherited.take(v)
	kids := v.Key("Kids")
	if kids.Kind() != pdf.Array {
		inherited.page = v
		w.leaves = append(w.leaves, inherited)
		return
	}
	for _, a := range w.above {
		if a == self {
			w.broken = true
			return
		}
	}
	w.above = append(w.above, self)
	for i := 0; i < kids.Len() && w.nodes <= maxTreeNodes; i++ {
		w.walkKid(kids, i, inherited)
	}
	w.above = w.above[:len(w.above)-1]
}

// walkKid is walk for kid i, so that one that cannot be parsed does not take its siblings with it.
func (w *walker) walkKid(kids pdf.Value, i int, inherited leaf) {
	depth := len(w.above)
	defer func() {
		if recover() != nil {
			w.broken = true
		}
		w.above = w.above[:depth]
	}()
	w.walk(kids.Index(i), inherited)
}

// take overrides what v sets itself.
func (l *leaf) take(v pdf.Value) {
	for _, a := range []struct {
		key string
		to  *pdf.Value
	}{{"Resources", &l.resources}, {"MediaBox", &l.media}, {"CropBox", &l.crop}, {"Rotate", &l.rotate}} {
		if x := v.Key(a.key); !x.IsNull() {
			*a.to = x
		}
	}
}

// a4 is what a page without a usable MediaBox is taken for.
var a4 = corpus.Box{X1: 595.28, Y1: 841.89}

// frame is the page's visible box in user space and its rotation: 0, 90, 180 or 270 degrees clockwise.
func (l *leaf) frame() (box corpus.Box, rotate int) {
	box, ok := boxOf(l.media)
	if !ok {
		box = a4
	}
	if crop, ok := boxOf(l.crop); ok {
		if m, ok := meet(box, crop); ok && m.X1-m.X0 > 1 && m.Y1-m.Y0 > 1 {
			box = m
		}
	}
	rotate = int(math.Mod(math.Round(l.rotate.Float64()/90), 4)) * 90
	return box, (rotate + 360) % 360
}

func boxOf(v pdf.Value) (corpus.Box, bool) {
	n := numbers(v, 4)
	if n == nil {
		return corpus.Box{}, false
	}
	b := corpus.Box{X0: min(n[0], n[2]), Y0: min(n[1], n[3]), X1: max(n[0], n[2]), Y1: max(n[1], n[3])}
	ok := b.X1-b.X0 > 1 && b.Y1-b.Y0 > 1 && matrix{b.X0, b.Y0, b.X1, b.Y1}.finite()
	return b, ok
}

// uprightMatrix is the matrix from user space to the page as read, and the page's size.
func uprightMatrix(b corpus.Box, rotate int) (m matrix, width, height float64) {
	w, h := b.X1-b.X0, b.Y1-b.Y0
	switch rotate {
	case 90:
		return matrix{0, 1, 1, 0, -b.Y0, -b.X0}, h, w
	case 180:
		return matrix{-1, 0, 0, 1, b.X1, -b.Y0}, w, h
	case 270:
		return matrix{0, -1, -1, 0, b.Y1, b.X1}, h, w
	}
	return matrix{1, 0, 0, -1, -b.X0, b.Y1}, w, h
}
