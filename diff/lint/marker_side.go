package lint

// 欄の取り違え: （新設） stands in the old column, where the clause is not yet; （削る） in the new one, where it is no more.
//
//	（新設） | 第四条の二 …, the left column being the new one         found
//	第四条の二 … | （新設）                                         near miss: the right way round

import (
	"shinkyu/corpus"
)

var markerSide = &Rule{
	ID: "marker-side", Number: 6, Severity: corpus.Error, Needs: NeedsTable, Audit: true,
	Title: "（新設）・（削る）が逆の欄にある", English: "（新設） or （削る） in the wrong column",
	Basis: "（新設）は旧の欄、（削る）は新の欄に記す", Bad: "（新設） | 第四条の二 …", Good: "第四条の二 … | （新設）",
	Hint: "左右の欄の取り違えがないか確かめてください", HintEN: "see whether the columns were exchanged",
	check: func(s *subject) {
		wrong := [2]corpus.Placeholder{corpus.New: corpus.Added, corpus.Old: corpus.Removed}
		for i, d := range s.sides {
			for u, c := range d.units {
				if c.Placeholder == wrong[i] {
					s.report(d, u, d.whole(u), "「%s」が逆の欄にあります", "%q stands in the wrong column")
				}
			}
		}
	},
}
