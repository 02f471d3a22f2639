package lineage

// The old side of a table must repeat the text that it amends to the letter. Official reviews of bills found slips here
// more often than anywhere: words that were changed on the way, and clauses under a number they do not have.
// A table most of whose old side differs does not amend the revision before it; one finding says so instead of many.

import (
	"fmt"

	"shinkyu/corpus"
)

// Rules of the findings.
const (
	OldSideDiffers = "old-side-differs" // other words than the revision before
	OldSideMoved   = "old-side-moved"   // the words of a clause with another number
	OldSideUnknown = "old-side-unknown" // a clause that the revision before does not have
	OldSideOther   = "old-side-other"   // most of it is not the revision before
)

const (
	enoughUnits = 6   // fewer are told one by one, however many differ
	excerpt     = 12  // letters around the first difference
	mostDiffer  = 0.5 // share of the old side from which it is another text
)

// check compares what the old side prints with the lives it was matched with.
func (v *revision) check(units []*corpus.Clause) {
	total := 0
	for i, c := range units {
		if !present(c) {
			continue
		}
		total++
		p := v.old[i]
		switch {
		case p == nil && v.complete:
			v.note(i, OldSideUnknown, corpus.Warning, "", wordsOf(c),
				fmt.Sprintf("改正前欄の%sは、直前の版にありません", c.Path), fmt.Sprintf("%s on the old side is not in the revision before", c.Path),
				"直前の版と番号を確かめてください")
		case p == nil || p.gap:
		case v.by[i] == Words && !unlabelled(c.Path):
			v.note(i, OldSideMoved, corpus.Error, p.words, wordsOf(c),
				fmt.Sprintf("改正前欄の%sは、直前の版では%sです", c.Path, p.path), fmt.Sprintf("%s on the old side is %s in the revision before", c.Path, p.path),
				"番号を直前の版に合わせてください")
		case p.words != wordsOf(c):
			was, is := around(p.words, wordsOf(c))
			v.note(i, OldSideDiffers, corpus.Error, p.words, wordsOf(c),
				fmt.Sprintf("改正前欄の%sが直前の版と異なります。表「%s」、直前の版「%s」", c.Path, is, was),
				fmt.Sprintf("%s on the old side differs from the revision before: table 「%s」, before 「%s」", c.Path, is, was),
				"改正前欄は直前の版の文を一字一句写してください")
		}
	}
	if n := len(v.findings); total >= enoughUnits && float64(n) >= mostDiffer*float64(total) {
		v.findings = nil
		v.note(-1, OldSideOther, corpus.Error, "", "",
			fmt.Sprintf("改正前欄の%d項目のうち%d項目が直前の版と異なります。間の版が抜けていませんか", total, n),
			fmt.Sprintf("%d of %d clauses on the old side differ from the revision before: is one missing in between?", n, total),
			"直前の版を rule.toml に加えてください")
	}
}

func (v *revision) note(unit int, rule string, severity corpus.Severity, known, printed, ja, en, hint string) {
	f := Finding{State: v.state, Known: known, Printed: printed}
	f.Diag = corpus.Diag{Rule: rule, Severity: severity, Side: corpus.Old.String(), Unit: unit, Message: ja, English: en, Hint: hint}
	if unit >= 0 {
		f.Page = v.res.Units[corpus.Old][unit].Origin.Page
	}
	v.findings = append(v.findings, f)
}

// around cuts two texts to where they first differ.
func around(a, b string) (string, string) {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	cut := func(r []rune) string {
		start, end := max(0, n-excerpt/2), min(len(r), n+excerpt)
		s := string(r[start:end])
		if start > 0 {
			s = "…" + s
		}
		if end < len(r) {
			s += "…"
		}
		return s
	}
	return cut(x), cut(y)
}
