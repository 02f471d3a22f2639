package pdf

import "bytes"

// Strings, names and numbers of the tokenizer.

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hex reads <...>. What is no digit is skipped; an odd last digit is followed by 0.
func (l *lexer) hex() []byte {
	high := -1
	size := bytes.IndexByte(l.data[l.pos:], '>')
	if size < 0 {
		size = len(l.data) - l.pos
	}
	out := make([]byte, 0, (size+1)/2)
	for l.pos++; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		if c == '>' {
			l.pos++
			break
		}
		d := hexDigit(c)
		switch {
		case d < 0:
		case high < 0:
			high = d
		default:
			out, high = append(out, byte(high<<4|d)), -1
		}
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	return out
}

var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literal reads (...), with balanced parentheses and escapes.
func (l *lexer) literal() []byte {
	l.pos++
	from, depth := l.pos, 1
	for ; l.pos < len(l.data); l.pos++ { // most strings have no escape: no copy
		switch l.data[l.pos] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.pos++
				return l.data[from : l.pos-1]
			}
		case '\\', '\r':
			return l.escaped(append([]byte(nil), l.data[from:l.pos]...), depth)
		}
	}
	return l.data[from:]
}

// escaped reads on after the first backslash or carriage return.
func (l *lexer) escaped(out []byte, depth int) []byte {
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return out
			}
		case '\r':
			if l.peek(0) == '\n' {
				l.pos++
			}
			c = '\n'
		case '\\':
			var keep bool
			if c, keep = l.escape(); !keep {
				continue
			}
		}
		out = append(out, c)
	}
	return out
}

// escape reads what follows a backslash; keep is false for a line joined to the next.
func (l *lexer) escape() (c byte, keep bool) {
	c = l.peek(0)
	if '0' <= c && c <= '7' {
		v := 0
		for n := 0; n < 3 && '0' <= l.peek(0) && l.peek(0) <= '7'; n++ {
			v = v<<3 | int(l.peek(0)-'0')
			l.pos++
		}
		return byte(v), true
	}
	l.pos++
	switch c {
	case '\r':
		if l.peek(0) == '\n' {
			l.pos++
		}
		return 0, false
	case '\n':
		return 0, false
	}
	if e, ok := escapes[c]; ok {
		return e, true
	}
	return c, true
}

// unescapeName resolves #xx.
func unescapeName(w []byte) []byte {
	for i, c := range w {
		if c != '#' {
			continue
		}
		out := append([]byte(nil), w[:i]...)
		for ; i < len(w); i++ {
			if w[i] == '#' && i+2 < len(w) && hexDigit(w[i+1]) >= 0 && hexDigit(w[i+2]) >= 0 {
				out = append(out, byte(hexDigit(w[i+1])<<4|hexDigit(w[i+2])))
				i += 2
				continue
			}
			out = append(out, w[i])
		}
		return out
	}
	return w
}

// parseNumber reads a PDF number. Double signs and a sign inside ("--5", "12-3"), which broken producers write, are
// read as Acrobat does: the first sign counts, a later one ends the number.
func parseNumber(w []byte) (v float64, ok bool) {
	i, sign := 0, 1.0
	for ; i < len(w) && (w[i] == '+' || w[i] == '-'); i++ {
		if w[i] == '-' {
			sign = -1
		}
	}
	digits, unit := 0, 0.0 // unit is the value of the next decimal place, 0 before the point
	for ; i < len(w); i++ {
		switch c := w[i]; {
		case '0' <= c && c <= '9':
			digits++
			if unit == 0 {
				v = v*10 + float64(c-'0')
			} else {
				v += float64(c-'0') * unit
				unit /= 10
			}
		case c == '.' && unit == 0:
			unit = .1
		case c == '-' && digits > 0:
			return sign * v, true
		default:
			return 0, false
		}
	}
	return sign * v, digits > 0 || unit > 0
}
