package lint

// Numbers of printed labels: their style (第N条, N, (N), イ, ①) and their value, with branches; a range has two ends.

import (
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

// quantity is the number of a label.
type quantity struct {
	style  string // what stands around the number: 第#条, (#), #, イ, ア, ①
	lo, hi []int  // with branches: 第三条の二 is [3 2]; equal unless a range
}

const (
	iroha   = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
	aiueo   = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
	circled = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
	parens  = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
)

// numberOf reads a label. Kana are read in both orders by kana.
func numberOf(label string) (quantity, bool) {
	parts := bounds(label)
	first, ok := one(parts[0])
	if !ok {
		return quantity{}, false
	}
	last, ok := one(parts[len(parts)-1])
	if !ok {
		return quantity{}, false
	}
	first.hi = last.lo
	return first, true
}

// bounds divides a range: ２・３, ロからニまで, 第三条～第五条.
func bounds(label string) []string {
	label = strings.NewReplacer("から", "~", "まで", "", "及び", "~", "・", "~", "、", "~").Replace(token.LooseText(label))
	return strings.Split(label, "~")
}

func one(s string) (quantity, bool) {
	r := []rune(s)
	if len(r) == 0 {
		return quantity{}, false
	}
	if len(r) == 1 {
		for _, set := range []string{circled, parens} {
			if i := index(set, r[0]); i >= 0 {
				style := "①"
				if set == parens {
					style = "(#)"
				}
				return quantity{style: style, lo: []int{i + 1}}, true
			}
		}
	}
	var style strings.Builder
	q := quantity{}
	for i := 0; i < len(r); {
		j := i
		for j < len(r) && ref.IsNumeralRune(r[j]) {
			j++
		}
		if j > i {
			n, ok := ref.ParseNumeral(string(r[i:j]))
			if !ok || n == 0 {
				return quantity{}, false
			}
			if len(q.lo) == 0 {
				digits := "#"
				if r[i] < 128 {
					digits = "0"
				}
				style.WriteString(digits)
			} else if i == 0 || r[i-1] != 'の' && r[i-1] != 'ノ' {
				return quantity{}, false // 1.2, 2-3: not a sequence of siblings
			}
			q.lo = append(q.lo, n)
			i = j
			continue
		}
		if r[i] != 'の' && r[i] != 'ノ' {
			style.WriteRune(r[i])
		}
		i++
	}
	q.style = style.String()
	return q, len(q.lo) > 0
}

// kana reads a label of one katakana, with or without brackets, in the order that its first sibling tells.
func kana(label string, first string) (quantity, bool) {
	r := []rune(strings.Trim(token.LooseText(label), "()"))
	f := []rune(strings.Trim(token.LooseText(first), "()"))
	if len(r) != 1 || len(f) != 1 {
		return quantity{}, false
	}
	order, style := iroha, "イ"
	switch f[0] {
	case 'ア':
		order, style = aiueo, "ア"
	case 'イ':
	default:
		return quantity{}, false
	}
	i := index(order, r[0])
	if i < 0 {
		return quantity{}, false
	}
	if strings.ContainsRune(token.LooseText(label), '(') {
		style = "(" + style + ")"
	}
	return quantity{style, []int{i + 1}, []int{i + 1}}, true
}

func index(set string, r rune) int { return slices.Index([]rune(set), r) }

// next reports whether b can follow a directly: 3 → 4, 3 → 3の2, 3の2 → 3の3, 3の2 → 4.
func next(a, b []int) bool {
	n := len(b) - 1
	if len(a) < n || !slices.Equal(a[:n], b[:n]) {
		return false
	}
	if len(a) == n {
		return b[n] == 2
	}
	return b[n] == a[n]+1
}

func print(n []int) string {
	out := strconv.Itoa(n[0])
	for _, b := range n[1:] {
		out += "の" + strconv.Itoa(b)
	}
	return out
}
