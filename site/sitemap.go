package site

// What search engines are told: that everything may be read, and where it is. Each document has a map of its own pages, so that a change in one
// leaves the maps of the others as they are; one map names these maps. A map may name 50,000 addresses
// (https://www.sitemaps.org/protocol.html); what has more is cut.

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
	if b.archive.BaseURL != "" {
		maps, err := b.sitemaps(all, sitemapLimit)
		if err != nil {
			return err
		}
		for _, at := range maps {
			text += "Sitemap: " + b.absolute(at) + "\n"
		}
	}
	b.files["robots.txt"] = []byte(text)
	return nil
}

// sitemaps maps the shared pages, and the maps of all documents. It returns the addresses of the maps of maps: one unless there are more
// documents than a map may name.
func (b *builder) sitemaps(all []Summary, limit int) ([]string, error) {
	pages := htmlPages(b.files)
	years, of := byYear(latest(all))
	for _, y := range years {
		pages = append(pages, yearPages(y, of[y])...)
	}
	maps, err := b.maps("sitemap-pages", "urlset", "url", pages, limit)
	if err != nil {
		return nil, err
	}
	for i := range all {
		maps = append(maps, all[i].Maps...)
	}
	return b.maps("sitemap", "sitemapindex", "sitemap", maps, limit)
}

// maps writes lists of addresses in the words of the protocol, so many in a file: NAME.xml, NAME-2.xml and so on, which it returns.
func (b *builder) maps(name, list, entry string, addresses []string, limit int) (out []string, err error) {
	for part := range slices.Chunk(addresses, limit) {
		at := name + ".xml"
		if len(out) > 0 {
			at = fmt.Sprintf("%s-%d.xml", name, len(out)+1)
		}
		if b.files[at], err = b.located(list, entry, part); err != nil {
			return nil, err
		}
		out = append(out, at)
	}
	return out, nil
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
