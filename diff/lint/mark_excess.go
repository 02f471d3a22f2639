package lint

// 余分な傍線: a line under words that did not change.
//
//	＿委員会＿を置く ← ＿委員会＿を置く                              found
//	＿断る＿ ← ＿断ることができる＿                                 near miss: the phrase lost words on the other side
//	＿品名及び型番の＿ ← ＿品名の＿                                 near miss: the phrase won words on the other side, in its middle too
//	lines under a clause that moved, was divided or merged          near miss: it is marked where it was and where it is

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/internal/token"
)

var markExcess = &Rule{
	ID: "mark-excess", Number: 2, Severity: corpus.Warning, Needs: NeedsTable, Audit: true,
	Title: "傍線があるのに変更されていない", English: "marked words that did not change",
	Basis: "傍線は改正部分だけに付す", Bad: "＿委員会＿を置く ← ＿委員会＿を置く", Good: "変更を含む句全体への傍線、章名の番号だけの変更",
	Hint: "傍線を外すか、変更漏れでないか確かめてください", HintEN: "remove the mark, or see whether a change was forgotten",
	check: (*subject).marksExcess,
}

func (s *subject) marksExcess() {
	edits := s.edits()
	for i, d := range s.sides {
		for u, c := range d.units {
			if c.Placeholder != corpus.NoPlaceholder || s.travels(d, u) {
				continue // what moves is marked where it was and where it is
			}
			for _, m := range c.Text.Marks {
				if s.marksDeletion(d, u, m) || (m.Kind == corpus.MarkBold || m.Kind == corpus.MarkBox) && !s.r.Comparison.Names(c, m.Kind, d.which) || touches(edits[i][u], m.Span) || !significant(c.Text.Slice(m.Span.Start, m.Span.End).S) {
					continue
				}
				s.faces(s.report(d, u, m.Span, "「%s」は傍線がありますが、変更されていません", "%q is marked but did not change"))
			}
		}
	}
}

// travels reports whether a unit has another place now, or goes with one that has: the article of a caption, the clause above.
func (s *subject) travels(d *side, u int) bool {
	if p := d.units[u].Path; len(p) > 0 && p[len(p)-1].Kind == ref.Caption {
		if a := d.articleOf(u); a >= 0 {
			u = a
			if f := s.r.Changes[s.changeOf[d.which][a]].Form; f == diff.Added || f == diff.Removed {
				return true
			}
		}
	}
	for ; u >= 0; u = d.parents[u] {
		for _, k := range s.r.Changes[s.changeOf[d.which][u]].Structure {
			if k == diff.Moved || k == diff.Releveled || k == diff.Split || k == diff.Merged {
				return true
			}
		}
	}
	return false
}

// marksDeletion reports whether the marked words belong to a marked phrase of which the other side has more, around them or between them: ＿断る＿ ← ＿断ることができる＿.
func (s *subject) marksDeletion(d *side, u int, m corpus.Mark) bool {
	words := token.LooseText(d.units[u].Text.Slice(m.Span.Start, m.Span.End).S)
	ch := &s.r.Changes[s.changeOf[d.which][u]]
	for _, e := range ch.Edits {
		if e.Side == d.which {
			continue
		}
		other := s.sides[e.Side].units[e.Unit].Text
		for _, k := range other.Marks {
			if !touches([]corpus.Span{e.Span}, k.Span) {
				continue
			}
			if strings.Contains(token.LooseText(other.Slice(k.Span.Start, k.Span.End).S), words) || strings.Contains(token.LooseText(unchanged(ch.Edits, e, other, k.Span)), words) {
				return true
			}
		}
	}
	return false
}

// unchanged is what stands in a span of the text that edit is in and did not change.
func unchanged(edits []diff.Edit, edit diff.Edit, text corpus.Text, span corpus.Span) string {
	var b strings.Builder
	at := span.Start
	for _, e := range edits {
		if e.Side != edit.Side || e.Unit != edit.Unit || e.Span.End <= at || e.Span.Start >= span.End {
			continue
		}
		b.WriteString(text.Slice(at, max(at, e.Span.Start)).S)
		at = e.Span.End
	}
	b.WriteString(text.Slice(min(at, span.End), span.End).S)
	return b.String()
}
