package site

// Any two revisions of a rule that has many. A page for every pair was rejected: fourteen revisions have 91 pairs, each with a page and four data
// files, about a megabyte, and a thousand rules of ten revisions would take an hour and forty gigabytes to tell what hardly anybody asks for.
// A second comparison in script was rejected, too: it would show other marks than the pages do.
//
// Choice: what is needed for every pair is small, for between any two revisions most clauses have the same words. The lives of the clauses tell
// which clauses face each other, so nothing has to be aligned; each life has few wordings, and how every two of them differ is
// computed here, by the comparison that all pages show. One file holds it (texts.js, about the size of the longest text and what changed
// of it), and a script of two kilobytes sets out of it the table for the two revisions that an address names
// (?old=…&new=…). Pairs that do have a page, neighbours and each revision with the latest, lead there.
//
// Cost: such a table has no effects, findings and downloads (`shinkyu diff DOC@A DOC@B` has), and needs script; without it the page lists
// the pairs that have pages and the whole texts.

import (
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/web"
)

// pairsPage is where any two revisions are set side by side.
type pairsPage struct {
	Shell   shell
	Title   string
	View    *web.Comparison // empty: the switches of a comparison
	Choices []choice
	Labels  []revisionChoice
	Pairs   string // address of the script
	Texts   string
}

// revisionChoice is a revision in the form, by its ID.
type revisionChoice struct{ ID, Label string }

func pairsAt(h *history) string { return ruleDir(h.rule) + "compare/index.html" }

// composes reports whether a rule has pairs without a page.
func (h *history) composes() bool { return len(h.states)-1 >= allPairs }

// pairsHref is the address of a pair that is set out by the script.
func pairsHref(h *history, p pair) string {
	q := "old=" + url.QueryEscape(h.states[p.old].Revision.ID) + "&new=" + url.QueryEscape(h.states[p.new].Revision.ID)
	return pairsAt(h) + "?" + q
}

func (b *builder) anyPair(h *history) error {
	if !h.composes() {
		return nil
	}
	at := pairsAt(h)
	data, err := json.Marshal(b.pairData(h, at))
	if err != nil {
		return err
	}
	data = append(append([]byte("shinkyuTexts("), data...), ")\n"...)
	name := digested("texts", "js", data)
	b.files[relativeTo(at, name)] = data
	p := pairsPage{
		Shell: b.shell("pairs", at, h.rule.Title+"　"+b.say("版を選んで比べる"), b.say("%sの二つの版を選んで対照する。", h.rule.Title), b.crumbs(h, web.Link{Text: b.say("版を選んで比べる")})),
		Title: h.rule.Title, View: &web.Comparison{}, Choices: h.choices(at, false), Pairs: relative(at, b.pairing), Texts: name,
	}
	for k := range h.states {
		v := h.states[k].Revision
		p.Labels = append(p.Labels, revisionChoice{v.ID, orElse(v.Label, v.ID) + "　" + b.inForce(v.InForce)})
	}
	return b.page(at, "pairs", p)
}

// pairData is what the script reads. Keys are short, for the file is read by every reader of the page and by nobody else.
type pairData struct {
	Revisions []pairRevision    `json:"v"`
	Pages     map[string]string `json:"p"` // "old...new" → the page of the pair
	Lives     []pairLife        `json:"c"`
}

type pairRevision struct {
	ID    string `json:"id"`
	Label string `json:"l"`
	Note  string `json:"n"`

	Formerly []string `json:"f,omitempty"`
}

// pairLife is a clause: where it stood and in which words, from which revision on, and how its wordings differ.
type pairLife struct {
	Href  string            `json:"h"`
	Spans []pairSpan        `json:"r"`
	Words []string          `json:"w"`
	Edits map[string][2]any `json:"e,omitempty"` // "0.1": changed ranges [start, end, …] of the older and of the newer; none: rewritten
}

// pairSpan is how a clause stands from a revision on: [from] where it is not there, else [from, address, part, class, label, wording]; a
// wording of -1 is printed nowhere. Parts are those of package web, and "title" for a heading that opens a card.
type pairSpan []any

func (b *builder) pairData(h *history, at string) pairData {
	d := pairData{Pages: map[string]string{}, Lives: []pairLife{}}
	for k := range h.states {
		v := h.states[k].Revision
		d.Revisions = append(d.Revisions, pairRevision{v.ID, orElse(v.Label, v.ID), b.inForce(v.InForce), v.Formerly})
		for o := range k {
			if to := h.pairPage(pair{o, k}); to != "" {
				d.Pages[h.states[o].Revision.ID+"..."+v.ID] = relative(at, to)
			}
		}
	}
	for i := range h.lives {
		if l := h.pairLife(i, at); l != nil {
			d.Lives = append(d.Lives, *l)
		}
	}
	return d
}

// pairPage is the page of a pair, "" where it has none.
func (h *history) pairPage(p pair) string {
	switch {
	case p.old == p.new-1 && h.states[p.new].Result != nil:
		return revisionDir(h.rule, h.states[p.new].Revision) + "index.html"
	case slices.Contains(h.pairs(), p):
		return pairPage(h, p)
	}
	return ""
}

// pairLife is nil for a clause that only repeats the rule's title.
func (h *history) pairLife(i int, at string) *pairLife {
	l := &pairLife{Href: relative(at, clausePage(h.rule, &h.lives[i])), Words: []string{}}
	var was pairSpan
	for k := range h.states {
		span, title := h.pairSpan(l, i, k)
		if title {
			return nil
		}
		if len(span) != len(was) || !slices.Equal(span[1:], was[min(1, len(was)):]) {
			if was != nil || len(span) > 1 {
				l.Spans = append(l.Spans, span)
			}
			was = span
		}
	}
	for n := range l.Words {
		for o := range n {
			if e, ok := edits(l.Words[o], l.Words[n]); ok {
				if l.Edits == nil {
					l.Edits = map[string][2]any{}
				}
				l.Edits[wordPair(o, n)] = e
				if e, ok = edits(l.Words[n], l.Words[o]); ok { // a clause may go back to words that it had
					l.Edits[wordPair(n, o)] = e
				}
			}
		}
	}
	return l
}

func (h *history) pairSpan(l *pairLife, i, k int) (s pairSpan, title bool) {
	address := pathAt(&h.lives[i], k)
	if address == "" {
		return pairSpan{k}, false
	}
	state, unit, ok := h.shownBy(i, k)
	if !ok {
		return pairSpan{k, cited(address), string(web.PartInner), "d0 txt", cited(address) + "　", -1}, false
	}
	if h.isTitle(state, unit) {
		return nil, true
	}
	rd, c := h.readers[state], h.units[state][unit]
	para, num := rd.Para(corpus.New, unit), ""
	if path, err := ref.Parse(address); err == nil {
		relabel(&para, &num, c, path)
	}
	var label strings.Builder
	for _, s := range para.Label {
		label.WriteString(s.Text)
	}
	words := c.Words()
	n := slices.Index(l.Words, words)
	if n < 0 {
		n = len(l.Words)
		l.Words = append(l.Words, words)
	}
	part := string(rd.Part(corpus.New, unit))
	if part == string(web.PartHead) && c.Kind == corpus.KindHeading {
		part = "title" // without words of its own
	}
	return pairSpan{k, cited(address), part, para.Class, label.String(), n}, false
}

// edits are the changed ranges of two wordings as the comparison finds them; ok is false where one was rewritten.
func edits(old, now string) (out [2]any, ok bool) {
	text := func(s string) corpus.Document {
		path := ref.Path{{Kind: ref.Article, Text: "第一条"}}
		return corpus.Document{Clauses: []*corpus.Clause{{Path: path, Kind: corpus.KindArticle, Label: "第一条", Text: corpus.Text{S: "第一条　" + s}, Body: wordsAt, Origin: corpus.Origin{Row: -1}}}}
	}
	r := diff.Compare(&corpus.Comparison{Sides: [2]corpus.Document{corpus.New: text(now), corpus.Old: text(old)}})
	if len(r.Changes) != 1 || r.Changes[0].Form != diff.Edited {
		return out, false
	}
	var by [2][]int
	for _, e := range r.Changes[0].Edits {
		if e.Span.Len() > 0 {
			by[e.Side] = append(by[e.Side], max(0, e.Span.Start-wordsAt), e.Span.End-wordsAt)
		}
	}
	return [2]any{listed(by[corpus.Old]), listed(by[corpus.New])}, true
}

const wordsAt = 4 // code points of 第一条 and the blank behind it

func listed(r []int) []int {
	if r == nil {
		return []int{}
	}
	return r
}

func wordPair(o, n int) string { return strconv.Itoa(o) + "." + strconv.Itoa(n) }
