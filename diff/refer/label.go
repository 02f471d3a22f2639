package refer

// Printed labels cited as such, the guideline's way: 上記(1), 3(1)に掲げる, (1)から(3)まで, ①及び②, イに規定する.
//
// A label in brackets is also a way of numbering within a sentence, so one is a reference only if a clause of that label stands
// in reach: beside the clause that cites it, or beside one of the clauses above. The nearest wins. None in reach is no error.

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

const letters = "イロハニホヘトチリヌルヲワカヨタレソツネナラムアウエオキクケコサシス"

// letter reads a label of one katakana that is no part of a word.
func letter(f *flat, at int) (string, int) {
	r := f.rune(at)
	if r == 0 || !strings.ContainsRune(letters, r) || katakana(f.rune(at+1)) || katakana(f.rune(at-1)) {
		return "", 0
	}
	return string(r), 1
}

func katakana(r rune) bool { return r >= 'ァ' && r <= 'ヿ' && r != '・' }

// bracketed reads (1), (十二), (ア), ⑴ or ①; the name is the label as an address has it.
func bracketed(f *flat, at int) (string, int) {
	r := f.rune(at)
	switch {
	case r >= '①' && r <= '⑳':
		return string(r), 1
	case r >= '⑴' && r <= '⒇':
		return "(" + strconv.Itoa(int(r-'⑴')+1) + ")", 1
	case r != '(':
		return "", 0
	}
	n := 1
	for n <= 3 && f.rune(at+n) != ')' {
		x := f.rune(at + n)
		if !(x >= '0' && x <= '9') && !ref.IsNumeralRune(x) && !katakana(x) && !(x >= 'a' && x <= 'z') {
			return "", 0
		}
		n++
	}
	if n == 1 || f.rune(at+n) != ')' {
		return "", 0
	}
	return f.slice(at, at+n+1), n + 1
}

// citing are the words that may follow a label that is cited.
var citing = []string{"に", "の", "から", "又は", "及び", "若しくは", "並びに", "、", "まで", "を除", "は", "と"}

// cited is one label reference: the labels from the outermost, and its place.
type cited struct {
	from, to int
	labels   []string
	lead     bool // 上記, 下記: certainly a reference
}

func (r *reader) labels() []cited {
	f := &r.f
	var out []cited
	for i := 0; i < len(f.text); {
		c := cited{from: i}
		for _, w := range []string{"上記", "下記", "前記"} {
			if f.has(i, w) {
				c.lead = true
				i += 2
			}
		}
		at := i
		if n := digits(f, at); n > 0 && f.rune(at+n) == '(' && !joined(f.rune(at-1)) { // 3(1)
			c.labels = append(c.labels, f.slice(at, at+n))
			at += n
		}
		for {
			s, n := bracketed(f, at)
			if n == 0 && len(c.labels) == 0 {
				s, n = letter(f, at)
			}
			if n == 0 {
				break
			}
			c.labels = append(c.labels, s)
			at += n
			if f.rune(at) == 'の' { // (1)のロ
				if _, k := letter(f, at+1); k > 0 {
					at++
					c.labels = append(c.labels, f.slice(at, at+1))
					at++
				}
				break
			}
		}
		if len(c.labels) == 0 || at == i {
			i = max(i, c.from+1)
			continue
		}
		c.to = at
		i = at
		if c.lead || citedBehind(f, at) && !joined(f.rune(c.from-1)) {
			out = append(out, c)
		}
	}
	return out
}

func digits(f *flat, at int) int {
	n := 0
	for f.rune(at+n) >= '0' && f.rune(at+n) <= '9' {
		n++
	}
	return n
}

// joined reports whether a label behind r is part of a name or of a longer number: 2.1(1), 法(1), 評価料(1).
func joined(r rune) bool {
	return r == '.' || r == '-' || r == '第' || r == '」' || r == ')' || noun(r) && !strings.ContainsRune("又記該", r)
}

func citedBehind(f *flat, at int) bool {
	for _, w := range citing {
		if f.has(at, w) {
			return true
		}
	}
	return false
}

// byLabel finds the clause of nested labels that is nearest to unit u.
func (o *outline) byLabel(u int, labels []string) int {
	for at := u; ; at = o.parents[at] {
		scope := none
		if at >= 0 {
			scope = at
		}
		if t := o.descend(scope, labels); t >= 0 && t != u {
			return t
		}
		if at < 0 {
			return none
		}
		if o.parents[at] < 0 {
			if t := o.descend(none, labels); t >= 0 && t != u {
				return t
			}
			return none
		}
	}
}

func (o *outline) descend(scope int, labels []string) int {
	for i, l := range labels {
		found := none
		if i == 0 && scope < 0 { // the roots are many
			if u, ok := o.rootLabels[l]; ok {
				scope = u
				continue
			}
			return none
		}
		for _, k := range o.children(scope) {
			if c := o.units[k]; !c.Placeholder.IsMarker() && labelOf(c) == l {
				found = k
				break
			}
		}
		if found < 0 {
			return none
		}
		scope = found
	}
	return scope
}

// children of a unit, or the roots.
func (o *outline) children(u int) []int {
	if u >= 0 {
		return o.kids[u]
	}
	return o.roots
}

// labelOf is the last step of an address, widths folded.
func labelOf(c *corpus.Clause) string {
	if len(c.Path) == 0 || c.Label == "" {
		return ""
	}
	s := c.Path[len(c.Path)-1]
	if s.Kind != ref.Label && s.Kind != ref.Subitem {
		return ""
	}
	return strings.Map(foldSign, s.Text)
}
