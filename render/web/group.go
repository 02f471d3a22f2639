package web

// Which units stand together. A reader of a rule thinks in articles; a reader of a guideline in the heading over some
// paragraphs. Both become a card. A heading that only holds other headings or articles becomes a chapter line.
//
// The tree decides, not the document's kind: a 章 and "3 監査" with (1), (2) under it are chapters, 第三条 and "(1) 計画" with
// paragraphs under it are cards, and in a notice without headings every first-level item is one. What stands before all of
// that (題名, 前文) shares one card without a number.

import (
	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

type role uint8

const (
	inner   role = iota // inside the card of its parent
	head                // opens a card
	chapter             // a chapter line
	caption             // 第三条#見出し: shown in the head of its article
)

// groups is the grouping of one side.
type groups struct {
	role []role
	card []int       // the unit that opens the card, -1 for what stands before all cards
	cap  map[int]int // article unit → its caption
	own  map[int]int // caption unit → its article
}

func group(units []*corpus.Clause, parents []int) groups {
	g := groups{make([]role, len(units)), make([]int, len(units)), map[int]int{}, map[int]int{}}
	articles := map[string]int{} // article → the unit that opens its card
	for i, u := range units {
		if a := article(u.Path); a != "" && lastKind(u.Path) != ref.Caption {
			if _, ok := articles[a]; !ok {
				articles[a] = i
			}
		}
	}
	for i, u := range units {
		a, inArticle := articles[article(u.Path)]
		p := parents[i]
		switch {
		case inArticle && a == i:
			g.role[i], g.card[i] = head, i
		case inArticle && lastKind(u.Path) == ref.Caption:
			g.role[i], g.card[i] = caption, a
			g.cap[a], g.own[i] = i, a
		case inArticle:
			g.card[i] = a
		case u.Kind == corpus.KindHeading && onlyHolds(u):
			g.role[i], g.card[i] = chapter, i
		case u.Kind == corpus.KindHeading:
			g.role[i], g.card[i] = head, i
		case p >= 0 && g.role[p] != chapter:
			g.card[i] = g.card[p]
		case u.Label != "":
			g.role[i], g.card[i] = head, i
		case p >= 0:
			g.card[i] = p
		default:
			g.card[i] = -1
		}
	}
	return g
}

// article is the address of the article that a clause stands in, "" for none.
func article(p ref.Path) string {
	for i, s := range p {
		if s.Kind == ref.Article {
			return p[:i+1].Key()
		}
	}
	return ""
}

// onlyHolds reports whether a heading has no text of its own beneath it but other headings or articles.
func onlyHolds(u *corpus.Clause) bool {
	if lastKind(u.Path) == ref.Division {
		return true
	}
	deep := false
	for _, c := range u.Children {
		if c.Kind != corpus.KindHeading && article(c.Path) == "" {
			return false
		}
		deep = true
	}
	return deep
}

func lastKind(p ref.Path) ref.Kind {
	if len(p) == 0 {
		return 0
	}
	return p[len(p)-1].Kind
}

// depths counts how far each unit is set in under the head of its card: items and what hangs on them.
func depths(units []*corpus.Clause, parents []int, g groups) []int {
	out := make([]int, len(units))
	for i, u := range units {
		p := parents[i]
		if p < 0 || g.role[i] == head || g.role[i] == chapter {
			continue
		}
		out[i] = out[p]
		parentIsHeading := units[p].Kind == corpus.KindHeading
		if u.Kind == corpus.KindItem && !parentIsHeading || u.Kind == corpus.KindPlaceholder && lastKind(u.Path) >= ref.Item && !parentIsHeading {
			out[i]++
		}
	}
	return out
}
