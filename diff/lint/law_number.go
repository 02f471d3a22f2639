package lint

// 法令番号: a law is cited with its number where it first appears, and by its name alone after that. The own 附則 goes with the main
// provisions; the 附則 of amending acts are acts of their own and begin anew. One name with two numbers has one that is wrong.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
)

var lawNumber = &Rule{
	ID: "law-number", Number: 23, Severity: corpus.Warning, Needs: NeedsText,
	Title: "法令番号が二度目の引用にも付いている、最初の引用に付いていない、又は食い違っている", English: "a law's number repeated at a later citation, missing at the first, or given in two ways",
	Basis: "法令番号は、その法令を最初に引用する箇所に一度だけ付す", Bad: "会計法（昭和…法律第…号）が第一条と第三条にある、第三条では別の番号である", Good: "法令番号が別の法令の題名の一部である場合、別の附則、様式",
	Hint: "最初の引用にだけ番号を付してください", HintEN: "give the number at the first citation only",
	text: (*subject).lawNumbers,
}

var citedRE = lazy.MustCompile(`\(((?:明治|大正|昭和|平成|令和)(?:[〇一二三四五六七八九十百元]+|[0-9]+)年(?:法律|政令|条例|[^()。、]{0,8}(?:省令|府令|規則|告示|訓令))第(?:[〇一二三四五六七八九十百千]+|[0-9]+)号)([。)])`)

// properRE is a name that stands by itself: 民事訴訟法, 会計規則; 法 or 法律 alone is none.
var properRE = lazy.MustCompile(`[^又及並若同各当該前新旧]{2,}(?:法|令|規則|条例)$`)

type citation struct {
	unit, from, to int // of the bracket
	name           string
	start          int
}

func (s *subject) lawNumbers(d *side) {
	first, named := map[string]citation{}, map[string]citation{}
	for u := range d.units {
		if !d.body(u) || d.form(u) {
			continue
		}
		text := d.flats[u].Text
		str := string(text)
		scope := ""
		if d.foreign(u) {
			scope = d.part(u)
		}
		for _, m := range citedRE.FindAllStringSubmatchIndex(str, -1) {
			at := utf8.RuneCountInString(str[:m[0]])
			if quoted(text, at) || at == 0 {
				continue
			}
			c := citation{unit: u, from: at, to: utf8.RuneCountInString(str[:m[1]])}
			if text[c.to-1] != ')' {
				c.to-- // （平成十年法律第五号。以下「法」という。）
			}
			for c.start = at; c.start > 0 && (noun(text[c.start-1]) || text[c.start-1] == '・' || text[c.start-1] == 'ー'); {
				c.start--
			}
			c.name = string(text[c.start:at])
			key := scope + "/" + token.LooseText(str[m[2]:m[3]])
			if !amended(text, c) {
				if f, ok := first[key]; ok {
					r := s.report(d, u, d.flats[u].Span(c.start, c.to), "「%s」の番号は%sで既に示されています", "the number of %q is already given in %s", d.words(u, d.flats[u].Span(c.start, c.from)), d.cite(f.unit))
					r.Related = []Place{{d.which, f.unit, d.flats[f.unit].Span(f.start, f.to)}}
				} else if f, ok := named[scope+"/"+c.name]; ok && properRE.MatchString(c.name) && !strings.HasPrefix(c.name, "施行") {
					r := s.report(d, u, d.flats[u].Span(c.start, c.to), "「%s」の番号が%sにあるものと異なります", "the number of %q is not that in %s", d.words(u, d.flats[u].Span(c.start, c.from)), d.cite(f.unit))
					r.Related = []Place{{d.which, f.unit, d.flats[f.unit].Span(f.start, f.to)}}
				} else {
					first[key], named[scope+"/"+c.name] = c, c
					s.unnumbered(d, c, scope)
				}
			}
		}
	}
}

// amended reports whether the cited law is part of the title of the act that amends it: 甲法（…）の一部を改正する法律.
func amended(text []rune, c citation) bool {
	rest := string(text[c.to:min(len(text), c.to+6)])
	return strings.HasPrefix(rest, "の一部") || strings.HasPrefix(rest, "の施行に伴う") || strings.HasPrefix(rest, "及び") || strings.HasPrefix(rest, "等の一部")
}

// unnumbered finds a use of the name before its number is given.
func (s *subject) unnumbered(d *side, c citation, scope string) {
	if !properRE.MatchString(c.name) || scope != "" || d.partial {
		return
	}
	for _, k := range d.uses(c.name) {
		if k.unit > c.unit || k.unit == c.unit && k.from >= c.start {
			return
		}
		if d.units[k.unit].Kind == corpus.KindHeading || d.foreign(k.unit) {
			continue
		}
		r := s.report(d, k.unit, d.span(k), "「%s」の番号は、最初のこの箇所に示してください", "the number of %q belongs here, at its first citation")
		r.Related = []Place{{d.which, c.unit, d.flats[c.unit].Span(c.start, c.to)}}
		return
	}
}
