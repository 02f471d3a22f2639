package lint

// 相対的な引用: 前項 and 前三条 count from where they stand; a clause put in between makes them name another.
//
//	２　前項の申請 …, behind a new 項                               found
//	前各号, 次の各号                                              near miss: they take in what is added as a matter of course

import (
	"shinkyu/corpus"
)

var referenceCrosses = &Rule{
	ID: "reference-crosses", Number: 14, Severity: corpus.Warning, Needs: NeedsPair,
	Title: "「前項」「前三条」などの間に条項が加わり、又は減った", English: "前項, 前三条 … now reach over an inserted or deleted clause",
	Basis: "相対的な引用は、間に条項が入ると別のものを指す", Bad: "前項の申請（前に新しい項が入った）", Good: "「前各号」「次の各号」は加わった号も当然に含む",
	Hint: "意図した条項を指しているか確かめてください", HintEN: "see whether it still names the clauses that were meant",
	check: func(s *subject) { s.followReferences(crossed) },
}
