package clause

// What the page says about the end and the start of a line.
//
// A line that leaves room ended because its author ended it, unless the next word could not be broken (a Latin word) or
// a character may not open a line (禁則). Where continuation lines begin is learned per style of label and for unlabelled
// paragraphs from the lines that certainly continue: a full line without a full stop at its end, nothing like a label
// on the next. A fixed hanging indent was rejected: notices hang labels by one, two or three ems.

import (
	"math"
	"slices"
	"strings"
)

const (
	fullRoom   = 1.0  // ems left free at the end of a full line, at most
	kinsoku    = 2.6  // ems a line may leave free because of characters that may not open or close a line
	unbroken   = 3.6  // ems a line may leave free before a word that is kept together
	sameIndent = 0.45 // ems within which two indents are one
)

func (l *Line) runes() []rune { return []rune(trim(l.Text).S) }

// full reports whether line a is full, seen with b, the line that follows.
func full(a, b *Line) bool {
	if a.Room < fullRoom {
		return true
	}
	t := trim(b.Text).S
	if t == "" {
		return false
	}
	r := []rune(t)
	if a.Room < kinsoku && (strings.ContainsRune("（(「『［[〔【", r[0]) || len(r) > 1 && strings.ContainsRune("、。，．,.）)」』］]〕】・ーゃゅょっャュョッ々", r[1])) {
		return true
	}
	width := 0.0
	for _, c := range r {
		if c > 0x7e || isSpace(c) {
			break
		}
		width += 0.64 // as wide as figures are in the widest usual faces
	}
	return width > 1.1 && a.Room < width+fullRoom && a.Room < 16
}

// hangs are learned distances between the first line of a paragraph and the lines after it, by style of label.
type hangs map[*style][]float64

// learn looks at neighbours of which the second certainly continues the first. each is every line as a paragraph of its own.
func learn(lines []Line, each []*paragraph) hangs {
	h := hangs{}
	for i := 0; i+1 < len(lines); i++ {
		a, b := &lines[i], &lines[i+1]
		if a.Room < 0 || a.Room >= fullRoom || a.Origin.Page != b.Origin.Page || a.Origin.Row != b.Origin.Row {
			continue
		}
		p := each[i]
		if p.ended() || p.placeholder() || len(each[i+1].readings()) > 0 {
			continue
		}
		rs := p.readings()
		if len(rs) > 0 {
			h[rs[0].style] = append(h[rs[0].style], b.Indent-a.Indent)
		} else if b.Indent < a.Indent-sameIndent {
			h[nil] = append(h[nil], b.Indent-a.Indent) // 一字下げ
		}
	}
	for s := range h {
		slices.Sort(h[s])
	}
	return h
}

// of is the usual hang of a style.
func (h hangs) of(s *style) (float64, bool) {
	v := h[s]
	if len(v) == 0 {
		return 0, false
	}
	return v[len(v)/2], true
}

// continues reports whether b stands where a continuation line of p stands. known is false where that cannot be told.
func (h hangs) continues(p *paragraph, b *Line) (yes, known bool) {
	if p.lines > 1 {
		return math.Abs(b.Indent-p.hang) <= sameIndent, true
	}
	var s *style
	if rs := p.readings(); len(rs) > 0 {
		s = rs[0].style
	}
	d, ok := h.of(s)
	if !ok {
		return false, false
	}
	return math.Abs(b.Indent-(p.indent+d)) <= sameIndent, true
}
