package summary

// How the paragraph calls a clause: 第六条第二項 where the rule has articles, else the printed label with the first words.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

// firstWords is how many code points of a clause stand for it where its label alone says too little.
const firstWords = 10

// name is the clause of a change on a side, of the other side where that has none; "" for bare markers.
func (w *writer) name(c *diff.Change, s corpus.Side) string {
	for _, side := range []corpus.Side{s, s.Other()} {
		for _, u := range c.Units(side) {
			if !w.r.Units[side][u].Placeholder.IsMarker() {
				return w.call(side, u)
			}
		}
	}
	return ""
}

// names are all clauses of a change on one side.
func (w *writer) names(c *diff.Change, s corpus.Side) string {
	var out []string
	several := len(w.r.Clauses(c, s)) > 1
	for _, u := range c.Units(s) {
		switch k := w.r.Units[s][u]; {
		case k.Placeholder.IsMarker():
		case several && len(whole(k.Path)) < len(k.Path): // 第九条第一項及び第九条第二項, not 第九条及び第九条第二項
			out = append(out, k.Path.Cite())
		default:
			out = append(out, w.call(s, u))
		}
	}
	return enumerate(out, "、", "及び", "ほか%d項目")
}

// unquoted is a name without the words of its heading: what is named twice needs them once.
func unquoted(name string) string {
	if i := strings.Index(name, "「"); i > 0 {
		return name[:i]
	}
	return name
}

// call is 第六条第二項, 附則（平成十年法律第五号）; elsewhere the last labels of the address (2(1), 第１款D012), 第2段落 for what has none, and
// of headings the first words.
func (w *writer) call(s corpus.Side, u int) string {
	k := w.r.Units[s][u]
	if slices.ContainsFunc(k.Path, func(p ref.Step) bool { return p.Kind == ref.Article || p.Kind == ref.Part }) {
		return whole(k.Path).Cite()
	}
	var labels []string
	paragraph := ""
	for _, p := range k.Path {
		if p.Kind != ref.Unlabelled {
			labels, paragraph = append(labels, p.Text), ""
		} else if nums := p.Nums(); len(nums) > 0 {
			paragraph = "第" + itoa(nums[0]) + "段落"
		}
	}
	name := ""
	for _, l := range labels[max(0, len(labels)-2):] {
		if r := []rune(l); name != "" && ref.IsNumeralRune(r[0]) {
			name += "の" // 第一の七, not 第一七
		}
		name += l
	}
	if paragraph != "" && name != "" {
		paragraph = "の" + paragraph
	}
	name += paragraph
	words := []rune(strings.Join(strings.Fields(k.Words()), " "))
	if len(words) > firstWords {
		words = append(words[:firstWords:firstWords], '…')
	}
	if len(words) > 0 && k.Placeholder == corpus.NoPlaceholder && (k.Kind == corpus.KindHeading || name == "") {
		name += "「" + string(words) + "」"
	}
	return name
}

// whole is the article where p is that of its first 項.
func whole(p ref.Path) ref.Path {
	if n := len(p); n >= 2 && p[n-2].Kind == ref.Article && p[n-1].Kind == ref.Paragraph && slices.Equal(p[n-1].Nums(), []int{1}) {
		return p[:n-1]
	}
	return p
}

// below reports whether a clause of change i stands under a clause of the same form, or is the caption of one.
func (w *writer) below(i int, s corpus.Side) bool {
	c := &w.r.Changes[i]
	units := c.Units(s)
	if len(units) == 0 {
		return true // a marker that marks nothing
	}
	k := w.r.Units[s][units[0]]
	if n := len(k.Path); n > 0 && k.Path[n-1].Kind == ref.Caption {
		return true
	}
	up := w.r.Parents[s][units[0]]
	return up >= 0 && w.formOf(s, up) == c.Form
}

func (w *writer) formOf(s corpus.Side, unit int) diff.Form {
	if w.at[s] == nil {
		w.at[s] = make([]diff.Form, len(w.r.Units[s]))
		for i := range w.r.Changes {
			for _, u := range w.r.Changes[i].Units(s) {
				w.at[s][u] = w.r.Changes[i].Form
			}
		}
	}
	return w.at[s][unit]
}
