package clause

// Addresses. Articles are addressed from their part, everything else from the label above.
//
//	第三条            an article with one 項;  第三条第一項, 第三条第二項 where it has more; 第3条 alone is also the line
//	                「第3条（申請）」 above a 項 with a printed 1, as rules of companies have it
//	第三条第一号イ      号 and its 細分 run on; 第三条#見出し is the caption
//	別添１/第２章/(18)/ア, 4/(1)/¶2, 2.1.7/(1), 4/¶3/・1, 第一/六/削る1
//
// Labels stand as printed, white space removed and signs of one character opened (⑷ is (4)); a dotted label replaces the
// dotted labels above it, which it repeats. What a document repeats gets ~2. That is a finding only within one run of numbers: behind an 附則, or where
// numbers begin again with 1, another text or list stands, and its labels are right. A second 附則 is an amendment's, a caption is its article's.

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

type addresses struct {
	used map[string]int
	b    *builder
	text int            // texts that ended so far: each has articles of its own
	runs map[string]int // lists that ended so far, by the clause above and the style
	in   map[string]run // where an address was last given
	last map[string]*node
}

// run is one series of numbers.
type run struct{ text, list int }

// place is where siblings are addressed from.
type place struct {
	prefix ref.Path // of the whole forest
	part   ref.Path // 附則, 別表第一; the prefix in the main provisions
	at     ref.Path // the clause above
	above  *style   // its style, nil for a root
	dotted ref.Path // address above the outermost dotted label, nil if there is none above
	kanji  bool     // the article above is numbered in kanji
	item   bool     // a 号 stands above
}

func (a *addresses) all(nodes []*node, p place) {
	if p.part == nil {
		p.part = p.prefix
	}
	count := map[string]int{}
	for i, n := range nodes {
		if i > 0 && len(p.at) == len(p.prefix) && n.style() != nil && n.style() != partStyle && isSupplement(nodes[i-1]) {
			a.text++
		}
		path, below := a.one(n, nodes[i+1:], p, count)
		a.unique(n, path)
		below.at = n.c.Path
		if n.style() == articleStyle {
			a.article(n, path, below)
			continue
		}
		a.all(n.kids, below)
	}
}

// article addresses an article's children: its 項 from the article, the rest from its first 項, which path ends in unless
// the first 項 is a clause of its own.
func (a *addresses) article(n *node, path ref.Path, below place) {
	if !opensParagraphs(n) {
		a.all(n.kids, below)
		return
	}
	for i, k := range n.kids {
		if k.style() == numberStyle {
			a.all(n.kids[:i], below)
			below.at = path[:len(path)-1]
			a.all(n.kids[i:], below)
			return
		}
	}
}

// opensParagraphs reports whether the words behind an article's label are the first of its several 項: the 項 that follow
// begin with 2. Where a 1 is printed, they are not.
func opensParagraphs(n *node) bool {
	for _, k := range n.kids {
		if k.style() == numberStyle {
			return !slices.Equal(k.rd.num, []int{1})
		}
	}
	return false
}

func (a *addresses) unique(n *node, path ref.Path) {
	s := path.String()
	a.used[s]++
	again := a.again(n, path)
	if k := a.used[s]; k > 1 {
		if again {
			a.b.repeated(n, s)
		}
		at := len(path) - 1
		if path[at].Kind == ref.Caption && at > 0 {
			at-- // #見出し has no text that could carry a number
		}
		for base := path; ; k++ {
			path = slices.Clone(base)
			path[at].Text += "~" + strconv.Itoa(k)
			if a.used[path.String()] == 0 {
				break
			}
		}
		a.used[path.String()]++
	}
	n.c.Path = path
}

// again reports whether a run of numbers, or of labels without a number, holds an address already.
func (a *addresses) again(n *node, path ref.Path) bool {
	s := path.String()
	key := path[:len(path)-1].String()
	if n.style() == articleStyle { // 第四条第一項 stands in the series of 第三条
		key = path[:slices.IndexFunc(path, func(s ref.Step) bool { return s.Kind == ref.Article })].String()
	}
	if n.rd != nil {
		key += "/" + n.style().name
		before := a.last[key]
		if a.used[s] > 1 && slices.Equal(n.rd.num, []int{1}) && before != nil && !slices.Equal(before.rd.num, n.rd.num) {
			if n.style() == articleStyle {
				a.text++
			} else {
				a.runs[key]++
			}
		}
		a.last[key] = n
	}
	now := run{a.text, a.runs[key]}
	before, held := a.in[s]
	a.in[s] = now
	return held && before == now && path[len(path)-1].Kind != ref.Caption && !isSupplement(n)
}

// isSupplement reports whether a node is an 附則.
func isSupplement(n *node) bool {
	return n.style() == partStyle && strings.HasPrefix(plainLabel(n), "附則")
}

// one addresses a node and says where its children are addressed from.
func (a *addresses) one(n *node, behind []*node, p place, count map[string]int) (ref.Path, place) {
	below := p
	below.above = n.style()
	if n.c.Kind == corpus.KindItem && isParagraphOfSupplement(n, p) {
		n.c.Kind = corpus.KindParagraph
	}
	number := func(kind ref.Kind, key, format string) ref.Path {
		count[key]++
		return p.at.Join(ref.Step{Kind: kind, Text: fmt.Sprintf(format, count[key])})
	}
	if n.rd == nil {
		switch {
		case n.p.title && isCaption(n.p.sc):
			if article := nextOf(articleStyle, behind); article != nil {
				return p.part.Join(articleStep(article)).Join(ref.Step{Kind: ref.Caption}), below
			}
			if k := nextOf(numberStyle, behind); k != nil {
				return p.at.Join(ref.Step{Kind: ref.Paragraph, Text: span(k, "項", true)}).Join(ref.Step{Kind: ref.Caption}), below
			}
		case n.p.title:
			return p.prefix.Join(ref.Step{Kind: ref.Part, Text: "題名"}), below
		case n.c.Kind == corpus.KindTable:
			return number(ref.Label, "内表", "内表%d"), below
		case n.c.Kind == corpus.KindFigure:
			return number(ref.Label, "図", "図%d"), below
		case n.c.Placeholder == corpus.Added:
			return number(ref.Label, "新設", "新設%d"), below
		case n.c.Placeholder == corpus.Removed:
			return number(ref.Label, "削る", "削る%d"), below
		case n.p.level > 0:
			return p.at.Join(ref.Step{Kind: ref.Label, Text: strings.ReplaceAll(n.p.sc.from(0), "/", "／")}), below
		}
		return number(ref.Unlabelled, "¶", "¶%d"), below
	}
	s := n.style()
	text := plainLabel(n)
	switch {
	case s == partStyle && p.above == partStyle:
		return p.at.Join(ref.Step{Kind: ref.Label, Text: text}), below
	case s == partStyle:
		kind := ref.Label
		if strings.HasPrefix(text, "附則") || strings.HasPrefix(text, "別表") || strings.Contains(text, "様式") || strings.HasPrefix(text, "別記") {
			kind = ref.Part
		}
		path := p.prefix.Join(ref.Step{Kind: kind, Text: text})
		below.part, below.item = path, false
		return path, below
	case s == articleStyle:
		path := p.part.Join(articleStep(n))
		below.kanji, below.item = isKanjiNumber(n.c.Label), false
		if opensParagraphs(n) {
			return path.Join(ref.Step{Kind: ref.Paragraph, Text: nth(1, "項", below.kanji)}), below
		}
		return path, below
	case s == bulletStyle:
		return number(ref.Label, string(sign(n)), string(sign(n))+"%d"), below
	case s == numberStyle && (p.above == articleStyle || isParagraphOfSupplement(n, p)):
		return p.at.Join(ref.Step{Kind: ref.Paragraph, Text: span(n, "項", p.kanji || p.above == partStyle)}), below
	case (s == kanjiStyle || s == parenNumberStyle) && a.inArticle(p) && !p.item:
		below.item = true
		return p.at.Join(ref.Step{Kind: ref.Item, Text: span(n, "号", p.kanji || s == kanjiStyle)}), below
	case a.inArticle(p):
		return p.at.Join(ref.Step{Kind: ref.Subitem, Text: text}), below
	case dottedDepth(s) > 0 || s == numberStyle:
		if p.dotted == nil {
			below.dotted = p.at
			if below.dotted == nil {
				below.dotted = ref.Path{}
			}
		} else if dottedDepth(s) > 0 {
			return p.dotted.Join(ref.Step{Kind: ref.Label, Text: text}), below
		}
		return p.at.Join(ref.Step{Kind: ref.Label, Text: text}), below
	case kindOf(s, false) == corpus.KindHeading:
		return p.at.Join(ref.Step{Kind: ref.Division, Text: text}), below
	}
	return p.at.Join(ref.Step{Kind: ref.Label, Text: text}), below
}

// isParagraphOfSupplement reports whether a number is a 項 of an 附則 without articles.
func isParagraphOfSupplement(n *node, p place) bool {
	return n.style() == numberStyle && p.above == partStyle && strings.HasPrefix(last(p.at), "附則")
}

func last(p ref.Path) string {
	if len(p) == 0 {
		return ""
	}
	return p[len(p)-1].Text
}

func (a *addresses) inArticle(p place) bool {
	for _, s := range p.at {
		if s.Kind == ref.Article || s.Kind == ref.Paragraph {
			return true
		}
	}
	return false
}

func nextOf(s *style, behind []*node) *node {
	for _, n := range behind {
		if n.style() == s {
			return n
		}
	}
	return nil
}
