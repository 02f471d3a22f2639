package grid

// Distances of lines in pages without any table: a whole rule as it was typeset. The edges are those of the text itself, over all pages,
// since a page says nowhere what its type area is. A single line that sticks out (a mark in the margin, a centred title that is too long)
// does not move an edge: two lines must meet there.

import (
	"slices"
	"strings"
)

// typeset is a line of text outside of tables, as it stands in its page's frame.
type typeset struct {
	*Strip
	vertical bool
}

// measureText gives the lines, which are those of strips, their indent, room and gap.
func measureText(lines []Line, strips []typeset) {
	for _, vertical := range []bool{false, true} {
		var from, to, leads []float64
		for i, s := range strips {
			if s.vertical != vertical {
				continue
			}
			from, to = append(from, s.Box.X0), append(to, -s.ends())
			if i > 0 && lines[i-1].Page == lines[i].Page && s.Axis > strips[i-1].Axis {
				leads = append(leads, s.Axis-strips[i-1].Axis)
			}
		}
		if len(from) < 2 {
			continue
		}
		slices.Sort(leads)
		left, right := supported(from), -supported(to)
		for i, s := range strips {
			if s.vertical != vertical || s.Size <= 0 {
				continue
			}
			lines[i].Indent = max(0, s.Box.X0-left) / s.Size
			lines[i].Room = max(0, right-s.ends()) / s.Size
			if i > 0 && lines[i-1].Page == lines[i].Page && len(leads) > 0 {
				lines[i].Gap = max(0, s.Axis-strips[i-1].Axis) / max(leads[len(leads)/2], 0.5*s.Size)
			}
		}
	}
}

// ends is where the line ends without half of a character that may hang over the edge.
func (s typeset) ends() float64 {
	if strings.ContainsRune(hanging, s.last()) {
		return s.Box.X1 - s.Size/2
	}
	return s.Box.X1
}

// supported is the smallest value that another one comes within two points of; the smallest of all if no two meet.
func supported(values []float64) float64 {
	slices.Sort(values)
	for i := range values[:len(values)-1] {
		if values[i+1]-values[i] <= 2 {
			return values[i]
		}
	}
	return values[0]
}
