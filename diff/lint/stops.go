package lint

// 句点 and brackets.

import (
	"regexp"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

var fullStop = &Rule{
	ID: "full-stop", Number: 28, Severity: corpus.Warning, Needs: NeedsText,
	Title: "文末の句点がない、又は名詞で終わる号に句点がある", English: "a sentence without its 。, or a 。 behind a noun in a list",
	Basis: "文の終わりには句点を付す。名詞で終わる号には付さない（「こと」「とき」で終わる号には付す）", Bad: "求められる／一　申請書。", Good: "こと。、とき。、号の後にただし書が続く場合、見出し",
	Hint: "句点を確かめてください", HintEN: "check the full stop",
	text: (*subject).fullStops,
}

// predicateRE is an ending that only a sentence has.
var predicateRE = regexp.MustCompile(`(しなければならない|してはならない|ものとする|こととする|とする|をいう|による|れる|られる|させる|できる|ものである|である|ではない|しない|がある|必要である|に努める|を行う|を定める|を得る|しました|します|ください)$`)

func (s *subject) fullStops(d *side) {
	for u, c := range d.units {
		if !d.body(u) || c.Kind == corpus.KindHeading || d.form(u) || d.foreign(u) || len(d.kids[u]) > 0 && c.Kind != corpus.KindArticle && c.Kind != corpus.KindParagraph {
			continue
		}
		text := d.flats[u].Text
		words := string(text)
		// a verb behind a noun closes a sentence; an item may end with a clause that qualifies nothing (… を除く), so it needs more of a sentence
		if m := predicateRE.FindStringIndex(words); m != nil && len(text) >= 12 && sentenceLike(words, c) {
			n := len([]rune(words[m[0]:]))
			s.report(d, u, d.flats[u].Span(len(text)-n, len(text)), "「%s」の後に句点がありません", "no full stop behind %q")
			continue
		}
		if c.Kind == corpus.KindItem && s.nounWithStop(d, u, text) {
			s.report(d, u, d.flats[u].Span(max(0, len(text)-5), len(text)), "名詞で終わる号に句点があります（「%s」）", "a full stop behind a noun (%q)")
		}
	}
}

// sentenceLike reports whether words hold a subject or object before the predicate: a note or a caption has none.
func sentenceLike(words string, c *corpus.Clause) bool {
	if c.Kind == corpus.KindTable || c.Kind == corpus.KindFigure {
		return false
	}
	return strings.ContainsAny(words, "、。") && (strings.Contains(words, "は、") || strings.Contains(words, "を") || strings.Contains(words, "が"))
}

// nounWithStop: 一　申請書。 among items of which most have no stop.
func (s *subject) nounWithStop(d *side, u int, text []rune) bool {
	if !bareNoun(text) {
		return false
	}
	with, without := 0, 0
	for _, k := range d.siblings(u) {
		t := d.flats[k].Text
		if len(t) == 0 || d.units[k].Kind != corpus.KindItem {
			continue
		}
		if t[len(t)-1] == '。' {
			with++
		} else if noun(t[len(t)-1]) {
			without++
		}
	}
	return without > with
}

// bareNoun reports whether the text is one phrase that ends with a noun and 。: no 。 within, no こと, とき, もの, 場合.
func bareNoun(text []rune) bool {
	n := len(text)
	if n < 2 || text[n-1] != '。' || !noun(text[n-2]) {
		return false
	}
	words := string(text[:n-1])
	for _, w := range []string{"事", "時", "場合", "物", "旨", "。"} {
		if strings.HasSuffix(words, w) || w == "。" && strings.Contains(words, w) {
			return false
		}
	}
	return true
}

var brackets = &Rule{
	ID: "brackets", Number: 29, Severity: corpus.Warning, Needs: NeedsText,
	Title: "括弧の対応の誤り、全角と半角の混用", English: "brackets that do not match, or of mixed width",
	Basis: "括弧は対にし、幅をそろえる", Bad: "（以下「委員会という。）／(略）", Good: "「１）」のような番号、改め文の「「甲」という」を「乙」に改める",
	Hint: "括弧の対応を確かめてください", HintEN: "check the brackets",
	text: func(s *subject, d *side) {
		for u, c := range d.units {
			if c.Placeholder == corpus.NoPlaceholder && len(d.flats[u].Text) == 0 || d.form(u) || amending(c.Text.S) || d.spread(u) {
				continue
			}
			s.unitBrackets(d, u)
		}
	},
}

// amending reports whether a text quotes words to be replaced: quotations there need not balance.
func amending(s string) bool {
	return strings.Contains(s, "に改め") || strings.Contains(s, "を加え") && strings.Contains(s, "の下に") || strings.Contains(s, "読み替え") || strings.Contains(s, "とあるのは")
}

// spread reports whether a bracket opened here is closed by a clause below, as formulas and notes have it.
func (d *side) spread(u int) bool {
	var all strings.Builder
	d.units[u].Walk(func(c, _ *corpus.Clause) { all.WriteString(token.LooseText(c.Words())) })
	own := string(d.flats[u].Text)
	return len(d.kids[u]) > 0 && balance(own) != 0 && balance(all.String()) == 0
}

func balance(s string) int {
	return strings.Count(s, "(") + strings.Count(s, "「") - strings.Count(s, ")") - strings.Count(s, "」")
}

var pairs = map[rune]rune{'（': '）', '(': ')', '「': '」', '『': '』', '［': '］', '[': ']', '〔': '〕', '【': '】', '｛': '｝', '〈': '〉', '《': '》'}

func (s *subject) unitBrackets(d *side, u int) {
	c := d.units[u]
	text := []rune(c.Text.S)
	type open struct {
		r  rune
		at int
	}
	var stack []open
	closers := map[rune]rune{}
	for a, b := range pairs {
		closers[b] = a
	}
	start := min(c.Body, len(text))
	if c.Placeholder != corpus.NoPlaceholder {
		start = 0
		if n := len([]rune(c.Label)); n <= len(text) {
			start = n
		}
	}
	for i := start; i < len(text); i++ {
		r := text[i]
		if _, ok := pairs[r]; ok {
			stack = append(stack, open{r, i})
			continue
		}
		want, ok := closers[r]
		if !ok {
			continue
		}
		at := corpus.Span{Start: i, End: i + 1}
		switch n := len(stack); {
		case n == 0 && labelBefore(text, i):
		case n == 0:
			s.report(d, u, at, "「%s」に対応する括弧がありません", "%q closes nothing")
			return
		case stack[n-1].r == want:
			stack = stack[:n-1]
		case token.Loose(stack[n-1].r) == token.Loose(want):
			f := s.report(d, u, corpus.Span{Start: stack[n-1].at, End: i + 1}, "括弧の全角と半角が混ざっています（「%s」）", "brackets of mixed width in %q")
			if c.Placeholder != corpus.NoPlaceholder {
				s.lower(f, corpus.Info)
			}
			stack = stack[:n-1]
		case labelBefore(text, i):
		case n > 1 && stack[n-2].r == want: // what was opened in between is the one that is open
			at = corpus.Span{Start: stack[n-1].at, End: stack[n-1].at + 1}
			s.report(d, u, at, "「%s」が閉じられていません", "%q is not closed")
			return
		default:
			s.report(d, u, at, "「%s」に対応する括弧がありません", "%q closes nothing")
			return
		}
	}
	if len(stack) > 0 {
		at := stack[len(stack)-1].at
		s.report(d, u, corpus.Span{Start: at, End: at + 1}, "「%s」が閉じられていません", "%q is not closed")
	}
}

// labelBefore reports whether the bracket at i closes a printed label: 1), ア）.
func labelBefore(text []rune, i int) bool {
	k := i - 1
	for k >= 0 && (text[k] >= '0' && text[k] <= '9' || text[k] >= '０' && text[k] <= '９') {
		k--
	}
	if k == i-1 {
		k--
	}
	return i > 0 && (k < 0 || token.Blank(text[k]) || strings.ContainsRune("、。・（(", text[k]))
}
