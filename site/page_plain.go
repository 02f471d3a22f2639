package site

import (
	"bytes"
	"encoding/xml"
	"maps"
	"slices"
	"strings"
)

// plainPage is a page that only says something.
type plainPage struct {
	Shell shell
	Base  string // absolute address of the root, "" unknown
}

// notFound is shown by servers for any address, so its links must not depend on where it is shown.
func (b *builder) notFound() error {
	p := plainPage{Shell: b.shell("404.html", "頁が見つかりません", "お探しの頁は見つかりません。", nil)}
	if b.in.Archive.BaseURL != "" {
		p.Base = b.absolute("")
		p.Shell.Root = p.Base
		for i := range p.Shell.Nav {
			p.Shell.Nav[i].Href = p.Base + p.Shell.Nav[i].Href
		}
		for i := range p.Shell.Feeds {
			p.Shell.Feeds[i].Href = p.Base + p.Shell.Feeds[i].Href
		}
	}
	return b.page("404.html", "notfound", p)
}

// robots lets everybody in, and names the map of the site where its address is known.
func (b *builder) robots() error {
	text := "User-agent: *\nAllow: /\n"
	if b.in.Archive.BaseURL == "" {
		b.files["robots.txt"] = []byte(text)
		return nil
	}
	b.files["robots.txt"] = []byte(text + "Sitemap: " + b.absolute("sitemap.xml") + "\n")
	var m bytes.Buffer
	m.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, at := range slices.Sorted(maps.Keys(b.files)) {
		if !strings.HasSuffix(at, ".html") || at == "404.html" || strings.Contains(at, "/source/") {
			continue
		}
		m.WriteString("<url><loc>")
		if err := xml.EscapeText(&m, []byte(b.absolute(at))); err != nil {
			return err
		}
		m.WriteString("</loc></url>\n")
	}
	m.WriteString("</urlset>\n")
	b.files["sitemap.xml"] = m.Bytes()
	return nil
}
