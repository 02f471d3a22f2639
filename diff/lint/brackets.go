package lint

// 括弧: brackets come in pairs of one width.
//
//	（以下「委員会という。）                                        found
//	(略）                                                       found
//	１）, ア）                                                   near miss: labels
//	「「甲」という」を「乙」に改める                                  near miss: amendments quote words as they are

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/internal/token"
)

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
