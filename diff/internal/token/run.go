package token

// What is left after the legal units: runs of one script.

import "unicode"

// Script sorts a rune into the kinds of a run.
func Script(r rune) Kind {
	switch {
	case r == 'ー':
		return Katakana
	case r >= 'ぁ' && r <= 'ゟ':
		return Kana
	case r >= 'ァ' && r <= 'ヿ' && r != '・', r >= 'ｦ' && r <= 'ﾟ':
		return Katakana
	case r == '々' || r == '〆' || unicode.Is(unicode.Han, r):
		return Kanji
	case unicode.IsDigit(r):
		return Digits
	case unicode.IsLetter(r):
		return Latin
	}
	return Punct
}

// takeRun takes the longest run of one script. Hiragana and signs stand alone; letters, digits and the signs that join them
// in a name (SARS-CoV-2, SHA-256, client_secret, ISO 32000-2:2020, R&D) are one word.
func takeRun(text []rune, at int) (int, Kind) {
	kind := Script(text[at])
	switch kind {
	case Kana, Punct:
		return 1, kind
	case Digits, Latin:
		return takeName(text, at)
	}
	n := 1
	for at+n < len(text) && Script(text[at+n]) == kind && !legalStart(text, at+n) {
		n++
	}
	return n, kind
}

// legalStart reports whether a date, reference or amount, or a stock word, begins inside a run of kanji: 決定平成二十年…, 中三十日以内, 甲及び乙.
func legalStart(text []rune, at int) bool {
	switch r := text[at]; {
	case isNumeral(r):
		return takeDate(text, at) > 0 || takeAmount(text, at) > 0
	case r == '第':
		return takeReference(text, at) > 0
	case r == '平' || r == '令' || r == '昭' || r == '大' || r == '明':
		return takeDate(text, at) > 0
	case r == '及' || r == '並' || r == '又' || r == '若':
		return takeEnding(text, at) > 0
	}
	return false
}

func takeName(text []rune, at int) (int, Kind) {
	n, kind := 0, Digits
	for at+n < len(text) {
		switch k := Script(text[at+n]); {
		case k == Latin:
			kind = Latin
		case k == Digits:
		case joins(text, at, n):
		default:
			return n, kind
		}
		n++
	}
	return n, kind
}

// joins reports whether the sign at at+n stands inside a name, between letters or digits.
func joins(text []rune, at, n int) bool {
	if n == 0 || at+n+1 >= len(text) {
		return false
	}
	switch text[at+n] {
	case '-', '_', '.', '/', ':', '&', '+', '@':
	default:
		return false
	}
	k := Script(text[at+n+1])
	return k == Latin || k == Digits
}
