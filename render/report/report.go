// Package report writes what a check found: for a terminal, as JSON, as SARIF for code scanning, as annotations for GitHub.
//
// A finding is shown with the words around its place on both sides, the place in [brackets]: a drafter knows at once which words are meant, and the
// page gives no line numbers that could say it. The same values feed all outputs; each output is one file.
package report

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
)

// Subject is one checked file, table or revision, with what was found.
type Subject struct {
	Name   string      // as the reader named it: table.pdf, joho-kitei/2026-04-01.pdf
	Report lint.Report // places point into its Units
}

// Count sums findings of a severity.
func Count(list []Subject, s corpus.Severity) int {
	n := 0
	for i := range list {
		n += list[i].Report.Count(s)
	}
	return n
}

func total(list []Subject) int {
	n := 0
	for i := range list {
		n += len(list[i].Report.Findings)
	}
	return n
}

// address cites where a finding stands: 第九条第一項, 旧第九条 on the old side; "" for the text as a whole.
func address(r *lint.Report, p lint.Place) string {
	if p.Unit < 0 {
		return ""
	}
	out := cite(r.Units[p.Side][p.Unit])
	if p.Side == corpus.Old {
		return "旧" + out
	}
	return out
}

// alsoAt cites the other places of which a finding says the same, each clause once.
func alsoAt(r *lint.Report, f *lint.Finding, comma string) string {
	var out []string
	for _, p := range f.Same {
		if a := address(r, p); !slices.Contains(out, a) {
			out = append(out, a)
		}
	}
	return strings.Join(out, comma)
}

func message(f *lint.Finding, japanese bool) string {
	if japanese {
		return f.Message
	}
	return f.English
}

func hint(f *lint.Finding, japanese bool) string {
	if japanese {
		return f.Hint
	}
	return f.HintEN
}

func title(r *lint.Rule, japanese bool) string {
	if japanese {
		return r.Title
	}
	return r.English
}
