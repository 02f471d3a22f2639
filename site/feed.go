package site

// Change feeds in Atom. An entry is a revision. Its dates are those of the document, at the beginning of the day in Japan;
// its id is made of names, so that it stays when the site moves. Without a known address of the site links are relative.

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"github.com/gorilla/feeds"

	"shinkyu/render/web"
)

var japan = time.FixedZone("JST", 9*60*60)

// newsInFeed is how many revisions the feed of all documents has: readers fetch it whole every hour, and keep what they have seen.
const newsInFeed = 200

// feedOfAll tells the latest revisions of all documents.
func (b *builder) feedOfAll(all []Summary) error {
	var items []*feeds.Item
	news := latest(all)
	for _, p := range news[:min(newsInFeed, len(news))] {
		items = append(items, b.item(p.document, p.edition))
	}
	return b.feed("feed.atom", orElse(b.archive.Title, b.say("新旧対照")), b.archive.Description, "index.html", "archive", items)
}

func (b *builder) feedOf(h *history) error {
	s := &h.summary
	return b.feed(s.dir()+"feed.atom", b.say("%sの改正", s.Title), s.About, s.dir()+"index.html", "rule:"+s.Urn, b.items(s))
}

// clauseFeeds are the feeds that a clause's page names: the document's, and the clause's own where it is an article.
func (b *builder) clauseFeeds(h *history, life int) []web.Link {
	out := []web.Link{{Href: ruleDir(h.rule) + "feed.atom", Text: b.say("%sの改正", h.rule.Title)}}
	if h.opens(life) {
		out = append([]web.Link{{Href: clauseFeed(h, life), Text: b.say("%sの改正", cited(h.lives[life].Path))}}, out...)
	}
	return out
}

func clauseFeed(h *history, life int) string {
	return strings.TrimSuffix(clausePage(h.rule, &h.lives[life]), ".html") + ".atom"
}

// feedOfClause tells what each revision did to an article and what is under it.
func (b *builder) feedOfClause(h *history, life int) error {
	if !h.opens(life) {
		return nil
	}
	l, s := &h.lives[life], &h.summary
	name := s.Title + cited(l.Path)
	var items []*feeds.Item
	for _, step := range slices.Backward(h.steps[life]) {
		if !step.Changed() {
			continue
		}
		e := &s.Editions[step.State]
		items = append(items, &feeds.Item{
			Title: name + "　" + e.Label, Id: "urn:shinkyu:" + segment(s.Urn) + ":" + segment(e.Urn) + ":" + segment(l.ID), Description: step.Gist,
			Link:    &feeds.Link{Href: h.anchor(step)},
			Created: day(orElse(e.Promulgated, e.InForce)), Updated: day(orElse(e.InForce, e.Promulgated)),
			Author: &feeds.Author{Name: orElse(s.Publisher, orElse(b.archive.Owner, b.archive.Title))},
		})
	}
	return b.feed(clauseFeed(h, life), b.say("%sの改正", name), "", clausePage(h.rule, l), "clause:"+s.Urn+":"+l.ID, items)
}

// items are the revisions of a document, latest first.
func (b *builder) items(s *Summary) []*feeds.Item {
	var out []*feeds.Item
	for k := range slices.Backward(s.Editions) {
		out = append(out, b.item(s, k))
	}
	return out
}

func (b *builder) item(s *Summary, k int) *feeds.Item {
	e := &s.Editions[k]
	n := b.newsItem(s, k, "", true)
	return &feeds.Item{
		Title: n.Title, Id: "urn:shinkyu:" + segment(s.Urn) + ":" + segment(e.Urn), Description: n.Summary,
		Link:    &feeds.Link{Href: s.page(e)},
		Created: day(orElse(e.Promulgated, e.InForce)), Updated: day(orElse(e.InForce, e.Promulgated)),
		Author: &feeds.Author{Name: orElse(s.Publisher, orElse(b.archive.Owner, b.archive.Title))},
	}
}

func (b *builder) feed(at, title, description, page, id string, items []*feeds.Item) error {
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(x, y *feeds.Item) int { return cmp.Compare(y.Updated.Unix(), x.Updated.Unix()) })
	f := &feeds.Feed{
		Title: title, Description: description, Link: &feeds.Link{Href: b.fromFeed(at, page)}, Updated: day(""),
		Author: &feeds.Author{Name: orElse(b.archive.Owner, orElse(b.archive.Title, "shinkyu"))}, Items: items,
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
	text, err := xml.MarshalIndent(&atomFeed{[]feeds.AtomLink{{Href: b.fromFeed(at, at), Rel: "self", Type: "application/atom+xml"}, *atom.Link}, atom}, "", "  ")
	if err != nil {
		return err
	}
	b.files[at] = append([]byte(xml.Header), text...)
	return nil
}

// atomFeed is a feed with its own address beside the page's, which readers of feeds go by and the library has no place for.
type atomFeed struct {
	Links []feeds.AtomLink `xml:"link"`
	*feeds.AtomFeed
}

// fromFeed is an address as written in a feed: absolute, or relative to the feed where the site's address is unknown.
func (b *builder) fromFeed(at, to string) string {
	if b.archive.BaseURL == "" {
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
