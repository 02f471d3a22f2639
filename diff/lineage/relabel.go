package lineage

// The printed label of a clause under a new number, in the digits and brackets it was printed with: ２ becomes ３, (１) (２),
// 第三条の二 第四条の二, 一 二, イ ロ.

import (
	"strings"

	"shinkyu/corpus/ref"
)

// widths says how a text writes numbers of two digits where single ones are full-width.
type widths struct{ halfPairs bool }

// widths looks for a label of two half-width digits in a text whose single digits are full-width: ９ and 10, as 法令 have it.
func (r *roster) widths() widths {
	full, half := false, false
	for _, p := range r.lives {
		if !p.Alive || p.gap {
			continue
		}
		digits, wide := 0, false
		for _, c := range p.clause.Label {
			if n, ok := ref.ASCIIDigit(c); ok && n >= 0 {
				digits++
				wide = wide || c > '9'
			}
		}
		full = full || wide && digits == 1
		half = half || !wide && digits == 2
	}
	return widths{full && half}
}

// relabel writes a label with the numbers, or the sign, of a step of an address.
func relabel(label string, step ref.Step, w widths) string {
	nums := numbers(step.Text)
	runs := numeralRuns(label)
	if len(nums) == 0 || len(runs) != len(nums) || strings.ContainsFunc(label, circled) {
		return printedLabel(ref.Path{step}, label)
	}
	runes := []rune(label)
	var b strings.Builder
	at := 0
	for i, run := range runs {
		b.WriteString(string(runes[at:run[0]]))
		b.WriteString(w.numeral(nums[i], runes[run[0]], run[1]-run[0]))
		at = run[1]
	}
	b.WriteString(string(runes[at:]))
	return b.String()
}

// numeral writes n in the digits that the sample, of so many characters, belongs to.
func (w widths) numeral(n int, sample rune, length int) string {
	if w.halfPairs && (sample >= '０' && sample <= '９' || sample >= '0' && sample <= '9' && length == 2) {
		if n < 10 {
			return likeNumeral(n, '０')
		}
		return likeNumeral(n, '0')
	}
	return likeNumeral(n, sample)
}

// numeralRuns are the half-open ranges of numerals in a label.
func numeralRuns(label string) [][2]int {
	var out [][2]int
	runes := []rune(label)
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && ref.IsNumeralRune(runes[j]) {
			j++
		}
		if j == i {
			i++
			continue
		}
		out = append(out, [2]int{i, j})
		i = j
	}
	return out
}

func circled(r rune) bool { return r >= '①' && r <= '⑳' }

// printedLabel is how the last step of an address is printed, after the example of a label beside it: a 項 is a figure, a
// 号 a numeral without its 第 and 号.
func printedLabel(p ref.Path, like string) string {
	b := bare(p)
	if len(b) == 0 || len(like) == 0 {
		return ""
	}
	last := b[len(b)-1]
	switch last.Kind {
	case ref.Unlabelled, ref.Caption:
		return ""
	case ref.Paragraph, ref.Item:
		if m := rangeRE.FindStringSubmatch(last.Text); m != nil {
			return like
		}
		text := strings.TrimPrefix(last.Text, "第")
		text = strings.NewReplacer("項", "", "号", "").Replace(text)
		nums, runs := numbers(text), numeralRuns(like)
		if len(nums) > 0 && len(runs) > 0 {
			sample := []rune(like)[runs[0][0]]
			text = likeNumeral(nums[0], sample)
			for _, n := range nums[1:] {
				text += "の" + likeNumeral(n, sample)
			}
			if strings.HasPrefix(like, "(") || strings.HasPrefix(like, "（") {
				return string([]rune(like)[:1]) + text + map[bool]string{true: ")", false: "）"}[strings.HasPrefix(like, "(")]
			}
		}
		return text
	}
	return last.Text
}

// shiftTo writes a step with another number in the same digits.
func shiftTo(s ref.Step, n int) (ref.Step, bool) {
	nums := numbers(s.Text)
	if len(nums) == 0 {
		return s, false
	}
	from := scope{low: nums[:1], top: nums[:1]}
	return shift(s, from, scope{low: []int{n}, top: []int{n}})
}
