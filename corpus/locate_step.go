package corpus

// How well the steps of a query fit those of an address. 0 is exactly as written, each liberty costs.

import (
	"slices"
	"strings"

	"shinkyu/corpus/ref"
)

const (
	costRange    = 1  // 第八条 in 第七条～第九条; 第一項 of an article with one 項
	costAbove    = 1  // labels above are left out: (18)
	costPart     = 3  // 附則 of one of several acts, 別表 for 別表第一
	costBetween  = 4  // labels between are left out: 3① for 3(1)①
	costStyle    = 5  // a number alone: 2 for 第二項, 3 for 第三条
	costElse     = 20 // the part or the article above is left out
	unreachable  = -1
	tableOfFiles = "表" // 表2: one of several tables of a file
)

// lay is the cost of reading q as the address p, -1 if it cannot be read so.
func lay(q, p ref.Path) int {
	best, lead := unreachable, 0
	for j := range p {
		if j > 0 {
			lead = max(lead, leadCost(p[j-1]))
		}
		if c := laid(q, p[j:]); c >= 0 && (best < 0 || c+lead < best) {
			best = c + lead
		}
	}
	return best
}

func leadCost(s ref.Step) int {
	switch {
	case s.Kind == ref.Division, s.Kind == ref.Part && strings.HasPrefix(s.Text, tableOfFiles):
		return 0
	case s.Kind == ref.Label, s.Kind == ref.Unlabelled:
		return costAbove
	}
	return costElse
}

// laid lays q on p from its first step; both must end together.
func laid(q, p ref.Path) int {
	if len(q) == 0 {
		if len(p) == 0 {
			return 0
		}
		return unreachable
	}
	if len(p) == 0 {
		return unreachable
	}
	cost, ok := fit(q[0], p[0])
	if !ok {
		return unreachable
	}
	rest := laidBehind(p[0], q[1:], p[1:])
	if rest < 0 {
		return unreachable
	}
	return cost + rest
}

// laidBehind lays what is behind a matched step, where some steps may be left out on either side.
func laidBehind(at ref.Step, q, p ref.Path) int {
	best := laid(q, p)
	try := func(cost, rest int) {
		if rest >= 0 && (best < 0 || cost+rest < best) {
			best = cost + rest
		}
	}
	if len(q) > 0 && at.Kind == ref.Article && firstParagraph(q[0]) && (len(p) == 0 || p[0].Kind != ref.Paragraph) {
		try(costRange, laid(q[1:], p)) // the only 項 has no step of its own
	}
	if len(q) == 0 || len(p) < 2 {
		return best
	}
	switch s := p[0]; {
	case at.Kind == ref.Article && firstParagraph(s):
		try(costRange, laid(q, p[1:]))
	case s.Kind == ref.Division:
		try(0, laidBehind(at, q, p[1:]))
	case s.Kind == ref.Label:
		try(costBetween, laidBehind(at, q, p[1:]))
	}
	return best
}

func firstParagraph(s ref.Step) bool {
	return s.Kind == ref.Paragraph && slices.Equal(s.Nums(), []int{1})
}

// fit is the cost of reading step q as step s.
func fit(q, s ref.Step) (int, bool) {
	if q.Kind == ref.Caption || s.Kind == ref.Caption {
		return 0, q.Kind == s.Kind
	}
	a, b := ref.Path{q}.Key(), ref.Path{s}.Key()
	if a == b {
		return 0, true
	}
	switch {
	case q.Kind == ref.Part:
		return fitPart(a, b)
	case q.Kind == s.Kind && q.Kind <= ref.Item:
		return fitNumber(q, s)
	case s.Kind == ref.Label && q.Kind == ref.Item: // 別表第一第二号 for 別表第一/二
		return costStyle, number(b) && slices.Equal(q.Nums(), s.Nums())
	case s.Kind == ref.Label && q.Kind != ref.Division || s.Kind == ref.Subitem:
		if bare(a) == bare(b) {
			return costStyle, q.Kind == ref.Label || q.Kind == ref.Subitem
		}
		if strings.ContainsAny(b, "・~") && bracketed(a) == bracketed(b) {
			return fitNumber(q, s)
		}
	case q.Kind == ref.Label && (s.Kind == ref.Article || s.Kind == ref.Paragraph || s.Kind == ref.Item):
		if n := q.Nums(); len(n) > 0 && number(a) && slices.Equal(n, s.Nums()) {
			return costStyle, true
		}
	}
	return 0, false
}

// fitPart compares folded names of parts: 附則, 附則(平成20年法律第5号), 別表第1, 別表1.
func fitPart(a, b string) (int, bool) {
	nameA, actA, _ := strings.Cut(a, "(")
	nameB, actB, _ := strings.Cut(b, "(")
	plain := func(s string) string { return strings.NewReplacer("第", "", "号", "", "ノ", "の").Replace(s) }
	switch {
	case plain(nameA) == plain(nameB) && (actA == "" || plain(actA) == plain(actB)):
		if actA == actB {
			return 0, true
		}
		return costPart, true
	case actA == "" && actB == "" && strings.HasPrefix(plain(nameB), plain(nameA)) && !ref.EndsInNumeral(nameA):
		return costPart, true
	}
	return 0, false
}

// fitNumber compares numbers; a range holds those between its ends.
func fitNumber(q, s ref.Step) (int, bool) {
	unit := func(t string) string { return strings.Trim(strings.Map(unitRune, t), "の") }
	n, ends := q.Nums(), strings.FieldsFunc(s.Text, func(r rune) bool { return r == '～' || r == '・' || r == '〜' || r == '~' })
	if len(n) == 0 || len(ends) == 0 || q.Kind == ref.Division && unit(q.Text) != unit(s.Text) {
		return 0, false
	}
	lo, hi := ref.Step{Text: ends[0]}.Nums(), ref.Step{Text: ends[len(ends)-1]}.Nums()
	switch {
	case len(ends) == 1:
		return 0, slices.Equal(n, lo)
	case len(lo) == 0 || len(hi) == 0:
		return 0, false
	}
	return costRange, slices.Compare(lo, n) <= 0 && slices.Compare(n, hi) <= 0
}

// unitRune keeps 編, 章, 節, 款, 目, 部.
func unitRune(r rune) rune {
	if strings.ContainsRune("編章節款目部", r) {
		return r
	}
	return -1
}

// bare is a folded label without its brackets and signs.
func bare(s string) string { return strings.Trim(s, "().第、 ") }

func bracketed(s string) bool { return strings.ContainsRune(s, '(') }

// number reports whether a folded label is a number and nothing else: 3, (3), 3-2, 3の2.
func number(s string) bool {
	return bare(s) != "" && strings.Trim(bare(s), "0123456789-の") == ""
}
