package xlsx

// A format code cut into tokens.

import "strings"

type tokenKind int

const (
	literal tokenKind = iota
	figure            // 0 # ?
	dateUnit
)

type token struct {
	kind tokenKind
	text string
}

// section is one of the sections of a format.
type section struct {
	tokens    []token
	general   bool
	dated     bool // it shows a date or a time
	unread    bool // fractions, powers of ten
	decimals  int  // places behind the point
	zeros     int  // of them, those that always show
	least     int  // figures before the point that always show
	grouped   bool // thousands separated
	percent   int
	thousands int // how often the number is divided by a thousand
	kanji     int // [DBNum1] to 3
	afterNoon bool
	behindDot bool
}

// sectionsOf cuts a format at its semicolons; there is at least one.
func sectionsOf(format string) []*section {
	s := &section{}
	out := []*section{s}
	r := []rune(format)
	commas := 0 // since the last figure
	for i := 0; i < len(r); i++ {
		c := r[i]
		if c != ',' && !isFigure(c) && c != '.' {
			s.thousands += commas
			commas = 0
		}
		switch {
		case c == ';':
			s = &section{}
			out = append(out, s)
		case c == '"':
			j := i + 1
			for j < len(r) && r[j] != '"' {
				j++
			}
			s.add(literal, string(r[i+1:min(j, len(r))]))
			i = j
		case c == '\\' || c == '!':
			if i+1 < len(r) {
				s.add(literal, string(r[i+1]))
			}
			i++
		case c == '_' || c == '*':
			i++ // room of a character's width, a character that fills the cell
		case c == '[':
			j := i + 1
			for j < len(r) && r[j] != ']' {
				j++
			}
			s.bracket(string(r[i+1 : min(j, len(r))]))
			i = j
		case isFigure(c):
			if commas > 0 {
				s.grouped, commas = true, 0
			}
			s.addFigure(c)
		case c == '.' && !s.dated:
			s.behindDot = true
			s.add(figure, ".")
		case c == ',' && s.hasFigure():
			commas++
		case c == '%':
			s.percent++
			s.add(literal, "%")
		case c == '/' && s.hasFigure(), (c == 'E' || c == 'e') && i+1 < len(r) && (r[i+1] == '+' || r[i+1] == '-'):
			s.unread = true
		case strings.HasPrefix(strings.ToLower(string(r[i:min(len(r), i+7)])), "general"):
			s.general = true
			s.add(figure, "General")
			i += 6
		case strings.HasPrefix(strings.ToUpper(string(r[i:min(len(r), i+5)])), "AM/PM"):
			s.afterNoon, s.dated = true, true
			s.add(dateUnit, "ampm")
			i += 4
		case strings.ContainsRune("yYmMdDhHsSgGeEaA", c):
			j := i
			for j < len(r) && lower(r[j]) == lower(c) {
				j++
			}
			s.dated = true
			s.add(dateUnit, strings.ToLower(string(r[i:j])))
			i = j - 1
		case c == '@':
		default:
			s.add(literal, string(c))
		}
	}
	s.thousands += commas
	return out
}

func isFigure(c rune) bool { return c == '0' || c == '#' || c == '?' }

func lower(c rune) rune {
	if c >= 'A' && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return c
}

func (s *section) add(kind tokenKind, text string) { s.tokens = append(s.tokens, token{kind, text}) }

func (s *section) hasFigure() bool {
	for _, t := range s.tokens {
		if t.kind == figure {
			return true
		}
	}
	return false
}

func (s *section) addFigure(c rune) {
	switch {
	case s.behindDot:
		s.decimals++
		if c == '0' {
			s.zeros = s.decimals
		}
	case c == '0':
		s.least++
	}
	s.add(figure, string(c))
}

// bracket reads [h], [DBNum1], [$¥-411]; colours and conditions print nothing.
func (s *section) bracket(in string) {
	switch {
	case strings.HasPrefix(in, "$"):
		words, _, _ := strings.Cut(in[1:], "-")
		s.add(literal, words)
	case strings.HasPrefix(in, "DBNum") && len(in) == 6 && in[5] >= '1' && in[5] <= '3':
		s.kanji = int(in[5] - '0')
	case in != "" && strings.Trim(strings.ToLower(in), "h") == "", in != "" && strings.Trim(strings.ToLower(in), "m") == "", in != "" && strings.Trim(strings.ToLower(in), "s") == "":
		s.dated = true
		s.add(dateUnit, "["+strings.ToLower(in[:1])+"]")
	}
}
