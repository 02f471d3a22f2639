package lint

// 略称を用いない: once an abbreviation is made, the long name does not return.
//
//	内部監査委員会（以下「委員会」という。） …, 内部監査委員会は、…          found
//	内部監査委員会事務局                                          near miss: part of a longer name
//	headings, quotations, 附則                                    near miss

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

var longForm = &Rule{
	ID: "long-form", Number: 20, Severity: corpus.Warning, Needs: NeedsText,
	Title: "略称を定めた後に正式名称を用いている", English: "the long name is used after its abbreviation was defined",
	Basis: "略称を設けた後は略称を用いる", Bad: "内部監査委員会（以下「委員会」という。）… 内部監査委員会は、…", Good: "正式名称がより長い名称の一部である場合、見出し、引用、附則",
	Hint: "略称に改めてください", HintEN: "use the abbreviation",
	text: func(s *subject, d *side) {
		for _, e := range d.glossary {
			if !e.Naming || !e.Name || e.Limited || d.foreign(e.Unit) || utf8.RuneCountInString(e.Means) < 6 || strings.ContainsAny(e.Means, "、。（(「") || relativeRE.MatchString(e.Means) {
				continue
			}
			for _, u := range d.uses(e.Means) {
				after := u.unit > e.Unit || u.unit == e.Unit && d.flats[u.unit].At[u.from] >= e.Extent.End
				text := d.flats[u.unit].Text
				if !after || d.units[u.unit].Kind == corpus.KindHeading || strings.HasPrefix(d.part(u.unit), "附則") || d.form(u.unit) || u.to < len(text) && text[u.to] == '(' {
					continue
				}
				r := s.report(d, u.unit, d.span(u), "「%s」には略称「%s」が定められています", "%q has the abbreviation %q", d.words(u.unit, d.span(u)), e.Term)
				r.Related = []Place{{d.which, e.Unit, e.Span}}
			}
		}
	},
}

// relativeRE finds words that name by place: 前項の規定による命令 is another order elsewhere.
var relativeRE = lazy.MustCompile(`^(前|次|同|この|その|当該|本)|前(条|項|号)|同(条|項|号)|第` + numeralRE + `(条|項|号)`)
