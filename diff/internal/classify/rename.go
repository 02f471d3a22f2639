package classify

// 名称の変更: a document or an organisation is called otherwise; what it is stays. Two signs: the name behind a kept abbreviation changed
// （政府機関の…基準（以下「基準」という。））, or one proper name of a document stands where another like it stood, everywhere alike.
//
//	Ａ市情報公開条例 → Ａ市情報公開等条例      総務課 → 総務部 (wherever it stands)
//
// Near misses: 機関 → 機関等 (scope); 課長 → 部長 (another actor); a name in which only a cited number moved on.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
)

var (
	documentName = lazy.MustCompile(`[^の、。]{2,}(法|法律|施行令|規則|規程|条例|要綱|要領|指針|ガイドライン|マニュアル|手引)$`)
	unitName     = lazy.MustCompile(`[^の、。]{1,}(省|庁|局|部|課|室|係|班|センター|事務所|委員会|機構|協会)$`)
)

func rename(d *document, c *change) []Effect {
	var out []Effect
	for _, e := range d.byChange[c.Change] {
		n, o := e.def[corpus.New], e.def[corpus.Old]
		if n == nil || o == nil || n.term != o.term || !n.name || !o.name || e.kind == "moved" || sameName(n.means, o.means) {
			continue
		}
		out = append(out, Effect{Old: o.means, New: n.means, Evidence: []Evidence{{corpus.New, n.unit, n.body}, {corpus.Old, o.unit, o.body}}})
		for _, h := range c.within(n, corpus.New) {
			h.done = h.done || !strings.ContainsAny(h.old()+h.new(), "、。")
		}
	}
	if c.Rewritten {
		return out
	}
	return append(out, c.each(func(h *hunk) (Effect, bool) {
		if h.long() || plusEtc(h.old(), h.new()) && !documentName.MatchString(h.new()) {
			return Effect{}, false
		}
		switch {
		case documentName.MatchString(h.old()) && documentName.MatchString(h.new()) && dice(h.old(), h.new()) >= 0.5:
		case sameOffice(h.old(), h.new()):
		case unitName.MatchString(h.old()) && unitName.MatchString(h.new()) && d.systematic(c, h):
		default:
			return Effect{}, false
		}
		return c.effect(h), true
	})...)
}

// sameOffice reports whether two long names of organisations differ in a word or two and in nothing that tells one office from its neighbour: 北部, 第二.
func sameOffice(a, b string) bool {
	x, y := unitName.FindStringSubmatch(a), unitName.FindStringSubmatch(b)
	if x == nil || y == nil || x[1] != y[1] || x[0] != a || y[0] != b {
		return false
	}
	p, q := strings.TrimSuffix(a, x[1]), strings.TrimSuffix(b, y[1])
	return min(utf8.RuneCountInString(p), utf8.RuneCountInString(q)) >= 5 && dice(p, q) >= 0.7 && neighbour.ReplaceAllString(p, "") == p && neighbour.ReplaceAllString(q, "") == q
}

// neighbour are words by which offices of one kind are told apart.
var neighbour = lazy.MustCompile(`第?[一二三四五六七八九十0-9]|[東西南北上中下左右前後]|都道府県|市町村`)

// sameName reports whether two names differ in nothing but spelling and the numbers of references: 法第九条に規定する計画 → 法第十条に規定する計画.
func sameName(a, b string) bool {
	x, _ := withoutReferences(token.Lex(spell(a)))
	y, _ := withoutReferences(token.Lex(spell(b)))
	return x == y
}

// dice is the likeness of two words by their letters.
func dice(a, b string) float64 {
	count := map[rune]int{}
	n := 0
	for _, r := range a {
		count[r]++
		n++
	}
	both := 0
	for _, r := range b {
		if count[r] > 0 {
			count[r]--
			both++
		}
		n++
	}
	if n == 0 {
		return 0
	}
	return 2 * float64(both) / float64(n)
}
