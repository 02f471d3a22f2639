package classify

// 用語の置換: the same words give way to the same words in two changes or more. The literal pair is as short as a reader would look
// for: the whole compound or defined term, nothing around it.
//
//	府県 → 関係機関 ×3      各機関間 → 各機関等の間 ×2      甲方針又は乙方針 → 方針 ×2
//	Left counts the places where the old term still stands as a word of its own on the new side: a reader should look there.
//
// Near misses: a replacement in a single change; numbers, references, spelling; a whole phrase with a comma.

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

// Term is a systematic replacement.
type Term struct {
	Old, New string
	Count    int
	Changes  []int
	Left     int
}

// termUse is one place of a systematic replacement: the hunk, and the words within it.
type termUse struct {
	hunk     *hunk
	old, new string
}

// longestTerm is the length of a phrase that can still be a term.
const longestTerm = 30

func (d *document) findTerms() {
	type key struct{ old, new string }
	uses := map[key][]*change{}
	where := map[key][]*hunk{}
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
			uses[k] = append(uses[k], c)
			where[k] = append(where[k], &c.hunks[i])
		}
	}
	for _, k := range order {
		t := Term{Old: k.old, New: k.new, Count: len(uses[k])}
		for _, c := range uses[k] {
			if !slices.Contains(t.Changes, c.Change) {
				t.Changes = append(t.Changes, c.Change)
			}
		}
		if len(t.Changes) < 2 {
			continue
		}
		for i, c := range uses[k] {
			d.termHunks[c.Change] = append(d.termHunks[c.Change], termUse{where[k][i], k.old, k.new})
		}
		t.Left = d.left(k.old, k.new)
		d.terms = append(d.terms, t)
	}
	slices.SortStableFunc(d.terms, func(a, b Term) int { return b.Count - a.Count })
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

var definedHere = regexp.MustCompile(`（[^（）]*(?:（[^（）]*）[^（）]*)*(?:をいう|以下同じ|という|と総称する)。）$`)

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

// left counts the old term as a word of its own in the texts of the new side.
func (d *document) left(old, new string) int {
	n := 0
	for _, text := range d.newTexts() {
		for from := 0; ; {
			i := strings.Index(text[from:], old)
			if i < 0 {
				break
			}
			i += from
			from = i + len(old)
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			after, _ := utf8.DecodeRuneInString(text[from:])
			if !joinsWord(before) && !joinsWord(after) && !strings.HasPrefix(text[i:], new) {
				n++
			}
		}
	}
	return n
}

// newTexts are the plain texts of the new side.
func (d *document) newTexts() []string {
	if d.texts == nil {
		d.texts = []string{}
		for _, c := range d.Units[corpus.New] {
			if c.Placeholder == corpus.NoPlaceholder {
				d.texts = append(d.texts, token.PlainText(c.Text.S))
			}
		}
	}
	return d.texts
}

func joinsWord(r rune) bool {
	return r != utf8.RuneError && (token.Script(r) == token.Kanji || token.Script(r) == token.Katakana || token.Script(r) == token.Latin)
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
