package site

// The documents of a large archive. A front page with a thousand cards is neither read nor loaded (a card costs some hundred bytes compressed), and a reader knows what
// kind of document is wanted. So beyond cardsOnFront the front page lists the kinds with their numbers, and each kind has pages of
// cardsOnShelf. A filter by script was rejected: it would need all documents on the page. The search finds titles as well as words.

import (
	"strconv"

	"shinkyu/render/web"
)

const (
	cardsOnFront = 60
	cardsOnShelf = 100
)

// shelfPage lists documents of one kind.
type shelfPage struct {
	Shell  shell
	Title  string
	Count  string // 120件のうち101件目から
	Cards  []ruleCard
	Kinds  []kindLink
	Before *web.Link
	After  *web.Link
}

// shelf is one kind with its documents, in the order of the corpus.
type shelf struct {
	name      string
	documents []*Summary
}

// shelves sorts the documents by kind, in the order in which the corpus first has each.
func (b *builder) shelves(all []Summary) []shelf {
	var out []shelf
	at := map[string]int{}
	for i := range all {
		kind := all[i].Kind
		n, ok := at[kind]
		if !ok {
			n = len(out)
			at[kind] = n
			out = append(out, shelf{name: orElse(kind, b.say("そのほか"))})
		}
		out[n].documents = append(out[n].documents, &all[i])
	}
	return out
}

func (s *shelf) page(n int) string {
	if n == 0 {
		return "documents/" + segment(s.name) + ".html"
	}
	return "documents/" + segment(s.name) + "~" + strconv.Itoa(n+1) + ".html"
}

// kindLinks links every shelf from the page at; current is the one in hand.
func shelfLinks(shelves []shelf, current, at string) []kindLink {
	var out []kindLink
	for _, s := range shelves {
		l := kindLink{web.Link{Href: relative(at, s.page(0)), Text: s.name}, len(s.documents)}
		if s.name == current {
			l.Href = ""
		}
		out = append(out, l)
	}
	return out
}

// documents makes the pages of all shelves.
func (b *builder) documents(shelves []shelf) error {
	for _, s := range shelves {
		pages := (len(s.documents) + cardsOnShelf - 1) / cardsOnShelf
		for n := range pages {
			at, from := s.page(n), n*cardsOnShelf
			to := min(from+cardsOnShelf, len(s.documents))
			p := shelfPage{
				Shell: b.shell("shelf", at, s.name, b.say("%sの一覧", s.name), []web.Link{{Href: "index.html", Text: b.say("ホーム")}, {Text: s.name}}),
				Title: s.name, Count: b.say("%d件のうち%d件目から%d件目まで", len(s.documents), from+1, to), Kinds: shelfLinks(shelves, s.name, at),
			}
			for _, d := range s.documents[from:to] {
				c := b.ruleCardOf(d)
				c.Href = relative(at, c.Href)
				p.Cards = append(p.Cards, c)
			}
			if n > 0 {
				p.Before = &web.Link{Href: relative(at, s.page(n-1)), Text: b.say("前の%d件", cardsOnShelf)}
			}
			if n+1 < pages {
				p.After = &web.Link{Href: relative(at, s.page(n+1)), Text: b.say("次の%d件", min(cardsOnShelf, len(s.documents)-to))}
			}
			if err := b.page(at, "shelf", p); err != nil {
				return err
			}
		}
	}
	return nil
}
