package classify

// 適用範囲: the set of persons or things that a clause covers grows or shrinks. Signs, in order:
//
//	機関 → 機関等, 甲その他の乙 → 乙                 等 and その他 come or go
//	府県 → 関係機関 (defined afresh as a wider circle)   the word for those covered is another
//	甲又は乙 → 甲及び乙                              all are asked for, not one of them
//	甲 → 甲又は乙, 甲、乙 → 甲                        an element of a list comes or goes
//	＋患者に対して、 ＋…を目的として、 ＋…を含む          a phrase that limits or widens comes or goes
//	（…に従事する職員（以下「対象職員」という。）         what a defined word stands for changed
//
// Near misses: lists of references (第三条及び第五条) are cited, not covered; of a clause rewritten as a whole only its definition of purpose counts; 等級, 同等;
// words that only changed their place.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
)

// plusEtc reports whether two phrases differ only by 等, その他 or the の that goes with them.
func plusEtc(a, b string) bool {
	if a == "" || b == "" || a == b {
		return false
	}
	if etcWord.MatchString(a) != etcWord.MatchString(b) {
		return false // 等級, 同等: 等 is part of a word
	}
	strip := strings.NewReplacer("等の", "", "等", "", "その他の", "", "など", "", "の", "")
	return strip.Replace(a) == strip.Replace(b) && strings.Count(a, "等")+strings.Count(a, "その他")+strings.Count(a, "など") != strings.Count(b, "等")+strings.Count(b, "その他")+strings.Count(b, "など")
}

// lostEtc reports whether of two lists that end with the same word only one says 等 behind it: の例示、考え方等 → を例示するとともに、考え方.
func lostEtc(old, new string) bool {
	short, long := []rune(old), []rune(new)
	switch {
	case strings.HasSuffix(old, "等") && !strings.HasSuffix(new, "等"):
		short, long = long, short
	case !strings.HasSuffix(new, "等") || strings.HasSuffix(old, "等"):
		return false
	}
	long = long[:len(long)-1]
	n := 0
	for n < len(short) && n < len(long) && short[len(short)-1-n] == long[len(long)-1-n] {
		n++
	}
	word := string(long[len(long)-n:])
	return n >= 3 && n < len(long) && n < len(short) && hasNoun(word) && !strings.ContainsAny(word, "、。（）「」") && strings.ContainsAny(string(long), "、及又")
}

var (
	etcWord  = lazy.MustCompile(`^等|[高同平均対初中優劣]等`)
	listEdge = lazy.MustCompile(`^(、|又は|及び|並びに|若しくは|・|その他の?|のほか、?)|(、|又は|及び|並びに|若しくは|・)$`)
	limiting = lazy.MustCompile(`(を目的として、?|に対して、?|に対し、?|を対象として、?|を対象とする|を含む。?）?|を含め、?|のうち、?|に係る|に関する|における|のみ|全ての|その他の?)$`)
)

func scope(d *document, c *change) []Effect {
	out := scopeOfMeaning(d, c)
	if c.Rewritten {
		return append(out, scopeOfPurpose(d, c)...)
	}
	return append(out, c.each(func(h *hunk) (Effect, bool) {
		if h.long() {
			return Effect{}, false
		}
		switch {
		case oneForAll[h.old()] != "" && oneForAll[h.old()] == other[oneForAll[h.new()]]:
		case totality.MatchString(h.old()) != totality.MatchString(h.new()):
		case plusEtc(undefined(h.old()), undefined(h.new())), lostEtc(h.old(), h.new()), h.old()+h.new() == "等", h.old()+h.new() == "など":
		case c.reordered(h):
			return Effect{}, false
		case d.calledByName(h):
			return Effect{}, false
		case c.otherCircle(d, h), !c.Heading && (c.listElement(h) || c.elements(h) || c.limits(h) || widened(h)):
		default:
			return Effect{}, false
		}
		return c.effect(h), true
	})...)
}

// totality are the words by which none is left out: 全ての者 → 者のうち…する者.
var totality = lazy.MustCompile(`全ての|すべての|いずれの|あらゆる|一切の`)

// oneForAll tells the conjunctions that join all from those that leave a choice: 又は → 及び asks for both, 及び → 又は for one of them.
var (
	oneForAll = map[string]string{"及び": "all", "並びに": "all", "かつ": "all", "又は": "one", "若しくは": "one"}
	other     = map[string]string{"all": "one", "one": "all"}
)

// pronoun is a word that stands for one named before.
var pronoun = lazy.MustCompile(`^(その者|当該者|これらの者|同人|その機関|当該機関|これ|これら|その)$`)

// calledByName reports whether a pronoun gave way to a defined term, or a term to a pronoun: その者 → 侵害者.
func (d *document) calledByName(h *hunk) bool {
	return pronoun.MatchString(h.old()) && d.defined(corpus.New, h.new()) || pronoun.MatchString(h.new()) && d.defined(corpus.Old, h.old())
}

// widened reports whether the one side lists what the other does and more, though the joints changed, each with a noun of its own: 又は前三号の罪に →
// 若しくは前三号の罪又は第三項第二号の罪（…に限る。）に; 、又は輸入 → 、輸入し、又は貸与.
func widened(h *hunk) bool {
	if h.old() == "" || h.new() == "" || !conjunction.MatchString(h.old()+h.new()) {
		return false
	}
	var list [2][]string
	for s := range h.text {
		for _, e := range joints.Split(outsideBrackets(h.text[s]), -1) {
			if !strings.HasSuffix(e, "もの") {
				e = strings.TrimRight(e, "しをにはがのと")
			}
			if e != "" {
				list[s] = append(list[s], e)
			}
		}
	}
	return grown(list, func(e string) bool { return nounEnd.MatchString(e) && hasNoun(e) })
}

// grown reports whether one of two lists has all elements of the other in their order, and more, which are like those that may be added.
func grown(list [2][]string, added func(e string) bool) bool {
	short, long := list[corpus.Old], list[corpus.New]
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 || len(short) == len(long) {
		return false
	}
	i := 0
	for _, e := range long {
		switch {
		case i < len(short) && short[i] == e:
			i++
		case !added(e):
			return false
		}
	}
	return i == len(short)
}

var conjunction = lazy.MustCompile(`及び|並びに|又は|若しくは`)

// nounEnd is the end of a noun: 罪, 物品, もの.
var nounEnd = lazy.MustCompile(`([^\p{Hiragana}、。]|もの)$`)

// otherCircle: one word for persons or organisations stands where another stood, and nobody's role changed, or the new one is defined afresh.
func (c *change) otherCircle(d *document, h *hunk) bool {
	old, new := lastWord(undefined(h.old())), lastWord(undefined(h.new()))
	if old == "" || new == "" || old == new || d.renaming(h) {
		return false
	}
	if d.collective([]string{undefined(h.new())}) && (agentEnd.MatchString(old) || agentEnd.MatchString(new)) {
		return true
	}
	if c.Heading {
		return agentEnd.MatchString(old) && agentEnd.MatchString(new) || strings.HasSuffix(strings.Split(h.old(), "における")[0], "等") && strings.ContainsAny(h.new(), "及又")
	}
	return d.systematic(c, h) && (agentEnd.MatchString(old) || agentEnd.MatchString(new) || strings.Contains(old, "等") != strings.Contains(new, "等"))
}

func lastWord(s string) string {
	if i := strings.LastIndexAny(s, "、。（）「」"); i >= 0 {
		s = strings.TrimLeft(s[i:], "、。（）「」")
	}
	return s
}

// listElement: one side is empty or the same with an element more.
func (c *change) listElement(h *hunk) bool {
	more := h.text[corpus.New]
	side := corpus.New
	switch {
	case h.old() == "":
	case h.new() == "":
		more, side = h.old(), corpus.Old
	case strings.HasPrefix(h.new(), h.old()):
		more = strings.TrimPrefix(h.new(), h.old())
	case strings.HasSuffix(h.new(), h.old()):
		more = strings.TrimSuffix(h.new(), h.old())
	case strings.HasPrefix(h.old(), h.new()):
		more, side = strings.TrimPrefix(h.old(), h.new()), corpus.Old
	case strings.HasSuffix(h.old(), h.new()):
		more, side = strings.TrimSuffix(h.old(), h.new()), corpus.Old
	default:
		return false
	}
	more = nextAct.ReplaceAllString(more, "$1")
	if !listEdge.MatchString(more) || strings.Contains(outsideBrackets(more), "。") || adverbial.MatchString(more) {
		return false
	}
	cited := slices.ContainsFunc(c.tokens(h, side), func(t token.Token) bool { return t.Kind == token.Reference })
	return hasNoun(more) && (!cited || nounBehindReference(more))
}

// nounBehindReference reports whether a list element that cites a clause ends with what it covers: 又は第三号の組合の組合員, not 及び法第五条.
func nounBehindReference(element string) bool {
	toks := token.Lex(strings.Trim(listEdge.ReplaceAllString(outsideBrackets(element), ""), "、"))
	return len(toks) > 0 && isNoun(toks[len(toks)-1])
}

// nextAct is where an act was added to a list of acts: 採取し、又は火器を使用する.
var nextAct = lazy.MustCompile(`^し、(及び|並びに|又は|若しくは)`)

// adverbial is the end of a phrase that tells how something is done and lists nothing: 意見を聴いて、
var adverbial = lazy.MustCompile(`[てでりくしばつにはがをもと]、$`)

// reordered reports whether the nouns of a hunk that stands on one side stand in a hunk of the other side too: they were put elsewhere.
func (c *change) reordered(h *hunk) bool {
	side := corpus.New
	if h.new() == "" {
		side = corpus.Old
	} else if h.old() != "" {
		return false
	}
	nouns := 0
	for _, t := range c.tokens(h, side) {
		if !isNoun(t) {
			continue
		}
		nouns++
		if !slices.ContainsFunc(c.hunks, func(o hunk) bool { return strings.Contains(o.text[side.Other()], t.Key) }) {
			return false
		}
	}
	return nouns > 0
}

// limits: a phrase that says for whom or what is inserted or dropped.
func (c *change) limits(h *hunk) bool {
	if h.old() != "" && h.new() != "" {
		return false
	}
	words := h.old() + h.new()
	return hasNoun(words) && (limiting.MatchString(words) || amongRE.MatchString(words))
}

var (
	amongRE = lazy.MustCompile(`^の?(うち|中).*(者|もの|物|の)$`)
	joints  = lazy.MustCompile(`、|及び|並びに|又は|若しくは|・|その他の?`)
)

// elements: the list in which the hunk stands holds all elements of the other side's and more, though the joints changed: 甲、乙及び丙 → 甲及び乙.
func (c *change) elements(h *hunk) bool {
	var list [2][]string
	for s := range list {
		for _, e := range joints.Split(c.listAround(h, corpus.Side(s)), -1) {
			if e != "" {
				list[s] = append(list[s], e)
			}
		}
	}
	return grown(list, func(string) bool { return true })
}

// listAround is the run of nouns and joints around a hunk.
func (c *change) listAround(h *hunk, s corpus.Side) string {
	toks, r := c.Sides[s].Tokens, h.on(s)
	in := func(t token.Token) bool { return joints.MatchString(t.Key) && len([]rune(t.Key)) <= 4 || isNoun(t) }
	for _, t := range toks[r.Start:r.End] {
		if !in(t) {
			return ""
		}
	}
	for r.Start > 0 && in(toks[r.Start-1]) {
		r.Start--
	}
	for r.End < len(toks) && in(toks[r.End]) {
		r.End++
	}
	return c.Sides[s].Text(r)
}

func isNoun(t token.Token) bool {
	return t.Kind == token.Kanji || t.Kind == token.Katakana || t.Kind == token.Latin
}

func hasNoun(s string) bool {
	for _, t := range token.Lex(s) {
		if isNoun(t) {
			return true
		}
	}
	return false
}

// scopeOfMeaning: words of what a kept defined term stands for changed.
func scopeOfMeaning(d *document, c *change) []Effect {
	var out []Effect
	for _, e := range d.byChange[c.Change] {
		if e.kind != "changed" {
			continue
		}
		n, o := e.def[corpus.New], e.def[corpus.Old]
		for _, h := range c.within(n, corpus.New) {
			if !h.same {
				h.done = true
			}
		}
		out = append(out, Effect{Old: o.means, New: n.means, Evidence: []Evidence{{corpus.New, n.unit, n.body}, {corpus.Old, o.unit, o.body}}})
	}
	return out
}

var purpose = lazy.MustCompile(`目的|趣旨|適用|対象|範囲`)

// scopeOfPurpose: a clause of purpose or application that was rewritten names other persons or organisations.
func scopeOfPurpose(d *document, c *change) []Effect {
	n, o := c.Sides[corpus.New], c.Sides[corpus.Old]
	if len(n.Unit) == 0 || len(o.Unit) == 0 || !purpose.MatchString(d.titleOf(corpus.New, n.Unit[0])) {
		return nil
	}
	oldWho, newWho := circle(o.Tokens), circle(n.Tokens)
	if oldWho == newWho || oldWho+newWho == "" {
		return nil
	}
	e := Effect{Old: oldWho, New: newWho}
	for i := range c.hunks {
		e.Evidence = append(e.Evidence, c.evidence(&c.hunks[i])...)
	}
	return []Effect{e}
}

// circle lists the words for persons and organisations in a text, each once, in order.
func circle(toks []token.Token) string {
	var out []string
	for _, t := range toks {
		if t.Kind == token.Kanji && agentEnd.MatchString(t.Key) && len([]rune(t.Key)) > 1 && !slices.Contains(out, t.Key) {
			out = append(out, t.Key)
		}
	}
	return strings.Join(out, "、")
}

// titleOf is the caption or heading that a unit stands under, and its own first words.
func (d *document) titleOf(s corpus.Side, unit int) string {
	title := d.Units[s][unit].Words()
	if r := []rune(title); len(r) > 12 {
		title = string(r[:12])
	}
	if p := d.Parents[s][unit]; p >= 0 {
		title += d.Units[s][p].Words()
	}
	if unit > 0 && d.Units[s][unit-1].Kind == corpus.KindHeading {
		title += d.Units[s][unit-1].Words()
	}
	return title
}
