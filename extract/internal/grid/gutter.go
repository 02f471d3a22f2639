package grid

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	headwords "shinkyu/extract/internal/sides"
)

// A table without rules is two texts side by side under a header word each. It is believed only on the header's word: any
// letter with a block of addresses has a gutter somewhere. From the header line down, the gutter is what all lines leave
// free; the first line that crosses it ends the table. Pages that follow need no header, only the same gutter.

var headerWord = lazy.MustCompile(`^[（(【［\[]?(?:.{0,8}(?:改正|改定|改訂|変更|修正|見直し)(?:後|案|前)|現行.{0,6}|新|旧|原案|.{1,8}案)[）)】］\]]?$`)

const (
	narrowest = 0.8 // ems: a gutter narrower than this is not seen
	drift     = 2.0 // ems by which a gutter may lie elsewhere on the next page
)

// gutterArea finds a table without rules among a page's inks, if it has no other. last is the table that the page before ended with: one
// without rules needs no header to go on. Arrows and brackets between the two texts are a column of their own, and so are the numbers and
// remarks beside them that the header names. height is the page's.
func gutterArea(in []*Ink, last *Area, height float64) (Area, bool) {
	plain, signs := withoutSigns(in)
	strips, _ := looseStrips(plain)
	strips = numberless(strips, height)
	for i := range strips {
		s, from, to := storeys(strips, i)
		for _, h := range headings(s) {
			gaps := make([]gap, len(h.starts))
			for k, j := range h.starts {
				gaps[k] = gap{s.Inks[j-1].Box.X1, s.Inks[j].Box.X0}
			}
			gaps, main, n := followAll(strips[to:], gaps, nil, h.main)
			n = notes(strips[to:], n, gaps[main].middle())
			if n < 2 || !facing(append([]Strip{*s}, strips[to:to+n]...), gaps[main].middle()) {
				continue
			}
			gaps[main] = around(gaps[main], signs)
			return guess(strips[from:to+n], gaps, main, to-from), true
		}
	}
	if last == nil || !last.Guess {
		return Area{}, false
	}
	for len(strips) > 0 && slices.ContainsFunc(last.running, strips[0].runs) {
		strips = strips[1:]
	}
	for skip := range min(3, len(strips)) {
		width := drift * strips[skip].Size
		var gaps []gap
		for _, g := range last.gutters {
			gaps = append(gaps, gap{g.from - width, g.to + width})
		}
		gaps, main, n := followAll(strips[skip:], gaps, last.gutters, last.main)
		n = notes(strips[skip:], n, gaps[main].middle())
		if n >= 3 && 5*n >= 3*(len(strips)-skip) || n == 2 && len(strips)-skip <= 3 && bothSides(strips[skip:skip+n], gaps[main].middle()) {
			old := last.gutters[last.main]
			if gaps[main] = around(gaps[main], signs); old.to > old.from && gaps[main].to == gaps[main].from { // the column goes on without a sign
				gaps[main] = old
			}
			return guess(strips[skip:skip+n], gaps, main, 0), true
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

// around are the places in a free space that part the columns: its middle, or both sides of the signs in it.
func around(g gap, signs []*Ink) gap {
	left, right := g.to, g.from
	for _, k := range signs {
		if k.Box.X0 > g.from && k.Box.X1 < g.to {
			left, right = min(left, k.Box.X0), max(right, k.Box.X1)
		}
	}
	if left > right {
		return gap{g.middle(), g.middle()}
	}
	return gap{(g.from + left) / 2, (right + g.to) / 2}
}

// numberless leaves out a page number below everything: it may stand in the middle of a column.
func numberless(strips []Strip, height float64) []Strip {
	n := len(strips)
	if n < 2 {
		return strips
	}
	s := &strips[n-1]
	if s.Axis > (1-marginShare)*height && s.Axis-strips[n-2].Axis > 1.5*s.Size && pageNumber.MatchString(squeeze(s.text().S)) {
		return strips[:n-1]
	}
	return strips
}

// storeys is line i with those that stand half a line higher or lower: words of a header broken in their narrow cells. It is made of the
// lines from and below to.
func storeys(strips []Strip, i int) (s *Strip, from, to int) {
	from, to = i, i+1
	near := func(k int) bool {
		return abs(strips[k].Axis-strips[i].Axis) < strips[i].Size && len(strips[k].Inks) < len(strips[i].Inks)
	}
	if i > 0 && near(i-1) {
		from--
	}
	if to < len(strips) && near(to) {
		to++
	}
	if to-from == 1 {
		return &strips[i], from, to
	}
	s = &Strip{}
	for k := from; k < to; k++ {
		s.Inks = append(s.Inks, strips[k].Inks...)
	}
	s.settle()
	return s, from, to
}

// heading is a line of header words, cut where its columns part.
type heading struct {
	starts []int // the first ink of each column but the first
	main   int   // which of them stands between the new and the old text
}

const longestHeading = 60 // characters

// headings are the ways to read a line as header words: two different ones, and beside them those of numbers and remarks. The one with the
// most columns comes first.
func headings(s *Strip) (out []heading) {
	if len(s.Inks) > longestHeading {
		return nil
	}
	word := func(from, to int) string {
		var b strings.Builder
		for _, k := range s.Inks[from:to] {
			b.WriteString(k.Text)
		}
		return squeeze(b.String())
	}
	var gaps []int
	for j := 1; j < len(s.Inks); j++ {
		if s.Inks[j].Box.X0-s.Inks[j-1].Box.X1 >= narrowest*s.Size {
			gaps = append(gaps, j)
		}
	}
	aside := func(w string) bool { return headwords.Key(w) || headwords.Note(w) }
	var cut func(from, to int, left, right []int)
	cut = func(from, to int, left, right []int) {
		for i := len(gaps) - 1; i >= 0; i-- {
			if j := gaps[i]; j > from && j < to && len(right) == 0 && aside(word(from, j)) {
				cut(j, to, append(left[:len(left):len(left)], j), right)
			}
		}
		for _, j := range gaps {
			if j > from && j < to && aside(word(j, to)) {
				cut(from, j, left, append([]int{j}, right...))
			}
		}
		for _, j := range gaps {
			if j <= from || j >= to {
				continue
			}
			if a, b := word(from, j), word(j, to); a != b && headerWord.MatchString(a) && headerWord.MatchString(b) {
				out = append(out, heading{slices.Concat(left, []int{j}, right), len(left)})
			}
		}
	}
	cut(0, len(s.Inks), nil, nil)
	return out
}

// gap is a space along a line.
type gap struct{ from, to float64 }

func (g gap) middle() float64 { return (g.from + g.to) / 2 }

// followAll follows several gutters at once, of which main parts the two texts, and counts the lines of the table. A gutter beside the texts
// ends the table if it ends a little sooner; one that many lines cross is none, or stands where it is known to.
func followAll(strips []Strip, gaps, known []gap, main int) (kept []gap, at, n int) {
	n, _ = follow(strips, gaps[main])
	all, none := n, make([]bool, len(gaps))
	for i, g := range gaps {
		if k, _ := follow(strips[:all], g); 5*k >= 4*all {
			n = min(n, k)
		} else {
			none[i] = true
		}
	}
	for i, g := range gaps {
		if i == main {
			at = len(kept)
		}
		switch {
		case !none[i]:
			_, g = follow(strips[:n], g)
			kept = append(kept, g)
		case known != nil:
			kept = append(kept, known[i])
		}
	}
	return kept, at, n
}

// follow counts the lines that leave some part of a gap free, and narrows it to the widest that all of them do. A comma or full stop may hang
// in it behind a full line (ぶら下げ): where it would end the table, and the next line does not, it takes no room.
func follow(strips []Strip, g gap) (n int, free gap) {
	left := []gap{g}
	for i := range strips {
		next := freeOf(&strips[i], left, false)
		if len(next) == 0 {
			next = freeOf(&strips[i], left, true)
			if i+1 < len(strips) && len(freeOf(&strips[i+1], next, true)) == 0 {
				next = nil
			}
		}
		if len(next) == 0 {
			break
		}
		left, n = next, n+1
	}
	return n, slices.MaxFunc(left, func(a, b gap) int { return compare(a.to-a.from, b.to-b.from, 0, 0) })
}

// freeOf are the parts of gaps that a line leaves free; hanging points take no room if told so.
func freeOf(s *Strip, gaps []gap, hanging bool) (free []gap) {
	for _, g := range gaps {
		at := g.from
		room := func(to float64) {
			if to-at >= narrowest*s.Size {
				free = append(free, gap{at, to})
			}
		}
		for j := range s.Inks {
			if hanging && strings.ContainsRune("、。，．", lastRune(s.Inks[j].Text)) {
				continue
			}
			a, b := s.cell(j) // the empty half of a bracket is free
			room(min(a, g.to))
			at = max(at, b)
		}
		room(g.to)
	}
	return free
}

var noteRE = lazy.MustCompile(`^[（(［\[【〔]?(?:注|※|＊|\*|備考|出典|参考)`)

// notes gives the number of a table's lines without what is set directly below it: a note of the page that starts left of all that stands in
// the table and faces nothing. One that does not begin as notes do stands clearly to the left, and further down than lines do. x is where the texts part.
func notes(strips []Strip, n int, x float64) int {
	const (
		fewest, out         = 3, 0.15 // lines of the table before; ems
		fewestBare, outBare = 6, 0.3
		apart               = 1.4 // usual distances of lines
	)
	edge := make([]float64, n+1)
	edge[0] = x
	var steps []float64
	for i := range n {
		edge[i+1] = min(edge[i], strips[i].Box.X0)
		if i > 0 {
			steps = append(steps, strips[i].Axis-strips[i-1].Axis)
		}
	}
	usual := middleOf(steps)
	for i := n - 1; i >= fewest && strips[i].Box.X1 < x; i-- {
		s := &strips[i]
		left := (edge[i] - s.Box.X0) / s.Size // an opening bracket stands where its line begins, its empty half included
		if left > out && noteRE.MatchString(squeeze(s.text().S)) || left > outBare && i >= fewestBare && s.Axis-strips[i-1].Axis > apart*usual {
			return i
		}
	}
	return n
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

// guess is the area of lines around gutters, of which main parts the texts, closed on all sides; the header's lines are a row of their own.
func guess(strips []Strip, gutters []gap, main, header int) Area {
	var box corpus.Box
	for i := range strips {
		box = box.Union(strips[i].Box)
	}
	positions := []float64{box.Y0 - 0.5, box.Y1 + 0.5}
	if header > 0 {
		positions = slices.Insert(positions, 1, (strips[header-1].Box.Y1+strips[header].Box.Y0)/2)
	}
	a := Area{Ys: positions, OpenTop: header == 0, OpenBottom: true, Guess: true, main: main}
	for i, g := range gutters {
		if i != main || g.from == g.to {
			g = gap{g.middle(), g.middle()}
			a.Xs = append(a.Xs, g.from)
		} else {
			a.Xs = append(a.Xs, g.from, g.to)
		}
		a.gutters = append(a.gutters, g)
	}
	left, right := min(box.X0, a.Xs[0])-0.5, max(box.X1, a.Xs[len(a.Xs)-1])+0.5
	a.Xs = slices.Concat([]float64{left}, a.Xs, []float64{right})
	a.Box = corpus.Box{X0: left, Y0: positions[0], X1: right, Y1: positions[len(positions)-1]}
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

// middleOf is the median of distances, 0 of none.
func middleOf(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	values = slices.Sorted(slices.Values(values))
	return values[len(values)/2]
}
