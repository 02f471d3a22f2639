package grid

import (
	"regexp"
	"slices"
	"strings"

	"shinkyu/corpus"
)

// A table without rules is two texts side by side under a header word each. It is believed only on the header's word: any
// letter with a block of addresses has a gutter somewhere. From the header line down, the gutter is what all lines leave
// free; the first line that crosses it ends the table. Pages that follow need no header, only the same gutter.

var headerWord = regexp.MustCompile(`^[（(【［\[]?(?:.{0,8}(?:改正|改定|改訂|変更|修正|見直し)(?:後|案|前)|現行.{0,6}|新|旧|原案|.{1,8}案)[）)】］\]]?$`)

const (
	narrowest = 0.8 // ems: a gutter narrower than this is not seen
	drift     = 2.0 // ems by which a gutter may lie elsewhere on the next page
)

// gutterArea finds a table without rules among a page's inks, if it has no other. known are the columns of such a table on
// the page before.
func gutterArea(in []*Ink, known []float64) (Area, bool) {
	strips, _ := looseStrips(in)
	for i := range strips {
		s := &strips[i]
		for j := 1; j < len(s.Inks); j++ {
			from, to := s.Inks[j-1].Box.X1, s.Inks[j].Box.X0
			if to-from < narrowest*s.Size || !headers(s.Inks[:j], s.Inks[j:]) {
				continue
			}
			n, from, to := follow(strips[i+1:], from, to)
			if n < 2 || !facing(strips[i:i+1+n], (from+to)/2) {
				continue
			}
			return guess(strips[i:i+1+n], (from+to)/2, true), true
		}
	}
	if len(known) != 3 {
		return Area{}, false
	}
	for skip := range min(3, len(strips)) {
		width := drift * strips[skip].Size
		n, from, to := follow(strips[skip:], known[1]-width, known[1]+width)
		if n >= 3 && 5*n >= 3*(len(strips)-skip) {
			return guess(strips[skip:skip+n], (from+to)/2, false), true
		}
	}
	return Area{}, false
}

// headers reports whether a line's parts are two different header words.
func headers(left, right []*Ink) bool {
	word := func(in []*Ink) string {
		var b strings.Builder
		for _, k := range in {
			b.WriteString(k.Text)
		}
		return squeeze(b.String())
	}
	a, b := word(left), word(right)
	return a != b && headerWord.MatchString(a) && headerWord.MatchString(b)
}

// follow narrows the gutter line by line and counts the lines that leave it free.
func follow(strips []Strip, from, to float64) (n int, left, right float64) {
	for i := range strips {
		s := &strips[i]
		at, best := from, [2]float64{}
		room := func(a, b float64) {
			if b-a > best[1]-best[0] {
				best = [2]float64{a, b}
			}
		}
		for j := range s.Inks {
			a, b := s.cell(j) // the empty half of a bracket is free
			room(at, min(max(a, from), to))
			at = max(at, min(b, to))
		}
		room(at, to)
		if best[1]-best[0] < narrowest*s.Size {
			break
		}
		from, to, n = best[0], best[1], n+1
	}
	return n, from, to
}

// facing reports whether at least two lines stand on each side of x.
func facing(strips []Strip, x float64) bool {
	left, right := 0, 0
	for i := range strips {
		if strips[i].Box.X0 < x {
			left++
		}
		if strips[i].Box.X1 > x {
			right++
		}
	}
	return left > 1 && right > 1
}

// guess is the area of lines around a gutter, closed on all sides; a header is a row of its own.
func guess(strips []Strip, gutter float64, header bool) Area {
	var box corpus.Box
	for i := range strips {
		box = box.Union(strips[i].Box)
	}
	positions := []float64{box.Y0 - 0.5, box.Y1 + 0.5}
	if header {
		positions = slices.Insert(positions, 1, (strips[0].Box.Y1+strips[1].Box.Y0)/2)
	}
	a := Area{Xs: []float64{box.X0 - 0.5, gutter, box.X1 + 0.5}, Ys: positions, OpenTop: !header, OpenBottom: true, Guess: true}
	a.Box = corpus.Box{X0: a.Xs[0], Y0: a.Ys[0], X1: a.Xs[2], Y1: a.Ys[len(a.Ys)-1]}
	var xs, ys []line
	for _, x := range a.Xs {
		xs = append(xs, line{x, []Edge{{Across: true, Pos: x, From: a.Box.Y0, To: a.Box.Y1, Class: Virtual}}})
	}
	for _, y := range a.Ys {
		ys = append(ys, line{y, []Edge{{Pos: y, From: a.Box.X0, To: a.Box.X1, Class: Virtual}}})
	}
	a.Fields, a.squares = fields(xs, ys)
	return a
}
