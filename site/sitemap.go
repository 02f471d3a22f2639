package site

// What search engines are told: that everything may be read, and where it is. A map may name 50,000 addresses
// (https://www.sitemaps.org/protocol.html); a site with more has a map of maps.

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
)

const (
	sitemapSpace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`
	sitemapLimit = 50_000
)

// robots lets everybody in, and names the map of the site where its address is known.
func (b *builder) robots(all []Summary) error {
	text := "User-agent: *\nAllow: /\n"
	if b.archive.BaseURL == "" {
		b.files["robots.txt"] = []byte(text)
		return nil
	}
	b.files["robots.txt"] = []byte(text + "Sitemap: " + b.absolute("sitemap.xml") + "\n")
	pages := htmlPages(b.files)
	for i := range all {
		pages = append(pages, all[i].Pages...)
	}
	return b.sitemap(pages, sitemapLimit)
}

// sitemap lists pages, so many a file.
func (b *builder) sitemap(pages []string, limit int) (err error) {
	if len(pages) <= limit {
		b.files["sitemap.xml"], err = b.located("urlset", "url", pages)
		return err
	}
	var maps []string
	for part := range slices.Chunk(pages, limit) {
		at := fmt.Sprintf("sitemap-%d.xml", len(maps)+1)
		if b.files[at], err = b.located("urlset", "url", part); err != nil {
			return err
		}
		maps = append(maps, at)
	}
	b.files["sitemap.xml"], err = b.located("sitemapindex", "sitemap", maps)
	return err
}

// located is a list of addresses in the words of the protocol.
func (b *builder) located(list, entry string, addresses []string) ([]byte, error) {
	var m bytes.Buffer
	fmt.Fprintf(&m, "%s<%s %s>\n", xml.Header, list, sitemapSpace)
	for _, at := range addresses {
		fmt.Fprintf(&m, "<%s><loc>", entry)
		if err := xml.EscapeText(&m, []byte(b.absolute(at))); err != nil {
			return nil, err
		}
		fmt.Fprintf(&m, "</loc></%s>\n", entry)
	}
	fmt.Fprintf(&m, "</%s>\n", list)
	return m.Bytes(), nil
}
