package lint

// 削られた条項の引用: what a reference named is struck, or is a shell.
//
//	第七条の規定により, and 第七条　削除                              found
//	改正前の第七条の規定により                                      near miss: the text as it was is meant

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/refer"
)

var referenceDeleted = &Rule{
	ID: "reference-deleted", Number: 15, Severity: corpus.Error, Needs: NeedsText,
	Title: "削られた条項、又は「削除」とされた条項を引用している", English: "a reference to a clause that is struck",
	Basis: "条項を削るときは、それを引用する規定も改める", Bad: "第七条（削除）の規定により", Good: "改正前の第七条の規定により",
	Hint: "引用する規定を改めてください", HintEN: "amend the provision that cites it",
	check: func(s *subject) {
		if s.r != nil {
			s.followReferences(struckOut)
		}
		d := s.sides[corpus.New]
		for _, x := range d.refs {
			if x.Status != refer.Resolved || len(x.Targets) != 1 || d.foreign(x.Unit) || strings.HasPrefix(d.part(x.Unit), "附則") {
				continue
			}
			if t := d.units[x.Targets[0]]; t.Void && x.Targets[0] != x.Unit {
				f := s.report(d, x.Unit, x.Span, "「%s」は「削除」とされています", "%q is a shell")
				f.Related = []Place{{d.which, x.Targets[0], d.whole(x.Targets[0])}}
			}
		}
	},
}
