package web

// Addresses inside a page. An anchor is short, readable and stable: 第三条の二第一項第一号イ → a3_2p1i1-イ. It must survive
// a link in a law review, so it depends on the clause's address alone; two clauses that would share one (a damaged
// source can repeat a label) get a counter behind it.

import (
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus/ref"
)

// Cited is the address of a clause as a heading names it: the first 項 of an article goes by the article's number.
func Cited(p ref.Path) string { return Whole(p).Cite() }

// Whole is the address of the article where p is that of its first 項, else p.
func Whole(p ref.Path) ref.Path {
	if n := len(p); n >= 2 && p[n-2].Kind == ref.Article && p[n-1].Kind == ref.Paragraph && slices.Equal(p[n-1].Nums(), []int{1}) {
		return p[:n-1]
	}
	return p
}

// Key makes addresses comparable: widths and numerals folded, the first 項 of an article taken for the article itself.
func Key(p ref.Path) string {
	var q ref.Path
	for i, s := range p {
		if i > 0 && s.Kind == ref.Paragraph && p[i-1].Kind == ref.Article && slices.Equal(s.Nums(), []int{1}) {
			continue
		}
		q = append(q, s)
	}
	return q.Key()
}

// Anchor is the name of a clause inside a page: letters, digits, "_", "-" and "." only, apart from kana and kanji. An article and its first 項 share one.
func Anchor(p ref.Path) string {
	var b strings.Builder
	for i, s := range Whole(p) {
		switch s.Kind {
		case ref.Article:
			b.WriteString("a" + nums(s))
		case ref.Paragraph:
			b.WriteString("p" + nums(s))
		case ref.Item:
			b.WriteString("i" + nums(s))
		case ref.Caption:
			b.WriteString("-title")
		case ref.Division, ref.Part:
			if i > 0 {
				b.WriteByte('-')
			}
			b.WriteString(part(s))
		case ref.Unlabelled:
			b.WriteString("-t" + nums(s))
		default:
			if i > 0 {
				b.WriteByte('-')
			}
			b.WriteString(plain(s.Text))
		}
	}
	if b.Len() == 0 {
		return "top"
	}
	return b.String()
}

// parts are the short names of headings with a number and of the parts of a rule.
var parts = []struct{ word, short string }{
	{"附則", "suppl"}, {"別表", "table"}, {"様式", "form"}, {"別記", "annex"}, {"前文", "preamble"}, {"題名", "title"},
	{"編", "part"}, {"章", "ch"}, {"節", "sec"}, {"款", "sub"}, {"目", "div"}, {"部", "pt"},
}

func part(s ref.Step) string {
	for _, p := range parts {
		if strings.Contains(s.Text, p.word) {
			if len(s.Nums()) == 0 {
				return p.short
			}
			return p.short + nums(s)
		}
	}
	return plain(s.Text)
}

func nums(s ref.Step) string {
	ns := s.Nums()
	if len(ns) == 0 {
		return plain(s.Text)
	}
	parts := make([]string, len(ns))
	for i, n := range ns {
		parts[i] = strconv.Itoa(n)
	}
	return strings.Join(parts, "_")
}

// plain keeps what may stand in an id and in a file name everywhere; the rest becomes "_".
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= '！' && r <= '～':
			r -= 0xFEE0
		}
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_', r == '.',
			r >= 'ぁ' && r <= 'ヿ', r >= '一' && r <= '鿿':
			b.WriteRune(r)
		case r >= '①' && r <= '⑳':
			b.WriteString(strconv.Itoa(int(r-'①') + 1))
		case strings.ContainsRune("()（） 　", r):
		default:
			b.WriteByte('_')
		}
	}
	return b.String()
}

// names gives each anchor of a page once.
type names map[string]int

func (n names) take(want string) string {
	for {
		k := n[want]
		n[want]++
		if k == 0 {
			return want
		}
		want = want + "." + strconv.Itoa(k+1)
	}
}
