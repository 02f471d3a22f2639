package site

// What a reader can search in: every wording that a clause ever had, with the time it stood and what the change that brought it
// meant. Clauses are shown under the article they belong to.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/web"
	"shinkyu/render/words"
	"shinkyu/site/search"
	"shinkyu/templates/locale"
)

// readyParts is of how many parts of the index the wordings come with the search page, about 15 KB each. A site of two thousand clauses has
// one or two; where there are more, the rest comes when the reader turns to the field.
const readyParts = 2

// searchPage asks for words.
type searchPage struct {
	Shell     shell
	Code      string   // addresses from the page
	Ready     []string // what every query reads: the directory, and the wordings of the index's first parts
	Documents []web.Link
	Effects   []search.Effect
}

// wordings are the texts of a document for the index.
func (h *history) wordings() search.Document {
	d := search.Document{ID: h.rule.ID, Title: h.rule.Title, Kind: h.rule.Kind, Dir: ruleDir(h.rule), Editions: []search.Edition{}, Wordings: []search.Wording{}}
	for k := range h.states {
		v := h.states[k].Revision
		d.Editions = append(d.Editions, search.Edition{Date: v.InForce, Label: orElse(v.Label, v.ID)})
	}
	over := h.articles()
	groups := map[int][]int{}
	var order []int
	for i := range h.lives {
		g := over[i]
		if groups[g] == nil {
			order = append(order, g)
		}
		groups[g] = append(groups[g], i)
	}
	for n, g := range order {
		for _, i := range groups[g] {
			for _, w := range h.texts(i) {
				w.Group, w.Page, w.Over, w.Head = n, segment(h.lives[i].ID), segment(h.lives[g].ID), h.name(g)
				d.Wordings = append(d.Wordings, w)
			}
		}
	}
	d.Seal()
	return d
}

// articles says under which life each one is shown: the article or heading over it, itself where there is none.
func (h *history) articles() []int {
	heads := map[string][]int{}
	for i := range h.lives {
		if h.opens(i) {
			k := keyOf(h.lives[i].Path)
			heads[k] = append(heads[k], i)
		}
	}
	out := make([]int, len(h.lives))
	for i := range h.lives {
		out[i] = i
		p, err := ref.Parse(h.lives[i].Path)
		for n := len(p); err == nil && n > 0 && out[i] == i; n-- {
			for _, j := range heads[web.Key(p[:n])] {
				if h.lives[j].Alive == h.lives[i].Alive {
					out[i] = j
				}
			}
		}
	}
	return out
}

// called is the name of a life that no other life of the rule has: its address, and of one that is no more the last revision that had it there,
// since several clauses may have stood at one address in turn.
func (h *history) called(life int) string {
	l := &h.lives[life]
	if l.Alive {
		return cited(l.Path)
	}
	last := len(h.states) - 1
	for _, e := range l.Events {
		if last = e.State; e.Path == "" {
			last--
		}
	}
	if last < 0 {
		return "旧" + cited(l.Path)
	}
	v := h.states[last].Revision
	return h.say("旧%s（%sまで）", cited(l.Path), orElse(v.Label, v.ID))
}

// name is how a list names a clause: 第二条（保存の期間）.
func (h *history) name(life int) string {
	out := cited(h.lives[life].Path)
	if state, unit, ok := h.shown(life); ok && h.readers[state].Part(corpus.New, unit) == web.PartHead {
		num, head := h.readers[state].Title(corpus.New, unit)
		if h.units[state][unit].Kind == corpus.KindHeading {
			out = strings.TrimSpace(num + "　" + head)
		} else {
			out += head
		}
	}
	if !h.lives[life].Alive {
		return "旧" + out
	}
	return out
}

// texts are the wordings of one life in the order of time.
func (h *history) texts(life int) []search.Wording {
	var out []search.Wording
	l, was := &h.lives[life], ""
	for _, e := range l.Events {
		shown := e.Unit >= 0 && !hidden(h.units[e.State][e.Unit])
		if shown && len(out) > 0 && out[len(out)-1].Until < 0 && search.Normalise(h.units[e.State][e.Unit].Text.S) == was {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Until < 0 && (shown || e.Path == "") {
			out[n-1].Until = e.State
		}
		if shown {
			text := h.units[e.State][e.Unit].Text.S
			was = search.Normalise(text)
			out = append(out, search.Wording{Address: cited(e.Path), Edition: e.State, Until: -1, Text: text, Effects: h.effects(e.State, e.Change)})
		}
	}
	if n := len(out); n > 0 && !l.Alive && out[n-1].Until < 0 {
		out[n-1].Until = len(h.states) - 1
	}
	return out
}

// effects are the keys of what a change is and means, its form first.
func (h *history) effects(state, change int) []string {
	res := h.states[state].Result
	if res == nil || change < 0 {
		return nil
	}
	c := &res.Changes[change]
	out := []string{string(c.Form)}
	for _, k := range words.Effects(c) {
		out = append(out, string(k))
	}
	return out
}

// searchEffects are the names that a query can ask for, forms first.
func searchEffects(l locale.Language) []search.Effect {
	var out []search.Effect
	for _, f := range []diff.Form{diff.Added, diff.Edited, diff.Rewritten} {
		out = append(out, search.Effect{Key: string(f), Name: l.Say(words.Form(f))})
	}
	for _, k := range words.AllEffects() {
		out = append(out, search.Effect{Key: string(k), Name: l.Say(words.Effect(k))})
	}
	return out
}

// search renders the search page and the file that a query reads first.
func (b *builder) search(all []Summary) error {
	const at = "search/index.html"
	p := searchPage{
		Shell: b.shell("search", at, b.say("検索"), b.say("%sの条文を、いまの文と前の文から探します。", b.archive.Title), []web.Link{{Href: "index.html", Text: b.say("ホーム")}, {Text: b.say("検索")}}),
		Code:  relative(at, b.find), Effects: searchEffects(b.lang),
	}
	for i := range all {
		p.Documents = append(p.Documents, web.Link{Href: relative(at, all[i].dir()+"index.html"), Text: all[i].Title})
	}
	parts := segments(all)
	p.Ready = []string{"index.js"}
	for _, s := range parts[:min(len(parts), readyParts)] {
		p.Ready = append(p.Ready, s.Meta())
	}
	b.files["search/index.js"] = search.Directory(searched(all), parts, searchEffects(b.lang), func(date string) string { return web.Date(b.lang, date) })
	return b.page(at, "search", p)
}
