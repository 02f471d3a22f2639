package lint

// Official marks against the computed difference.
//
// A 傍線 is evidence, not truth: drafters underline whole phrases and forget particles. So a change counts as marked if a mark touches
// most of it, and a mark as justified if it touches a change. A table that never marks anything has no custom to break. A page whose table was
// lost when it was made into text lost its marks too, and tells nothing.

import (
	"regexp"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
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

var markExcess = &Rule{
	ID: "mark-excess", Number: 2, Severity: corpus.Warning, Needs: NeedsTable, Audit: true,
	Title: "傍線があるのに変更されていない", English: "marked words that did not change",
	Basis: "傍線は改正部分だけに付す", Bad: "＿委員会＿を置く ← ＿委員会＿を置く", Good: "変更を含む句全体への傍線、章名の番号だけの変更",
	Hint: "傍線を外すか、変更漏れでないか確かめてください", HintEN: "remove the mark, or see whether a change was forgotten",
	check: (*subject).marksExcess,
}

// operativeRE are the words by which a table says that it is the amendment itself.
var operativeRE = regexp.MustCompile(`順次対応する|標記部分|対象規定|次の表により|次の表のように改正`)

// operative reports whether the table is the amendment, and no help for readers.
func (s *subject) operative() bool {
	for _, t := range s.r.Comparison.Tables {
		if operativeRE.MatchString(t.Legend + t.Title) {
			return true
		}
	}
	return operativeRE.MatchString(s.r.Comparison.Title) || slices.ContainsFunc(s.unplaced, func(u corpus.Unplaced) bool { return operativeRE.MatchString(u.Text) })
}

// respelt reports whether an omitted range has the same numbers on both sides in another spelling: ２・３, ２及び３.
func (s *subject) respelt(d *side, u int) bool {
	ch := &s.r.Changes[s.changeOf[d.which][u]]
	if d.units[u].Placeholder != corpus.Omitted || len(ch.New) != 1 || len(ch.Old) != 1 {
		return false
	}
	n, ok1 := numberOf(s.sides[corpus.New].units[ch.New[0]].Label)
	o, ok2 := numberOf(s.sides[corpus.Old].units[ch.Old[0]].Label)
	return ok1 && ok2 && slices.Equal(n.lo, o.lo) && slices.Equal(n.hi, o.hi)
}

func (s *subject) marks() bool {
	for _, d := range s.sides {
		if slices.ContainsFunc(d.units, func(c *corpus.Clause) bool { return len(c.Text.Marks) > 0 }) {
			return true
		}
	}
	return false
}

// lostPages are those whose table was lost.
func (s *subject) lostPages() map[int]bool {
	out := map[int]bool{}
	for _, d := range s.r.Comparison.Diags {
		if d.Rule == "page-without-table" || d.Rule == "table-lost" {
			out[d.Page] = d.Page > 0
		}
	}
	return out
}

// edits lists the computed changes by side and unit.
func (s *subject) edits() [2]map[int][]corpus.Span {
	out := [2]map[int][]corpus.Span{{}, {}}
	for i := range s.r.Changes {
		for _, e := range s.r.Changes[i].Edits {
			out[e.Side][e.Unit] = append(out[e.Side][e.Unit], e.Span)
		}
	}
	return out
}

func (s *subject) marksMissing() {
	if !s.marks() {
		return
	}
	edits, lost, operative := s.edits(), s.lostPages(), s.operative()
	for i, d := range s.sides {
		for u, c := range d.units {
			if lost[c.Origin.Page] || s.respelt(d, u) {
				continue
			}
			for _, e := range edits[i][u] {
				if marked(c, e) || lined(c, e) {
					continue
				}
				f := s.report(d, u, e, "「%s」は変更されていますが、傍線がありません", "%q changed but is not marked")
				switch {
				case !significant(c.Text.Slice(e.Start, e.End).S):
					s.lower(f, corpus.Info)
				case operative:
					s.lower(f, corpus.Error)
				}
				s.faces(f)
				if len(f.Related) > 0 && f.Related[0].Span.Len() > 0 {
					other := s.sides[1-i].units[f.Related[0].Unit].Text
					if token.LooseText(other.Slice(f.Related[0].Span.Start, f.Related[0].Span.End).S) == token.LooseText(c.Text.Slice(e.Start, e.End).S) {
						s.lower(f, corpus.Info) // 27 and ２７
					}
				}
			}
		}
	}
}

func (s *subject) marksExcess() {
	edits := s.edits()
	for i, d := range s.sides {
		for u, c := range d.units {
			if c.Placeholder != corpus.NoPlaceholder || s.travels(d, u) {
				continue // what moves is marked where it was and where it is
			}
			for _, m := range c.Text.Marks {
				if s.marksDeletion(d, u, m) || m.Kind == corpus.MarkBold || m.Kind == corpus.MarkBox || touches(edits[i][u], m.Span) || !significant(c.Text.Slice(m.Span.Start, m.Span.End).S) {
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

// marksDeletion reports whether the marked words belong to a marked phrase of which the other side has more: ＿断る＿ ← ＿断ることができる＿.
func (s *subject) marksDeletion(d *side, u int, m corpus.Mark) bool {
	words := token.LooseText(d.units[u].Text.Slice(m.Span.Start, m.Span.End).S)
	ch := &s.r.Changes[s.changeOf[d.which][u]]
	for _, e := range ch.Edits {
		if e.Side == d.which {
			continue
		}
		other := s.sides[e.Side].units[e.Unit].Text
		for _, k := range other.Marks {
			if touches([]corpus.Span{e.Span}, k.Span) && strings.Contains(token.LooseText(other.Slice(k.Span.Start, k.Span.End).S), words) {
				return true
			}
		}
	}
	return false
}

// faces adds the other side's place to a finding about an edit: the edit of the same rank, or the clause.
func (s *subject) faces(f *Finding) {
	ch := &s.r.Changes[s.changeOf[f.Side][f.Unit]]
	var mine, others []Place
	for _, e := range ch.Edits {
		if e.Side == f.Side {
			mine = append(mine, Place{e.Side, e.Unit, e.Span})
		} else {
			others = append(others, Place{e.Side, e.Unit, e.Span})
		}
	}
	if i := slices.Index(mine, f.Place); i >= 0 && len(mine) == len(others) {
		f.Related = append(f.Related, others[i])
		return
	}
	if units := ch.Units(f.Side.Other()); len(units) > 0 {
		f.Related = append(f.Related, Place{f.Side.Other(), units[0], corpus.Span{}})
	}
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

// bare is a text without blanks and brackets.
func bare(s string) string {
	return strings.Trim(token.LooseText(s), "()「」")
}
