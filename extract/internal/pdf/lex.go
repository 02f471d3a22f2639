package pdf

import "bytes"

// The tokenizer of content streams and CMaps.
//
// ledongthuc/pdf offers Interpret for this. It is not used: it reads the bytes of an inline image as tokens (one
// parenthesis in a picture swallows the rest of the page), a stray backslash or an odd hex digit ends the page by a
// panic, and every number is boxed three times. This one never fails: what is no token is skipped, as viewers do.
// Source: ISO 32000-1, 7.2 and 8.9.7.

type kind uint8

const (
	other     kind = iota // null, true, false (b is the word), or nothing
	number                // num
	str                   // b, decoded
	name                  // b, without the slash
	array                 // list
	dict                  // list: key, value, key, value ...
	reference             // num is the object's number
)

type operand struct {
	kind kind
	num  float64
	b    []byte
	list []operand
}

// falsehood tells false from null and true.
func (o operand) falsehood() bool { return o.kind == other && string(o.b) == "false" }

// key is the value of a dictionary's entry; without one it is of kind other.
func (o operand) key(k string) operand {
	if o.kind != dict {
		return operand{}
	}
	for i := 0; i+1 < len(o.list); i += 2 {
		if string(o.list[i].b) == k {
			return o.list[i+1]
		}
	}
	return operand{}
}

const (
	maxNesting  = 32   // arrays and dictionaries in one another; real ones stay below 5
	maxOperands = 1024 // before one operator; CMap blocks have up to 300
)

// lexer reads operators with their operands from data.
type lexer struct {
	data []byte
	pos  int
	refs bool      // "7 0 R" is one operand: outside content streams
	args []operand // of the operator read last
	open []int     // starts of the open arrays and dictionaries in args
}

// next reads up to the next operator. Its operands are in l.args until the call after it.
func (l *lexer) next() (op []byte, ok bool) {
	l.args, l.open = l.args[:0], l.open[:0]
	for {
		l.skipSpace()
		if l.pos >= len(l.data) {
			return nil, false
		}
		switch c := l.data[l.pos]; c {
		case '(':
			l.push(operand{kind: str, b: l.literal()})
		case '/':
			l.pos++
			l.push(operand{kind: name, b: unescapeName(l.word())})
		case '<':
			if l.peek(1) == '<' {
				l.pos += 2
				l.begin(dict)
			} else {
				l.push(operand{kind: str, b: l.hex()})
			}
		case '>':
			l.pos++
			if l.peek(0) == '>' {
				l.pos++
				l.end()
			}
		case '[':
			l.pos++
			l.begin(array)
		case ']':
			l.pos++
			l.end()
		case '{', '}', ')':
			l.pos++
		default:
			w := l.word()
			if v, isNumber := parseNumber(w); isNumber {
				l.push(operand{kind: number, num: v})
				continue
			}
			switch string(w) {
			case "null", "true", "false":
				l.push(operand{kind: other, b: w})
				continue
			case "R":
				if l.refs && l.reference() {
					continue
				}
			}
			for len(l.open) > 0 { // an operator inside an array: the closing bracket is missing
				l.end()
			}
			return w, true
		}
	}
}

func (l *lexer) peek(n int) byte {
	if l.pos+n < len(l.data) {
		return l.data[l.pos+n]
	}
	return 0
}

// push drops what comes before one operator beyond the limit; array elements are limited by the data alone.
func (l *lexer) push(o operand) {
	if len(l.open) > 0 || len(l.args) < maxOperands {
		l.args = append(l.args, o)
	}
}

// reference makes one operand of the two numbers before R.
func (l *lexer) reference() bool {
	n := len(l.args)
	if n < 2 || l.args[n-1].kind != number || l.args[n-2].kind != number {
		return false
	}
	l.args[n-2].kind = reference
	l.args = l.args[:n-1]
	return true
}

func (l *lexer) begin(k kind) {
	if len(l.open) < maxNesting {
		l.args = append(l.args, operand{kind: k})
		l.open = append(l.open, len(l.args))
	}
}

func (l *lexer) end() {
	if len(l.open) == 0 {
		return
	}
	from := l.open[len(l.open)-1]
	l.open = l.open[:len(l.open)-1]
	l.args[from-1].list = append([]operand(nil), l.args[from:]...)
	l.args = l.args[:from]
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

// word reads up to a space or delimiter; at least nothing.
func (l *lexer) word() []byte {
	from := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	return l.data[from:l.pos]
}

// skipInlineImage goes behind the EI that ends the picture whose ID was just read. White space before EI and plain
// content behind it are asked for, since the two letters occur in picture data.
func (l *lexer) skipInlineImage() {
	for at := l.pos; ; {
		i := bytes.Index(l.data[min(at, len(l.data)):], []byte("EI"))
		if i < 0 {
			l.pos = len(l.data)
			return
		}
		at += i + 2
		if at-3 >= 0 && isSpace(l.data[at-3]) && plainContent(l.data[at:]) {
			l.pos = at
			return
		}
	}
}

func plainContent(b []byte) bool {
	if len(b) > 0 && !isSpace(b[0]) {
		return false
	}
	for _, c := range b[:min(len(b), 12)] {
		if !isSpace(c) && (c < ' ' || c > '~') {
			return false
		}
	}
	return true
}
