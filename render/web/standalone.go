package web

// One comparison as one file, for a drafter who sends it by mail: the style sheet and the script stand inside it.

import (
	"html/template"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/templates"
	"shinkyu/templates/locale"
)

// standalone is the page of a single file.
type standalone struct {
	Language string
	Title    string
	Facts    []Fact
	View     *Comparison
	Style    template.CSS // our own files
	Script   template.JS  // our own file
}

// Fact is a line of the facts beside a title. Class is after, before or "".
type Fact struct {
	Class, Name, Text, Date string
}

// Standalone renders a result as one self-contained HTML file.
func Standalone(r *diff.Result, l locale.Language) ([]byte, error) {
	v := View(r, Options{Language: l})
	p := standalone{Language: l.Tag(), Title: or(v.Title, l.Say("新旧対照表")), View: v, Style: template.CSS(templates.Style(l)), Script: template.JS(templates.Script(l) + "\n" + templates.CompareScript(l))}
	n, o := r.Comparison.Sources[corpus.New], r.Comparison.Sources[corpus.Old]
	if n.SHA256 == o.SHA256 && n.Name == o.Name {
		p.Facts = append(p.Facts, Fact{Name: l.Say("原本"), Text: n.Name})
	} else {
		p.Facts = append(p.Facts, Fact{Class: "after", Name: v.New.Word, Text: n.Name}, Fact{Class: "before", Name: v.Old.Word, Text: o.Name})
	}
	page, err := templates.Of(l).Execute("standalone", p)
	if err == nil && l == locale.English {
		page = MarkJapanese(page)
	}
	return page, err
}
