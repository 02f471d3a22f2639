package lint

// Labels of siblings run 1, 2, 3, with 枝番号 between. In a whole text a hole, a repetition and a step back are mistakes; a table
// passes over unchanged clauses, so there a hole is one only if the clause that stood in it is struck in this very table.

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/internal/token"
)

var numbering = &Rule{
	ID: "numbering", Number: 11, Severity: corpus.Error, Needs: NeedsText,
	Title: "番号の欠落・重複・順序の誤り", English: "numbers missing, repeated or out of order",
	Basis: "条・項・号の番号は連続させる。削った後は繰り上げるか「削除」として番号を残す", Bad: "(1)、(3)", Good: "第三条、第三条の二、第四条／抄録された附則",
	Hint: "番号を振り直してください", HintEN: "renumber the clauses",
	text: (*subject).numbers,
}

func (s *subject) numbers(d *side) {
	seen := map[int]bool{}
	for u := range d.units {
		p := d.parents[u]
		if seen[p] {
			continue
		}
		seen[p] = true
		if p >= 0 && (d.foreign(p) || d.form(p) || d.excerpt(p)) {
			continue
		}
		s.sequence(d, d.siblings(u))
	}
	s.articles(d)
	for u, c := range d.units { // a bare numeral out of its sequence is read as words: 二　… under 二
		p := d.parents[u]
		if p < 0 || c.Label != "" || c.Kind != corpus.KindText || d.units[p].Kind != corpus.KindItem || d.foreign(u) || d.form(u) {
			continue
		}
		first, _, ok := strings.Cut(c.Text.S, "　")
		if ok && first != "" && first == d.units[p].Label {
			s.pointAt(d, u, p, "番号「%s」が重複しています", "number %q is repeated", first)
		}
	}
}

// excerpt reports whether a unit stands in a part that prints only some clauses: 附則 抄.
func (d *side) excerpt(u int) bool {
	for ; u >= 0; u = d.parents[u] {
		if d.units[u].Kind == corpus.KindHeading && strings.HasSuffix(strings.TrimSpace(d.units[u].Text.S), "抄") {
			return true
		}
	}
	return false
}

// articles are numbered through the whole part, over its headings.
func (s *subject) articles(d *side) {
	byPart := map[string][]int{}
	var order []string
	for u, c := range d.units {
		if c.Kind != corpus.KindArticle && !(c.Placeholder == corpus.Omitted && strings.Contains(c.Label, "条")) || d.foreign(u) || d.excerpt(u) {
			continue
		}
		p := fmt.Sprint(d.part(u), "/", c.Origin.Table)
		if byPart[p] == nil {
			order = append(order, p)
		}
		byPart[p] = append(byPart[p], u)
	}
	for _, p := range order {
		s.run11(d, byPart[p])
	}
}

// sequence checks the children of one clause, style by style: a 項 list and a list of イ may stand side by side.
func (s *subject) sequence(d *side, kids []int) {
	byStyle := map[string][]int{}
	var order []string
	firstKana := ""
	for _, k := range kids {
		c := d.units[k]
		if c.Label == "" || c.Kind == corpus.KindArticle || c.Placeholder.IsMarker() || strings.Contains(c.Label, "条") || c.Kind == corpus.KindFigure || c.Kind == corpus.KindTable {
			continue
		}
		q, ok := numberOf(c.Label)
		if !ok {
			if firstKana == "" {
				firstKana = c.Label
			}
			q, ok = kana(c.Label, firstKana)
		}
		if !ok {
			continue
		}
		key := fmt.Sprint(q.style, "/", c.Origin.Table)
		if byStyle[key] == nil {
			order = append(order, key)
		}
		byStyle[key] = append(byStyle[key], k)
	}
	for _, key := range order {
		s.run11(d, byStyle[key])
	}
}

// run11 checks a run of siblings of one style.
func (s *subject) run11(d *side, run []int) {
	var before []int
	last := -1
	firstKana := d.units[run[0]].Label
	for _, u := range run {
		c := d.units[u]
		q, ok := numberOf(c.Label)
		if !ok {
			if q, ok = kana(c.Label, firstKana); !ok {
				continue
			}
		}
		if before != nil {
			switch {
			case slices.Compare(q.lo, before) == 0:
				s.pointAt(d, u, last, "番号「%s」が重複しています", "number %q is repeated", d.words(u, d.head(u)))
			case slices.Equal(q.lo, []int{1}):
				// a new list begins
			case slices.Compare(q.lo, before) < 0:
				if d.partial {
					break // rows in another order than the numbers are a layout, not a mistake
				}
				s.pointAt(d, u, last, "番号「%s」の順序が前後しています", "number %q is out of order", d.words(u, d.head(u)))
			case !next(before, q.lo) && !(len(before) > 1 && len(q.lo) == 1 && q.lo[0] == before[0]+1):
				if strings.ContainsFunc(q.style, func(r rune) bool { return token.Script(r) == token.Latin }) {
					break // K103, K201: numbers of a classification have holes
				}
				if c.Kind == corpus.KindArticle && d.part(u) != "" {
					break // editions leave out the articles of an 附則 that amended other acts
				}
				if d.partial && !s.struck(d, last, u, before, q.lo) {
					break
				}
				s.pointAt(d, u, last, "番号が %s から %s に飛んでいます", "numbers jump from %s to %s", print(before), print(q.lo))
			}
		}
		before, last = q.hi, u
	}
}

func (s *subject) pointAt(d *side, u, before int, ja, en string, args ...any) {
	span := d.head(u)
	if first, _, ok := strings.Cut(d.units[u].Text.S, "　"); ok && d.units[u].Label == "" {
		span.End = len([]rune(first))
	}
	f := s.report(d, u, span, ja, en, args...)
	f.Related = append(f.Related, Place{d.which, before, d.head(before)})
}

// struck reports whether a clause that stood in the hole between two new clauses is struck in this table, while what followed it kept its number.
func (s *subject) struck(d *side, a, b int, from, to []int) bool {
	if s.r == nil || d.which != corpus.New || d.omits(b) {
		return false
	}
	old := s.sides[corpus.Old]
	first, last := s.counterpart(a), s.counterpart(b)
	if first < 0 || last < 0 || old.parents[first] != old.parents[last] || old.units[last].Label == "" {
		return false
	}
	q, ok := numberOf(old.units[last].Label)
	if !ok || slices.Compare(q.lo, to) != 0 {
		return false
	}
	for u := first + 1; u < last; u++ {
		if old.parents[u] != old.parents[first] {
			continue
		}
		n, ok := numberOf(old.units[u].Label)
		if ok && slices.Compare(n.lo, from) > 0 && slices.Compare(n.lo, to) < 0 && s.r.Changes[s.changeOf[corpus.Old][u]].Form == diff.Removed {
			return true
		}
	}
	return false
}

// counterpart is the one old unit that a new one was, -1 if there is none or more.
func (s *subject) counterpart(u int) int {
	ch := &s.r.Changes[s.changeOf[corpus.New][u]]
	if len(s.r.Clauses(ch, corpus.New)) != 1 || len(s.r.Clauses(ch, corpus.Old)) != 1 || ch.Form == diff.Added || ch.Form == diff.Removed {
		return -1
	}
	return ch.Old[0]
}
