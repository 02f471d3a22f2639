// Package term draws a result for a terminal: side by side where there is room, else inline, by display width.
//
// The picture is that of a printed 新旧対照表: the new side left, the old side right, changed lines with a bar in the
// margin. Inline was chosen below 100 columns because two columns of twenty characters cannot be read. Without colour
// the same content carries signs, so that a pipe, a mail or a screen reader loses nothing.
package term

import (
	"bytes"
	"strings"

	"github.com/mattn/go-runewidth"
	"github.com/muesli/termenv"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/outline"
	"shinkyu/render/summary"
)

// SideBySide is the narrowest terminal that shows two columns.
const SideBySide = 100

// narrowest is the width below which nothing is laid out: a smaller terminal wraps by itself.
const narrowest = 20

// Options are what the reader asked for and what the terminal can do.
type Options struct {
	Width       int             // display columns
	Wide        bool            // ambiguous characters take two columns, as in a Japanese locale
	English     bool            // the summary in English; names of clauses and kinds stay Japanese
	Color       termenv.Profile // termenv.Ascii: none
	Context     int             // untouched clauses shown before and after a changed one
	OnlyChanged bool            // no context at all
	Only        outline.Filter  // which changes to show; nil: all
	Name        string          // the file, for the hint at the end; "" if there is none
}

// printer holds what all drawing needs.
type printer struct {
	opt  Options
	cond *runewidth.Condition
	r    *diff.Result
	out  bytes.Buffer
}

func newPrinter(r *diff.Result, opt Options) *printer {
	opt.Width = max(opt.Width, narrowest)
	if opt.OnlyChanged {
		opt.Context = 0
	}
	cond := runewidth.NewCondition()
	cond.EastAsianWidth = opt.Wide
	return &printer{opt: opt, cond: cond, r: r}
}

// Render draws the whole comparison.
func Render(r *diff.Result, opt Options) []byte {
	p := newPrinter(r, opt)
	blocks := outline.Blocks(r)
	p.head(blocks)
	p.blocks(blocks)
	p.foot()
	return p.out.Bytes()
}

// head is the title with the sides, the counts, the replaced terms.
func (p *printer) head(blocks []outline.Block) {
	title, sides := p.title()
	p.ends(p.cells(title, strong), plain, sides)
	sum := outline.Summarise(p.r, blocks)
	forms, effects := outline.Tallies(sum.Forms), outline.Tallies(sum.Effects)
	switch one := p.cells(sum.String(), plain); {
	case p.columns(one) <= p.opt.Width:
		p.line(one, "")
	case len(forms) == 0:
		p.write(sum.Lead())
	default:
		p.pack(sum.Lead()+": ", forms)
	}
	if p.width(sum.String()) > p.opt.Width && len(effects) > 0 {
		p.pack("効果: ", effects)
	}
	if terms := outline.Terms(p.r); len(terms) > 0 {
		p.pack("用語の置換: ", terms)
	}
	gist := summary.Points(p.r)
	points := gist.Japanese
	if p.opt.English {
		points = gist.English
	}
	if points != "" {
		p.line(p.cells(points, plain), "")
	}
}

// separator stands between the items of a list on one line.
const separator = " · "

// pack sets a list of items under a lead word, as many to a line as fit.
func (p *printer) pack(lead string, items []string) {
	for i, text := range p.packed(lead, items, p.opt.Width, p.width("  ")) {
		if i > 0 {
			text = "  " + text
		}
		p.line(p.cells(text, plain), "  ")
	}
}

// packed breaks a list between its items; later lines are indent columns shorter. An item longer than a line is left so.
func (p *printer) packed(lead string, items []string, width, indent int) []string {
	var out []string
	text := lead
	for i, item := range items {
		switch {
		case i == 0:
			text += item
		case p.width(text+separator+item) <= width:
			text += separator + item
		default:
			out = append(out, text)
			text, width, indent = item, width-indent, 0
		}
	}
	return append(out, text)
}

func (p *printer) title() (title, sides string) {
	c := p.r.Comparison
	title = c.Title
	if title == "" && c.Printed() {
		title = c.Sources[corpus.New].Name
	}
	if c.Printed() {
		return title, c.Sides[corpus.New].Header + " ← " + c.Sides[corpus.Old].Header
	}
	return title, c.Sources[corpus.New].Name + " ← " + c.Sources[corpus.Old].Name
}

// ends puts a text and a list at the two ends of a line, the list on lines of its own where there is no room.
func (p *printer) ends(left []cell, s style, items ...string) {
	right := p.cells(strings.Join(items, separator), s)
	if gap := p.opt.Width - p.columns(left) - p.columns(right); len(right) > 0 && gap >= 2 {
		p.write(p.draw(left) + strings.Repeat(" ", gap) + p.draw(right))
		return
	}
	p.line(left, "  ")
	if len(right) == 0 {
		return
	}
	width := p.opt.Width - 4
	for _, text := range p.packed("", items, width, 0) {
		for _, line := range p.wrap(p.cells(text, s), width, width) {
			p.write("    " + p.draw(line))
		}
	}
}

// line wraps cells over the whole width; continuation lines begin with indent.
func (p *printer) line(cells []cell, indent string) {
	for i, l := range p.wrap(cells, p.opt.Width, p.opt.Width-p.width(indent)) {
		if i > 0 {
			p.write(indent + p.draw(l))
			continue
		}
		p.write(p.draw(l))
	}
}

// write ends a line; trailing blanks never reach the reader.
func (p *printer) write(s string) {
	p.out.WriteString(strings.TrimRight(s, " "))
	p.out.WriteByte('\n')
}
