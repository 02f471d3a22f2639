package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/xml"
	"html/template"
)

// plainPage only says that a page is not there. Servers show it at any address, where relative links would lead astray, so it
// carries its few rules of style inside, admitted by their digest, and loads nothing.
type plainPage struct {
	Language string
	Site     string
	Home     string
	Style    template.CSS // our own
	Digest   string       // of Style, for the Content-Security-Policy
}

const plainStyle = `:root{color-scheme:light dark}body{font:1rem/1.8 system-ui,sans-serif;max-inline-size:36rem;margin:15vh auto;padding:0 1.5rem}h1{font-size:1.5rem}a{color:inherit}`

func (b *builder) notFound([]Summary) error {
	sum := sha256.Sum256([]byte(plainStyle))
	a := &b.archive
	p := plainPage{Language: orElse(a.Language, "ja"), Site: orElse(a.Title, "新旧対照"), Home: b.absolute("index.html"), Style: plainStyle, Digest: base64.StdEncoding.EncodeToString(sum[:])}
	return b.page("404.html", "notfound", p)
}

// robots lets everybody in, and names the map of the site where its address is known.
func (b *builder) robots(all []Summary) error {
	text := "User-agent: *\nAllow: /\n"
	if b.archive.BaseURL == "" {
		b.files["robots.txt"] = []byte(text)
		return nil
	}
	b.files["robots.txt"] = []byte(text + "Sitemap: " + b.absolute("sitemap.xml") + "\n")
	var m bytes.Buffer
	m.WriteString(xml.Header + `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	pages := htmlPages(b.files)
	for i := range all {
		pages = append(pages, all[i].Pages...)
	}
	for _, at := range pages {
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
