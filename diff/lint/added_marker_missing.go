package lint

// （新設）の漏れ: a clause that only the new column has is announced in the old one.
//
//	第四条の二 … ← (empty)                                       found, where the table announces others
//	第四条の二 … ／ ２ … ← （新設）                                 near miss: one （新設） speaks for the clauses that follow it
//	a table that never writes （新設）                              near miss: it has no such custom

import (
	"shinkyu/corpus"
	"shinkyu/diff"
)

var addedMarker = &Rule{
	ID: "added-marker-missing", Number: 4, Severity: corpus.Warning, Needs: NeedsTable, Audit: true,
	Title: "新設された条項に（新設）がない", English: "a new clause without （新設）",
	Basis: "新設する条項の旧の欄には（新設）と記す", Bad: "第四条の二 … ← 空欄", Good: "表全体に（新設）の慣行がない、直前の（新設）が続く条項も代表している",
	Hint: "旧の欄に（新設）と記してください", HintEN: "write （新設） in the old column",
	check: func(s *subject) {
		s.markersMissing(diff.Added, corpus.New, corpus.Added, "「%s」は新設されていますが、旧の欄に（新設）がありません", "%q is new but the old column has no （新設）")
	},
}
