package outline

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/words"
)

// Moves spells out where a clause came from: 移動 旧６(3) → ４. Empty where the place is the same.
func Moves(r *diff.Result, c *diff.Change) []string {
	names := words.Structures(r, c)
	if len(names) == 0 {
		return nil
	}
	text := strings.Join(names, "・")
	olds, news := paths(r, c, corpus.Old), paths(r, c, corpus.New)
	if n := shared(append(slices.Clone(olds), news...)); len(olds) > 0 && len(news) > 0 {
		if from, to := cite(olds, n), cite(news, n); from != to {
			text += " 旧" + from + " → " + to
		}
	}
	return []string{text}
}

func paths(r *diff.Result, c *diff.Change, s corpus.Side) []ref.Path {
	var out []ref.Path
	for _, u := range r.Clauses(c, s) {
		out = append(out, r.Units[s][u].Path)
	}
	return out
}

// shared is how many leading steps all addresses have in common: what a reader of the block knows already.
// The last step of each is never among them.
func shared(list []ref.Path) int {
	n := 0
	for {
		for _, p := range list {
			if len(p) <= n+1 || p[n] != list[0][n] {
				return n
			}
		}
		n++
	}
}

// cite writes addresses without their first n steps.
func cite(list []ref.Path, n int) string {
	var out []string
	for _, p := range list {
		out = append(out, p[n:].Cite())
	}
	return strings.Join(out, "・")
}

// longestWords is how many code points of an effect's words a note repeats; the clause above it shows them all.
const longestWords = 24

// EffectNotes names each kind of effect once, with its words, the first of them where they are many: 適用範囲「部局」→「部局等」.
func EffectNotes(c *diff.Change) []string {
	var out []string
	for _, kind := range words.Effects(c) {
		var quoted []string
		for _, e := range c.Effects {
			if text := effectWords(e); e.Kind == kind && text != "" && !slices.Contains(quoted, text) {
				quoted = append(quoted, text)
			}
		}
		out = append(out, words.Effect(kind)+strings.Join(quoted, "、"))
	}
	return out
}

func effectWords(e diff.Effect) string {
	old, new := short(e.Old, e.New), short(e.New, e.Old)
	switch {
	case e.Kind == diff.SentenceAdded || e.Kind == diff.SentenceRemoved: // the clause shows it, whole
		return ""
	case old != "" && e.Old == e.New: // a definition whose term stayed
		return "「" + new + "」"
	case old != "" && new != "":
		return "「" + old + "」→「" + new + "」"
	case new != "":
		return "「" + new + "」"
	case old != "":
		return "「" + old + "」"
	}
	return ""
}

// short is the words of an effect, of long ones the first, beginning a little before where they differ from those of the other side: …技術上の秘密に関するもの….
func short(s, other string) string {
	words, others := []rune(strings.Join(strings.Fields(s), " ")), []rune(strings.Join(strings.Fields(other), " "))
	if len(words) <= longestWords {
		return string(words)
	}
	const before = 6
	same := 0
	for same < len(words) && same < len(others) && words[same] == others[same] {
		same++
	}
	head := ""
	if same > 2*before {
		words, head = words[min(same, len(words)-before)-before:], "…"
	}
	if len(words) > longestWords {
		return head + string(words[:longestWords]) + "…"
	}
	return head + string(words)
}

// Labels names the clauses of changes by their printed labels: １、２～５、(1). "" where one has none.
func Labels(r *diff.Result, changes []int) string {
	var out []string
	for _, n := range changes {
		c := &r.Changes[n]
		side := corpus.New
		if len(c.New) == 0 {
			side = corpus.Old
		}
		for _, u := range c.Units(side) {
			name := r.Units[side][u].Label
			if name == "" {
				return ""
			}
			out = append(out, name)
		}
	}
	if len(out) > 4 {
		return out[0] + " … " + out[len(out)-1]
	}
	return strings.Join(out, "、")
}

// Level is how deep a clause stands below its article or heading: 項 0, 号 1, イ 2. A 項 hangs on its article's first 項
// in the tree and stands beside it on the page.
func Level(r *diff.Result, s corpus.Side, unit int) int {
	level := 0
	for u := unit; ; level++ {
		k, up := r.Units[s][u], r.Parents[s][u]
		if up < 0 || r.Units[s][up].Kind == corpus.KindHeading || paragraph(k) {
			return level
		}
		u = up
	}
}

// LevelOf is the level of a change's first clause.
func LevelOf(r *diff.Result, c *diff.Change) int {
	for _, s := range []corpus.Side{corpus.New, corpus.Old} {
		if units := c.Units(s); len(units) > 0 {
			return Level(r, s, units[0])
		}
	}
	return 0
}

// paragraph reports a 項 of an article, omitted ones too.
func paragraph(k *corpus.Clause) bool {
	n := len(k.Path)
	return n > 0 && inArticle(k.Path) && (k.Kind == corpus.KindParagraph || k.Path[n-1].Kind == ref.Paragraph)
}

// Above reports whether a clause of change a holds one of change b, on either side.
func Above(r *diff.Result, a, b int) bool {
	for _, s := range []corpus.Side{corpus.New, corpus.Old} {
		for _, u := range r.Changes[b].Units(s) {
			for up := r.Parents[s][u]; up >= 0; up = r.Parents[s][up] {
				if slices.Contains(r.Changes[a].Units(s), up) {
					return true
				}
			}
		}
	}
	return false
}
