package classify

// 用語の置換: the same words give way to the same words in two changes or more. The literal pair is as short as a reader would look
// for: the whole compound or defined term, nothing around it.
//
//	府県 → 関係機関 ×3      各機関間 → 各機関等の間 ×2      甲方針又は乙方針 → 方針 ×2
//	Left counts the places where the old term still stands as a word of its own on the new side: a reader should look there.
//
// Near misses: a replacement in a single change; numbers, references, spelling; a whole phrase with a comma.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
)

// Term is a systematic replacement of one word by one other.
type Term struct {
	Old, New string
	Count    int
	Changes  []int
	Left     int
}

// termUse is one place of a replacement: the hunk, and the words within it.
type termUse struct {
	change   *change
	hunk     *hunk
	old, new string
}

// longestTerm is the length of a phrase that can still be a term.
const longestTerm = 30

func (d *document) findTerms() {
	type key struct{ old, new string }
	uses := map[key][]termUse{}
	var order []key
	for _, c := range d.changes {
		if c.Rewritten {
			continue
		}
		for i := range c.hunks {
			old, new, ok := d.literal(c, &c.hunks[i])
			if !ok {
				continue
			}
			k := key{old, new}
			if len(uses[k]) == 0 {
				order = append(order, k)
			}
			uses[k] = append(uses[k], termUse{c, &c.hunks[i], old, new})
		}
	}
	for _, k := range order {
		t := Term{Old: k.old, New: k.new, Count: len(uses[k]), Changes: changesOf(uses[k])}
		if len(t.Changes) < 2 {
			continue
		}
		for _, u := range uses[k] {
			d.termHunks[u.change.Change] = append(d.termHunks[u.change.Change], u)
		}
		t.Left = len(d.left(k.old, k.new))
		d.terms = append(d.terms, t)
	}
	slices.SortStableFunc(d.terms, func(a, b Term) int { return b.Count - a.Count })
	var all []termUse
	for _, k := range order {
		all = append(all, uses[k]...)
	}
	d.groupTerms(all)
}

// changesOf lists the changes in which uses stand, each once.
func changesOf(uses []termUse) []int {
	var out []int
	for _, u := range uses {
		if !slices.Contains(out, u.change.Change) {
			out = append(out, u.change.Change)
		}
	}
	return out
}

// literal is the pair of terms that a hunk replaces, false if it replaces no term.
func (d *document) literal(c *change, h *hunk) (old, new string, ok bool) {
	old, new = h.old(), h.new()
	if spell(old) == spell(new) || old == "" || new == "" {
		return "", "", false
	}
	old, new = trimSigns(undefined(old)), trimSigns(undefined(new))
	old, new = d.wholeTerm(c, h, old, new)
	if old == "" || new == "" || old == new || !hasNoun(old) || !hasNoun(new) {
		return "", "", false
	}
	if utf8.RuneCountInString(old) < 2 || utf8.RuneCountInString(new) < 2 || phrase(old) || phrase(new) {
		return "", "", false
	}
	if utf8.RuneCountInString(old) > longestTerm || utf8.RuneCountInString(new) > longestTerm || strings.ContainsAny(old+new, "。「」（）()") {
		return "", "", false
	}
	for _, words := range []string{old, new} {
		for _, t := range token.Lex(words) {
			switch t.Kind {
			case token.Reference, token.Date, token.Amount, token.Digits:
				return "", "", false
			}
		}
	}
	return old, new, true
}

var definedHere = lazy.MustCompile(`（[^（）]*(?:（[^（）]*）[^（）]*)*(?:をいう|以下同じ|という|と総称する)。）$`)

// undefined is a term without the bracket that defines it: 団体等（甲及び乙をいう。以下同じ。） → 団体等.
func undefined(s string) string { return definedHere.ReplaceAllString(s, "") }

// phrase reports whether words are more than a term: they hold a comma or begin or end with a conjunction or particle.
func phrase(s string) bool {
	toks := token.Lex(s)
	edge := func(t token.Token) bool { return t.Kind == token.Ending || t.Kind == token.Kana }
	return strings.Contains(s, "、") || edge(toks[0]) && !strings.HasPrefix(s, "お") && !strings.HasPrefix(s, "ご") || toks[len(toks)-1].Kind == token.Ending
}

func trimSigns(s string) string { return strings.Trim(s, "、。・") }

// wholeTerm widens the words of a hunk to the defined terms they are part of, where both sides define one.
func (d *document) wholeTerm(c *change, h *hunk, old, new string) (string, string) {
	for _, e := range d.renamed {
		o, n := e.def[corpus.Old].term, e.def[corpus.New].term
		if !strings.HasSuffix(o, old) || !strings.HasSuffix(n, new) || o == old {
			continue
		}
		if strings.HasSuffix(c.before(h, corpus.Old, 12), strings.TrimSuffix(o, old)) && strings.HasSuffix(c.before(h, corpus.New, 12), strings.TrimSuffix(n, new)) {
			return o, n
		}
	}
	return old, new
}

// left lists where the old term stands as a word of its own on the new side, outside the new one.
func (d *document) left(old, new string) []Evidence {
	return d.words(corpus.New, old, new)
}

// words lists where a word stands by itself on a side: neither in a longer noun nor at the head of other words.
func (d *document) words(s corpus.Side, word, not string) []Evidence {
	var out []Evidence
	w, other := []rune(word), []rune(not)
	for u, f := range d.flats(s) {
		for i := 0; i+len(w) <= len(f.text); i++ {
			if f.text[i] != w[0] || !slices.Equal(f.text[i:i+len(w)], w) {
				continue
			}
			alone := (i == 0 || !joinsWord(f.text[i-1])) && (i+len(w) == len(f.text) || !joinsWord(f.text[i+len(w)]))
			if inNew := len(other) > 0 && i+len(other) <= len(f.text) && slices.Equal(f.text[i:i+len(other)], other); alone && !inNew {
				out = append(out, Evidence{s, u, f.span(i, i+len(w))})
			}
			i += len(w) - 1
		}
	}
	return out
}

// flats are the words of a side's units without blanks, empty for placeholders.
func (d *document) flats(s corpus.Side) []flat {
	if d.plain[s] == nil {
		d.plain[s] = make([]flat, len(d.Units[s]))
		for u, c := range d.Units[s] {
			if c.Placeholder == corpus.NoPlaceholder {
				d.plain[s][u] = flatten(c)
			}
		}
	}
	return d.plain[s]
}

func joinsWord(r rune) bool {
	return token.Script(r) == token.Kanji || token.Script(r) == token.Katakana || token.Script(r) == token.Latin
}

// systematic reports whether a hunk is one place of a systematic replacement.
func (d *document) systematic(c *change, h *hunk) bool {
	return slices.ContainsFunc(d.termHunks[c.Change], func(u termUse) bool { return u.hunk == h })
}

func termEffects(d *document, c *change) []Effect {
	var out []Effect
	for _, u := range d.termHunks[c.Change] {
		out = append(out, Effect{Old: u.old, New: u.new, Evidence: c.evidence(u.hunk)})
	}
	return out
}
