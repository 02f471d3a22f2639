package report

// Workflow commands of GitHub Actions: ::error file=…,line=…,title=…::message. Percent, line breaks and, in properties, colon and comma are escaped.

import (
	"fmt"
	"strings"

	"shinkyu/corpus"
)

var (
	dataEscape     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	propertyEscape = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// GitHub writes one annotation a finding.
func GitHub(list []Subject, o Options) []byte {
	var b strings.Builder
	for i := range list {
		s := &list[i]
		for j := range s.Report.Findings {
			f := &s.Report.Findings[j]
			kind := "notice"
			switch f.Severity {
			case corpus.Error:
				kind = "error"
			case corpus.Warning:
				kind = "warning"
			}
			where := "file=" + propertyEscape.Replace(s.Name)
			text := message(f, o.Japanese)
			if f.Unit >= 0 {
				c := s.Report.Units[f.Side][f.Unit]
				if !s.Report.Pair && c.Origin.Line > 0 {
					where += fmt.Sprintf(",line=%d", c.Origin.Line)
				}
				text = address(&s.Report, f.Place) + ": " + text + "\n" + excerpt(c, f.Span)
				if list := alsoAt(&s.Report, f, ", "); list != "" {
					text += "\n" + o.pick("同じく ", "also at ") + list
				}
			}
			fmt.Fprintf(&b, "::%s %s,title=%s::%s\n", kind, where, propertyEscape.Replace(f.Rule.ID), dataEscape.Replace(text))
		}
	}
	return []byte(b.String())
}
