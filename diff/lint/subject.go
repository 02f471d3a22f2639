package lint

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/internal/classify"
	"shinkyu/diff/internal/token"
	"shinkyu/diff/refer"
)

// side is one text as rules see it.
type side struct {
	which    corpus.Side
	doc      *corpus.Document
	units    []*corpus.Clause
	parents  []int
	kids     [][]int
	refs     []refer.Reference
	flats    []token.Flat
	glossary []classify.Entry
	partial  bool // one side of a table: text may be left out without a word
	lawful   bool // numbered by articles
}

type subject struct {
	r        *diff.Result // nil for one text
	sides    [2]*side     // Old is nil for one text
	base     *side
	unplaced []corpus.Unplaced
	config   *Config
	rule     *Rule
	out      []Finding
	changeOf [2][]int
}

func newSubject(in Input, c *Config) *subject {
	s := &subject{r: in.Result, config: c, unplaced: in.Unplaced}
	if in.Base != nil {
		s.base = newSide(corpus.Old, in.Base, false)
	}
	if in.Result == nil {
		s.sides[corpus.New] = newSide(corpus.New, in.Document, false)
		s.sides[corpus.New].refs = refer.Find(in.Document)
		return s
	}
	cmp := in.Result.Comparison
	if cmp.Printed() {
		s.unplaced = cmp.Unplaced
	}
	for i := range s.sides {
		d := newSide(corpus.Side(i), &cmp.Sides[i], cmp.Printed())
		d.keepOfficial(cmp)
		d.refs = in.Result.References[i]
		s.sides[i] = d
		s.changeOf[i] = make([]int, len(d.units))
	}
	for n := range in.Result.Changes {
		ch := &in.Result.Changes[n]
		for i := range s.sides {
			for _, u := range ch.Units(corpus.Side(i)) {
				s.changeOf[i][u] = n
			}
		}
	}
	return s
}

func newSide(which corpus.Side, doc *corpus.Document, partial bool) *side {
	d := &side{which: which, doc: doc, partial: partial}
	d.units, d.parents = doc.Units()
	d.kids = make([][]int, len(d.units))
	articles := 0
	for u, p := range d.parents {
		if p >= 0 {
			d.kids[p] = append(d.kids[p], u)
		}
		if d.units[u].Kind == corpus.KindArticle {
			articles++
		}
		d.flats = append(d.flats, token.Flatten(d.units[u].Text.S, d.units[u].Body))
	}
	d.lawful = articles >= 2
	d.glossary = classify.Glossary(d.units)
	return d
}

func (s *subject) applies(r *Rule) bool {
	switch r.Needs {
	case NeedsTable:
		return s.r != nil && s.r.Comparison.Printed()
	case NeedsPair:
		return s.r != nil
	case NeedsBase:
		return s.r != nil && s.base != nil
	}
	return true
}

// report adds a finding about the words at span of a unit. A %s in the messages stands for these words, shortened.
func (s *subject) report(d *side, unit int, span corpus.Span, ja, en string, args ...any) *Finding {
	f := Finding{Rule: s.rule, Severity: s.config.severity(s.rule), Place: Place{d.which, unit, span}, Hint: s.rule.Hint, HintEN: s.rule.HintEN}
	if len(args) == 0 && unit >= 0 {
		args = []any{d.words(unit, span)}
	}
	f.Message, f.English = fill(ja, args), fill(en, args)
	s.out = append(s.out, f)
	return &s.out[len(s.out)-1]
}

// fill puts values into a message. It may have two forms, "one|many", told apart by the first number, as the site's words.
func fill(format string, args []any) string {
	if one, many, ok := strings.Cut(format, "|"); ok {
		format = many
		if i := slices.IndexFunc(args, func(a any) bool { _, is := a.(int); return is }); i >= 0 && args[i] == 1 {
			format = one
		}
	}
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// lower makes a finding less grave, unless the configuration said how grave its rule is.
func (s *subject) lower(f *Finding, to corpus.Severity) {
	if _, set := s.config.Severity[f.Rule.ID]; !set {
		f.Severity = to
	}
}

// words are those at span, short enough for a message.
func (d *side) words(unit int, span corpus.Span) string {
	return shorten(strings.Join(strings.Fields(d.units[unit].Text.Slice(span.Start, span.End).S), " "))
}

// shorten keeps a message readable: the beginning and the end of long words.
func shorten(s string) string {
	r := []rune(s)
	if len(r) <= 40 {
		return s
	}
	return string(r[:24]) + "…" + string(r[len(r)-12:])
}

// whole is the span of a unit's text.
func (d *side) whole(u int) corpus.Span { return corpus.Span{End: d.units[u].Text.Len()} }

// head is the label of a unit, or its first words.
func (d *side) head(u int) corpus.Span {
	c := d.units[u]
	if n := len([]rune(c.Label)); n > 0 && n <= c.Text.Len() {
		return corpus.Span{End: n}
	}
	return corpus.Span{End: min(c.Text.Len(), 12)}
}

// part is the part a unit stands in: "" for the main provisions.
func (d *side) part(u int) string {
	for _, st := range d.units[u].Path {
		if st.Kind == ref.Part && st.Text != "題名" && st.Text != "前文" {
			return st.Text
		}
	}
	return ""
}

// foreign reports whether a unit stands in the 附則 of an act that amended the rule: its words and numbers are that act's own.
func (d *side) foreign(u int) bool {
	p := d.part(u)
	return strings.HasPrefix(p, "附則") && (strings.ContainsAny(p, "（(~") || p != "附則")
}

// form reports whether a unit stands in a form, where blanks are meant to be filled in.
func (d *side) form(u int) bool {
	p := d.part(u)
	for _, w := range []string{"様式", "別記", "別紙"} {
		if strings.Contains(p, w) {
			return true
		}
	}
	return d.units[u].Kind == corpus.KindFigure || d.units[u].Kind == corpus.KindTable
}

// body reports whether a unit has words of its own.
func (d *side) body(u int) bool {
	c := d.units[u]
	return c.Placeholder == corpus.NoPlaceholder && !c.Void && len(d.flats[u].Text) > 0
}

// omits reports whether a unit leaves out text under it, or beside it.
func (d *side) omits(u int) bool {
	for _, k := range d.siblings(u) {
		if d.units[k].Placeholder != corpus.NoPlaceholder {
			return true
		}
	}
	return false
}

// siblings of a unit, itself included.
func (d *side) siblings(u int) []int {
	if p := d.parents[u]; p >= 0 {
		return d.kids[p]
	}
	var roots []int
	for i, p := range d.parents {
		if p < 0 {
			roots = append(roots, i)
		}
	}
	return roots
}

// noun reports whether r can stand in a compound noun.
func noun(r rune) bool {
	switch token.Script(r) {
	case token.Kanji, token.Katakana, token.Latin, token.Digits:
		return true
	}
	return false
}

// use is one place where words stand in a text.
type use struct{ unit, from, to int } // offsets in the flat text

// uses lists where a word stands by itself: neither inside a longer noun nor in a quotation.
func (d *side) uses(word string) []use {
	w := []rune(token.LooseText(word))
	var out []use
	for u := range d.units {
		if !d.body(u) {
			continue
		}
		f := d.flats[u]
		for _, i := range f.Index(w) {
			if i > 0 && noun(f.Text[i-1]) && noun(w[0]) && !joint(f.Text, i) || i+len(w) < len(f.Text) && noun(f.Text[i+len(w)]) && noun(w[len(w)-1]) && !jointAfter(f.Text, i+len(w)) {
				continue
			}
			if quoted(f.Text, i) {
				continue
			}
			out = append(out, use{u, i, i + len(w)})
		}
	}
	return out
}

// joint reports whether a conjunction or 当該, 各 ends before i.
func joint(text []rune, i int) bool {
	return strings.ContainsRune("又及並若該各", text[i-1])
}

// jointAfter reports whether a conjunction begins at i.
func jointAfter(text []rune, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	switch string(text[i : i+2]) {
	case "又は", "及び", "並び", "若し":
		return true
	}
	return false
}

// quoted reports whether place i stands in 「」.
func quoted(text []rune, i int) bool {
	depth := 0
	for _, r := range text[:i] {
		switch r {
		case '「', '『':
			depth++
		case '」', '』':
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}

// span leads from a use to the printed text.
func (d *side) span(u use) corpus.Span { return d.flats[u.unit].Span(u.from, u.to) }

// cite names a unit: 第三条第二項.
func (d *side) cite(u int) string {
	if u < 0 {
		return ""
	}
	p := d.units[u].Path.Cite()
	if d.which == corpus.Old {
		return "旧" + p
	}
	return p
}
