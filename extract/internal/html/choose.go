package html

// Which tables are comparisons. The words are those of header cells and markers alone; which side is which is decided
// later, for all formats.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/sides"
)

var marker = lazy.MustCompile(`^[^（(［\[〔【]{0,12}[（(［\[〔【](?:削る|削除|新設|追加|新規|略|同左|同右|[^（(［\[〔【]{1,8}を(?:削る|加える)。?)[）)］\]〕】]$`)

// choose finds the comparison tables of a page by the first test that any table passes.
func choose(doc *goquery.Document) map[*html.Node]bool {
	tables := doc.Find("table").Nodes
	fullest, announced := fullestOf(tables), saysComparison(doc)
	for _, test := range []func(*html.Node) bool{
		namesBothSides,
		holdsMarkers,
		func(t *html.Node) bool { return announced && secondColumn(t) > 0 },
		namesOneSide,
		func(t *html.Node) bool { return t == fullest },
	} {
		chosen := map[*html.Node]bool{}
		for _, t := range tables {
			if !inside(t, chosen) && test(t) {
				chosen[t] = true
			}
		}
		if len(chosen) > 0 {
			return chosen
		}
	}
	return nil
}

func inside(n *html.Node, chosen map[*html.Node]bool) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if chosen[p] {
			return true
		}
	}
	return false
}

// namesBothSides: a row of short cells has a word for the new side and one for the old side.
func namesBothSides(t *html.Node) bool { return headerOf(expand(t)) != nil }

// headerOf returns the squeezed words of the first header row.
func headerOf(rows [][]slot) []string {
	for _, row := range rows {
		var words []string
		for _, s := range row {
			words = append(words, own(s.node))
		}
		if sides.Both(words) {
			return words
		}
	}
	return nil
}

// holdsMarkers: at least one cell of a table with two columns or more is a marker, beside a cell with text.
func holdsMarkers(t *html.Node) bool {
	for _, row := range expand(t) {
		markers, texts := 0, 0
		for _, s := range row {
			switch w := own(s.node); {
			case marker.MatchString(w):
				markers++
			case w != "":
				texts++
			}
		}
		if markers > 0 && texts > 0 {
			return true
		}
	}
	return false
}

// namesOneSide: a table that has only one of the columns is taken too, so that it can be told what is wrong with it.
func namesOneSide(t *html.Node) bool {
	rows := expand(t)
	if len(rows) == 0 || len(rows[0]) == 0 {
		return false
	}
	_, ok := sides.Of(own(rows[0][0].node))
	return ok
}

// leastText is what the second column of a table without words and markers must hold, in code points.
const leastText = 80

// fullestOf is the table whose two fullest columns hold the most text, nil if none holds enough.
func fullestOf(tables []*html.Node) *html.Node {
	var best *html.Node
	most := leastText
	for _, t := range tables {
		if second := secondColumn(t); second > most {
			best, most = t, second
		}
	}
	return best
}

// secondColumn is how much text the second fullest column has, in code points.
func secondColumn(t *html.Node) int {
	var sum [maxColumns]int
	for _, row := range expand(t) {
		for _, s := range row {
			sum[s.col] += utf8.RuneCountInString(own(s.node))
		}
	}
	slices.Sort(sum[:])
	return sum[maxColumns-2]
}

// saysComparison: a heading or a short line outside tables names a comparison.
func saysComparison(doc *goquery.Document) bool {
	nodes := doc.Find("h1, h2, h3, h4, p, caption, center, head title").Nodes
	return slices.ContainsFunc(nodes, func(n *html.Node) bool { return sides.Title(own(n)) })
}

// own is the text of a cell without white space, readings and nested tables.
func own(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			for _, r := range n.Data {
				if !unicode.IsSpace(r) {
					b.WriteRune(r)
				}
			}
		}
		if n.Type == html.ElementNode && (n.Data == "table" || n.Data == "rt" || n.Data == "rp" || n.Data == "script" || n.Data == "style") {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}
