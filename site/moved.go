package site

// Redirects for a renamed document. Addresses are cited in letters and law reviews, so a document that gets another folder name keeps its old
// addresses: each page of it has a page at the old place that leads on. There is no server to answer 301, so the page does what a document can: a
// canonical link for search engines, which are told not to keep it, a refresh, and a line of script that takes the place on the page (#a6p2)
// along. What a program reads (JSON, XML, text) or a person keeps (Word, the source) cannot lead on, so it stands at the old address too, as feeds do where
// their links are absolute; the cost is its bytes once more. A list of redirects for one kind of server was rejected: a site may stand on any.

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"maps"
	"path"
	"slices"
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
	data := slices.DeleteFunc(slices.Sorted(maps.Keys(b.files)), func(at string) bool { return !b.stays(at) })
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
		for _, at := range data {
			b.files[dir+strings.TrimPrefix(at, ruleDir(h.rule))] = b.files[at]
		}
	}
	return nil
}

// stays reports whether a file of a document stands at its old addresses too: not pages, which lead on, nor what pages load.
func (b *builder) stays(at string) bool {
	switch path.Ext(at) {
	case ".html", ".png", ".js":
		return false
	case ".atom":
		return b.archive.BaseURL != ""
	}
	return true
}
