package lineage

// What a printed address stands for, and where a change takes it. A （略） at 第三条 stands for the article with all that is in
// it, 第十三条～第十五条 for three of them; when the new side prints another number, everything inside follows.

import (
	"slices"
	"strings"

	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

// scope is the set of addresses that a printed address stands for: itself and what is below it, or a range of siblings with
// what is below them.
type scope struct {
	parent   address  // above the last step
	at       ref.Path // the printed path, bare
	low, top []int    // numbers of the first and the last label of a range
	series   []rune   // what the labels of a range count in, nil for numbers
	pair     bool     // 第二条・第四条: the two labels and nothing between them
	step     string   // the last step, folded, if it is no range
	name     string   // of the series that a range counts in
	narrow   bool     // only the first 項 of the article: not its other 項 and its caption
}

var rangeRE = lazy.MustCompile(`^(.+?)([～〜~・])(.+)$`)

// scopeOf reads a printed path. Whole says that an article stands for all its 項 even if the path names the first.
func scopeOf(p ref.Path, whole bool) scope {
	b := bare(p)
	if len(b) == 0 {
		return scope{}
	}
	last := b[len(b)-1]
	s := scope{parent: addressOf(b[:len(b)-1]), at: b, step: foldStep(last)}
	s.narrow = !whole && len(b) < len(p) && firstParagraph(p[len(p)-1])
	if last.Kind == ref.Unlabelled || last.Kind == ref.Caption {
		return s
	}
	if m := rangeRE.FindStringSubmatch(last.Text); m != nil {
		r := s
		if numbers(m[1]) == nil || sign(m[1]) >= '①' {
			r.series = seriesOf(m[1], m[3])
		}
		r.low, r.top, r.pair, r.step = r.ordinal(m[1]), r.ordinal(m[3]), m[2] == "・", ""
		if r.name = unitOf(last.Text); r.name == "" {
			r.name = seriesName(foldStep(ref.Step{Kind: last.Kind, Text: m[1]}))
		}
		if r.low != nil && r.top != nil {
			return r
		}
	}
	return s
}

// ordinal is the place of a label in what the range counts in, branch numbers behind it; nil if it has none.
func (s scope) ordinal(label string) []int {
	if s.series == nil {
		return numbers(label)
	}
	if i := indexIn(s.series, sign(label)); i > 0 {
		return []int{i}
	}
	return nil
}

// numbers reads the numbers of a label, circled ones included.
func numbers(label string) []int {
	return ref.Step{Text: strings.Map(func(r rune) rune {
		if r >= '①' && r <= '⑨' {
			return '1' + r - '①'
		}
		return r
	}, label)}.Nums()
}

// counts reports whether a label is one of a range's.
func (s scope) counts(step string) bool {
	num := s.ordinal(step)
	if num == nil || seriesName(step) != s.name {
		return false
	}
	if s.pair {
		return compare(num, s.low) == 0 || compare(num, s.top) == 0
	}
	return compare(s.low, num) <= 0 && compare(num, s.top) <= 0
}

// besideFirst reports whether a step below an article is beside its first 項: another 項 or the caption.
func besideFirst(step string) bool { return step == captionStep || strings.HasSuffix(step, "項") }

// singles lists the addresses that a range names one by one, nil if its labels cannot be counted: 第三条～第四条の二.
func (s scope) singles() []ref.Path {
	if s.step != "" || len(s.low) != 1 || len(s.top) != 1 || s.low[0] > s.top[0] || s.top[0]-s.low[0] >= longestRange {
		return nil
	}
	last := s.at[len(s.at)-1]
	m := rangeRE.FindStringSubmatch(last.Text)
	ends, from := scope{series: s.series, low: s.low, top: s.low}, ref.Step{Kind: last.Kind, Text: m[1]}
	if u := unitOf(m[3]); unitOf(m[1]) == "" && u != "" { // 第一～三号
		from.Text += u
	}
	var out []ref.Path
	for n := s.low[0]; n <= s.top[0]; n++ {
		if s.pair && n != s.low[0] && n != s.top[0] {
			continue
		}
		step, ok := shift(from, ends, scope{series: s.series, low: []int{n}, top: []int{n}})
		if !ok {
			return nil
		}
		p := slices.Clone(s.at)
		p[len(p)-1] = step
		out = append(out, p)
	}
	return out
}

// longestRange is how many labels of a （略） are told apart; more is a misread number.
const longestRange = 1000

// unitOf tells 条, 項 and 号 apart; other labels have none.
func unitOf(step string) string {
	for _, u := range []string{"条", "項", "号"} {
		if strings.Contains(step, u) {
			return u
		}
	}
	return ""
}

// seriesName tells apart what is counted together: 条, 項, 号, else what stands before the number: ( of (1), ¶ of ¶1.
func seriesName(step string) string {
	if u := unitOf(step); u != "" {
		return u
	}
	runes := []rune(step)
	if len(runes) < 2 || ref.IsNumeralRune(runes[0]) { // ア, ①, 2
		return ""
	}
	return string(runes[:1])
}

func compare(a, b []int) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			return a[i] - b[i]
		}
	}
	return len(a) - len(b)
}

// carry returns the path of a clause in the scope from after it has become the scope to. What stands behind the scope is kept
// as it is written. It fails where a range cannot be followed: numbers with branches that shift, ranges of unequal length.
func carry(p ref.Path, from, to scope) (ref.Path, bool) {
	n := len(from.at)
	b, rest := bare(p), behind(p, n)
	if n == 0 || len(to.at) == 0 || len(b) < n || (from.step == "") != (to.step == "") {
		return nil, false
	}
	path := slices.Clone(to.at)
	if from.step == "" {
		step, ok := shift(b[n-1], from, to)
		if !ok {
			return nil, false
		}
		path[len(path)-1] = step
	}
	return append(path, rest...), true
}

// behind is what follows the first n steps that count.
func behind(p ref.Path, n int) ref.Path {
	for i := range p {
		if len(bare(p[:i+1])) == n {
			return p[i+1:]
		}
	}
	return nil
}

// shift renumbers one label of a range.
func shift(s ref.Step, from, to scope) (ref.Step, bool) {
	d := to.low[0] - from.low[0]
	if !slices.Equal(from.low[1:], to.low[1:]) {
		return shiftBranch(s, from, to)
	}
	if d == 0 && compare(from.top, to.top) == 0 {
		return s, true
	}
	if to.top[0]-from.top[0] != d || !slices.Equal(from.top[1:], to.top[1:]) {
		return s, d == 0 // a range that grew or shrank at its end keeps its numbers
	}
	if d == 0 {
		return s, true
	}
	if from.series != nil {
		i := indexIn(from.series, sign(s.Text)) + d
		if i <= d || i <= 0 || i > len(from.series) || string(from.series) != string(to.series) {
			return s, false
		}
		return ref.Step{Kind: s.Kind, Text: strings.Replace(s.Text, string(sign(s.Text)), string(from.series[i-1]), 1)}, true
	}
	runes := []rune(s.Text)
	for i := range runes {
		if !ref.IsNumeralRune(runes[i]) {
			continue
		}
		j := i
		for j < len(runes) && ref.IsNumeralRune(runes[j]) {
			j++
		}
		n, ok := ref.ParseNumeral(string(runes[i:j]))
		if !ok || n+d <= 0 {
			return s, false
		}
		return ref.Step{Kind: s.Kind, Text: string(runes[:i]) + likeNumeral(n+d, runes[i]) + string(runes[j:])}, true
	}
	return s, false
}

// shiftBranch renumbers a label of a range whose branches move on below one stem: 第四条の二～第四条の四 became 第四条の三～第四条の五.
func shiftBranch(s ref.Step, from, to scope) (ref.Step, bool) {
	num := from.ordinal(s.Text)
	n := len(from.low)
	if len(to.low) != n || len(from.top) != n || len(to.top) != n || len(num) < n || from.series != nil || !slices.Equal(from.low[:n-1], to.low[:n-1]) || !slices.Equal(from.low[:n-1], from.top[:n-1]) || !slices.Equal(to.low[:n-1], to.top[:n-1]) {
		return s, false
	}
	d := to.low[n-1] - from.low[n-1]
	if to.top[n-1]-from.top[n-1] != d || num[n-1]+d <= 0 {
		return s, false
	}
	runes, runs := []rune(s.Text), numeralRuns(s.Text)
	if len(runs) < n {
		return s, false
	}
	run := runs[n-1]
	return ref.Step{Kind: s.Kind, Text: string(runes[:run[0]]) + likeNumeral(num[n-1]+d, runes[run[0]]) + string(runes[run[1]:])}, true
}

// likeNumeral writes n in the digits that the sample belongs to.
func likeNumeral(n int, sample rune) string {
	var b strings.Builder
	switch {
	case sample >= '0' && sample <= '9', sample >= '０' && sample <= '９':
		for _, d := range itoa(n) {
			if sample > '9' {
				d += '０' - '0'
			}
			b.WriteRune(d)
		}
		return b.String()
	}
	return ref.Kanji(n)
}
