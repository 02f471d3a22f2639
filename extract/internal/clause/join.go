package clause

// First pass: physical lines to paragraphs.
//
// Signs, strongest first: what the source says (a soft break, a heading mark), placeholders, labels that fit their
// series, the source's paragraph (which a page end may have cut in two), the room left on the line, the indent, the
// sentence. A sentence that breaks off at a page's end goes on at the top of the next page of the same column even if the
// source begins a paragraph there.

import (
	"slices"
	"strings"
)

// series remembers the last place of each style, to tell a label from a citation at the start of a wrapped line.
type series map[*style][]int

func (s series) note(p *paragraph) {
	for _, rd := range p.readings() {
		if !rd.weak && !rd.style.free {
			s[rd.style] = rd.last()
		}
		if rd.style == articleStyle { // its first 項 has no number: ２ goes on from it
			s[numberStyle] = []int{1}
		}
	}
}

// fits reports whether a label of q goes on or opens a series.
func (s series) fits(q *paragraph) (goesOn, opens bool) {
	for _, rd := range q.readings() {
		switch {
		case !rd.fixed:
		case rd.style.free && rd.style != bulletStyle, rd.upto != nil:
			opens = true
		case rd.style == bulletStyle:
			opens = true
		case follows(s[rd.style], rd.num):
			goesOn = true
		case !rd.weak && first(rd.num):
			opens = true
		case !rd.weak && (rd.style.rank > 0 && rd.style.rank <= articleStyle.rank || rd.style == codeStyle || rd.style == daiStyle):
			opens = true // a table may begin anywhere: 第十二条, 第３章
		}
	}
	return goesOn, opens
}

func join(lines []Line) []*paragraph {
	var out []*paragraph
	each := make([]*paragraph, len(lines)) // each line by itself
	for i := range lines {
		each[i] = newParagraph(&lines[i])
	}
	h, seen := learn(lines, each), series{}
	for i := range lines {
		l, q := &lines[i], each[i]
		each[i] = nil
		if q.text.S == "" {
			continue
		}
		if n := len(out); n > 0 && (l.Nest > 0 || out[n-1].nest > 0) {
			if l.Nest == out[n-1].nest || l.Nest > 0 && out[n-1].nest > 0 && l.Page == out[n-1].last.Page+1 { // the next page of the same table
				out[n-1].extend(l)
				out[n-1].nest = l.Nest
			} else {
				out = append(out, q)
			}
			continue
		}
		heads := i+1 < len(each) && isCaption(q.sc) && opensArticle(each[i+1])
		if n := len(out); n > 0 && !(heads && !out[n-1].broken()) && !starts(out[n-1], q, l, h, seen) {
			out[n-1].extend(l)
			continue
		}
		seen.note(q)
		out = append(out, q)
	}
	for _, p := range out {
		p.last = nil // nobody asks any more, and a long table's lines are most of its memory
	}
	return out
}

// opensArticle reports whether a line begins with the label of an article; then a line in brackets before it is its caption,
// however full the line before that is.
func opensArticle(p *paragraph) bool {
	return slices.ContainsFunc(p.readings(), func(rd reading) bool { return rd.style == articleStyle && rd.fixed })
}

// starts reports whether l, read as q, begins a paragraph behind p.
func starts(p, q *paragraph, l *Line, h hangs, seen series) bool {
	seam := p.last.Origin.Row != l.Origin.Row || p.last.Origin.Page != l.Origin.Page
	goesOn, opens := seen.fits(q)
	label := goesOn || opens
	switch {
	case l.Level > 0 || p.level > 0:
		return true
	case l.Joined && !seam, shutsOnly(q) && p.unbalanced(), inNumber(p, q):
		return false
	case q.placeholder() && !(p.broken() && !label):
		return true
	case l.Ruled && (label || q.placeholder()):
		return true
	case p.placeholder():
		return true
	case isCaption(q.sc) && (p.ended() || l.Start || p.last.Room >= fullRoom):
		return true
	case bareLabel(p): // 「第一条」 alone: its text follows, in the same unit; a part or a division keeps its line
		return p.standsAlone() || label
	case !label && proviso(q.sc) && (seam || p.last.Room >= 0 && p.last.Room < fullRoom):
		return false
	case seam:
		return startsBehindSeam(p, q, l, h, goesOn, opens)
	case l.Start:
		return true
	case p.last.Room >= 0:
		return startsByPlace(p, q, l, h, goesOn, opens)
	}
	return p.ended() || goesOn || opens && !p.broken() || p.headingLike() && !q.broken()
}

// shutsOnly reports whether a line begins with a bracket that closes: 「）の名称」 goes on, whatever ends the line before.
func shutsOnly(q *paragraph) bool { return strings.ContainsRune("）)」』］]〕】", q.sc.peek(0)) }

// inNumber reports whether a line ends behind the point of a number that goes on: 「２．」「５パーセント」.
func inNumber(p, q *paragraph) bool {
	n := len(p.sc.r)
	digit := func(r rune) bool { r = fold(r); return r >= '0' && r <= '9' }
	switch fold(p.sc.peek(n - 1)) {
	case '.', ',':
		return digit(p.sc.peek(n-2)) && digit(q.sc.peek(0)) && !bareLabel(p) && p.last.Room < fullRoom && p.last.Room >= 0
	}
	return false
}

// startsBehindSeam decides where the row or the page ends between the two lines.
func startsBehindSeam(p, q *paragraph, l *Line, h hangs, goesOn, opens bool) bool {
	unfinished := !p.ended() && (p.broken() || len(p.sc.r) > longestShort || strings.ContainsAny(outside(p.sc.from(0)), "。、"))
	switch {
	case goesOn:
		return !p.broken() || q.gapped() && l.Origin.Page == p.last.Origin.Page // the next number, set apart in a row of its own
	case opens:
		return !unfinished || !p.broken() && (q.namesPart() || p.itemEnded() && q.gapped())
	case p.ended():
		if l.Room >= 0 && p.last.Room < fullRoom && p.lines > 1 && l.Origin.Page != p.last.Origin.Page {
			return l.Indent-p.hang > sameIndent || p.hang-l.Indent > 4 // a full line may end in a full stop and go on
		}
		return true
	case p.last.Room >= 0 && !full(p.last, l) && !p.broken():
		return true
	case p.last.Room >= 0 && p.last.Room < fullRoom:
		at, known := h.continues(p, l)
		return known && !at && p.headingLike() && p.lines == 1
	case p.headingLike() && p.lines == 1 && !cutOff(lastRune(p.sc.from(0))):
		return true
	}
	return !unfinished && l.Start && p.last.Origin.Page == l.Origin.Page
}

// outside is a text without what stands in brackets: 「保存文書（写しを含む。）の名称」 is a phrase.
func outside(s string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch fold(r) {
		case '(':
			depth++
		case ')':
			depth--
		default:
			if depth <= 0 {
				return r
			}
		}
		return -1
	}, s)
}

// proviso reports whether the text opens with words that never open a provision: ただし書 and 後段 belong to the sentence before.
func proviso(sc scan) bool {
	return sc.has(0, "ただし、") || sc.has(0, "この場合において、")
}

// cutOff reports whether a heading hardly ends in r: hiragana other than those that close 連用形 and について, とき, ため.
func cutOff(r rune) bool {
	return r >= 'ぁ' && r <= 'ん' && !strings.ContainsRune("てときめりけみえいし", r)
}

// startsByPlace decides inside a cell by room and indent.
func startsByPlace(p, q *paragraph, l *Line, h hangs, goesOn, opens bool) bool {
	at, known := h.continues(p, l)
	if !full(p.last, l) {
		if p.last.Room < unbroken && !goesOn && !opens && !p.ended() && len(p.last.runes()) > longestHeading/4 {
			return false // a marked word that its typesetter does not break
		}
		return !(p.broken() && !goesOn && !opens && !p.ended())
	}
	switch {
	case goesOn || opens:
		return p.ended() || !at || !known || !p.broken() && (goesOn || len(p.readings()) > 0 && (q.gapped() || q.namesPart()))
	case p.ended():
		return known && !at || !known && l.Indent-p.indent > sameIndent && p.lines == 1 && len(p.readings()) == 0
	}
	return l.Gap >= 1.9 && p.headingLike()
}

// gapped reports whether white space stands behind the paragraph's label: a label cited in a sentence has none.
func (p *paragraph) gapped() bool {
	for _, rd := range p.readings() {
		if rd.fixed && rd.style != bulletStyle && p.sc.gap[rd.end] {
			return true
		}
	}
	return false
}

// namesPart reports whether the paragraph is the name of a part and nothing else, but for a bracket behind it: 附　則, 別表第一（第三条関係）.
// A sentence that cites one goes on behind it.
func (p *paragraph) namesPart() bool {
	for _, rd := range p.readings() {
		if rd.style != partStyle {
			continue
		}
		rest := []rune(p.sc.from(rd.end))
		if len(rest) == 0 || fold(rest[0]) == '(' && closesBracket(rest[len(rest)-1]) {
			return true
		}
	}
	return false
}

// bareLabel reports whether the paragraph is a label and nothing else.
func bareLabel(p *paragraph) bool {
	for _, rd := range p.readings() {
		if rd.end == len(p.sc.r) && rd.fixed && rd.style != bulletStyle {
			return true
		}
	}
	return false
}

// standsAlone reports whether a bare label is a line of its own whatever follows: 附　則, 別添１, 第一章.
func (p *paragraph) standsAlone() bool {
	for _, rd := range p.readings() {
		if rd.end == len(p.sc.r) {
			return rd.style == partStyle || rd.style == bumonStyle || rd.style.rank > 0 && rd.style.rank < articleStyle.rank
		}
	}
	return false
}
