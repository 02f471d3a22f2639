package site

// Redirects for a renamed document or revision. Addresses are cited in letters and law reviews, so a document that gets another folder name, or a revision
// that gets another ID (its day was put off), keeps its old addresses: each page of it has a page at the old place that leads on. There is no server to answer 301, so the page does what a document can: a
// canonical link for search engines, which are told not to keep it, a refresh, and a line of script that takes the place on the page (#a6p2)
// along. What a program reads (JSON, XML, text) or a person keeps (Word, the source) cannot lead on, so it stands at the old address too, as feeds do where
// their links are absolute; the cost is its bytes once more. A list of redirects for one kind of server was rejected: a site may stand on any.

import (
	"html/template"
	"maps"
	"path"
	"slices"
	"strings"

	"shinkyu/corpus"
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

// moved makes a page for each page at the addresses that the document, or a revision of it, had before.
func (b *builder) moved(h *history, pages []string) error {
	if len(h.rule.Formerly) == 0 && !slices.ContainsFunc(h.rule.Revisions, func(v *corpus.Revision) bool { return len(v.Formerly) > 0 }) {
		return nil
	}
	data := slices.DeleteFunc(slices.Sorted(maps.Keys(b.files)), func(at string) bool { return !b.stays(at) })
	before := formerly(h.rule)
	for _, to := range pages {
		for _, at := range before(to) {
			p := movedPage{
				Language: b.lang.Tag(), Title: h.rule.Title, Href: relative(at, to), Canonical: relative(at, to), Script: relative(at, b.onward),
				Style: plainStyle, Digest: plainDigest(),
			}
			if b.archive.BaseURL != "" {
				p.Canonical = b.absolute(to)
			}
			if err := b.page(at, "moved", p); err != nil {
				return err
			}
		}
	}
	for _, to := range data {
		for _, at := range before(to) {
			b.files[at] = b.files[to]
		}
	}
	return nil
}

// formerly gives for the address of a file of a rule all at which it stood before: below each name that the rule had or has, under each ID that
// the revision, or either of two that are compared, had or has.
func formerly(r *corpus.Rule) func(at string) []string {
	type folder struct {
		now string
		was []string
	}
	ids := func(v *corpus.Revision) []string { return append([]string{v.ID}, v.Formerly...) }
	var folders []folder
	for _, v := range r.Revisions {
		f := folder{now: "revisions/" + segment(v.ID) + "/"}
		for _, old := range v.Formerly {
			f.was = append(f.was, "revisions/"+segment(old)+"/")
		}
		folders = append(folders, f)
		for _, w := range r.Revisions {
			f := folder{now: "compare/" + segment(v.ID) + "..." + segment(w.ID) + "/"}
			for _, from := range ids(v) {
				for _, to := range ids(w) {
					f.was = append(f.was, "compare/"+segment(from)+"..."+segment(to)+"/")
				}
			}
			f.was = f.was[1:] // where it is
			folders = append(folders, f)
		}
	}
	folders = slices.DeleteFunc(folders, func(f folder) bool { return len(f.was) == 0 })
	return func(at string) []string {
		rest := strings.TrimPrefix(at, ruleDir(r))
		all := []string{rest}
		for _, f := range folders {
			if below, ok := strings.CutPrefix(rest, f.now); ok {
				for _, was := range f.was {
					all = append(all, was+below)
				}
			}
		}
		var out []string
		for _, name := range append([]string{r.ID}, r.Formerly...) {
			for _, rest := range all {
				out = append(out, "rules/"+segment(name)+"/"+rest)
			}
		}
		return out[1:] // the first is where it is
	}
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
