package lint

// 見出し: two articles of one chapter that carry the same caption leave the reader to guess. A common caption stands once, before the
// first of its articles; a first article without one, where all others have theirs, was forgotten.

import (
	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

var captions = &Rule{
	ID: "caption", Number: 31, Severity: corpus.Warning, Needs: NeedsText,
	Title: "見出しの重複・欠落", English: "a caption twice, or missing",
	Basis: "見出しは条の内容を簡潔に表し、同じ章で重ねない。続く条に共通の見出しは最初の条の前に一度だけ置く", Bad: "「（報告）」が第三条と第六条にある", Good: "共通見出し、附則の「（経過措置）」、別の章の同じ見出し",
	Hint: "内容に応じた見出しにしてください", HintEN: "say in the caption what sets the article apart",
	text: func(s *subject, d *side) {
		type place struct {
			parent int
			text   string
		}
		first := map[place]int{}
		has := map[int]bool{}
		for u, c := range d.units {
			n := len(c.Path)
			if n < 2 || c.Path[n-1].Kind != ref.Caption || d.part(u) != "" {
				continue
			}
			has[d.articleOf(u)] = true
			k := place{d.parents[u], token.LooseText(c.Text.S)}
			if v, ok := first[k]; ok {
				f := s.report(d, u, d.whole(u), "見出し「%s」が%sにもあります", "the caption %q also stands at %s", bare(c.Text.S), d.cite(v))
				f.Related = []Place{{d.which, v, d.whole(v)}}
				continue
			}
			first[k] = u
		}
		s.firstCaption(d, has)
	},
}

// articleOf is the article behind a caption, -1 if it is not printed.
func (d *side) articleOf(caption int) int {
	for u := caption + 1; u < len(d.units) && u <= caption+2; u++ {
		if d.units[u].Kind == corpus.KindArticle {
			return u
		}
	}
	return -1
}

func (s *subject) firstCaption(d *side, has map[int]bool) {
	if d.partial {
		return
	}
	with, all, first := 0, 0, -1
	for u, c := range d.units {
		if c.Kind != corpus.KindArticle || d.part(u) != "" || c.Void {
			continue
		}
		if first < 0 {
			first = u
		}
		all++
		if has[u] {
			with++
		}
	}
	if all >= 4 && with == all-1 && !has[first] {
		s.report(d, first, d.head(first), "「%s」に見出しがありません", "%q has no caption")
	}
}
