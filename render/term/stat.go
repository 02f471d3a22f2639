package term

import (
	"fmt"
	"strings"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/outline"
	"shinkyu/render/words"
)

// barWidth is the longest bar of --stat.
const barWidth = 20

// Stat draws one line a changed clause: address, how much came and went, what it is.
func Stat(r *diff.Result, opt Options) []byte {
	p := newPrinter(r, opt)
	blocks := outline.Blocks(r)
	p.head(blocks)
	p.write("")
	type entry struct {
		n        int
		name     string
		in, out_ int
	}
	var list []entry
	name, most := 0, 1
	for i := range r.Changes {
		if !p.wanted(i) {
			continue
		}
		e := entry{n: i, name: address(r, &r.Changes[i])}
		e.in, e.out_ = amounts(r, &r.Changes[i])
		list = append(list, e)
		name, most = max(name, p.width(e.name)), max(most, e.in+e.out_)
	}
	name = min(name, p.opt.Width/3)
	for _, e := range list {
		c := &r.Changes[e.n]
		head := p.cells(e.name, plain)
		text := strings.Repeat(" ", max(0, name-p.width(e.name))) + fmt.Sprintf("  %5s %5s  ", count('+', e.in), count('-', e.out_))
		line := append(head, p.cells(text, plain)...)
		in, out := scale(e.in, most), scale(e.out_, most)
		tags := strings.Join(words.Tags(r, c), " · ")
		line = append(line, p.bare(strings.Repeat("+", in), insert)...)
		line = append(line, p.bare(strings.Repeat("-", out), remove)...)
		line = append(line, p.cells(strings.Repeat(" ", max(0, barWidth-in-out))+"  ", plain)...)
		line = append(line, p.cells(tags, tag)...)
		p.line(line, "    ")
	}
	return p.out.Bytes()
}

// bare cells carry a colour but no signs: they are signs themselves.
func (p *printer) bare(text string, s style) []cell {
	if !p.color() {
		s = plain
	}
	return p.cells(text, s)
}

func count(sign rune, n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("%c%d", sign, n)
}

// scale is a share of the bar; what is not nothing is at least one sign.
func scale(n, most int) int {
	if n == 0 {
		return 0
	}
	return max(1, n*barWidth/max(most, barWidth))
}

// amounts counts the edited characters of both sides without white space.
func amounts(r *diff.Result, c *diff.Change) (in, out int) {
	for _, e := range c.Edits {
		n := 0
		runes := []rune(r.Units[e.Side][e.Unit].Text.S)
		for i := max(0, e.Span.Start); i < min(e.Span.End, len(runes)); i++ {
			if !unicode.IsSpace(runes[i]) {
				n++
			}
		}
		if r.Units[e.Side][e.Unit].Placeholder.IsMarker() {
			continue
		}
		if e.Side == corpus.New {
			in += n
		} else {
			out += n
		}
	}
	return in, out
}

// address is where a change stands: its first clause on the new side, else 旧 and that of the old side.
func address(r *diff.Result, c *diff.Change) string {
	for _, side := range []corpus.Side{corpus.New, corpus.Old} {
		for _, u := range c.Units(side) {
			k := r.Units[side][u]
			if k.Placeholder.IsMarker() {
				continue
			}
			if side == corpus.Old {
				return "旧" + k.Path.Cite()
			}
			return k.Path.Cite()
		}
	}
	return "?"
}
