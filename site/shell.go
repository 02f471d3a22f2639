package site

import (
	"html/template"
	"strings"

	"shinkyu/render/web"
)

// shell is what every page prints around its own part.
type shell struct {
	Frame
	Language    string
	Title       string // of the browser's tab
	Description string
	Canonical   string // absolute, "" if the site's address is unknown
	Crumbs      []web.Link
	Feeds       []web.Link
}

// Frame is what all pages of a type in a folder have in common. It is comparable: what the templates make of it is made once.
type Frame struct {
	Page        string // type of page: front, rule, comparison, text, clause, terms, changes
	Locale      string // ja_JP, for OpenGraph
	Root        string // from the page to the root: "", "../../"
	Style       string // from the root
	Script      string
	Compare     string // second script, of comparison pages
	Icon        string
	Site, Owner string
	Footer      template.HTML // the owner's own text
	Nav         [3]navLink    // to the main pages
}

type navLink struct {
	web.Link
	Current bool
}

// shell fills the frame of the page at, which is of the type page. crumbs are addresses from the root; the last has none.
func (b *builder) shell(page, at, title, description string, crumbs []web.Link, feeds ...web.Link) shell {
	a := &b.archive
	name := orElse(a.Title, b.say("新旧対照"))
	s := shell{Language: b.lang.Tag(), Title: name, Description: description, Frame: Frame{
		Page: page, Locale: b.lang.Place(), Root: strings.Repeat("../", strings.Count(at, "/")),
		Style: b.style, Script: b.code, Compare: b.compare, Icon: b.icon, Site: name, Owner: a.Owner, Footer: b.footer,
	}}
	if title != "" {
		s.Title = title + "｜" + name
	}
	if a.BaseURL != "" {
		s.Canonical = b.absolute(at)
	}
	s.Nav = [...]navLink{
		{web.Link{Href: relative(at, "index.html"), Text: b.say("文書一覧")}, at == "index.html"},
		{web.Link{Href: relative(at, "changes/index.html"), Text: b.say("更新情報")}, at == "changes/index.html"},
		{web.Link{Href: relative(at, "search/index.html"), Text: b.say("検索")}, at == "search/index.html"},
	}
	for _, c := range crumbs {
		s.Crumbs = append(s.Crumbs, web.Link{Href: relative(at, c.Href), Text: c.Text})
	}
	feeds = append(feeds, web.Link{Href: "feed.atom", Text: b.say("%sの更新情報", name)})
	for _, f := range feeds {
		s.Feeds = append(s.Feeds, web.Link{Href: relative(at, f.Href), Text: f.Text})
	}
	return s
}

// absolute is an address on the published site; without a known base it stays relative to the root.
func (b *builder) absolute(at string) string {
	if b.archive.BaseURL == "" {
		return at
	}
	return strings.TrimSuffix(b.archive.BaseURL, "/") + "/" + at
}

func orElse(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// crumbs lead from the front page to a page of a rule.
func (b *builder) crumbs(h *history, rest ...web.Link) []web.Link {
	out := []web.Link{{Href: "index.html", Text: b.say("ホーム")}, {Href: ruleDir(h.rule) + "index.html", Text: h.rule.Title}}
	out = append(out, rest...)
	out[len(out)-1].Href = ""
	return out
}
