package clause

// A paragraph is what stands between two ends of line that the author made: label and text, a heading, a placeholder.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
)

type paragraph struct {
	text   corpus.Text
	sc     scan
	labels []reading // how the start reads as a label, nil until asked
	origin corpus.Origin
	level  int     // heading level given by the source
	lines  int     // physical lines
	indent float64 // of the first line
	hang   float64 // of the lines after it, known if lines > 1
	size   float64
	last   *Line          // the last physical line, while lines are joined
	spread []corpus.Share // as in corpus.Clause
	known  bool           // geometry is known
	title  bool           // 題名: decided by what follows
	dates  bool           // 制定・改正 dates under a title
	stands told           // whether it stands for text that is not printed
	nest   int            // a table inside a cell: one piece, whatever its text looks like
}

// told is an answer that is kept once it was asked for.
type told uint8

const (
	unasked told = iota
	no
	yes
)

func newParagraph(l *Line) *paragraph {
	p := &paragraph{text: trim(l.Text), origin: l.Origin, level: l.Level, lines: 1, indent: l.Indent, size: l.Size, last: l, known: l.Room >= 0, nest: l.Nest}
	p.scan()
	return p
}

// readings lists how the paragraph's start reads as a label.
func (p *paragraph) readings() []reading {
	if p.nest > 0 {
		return nil
	}
	if p.labels == nil {
		p.labels = append([]reading{}, readings(p.sc)...)
	}
	return p.labels
}

// scan looks at the text anew after it changed.
func (p *paragraph) scan() { p.sc, p.labels, p.stands = newScan(p.text.S), nil, unasked }

// extend appends a continuation line.
func (p *paragraph) extend(l *Line) {
	t := trim(l.Text)
	seam := seamBetween(p.text.S, t.S)
	if p.nest > 0 {
		seam = "　" // the next cell
	}
	if bareLabel(p) {
		seam = "　" // a label on a line, or in a column, of its own
	}
	if seam != "" {
		p.text = p.text.Append(corpus.Text{S: seam})
	}
	p.text = p.text.Append(t)
	before := len(p.sc.r)
	p.sc, p.labels, p.stands = p.sc.extended(p.text.S, seam+t.S), nil, unasked
	p.runOn(before, corpus.Share{Page: l.Origin.Page, Characters: len(p.sc.r) - before, Box: l.Origin.Box})
	if p.lines == 1 {
		p.hang = l.Indent
	}
	p.lines++
	p.last = l
	if l.Origin.Page == p.origin.Page {
		p.origin.Box = p.origin.Box.Union(l.Origin.Box)
	}
}

// cut splits p before scan index i: p keeps the front, the rest is returned.
func (p *paragraph) cut(i int) *paragraph {
	rest := *p
	rest.text = trim(p.text.Slice(p.sc.offset(i), p.text.Len()))
	rest.scan()
	rest.level = 0
	p.text = trim(p.text.Slice(0, p.sc.offset(i)))
	p.scan()
	p.spread, rest.spread = p.divided(i)
	return &rest
}

// trim removes white space at both ends.
func trim(t corpus.Text) corpus.Text {
	if first, last := edges(t.S); !isSpace(first) && !isSpace(last) {
		return t
	}
	r := []rune(t.S)
	start, end := 0, len(r)
	for start < end && isSpace(r[start]) {
		start++
	}
	for end > start && isSpace(r[end-1]) {
		end--
	}
	if start == 0 && end == len(r) {
		return t
	}
	return t.Slice(start, end)
}

// edges are the first and the last character.
func edges(s string) (first, last rune) {
	first, _ = utf8.DecodeRuneInString(s)
	last, _ = utf8.DecodeLastRuneInString(s)
	return first, last
}

// seamBetween is what joins two lines: nothing in Japanese, a space between two words of Latin letters.
// A hyphen at the line's end stays: whether it belongs to the word cannot be seen.
func seamBetween(a, b string) string {
	x, y := lastRune(a), firstRune(b)
	if latinWord(x) && latinWord(y) || (x == ',' || x == '.' || x == ';' || x == ':') && latinWord(y) {
		return " "
	}
	return ""
}

func latinWord(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

func lastRune(s string) rune {
	r := rune(0)
	if s != "" {
		rs := []rune(s[max(0, len(s)-4):])
		r = rs[len(rs)-1]
	}
	return r
}

// ended reports whether the text closes a sentence: 。 with what may stand behind it. A bracket that holds a sentence closes the
// sentence around it only if that was closed before: 「保存文書（写しを含む。）」 may go on.
func (p *paragraph) ended() bool {
	s := strings.TrimRight(p.sc.from(0), "」』）)］]〕】")
	if r := p.sc.r; lastRune(s) == '。' && len(r) > 1 && fold(r[len(r)-1]) == ')' {
		depth := 0
		for i := len(r) - 1; i > 0; i-- {
			switch fold(r[i]) {
			case ')':
				depth++
			case '(':
				depth--
			}
			if depth == 0 {
				return r[i-1] == '。'
			}
		}
	}
	return strings.HasSuffix(s, "。") || strings.HasSuffix(s, "．") && p.sc.peek(len(p.sc.r)-1) == '．' || strings.HasSuffix(p.sc.from(0), "：")
}

// placeholder reports whether the whole paragraph, behind a label if there is one, stands for text that is not printed.
func (p *paragraph) placeholder() bool {
	if p.stands == unasked {
		p.stands = no
		if p.standsForText() {
			p.stands = yes
		}
	}
	return p.stands == yes
}

func (p *paragraph) standsForText() bool {
	if !standsAtEnd(p.sc) {
		return false
	}
	if _, end, ok := placeholderAt(p.sc, 0); ok && end == len(p.sc.r) {
		return true
	}
	for _, rd := range p.readings() {
		if _, end, ok := placeholderAt(p.sc, rd.end); ok && end == len(p.sc.r) {
			return true
		}
		if isVoid(p.sc, rd.end) {
			return true
		}
	}
	_, _, ok := enclosed(p.sc)
	return ok
}

// standsAtEnd reports whether a text ends as one that stands for other text does: in a bracket, or in the last character of a word that
// needs none. It spares most paragraphs a closer look.
func standsAtEnd(sc scan) bool {
	switch r := sc.peek(sc.beforeStops(0) - 1); r {
	case '略', '左', '右', '上', '設', 'る', '除', '番': // of plain, and of the shells of provisions
		return true
	default:
		return closesBracket(r)
	}
}

const (
	longestHeading = 60 // code points of a heading with its label
	longestShort   = 40 // code points of a line that is taken for a phrase, not for a sentence that breaks off
)

// headingLike reports whether the paragraph is a labelled phrase without a sentence: 「(2) 評価」.
func (p *paragraph) headingLike() bool {
	s := p.sc.from(0)
	if len(p.sc.r) > longestHeading || p.ended() || strings.Contains(s, "。") || strings.Contains(s, "は、") || strings.Count(s, "、") > 2 || p.broken() {
		return false
	}
	return p.level > 0 || len(p.readings()) > 0
}

// broken reports whether the text breaks off in the middle of a phrase: behind a particle, a comma, inside a bracket.
func (p *paragraph) broken() bool {
	s := p.sc.from(0)
	if s == "" {
		return false
	}
	if p.itemEnded() {
		return p.unbalanced()
	}
	switch lastRune(s) {
	case '、', '，', 'を', 'に', 'は', 'が', 'の', 'へ', 'で', 'と', 'も', '・', '（', '(', '「', '第', 'っ', '～', '〜':
		return len(p.sc.r) > 2 || lastRune(s) != '第'
	}
	return p.unbalanced()
}

// itemEnded reports whether the text ends as items do that are no sentences.
func (p *paragraph) itemEnded() bool {
	s := p.sc.from(0)
	return strings.HasSuffix(s, "もの") || strings.HasSuffix(s, "こと")
}

// unbalanced reports whether a bracket is open at the end.
func (p *paragraph) unbalanced() bool {
	s := p.sc.from(0)
	return strings.Count(s, "（")+strings.Count(s, "(") > strings.Count(s, "）")+strings.Count(s, ")")+p.labelBrackets() ||
		strings.Count(s, "「") > strings.Count(s, "」")
}

// labelBrackets takes back the bracket that a label closes without opening it: 1).
func (p *paragraph) labelBrackets() int {
	sc := p.sc
	for _, rd := range p.readings() {
		if rd.end > 1 && fold(sc.peek(rd.end-1)) == ')' && fold(sc.peek(0)) != '(' {
			return -1
		}
	}
	return 0
}
