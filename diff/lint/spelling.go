package lint

// 用字. One spelling of a word in one text; the spellings of 公用文 where they are settled (行う, not 行なう), and those that a house prefers
// ([prefer] in the configuration). The 附則 of amending acts are of their own time.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

var spelling = &Rule{
	ID: "spelling", Number: 27, Severity: corpus.Warning, Needs: NeedsText,
	Title: "用字が揺れている、又は公用文の用字でない", English: "two spellings of one word, or an outdated one",
	Basis: "一つの文書では用字を統一する。送り仮名は公用文の例による", Bad: "行なう／但し、／ふまえ・踏まえの混在／及び・およびの混在", Good: "異なる語（採る・とる）、動詞の「に従って、」、引用、附則",
	Hint: "一方に統一してください", HintEN: "use one spelling",
	text: (*subject).spellings,
}

// outdated spellings have one right form.
var outdated = [][2]string{
	{"行なわ", "行わ"}, {"行ない", "行い"}, {"行なう", "行う"}, {"行なえ", "行え"}, {"行なっ", "行っ"}, {"現われ", "現れ"}, {"表わす", "表す"}, {"著わす", "著す"},
	{"断わる", "断る"}, {"断わり", "断り"}, {"賜わる", "賜る"}, {"申込み書", "申込書"}, {"手続き規程", "手続規程"},
}

// conjunctions in kanji where 公用文 writes kana; only at the head of a sentence and before 、, for 手順に従って、 is a verb and 又は another word.
var kanjiConjunctions = [][2]string{{"但し、", "ただし、"}, {"尚、", "なお、"}, {"又、", "また、"}, {"従って、", "したがって、"}, {"然し、", "しかし、"}, {"即ち、", "すなわち、"}}

// variants are spellings that should not stand side by side: the first is that of 公用文.
var variants = [][2]string{
	{"踏まえ", "ふまえ"}, {"及び", "および"}, {"又は", "または"}, {"並びに", "ならびに"}, {"若しくは", "もしくは"}, {"全て", "すべて"}, {"予め", "あらかじめ"},
	{"当たって", "あたって"}, {"基づき", "基き"}, {"速やかに", "すみやかに"}, {"直ちに", "ただちに"}, {"更に", "さらに"}, {"当たり", "当り"},
	{"取扱い", "取り扱い"}, {"受入れ", "受け入れ"}, {"取組", "取り組み"}, {"サーバ", "サーバー"}, {"ユーザ", "ユーザー"}, {"コンピュータ", "コンピューター"}, {"生かす", "活かす"},
}

func (s *subject) spellings(d *side) {
	for _, w := range outdated {
		for _, u := range d.plainUses(w[0]) {
			s.report(d, u.unit, d.span(u), "「%s」は「%s」と書きます", "write %[2]q for %[1]q", w[0], w[1])
		}
	}
	for _, w := range kanjiConjunctions {
		for _, u := range d.plainUses(w[0]) {
			if u.from > 0 && !strings.ContainsRune("。(（", d.flats[u.unit].Text[u.from-1]) {
				continue
			}
			u.to--
			s.report(d, u.unit, d.span(u), "「%s」は「%s」と書きます", "write %[2]q for %[1]q", strings.TrimSuffix(w[0], "、"), strings.TrimSuffix(w[1], "、"))
		}
	}
	for _, old := range sortedKeys(s.config.Prefer) {
		for _, u := range d.plainUses(old) {
			s.report(d, u.unit, d.span(u), "「%s」は「%s」と書く決まりです", "this house writes %[2]q for %[1]q", old, s.config.Prefer[old])
		}
	}
	for _, w := range variants {
		a, b := d.plainUses(w[0]), d.plainUses(w[1])
		if len(a) == 0 || len(b) == 0 {
			continue
		}
		rare, often := b, w[0]
		if len(a) < len(b) {
			rare, often = a, w[1]
		}
		f := s.report(d, rare[0].unit, d.span(rare[0]), "「%s」と「%s」が混在しています（多い方は「%s」）", "%q and %q are mixed (most often %q)", w[0], w[1], often)
		for _, u := range rare[1:] {
			f.Related = append(f.Related, Place{d.which, u.unit, d.span(u)})
		}
	}
}

// plainUses lists where a spelling stands in the text's own words, as a word: サーバ in サーバー is none, nor すべて in 超すべて.
func (d *side) plainUses(word string) []use {
	w := []rune(word)
	var out []use
	for u := range d.units {
		if !d.body(u) || d.foreign(u) {
			continue
		}
		f := d.flats[u]
		for _, i := range f.Index(w) {
			if quoted(f.Text, i) || f.At[i+len(w)-1]-f.At[i] != len(w)-1 {
				continue
			}
			first, last := token.Script(w[0]), token.Script(w[len(w)-1])
			if i > 0 && first == token.Katakana && token.Script(f.Text[i-1]) == token.Katakana {
				continue
			}
			if i+len(w) < len(f.Text) && last == token.Katakana && (token.Script(f.Text[i+len(w)]) == token.Katakana || f.Text[i+len(w)] == 'ー') {
				continue
			}
			if i > 0 && first == token.Kana && kanaWordGoesOn(f.Text, i, w) {
				continue
			}
			out = append(out, use{u, i, i + len(w)})
		}
	}
	return out
}

// kanaWordGoesOn reports whether a hiragana word begins inside another: すべて in 見なすべて, さらに in なさらに. Before a word of its own
// stands a sign, a particle or a kanji noun.
func kanaWordGoesOn(text []rune, i int, w []rune) bool {
	if utf8.RuneCountInString(string(w)) < 2 {
		return true
	}
	p := text[i-1]
	if token.Script(p) == token.Kana {
		return !slices.Contains([]rune("はがをにのでともへや"), p)
	}
	return token.Script(p) == token.Kanji && (w[0] == 'す' || w[0] == 'さ')
}
