// Package summary says in one paragraph what a comparison comes to, for a reader who will not open it.
//
// A minister's question is: what is new, what is gone, who must do more or less, what moved, and what is mere tidying. The paragraph
// answers in that order in five sentences at most, from the classified changes alone, by templates: every statement can be traced to a change, and the
// same comparison gives the same words. Free wording was rejected, since a summary that says more than the table holds is worse than none. Cost: it
// is dry, and where much changed it names two clauses or words of a sort and counts the rest.
package summary

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
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
	named   = 2 // clauses or terms named of each sort; the rest is counted
	told    = 3 // effects told with their words
	counted = 2 // kinds of effects counted by name
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
	w.clauses()
	w.effects()
	w.words()
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

// clauses is one sentence about the clauses that are new, gone, void, rewritten, and about those that stand elsewhere now. What stands under a clause that came
// or went goes without saying; moves, divisions and numbers are told where there is one, else counted.
func (w *writer) clauses() {
	ja, en := w.cameAndWent()
	for _, k := range []struct {
		pick          func(c *diff.Change) bool
		verb, many    string
		english, some string
	}{
		{func(c *diff.Change) bool { return has(c, diff.Split) }, "に分け", "項目を分け", " is divided into ", "divided"},
		{func(c *diff.Change) bool { return has(c, diff.Merged) }, "にまとめ", "項目にまとめ", " go into ", "made of several"},
		{func(c *diff.Change) bool { return has(c, diff.Moved) || has(c, diff.Releveled) }, "に移し", "項目を移し", " moves to ", "moved"},
		{func(c *diff.Change) bool { return has(c, diff.Renumbered) }, "とし", "項目の番号を改め", " becomes ", "renumbered"},
	} {
		n := 0
		var was, now string
		for i := range w.r.Changes {
			if c := &w.r.Changes[i]; len(c.New) > 0 && len(c.Old) > 0 && k.pick(c) {
				if n++; n == 1 {
					was, now = w.names(c, corpus.Old), unquoted(w.names(c, corpus.New))
					if units := len(w.r.Clauses(c, corpus.New)); units > 1 {
						now = itoa(units) + "項目"
					}
				}
			}
		}
		switch {
		case n == 0:
		case n == 1 && unquoted(was) != now && was != "" && now != "":
			ja, en = append(ja, was+"を"+now+k.verb), append(en, was+k.english+now)
		case n == 1:
			ja, en = append(ja, "1"+k.many), append(en, "1 clause is "+k.some)
		default:
			ja, en = append(ja, itoa(n)+k.many), append(en, itoa(n)+" clauses are "+k.some)
		}
	}
	w.sentence(ja, en)
}

// sentence joins statements that end in the 連用形.
func (w *writer) sentence(ja, en []string) {
	if len(ja) > 0 {
		w.say(finite(strings.Join(ja, "、")), upper(strings.Join(en, "; ")))
	}
}

func (w *writer) cameAndWent() (ja, en []string) {
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
	return ja, en
}

// endings pairs the 連用形 and the 終止形 of the verbs of the templates.
var endings = [][2]string{{"新設し", "新設する"}, {"削り", "削る"}, {"移し", "移す"}, {"欠番とし", "欠番とする"}, {"改め", "改める"}, {"分け", "分ける"}, {"まとめ", "まとめる"}, {"定義し", "定義する"},
	{"設け", "設ける"}, {"除き", "除く"}, {"強め", "強める"}, {"緩め", "緩める"}, {"加え", "加える"}, {"とし", "とする"}}

// finite turns the last 連用形 into the 終止形.
func finite(s string) string {
	for _, e := range endings {
		if head, ok := strings.CutSuffix(s, e[0]); ok {
			return head + e[1]
		}
	}
	return s
}

// continuing turns the last 終止形 into the 連用形.
func continuing(s string) string {
	for _, e := range endings {
		if head, ok := strings.CutSuffix(s, e[1]); ok {
			return head + e[0]
		}
	}
	return s
}

// effects is one sentence: the weightiest effects with their words, one of each kind first, and how many more there are.
func (w *writer) effects() {
	type one struct {
		kind   diff.EffectKind
		change *diff.Change
		effect diff.Effect
	}
	var all [2][]one // the first of each kind, the others
	for _, kind := range words.AllEffects() {
		if _, ok := telling[kind]; !ok {
			continue
		}
		first := true
		for i := range w.r.Changes {
			c := &w.r.Changes[i]
			for _, e := range c.Effects {
				if e.Kind != kind {
					continue
				}
				rank := 1
				if first {
					rank, first = 0, false
				}
				all[rank] = append(all[rank], one{kind, c, e})
			}
		}
	}
	var ja, en []string
	left := map[diff.EffectKind]int{}
	var seen []string
	for _, x := range slices.Concat(all[0], all[1]) {
		name := w.name(x.change, corpus.New)
		if slices.Contains(seen, name+string(x.kind)) { // once for each clause, as the line of counts has it
			continue
		}
		seen = append(seen, name+string(x.kind))
		if len(ja) == told {
			left[x.kind]++
			continue
		}
		ja, en = append(ja, continuing(telling[x.kind].say(name, x.effect, 0))), append(en, telling[x.kind].say(name, x.effect, 1))
	}
	if len(ja) == 0 {
		return
	}
	text, english := finite(strings.Join(ja, "、")), upper(strings.Join(en, "; "))
	if n, nEnglish := counts(left); n != "" {
		text, english = text+"ほか、"+n+"がある", english+"; also "+nEnglish
	}
	w.say(text, english)
}

// counts lists kinds of effects with how many there are of each, the last ones as a sum.
func counts(n map[diff.EffectKind]int) (ja, en string) {
	var list, english []string
	rest := 0
	for _, kind := range words.AllEffects() {
		switch {
		case n[kind] == 0:
		case len(list) < counted:
			list, english = append(list, happening(words.Effect(kind))+itoa(n[kind])+"か所"), append(english, plural(n[kind], englishKind[kind]))
		default:
			rest += n[kind]
		}
	}
	if rest > 0 {
		list, english = append(list, "その他"+itoa(rest)+"か所"), append(english, plural(rest, "other"))
	}
	return strings.Join(list, "、"), strings.Join(english, ", ")
}

var acts = lazy.MustCompile(`(追加|削除|強化|緩和|変更|移動|置換|条ずれ)$`)

// happening names what happened: 適用範囲の変更, but 義務の追加, which says so itself.
func happening(effect string) string {
	if acts.MatchString(effect) {
		return effect
	}
	return effect + "の変更"
}

// words is one sentence about the terms: what is defined, and what is called otherwise throughout.
func (w *writer) words() {
	var ja, en []string
	others := 0
	for _, k := range []struct{ event, ja, en string }{
		{"added", "を新たに定義し", "newly defined: "}, {"removed", "の定義を削り", "no longer defined: "}, {"changed", "の定義を改め", "defined otherwise: "},
		{"renamed", "の名を改め", "renamed: "}, {"moved", "の定義を移し", "defined elsewhere: "},
	} {
		var list []string
		for _, d := range w.r.Definitions {
			if name := "「" + d.Term + "」"; d.Event == k.event && !slices.Contains(list, name) {
				list = append(list, name)
			}
		}
		switch {
		case len(list) == 0:
		case len(ja) < 2:
			ja, en = append(ja, some(list, "など%d語")+k.ja), append(en, k.en+some(list, " and %d more"))
		default:
			others += len(list)
		}
	}
	if others > 0 {
		ja, en = append(ja, "ほか"+itoa(others)+"語の定義を改め"), append(en, plural(others, "other definition")+" touched")
	}
	if len(w.r.Replacements) > 0 {
		x := &w.r.Replacements[0]
		news, english := "「"+x.New[0].New+"」", "「"+x.New[0].New+"」"
		if n := len(x.New); n > 1 {
			news, english = news+"など"+itoa(n)+"語", english+" or "+plural(n-1, "other word")
		}
		j, e := "「"+x.Old+"」を"+news+"（"+itoa(x.Count)+"か所", "「"+x.Old+"」 becomes "+english+" in "+plural(x.Count, "place")
		if n := len(x.Left); n > 0 {
			j, e = j+"、旧語の残り"+itoa(n)+"か所", e+" and stays in "+itoa(n)
		}
		if j += "）に改め"; len(w.r.Replacements) > 1 {
			n := len(w.r.Replacements) - 1
			j, e = j+"、ほか"+itoa(n)+"組の用語も改め", e+", "+plural(n, "more term")+" as well"
		}
		ja, en = append(ja, j), append(en, e)
	}
	w.sentence(ja, en)
}

// some is the first of a list and how many more there are: 「甲」, 「甲」など3語.
func some(list []string, more string) string {
	if len(list) == 1 {
		return list[0]
	}
	n := len(list)
	if strings.HasPrefix(more, " ") { // English counts those that are not named
		n--
	}
	return list[0] + fmt.Sprintf(more, n)
}

// tidying counts what has no legal effect by itself.
func (w *writer) tidying() {
	n := 0
	for i := range w.r.Changes {
		for _, e := range w.r.Changes[i].Effects {
			if editorial[e.Kind] {
				n++
			}
		}
	}
	if n > 0 {
		w.say("ほかに法的な効果のない整理が"+itoa(n)+"か所ある", plural(n, "further change")+" without legal effect")
	}
}

func has(c *diff.Change, s diff.Structure) bool {
	for _, x := range c.Structure {
		if x == s {
			return true
		}
	}
	return false
}
