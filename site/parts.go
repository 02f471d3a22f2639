package site

// A comparison too long for one page (web.Cuts): its address shows what is about the whole and the contents over all parts, part-1.html and so on
// show the table, and all.html shows everything at once, for printing and for searching in the page. Links into the comparison name the part; an
// old link to a place (index.html#a6p2) is led to its part by script, and meets the contents without.

import (
	"strings"

	"shinkyu/render/web"
)

// partsPage is the page before the parts of a long comparison.
type partsPage struct {
	comparisonPage
	Parts []part
	All   download // everything on one page
}

// part is one part in the contents.
type part struct {
	web.Link
	Count    string // 12か条
	Contents []web.Entry
}

// partPage is one part.
type partPage struct {
	Shell         shell
	Title         string
	Name          string // 2/5　第三章…第四十条
	View          *web.Comparison
	Home, All     string
	Parts         []part // without contents
	Now           int    // index of this one
	Before, After *web.Link
}

const allOfIt = "all.html"

// comparisons renders a comparison to the page at, or to several where it is cut.
func (b *builder) comparisons(at string, p comparisonPage, cuts []int) error {
	if len(cuts) == 0 {
		return b.page(at, "comparison", p)
	}
	all := relativeTo(at, allOfIt)
	whole := p
	whole.Shell = b.asPart(p.Shell, all, "whole", b.say("全体を一つの頁で"))
	whole.Shell.Canonical = p.Shell.Canonical
	whole.Whole = &web.Link{Href: "index.html", Text: b.say("章ごとの頁")}
	if err := b.page(all, "comparison", whole); err != nil {
		return err
	}
	view, views := p.View.Split(cuts, web.PartFile)
	list := make([]part, len(views))
	for i, v := range views {
		name := extent(v.Contents)
		list[i] = part{Link: web.Link{Href: web.PartFile(i + 1), Text: name}, Count: web.Counted(b.lang, v.Clauses, v.Unit)}
	}
	for i, v := range views {
		to := relativeTo(at, web.PartFile(i+1))
		name := b.say("%d頁のうち%d頁目", len(list), i+1) + "　" + list[i].Text
		q := partPage{Shell: b.asPart(p.Shell, to, "comparison", name), Title: p.Title, Name: name, View: v, Home: "index.html", All: allOfIt, Parts: list, Now: i}
		if i > 0 {
			q.Before = &web.Link{Href: list[i-1].Href, Text: list[i-1].Text}
		}
		if i+1 < len(list) {
			q.After = &web.Link{Href: list[i+1].Href, Text: list[i+1].Text}
		}
		if err := b.page(to, "part", q); err != nil {
			return err
		}
	}
	p.View = view
	p.Shell.Page = "parts"
	out := partsPage{comparisonPage: p, Parts: list, All: download{Href: allOfIt, Text: b.say("全体を一つの頁で"), Size: size(len(b.files[all]))}}
	for _, e := range view.Contents {
		for i := range out.Parts {
			if strings.HasPrefix(e.Href, out.Parts[i].Href+"#") {
				out.Parts[i].Contents = append(out.Parts[i].Contents, e)
			}
		}
	}
	return b.page(at, "parts", out)
}

// asPart is the frame of a page beside the one that a frame was made for.
func (b *builder) asPart(s shell, at, page, name string) shell {
	s.Page = page
	s.Title = name + "｜" + s.Title
	if s.Canonical != "" {
		s.Canonical = b.absolute(at)
	}
	return s
}

// extent names a part by its first and last entry.
func extent(list []web.Entry) string {
	if len(list) == 0 {
		return "…"
	}
	first, last := list[0].Num, list[len(list)-1].Num
	if first == last {
		return first
	}
	return first + "〜" + last
}

// locate is the address of a place on the page of a revision.
func (h *history) locate(k int, id string) string {
	dir := revisionDir(h.rule, h.states[k].Revision)
	file := "index.html"
	if n := h.parts[k][id]; n > 0 {
		file = web.PartFile(n)
	}
	if id == "" {
		return dir + file
	}
	return dir + file + "#" + id
}

// cut decides which comparisons take several pages.
func (h *history) cut() {
	h.cuts, h.parts = make([][]int, len(h.states)), make([]map[string]int, len(h.states))
	for k, v := range h.views {
		if v == nil {
			continue
		}
		if h.cuts[k] = v.Cuts(); h.cuts[k] != nil {
			h.parts[k] = v.Where(h.cuts[k])
		}
	}
}
