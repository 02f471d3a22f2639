package site

// What changed, newest first: the latest on one page, then a page a year with its months, and for each year a page for every effect ("all
// duties strengthened this year"). A page a year keeps each of a size that can be read, however many documents there are.

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/web"
	"shinkyu/render/words"
	"shinkyu/templates/locale"
)

// changesPage lists revisions of all rules, the latest first: the last ones, or those of one year.
type changesPage struct {
	Shell  shell
	Title  string
	Lead   string
	Months []newsMonth
	Years  []web.Link // other years
	Kinds  []kindLink // of a year
	Feeds  []web.Link
}

type newsMonth struct {
	Name string // 令和8年4月
	News []newsItem
}

type kindLink struct {
	web.Link
	Count int
}

// effectPage lists what one kind of effect did in one year.
type effectPage struct {
	Shell shell
	Title string
	Year  string
	Lines []effectLine
	Kinds []kindLink
}

// effectLine is one effect in one clause.
type effectLine struct {
	Date, Wareki string
	Document     string
	Place        web.Link
	Old, New     string
	About        string
}

// newsItem is one revision as news.
type newsItem struct {
	Date, Wareki string
	Href         string
	Title        string // rule and revision
	Kind         string
	Summary      string
	Filters      []web.Filter
	NotYet       string // the day as of which it was not yet in force, for readers; "" where it was
}

const (
	newsOnChanges = 60
	feedsListed   = 30
	noYear        = "unknown"
)

// Meaning is one effect of a revision, as the pages by effect list it.
type Meaning struct {
	Kind    string // key of the effect: duty-added, or of the form: added, removed
	Address string
	Anchor  string // on the page of the revision
	Part    int    `json:",omitempty"` // which of its pages, where there are several
	Old     string
	New     string
	About   string
}

// meanings lists the effects of a revision in the order of the document.
func (h *history) meanings(k int) []Meaning {
	res := h.states[k].Result
	if res == nil {
		return nil
	}
	var out []Meaning
	rd := h.readers[k]
	for i := range res.Changes {
		c := &res.Changes[i]
		side, units := corpus.New, c.New
		if c.Form == diff.Removed || len(units) == 0 {
			side, units = corpus.Old, c.Old
		}
		if len(units) == 0 {
			continue
		}
		m := Meaning{Address: web.Address(res, c), Anchor: rd.Anchor(side, units[0])}
		m.Part = h.parts[k][m.Anchor]
		if m.Anchor == "" || m.Address == "" {
			continue
		}
		if (c.Form == diff.Added || c.Form == diff.Removed) && rd.Part(side, units[0]) == web.PartHead {
			one := m
			one.Kind = string(c.Form)
			_, one.About = rd.Title(side, units[0])
			out = append(out, one)
		}
		for _, e := range c.Effects {
			one := m
			one.Kind = string(e.Kind)
			one.Old, one.New, one.About = web.PairWords(e)
			if !slices.Contains(out, one) {
				out = append(out, one)
			}
		}
	}
	return out
}

// meaningNames are the kinds that have pages, in order of display.
func meaningNames() []kindName {
	out := []kindName{{string(diff.Added), "条文の新設"}, {string(diff.Removed), "条文の削除"}}
	for _, k := range words.AllEffects() {
		out = append(out, kindName{string(k), words.Effect(k)})
	}
	return out
}

type kindName struct{ key, name string }

// published is one revision with the document it belongs to.
type published struct {
	document *Summary
	edition  int
}

func (p published) date() string {
	e := &p.document.Editions[p.edition]
	return orElse(e.InForce, e.Promulgated)
}

func (p published) year() string {
	if d := p.date(); len(d) >= 4 {
		if _, err := strconv.Atoi(d[:4]); err == nil {
			return d[:4]
		}
	}
	return noYear
}

// latest are all revisions, latest first.
func latest(all []Summary) []published {
	var out []published
	for i := range all {
		for k := len(all[i].Editions) - 1; k >= 0; k-- {
			out = append(out, published{&all[i], k})
		}
	}
	slices.SortStableFunc(out, func(a, b published) int { return cmp.Compare(b.date(), a.date()) })
	return out
}

func yearDir(year string) string { return "changes/" + year + "/" }

func (b *builder) yearName(year string) string {
	if year == noYear {
		return b.say("施行日不明")
	}
	return b.say("%s年", year)
}

func (b *builder) changes(all []Summary) error {
	list := latest(all)
	years, _ := byYear(list)
	const at = "changes/index.html"
	p := changesPage{
		Shell: b.shell("changes", at, b.say("更新情報"), b.say("%sに載せた改正を新しい順に並べています。", b.archive.Title), []web.Link{{Href: "index.html", Text: b.say("ホーム")}, {Text: b.say("更新情報")}}),
		Title: b.say("更新情報"), Lead: b.say("改正を施行日の新しい順に並べています。Atomの配信を購読すると、新しい改正を受け取れます。"),
		Months: b.months(list[:min(newsOnChanges, len(list))], at), Years: b.yearLinks(years, "", at),
		Feeds: []web.Link{{Href: relative(at, "feed.atom"), Text: b.say("すべての文書")}},
	}
	for i := range all[:min(feedsListed, len(all))] {
		p.Feeds = append(p.Feeds, web.Link{Href: relative(at, all[i].dir()+"feed.atom"), Text: all[i].Title})
	}
	return b.page(at, "changes", p)
}

// byYear sorts revisions by year, in their order.
func byYear(list []published) (years []string, of map[string][]published) {
	of = map[string][]published{}
	for _, p := range list {
		y := p.year()
		if of[y] == nil {
			years = append(years, y)
		}
		of[y] = append(of[y], p)
	}
	return years, of
}

// yearKey changes with what the pages of a year show.
func yearKey(year string, years []string, list []published) string {
	shown := make([]any, 0, 5*len(list))
	for _, p := range list {
		d := p.document
		shown = append(shown, d.ID, d.Title, d.Unit, &d.Editions[p.edition])
	}
	return corpus.Digest("year", year, years, shown)
}

// changesOfYear makes the pages of a year.
func (b *builder) changesOfYear(year string, years []string, list []published) error {
	at := yearDir(year) + "index.html"
	kinds, lines := b.effectsOfYear(year, list)
	title := b.say("%sの改正", b.yearName(year))
	p := changesPage{
		Shell: b.shell("changes", at, title, b.say("%sを新しい順に、また内容ごとに並べています。", title), []web.Link{{Href: "index.html", Text: b.say("ホーム")}, {Href: "changes/index.html", Text: b.say("更新情報")}, {Text: b.yearName(year)}}),
		Title: title, Months: b.months(list, at), Years: b.yearLinks(years, year, at), Kinds: kindLinks(kinds, "", at),
	}
	if err := b.page(at, "changes", p); err != nil {
		return err
	}
	for _, k := range kinds {
		at := yearDir(year) + k.key + ".html"
		title := k.name + "　" + b.yearName(year)
		e := effectPage{
			Shell: b.shell("effect", at, title, b.say("%sに施行された改正のうち、%sに当たるもの", b.yearName(year), k.name), []web.Link{{Href: "index.html", Text: b.say("ホーム")}, {Href: "changes/index.html", Text: b.say("更新情報")}, {Href: yearDir(year) + "index.html", Text: b.yearName(year)}, {Text: k.name}}),
			Title: k.name, Year: b.yearName(year), Lines: lines[k.key], Kinds: kindLinks(kinds, k.key, at),
		}
		for i := range e.Lines {
			e.Lines[i].Place.Href = relative(at, e.Lines[i].Place.Href)
		}
		if err := b.page(at, "effect", e); err != nil {
			return err
		}
	}
	return nil
}

// yearKind is a kind of effect with how often a year saw it.
type yearKind struct {
	kindName
	page  string
	count int
}

func (b *builder) effectsOfYear(year string, list []published) ([]yearKind, map[string][]effectLine) {
	lines := map[string][]effectLine{}
	for _, p := range list {
		e := &p.document.Editions[p.edition]
		for _, m := range e.Meanings {
			lines[m.Kind] = append(lines[m.Kind], effectLine{
				Date: e.InForce, Wareki: b.inForce(e.InForce), Document: p.document.Title + "　" + e.Label,
				Place: web.Link{Href: p.document.place(e, m), Text: m.Address}, Old: m.Old, New: m.New, About: strings.Trim(m.About, "（）()"),
			})
		}
	}
	kinds := kindsOfYear(year, list)
	for i := range kinds {
		kinds[i].name = b.say(kinds[i].name)
	}
	return kinds, lines
}

// kindsOfYear are the kinds of effect that a year saw, in order of display, each with its page.
func kindsOfYear(year string, list []published) (out []yearKind) {
	counts := map[string]int{}
	for _, p := range list {
		for _, m := range p.document.Editions[p.edition].Meanings {
			counts[m.Kind]++
		}
	}
	for _, k := range meaningNames() {
		if n := counts[k.key]; n > 0 {
			out = append(out, yearKind{k, yearDir(year) + k.key + ".html", n})
		}
	}
	return out
}

// yearPages are the addresses of what changesOfYear makes.
func yearPages(year string, list []published) []string {
	out := []string{yearDir(year) + "index.html"}
	for _, k := range kindsOfYear(year, list) {
		out = append(out, k.page)
	}
	return out
}

func kindLinks(kinds []yearKind, current, at string) []kindLink {
	var out []kindLink
	for _, k := range kinds {
		l := kindLink{web.Link{Href: relative(at, k.page), Text: k.name}, k.count}
		if k.key == current {
			l.Href = ""
		}
		out = append(out, l)
	}
	return out
}

func (b *builder) yearLinks(years []string, current, at string) []web.Link {
	var out []web.Link
	for _, y := range years {
		l := web.Link{Href: relative(at, yearDir(y)+"index.html"), Text: b.yearName(y)}
		if y == current {
			l.Href = ""
		}
		out = append(out, l)
	}
	return out
}

// months groups revisions by month, with links from the page at.
func (b *builder) months(list []published, at string) []newsMonth {
	var out []newsMonth
	last := ""
	for i, p := range list {
		month := p.date()[:min(7, len(p.date()))]
		if i == 0 || month != last {
			out = append(out, newsMonth{Name: b.monthName(p.date())})
			last = month
		}
		m := &out[len(out)-1]
		m.News = append(m.News, b.newsItem(p.document, p.edition, at, true))
	}
	return out
}

// monthName is 令和8年4月, or what stands for a date that is none.
func (b *builder) monthName(date string) string {
	if t, err := time.Parse(time.DateOnly, date); err == nil && b.lang == locale.English {
		return t.Format("January 2006")
	}
	w := web.Wareki(date)
	if i := strings.Index(w, "月"); i > 0 {
		return w[:i] + "月"
	}
	return orElse(w, b.say("施行日不明"))
}

// newsItem makes one revision into news; with names the rule too.
func (b *builder) newsItem(s *Summary, k int, at string, rule bool) newsItem {
	e := &s.Editions[k]
	n := newsItem{
		Date: e.InForce, Wareki: b.inForce(e.InForce), Href: relative(at, s.page(e)), Kind: e.Kind, Summary: e.About,
		Title: e.Label, Filters: e.Filters, NotYet: web.Date(b.lang, e.NotYet),
	}
	if rule {
		n.Title = s.Title + "　" + n.Title
	}
	if e.Compared {
		n.Summary = orElse(n.Summary, b.say("%d"+s.Unit+"に変更があります。", e.Clauses))
	}
	return n
}
