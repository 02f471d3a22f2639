package columns

// Streams: the lines of each side over all rows and pages, with the origin of every line.

import (
	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
)

// streams reads the section's rows. table is its index in the comparison.
func (s *section) streams(table int) [2][]clause.Line {
	var out [2][]clause.Line
	for side, n := range s.lines() {
		out[side] = make([]clause.Line, 0, n)
	}
	s.twice = map[int]int{}
	s.down = s.upright()
	for i, r := range s.rows {
		if r.loose != nil {
			s.assign(r.loose, table, i, s.following(i), &out)
			continue
		}
		size, tall := s.sizes(r), s.tallest(r)
		for side := range out {
			done := 0
			for k := range r.cells {
				c := &r.cells[k]
				if !s.holds(c, side) {
					continue
				}
				for j := range c.Lines {
					l := &c.Lines[j]
					n := corpus.Shown(l.Text.S)
					if n == 0 {
						continue
					}
					if l.Taken && l.Page > 0 {
						s.twice[l.Page] += n
					}
					l.Taken = true
					ruled := done == 0 && r.ruled && follows(out[side], l.Page)
					out[side] = append(out[side], clause.Line{Line: s.settled(l), Ruled: ruled, Origin: corpus.Origin{
						Table: table, Row: i, Page: l.Page, Box: l.Box, Start: s.offset(r, l, tall, done, size)}})
					done += n
				}
			}
		}
		for k := range r.cells {
			c := &r.cells[k]
			if reason := s.reason(c); reason != "" && !s.holds(c, 0) && !s.holds(c, 1) {
				s.leftover = append(s.leftover, texts(r.cells[k:k+1], reason)...)
			}
		}
	}
	return out
}

// lines counts the lines of each side, those of lost pages for either.
func (s *section) lines() (n [2]int) {
	for _, r := range s.rows {
		for side := range n {
			if r.loose != nil {
				n[side] += len(r.loose.Lines)
			}
			for i := range r.cells {
				if c := &r.cells[i]; s.holds(c, side) {
					n[side] += len(c.Lines)
				}
			}
		}
	}
	return n
}

// follows reports whether the last line stands on the same page: the rule above the first row of a page may only close the page.
func follows(lines []clause.Line, page int) bool {
	return page > 0 && len(lines) > 0 && lines[len(lines)-1].Page == page
}

// holds reports whether a cell is text of a side. A cell over both sides is text of both.
func (s *section) holds(c *grid.Cell, side int) bool {
	span := s.sides[side]
	return c.Col < span[1] && c.Col+max(c.ColSpan, 1) > span[0]
}

// reason is why a cell is no text: it is a note about the row, or names it; "" if another stage accounts for it.
func (s *section) reason(c *grid.Cell) string {
	for _, h := range s.heads {
		if c.Col < h.from || c.Col >= h.to {
			continue
		}
		switch h.role {
		case key:
			return "key"
		case elsewhere:
			return ""
		}
	}
	if s.stage > 0 {
		return ""
	}
	return "annotation"
}

// tallest is the height of a row in lines, 0 if a cell with text does not say how tall it is.
func (s *section) tallest(r row) float64 {
	tall := 0.0
	for _, c := range r.cells {
		if c.Tall == 0 && len(c.Lines) > 0 {
			return 0
		}
		tall = max(tall, c.Tall)
	}
	return tall
}

// sizes is the length of the longer side of a row, in characters.
func (s *section) sizes(r row) int {
	most := 1
	for side := range 2 {
		n := 0
		for i := range r.cells {
			if c := &r.cells[i]; s.holds(c, side) {
				for j := range c.Lines {
					n += corpus.Shown(c.Lines[j].Text.S)
				}
			}
		}
		most = max(most, n)
	}
	return most
}

// offset is where a line starts in its row, from 0 to 1: by its place on the page, by the lines above it in a row
// as tall as its tallest cell, else by the text before it.
func (s *section) offset(r row, l *grid.Line, tall float64, done, size int) float64 {
	if tall > 0 {
		return min(l.Down/tall, 1)
	}
	if !l.Box.IsZero() && !r.box.IsZero() {
		at, of := l.Box.Y0-r.box.Y0, r.box.Y1-r.box.Y0
		if s.down {
			at, of = r.box.X1-l.Box.X1, r.box.X1-r.box.X0
		}
		if of > 0 {
			return min(max(at/of, 0), 1)
		}
	}
	return min(float64(done)/float64(size), 1)
}

// upright reports whether the lines run down the page, so that rows run from right to left. Many vertical tables are
// stored on their side: then their lines lie in the page's coordinates and rows run down as in any other table.
func (s *section) upright() bool {
	if !s.vertical {
		return false
	}
	n := 0
	for _, r := range s.rows {
		for _, c := range r.cells {
			for _, l := range c.Lines {
				if w, h := l.Box.X1-l.Box.X0, l.Box.Y1-l.Box.Y0; h > 2*w {
					n++
				} else if w > 2*h {
					n--
				}
			}
		}
	}
	return n > 0
}

// following are the first lines of each side behind row i, until the next lost page.
func (s *section) following(i int) (lines [2][]string) {
	for _, r := range s.rows[i+1:] {
		if r.loose != nil {
			break
		}
		for side := range lines {
			for k := range r.cells {
				c := &r.cells[k]
				if !s.holds(c, side) {
					continue
				}
				for _, l := range c.Lines {
					if corpus.Shown(l.Text.S) != 0 && len(lines[side]) < lookAhead {
						lines[side] = append(lines[side], l.Text.S)
					}
				}
			}
		}
		if len(lines[0]) == lookAhead && len(lines[1]) == lookAhead {
			break
		}
	}
	return lines
}
