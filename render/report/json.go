package report

// The check as JSON: public, additions are free, renames need a new schema number.

import (
	"encoding/json"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
)

// Schema is the "schema" field.
const Schema = "shinkyu.check/1"

type checkJSON struct {
	Schema   string        `json:"schema"`
	Checks   int           `json:"checks"` // rules there are
	Subjects []subjectJSON `json:"subjects"`
}

type subjectJSON struct {
	Name     string        `json:"name"`
	Applied  int           `json:"applied"`
	Findings []findingJSON `json:"findings"`
}

type findingJSON struct {
	Rule     string          `json:"rule"`
	Severity corpus.Severity `json:"severity"`
	placeJSON
	Message string      `json:"message"`
	English string      `json:"message_en"`
	Hint    string      `json:"hint,omitempty"`
	HintEN  string      `json:"hint_en,omitempty"`
	Related []placeJSON `json:"related,omitempty"`
	Same    []placeJSON `json:"same,omitempty"` // other places of which the message is true
}

// placeJSON is absent for a text as a whole.
type placeJSON struct {
	Side string       `json:"side,omitempty"`
	Unit *int         `json:"unit,omitempty"`
	Path string       `json:"path,omitempty"`
	Span *corpus.Span `json:"span,omitempty"`
	Text string       `json:"text,omitempty"` // the words at span
	Page int          `json:"page,omitempty"`
	Line int          `json:"line,omitempty"`
}

func place(r *lint.Report, p lint.Place) placeJSON {
	if p.Unit < 0 {
		return placeJSON{}
	}
	c := r.Units[p.Side][p.Unit]
	unit := p.Unit
	out := placeJSON{Unit: &unit, Path: c.Path.String(), Page: c.Origin.Page, Line: c.Origin.Line}
	if r.Pair {
		out.Side = p.Side.String()
	}
	if p.Span.Len() > 0 {
		span := p.Span
		out.Span, out.Text = &span, c.Text.Slice(span.Start, span.End).S
	}
	return out
}

// JSON writes all findings.
func JSON(list []Subject) ([]byte, error) {
	out := checkJSON{Schema: Schema, Checks: len(lint.Rules()), Subjects: []subjectJSON{}}
	for i := range list {
		s := &list[i]
		x := subjectJSON{Name: s.Name, Applied: s.Report.Applied, Findings: []findingJSON{}}
		for j := range s.Report.Findings {
			f := &s.Report.Findings[j]
			y := findingJSON{Rule: f.Rule.ID, Severity: f.Severity, placeJSON: place(&s.Report, f.Place), Message: f.Message, English: f.English, Hint: f.Hint, HintEN: f.HintEN}
			for _, p := range f.Related {
				y.Related = append(y.Related, place(&s.Report, p))
			}
			for _, p := range f.Same {
				y.Same = append(y.Same, place(&s.Report, p))
			}
			x.Findings = append(x.Findings, y)
		}
		out.Subjects = append(out.Subjects, x)
	}
	return marshal(out)
}

func marshal(v any) ([]byte, error) {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(b, '\n'), nil
}
