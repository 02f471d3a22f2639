package lint

// 目次: each chapter with its name and the articles it spans, as they stand, and every chapter of a level that is listed at all.

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

var contents = &Rule{
	ID: "contents", Number: 32, Severity: corpus.Error, Needs: NeedsText,
	Title: "目次が章名又は条の範囲と合わない", English: "the table of contents differs from the chapters",
	Basis: "目次の章名と条の範囲は本則と一致させる", Bad: "第一章　総則（第一条―第五条）、本則の第一章は第六条まで、目次にない章", Good: "第七条の二で終わる章と「（第五条―第七条の二）」",
	Hint: "目次を改めてください", HintEN: "amend the table of contents",
	text: func(s *subject, d *side) {
		if d.partial || s.r != nil && d.which == corpus.Old {
			return
		}
		var toc strings.Builder
		for _, u := range s.unplaced {
			if u.Reason == "toc" {
				toc.WriteString(token.LooseText(u.Text))
			}
		}
		if toc.Len() > 0 {
			s.compareContents(d, toc.String())
		}
	},
}

const numeralRE = `[〇一二三四五六七八九十百千0-9]+`

var entryRE = lazy.MustCompile(`第(` + numeralRE + `)([編章節款])((?:の` + numeralRE + `)*)([^第()]*(?:第[^` + `〇一二三四五六七八九十百千0-9` + `][^第()]*)*)(?:\((第` + numeralRE + `条(?:の` + numeralRE + `)*)(?:([^第()]+)(第` + numeralRE + `条(?:の` + numeralRE + `)*))?\))?`)

func (s *subject) compareContents(d *side, toc string) {
	// the main chapters only: 附則 in the contents has no articles
	used := map[int]bool{}
	levels := map[string]bool{} // 章, 節: what the contents list at all
	lost := false
	for _, m := range entryRE.FindAllStringSubmatch(toc, -1) {
		label := "第" + m[1] + m[2] + m[3]
		levels[m[2]] = true
		name := m[4]
		h := -1
		for u, c := range d.units {
			n := len(c.Path)
			if n == 0 || used[u] || c.Path[n-1].Kind != ref.Division || d.part(u) != "" || pathKey(c.Path[n-1].Text) != pathKey(label) {
				continue
			}
			if h < 0 || plainName(d, u) == name {
				h = u
				if plainName(d, u) == name {
					break
				}
			}
		}
		if h < 0 {
			lost = true
			s.report(d, -1, corpus.Span{}, "目次の「%s　%s」が本文にありません", "the chapter %q %s of the contents is not in the text", label, name)
			continue
		}
		used[h] = true
		if got := plainName(d, h); got != name {
			s.report(d, h, d.whole(h), "目次では「%s」、本文では「%s」です", "%q in the contents, %q in the text", name, got)
			continue
		}
		if m[5] == "" {
			continue
		}
		first, last := d.span32(h)
		from, to := m[5], m[5]
		if m[7] != "" {
			to = m[7]
		}
		if first < 0 {
			continue
		}
		a, b := articleLabel(d.units[first].Path), articleLabel(d.units[last].Path)
		if pathKey(a) != pathKey(from) || pathKey(b) != pathKey(to) {
			s.report(d, h, d.whole(h), "目次では%sですが、本文では%sです", "the contents say %s, the text has %s", fmt.Sprintf("%s―%s", from, to), fmt.Sprintf("%s―%s", a, b))
		}
	}
	if lost { // said already, and perhaps it is the same chapter
		return
	}
	for u, c := range d.units {
		n := len(c.Path)
		if n == 0 || used[u] || c.Path[n-1].Kind != ref.Division || d.part(u) != "" {
			continue
		}
		if m := divisionRE.FindStringSubmatch(token.LooseText(c.Path[n-1].Text)); m != nil && levels[m[1]] {
			s.report(d, u, d.whole(u), "「%s」が目次にありません", "%q is not in the contents", d.words(u, d.whole(u)))
		}
	}
}

var divisionRE = lazy.MustCompile(`^第` + numeralRE + `([編章節款])`)

func pathKey(s string) string { return ref.Path{{Kind: ref.Label, Text: s}}.Key() }

func plainName(d *side, u int) string { return string(d.flats[u].Text) }

// span32 is the first and the last article under a heading; a shell of several articles ends with its last.
func (d *side) span32(h int) (first, last int) {
	first, last = -1, -1
	d.under(h, func(u int) {
		if d.units[u].Kind == corpus.KindArticle {
			if first < 0 {
				first = u
			}
			last = u
		}
	})
	return first, last
}

func (d *side) under(u int, f func(int)) {
	for _, k := range d.kids[u] {
		f(k)
		d.under(k, f)
	}
}

// articleLabel is the article of an address; of a range its end counts for the end and its begin for the begin, so it is left whole.
func articleLabel(p ref.Path) string {
	i := slices.IndexFunc(p, func(s ref.Step) bool { return s.Kind == ref.Article })
	if i < 0 {
		return ""
	}
	return p[i].Text
}
