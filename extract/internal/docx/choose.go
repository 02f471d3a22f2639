package docx

// Which tables are comparisons. The first test that any table passes decides: a row names both sides; a cell is a marker
// (（新設）, （削る）) beside text; the lines above say that a comparison follows; last, a table of two full columns in a document
// that is hardly anything else. A rule with a schedule in it is no comparison, and stays a whole text.

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/sides"
)

// leastText is what the second column of a table without words and markers must hold, in code points.
const leastText = 80

func choose(body *node) map[*node]bool {
	tables := tablesOf(body)
	announced := saysComparison(body)
	alone := utf8.RuneCountInString(corpus.Squeeze(textOf(body)))
	for _, t := range outermost(body) {
		alone -= utf8.RuneCountInString(corpus.Squeeze(textOf(t)))
	}
	for _, test := range []func(*node) bool{
		namesBothSides,
		holdsMarkers,
		func(t *node) bool { return announced && secondColumn(t) > 0 },
		func(t *node) bool { return secondColumn(t) >= leastText && secondColumn(t) > alone },
	} {
		chosen := map[*node]bool{}
		for _, t := range tables {
			if test(t) {
				chosen[t] = true
			}
		}
		if len(chosen) > 0 {
			for t := range chosen {
				for _, in := range tablesOf(t) {
					delete(chosen, in)
				}
			}
			goOn(body, chosen, new(*node))
			return chosen
		}
	}
	return nil
}

// goOn chooses the tables that directly follow a comparison, with no word between, in columns as wide: its next page, on which a writer
// who sets tables page by page did not repeat the header. last is the comparison that may go on.
func goOn(n *node, chosen map[*node]bool, last **node) {
	for _, k := range n.Kids {
		switch {
		case k.Name == "w:tbl":
			if chosen[k] = chosen[k] || *last != nil && sameColumns(*last, k); chosen[k] {
				*last = k
			} else {
				delete(chosen, k)
				*last = nil
			}
		case k.Name == "w:p":
			if corpus.Squeeze(textOf(k)) != "" {
				*last = nil
			}
		default:
			goOn(k, chosen, last)
		}
	}
}

// sameColumns reports whether two tables have columns of about the same widths.
func sameColumns(a, b *node) bool {
	const near = 0.1 // of the table's width
	x, y := columnsOf(a), columnsOf(b)
	if len(x) < 2 || len(x) != len(y) {
		return false
	}
	wide := 0.0
	for _, w := range x {
		wide += w
	}
	for i := range x {
		if math.Abs(x[i]-y[i]) > near*wide {
			return false
		}
	}
	return true
}

// tablesOf lists the tables inside n in reading order.
func tablesOf(n *node) []*node {
	var out []*node
	for _, k := range n.Kids {
		if k.Name == "mc:AlternateContent" {
			if k = k.Branch(); k == nil {
				continue
			}
		}
		if k.Name == "w:tbl" {
			out = append(out, k)
		}
		out = append(out, tablesOf(k)...)
	}
	return out
}

// outermost lists the tables inside n that stand in no other.
func outermost(n *node) []*node {
	var out []*node
	for _, k := range n.Kids {
		if k.Name == "w:tbl" {
			out = append(out, k)
		} else {
			out = append(out, outermost(k)...)
		}
	}
	return out
}

func namesBothSides(t *node) bool {
	for _, tr := range rowsOf(t) {
		var words []string
		for _, s := range slots(tr) {
			words = append(words, own(s.node))
		}
		if sides.Both(words) {
			return true
		}
	}
	return false
}

func holdsMarkers(t *node) bool {
	for _, tr := range rowsOf(t) {
		markers, texts := 0, 0
		for _, s := range slots(tr) {
			w := own(s.node)
			switch m := clause.Marker(w); {
			case m.IsMarker():
				markers++
			case w != "":
				texts++
			}
		}
		if markers > 0 && texts > 0 {
			return true
		}
	}
	return false
}

// saysComparison: a line outside tables, short as a title is, names a comparison.
func saysComparison(body *node) bool {
	return slices.ContainsFunc(inside(body, "w:p"), func(p *node) bool { return sides.Title(corpus.Squeeze(textOf(p))) })
}

// secondColumn is how much text the second fullest column has, in code points.
func secondColumn(t *node) int {
	var sum [maxColumns]int
	for _, tr := range rowsOf(t) {
		for _, s := range slots(tr) {
			sum[s.col] += utf8.RuneCountInString(own(s.node))
		}
	}
	first, second := 0, 0
	for _, n := range sum {
		if n > first {
			first, second = n, first
		} else if n > second {
			second = n
		}
	}
	return second
}

// own is the text of a cell without white space and tables inside it.
func own(tc *node) string {
	var b strings.Builder
	for _, k := range tc.Kids {
		if k.Name != "w:tbl" && k.Name != "w:tcPr" {
			b.WriteString(textOf(k))
		}
	}
	return corpus.Squeeze(b.String())
}
