package lint

// 見出し: two articles of one chapter that carry the same caption leave the reader to guess. A common caption stands once, before the
// first of its articles; a first article without one, where all others have theirs, was forgotten. A caption that stayed over other words no
// longer tells what its article says.
//
//	（会費）会費は、… → （会費）総会は、…                            found: 会費 was in the old words and is not in the new ones
//	（会費）会費は、… → （会費）会員が納める会費の額は、…                   near miss
//	（雑則）, （補則）                                            near miss: a caption that never stood in the words

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

var captions = &Rule{
	ID: "caption", Number: 31, Severity: corpus.Warning, Needs: NeedsText,
	Title: "見出しの重複・欠落、内容との食い違い", English: "a caption twice, missing, or of other words than the article's",
	Basis: "見出しは条の内容を簡潔に表し、同じ章で重ねない。続く条に共通の見出しは最初の条の前に一度だけ置く", Bad: "「（報告）」が第三条と第六条にある／本文を改めたのに見出しが元のまま", Good: "共通見出し、附則の「（経過措置）」、別の章の同じ見出し",
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
		if s.r != nil && d.which == corpus.New {
			s.staleCaptions(d)
		}
	},
}

// staleCaptions finds captions that stayed as they were while the words they name left their article. Each noun of the caption counts: one that is still
// there keeps it true.
func (s *subject) staleCaptions(d *side) {
	old := s.sides[corpus.Old]
	for u, c := range d.units {
		n := len(c.Path)
		if n < 2 || c.Path[n-1].Kind != ref.Caption || d.part(u) != "" {
			continue
		}
		o := s.counterpart(u)
		a := d.articleOf(u)
		if o < 0 || a < 0 || token.LooseText(c.Text.S) != token.LooseText(old.units[o].Text.S) {
			continue
		}
		b := old.articleOf(o)
		if b < 0 || s.counterpart(a) != b || d.shared(a) || d.omits(a) || old.omits(b) {
			continue
		}
		now, before := d.article(a), old.article(b)
		named, stays := 0, 0
		for _, t := range token.Lex(bare(c.Text.S)) {
			if t.Kind == token.Kana || t.Kind == token.Punct || t.Kind == token.Ending || t.Span.Len() < 2 {
				continue
			}
			named++
			if !strings.Contains(before, t.Key) || strings.Contains(now, t.Key) {
				stays++
			}
		}
		if named == 0 || stays > 0 {
			continue
		}
		f := s.report(d, u, d.whole(u), "見出し「%s」の語が、改められた%sの本文にありません", "the words of the caption %q are no longer in %s", bare(c.Text.S), d.cite(a))
		f.Related = []Place{{corpus.Old, b, old.head(b)}}
	}
}

// shared reports whether the next article has no caption of its own, so that the one above a is for both.
func (d *side) shared(a int) bool {
	kin := d.siblings(a)
	i := slices.Index(kin, a)
	return i >= 0 && i+1 < len(kin) && d.units[kin[i+1]].Kind == corpus.KindArticle
}

// article is all the words of an article.
func (d *side) article(a int) string {
	var b strings.Builder
	b.WriteString(string(d.flats[a].Text))
	for _, k := range d.kids[a] {
		b.WriteString(d.article(k))
	}
	return b.String()
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
