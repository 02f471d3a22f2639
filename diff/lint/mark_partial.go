package lint

// 傍線の不足: a line covers some of the changed words, and leaves out others that changed as well.
//
//	＿教育委員会＿及び校長 ← ＿市長＿                                 found: 及び校長 has no line
//	＿四＿回分 ← ＿二＿回分, the whole amount being one change            near miss: the unit did not change
//	the particles and signs around a marked word                    near miss: they mean nothing by themselves
//
// A change that no line touches is missing altogether (mark-missing). Of a stretch without a line only what the other side does not have counts: a computed
// change may hold words that stand in both, so that it can be read.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/internal/token"
)

var markPartial = &Rule{
	ID: "mark-partial", Number: 40, Severity: corpus.Warning, Needs: NeedsTable, Audit: true,
	Title: "変更された語の一部にしか傍線がない", English: "a change that is marked only in part",
	Basis: "傍線は、変更した語の全てに付す。表による改正では、傍線のない部分は改正されない（その場合は error）",
	Bad:   "＿教育委員会＿及び校長 ← ＿市長＿", Good: "＿四＿回分 ← ＿二＿回分（単位は変わらない）、助詞・句読点だけが外れているもの",
	Hint: "傍線を変更した語の全てに延ばしてください", HintEN: "mark all of the changed words",
	check: (*subject).marksPartial,
}

func (s *subject) marksPartial() {
	operative := s.operative()
	for x := range s.unlined() {
		if !touched(x.clause, x.span) {
			continue
		}
		bare := s.withoutLine(x.side, x.unit, x.span)
		if len(bare) == 0 {
			continue
		}
		var words []string
		for _, b := range bare {
			words = append(words, "「"+x.side.words(x.unit, b)+"」")
		}
		longest := slices.MaxFunc(bare, func(a, b corpus.Span) int { return a.Len() - b.Len() })
		f := s.report(x.side, x.unit, longest, "「%s」の変更のうち、%sに傍線がありません", "of the change %q the words %s are not marked", x.side.words(x.unit, x.span), strings.Join(words, "、"))
		switch {
		case operative:
			s.lower(f, corpus.Error)
		case 2*covered(x.clause, x.span) >= x.span.Len(): // the line is there, a word short
			s.lower(f, corpus.Info)
		}
		for _, b := range bare {
			if b != longest {
				f.Related = append(f.Related, Place{x.side.which, x.unit, b})
			}
		}
	}
}

// withoutLine lists the stretches of an edit under which no line stands although their words are new, or gone. Blanks do not divide a stretch.
func (s *subject) withoutLine(d *side, u int, e corpus.Span) []corpus.Span {
	c := d.units[u]
	text := []rune(c.Text.S)
	other := s.facingWords(d, u)
	var out []corpus.Span
	put := func(from, to int) {
		for _, part := range foreign(text, corpus.Span{Start: from, End: to}, other) {
			for part.End > part.Start && token.Blank(text[part.End-1]) {
				part.End--
			}
			if part.Start < part.End && significant(string(text[part.Start:part.End])) {
				out = append(out, part)
			}
		}
	}
	from := -1
	for i := e.Start; i < min(e.End, len(text)); i++ {
		switch under := underLine(c, i); {
		case under && from >= 0:
			put(from, i)
			from = -1
		case !under && from < 0 && !token.Blank(text[i]):
			from = i
		}
	}
	if from >= 0 {
		put(from, min(e.End, len(text)))
	}
	return out
}

// sharedLength is how many code points must stand in both sides to be the same words and not chance.
const sharedLength = 4

// foreign lists what of a stretch the other side does not say anywhere: a sentence that was divided in two is one computed change, though
// most of its words stayed.
func foreign(text []rune, all corpus.Span, other string) (out []corpus.Span) {
	if strings.Contains(other, token.LooseText(string(text[all.Start:all.End]))) {
		return nil
	}
	from := all.Start
	for i := all.Start; i < all.End; {
		end := i
		for end < all.End && strings.Contains(other, token.LooseText(string(text[i:end+1]))) {
			end++
		}
		if end-i < sharedLength {
			i++
			continue
		}
		out = append(out, corpus.Span{Start: from, End: i})
		from, i = end, end
	}
	return append(out, corpus.Span{Start: from, End: all.End})
}

// covered is how many code points of an edit stand over a line.
func covered(c *corpus.Clause, e corpus.Span) int {
	n := 0
	for i := e.Start; i < e.End; i++ {
		if underLine(c, i) {
			n++
		}
	}
	return n
}

// facingWords is all that the other side of a unit's change says.
func (s *subject) facingWords(d *side, u int) string {
	ch := &s.r.Changes[s.changeOf[d.which][u]]
	if ch.Form == diff.Added || ch.Form == diff.Removed {
		return ""
	}
	var b strings.Builder
	for _, k := range ch.Units(d.which.Other()) {
		b.WriteString(token.LooseText(s.sides[d.which.Other()].units[k].Text.S))
	}
	return b.String()
}
