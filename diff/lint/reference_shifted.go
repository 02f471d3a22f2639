package lint

// 条ずれの漏れ: a clause was renumbered, and a reference to it still gives its old number, which is now another clause's or nobody's.
//
//	第五条 became 第六条; 「第五条の届出」 stayed                       found
//	「第五条」 → 「第六条」                                         near miss: updated
//	第五条 was replaced in its place                               near miss: the number still fits

import (
	"shinkyu/corpus"
)

var referenceShifted = &Rule{
	ID: "reference-shifted", Number: 13, Severity: corpus.Error, Needs: NeedsPair,
	Title: "引用先の番号が移ったのに引用が直されていない（条ずれ）", English: "a reference was not updated after renumbering",
	Basis: "条項を繰り上げ、又は繰り下げたときは、それを引用する規定も改める", Bad: "第五条を第六条に繰り下げたのに「第五条の届出」のまま", Good: "「第五条」→「第六条」と改めた引用、全部改正された同じ番号の条",
	Hint: "新しい番号に改めてください", HintEN: "cite the new number",
	check: func(s *subject) { s.followReferences(moved) },
}
