package lint

// （削る）の漏れ: a clause that only the old column has is announced in the new one.
//
//	(empty) ← 六　経過措置                                        found, where the table announces others
//	（削る） ← 第七条 … ／ 一 … ／ 二 …                              near miss: the article goes with its items
//	a table that never writes （削る）                              near miss: it has no such custom

import (
	"shinkyu/corpus"
	"shinkyu/diff"
)

var removedMarker = &Rule{
	ID: "removed-marker-missing", Number: 5, Severity: corpus.Warning, Needs: NeedsTable, Audit: true,
	Title: "削られた条項に（削る）がない", English: "a clause is gone without （削る）",
	Basis: "削る条項の新の欄には（削る）と記す", Bad: "空欄 ← 六　経過措置", Good: "条を削る印がその項・号も代表している",
	Hint: "新の欄に（削る）と記してください", HintEN: "write （削る） in the new column",
	check: func(s *subject) {
		s.markersMissing(diff.Removed, corpus.Old, corpus.Removed, "「%s」は削られていますが、新の欄に（削る）がありません", "%q is gone but the new column has no （削る）")
	},
}
