package words

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// Shift names the direction of a renumbering: 繰下げ where the number grew (第四条→第五条, downwards on the page),
// 繰上げ where it shrank, 番号の変更 where the labels cannot be compared (ア→①).
func Shift(before, after string) string {
	order, ok := compareLabels(before, after)
	switch {
	case ok && order < 0:
		return "繰下げ"
	case ok && order > 0:
		return "繰上げ"
	}
	return Structure(diff.Renumbered)
}

// sequences are the letters that labels count with. イ stands in two of them; the one that reaches both labels first is
// meant, since renumberings happen near the head of a list.
var sequences = []string{
	"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
	"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
	"abcdefghijklmnopqrstuvwxyz",
}

// compareLabels compares two labels of one kind by number, else by letter.
func compareLabels(a, b string) (order int, ok bool) {
	a, b = norm.NFKC.String(a), norm.NFKC.String(b) // ⑹, （６） and ⑥ count as 6
	x, y := ref.Step{Text: a}.Nums(), ref.Step{Text: b}.Nums()
	if len(x) > 0 && len(y) > 0 {
		return slices.Compare(x, y), true
	}
	reach := 0
	for _, s := range sequences {
		i, j := letter(s, a), letter(s, b)
		if i >= 0 && j >= 0 && (!ok || max(i, j) < reach) {
			order, reach, ok = i-j, max(i, j), true
		}
	}
	return order, ok
}

// letter is the place of a label's first letter in a sequence, -1 if it is none of it. Brackets around it do not count.
func letter(sequence, label string) int {
	label = strings.ToLower(strings.Trim(label, "()"))
	for i, r := range []rune(sequence) {
		if first := []rune(label); len(first) > 0 && first[0] == r {
			return i
		}
	}
	return -1
}

// Structures are the display names of a change's structure, a renumbering with its direction.
func Structures(r *diff.Result, c *diff.Change) []string {
	var out []string
	for _, e := range structures {
		s := diff.Structure(e.key)
		if !slices.Contains(c.Structure, s) {
			continue
		}
		if s == diff.Renumbered && len(c.New) > 0 && len(c.Old) > 0 {
			out = append(out, Shift(r.Units[corpus.Old][c.Old[0]].Label, r.Units[corpus.New][c.New[0]].Label))
			continue
		}
		out = append(out, e.name)
	}
	return out
}

// Tags are all names of a change in order of display: form, structure, effects. Empty for an untouched clause.
func Tags(r *diff.Result, c *diff.Change) []string {
	var out []string
	if c.Form != diff.Same && c.Form != diff.Omitted {
		out = append(out, Form(c.Form))
	}
	out = append(out, Structures(r, c)...)
	for _, k := range Effects(c) {
		out = append(out, Effect(k))
	}
	return out
}

// FormNames are the names that forms and structures can have, in order of display.
func FormNames() []string {
	var out []string
	for _, e := range forms {
		if e.key != string(diff.Same) && e.key != string(diff.Omitted) {
			out = append(out, e.name)
		}
	}
	for _, e := range structures {
		if e.key == string(diff.Renumbered) {
			out = append(out, "繰上げ", "繰下げ")
		}
		out = append(out, e.name)
	}
	return out
}

// SortTags puts names in order of display: forms, structures, effects by weight.
func SortTags(tags []string) {
	order := FormNames()
	for _, e := range effects {
		order = append(order, e.name)
	}
	slices.SortStableFunc(tags, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) })
}
