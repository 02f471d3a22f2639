package pdf

import (
	"math"

	"shinkyu/corpus"
)

// matrix is PDF's [a b c d e f]: x' = ax + cy + e, y' = bx + dy + f.
type matrix [6]float64

var identityMatrix = matrix{1, 0, 0, 1, 0, 0}

// then is the matrix that applies m first and n after it (PDF writes this m × n).
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// shifted moves the origin by (x, y) in m's own space.
func (m matrix) shifted(x, y float64) matrix {
	m[4], m[5] = m.at(x, y)
	return m
}

// at is where m puts the point (x, y).
func (m matrix) at(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// box is the upright box around the image of the rectangle.
func (m matrix) box(x0, y0, x1, y1 float64) corpus.Box {
	b := emptyBox
	for _, p := range [4][2]float64{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}} {
		x, y := m.at(p[0], p[1])
		b = grow(b, x, y)
	}
	return b
}

// scale is the mean factor by which m stretches lengths.
func (m matrix) scale() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }

// finite reports whether every number is one that further arithmetic survives.
func (m matrix) finite() bool {
	for _, v := range m {
		if !(math.Abs(v) < 1e9) { // NaN fails too
			return false
		}
	}
	return true
}

var emptyBox = corpus.Box{X0: math.Inf(1), Y0: math.Inf(1), X1: math.Inf(-1), Y1: math.Inf(-1)}

func grow(b corpus.Box, x, y float64) corpus.Box {
	return corpus.Box{X0: min(b.X0, x), Y0: min(b.Y0, y), X1: max(b.X1, x), Y1: max(b.Y1, y)}
}

// joined is the box around both; emptyBox adds nothing.
func joined(a, b corpus.Box) corpus.Box {
	return corpus.Box{X0: min(a.X0, b.X0), Y0: min(a.Y0, b.Y0), X1: max(a.X1, b.X1), Y1: max(a.Y1, b.Y1)}
}

// meet is the common part; ok is false when the boxes do not touch.
func meet(a, b corpus.Box) (c corpus.Box, ok bool) {
	c = corpus.Box{X0: max(a.X0, b.X0), Y0: max(a.Y0, b.Y0), X1: min(a.X1, b.X1), Y1: min(a.Y1, b.Y1)}
	return c, c.X0 <= c.X1 && c.Y0 <= c.Y1
}

func covers(b corpus.Box, x, y float64) bool { return b.X0 <= x && x <= b.X1 && b.Y0 <= y && y <= b.Y1 }

// angle is the direction of a line written through m, 0 for one that is upright.
func (m matrix) angle() float64 {
	if m[1] != 0 || m[0] < 0 {
		return math.Atan2(m[1], m[0])
	}
	return 0
}
