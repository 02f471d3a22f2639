package term

// Colour carries nothing alone: an insertion is blue and underlined, a deletion orange and underlined (struck
// through where it stands inside a line), what was carried elsewhere purple with a double line. Blue and orange
// stay apart for every common colour vision, red and green would not. Both were chosen to be read on white and on black.

import (
	"strings"

	"github.com/muesli/termenv"
)

// style is what a cell looks like.
type style uint8

const (
	plain    style = iota
	insert         // new words
	remove         // old words in their own column
	strike         // old words inside the new line
	carried        // moved or renumbered
	labelIn        // a new label, purple like what was carried, with the sign of new words where there is no colour
	labelOut       // the label that it had
	strong         // heads
	faint          // untouched context and notes
	tag            // names of changes
)

// look is a style's colour (in the 256 and the 16 colour palettes) and its attributes.
type look struct {
	ansi256, ansi string
	attributes    string
}

var looks = [...]look{
	insert:   {"33", "4", "4"},
	remove:   {"172", "3", "4"},
	strike:   {"172", "3", "9"},
	carried:  {"134", "5", "21"},
	labelIn:  {"134", "5", "21"},
	labelOut: {"134", "5", "21"},
	strong:   {"", "", "1"},
	faint:    {"", "", "2"},
	tag:      {"37", "6", ""},
}

// sign is what stands for a style without colour.
func (s style) sign() (open, shut string) {
	switch s {
	case insert, labelIn:
		return "[+", "+]"
	case remove, strike, labelOut:
		return "[-", "-]"
	}
	return "", ""
}

// paint wraps text in the escape sequences of a style; without colour in its signs.
func (p *printer) paint(text string, s style) string {
	if text == "" {
		return ""
	}
	if !p.color() {
		open, shut := s.sign()
		return open + text + shut
	}
	codes := p.codes(s)
	if codes == "" {
		return text
	}
	return termenv.CSI + codes + "m" + text + termenv.CSI + "0m"
}

func (p *printer) codes(s style) string {
	if int(s) >= len(looks) {
		return ""
	}
	l := looks[s]
	var codes []string
	if l.attributes != "" {
		codes = append(codes, l.attributes)
	}
	name := l.ansi
	if p.opt.Color <= termenv.ANSI256 { // TrueColor and ANSI256 come before ANSI
		name = l.ansi256
	}
	if name != "" {
		codes = append(codes, p.opt.Color.Color(name).Sequence(false))
	}
	return strings.Join(codes, ";")
}

func (p *printer) color() bool { return p.opt.Color != termenv.Ascii }
