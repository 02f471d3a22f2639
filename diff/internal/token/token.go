// Package token cuts a clause into the words that a drafter would change as one.
//
// Japanese rules print no spaces between words. A morphological analyser would find them, but it needs a dictionary of tens of
// megabytes that loads for more than a second, it splits legal terms its dictionary does not know, and against official
// underlines it does no better than script boundaries. So the lexer here takes legal units first (references, dates, amounts with
// their unit, short quotations, stock endings), in the order of an ordered table, and cuts the rest where the script changes:
// 情報システム is kanji 情報 and katakana システム. Hiragana stands one by one, because particles do.
// White space belongs to no token, and ends a word where words stand on both sides of it; offsets are code points of the text as printed.
package token

import "shinkyu/corpus"

// Kind says what a token is.
type Kind uint8

const (
	Other     Kind = iota
	Reference      // 第三条第二項, 前項, 同条, 別表第一
	Date           // 令和五年六月九日, 平成 年 月 日
	Amount         // 三十日, ２回, 百分の五十
	Quote          // NISC in 「NISC」: a short quotation is one word
	Ending         // しなければならない
	Stock          // 当該, 以上
	Kanji
	Katakana
	Latin
	Digits
	Kana  // one hiragana
	Punct // one sign
)

// Token is one word. Key is its plain text: two tokens are the same word if their keys are equal.
type Token struct {
	Span  corpus.Span
	Key   string
	Kind  Kind
	Apart bool // a blank parts it from the word before, as a term from its explanation: 利用者　図書館を利用する者
}

// Lex cuts s into tokens, in order; together they hold every rune of s that is not white space.
func Lex(s string) []Token {
	// Rules look at the text without white space; at leads back to the printed text.
	var plain []rune
	var at []int
	var wide []bool // a full-width blank stands before it
	i, blank := 0, false
	for _, r := range s {
		if !Blank(r) {
			plain, at, wide = append(plain, Plain(r)), append(at, i), append(wide, blank)
			blank = false
		} else if r == '　' {
			blank = true
		}
		i++
	}
	loose := make([]rune, len(plain))
	for k, r := range plain {
		loose[k] = Loose(r)
	}
	apart := gaps(loose, at, wide)
	out := make([]Token, 0, len(plain)/2)
	emit := func(k, n int, kind Kind) {
		out = append(out, Token{corpus.Span{Start: at[k], End: at[k+n-1] + 1}, string(plain[k : k+n]), kind, apart[k] && kind != Latin})
	}
	for k := 0; k < len(plain); {
		n, kind := next(loose, k)
		if kind == Latin || kind == Kanji || kind == Katakana {
			for j := k + 1; j < k+n; j++ {
				if apart[j] {
					n = j - k
				}
			}
		}
		if kind == Quote { // the brackets are signs of their own: what changes is between them
			emit(k, 1, Punct)
			emit(k+1, n-2, Quote)
			emit(k+n-1, 1, Punct)
			k += n
			continue
		}
		emit(k, n, kind)
		k += n
	}
	return out
}

// gaps are the places in a text without white space before which a blank ends a word. One within a word that is set wide (附　則) does not.
func gaps(text []rune, at []int, wide []bool) map[int]bool {
	out := map[int]bool{}
	since := 0 // where the letters behind the last full-width blank begin
	for k := 1; k < len(text); k++ {
		if at[k] == at[k-1]+1 {
			continue
		}
		switch a, b := Script(text[k-1]), Script(text[k]); {
		case a == Latin && b == Latin, // two words of a name
			wide[k] && k-since > 1, // 利用者　カードを持つ者: a term and its explanation
			a == b && k >= 2 && k+1 < len(text) && at[k-1] == at[k-2]+1 && at[k+1] == at[k]+1: // the same, with a narrow blank
			out[k] = true
		}
		if wide[k] {
			since = k
		}
	}
	return out
}

// rules are tried in order at every place; each returns the length it takes, 0 for none. Source: how tables mark changes
// (number with unit, whole date, whole reference).
var rules = []struct {
	kind Kind
	take func(text []rune, at int) int
}{
	{Date, takeDate},
	{Reference, takeReference},
	{Amount, takeAmount},
	{Quote, takeQuote},
	{Ending, takeEnding},
	{Stock, takeStock},
}

func next(text []rune, at int) (int, Kind) {
	for _, r := range rules {
		if n := r.take(text, at); n > 0 {
			return n, r.kind
		}
	}
	return takeRun(text, at)
}
