// Package ref names places in a rule: clause addresses and Japanese numerals.
//
// A rule is cited in two styles. A law runs its labels together (第三条の二第一項第一号イ), a guideline
// or notice joins printed labels (4/(1)/①, 別添１/第２章/第３部). One Path type holds both: a list of
// steps, each with its kind and its text. String and Parse are inverse; Key makes 第3条 and 第三条 equal.
// A tree of numbers (3_2/2/1) was rejected as the only form: labels such as Ｄ００４－２ or ¶3 have no number.
package ref

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind tells what a step of an address names. Names follow 法令標準XML.
type Kind uint8

const (
	Part       Kind = iota + 1 // 附則, 附則（平成二十年法律第五号）, 別表第一, 表2: stands first
	Division                   // 編 章 節 款 目 部: a heading with a number
	Article                    // 条: 第三条の二
	Paragraph                  // 項: 第一項
	Item                       // 号: 第一号
	Subitem                    // 号の細分: イ, (1), (i)
	Label                      // any other printed label: 4, (1), ①, Ｄ００４－２
	Unlabelled                 // ¶n: the n-th unlabelled paragraph under its parent
	Caption                    // #見出し: the caption of an article
)

// Step is one level of an address. Text is the label as it stands in the address: 第三条の二, 第一項, (1), ¶3.
type Step struct {
	Kind Kind
	Text string
}

// Path is an address from the root. The empty path is the document itself.
type Path []Step

// Join returns a new path with s appended; p is left alone.
func (p Path) Join(s Step) Path {
	q := make(Path, len(p), len(p)+1)
	copy(q, p)
	return append(q, s)
}

func legal(k Kind) bool { return k == Article || k == Paragraph || k == Item || k == Subitem }

// String prints the path as lawyers cite it: 条・項・号 run together, other labels joined by "/".
func (p Path) String() string {
	var b strings.Builder
	for i, s := range p {
		switch {
		case i == 0:
		case s.Kind == Caption:
		case legal(s.Kind) && s.Kind != Article && legal(p[i-1].Kind):
		default:
			b.WriteByte('/')
		}
		if s.Kind == Caption {
			b.WriteString("#見出し")
			continue
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// Cite is the path as a sentence holds it, without signs between its steps: 附則第二項, 第三条見出し, 2(1), 別添第1の4, 別表第一の備考, and by its
// place what has no label (3(1)の第2段落), where String has 附則/第二項, 第三条#見出し, 2/(1), 別添/第1/4, 別表第一/備考 and 3/(1)/¶2. Two paths
// may be cited alike (第一/二 and 第一の二): it is for readers, and corpus.Locate finds what it names.
func (p Path) Cite() string {
	var b strings.Builder
	for i, s := range p {
		word := s.Text
		switch s.Kind {
		case Caption:
			word = "見出し"
		case Unlabelled:
			word = "第" + strings.TrimPrefix(s.Text, "¶") + "段落"
		}
		if i > 0 && apart(p[i-1], s, word) {
			b.WriteString("の")
		}
		b.WriteString(word)
	}
	return b.String()
}

// apart reports whether の stands between two steps of a citation: where they would be read as one label, before a paragraph without a
// label, and behind 別表 and 附則 before all that does not begin with 第.
func apart(before, s Step, word string) bool {
	last, _ := utf8.DecodeLastRuneInString(before.Text)
	first, _ := utf8.DecodeRuneInString(word)
	counts := func(r rune) bool {
		return IsNumeralRune(r) || r < 0x80 && unicode.IsLetter(r) || r >= 'Ａ' && r <= 'ｚ'
	}
	switch {
	case s.Kind == Caption:
		return false
	case s.Kind == Unlabelled:
		return true
	case before.Kind == Part:
		return first != '第'
	}
	return before.Kind != Unlabelled && (counts(last) && counts(first) || unicode.Is(unicode.Katakana, last) && unicode.Is(unicode.Katakana, first))
}

// Key is the path with numerals as Arabic figures and full-width forms folded, so that 第3条 and 第三条 have one key.
func (p Path) Key() string { return Fold(p.String()) }

// Fold writes numerals as Arabic figures and full-width forms as half-width ones: what is one address to a reader has one form.
func Fold(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); {
		r := runes[i]
		j := i
		for j < len(runes) && IsNumeralRune(runes[j]) {
			j++
		}
		if j > i {
			if n, ok := ParseNumeral(string(runes[i:j])); ok {
				fmt.Fprintf(&b, "%d", n)
			} else {
				b.WriteString(string(runes[i:j]))
			}
			i = j
			continue
		}
		switch {
		case r >= '！' && r <= '～':
			b.WriteRune(r - 0xFEE0)
		case r == '〜':
			b.WriteRune('~')
		case r == ' ' || r == '　':
		default:
			b.WriteRune(r)
		}
		i++
	}
	return b.String()
}

// Nums returns the numbers of a label: 第三条の二 → [3 2], (１２) → [12], Ｄ００４－２ → [4 2]; nil if it has none.
func (s Step) Nums() []int {
	var out []int
	runes := []rune(s.Text)
	for i := 0; i < len(runes); {
		j := i
		for j < len(runes) && IsNumeralRune(runes[j]) {
			j++
		}
		if j == i {
			i++
			continue
		}
		if n, ok := ParseNumeral(string(runes[i:j])); ok {
			out = append(out, n)
		}
		i = j
	}
	return out
}
