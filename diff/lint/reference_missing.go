package lint

// 存在しない引用: what is cited is there. What may stand in text that the source leaves out is never reported (diff/refer).
//
//	第九条の規定により, in a rule of eight articles                    found
//	法第九条; 「第九条」と読み替える; an article that the table leaves out   near miss

import (
	"shinkyu/corpus"
	"shinkyu/diff/refer"
)

var referenceMissing = &Rule{
	ID: "reference-missing", Number: 12, Severity: corpus.Error, Needs: NeedsText,
	Title: "引用された条項が存在しない", English: "a reference to a clause that is not there",
	Basis: "引用する条項は実在しなければならない", Bad: "全八条の規程で「第九条の規定により」", Good: "「法第九条」（他の法令）、対照表が略した条、「第九条」と読み替える規定",
	Hint: "引用先の番号を確かめてください", HintEN: "check the number that is cited",
	text: func(s *subject, d *side) {
		for _, x := range d.refs {
			if x.Status != refer.Missing || countsItems(x) || d.foreign(x.Unit) || d.form(x.Unit) {
				continue
			}
			s.report(d, x.Unit, x.Span, "「%s」に当たる条項がありません", "there is no clause %q")
		}
	},
}
