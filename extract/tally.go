package extract

// The proof that nothing was lost: what is painted on each page of a PDF is counted before anything is decided about it, and what
// became of it is counted in the finished clauses and in what is unplaced. The two counts share no step: a reader between them that
// drops a letter, or reads one twice, makes a difference, and a difference is a finding of the file.
//
// Rejected: counting lines on their way (it proves that lines are passed on, not that their letters are in clauses), and
// comparing letters one by one (the tests do; for a running count the numbers say as much and cost a thousandth of the reading).

import (
	"fmt"
	"slices"

	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// tallyOf counts what is painted on a page.
func tallyOf(p *layout.Page) corpus.Tally {
	t := corpus.Tally{Page: p.Number, Overprinted: p.Left.Overprinted, Joined: p.Left.Joined, Replaced: p.Left.Replaced}
	t.Glyphs = len(p.Glyphs) + t.Overprinted + t.Joined + t.Replaced
	for i := range p.Glyphs {
		n := corpus.Shown(p.Glyphs[i].U)
		if n == 0 {
			t.Blank++
		}
		t.Characters += n
	}
	return t
}

// settle sets against what was painted what became of it.
func (c *Content) settle(painted []corpus.Tally) {
	at := map[int]int{}
	for i, t := range painted {
		at[t.Page] = i
	}
	page := func(n int) *corpus.Tally {
		i, ok := at[n]
		if !ok { // nothing was painted on such a page: all of it will be a difference
			i = len(painted)
			painted, at[n] = append(painted, corpus.Tally{Page: n}), i
		}
		return &painted[i]
	}
	side := func(d *corpus.Document, side corpus.Side) {
		for _, root := range d.Clauses {
			root.Walk(func(k, _ *corpus.Clause) {
				for _, s := range spread(k) {
					page(s.Page).Units[side] += s.Characters
				}
			})
		}
	}
	unplaced := c.Unplaced
	if c.Document != nil {
		side(c.Document, corpus.New)
	}
	if c.Comparison != nil {
		side(&c.Comparison.Sides[corpus.New], corpus.New)
		side(&c.Comparison.Sides[corpus.Old], corpus.Old)
		unplaced = c.Comparison.Unplaced
	}
	for _, u := range unplaced {
		if n := corpus.Shown(u.Text); n > 0 {
			t := page(u.Page)
			if t.Unplaced == nil {
				t.Unplaced = map[string]int{}
			}
			t.Unplaced[u.Reason] += n
		}
	}
	for n, twice := range c.twice {
		page(n).Twice += twice
	}
	c.twice = nil
	for i := range painted {
		t := &painted[i]
		t.Difference = t.Characters - (t.Units[corpus.New] + t.Units[corpus.Old] - t.Twice)
		for _, n := range t.Unplaced {
			t.Difference -= n
		}
		if t.Difference != 0 {
			c.add([]corpus.Diag{lostDiag(t)})
		}
	}
	slices.SortStableFunc(painted, func(a, b corpus.Tally) int { return a.Page - b.Page })
	c.Tally = painted
}

// spread is how a clause's characters lie on its pages. Its text is counted again: what is more or less than its pages add up to
// is put on the last of them, where it makes a difference.
func spread(k *corpus.Clause) []corpus.Share {
	n := corpus.Shown(k.Text.S)
	if k.Spread == nil {
		return []corpus.Share{{Page: k.Origin.Page, Characters: n}}
	}
	out := slices.Clone(k.Spread)
	for _, s := range out {
		n -= s.Characters
	}
	out[len(out)-1].Characters += n
	return out
}

// byPage is a clause as text in no clause, page by page.
func byPage(k *corpus.Clause, reason string) (out []corpus.Unplaced) {
	text := []rune(k.Text.S)
	for i, s := range k.Spread {
		end := 0
		for n := 0; end < len(text) && (n < s.Characters || i+1 == len(k.Spread)); end++ {
			if corpus.Shows(text[end]) {
				n++
			}
		}
		out, text = append(out, corpus.Unplaced{Page: s.Page, Text: string(text[:end]), Reason: reason}), text[end:]
	}
	if k.Spread == nil {
		out = []corpus.Unplaced{{Page: k.Origin.Page, Text: k.Text.S, Reason: reason}}
	}
	return out
}

func lostDiag(t *corpus.Tally) corpus.Diag {
	d := corpus.Diag{Rule: "glyphs-lost", Severity: corpus.Error, Unit: -1, Page: t.Page,
		Message: fmt.Sprintf("%d頁の文字のうち%d字が、どの条項にも「条項外」にもありません。", t.Page, t.Difference),
		English: fmt.Sprintf("%d characters of page %d are in no clause and not listed as unplaced", t.Difference, t.Page),
		Hint:    "読み取りの誤りです。shinkyu inspect でその頁を確かめてください"}
	if t.Difference < 0 {
		d.Message = fmt.Sprintf("%d頁にない文字が、条項などに%d字あります。", t.Page, -t.Difference)
		d.English = fmt.Sprintf("%d characters that page %d does not have are in clauses or listed as unplaced", -t.Difference, t.Page)
	}
	return d
}
