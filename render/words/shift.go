package words

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// Shift names the direction of a renumbering: 繰下げ where the number grew (第四条→第五条, downwards on the page),
// 繰上げ where it shrank, 番号の変更 where the labels cannot be compared (ア→①).
func Shift(before, after string) string {
	switch slices.Compare(ref.Step{Text: before}.Nums(), ref.Step{Text: after}.Nums()) {
	case -1:
		return "繰下げ"
	case 1:
		return "繰上げ"
	}
	return Structure(diff.Renumbered)
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
