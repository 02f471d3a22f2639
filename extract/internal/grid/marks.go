package grid

import (
	"slices"

	"shinkyu/corpus"
)

// Marks go to letters by length along the line: a letter carries a mark when the line runs under more than half of its cell.
// Boxes as wide as the font's full em would catch the neighbour of every half-width bracket, so the cell is cut tight.

// Marking is an official mark on some inks of one line.
type Marking struct {
	Kind  corpus.MarkKind
	Box   corpus.Box // of the mark itself, in the frame
	Text  string     // marked letters, for reading
	inks  []*Ink
	strip *Strip
}

// Inks are what the mark covers, in the order of the line.
func (m *Marking) Inks() []*Ink { return m.inks }

const (
	marked   = 0.5  // share of a letter's cell
	doubleAt = 0.35 // ems between the two lines of a double one, at most
)

// mark finds which letters each mark of the page is on, and records it in their strips.
func mark(t *PageTrace) []Marking {
	var all []*Strip
	t.strips(func(s *Strip) { all = append(all, s) })
	slices.SortStableFunc(all, func(a, b *Strip) int { return compare(a.Axis, b.Axis, a.Box.X0, b.Box.X0) })
	var out []Marking
	beside := besides(t.Edges)
	for i := range t.Edges {
		e := &t.Edges[i]
		if e.Class != Underline && e.Class != Strike {
			continue
		}
		owners, off := carriers(all, e, t.Frame)
		if j := beside[i]; j >= 0 { // the outer line of a double one may be nearer to the next line of text
			if other, o := carriers(all, &t.Edges[j], t.Frame); o < off && abs(e.Pos-t.Edges[j].Pos) <= doubleAt*other[0].Size {
				owners = other
			}
		}
		for _, s := range owners {
			m := Marking{Kind: corpus.MarkUnderline, Box: e.Box(), strip: s}
			if e.Class == Strike {
				m.Kind = corpus.MarkStrike
			}
			for j := range s.Inks {
				from, to := s.cell(j)
				if min(to, e.To)-max(from, e.From) > marked*(to-from) {
					m.inks = append(m.inks, s.Inks[j])
					m.Text += s.Inks[j].Text
				}
			}
			if len(m.inks) > 0 {
				out = append(out, m)
			}
		}
	}
	out = append(double(out), boxes(t, all)...)
	for i := range out {
		for _, k := range out[i].inks {
			k.marks = append(k.marks, on{out[i].Kind, out[i].Box.X0, out[i].Box.X1})
		}
	}
	return out
}

// carriers are the lines whose letters an edge marks: those nearest to where such a mark is set. Pieces of one line are several, a line
// and its neighbour are not, however much the mark stands between them.
func carriers(all []*Strip, e *Edge, f Frame) (out []*Strip, best float64) {
	best, axis := 1.0, 0.0
	for pass := range 2 {
		for _, s := range all {
			if s.Axis < e.Pos-3*s.Size || s.Axis > e.Pos+3*s.Size || s.overlap(e) <= 0 {
				continue
			}
			kind, off := zone(e.Pos, s.Axis, s.Size, f)
			if kind != e.Class {
				continue
			}
			if pass == 0 {
				if off < best {
					best, axis = off, s.Axis
				}
			} else if off <= best+0.15 && abs(s.Axis-axis) < 0.5*s.Size {
				out = append(out, s)
			}
		}
	}
	return out, best
}

// besides finds for each underline the one that runs beside it over the same length, -1 if there is none.
func besides(edges []Edge) []int {
	const apart, ends = 5.0, 1.0 // points
	out := make([]int, len(edges))
	var order []int
	for i := range edges {
		if out[i] = -1; edges[i].Class == Underline {
			order = append(order, i)
		}
	}
	if len(order) > mostBorders { // a drawing
		return out
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(edges[a].From, edges[b].From, edges[a].Pos, edges[b].Pos) })
	for n, i := range order {
		for _, j := range order[n+1:] {
			if edges[j].From > edges[i].From+ends {
				break
			}
			if d := abs(edges[i].Pos - edges[j].Pos); d > 0 && d <= apart && abs(edges[i].To-edges[j].To) <= ends {
				out[i], out[j] = j, i
			}
		}
	}
	return out
}

// overlap is how much of the edge runs along the line's letters.
func (s *Strip) overlap(e *Edge) float64 {
	sum := 0.0
	if e.To < s.Box.X0 || e.From > s.Box.X1 {
		return sum
	}
	for i := range s.Inks {
		from, to := s.cell(i)
		sum += max(0, min(to, e.To)-max(from, e.From))
	}
	return sum
}

func opens(r rune) bool {
	switch r {
	case '（', '「', '『', '［', '〔', '｛', '〈', '《', '【':
		return true
	}
	return false
}

func closes(r rune) bool {
	switch r {
	case '）', '」', '』', '］', '〕', '｝', '〉', '》', '】', '、', '。', '，', '．':
		return true
	}
	return false
}

// cell is the extent of an ink along its line: its advance, but not beyond where the next begins. Of full-width brackets and
// stops it is the half that has the shape: typesetters cut the empty half, and the mark with it.
func (s *Strip) cell(i int) (from, to float64) {
	k := s.Inks[i]
	from, to = k.Box.X0, k.Box.X1
	if half := (to - from) / 2; half > 0.35*k.Size {
		switch r := lastRune(k.Text); {
		case opens(r):
			return from + half, to
		case closes(r):
			to -= half
		}
	}
	if i+1 < len(s.Inks) {
		to = min(to, max(s.Inks[i+1].Box.X0, from+0.25*k.Size))
	}
	return from, to
}

// double turns underlines that run in parallel on the same letters into double ones.
func double(in []Marking) []Marking {
	gone := make([]bool, len(in))
	for i := range in {
		for j := i + 1; j < len(in); j++ {
			a, b := &in[i], &in[j]
			if gone[i] || gone[j] || a.strip != b.strip || a.Kind != corpus.MarkUnderline || b.Kind != corpus.MarkUnderline {
				continue
			}
			apart := abs((a.Box.Y0+a.Box.Y1)/2 - (b.Box.Y0+b.Box.Y1)/2)
			over := min(a.Box.X1, b.Box.X1) - max(a.Box.X0, b.Box.X0)
			if over < 0.8*max(a.Box.X1-a.Box.X0, b.Box.X1-b.Box.X0) || apart > doubleAt*a.strip.Size {
				continue
			}
			gone[j] = true
			if apart > 0.5 {
				a.Kind = corpus.MarkDouble
			}
			a.Box = a.Box.Union(b.Box)
		}
	}
	var out []Marking
	for i := range in {
		if !gone[i] {
			out = append(out, in[i])
		}
	}
	return out
}
