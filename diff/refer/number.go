package refer

// Numbers of labels: 第三条の二 is [3 2], 二～五 a range, 第六条・第六条の二 a list that is read as a range.

import (
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus/ref"
)

// key is a number with its branches. Keys order as the clauses do: 3 < 3の2 < 3の2の2 < 3の3 < 4.
type key []int

// String is a name for maps.
func (k key) String() string {
	b := make([]byte, 0, 8)
	for i, n := range k {
		if i > 0 {
			b = append(b, '_')
		}
		b = strconv.AppendInt(b, int64(n), 10)
	}
	return string(b)
}

// spellings of a range, each to ～.
var spellings = strings.NewReplacer("から", "～", "まで", "", "及び", "・", "〜", "～", "~", "～")

// interval is what a label covers: from lo to hi, both included.
type interval struct{ lo, hi key }

func (v interval) holds(k key) bool {
	return slices.Compare(v.lo, k) <= 0 && (slices.Compare(k, v.hi) <= 0)
}

// intervalOf reads a label as an address spells it.
func intervalOf(label string) (interval, bool) {
	label = spellings.Replace(label)
	parts := strings.FieldsFunc(label, func(r rune) bool { return r == '～' || r == '・' || r == '、' })
	if len(parts) == 0 {
		return interval{}, false
	}
	lo, hi := key(ref.Step{Text: parts[0]}.Nums()), key(ref.Step{Text: parts[len(parts)-1]}.Nums())
	return interval{lo, hi}, len(lo) > 0 && len(hi) > 0
}

// follows reports whether b can be the number next to a: 3 → 4, 3 → 3の2, 3の2 → 3の3, 3の2 → 4.
func follows(a, b key) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	n := len(b) - 1
	if len(a) < n || slices.Compare(a[:min(n, len(a))], b[:n]) != 0 {
		return false
	}
	if len(a) == n { // 3 → 3の2
		return b[n] == 2
	}
	return b[n] == a[n]+1
}
