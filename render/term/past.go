package term

// The history of a rule in a terminal: one line a revision with a sign for what it did, the words it replaced behind a
// bar. Signs are read in black and white: ● words, ◆ place, ○ untouched or first, × gone, ◇ not yet in force.

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/render/past"
)

// History is what drawing a past needs beside the width: it has no result.
func historyPrinter(opt Options) *printer { return newPrinter(nil, opt) }

// Log draws the history of one clause.
func Log(l past.Log, opt Options) []byte {
	p := historyPrinter(opt)
	facts := []string{fmt.Sprintf("%d 回の改正", l.Amended), "現在の位置 " + l.Address}
	if !l.Alive {
		facts[1] = "廃止 · 最後の位置 " + l.Address
	}
	if l.First != l.Address {
		facts = append(facts, "制定時 "+l.First)
	}
	name := l.Address
	if l.Alive && len(l.Steps) == 0 || name == "" {
		name = l.First
	}
	p.ends(append(p.cells(name+l.Heading, strong), p.cells("  "+l.Document, faint)...), plain, facts...)
	if l.From != nil {
		p.line(p.cells("分かれる前の条項: "+l.From.Address, faint), "  ")
	}
	if l.Into != nil {
		p.line(p.cells("統合先の条項: "+l.Into.Address, faint), "  ")
	}
	p.write("")
	name2 := 0
	for _, s := range l.Steps {
		name2 = max(name2, p.width(s.Revision.Name()))
	}
	name2 = min(name2, max(12, p.opt.Width/3))
	for _, s := range l.Steps {
		p.step(s, name2)
	}
	return p.out.Bytes()
}

func (p *printer) step(s past.Step, name int) {
	what := strings.Join(s.Tags, separator)
	switch {
	case s.What == past.Gone && what == "":
		what = "削る"
	case s.What == past.First && what == "":
		what = "新設"
	case what == "" && s.What == past.Moved:
		what = "位置の変更"
	case s.What == past.Restored:
		what = strings.Join(append([]string{"復活"}, slices.DeleteFunc(slices.Clone(s.Tags), func(t string) bool { return t == "新設" })...), separator)
	case what == "":
		what = "同一"
	}
	if s.Was != "" && s.Now != "" {
		what += " " + s.Was + " → " + s.Now
	}
	p.revision(sign(s), s.Revision, name, what)
	for _, w := range s.Words {
		p.barred(w)
	}
}

// revision draws the line of one revision.
func (p *printer) revision(sign string, r past.Revision, name int, what string) {
	state := "施行"
	if r.Future {
		state = "施行予定"
	}
	head := fmt.Sprintf("%s %s %s  %s", sign, r.InForce, state, r.Name())
	line := p.cells(head, plain)
	if what != "" {
		pad := max(0, name-p.width(r.Name()))
		if !r.Future {
			pad += p.width("予定")
		}
		line = append(line, p.cells(strings.Repeat(" ", pad)+"  ", plain)...)
		line = append(line, p.cells(what, tag)...)
	}
	p.line(line, "│     ")
}

func (p *printer) barred(text string) {
	width := p.opt.Width - 4
	for i, row := range p.wrap(p.cells(text, plain), width, width-2) {
		lead := "│   "
		if i > 0 {
			lead += "  "
		}
		p.write(lead + p.draw(row))
	}
}

func sign(s past.Step) string {
	switch {
	case s.What == past.Gone:
		return "×"
	case s.Revision.Future:
		return "◇"
	case s.What == past.Moved:
		return "◆"
	case s.What == past.Changed, s.What == past.Restored:
		return "●"
	}
	return "○"
}

// RuleLog draws the history of a rule.
func RuleLog(l past.RuleLog, opt Options) []byte {
	p := historyPrinter(opt)
	p.ends(append(p.cells(l.Title, strong), p.cells("  "+l.Document, faint)...), plain, fmt.Sprintf("%d 版", len(l.Revisions)))
	p.write("")
	name := 0
	for _, s := range l.Revisions {
		name = max(name, p.width(s.Revision.Name()))
	}
	name = min(name, max(12, p.opt.Width/3))
	for _, s := range l.Revisions {
		mark := "●"
		switch {
		case s.Revision.Future:
			mark = "◇"
		case len(s.Clauses) == 0:
			mark = "○"
		}
		var more []string
		for _, word := range []string{s.Revision.Label, s.Revision.Kind} {
			if word != "" && word != s.Revision.Name() {
				more = append(more, word)
			}
		}
		p.revision(mark, s.Revision, name, strings.Join(more, " "))
		if s.Summary != "" {
			p.barred(s.Summary)
		}
		if len(s.Clauses) > 0 {
			p.barred(strings.Join(s.Clauses, "、"))
		}
	}
	if len(l.Gone) > 0 {
		p.write("")
		p.line(p.cells("廃止された条項", strong), "  ")
		for _, g := range l.Gone {
			text := fmt.Sprintf("× %s  %s ～ %s", g.Address, g.From.InForce, g.To.InForce)
			if g.Into != "" {
				text += "  → " + g.Into
			}
			p.line(p.cells(text, plain), "    ")
		}
	}
	return p.out.Bytes()
}

// Blame draws the text with the revision that last changed each clause in the margin.
func Blame(b past.Blame, opt Options) []byte {
	p := historyPrinter(opt)
	p.ends(append(p.cells(b.Title, strong), p.cells("  "+b.Document, faint)...), plain)
	p.write("")
	width := 0
	for _, l := range b.Lines {
		width = max(width, p.width(margin(l)))
	}
	width = min(width, p.opt.Width/3)
	before := ""
	for _, l := range b.Lines {
		left := margin(l)
		shown := left
		if left == before {
			shown = "″"
		}
		before = left
		p.blamed(shown, width, l)
	}
	return p.out.Bytes()
}

// margin names the revision of a line.
func margin(l past.BlameLine) string {
	if l.Revision == nil {
		return "（原文なし）"
	}
	return l.Revision.InForce + " " + l.Revision.Name()
}

func (p *printer) blamed(left string, width int, l past.BlameLine) {
	margin := p.wrap(p.cells(left, faint), width, width)
	indent := strings.Repeat("  ", min(l.Depth, 6))
	room := max(10, p.opt.Width-width-3-p.width(indent))
	text := p.wrap(p.cells(strings.Join(strings.Fields(l.Text), "　"), plain), room, room)
	for i := range max(len(margin), len(text)) {
		row, cols := "", 0
		if i < len(margin) {
			row, cols = p.draw(margin[i]), p.columns(margin[i])
		}
		row += strings.Repeat(" ", max(0, width-cols)) + " │ "
		if i < len(text) {
			row += indent + p.draw(text[i])
		}
		p.write(row)
	}
}

// Show draws a text, or one clause of it with the headings above.
func Show(s past.Show, opt Options) []byte {
	p := historyPrinter(opt)
	if len(s.Above) > 0 {
		p.line(p.cells(strings.Join(s.Above, " › "), faint), "  ")
	}
	for _, l := range s.Lines {
		indent := strings.Repeat("  ", min(l.Depth, 8))
		room := max(10, p.opt.Width-p.width(indent))
		style := plain
		if l.Omitted {
			style = faint
		}
		for _, row := range p.wrap(p.cells(strings.Join(strings.Fields(l.Text), "　"), style), room, room) {
			p.write(indent + p.draw(row))
		}
	}
	return p.out.Bytes()
}

// searchAround is how many characters stand on each side of a hit.
const searchAround = 24

// Hits draws what a search found, grouped by rule.
func Hits(hits []past.Hit, opt Options) []byte {
	p := historyPrinter(opt)
	document := ""
	for _, h := range hits {
		if h.Document != document {
			if document != "" {
				p.write("")
			}
			document = h.Document
			p.ends(append(p.cells(h.Title, strong), p.cells("  "+h.Document, faint)...), plain)
		}
		p.line(p.cells("  "+h.Address+h.Heading, tag), "    ")
		width := p.opt.Width - 4
		for _, row := range p.wrap(p.excerpt(h), width, width) {
			p.write("    " + p.draw(row))
		}
	}
	return p.out.Bytes()
}

// excerpt is the text around the hits, what lies between left out.
func (p *printer) excerpt(h past.Hit) []cell {
	runes := []rune(h.Text)
	var out []cell
	at := 0
	for i, s := range h.Spans {
		start := max(at, s.Start-searchAround)
		if start > at {
			out = append(out, p.cells("…", faint)...)
		}
		out = append(out, p.cells(string(runes[start:s.Start]), plain)...)
		out = append(out, p.hit(string(runes[s.Start:s.End]))...)
		at = min(len(runes), s.End+searchAround)
		if i+1 < len(h.Spans) {
			at = min(at, h.Spans[i+1].Start)
		}
		out = append(out, p.cells(string(runes[s.End:at]), plain)...)
	}
	if at < len(runes) {
		out = append(out, p.cells("…", faint)...)
	}
	return out
}

// hit marks found words: in colour, else in brackets.
func (p *printer) hit(text string) []cell {
	if p.color() {
		return p.cells(text, insert)
	}
	return p.cells("["+text+"]", plain)
}
