package past

// Searching the text of a day. What a reader types and what a rule prints differ in widths, in blanks and in the numerals of
// addresses; both are folded to one form, and every place of the folded text knows where it came from.

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// Hit is a clause that holds the term.
type Hit struct {
	Document string        `json:"document"`
	Title    string        `json:"title"`
	Address  string        `json:"address"`
	ID       string        `json:"id,omitempty"`
	Heading  string        `json:"heading,omitempty"` // the caption of its article
	Text     string        `json:"text"`
	Spans    []corpus.Span `json:"spans"` // of Text, in code points
}

// Search lists the clauses whose words hold a term, in the order of the text.
func (p *Past) Search(term string) []Hit {
	want, _ := Fold(term)
	out := []Hit{}
	if len(want) == 0 {
		return out
	}
	caption := ""
	for u, c := range p.units {
		if isCaption(c) {
			caption = strings.TrimSpace(c.Text.S)
		}
		if c.Kind == corpus.KindArticle && (u == 0 || !isCaption(p.units[u-1])) {
			caption = ""
		}
		spans := Find(c.Text.S, want)
		if len(spans) == 0 || c.Placeholder != corpus.NoPlaceholder {
			continue
		}
		h := Hit{Document: p.Rule.ID, Title: p.Rule.Title, Address: c.Path.Cite(), Text: c.Text.S, Spans: spans}
		if len(c.Path) > 0 && c.Path[0].Kind == ref.Article && !isCaption(c) {
			h.Heading = caption
		}
		if i := p.owner[u]; i >= 0 {
			h.ID = p.Lives[i].ID
		}
		out = append(out, h)
	}
	return out
}

// Holds reports whether a clause of a text holds a term.
func Holds(d *corpus.Document, term string) bool {
	want, _ := Fold(term)
	units, _ := d.Units()
	return len(want) > 0 && slices.ContainsFunc(units, func(c *corpus.Clause) bool { return len(Find(c.Text.S, want)) > 0 })
}

// Find lists the places of a folded term in a text, in code points of the text.
func Find(text string, want []rune) []corpus.Span {
	folded, at := Fold(text)
	var out []corpus.Span
	for i := 0; i+len(want) <= len(folded); i++ {
		if string(folded[i:i+len(want)]) != string(want) {
			continue
		}
		out = append(out, corpus.Span{Start: at[i].Start, End: at[i+len(want)-1].End})
		i += len(want) - 1
	}
	return out
}

// counted stands behind a numeral that is a number: 第十二条, 三十日. 一般 and 統一 stay as they are.
const counted = "条項号章節編款目部年月日円人件回時週"

// Fold brings a text to the form in which it is searched: NFKC, lower case, no blanks, numbers of addresses and amounts in
// figures. Each rune of it comes with the code points of the text that it stands for.
func Fold(text string) ([]rune, []corpus.Span) {
	var out []rune
	var at []corpus.Span
	runes := []rune(text)
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && ref.IsNumeralRune(runes[j]) {
			j++
		}
		if j > i && (j < len(runes) && strings.ContainsRune(counted, runes[j]) || i > 0 && runes[i-1] == '第') {
			if n, ok := ref.ParseNumeral(string(runes[i:j])); ok {
				for _, d := range strconv.Itoa(n) {
					out, at = append(out, d), append(at, corpus.Span{Start: i, End: j})
				}
				i = j
				continue
			}
		}
		for _, r := range norm.NFKC.String(string(runes[i])) {
			if !unicode.IsSpace(r) {
				out, at = append(out, unicode.ToLower(r)), append(at, corpus.Span{Start: i, End: i + 1})
			}
		}
		i++
	}
	return out, at
}
