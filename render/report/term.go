package report

// The report for a terminal, and the same without colours for a pipe.

import (
	"fmt"
	"strings"

	"github.com/muesli/termenv"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
	"shinkyu/render/outline"
)

// Options say for whom to write.
type Options struct {
	Japanese bool
	Color    termenv.Profile
}

// Term writes the findings of each subject and a line of totals.
func Term(list []Subject, o Options) []byte {
	var b strings.Builder
	applied := map[string]bool{}
	most := 0
	for i := range list {
		s := &list[i]
		most = max(most, s.Report.Applied)
		for j := range s.Report.Findings {
			f := &s.Report.Findings[j]
			applied[f.Rule.ID] = true
			o.finding(&b, s, f)
		}
	}
	o.totals(&b, list, most)
	return []byte(b.String())
}

func (o Options) pick(ja, en string) string {
	if o.Japanese {
		return ja
	}
	return en
}

func (o Options) finding(b *strings.Builder, s *Subject, f *lint.Finding) {
	head := outline.OneLine(s.Name)
	if f.Unit >= 0 {
		if page := s.Report.Units[f.Side][f.Unit].Origin.Page; page > 0 {
			head += fmt.Sprintf(o.pick(" %d頁", " page %d"), page)
		} else if line := s.Report.Units[f.Side][f.Unit].Origin.Line; line > 0 && !s.Report.Pair {
			head += fmt.Sprintf(":%d", line)
		}
		head += " " + outline.OneLine(address(&s.Report, f.Place))
	}
	fmt.Fprintf(b, "%s: %s %s: %s\n", head, o.severity(f.Severity), f.Rule.ID, outline.OneLine(message(f, o.Japanese)))
	for _, p := range excerpts(&s.Report, f) {
		label := ""
		if s.Report.Pair {
			label = o.pick("改正後", "new") + "  "
			if p.Side == corpus.Old {
				label = o.pick("改正前", "old") + "  "
			}
		} else if p != f.Place {
			label = outline.OneLine(address(&s.Report, p)) + "  "
		}
		b.WriteString("    " + label + outline.OneLine(excerpt(s.Report.Units[p.Side][p.Unit], p.Span)) + "\n")
	}
	if list := alsoAt(&s.Report, f, o.pick("、", ", ")); list != "" {
		b.WriteString("    " + o.pick("同じく ", "also at ") + outline.OneLine(list) + "\n")
	}
	if h := hint(f, o.Japanese); h != "" {
		b.WriteString("  " + o.Color.String("hint:").Faint().String() + " " + outline.OneLine(h) + "\n")
	}
	b.WriteByte('\n')
}

// severity is the word, coloured where there are colours: the words carry the meaning.
func (o Options) severity(s corpus.Severity) string {
	word := o.Color.String(string(s))
	switch s {
	case corpus.Error:
		word = word.Foreground(o.Color.Color("1")).Bold()
	case corpus.Warning:
		word = word.Foreground(o.Color.Color("3"))
	}
	return word.String()
}

func (o Options) totals(b *strings.Builder, list []Subject, applied int) {
	var parts []string
	for _, s := range []corpus.Severity{corpus.Error, corpus.Warning, corpus.Info} {
		if n := Count(list, s); n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", s, n))
		}
	}
	counts := ""
	if len(parts) > 0 {
		counts = " (" + strings.Join(parts, " · ") + ")"
	}
	total := total(list)
	if o.Japanese {
		fmt.Fprintf(b, "%d 件%s · %d 検査中 %d 件を適用\n", total, counts, len(lint.Rules()), applied)
		return
	}
	word := "findings"
	if total == 1 {
		word = "finding"
	}
	fmt.Fprintf(b, "%d %s%s · %d of %d checks applied\n", total, word, counts, applied, len(lint.Rules()))
}

// Text writes one line a finding, for grep and editors: name:line: address: severity rule: message.
func Text(list []Subject, o Options) []byte {
	var b strings.Builder
	for i := range list {
		s := &list[i]
		for j := range s.Report.Findings {
			f := &s.Report.Findings[j]
			b.WriteString(outline.OneLine(s.Name))
			if f.Unit >= 0 {
				at := s.Report.Units[f.Side][f.Unit].Origin
				switch {
				case at.Page > 0:
					fmt.Fprintf(&b, ":p%d", at.Page)
				case at.Line > 0:
					fmt.Fprintf(&b, ":%d", at.Line)
				}
				b.WriteString(": " + outline.OneLine(address(&s.Report, f.Place)))
			}
			fmt.Fprintf(&b, ": %s %s: %s", f.Severity, f.Rule.ID, outline.OneLine(message(f, o.Japanese)))
			if list := alsoAt(&s.Report, f, o.pick("、", ", ")); list != "" {
				b.WriteString(o.pick("：", ": ") + outline.OneLine(list))
			}
			b.WriteByte('\n')
		}
	}
	return []byte(b.String())
}
