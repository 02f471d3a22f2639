package site

// The text as it stands. A table of amendment shows only what it touches, so the text of today is put together from all
// revisions: every living clause in its order, in the words that a source last printed. Where the last source is a whole text this is
// that text. A clause that no source prints is listed as （略）, never left out.

import (
	"fmt"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/render/web"
)

// fullText is a rule, or one revision of it, as text to read.
type fullText struct {
	Parts    []textPart
	Chapters []web.Link // contents
	Sources  int        // revisions the words come from
	Findings []web.Finding
}

// textPart is a chapter line or an article with what is in it.
type textPart struct {
	ID      string
	Chapter string
	Deep    bool // stands in a chapter: its heading is one level lower
	Num     string
	Caption string
	Href    string // the life of the article
	Changes string // 改正3回
	Paras   []textPara
	Finds   []web.Finding // at its heading
}

type textPara struct {
	ID      string
	Para    web.Para
	Href    string
	Changes string
	Finds   []web.Finding
}

// current puts the text of today together.
func (b *builder) current(h *history, from string) fullText {
	return b.composedText(h, len(h.states)-1, from)
}

// composedText puts the text after state k together.
func (b *builder) composedText(h *history, k int, from string) fullText {
	w := textWriter{b: b, h: h, from: from, at: k, ids: map[string]int{}, sources: map[int]bool{}}
	for i := range h.lives {
		if pathAt(&h.lives[i], k) != "" {
			w.life(i)
		}
	}
	return w.done()
}

// paragraph is a clause's own words, with links where they refer to others.
func (b *builder) paragraph(h *history, life, state, unit int, from string, at int) web.Para {
	p := h.readers[state].Para(corpus.New, unit)
	if life < 0 {
		return p
	}
	if s, u, ok := h.shownBy(life, at); !ok || s != state || u != unit {
		return p
	}
	var spans []corpus.Span
	var hrefs []string
	for _, c := range h.citesAt(at)[life] {
		spans, hrefs = append(spans, c.span), append(hrefs, relative(from, clausePage(h.rule, &h.lives[c.to])))
	}
	c := h.units[state][unit]
	p.Segs = web.Linked(p.Segs, min(c.Body, c.Text.Len()), spans, hrefs)
	return p
}

// asOf is the text of one revision as its source prints it.
func (b *builder) asOf(h *history, state int, from string) fullText {
	w := textWriter{b: b, h: h, from: from, at: state, ids: map[string]int{}, sources: map[int]bool{}}
	places := map[int]*web.Link{}
	for u, c := range h.units[state] {
		if id := w.add(h.lifeOf(state, corpus.New, u), state, u, c.Path); id != "" {
			places[u] = &web.Link{Href: "#" + id, Text: cited(c.Path.String())}
		}
		w.remark(h.readers[state].Finds(corpus.New, u))
	}
	w.out.Findings = h.readers[state].Findings(func(_ corpus.Side, u int) *web.Link { return places[u] })
	return w.done()
}

type textWriter struct {
	b       *builder
	h       *history
	from    string
	at      int // state of the text
	out     fullText
	caption string
	chapter ref.Path // the chapter in hand, nil before the first
	ids     map[string]int
	sources map[int]bool
	waiting []web.Finding // said of what stands before the next article
}

func (w *textWriter) life(i int) {
	l := &w.h.lives[i]
	address := pathAt(l, w.at)
	path, err := ref.Parse(address)
	if err != nil {
		path = ref.Path{{Kind: ref.Label, Text: address}}
	}
	state, unit, ok := w.h.shownBy(i, w.at)
	if !ok {
		if n := len(path); n > 0 && path[n-1].Kind == ref.Caption {
			return // its article says that it is not shown
		}
		p := w.article(w.id(path))
		p.Deep = w.inChapter(path)
		p.Num, p.Href = cited(address), relative(w.from, clausePage(w.h.rule, l))
		p.Paras = append(p.Paras, textPara{Para: web.Para{Class: "d0 txt", Segs: []web.Seg{{Text: "（略）"}}}})
		return
	}
	w.add(i, state, unit, path)
}

// remark puts what the checks say of the clause added last at it. What is said of a caption, which stands before its article, waits for that.
func (w *textWriter) remark(finds []web.Finding) {
	if w.caption != "" || len(w.out.Parts) == 0 {
		w.waiting = append(w.waiting, finds...)
		return
	}
	finds, w.waiting = append(w.waiting, finds...), nil
	p := &w.out.Parts[len(w.out.Parts)-1]
	if n := len(p.Paras); n > 0 {
		p.Paras[n-1].Finds = append(p.Paras[n-1].Finds, finds...)
		return
	}
	p.Finds = append(p.Finds, finds...)
}

// add puts one clause where its part in the rule says, and returns the id of its place, "" where it has none.
func (w *textWriter) add(life, state, unit int, path ref.Path) string {
	w.sources[state] = true
	rd, c := w.h.readers[state], w.h.units[state][unit]
	href, changes := "", ""
	if life >= 0 {
		href = relative(w.from, clausePage(w.h.rule, &w.h.lives[life]))
		changes = w.h.amended(life)
	}
	if w.h.isTitle(state, unit) {
		return ""
	}
	id := w.id(path)
	para := w.b.paragraph(w.h, life, state, unit, w.from, w.at)
	switch rd.Part(corpus.New, unit) {
	case web.PartChapter:
		text := strings.TrimSpace(c.Text.S)
		w.chapter = path
		w.out.Parts = append(w.out.Parts, textPart{ID: id, Chapter: text, Href: href})
		w.out.Chapters = append(w.out.Chapters, web.Link{Href: "#" + id, Text: text})
		return id
	case web.PartCaption:
		delete(w.ids, id)
		w.caption = strings.TrimSpace(c.Text.S)
		return ""
	case web.PartHead:
		p := w.article(id)
		p.Deep = w.inChapter(path)
		p.Num, p.Caption = rd.Title(corpus.New, unit)
		p.Href, p.Changes = href, changes
		if w.caption != "" {
			p.Caption, w.caption = w.caption, ""
		}
		if c.Kind == corpus.KindHeading {
			return id
		}
		relabel(&para, &p.Num, c, path)
		p.Paras = append(p.Paras, textPara{Para: para})
		return id
	}
	if len(w.out.Parts) == 0 || w.out.Parts[len(w.out.Parts)-1].Chapter != "" {
		w.article(w.id(ref.Path{{Kind: ref.Label, Text: "preface"}}))
	}
	p := &w.out.Parts[len(w.out.Parts)-1]
	p.Paras = append(p.Paras, textPara{ID: id, Para: para, Href: href, Changes: changes})
	return id
}

// relabel prints the number that an article has now, where a （略） gave it another one since its words were printed.
func relabel(p *web.Para, num *string, c *corpus.Clause, now ref.Path) {
	now = web.Whole(now)
	if len(now) == 0 || len(c.Path) == 0 || now[len(now)-1].Kind != ref.Article || now[len(now)-1].Text == c.Label || len(p.Label) == 0 {
		return
	}
	label := now[len(now)-1].Text
	if (ref.Path{{Kind: ref.Article, Text: label}}).Key() == (ref.Path{{Kind: ref.Article, Text: c.Label}}).Key() {
		return
	}
	p.Label = []web.Seg{{Text: label + "　"}}
	*num = label
}

// inChapter reports whether a clause stands in the chapter in hand. The address of an article does not name its 章, that of a
// clause of a guideline begins with the heading's; 附則 and 別表 end all chapters.
func (w *textWriter) inChapter(p ref.Path) bool {
	if len(w.chapter) == 0 || len(p) == 0 {
		return false
	}
	if len(p) > len(w.chapter) && p[:len(w.chapter)].Key() == w.chapter.Key() {
		return true
	}
	return w.chapter[len(w.chapter)-1].Kind == ref.Division && p[0].Kind == ref.Article
}

func (w *textWriter) article(id string) *textPart {
	w.out.Parts = append(w.out.Parts, textPart{ID: id})
	return &w.out.Parts[len(w.out.Parts)-1]
}

func (w *textWriter) id(p ref.Path) string {
	id := web.Anchor(p)
	w.ids[id]++
	if n := w.ids[id]; n > 1 {
		return fmt.Sprintf("%s.%d", id, n)
	}
	return id
}

func (w *textWriter) done() fullText {
	w.out.Sources = len(w.sources)
	return w.out
}

// amended counts the revisions that changed a clause or what is under it: 改正3回, "" for none.
func (h *history) amended(life int) string {
	n := 0
	for _, s := range h.steps[life] {
		if len(s.Badges) > 0 && h.states[s.State].Result != nil {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return h.say("改正%d回", n)
}
