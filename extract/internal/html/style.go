package html

// Styles: which elements the page itself underlines, strikes, boxes, hides or numbers.
//
// Two sources, as browsers have them: the page's own <style> sheets and style attributes, later ones winning. Only the
// properties that print a mark are read; specificity is taken as order, which official pages do not stretch. External
// sheets are out of reach.

import (
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"

	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/inline"
)

type styles map[*html.Node]style

type style struct {
	line    inline.Marks // Underline, Double, Strike as text-decoration or a border says
	noLine  bool         // text-decoration: none takes the tag's own line away
	bold    inline.Marks
	noBold  bool
	box     inline.Marks
	left    inline.Marks // a line at the left, which marks in vertical writing only
	colour  inline.Marks // of the letters and the ground
	over    inline.Marks // colours that it takes the place of
	hidden  bool
	ruled   bool   // a block with a border on all sides
	upright bool   // vertical writing: a line at the left is a side line too
	list    string // list-style-type
}

// markOf lists the tags that carry marks by themselves.
var markOf = map[string]inline.Marks{
	"u": inline.Underline, "ins": inline.Underline, "del": inline.Strike, "s": inline.Strike, "strike": inline.Strike,
	"b": inline.Bold, "strong": inline.Bold, "mark": inline.Shade,
}

// marks are what an element with this style and name adds to those in force.
func (s style) marks(name string) inline.Marks {
	m := markOf[name]
	if s.noLine {
		m &^= inline.Underline | inline.Strike
	}
	if s.noBold {
		m &^= inline.Bold
	}
	if s.over&inline.Shade != 0 {
		m &^= inline.Shade
	}
	return m | s.line | s.bold | s.box | s.colour
}

// maxRules bounds the work on a hostile page; official ones have some hundred.
const maxRules = 500

var comment = lazy.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)

// stylesOf applies the page's style sheets and style attributes.
func stylesOf(doc *goquery.Document) styles {
	out := styles{}
	rules := 0
	for _, n := range doc.Find("style").Nodes {
		sheet := comment.ReplaceAllString(goquery.NewDocumentFromNode(n).Text(), "")
		for rule := range strings.SplitSeq(sheet, "}") {
			selector, body, ok := strings.Cut(rule, "{")
			if rules++; !ok || rules > maxRules || !tells(body) {
				continue
			}
			group, err := cascadia.ParseGroup(strings.TrimSpace(selector))
			if err != nil { // @media, :hover and other things that print nothing here
				continue
			}
			for _, e := range cascadia.QueryAll(doc.Get(0), group) {
				out[e] = out[e].with(body, e.Data)
			}
		}
	}
	for _, n := range doc.Find("font[color]").Nodes {
		out[n] = out[n].with("color:"+attr(n, "color"), n.Data)
	}
	for _, n := range doc.Find("[style]").Nodes {
		out[n] = out[n].with(attr(n, "style"), n.Data)
	}
	out.sideLines(doc.Get(0), false)
	out.telling(doc)
	for _, n := range doc.Find("[hidden]").Nodes {
		s := out[n]
		s.hidden = true
		out[n] = s
	}
	return out
}

// faraway is a place outside the page.
var faraway = lazy.MustCompile(`^-(?:[0-9]{4,}|999)`)

// sideLines makes lines at the left of letters marks where the text is written vertically.
func (s styles) sideLines(n *html.Node, vertical bool) {
	st := s[n]
	vertical = vertical || st.upright
	if vertical && st.left != 0 && st.line == 0 {
		st.line = st.left
		s[n] = st
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.sideLines(c, vertical)
	}
}

// sayUnderline is a class that says what its style sheet, which is not at hand, does.
var sayUnderline = lazy.MustCompile(`(?i)^(?:txt|text|is|font|f|td|deco|decoration)?[-_]?(?:underline[d]?|under[-_]?line[d]?|kasen|bou?sen|sideline)$`)

// telling marks inline elements that have no style on the page but a class that names the mark.
func (s styles) telling(doc *goquery.Document) {
	for _, n := range doc.Find("[class]").Nodes {
		if st := s[n]; !blocks[n.Data] && st == (style{}) && slices.ContainsFunc(strings.Fields(attr(n, "class")), sayUnderline.MatchString) {
			s[n] = style{line: inline.Underline}
		}
	}
}

// tint sets one of the colours, if value is one.
func (s *style) tint(which inline.Marks, read func(string) (inline.Marks, bool), value string) {
	if m, ok := read(value); ok {
		s.colour, s.over = s.colour&^which|m, s.over|which
	}
}

// tells reports whether a rule sets a property that is read here.
func tells(body string) bool {
	for _, p := range []string{"text-decoration", "font-weight", "border", "display", "visibility", "list-style", "writing-mode", "left", "text-indent", "clip", "color", "background"} {
		if strings.Contains(body, p) {
			return true
		}
	}
	return false
}

// with returns s with the declarations of body applied to an element of the name.
func (s style) with(body, name string) style {
	for declaration := range strings.SplitSeq(body, ";") {
		property, value, ok := strings.Cut(declaration, ":")
		if !ok {
			continue
		}
		value = strings.ToLower(strings.TrimSpace(strings.ReplaceAll(value, "!important", "")))
		has := func(word string) bool { return strings.Contains(value, word) }
		switch strings.ToLower(strings.TrimSpace(property)) {
		case "text-decoration", "text-decoration-line":
			s.line, s.noLine = 0, has("none")
			if has("underline") || has("overline") { // a side line of vertical writing is an overline
				s.line |= inline.Underline
			}
			if has("line-through") {
				s.line |= inline.Strike
			}
			if s.line&inline.Underline != 0 && has("double") {
				s.line = s.line&^inline.Underline | inline.Double
			}
		case "text-decoration-style":
			if has("double") && s.line&inline.Underline != 0 {
				s.line = s.line&^inline.Underline | inline.Double
			}
		case "border-bottom", "border-right", "border-bottom-style", "border-right-style":
			if !blocks[name] && !has("none") && !has("hidden") && !strings.HasPrefix(value, "0") {
				s.line |= inline.Underline
				if has("double") {
					s.line = s.line&^inline.Underline | inline.Double
				}
			}
		case "border-left", "border-left-style":
			if !blocks[name] && !has("none") && !has("hidden") && !strings.HasPrefix(value, "0") {
				s.left = inline.Underline
				if has("double") {
					s.left = inline.Double
				}
			}
		case "writing-mode", "-webkit-writing-mode", "-ms-writing-mode":
			s.upright = strings.HasPrefix(value, "vertical") || strings.HasPrefix(value, "tb")
		case "left", "text-indent": // a text for those who do not see the page
			s.hidden = s.hidden || faraway.MatchString(value)
		case "clip", "clip-path":
			s.hidden = s.hidden || value == "inset(50%)" || strings.HasPrefix(strings.NewReplacer(" ", "", "px", "", ",", "").Replace(value), "rect(00") || strings.HasPrefix(strings.NewReplacer(" ", "", "px", "", ",", "").Replace(value), "rect(1111")
		case "border":
			drawn := !has("none") && !has("hidden") && !strings.HasPrefix(value, "0")
			if drawn && !blocks[name] {
				s.box = inline.Box
			}
			s.ruled = drawn && blocks[name]
		case "border-style":
			s.ruled = !has("none") && !has("hidden") && blocks[name]
		case "font-weight":
			bold := has("bold") || len(value) == 3 && value >= "600" && value <= "900"
			s.noBold, s.bold = !bold, 0
			if bold && name != "th" && !strings.HasPrefix(name, "h") {
				s.bold = inline.Bold
			}
		case "color":
			s.tint(inline.Letters, inline.Lettered, value)
		case "background-color":
			s.tint(inline.Shade, inline.Grounded, value)
		case "background":
			for _, word := range strings.Fields(value) {
				s.tint(inline.Shade, inline.Grounded, word)
			}
		case "display":
			s.hidden = value == "none"
		case "visibility":
			s.hidden = value == "hidden" || value == "collapse"
		case "list-style", "list-style-type":
			if words := strings.Fields(value); len(words) > 0 {
				s.list = words[0]
			}
		}
	}
	return s
}
