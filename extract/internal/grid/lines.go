package grid

import (
	"slices"

	"shinkyu/corpus"
)

// Inks become printed lines. Lines are found per cell, after the rules have cut the page: two columns at slightly different
// heights would otherwise be woven into each other, which is what text-flow extractors do to these tables.
//
// Full-size inks are grouped by their axis; small ones are then offered to those lines: beside the letters they are
// superscripts or small print of the line, above the letters they are ruby, else a line of their own.

// Strip is one printed line in the frame, still as inks.
type Strip struct {
	Inks []*Ink // along the line
	Axis float64
	Size float64 // of most of its inks
	Box  corpus.Box
	nest int // table inside its cell, from 1; 0 none

	printed *corpus.Text // its text, once the inks are let go of
	end     rune         // its last character, likewise
}

// release keeps the line's text and lets go of its inks, of which there are as many as letters on the page.
func (s *Strip) release() {
	text, end := s.text(), s.last()
	s.printed, s.end, s.Inks = &text, end, nil
}

// last is the last character.
func (s *Strip) last() rune {
	if s.printed != nil || len(s.Inks) == 0 {
		return s.end
	}
	return lastRune(s.Inks[len(s.Inks)-1].Text)
}

const (
	sameAxis  = 0.33 // ems by which axes of one line differ at most
	smallSize = 0.72 // of the region's usual size; smaller inks are ruby, superscripts or notes
)

// stripsOf sorts a region's inks into lines, top to bottom, and returns the ruby apart.
func stripsOf(in []*Ink) (strips []Strip, ruby []*Ink) {
	usual := usualSize(in)
	large, small := in, []*Ink(nil)
	if slices.ContainsFunc(in, func(k *Ink) bool { return k.Size < smallSize*usual }) {
		large = make([]*Ink, 0, len(in))
		for _, k := range in {
			if k.Size < smallSize*usual {
				small = append(small, k)
			} else {
				large = append(large, k)
			}
		}
	}
	strips = cluster(large)
	var own []*Ink
	for _, k := range small {
		switch i, over := host(strips, k); {
		case over:
			ruby = append(ruby, k)
		case i >= 0:
			strips[i].Inks = append(strips[i].Inks, k)
		default:
			own = append(own, k)
		}
	}
	strips = append(strips, cluster(own)...)
	for i := range strips {
		strips[i].settle()
	}
	slices.SortStableFunc(strips, func(a, b Strip) int { return compare(a.Axis, b.Axis, a.Box.X0, b.Box.X0) })
	slices.SortStableFunc(ruby, func(a, b *Ink) int { return a.order - b.order })
	return strips, ruby
}

// cluster groups inks whose axes agree.
func cluster(in []*Ink) []Strip {
	in = slices.Clone(in)
	slices.SortStableFunc(in, func(a, b *Ink) int { return compare(a.Axis, b.Axis, a.Box.X0, b.Box.X0) })
	var out []Strip
	first := 0 // of the last line
	for i, k := range in {
		if n := len(out) - 1; n >= 0 && k.Axis-out[n].Axis <= sameAxis*min(k.Size, out[n].Size) {
			out[n].Inks = in[first : i+1 : i+1]
			out[n].Box = out[n].Box.Union(k.Box)
			continue
		}
		first = i
		out = append(out, Strip{Inks: in[i : i+1 : i+1], Axis: k.Axis, Size: k.Size, Box: k.Box})
	}
	return out
}

// settle puts the inks in order along the line and measures it.
func (s *Strip) settle() {
	slices.SortStableFunc(s.Inks, func(a, b *Ink) int {
		if abs(a.Box.X0-b.Box.X0) < 0.05*s.Size {
			return a.order - b.order
		}
		return compare(a.Box.X0, b.Box.X0, 0, 0)
	})
	s.Box = corpus.Box{}
	for _, k := range s.Inks {
		s.Box = s.Box.Union(k.Box)
	}
	s.Size = usualSize(s.Inks)
	if !slices.ContainsFunc(s.Inks, func(k *Ink) bool { return k.Axis != s.Inks[0].Axis }) {
		s.Axis = s.Inks[0].Axis
		return
	}
	axes := make([]float64, 0, len(s.Inks))
	for _, k := range s.Inks {
		if k.Size >= smallSize*s.Size {
			axes = append(axes, k.Axis)
		}
	}
	slices.Sort(axes)
	s.Axis = axes[len(axes)/2]
}

// host finds the line a small ink belongs to: the line's index if it stands in a free place of it, over if it stands above
// the letters of one (ruby). The index is -1 if there is none.
func host(strips []Strip, k *Ink) (index int, over bool) {
	index = -1
	middle := (k.Box.Y0 + k.Box.Y1) / 2
	for i := range strips {
		s := &strips[i]
		taken := s.covers(k.Box)
		switch {
		case middle > s.Box.Y0-0.25*s.Size && middle < s.Box.Y1+0.25*s.Size && taken < 0.4 && s.near(k.Box):
			index = i
		case taken >= 0.4 && k.Box.Y1 < s.Box.Y0+0.5*s.Size && k.Box.Y1 > s.Box.Y0-0.5*s.Size:
			return i, true
		}
	}
	return index, false
}

// covers is the share of b's length that the line's letters already occupy.
func (s *Strip) covers(b corpus.Box) float64 {
	sum := 0.0
	for _, k := range s.Inks {
		sum += max(0, min(k.Box.X1, b.X1)-max(k.Box.X0, b.X0))
	}
	return sum / max(b.X1-b.X0, 0.01)
}

// near reports whether b stands within or next to the line's extent.
func (s *Strip) near(b corpus.Box) bool { return b.X0 < s.Box.X1+2*s.Size && b.X1 > s.Box.X0-2*s.Size }

// usualSize is the size that most inks have.
func usualSize(in []*Ink) float64 {
	step := func(k *Ink) int { return int(k.Size*4 + 0.5) }
	if len(in) > 0 && !slices.ContainsFunc(in, func(k *Ink) bool { return step(k) != step(in[0]) }) {
		return max(float64(step(in[0]))/4, 0.25)
	}
	count := map[int]int{}
	best := 0
	for _, k := range in {
		q := step(k)
		count[q]++
		if count[q] > count[best] || (count[q] == count[best] && q > best) {
			best = q
		}
	}
	return max(float64(best)/4, 0.25)
}
