package scan

// Where the characters of a line are. The neural reader tells which characters a line has, and their places only roughly: half
// an em off is usual. The ink tells places exactly, but not which piece belongs to which character: い is two pieces, 示 may be
// three, two letters may touch. So characters are fitted to the pieces of ink in order, by dynamic programming: each takes
// neighbouring pieces that together are as wide as such a character is, near to where the reader saw it.

import (
	"image"
	"math"
	"strings"
)

// piece is ink between two blank places, along a line.
type piece struct{ from, to float64 }

// extent of a character's ink in ems: the widest that is right, and the usual.
func extentOf(s string) (most, usual float64) {
	switch {
	case !full(s):
		return .75, .45
	case strings.ContainsAny(s, "、。，．・：；’‘”“゛゜"):
		return .5, .25
	case strings.ContainsAny(s, "（）「」『』［］〔〕｛｝〈〉《》【】"):
		return .6, .3
	case strings.ContainsAny(s, "ーー―一二三"):
		return 1.05, .85
	}
	return 1.08, .85
}

const (
	perPieces = 5  // that one character takes at most
	skipPiece = .5 // cost of ink that is no character's, and as much again for each half em of it
	noInk     = 3  // cost of a character without ink
)

// pieces of the band of a line, in pixels along it.
func (b *bitmap) pieces(r image.Rectangle, vertical bool, em float64) (out []piece) {
	r = r.Intersect(b.all())
	low, high := r.Min.X, r.Max.X
	if vertical {
		low, high = r.Min.Y, r.Max.Y
	}
	start := -1
	for i := low; i <= high; i++ {
		ink := false
		if i < high {
			if vertical {
				ink = b.count(image.Rect(r.Min.X, i, r.Max.X, i+1)) > 0
			} else {
				ink = b.count(image.Rect(i, r.Min.Y, i+1, r.Max.Y)) > 0
			}
		}
		switch {
		case ink && start < 0:
			start = i
		case !ink && start >= 0:
			out = append(out, split(piece{float64(start), float64(i)}, em)...)
			start = -1
		}
	}
	return out
}

// split parts ink that is too long for one character into as many as it must be.
func split(p piece, em float64) []piece {
	n := int(math.Round((p.to - p.from) / em))
	if p.to-p.from < 1.2*em || n < 2 {
		return []piece{p}
	}
	out := make([]piece, n)
	step := (p.to - p.from) / float64(n)
	for i := range out {
		out[i] = piece{p.from + float64(i)*step, p.from + float64(i+1)*step}
	}
	return out
}

// fit gives each character of a line its ink; from == to for one without any, at its likely place.
func fit(characters []character, rough []piece, ink []piece, em float64) []piece {
	n, m := len(characters), len(ink)
	const never = math.MaxFloat64 / 4
	cost := make([][]float64, n+1)
	from := make([][]int, n+1) // pieces taken at the step; -1: this piece was skipped
	for i := range cost {
		cost[i], from[i] = make([]float64, m+1), make([]int, m+1)
		for j := range cost[i] {
			cost[i][j] = never
		}
	}
	cost[0][0] = 0
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			c := cost[i][j]
			if c >= never {
				continue
			}
			if j < m {
				if skip := c + skipPiece*(1+2*(ink[j].to-ink[j].from)/em); skip < cost[i][j+1] {
					cost[i][j+1], from[i][j+1] = skip, -1
				}
			}
			if i == n {
				continue
			}
			if c+noInk < cost[i+1][j] {
				cost[i+1][j], from[i+1][j] = c+noInk, 0
			}
			most, usual := extentOf(characters[i].text)
			for k := 1; k <= perPieces && j+k <= m; k++ {
				first, last := ink[j], ink[j+k-1]
				wide := (last.to - first.from) / em
				if wide > most+.5 {
					break
				}
				over, off := max(0, wide-most), (wide-usual)/usual
				away := min(2, math.Abs(first.from+last.to-rough[i].from-rough[i].to)/2/em)
				add := 8*over + .25*min(1, off*off) + .08*away*away
				if k > 1 {
					if gap := (ink[j+k-1].from - ink[j+k-2].to) / em; gap > .35 {
						add += 2 * gap
					}
				}
				if c+add < cost[i+1][j+k] {
					cost[i+1][j+k], from[i+1][j+k] = c+add, k
				}
			}
		}
	}
	out := make([]piece, n)
	for i, j := n, m; i > 0 || j > 0; {
		switch k := from[i][j]; {
		case k < 0:
			j--
		case i == 0:
			return out
		case k == 0:
			i--
			middle := (rough[i].from + rough[i].to) / 2
			out[i] = piece{middle, middle}
		default:
			i--
			out[i] = piece{ink[j-k].from, ink[j-1].to}
			j -= k
		}
	}
	return out
}
