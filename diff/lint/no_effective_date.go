package lint

// 施行期日: a rule says from when it holds.
//
//	この規程は、令和三年四月一日から施行する。                        near miss
//	この規程の施行の日前に納められた …                              found if nothing else stands there: it speaks of a day that nobody set

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

var effectiveDate = &Rule{
	ID: "no-effective-date", Number: 38, Severity: corpus.Warning, Needs: NeedsText,
	Title: "施行期日の定めがない", English: "no provision says when the rule takes effect",
	Basis: "附則に施行期日を定める", Bad: "附則のない規程、施行期日のない附則", Good: "公布の日から施行する、別に定める日から施行する、（略）とした附則、条文の一部だけの対照表",
	Hint: "附則に施行期日を定めてください", HintEN: "say in the 附則 when the rule takes effect",
	text: func(s *subject, d *side) {
		if s.r != nil && d.which == corpus.Old || !d.lawful {
			return
		}
		first, said, omitted := -1, false, false
		for u, c := range d.units {
			text := string(d.flats[u].Text)
			inSupplement := strings.HasPrefix(d.part(u), "附則")
			if inSupplement && first < 0 {
				first = u
			}
			omitted = omitted || c.Placeholder == corpus.Omitted && (inSupplement || strings.Contains(c.Text.S, "附則"))
			said = said || (inSupplement || !d.partial) && effectRE.MatchString(text)
		}
		switch {
		case said || omitted:
		case first >= 0:
			s.report(d, first, d.head(first), "附則に施行期日の定めがありません", "the 附則 says no date of effect")
		case !d.partial && len(d.units) > 0 && d.ended():
			s.report(d, -1, corpus.Span{}, "附則（施行期日）がありません", "there is no 附則 with the date of effect")
		}
	},
}

var effectRE = lazy.MustCompile(`施行する|から施行|施行の日は|施行期日は|から適用|から実施|効力を生ずる|発効する`)

// ended reports whether a text is a rule of its own, from its first article on.
func (d *side) ended() bool {
	for _, c := range d.units {
		if c.Kind == corpus.KindArticle {
			q, ok := numberOf(c.Label)
			return ok && len(q.lo) == 1 && q.lo[0] == 1
		}
	}
	return false
}
