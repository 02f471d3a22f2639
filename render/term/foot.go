package term

import (
	"fmt"
	"strings"

	"shinkyu/corpus"
	"shinkyu/render/outline"
	"shinkyu/render/words"
)

// placesNamed is how many differences between marks and edits the last lines name.
const placesNamed = 3

// foot is the audit and what the reader should know about the input.
func (p *printer) foot() {
	var lines []string
	if p.r.Comparison.Printed() {
		if audit, ok := outline.Check(p.r); ok {
			lines = append(lines, strings.Join(audit.Lines(placesNamed), " · "))
		}
	}
	quiet := 0
	for _, set := range [][]corpus.Diag{p.r.Comparison.Diags, p.r.Findings} {
		for _, d := range set {
			switch {
			case d.Rule == "mark-missing" || d.Rule == "mark-partial" || d.Rule == "mark-excess": // the audit says so
			case d.Severity == corpus.Info:
				quiet++
			default:
				lines = append(lines, p.finding(d))
			}
		}
	}
	if n := len(p.r.Comparison.Unplaced); n > 0 || quiet > 0 {
		var parts []string
		if n > 0 {
			parts = append(parts, fmt.Sprintf("条文の外の文字 %dか所", n))
		}
		if quiet > 0 {
			parts = append(parts, fmt.Sprintf("参考 %d件", quiet))
		}
		text := strings.Join(parts, " · ")
		if p.opt.Name != "" {
			text += " · 詳しくは shinkyu extract --audit " + p.opt.Name
		}
		lines = append(lines, text)
	}
	if len(lines) == 0 {
		return
	}
	p.write("")
	for _, l := range lines {
		p.line(p.cells(l, faint), "  ")
	}
}

// finding is 注意 (3頁) 第九条第二項: message.
func (p *printer) finding(d corpus.Diag) string {
	out := words.Severity(d.Severity)
	if d.Page > 0 {
		out += fmt.Sprintf(" (%d頁)", d.Page)
	}
	d.Span = nil // the message quotes the words
	if place := outline.Place(p.r, d); place != "" {
		out += " " + place
	}
	return out + ": " + d.Message
}
