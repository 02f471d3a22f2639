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
// the page before, and running its running titles, which are no rows. Arrows and brackets between the two texts are a column of their own.
func gutterArea(in []*Ink, known []float64, running []runner) (Area, bool) {
	plain, signs := withoutSigns(in)
	strips, _ := looseStrips(plain)
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
			return guess(strips[i:i+1+n], gutters(from, to, signs), true), true
		}
	}
	if len(known) != 3 && len(known) != 4 {
		return Area{}, false
	}
	for len(strips) > 0 && slices.ContainsFunc(running, strips[0].runs) {
		strips = strips[1:]
	}
	for skip := range min(3, len(strips)) {
		width := drift * strips[skip].Size
		n, from, to := follow(strips[skip:], known[1]-width, known[len(known)-2]+width)
		if n >= 3 && 5*n >= 3*(len(strips)-skip) || n == 2 && len(strips)-skip <= 3 && bothSides(strips[skip:skip+n], (from+to)/2) {
			if len(known) == 4 && len(gutters(from, to, signs)) == 1 { // the column goes on without a sign
				return guess(strips[skip:skip+n], known[1:3], false), true
			}
			return guess(strips[skip:skip+n], gutters(from, to, signs), false), true
		}
	}
	return Area{}, false
}

// signsBetween stand between two texts that face each other.
const signsBetween = "→⇒➡➔⇨►▶▷⟶⟹←⇐⇦｝}】〉》≫＞↦"

// withoutSigns takes out the signs that may stand between two texts: with room on both sides in their line.
func withoutSigns(in []*Ink) (plain, signs []*Ink) {
	if !slices.ContainsFunc(in, isSign) {
		return in, nil
	}
	strips, _ := looseStrips(in)
	apart := map[*Ink]bool{}
	for i := range strips {
		s := &strips[i]
		for j, k := range s.Inks {
			free := narrowest * s.Size / 2
			if isSign(k) && (j == 0 || k.Box.X0-s.Inks[j-1].Box.X1 > free) && (j+1 == len(s.Inks) || s.Inks[j+1].Box.X0-k.Box.X1 > free) {
				apart[k] = true
			}
		}
	}
	for _, k := range in {
		if apart[k] {
			signs = append(signs, k)
		} else {
			plain = append(plain, k)
		}
	}
	return plain, signs
}

func isSign(k *Ink) bool { return k.Text != "" && strings.Contains(signsBetween, k.Text) }

// gutters are the places that part the columns: the middle of the free space, or both sides of the signs in it.
func gutters(from, to float64, signs []*Ink) []float64 {
	left, right := to, from
	for _, k := range signs {
		if k.Box.X0 > from && k.Box.X1 < to {
			left, right = min(left, k.Box.X0), max(right, k.Box.X1)
		}
	}
	if left > right {
		return []float64{(from + to) / 2}
	}
	return []float64{(from + left) / 2, (right + to) / 2}
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

// bothSides reports whether a line has letters on both sides of x: a table's last lines alone on a page, and no two lines of a letter's end.
func bothSides(strips []Strip, x float64) bool {
	return slices.ContainsFunc(strips, func(s Strip) bool { return s.Box.X0 < x && s.Box.X1 > x })
}

// guess is the area of lines around a gutter, closed on all sides; a header is a row of its own.
func guess(strips []Strip, gutters []float64, header bool) Area {
	var box corpus.Box
	for i := range strips {
		box = box.Union(strips[i].Box)
	}
	positions := []float64{box.Y0 - 0.5, box.Y1 + 0.5}
	if header {
		positions = slices.Insert(positions, 1, (strips[0].Box.Y1+strips[1].Box.Y0)/2)
	}
	a := Area{Xs: slices.Concat([]float64{box.X0 - 0.5}, gutters, []float64{box.X1 + 0.5}), Ys: positions, OpenTop: !header, OpenBottom: true, Guess: true}
	a.Box = corpus.Box{X0: a.Xs[0], Y0: a.Ys[0], X1: a.Xs[len(a.Xs)-1], Y1: a.Ys[len(a.Ys)-1]}
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
