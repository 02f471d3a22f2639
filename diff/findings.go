package diff

// Findings: where the printed table and the computed comparison differ. Both are shown, neither is corrected.
//
// An underline is evidence, not truth: drafters underline whole phrases, forget particles, and mark what did not change. So a change
// counts as marked if a mark touches most of it, and a mark as justified if it touches a change. A table that never marks anything
// (or never prints a marker) has no custom to break, and is left alone.

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// check compares a printed table with what was computed. Rules are stable ids of the comparison JSON.
func (r *Result) check() {
	if !r.Comparison.Printed() {
		return
	}
	if r.uses(func(c *corpus.Clause) bool { return len(c.Text.Marks) > 0 }) {
		r.checkMarks()
	}
	r.checkMarkers()
	r.checkOmitted()
	slices.SortStableFunc(r.Findings, func(a, b corpus.Diag) int {
		if a.Side != b.Side {
			return strings.Compare(a.Side, b.Side)
		}
		return a.Unit - b.Unit
	})
}

func (r *Result) uses(f func(*corpus.Clause) bool) bool {
	return slices.ContainsFunc(r.Units[0], f) || slices.ContainsFunc(r.Units[1], f)
}

// report appends a finding about the words at span of a unit.
func (r *Result) report(rule string, sev corpus.Severity, s corpus.Side, unit int, span corpus.Span, ja, en string) {
	c := r.Units[s][unit]
	words := shorten(strings.TrimSpace(c.Text.Slice(span.Start, span.End).S))
	r.Findings = append(r.Findings, corpus.Diag{Rule: rule, Severity: sev, Side: s.String(), Unit: unit, Span: &span, Page: c.Origin.Page,
		Message: fmt.Sprintf(ja, words), English: fmt.Sprintf(en, words)})
}

// shorten keeps a message readable: the beginning and the end of long words.
func shorten(s string) string {
	r := []rune(s)
	if len(r) <= 40 {
		return s
	}
	return string(r[:24]) + "…" + string(r[len(r)-12:])
}

// significant reports whether a text holds more than particles, connectives, signs and blanks.
func significant(s string) bool {
	for _, t := range token.Lex(s) {
		switch t.Kind {
		case token.Kana, token.Punct, token.Ending:
		default:
			return true
		}
	}
	return false
}

func (r *Result) checkMarks() {
	editsOf := [2]map[int][]corpus.Span{{}, {}}
	for i := range r.Changes {
		for _, e := range r.Changes[i].Edits {
			editsOf[e.Side][e.Unit] = append(editsOf[e.Side][e.Unit], e.Span)
		}
	}
	for s := range r.Units {
		side := corpus.Side(s)
		for u, c := range r.Units[s] {
			edits := editsOf[s][u]
			for _, e := range edits {
				if marked(c, e) || lined(c, e) {
					continue
				}
				sev := corpus.Warning
				if !significant(c.Text.Slice(e.Start, e.End).S) {
					sev = corpus.Info
				}
				r.report("mark-missing", sev, side, u, e, "「%s」は変更されていますが、傍線がありません", "%q changed but is not marked")
			}
			for _, m := range c.Text.Marks {
				words := c.Text.Slice(m.Span.Start, m.Span.End).S
				if m.Kind == corpus.MarkBold || touches(edits, m.Span) || !significant(words) {
					continue
				}
				r.report("mark-excess", corpus.Info, side, u, m.Span, "「%s」は傍線がありますが、変更されていません", "%q is marked but did not change")
			}
		}
	}
}

// shortEdit is an edit that counts as marked when a mark touches it: of ４回分 drafters mark ４.
const shortEdit = 6

// marked reports whether marks cover at least half of an edit, or touch a short one.
func marked(c *corpus.Clause, e corpus.Span) bool {
	n, all := 0, 0
	text := []rune(c.Text.S)
	for i := e.Start; i < e.End && i < len(text); i++ {
		if token.Blank(text[i]) {
			continue
		}
		all++
		if slices.ContainsFunc(c.Text.Marks, func(m corpus.Mark) bool { return m.Span.Start <= i && i < m.Span.End }) {
			n++
		}
	}
	return 2*n >= all || n > 0 && all <= shortEdit
}

// lined reports whether an edit of a whole clause is marked by double lines under its number (標記部分), as tables do whose legend says 順次対応する: there
// the number stands for the clause that was added, deleted or moved.
func lined(c *corpus.Clause, e corpus.Span) bool {
	if c.Label == "" || e.Start > 0 {
		return false
	}
	whole := e.End >= c.Text.Len() || e.End <= c.Body
	return whole && slices.ContainsFunc(c.Text.Marks, func(m corpus.Mark) bool {
		return m.Kind == corpus.MarkDouble && m.Span.Start < c.Body && m.Span.End > 0
	})
}

func touches(edits []corpus.Span, m corpus.Span) bool {
	return slices.ContainsFunc(edits, func(e corpus.Span) bool { return e.Start < m.End && m.Start < e.End })
}

// checkMarkers finds clauses on one side only that no marker announces, and markers in the wrong column.
func (r *Result) checkMarkers() {
	wrong := [2]corpus.Placeholder{corpus.New: corpus.Added, corpus.Old: corpus.Removed}
	for s := range r.Units {
		for u, c := range r.Units[s] {
			if c.Placeholder == wrong[s] {
				r.report("marker-side", corpus.Warning, corpus.Side(s), u, corpus.Span{End: c.Text.Len()},
					"「%s」が逆の欄にあります（新設は旧の欄、削るは新の欄に記します）", "%q stands in the wrong column")
			}
		}
	}
	for _, f := range []struct {
		form   Form
		side   corpus.Side
		marker corpus.Placeholder
		ja, en string
	}{
		{Added, corpus.New, corpus.Added, "「%s」は新設されていますが、旧の欄に（新設）がありません", "%q is new but the old column has no （新設）"},
		{Removed, corpus.Old, corpus.Removed, "「%s」は削られていますが、新の欄に（削る）がありません", "%q is gone but the new column has no （削る）"},
	} {
		if !r.uses(func(c *corpus.Clause) bool { return c.Placeholder == f.marker }) {
			continue
		}
		run := false // a marker, or a finding, speaks for the clauses that follow it
		for i := range r.Changes {
			ch := &r.Changes[i]
			if ch.Form != f.form {
				run = false
				continue
			}
			units := ch.Units(f.side)
			if len(ch.Units(f.side.Other())) > 0 || len(units) == 0 {
				run = true
				continue
			}
			if run {
				continue
			}
			run = true
			r.report("marker-missing", corpus.Warning, f.side, units[0], corpus.Span{End: r.Units[f.side][units[0]].Text.Len()}, f.ja, f.en)
		}
	}
}

// checkOmitted finds 略 that faces text.
func (r *Result) checkOmitted() {
	for i := range r.Changes {
		ch := &r.Changes[i]
		if len(ch.New) == 0 || len(ch.Old) == 0 {
			continue
		}
		for s, u := range [2]int{corpus.New: ch.New[0], corpus.Old: ch.Old[0]} {
			other := [2]int{corpus.New: ch.New[0], corpus.Old: ch.Old[0]}[corpus.Side(s).Other()]
			c, facing := r.Units[s][u], r.Units[corpus.Side(s).Other()][other]
			if c.Placeholder == corpus.Omitted && facing.Placeholder == corpus.NoPlaceholder && len(facing.Words()) > 0 {
				r.report("omitted-beside-text", corpus.Warning, corpus.Side(s), u, corpus.Span{End: c.Text.Len()},
					"「%s」の相手の欄には本文があります", "%q stands beside full text")
			}
		}
	}
}
