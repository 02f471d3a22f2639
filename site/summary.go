package site

// What the rest of the site has to know about a document. Everything that lists several documents is made from these values
// alone: they are plain and keep through JSON, so that a document that did not change need not be read again.

import (
	"maps"
	"slices"
	"strings"

	"shinkyu/render/web"
	"shinkyu/site/search"
)

// Summary is one document as the front page, the changes, the feeds and the site map know it.
type Summary struct {
	ID        string
	Urn       string // in the ids of feeds: the name it had first, so that readers of a feed do not meet old news again
	Title     string
	Kind      string
	Publisher string
	About     string // the manifest's summary
	Unit      string // what its clauses are called when counted: か条, 項目
	Editions  []Edition
	Maps      []string // addresses of the lists of its pages for search engines
	Words     search.Document
}

// Edition is one revision of a document, in the order of dates.
type Edition struct {
	ID          string
	Urn         string // in the ids of feeds: the ID it had first
	Label       string // never ""
	Kind        string
	Promulgated string
	InForce     string
	NotYet      string
	About       string
	Compared    bool         // there is something to compare it with
	Clauses     int          // changed clauses
	Filters     []web.Filter // how many of each kind
	Meanings    []Meaning
}

// summarise tells a history in short; the maps are added when the pages are there.
func (h *history) summarise() Summary {
	r := h.rule
	s := Summary{ID: r.ID, Urn: firstName(r.ID, r.Formerly), Title: r.Title, Kind: r.Kind, Publisher: r.Publisher, About: r.Summary, Unit: h.unit, Editions: []Edition{}, Words: h.wordings()}
	for k := range h.states {
		v := h.states[k].Revision
		e := Edition{
			ID: v.ID, Urn: firstName(v.ID, v.Formerly), Label: orElse(v.Label, v.ID), Kind: v.Kind, Promulgated: v.Promulgated, InForce: v.InForce, NotYet: v.NotYet, About: v.Summary,
			Compared: h.states[k].Result != nil, Clauses: h.sizes[k], Meanings: h.meanings(k),
		}
		if h.views[k] != nil {
			e.Filters = h.views[k].Filters
		}
		s.Editions = append(s.Editions, e)
	}
	return s
}

func firstName(now string, formerly []string) string {
	if len(formerly) > 0 {
		return formerly[0]
	}
	return now
}

func (s *Summary) dir() string { return "rules/" + segment(s.ID) + "/" }

func (s *Summary) page(e *Edition) string {
	return s.dir() + "revisions/" + segment(e.ID) + "/index.html"
}

// place is the address of a change on the pages of its revision.
func (s *Summary) place(e *Edition, m Meaning) string {
	to := s.page(e)
	if m.Part > 0 {
		to = relativeTo(to, web.PartFile(m.Part))
	}
	return to + "#" + m.Anchor
}

// htmlPages are the addresses of pages among files, sorted.
func htmlPages(files Files) []string {
	var out []string
	for _, at := range slices.Sorted(maps.Keys(files)) {
		if strings.HasSuffix(at, ".html") && at != "404.html" && !strings.Contains(at, "/source/") {
			out = append(out, at)
		}
	}
	return out
}
