package site

// Change feeds in Atom. An entry is a revision. Its dates are those of the document, at the beginning of the day in Japan;
// its id is made of names, so that it stays when the site moves. Without a known address of the site links are relative.

import (
	"cmp"
	"slices"
	"time"

	"github.com/gorilla/feeds"
)

var japan = time.FixedZone("JST", 9*60*60)

func (b *builder) feeds() error {
	var all []*feeds.Item
	for _, h := range b.rules {
		items := b.items(h)
		if err := b.feed(ruleDir(h.rule)+"feed.atom", h.rule.Title+"の改正", h.rule.Summary, ruleDir(h.rule)+"index.html", "rule:"+h.rule.ID, items); err != nil {
			return err
		}
		all = append(all, items...)
	}
	return b.feed("feed.atom", orElse(b.in.Archive.Title, "新旧対照"), b.in.Archive.Description, "index.html", "archive", all)
}

func (b *builder) items(h *history) []*feeds.Item {
	var out []*feeds.Item
	for k := range h.states {
		v := h.states[k].Revision
		n := b.newsItem(h, k, "", true)
		out = append(out, &feeds.Item{
			Title: n.Title, Id: "urn:shinkyu:" + segment(h.rule.ID) + ":" + segment(v.ID), Description: n.Summary,
			Link:    &feeds.Link{Href: revisionDir(h.rule, v) + "index.html"},
			Created: day(orElse(v.Promulgated, v.InForce)), Updated: day(orElse(v.InForce, v.Promulgated)),
			Author: &feeds.Author{Name: orElse(h.rule.Publisher, orElse(b.in.Archive.Owner, b.in.Archive.Title))},
		})
	}
	slices.Reverse(out)
	return out
}

func (b *builder) feed(at, title, description, page, id string, items []*feeds.Item) error {
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(x, y *feeds.Item) int { return cmp.Compare(y.Updated.Unix(), x.Updated.Unix()) })
	f := &feeds.Feed{
		Title: title, Description: description, Link: &feeds.Link{Href: b.fromFeed(at, page)}, Updated: day(""),
		Author: &feeds.Author{Name: orElse(b.in.Archive.Owner, orElse(b.in.Archive.Title, "shinkyu"))}, Items: items,
	}
	if len(items) > 0 {
		f.Updated = items[0].Updated
	}
	atom := (&feeds.Atom{Feed: f}).AtomFeed()
	atom.Id = "urn:shinkyu:" + id
	for i, e := range atom.Entries {
		e.Published = items[i].Created.Format(time.RFC3339)
		for k := range e.Links {
			e.Links[k].Href = b.fromFeed(at, e.Links[k].Href)
		}
		if e.Summary != nil {
			e.Summary.Type = "text" // the library says html, which would let a summary's words become markup
		}
	}
	text, err := feeds.ToXML(atom)
	if err != nil {
		return err
	}
	b.files[at] = []byte(text)
	return nil
}

// fromFeed is an address as written in a feed: absolute, or relative to the feed where the site's address is unknown.
func (b *builder) fromFeed(at, to string) string {
	if b.in.Archive.BaseURL == "" {
		return relative(at, to)
	}
	return b.absolute(to)
}

func day(date string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, date, japan)
	if err != nil {
		return time.Unix(0, 0).In(japan)
	}
	return t
}
