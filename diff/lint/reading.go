package lint

// What was strange when the input was read: a page without text, words in no clause, a side that had to be guessed. A check that kept silent about it
// would vouch for text that nobody saw. These findings have the stable ids that reading gave them and no number in the catalogue; a
// configuration sets their severity and leaves them out by id, as those of the rules.

import (
	"fmt"

	"shinkyu/corpus"
)

// readingRule stands for one id of reading.
func readingRule(d corpus.Diag) *Rule {
	return &Rule{ID: d.Rule, Severity: d.Severity, Needs: NeedsText, Title: "原文の読取り", English: "reading the source",
		Basis: "読み取れなかった部分は検査できない", Hint: d.Hint, HintEN: d.HintEN}
}

func (s *subject) reading(diags []corpus.Diag) []Finding {
	var out []Finding
	for _, d := range diags {
		if s.config.off(d.Rule) {
			continue
		}
		rule := readingRule(d)
		f := Finding{Rule: rule, Severity: s.config.severity(rule), Message: d.Message, English: d.English, Hint: d.Hint, HintEN: d.HintEN}
		if f.English == "" {
			f.English = d.Message
		}
		f.Place = Place{Unit: -1}
		side := corpus.New
		if d.Side == corpus.Old.String() {
			side = corpus.Old
		}
		switch on := s.sides[side]; {
		case on != nil && d.Side != "" && d.Unit >= 0 && d.Unit < len(on.units):
			f.Place = Place{Side: side, Unit: d.Unit}
			if d.Span != nil {
				f.Span = *d.Span
			}
		case d.Page > 0:
			f.Message, f.English = fmt.Sprintf("%d頁: %s", d.Page, f.Message), fmt.Sprintf("page %d: %s", d.Page, f.English)
		}
		out = append(out, f)
	}
	return out
}
