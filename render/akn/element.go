package akn

// Which element a clause is, and its identifier (Akoma Ntoso Naming Convention: chp_2, art_3-2__para_1__point_4).

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// element is a name of the schema, its short form in identifiers, and for an hcontainer what it is.
type element struct{ name, short, role string }

var divisions = []struct {
	unit string
	element
}{
	{"編", element{name: "part", short: "part"}}, {"章", element{name: "chapter", short: "chp"}}, {"節", element{name: "section", short: "sec"}},
	{"款", element{name: "subsection", short: "subsec"}}, {"目", element{name: "division", short: "dvs"}}, {"部", element{name: "part", short: "part"}},
}

func elementOf(c *corpus.Clause) element {
	if len(c.Path) == 0 {
		return element{"hcontainer", "hcontainer", "text"}
	}
	s := c.Path[len(c.Path)-1]
	switch {
	case c.Kind == corpus.KindTable:
		return element{"hcontainer", "table", "table"}
	case c.Kind == corpus.KindFigure:
		return element{"hcontainer", "figure", "figure"}
	case s.Kind == ref.Part && strings.HasPrefix(s.Text, "附則"):
		return element{"hcontainer", "suppl", "supplement"}
	case s.Kind == ref.Part:
		return element{"hcontainer", "appdx", "appendix"}
	case s.Kind == ref.Division:
		for _, d := range divisions {
			if strings.Contains(s.Text, d.unit) {
				return d.element
			}
		}
	case s.Kind == ref.Article || c.Kind == corpus.KindArticle:
		return element{name: "article", short: "art"}
	case s.Kind == ref.Paragraph:
		return element{name: "paragraph", short: "para"}
	case s.Kind == ref.Item:
		return element{name: "point", short: "point"}
	case s.Kind == ref.Subitem:
		return element{name: "indent", short: "indent"}
	case s.Kind == ref.Caption:
		return element{"hcontainer", "caption", "caption"}
	case s.Kind == ref.Label && c.Kind == corpus.KindHeading:
		return element{"hcontainer", "heading", "heading"}
	case s.Kind == ref.Label:
		return element{"hcontainer", "item", "item"}
	}
	return element{"hcontainer", "text", "text"}
}

// id is the identifier of a clause: that of the element above, the short name, the number or else the place.
func (w *writer) id(above string, e element, c *corpus.Clause) string {
	var number []string
	if n := len(c.Path); n > 0 {
		s := c.Path[n-1]
		if e.name == "article" {
			for _, step := range c.Path {
				if step.Kind == ref.Article {
					s = step
				}
			}
		}
		for _, v := range s.Nums() {
			number = append(number, strconv.Itoa(v))
		}
	}
	id := e.short
	if len(number) > 0 {
		id += "_" + strings.Join(number, "-")
	}
	if e.name == "article" { // an article is cited without the divisions above it
		if i := strings.Index(above, "suppl"); i < 0 {
			above = ""
		} else {
			above = above[i:]
			above, _, _ = strings.Cut(above, "__")
		}
	}
	if above != "" {
		id = above + "__" + id
	}
	return w.free(id)
}
