package site

// Redirects for a renamed document. Addresses are cited in letters and law reviews, so a document that gets another folder name keeps its old
// addresses: each page of it has a page at the old place that leads on. There is no server to answer 301, so the page does what a document can: a
// canonical link for search engines, which are told not to keep it, a refresh, and a line of script that takes the place on the page (#a6p2)
// along. What a program reads (JSON, XML) stands at the new address only; the feed stays at the old one too, where its links are absolute.

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"strings"
)

// movedPage leads from an old address to the new one.
type movedPage struct {
	Language  string
	Title     string // of the document
	Href      string
	Canonical string
	Script    string
	Style     template.CSS // our own
	Digest    string       // of Style, for the Content-Security-Policy
}

// moved makes a page for each page at the addresses that the document had before.
func (b *builder) moved(h *history, pages []string) error {
	sum := sha256.Sum256([]byte(plainStyle))
	for _, old := range h.rule.Formerly {
		dir := "rules/" + segment(old) + "/"
		for _, to := range pages {
			at := dir + strings.TrimPrefix(to, ruleDir(h.rule))
			p := movedPage{
				Language: b.lang.Tag(), Title: h.rule.Title, Href: relative(at, to), Canonical: relative(at, to), Script: relative(at, b.onward),
				Style: plainStyle, Digest: base64.StdEncoding.EncodeToString(sum[:]),
			}
			if b.archive.BaseURL != "" {
				p.Canonical = b.absolute(to)
			}
			if err := b.page(at, "moved", p); err != nil {
				return err
			}
		}
		if b.archive.BaseURL != "" {
			b.files[dir+"feed.atom"] = b.files[ruleDir(h.rule)+"feed.atom"]
		}
	}
	return nil
}
