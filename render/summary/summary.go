// Package summary says in one paragraph what a comparison comes to, for a reader who will not open it.
//
// A minister's question is: what is new, what is gone, who must do more or less, what moved, and what is mere tidying. The paragraph
// answers in that order, from the classified changes alone, by templates: every statement can be traced to a change, and the same
// comparison gives the same words. Free wording was rejected, since a summary that says more than the table holds is worse than none. Cost: it
// is dry, and where much changed it names the weightiest clauses and counts the rest.
package summary

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/outline"
	"shinkyu/render/words"
)

// Paragraph is the same summary in two languages. Addresses and quoted words stay Japanese in both.
type Paragraph struct {
	Japanese string `json:"ja"`
	English  string `json:"en"`
}

const (
	named = 3 // clauses named in one sentence; the rest is counted
	told  = 5 // effects told one by one
)

// writer collects the sentences of both languages.
type writer struct {
	r      *diff.Result
	at     [2][]diff.Form // of each unit; filled when first asked for
	ja, en []string
}

func (w *writer) say(ja, en string) {
	w.ja = append(w.ja, ja+"。")
	w.en = append(w.en, en+".")
}

// Of summarises a result.
func Of(r *diff.Result) Paragraph { return write(r, true) }

// Points is the paragraph without its first sentence, for places that show the title and the counts already. Empty where nothing changed.
func Points(r *diff.Result) Paragraph { return write(r, false) }

func write(r *diff.Result, whole bool) Paragraph {
	w := &writer{r: r}
	if whole {
		w.extent()
	}
	w.cameAndWent()
	w.places()
	w.effects()
	w.definitions()
	w.terms()
	w.tidying()
	return Paragraph{strings.Join(w.ja, ""), strings.Join(w.en, " ")}
}

// extent is the first sentence: how much of the rule is touched.
func (w *writer) extent() {
	sum := outline.Summarise(w.r, outline.Blocks(w.r))
	title := strings.Join(strings.Fields(w.r.Comparison.Title), "")
	subject, of := "", ""
	if title != "" {
		if !strings.HasPrefix(title, "「") {
			title = "「" + title + "」"
		}
		subject, of = title+"について、", " of "+title
	}
	switch {
	case sum.ChangedClauses == 0:
		w.say(subject+"変更はない（"+itoa(sum.Clauses)+"項目）", "Nothing changes in the "+plural(sum.Clauses, "clause")+of)
	case sum.ChangedArticles > 0:
		w.say(subject+itoa(sum.Articles)+"か条のうち"+itoa(sum.ChangedArticles)+"か条に変更がある", itoa(sum.ChangedArticles)+" of "+plural(sum.Articles, "article")+of+" change")
	default:
		w.say(subject+itoa(sum.Clauses)+"項目のうち"+itoa(sum.ChangedClauses)+"項目に変更がある", itoa(sum.ChangedClauses)+" of "+plural(sum.Clauses, "clause")+of+" change")
	}
}

// cameAndWent names the clauses that are new, gone, or gone with their number kept. What stands under such a clause goes without saying.
func (w *writer) cameAndWent() {
	var ja, en []string
	for _, k := range []struct {
		pick     func(c *diff.Change) bool
		side     corpus.Side
		ja, en   string
		together bool
	}{
		{func(c *diff.Change) bool { return c.Form == diff.Added }, corpus.New, "を新設し", "new: ", true},
		{func(c *diff.Change) bool { return c.Form == diff.Removed }, corpus.Old, "を削り", "deleted: ", true},
		{func(c *diff.Change) bool { return has(c, diff.Shell) }, corpus.New, "を欠番とし", "void, number kept: ", false},
		{func(c *diff.Change) bool { return c.Form == diff.Rewritten && !has(c, diff.Shell) }, corpus.New, "の全部を改め", "rewritten: ", false},
	} {
		var list []string
		for i := range w.r.Changes {
			c := &w.r.Changes[i]
			if !k.pick(c) || k.together && w.below(i, k.side) {
				continue
			}
			if name := w.name(c, k.side); name != "" {
				list = append(list, name)
			}
		}
		if len(list) > 0 {
			ja, en = append(ja, enumerate(list, "、", "及び", "ほか%d項目")+k.ja), append(en, k.en+enumerate(list, ", ", " and ", " and %d more"))
		}
	}
	if len(ja) > 0 {
		w.say(finite(strings.Join(ja, "、")), upper(strings.Join(en, "; ")))
	}
}

// finite turns the last 連用形 into the 終止形.
func finite(s string) string {
	for _, e := range [][2]string{{"新設し", "新設する"}, {"削り", "削る"}, {"移し", "移す"}, {"欠番とし", "欠番とする"}, {"改め", "改める"}, {"分け", "分ける"}, {"まとめ", "まとめる"}, {"定義し", "定義する"}} {
		if strings.HasSuffix(s, e[0]) {
			return strings.TrimSuffix(s, e[0]) + e[1]
		}
	}
	return s
}

// places tells of clauses that stand elsewhere: moved, divided, merged; renumbering is counted with one example.
func (w *writer) places() {
	var ja, en []string
	moved, numbered := 0, 0
	var first [2]string
	for i := range w.r.Changes {
		c := &w.r.Changes[i]
		if len(c.New) == 0 || len(c.Old) == 0 {
			continue
		}
		was, now := w.names(c, corpus.Old), w.names(c, corpus.New)
		switch {
		case has(c, diff.Split):
			ja, en = append(ja, was+"を"+now+"に分け"), append(en, was+" is divided into "+now)
		case has(c, diff.Merged):
			ja, en = append(ja, was+"を"+now+"にまとめ"), append(en, was+" are merged into "+now)
		case has(c, diff.Moved), has(c, diff.Releveled):
			if moved++; moved <= named && was != now {
				ja, en = append(ja, was+"を"+now+"に移し"), append(en, was+" moves to "+now)
			}
		case has(c, diff.Renumbered):
			if numbered++; numbered == 1 {
				first = [2]string{was, now}
			}
		}
	}
	const most = 4
	if n := len(ja); n > most {
		ja, en = append(ja[:most:most], "ほか"+itoa(n-most)+"項目も移し"), append(en[:most:most], plural(n-most, "more clause")+" move as well")
	}
	if len(ja) > 0 {
		w.say(finite(strings.Join(ja, "、")), upper(strings.Join(en, "; ")))
	}
	switch {
	case numbered == 0:
	case first[0] == first[1] || first[0] == "" || first[1] == "":
		w.say(itoa(numbered)+"項目の番号を改める", upper(plural(numbered, "clause")+" renumbered"))
	case numbered == 1:
		w.say(first[0]+"を"+first[1]+"とする", first[0]+" becomes "+first[1])
	default:
		w.say(first[0]+"を"+first[1]+"とするなど"+itoa(numbered)+"項目の番号を改める", plural(numbered, "clause")+" renumbered, "+first[0]+" to "+first[1]+" among them")
	}
}

// effects tells the weightiest effects with their words, and counts the others of their kind.
func (w *writer) effects() {
	var ja, en []string
	left := map[diff.EffectKind]int{}
	for _, kind := range words.AllEffects() {
		t, ok := telling[kind]
		if !ok {
			continue
		}
		shown := 0
		for i := range w.r.Changes {
			c := &w.r.Changes[i]
			for _, e := range c.Effects {
				if e.Kind != kind {
					continue
				}
				if len(ja) >= told || shown >= 2 {
					left[kind]++
					continue
				}
				shown++
				name := w.name(c, corpus.New)
				ja, en = append(ja, t.say(name, e, 0)), append(en, t.say(name, e, 1))
			}
		}
	}
	for i := range ja {
		w.say(ja[i], en[i])
	}
	w.rest(left, "ほかに", "の変更", "Also ")
}

// rest counts kinds of effects that are not told one by one.
func (w *writer) rest(n map[diff.EffectKind]int, lead, what, english string) {
	var ja, en []string
	for _, kind := range words.AllEffects() {
		if n[kind] > 0 {
			ja, en = append(ja, words.Effect(kind)+what+itoa(n[kind])+"か所"), append(en, plural(n[kind], englishKind[kind]))
		}
	}
	if len(ja) > 0 {
		w.say(lead+strings.Join(ja, "、")+"がある", english+strings.Join(en, ", "))
	}
}

func (w *writer) definitions() {
	var ja, en []string
	for _, k := range []struct{ event, ja, en string }{
		{"added", "を新たに定義し", "newly defined: "}, {"changed", "の定義を改め", "defined otherwise: "}, {"renamed", "の名を改め", "renamed: "},
		{"moved", "の定義を移し", "defined elsewhere: "}, {"removed", "の定義を削り", "no longer defined: "},
	} {
		var list []string
		for _, d := range w.r.Definitions {
			if name := "「" + d.Term + "」"; d.Event == k.event && !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
		if len(list) > 0 {
			ja, en = append(ja, enumerate(list, "、", "及び", "ほか%d語")+k.ja), append(en, k.en+enumerate(list, ", ", " and ", " and %d more"))
		}
	}
	if len(ja) > 0 {
		w.say(finite(strings.Join(ja, "、")), upper(strings.Join(en, "; ")))
	}
}

func (w *writer) terms() {
	for i, t := range w.r.Terms {
		if i == named {
			w.say("用語の置換はほかに"+itoa(len(w.r.Terms)-named)+"組ある", plural(len(w.r.Terms)-named, "more term")+" replaced throughout")
			return
		}
		ja, en := "「"+t.Old+"」を「"+t.New+"」に改める（"+itoa(t.Count)+"か所", "「"+t.Old+"」 becomes 「"+t.New+"」 in "+plural(t.Count, "place")
		if t.Left > 0 {
			ja, en = ja+"、旧語の残り"+itoa(t.Left)+"か所", en+", and stays in "+itoa(t.Left)
		}
		w.say(ja+"）", en)
	}
}

// tidying counts what has no legal effect by itself.
func (w *writer) tidying() {
	n := map[diff.EffectKind]int{}
	for i := range w.r.Changes {
		for _, e := range w.r.Changes[i].Effects {
			if _, ok := editorial[e.Kind]; ok {
				n[e.Kind]++
			}
		}
	}
	w.rest(n, "法的な効果のない整理として、", "", "Without legal effect: ")
}

func has(c *diff.Change, s diff.Structure) bool {
	for _, x := range c.Structure {
		if x == s {
			return true
		}
	}
	return false
}
