package main

// The truth of a document: what its generator set, for cmd/score to compare with what was read. Texts are without white
// space, spans count code points in them.

import (
	"strings"
	"unicode"
)

type truth struct {
	Engine string       `json:"engine"`
	Held   bool         `json:"held,omitempty"`
	Tables []truthTable `json:"tables"`
	Parts  []truthPart  `json:"parts,omitempty"` // what stands outside the tables, with its type
}

type truthTable struct {
	Title   string      `json:"title,omitempty"`
	Legend  string      `json:"legend,omitempty"`
	NewHead string      `json:"new_head"`
	OldHead string      `json:"old_head"`
	New     []truthUnit `json:"new"`
	Old     []truthUnit `json:"old"`
	Notes   []string    `json:"notes,omitempty"` // annotations and keys: no text of either side
}

type truthUnit struct {
	Text  string      `json:"text"`
	Kind  string      `json:"kind,omitempty"` // table, figure
	Marks []truthMark `json:"marks,omitempty"`
}

type truthMark struct {
	Kind string `json:"kind"`
	Span [2]int `json:"span"`
}

type truthPart struct {
	Type string `json:"type"`
	Text string `json:"text"`
}

func (d *document) truth() truth {
	out := truth{Engine: d.engine, Held: d.held}
	for i := range d.tables {
		t := &d.tables[i]
		tt := truthTable{Title: squeeze(t.title), Legend: squeeze(t.legend), NewHead: squeeze(d.look.head("new")), OldHead: squeeze(d.look.head("old"))}
		if d.look.stacked {
			tt.NewHead, tt.OldHead = "（"+tt.NewHead+"）", "（"+tt.OldHead+"）"
		}
		if i == 0 && tt.Title == "" && len(d.before) > 0 && d.before[0].part == "title" {
			tt.Title = squeeze(d.before[0].text)
		}
		for k := range t.rows {
			for _, c := range d.look.columns {
				for _, p := range t.rows[k].cell(c) {
					u := p.truth()
					switch c {
					case "new":
						tt.New = append(tt.New, u)
					case "old":
						tt.Old = append(tt.Old, u)
					default:
						tt.Notes = append(tt.Notes, u.Text)
					}
				}
			}
		}
		out.Tables = append(out.Tables, tt)
	}
	for _, p := range append(append([]paragraphOfPart{}, d.before...), d.after...) {
		out.Parts = append(out.Parts, truthPart{p.part, squeeze(p.text)})
	}
	return out
}

func (p *para) truth() truthUnit {
	u := truthUnit{}
	if p.table != nil {
		u.Kind = "table"
		for _, r := range p.table {
			u.Text += squeeze(strings.Join(r, ""))
		}
		return u
	}
	if p.figure {
		u.Kind = "figure"
	}
	n := 0
	for _, r := range p.runs {
		s := squeeze(r.text)
		size := len([]rune(s))
		if r.mark != "" && size > 0 {
			u.Marks = append(u.Marks, truthMark{r.mark, [2]int{n, n + size}})
		}
		u.Text += s
		n += size
	}
	if p.boxed {
		u.Marks = append(u.Marks, truthMark{"box", [2]int{0, n}})
	}
	return u
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
