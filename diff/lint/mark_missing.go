package lint

// 傍線の漏れ: words changed and no mark touches them. Where one covers some of them, mark-partial says which it leaves out.
//
//	七日以内 ← 五日以内, no line under either                      found
//	＿受理の日から七日以内＿ ← ＿受理の日から五日以内＿                  near miss: the line covers the phrase that holds the change
//	a table without any line, a page whose table was lost            near miss: nothing is claimed there
//
// Where the table is the amendment itself (次の表により改正する), an unmarked difference amends nothing: an error.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

var markMissing = &Rule{
	ID: "mark-missing", Number: 1, Severity: corpus.Warning, Needs: NeedsTable, Audit: true,
	Title: "変更されているのに傍線がない", English: "words changed without a mark",
	Basis: "傍線・下線の部分が改正部分。表による改正（新旧対照表方式）では、傍線のない差異は改正されない（その場合は error）",
	Bad:   "七日以内（傍線なし） ← 五日以内", Good: "点検を行う旨＿とする＿ のように句全体に傍線があり、変更がその中にある",
	Hint: "傍線を付すか、変更しないなら元に戻してください", HintEN: "mark the change, or undo it",
	check: (*subject).marksMissing,
}

func (s *subject) marksMissing() {
	operative := s.operative()
	for x := range s.unlined() {
		if touched(x.clause, x.span) || s.stays(x.side, x.unit, x.span) {
			continue
		}
		f := s.report(x.side, x.unit, x.span, "「%s」は変更されていますが、傍線がありません", "%q changed but is not marked")
		words := x.clause.Text.Slice(x.span.Start, x.span.End).S
		switch {
		case !significant(words):
			s.lower(f, corpus.Info)
		case operative:
			s.lower(f, corpus.Error)
		}
		s.faces(f)
		if len(f.Related) > 0 && f.Related[0].Span.Len() > 0 {
			other := s.sides[x.side.which.Other()].units[f.Related[0].Unit].Text
			if token.LooseText(other.Slice(f.Related[0].Span.Start, f.Related[0].Span.End).S) == token.LooseText(words) {
				s.lower(f, corpus.Info) // 27 and ２７
			}
		}
	}
}

// stays reports whether the words of an edit stand whole in the edit that faces it, a blank or a sign away from what was added there: nothing of them changed.
func (s *subject) stays(d *side, u int, e corpus.Span) bool {
	f := Finding{Place: Place{Side: d.which, Unit: u, Span: e}}
	s.faces(&f)
	if len(f.Related) == 0 || f.Related[0].Span.Len() == 0 {
		return false
	}
	mine := d.units[u].Text.Slice(e.Start, e.End).S
	other := f.Related[0]
	theirs := s.sides[other.Side].units[other.Unit].Text.Slice(other.Span.Start, other.Span.End).S
	gap := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }
	if rest, ok := strings.CutSuffix(theirs, mine); ok && rest != "" {
		r, _ := utf8.DecodeLastRuneInString(rest)
		return gap(r)
	}
	if rest, ok := strings.CutPrefix(theirs, mine); ok && rest != "" {
		r, _ := utf8.DecodeRuneInString(rest)
		return gap(r)
	}
	return false
}

// respelt reports whether an omitted range has the same bounds on both sides in another spelling: ２・３, ２及び３; ロ～ニ, ロからニまで.
func (s *subject) respelt(d *side, u int) bool {
	ch := &s.r.Changes[s.changeOf[d.which][u]]
	if d.units[u].Placeholder != corpus.Omitted || len(ch.New) != 1 || len(ch.Old) != 1 {
		return false
	}
	new, old := s.sides[corpus.New].units[ch.New[0]].Label, s.sides[corpus.Old].units[ch.Old[0]].Label
	if b := bounds(new); len(b) > 1 && slices.Equal(b, bounds(old)) {
		return true
	}
	n, ok1 := numberOf(new)
	o, ok2 := numberOf(old)
	return ok1 && ok2 && slices.Equal(n.lo, o.lo) && slices.Equal(n.hi, o.hi)
}
