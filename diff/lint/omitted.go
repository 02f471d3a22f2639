package lint

// （略） stands for text that both columns leave out, clause for clause.

import (
	"shinkyu/corpus"
	"shinkyu/diff"
)

var omittedBesideText = &Rule{
	ID: "omitted-beside-text", Number: 9, Severity: corpus.Warning, Needs: NeedsTable, Audit: true,
	Title: "（略）の相手の欄に本文がある", English: "（略） beside full text",
	Basis: "（略）は両欄とも変更のない部分に用いる", Bad: "第六条　（略） ← 第六条　会議は、公開とする。", Good: "（略） ← （同左）、見出しだけの行",
	Hint: "両欄とも（略）とするか、本文を記してください", HintEN: "omit it on both sides, or print it on both",
	check: func(s *subject) {
		for i := range s.r.Changes {
			ch := &s.r.Changes[i]
			if len(ch.New) == 0 || len(ch.Old) == 0 {
				continue
			}
			for side, u := range [2]int{corpus.New: ch.New[0], corpus.Old: ch.Old[0]} {
				other := ch.Units(corpus.Side(side).Other())[0]
				c, facing := s.sides[side].units[u], s.sides[1-side].units[other]
				if c.Placeholder == corpus.Omitted && facing.Placeholder == corpus.NoPlaceholder && len(facing.Words()) > 0 {
					f := s.report(s.sides[side], u, s.sides[side].whole(u), "「%s」の相手の欄には本文があります", "%q stands beside full text")
					f.Related = []Place{{corpus.Side(1 - side), other, corpus.Span{}}}
				}
			}
		}
	},
}

var rangeLength = &Rule{
	ID: "range-length", Number: 10, Severity: corpus.Error, Needs: NeedsTable, Audit: true,
	Title: "（略）の範囲の項数が両欄で異なる", English: "omitted ranges of unequal length",
	Basis: "略した範囲は順に対応する。条項の増減があれば（新設）・（削る）で示す", Bad: "４～６　（略） ← ３・４　（略）", Good: "４～６　（略） ← ３～５　（略）（一つずつ繰下げ）",
	Hint: "範囲の始まりと終わりを確かめてください", HintEN: "check where the range begins and ends",
	check: func(s *subject) {
		for i := range s.r.Changes {
			ch := &s.r.Changes[i]
			if ch.Form != diff.Omitted || len(ch.New) == 0 || len(ch.Old) == 0 {
				continue
			}
			n, wideN := s.sides[corpus.New].covers(ch.New)
			o, wideO := s.sides[corpus.Old].covers(ch.Old)
			if n == 0 || o == 0 || n == o || !wideN && !wideO {
				continue
			}
			u := ch.New[0]
			d := s.sides[corpus.New]
			f := s.report(d, u, d.head(u), "略された範囲は、新の欄では %d、旧の欄では %d です", "%d clauses are omitted on the new side, %d on the old", n, o)
			f.Related = []Place{{corpus.Old, ch.Old[0], s.sides[corpus.Old].head(ch.Old[0])}}
		}
	},
}

// covers is how many clauses omitted units stand for, 0 if one of them does not say; wide tells whether one of them is a range.
func (d *side) covers(units []int) (n int, wide bool) {
	for _, u := range units {
		c := d.units[u]
		if c.Placeholder != corpus.Omitted || c.Label == "" {
			return 0, false
		}
		q, ok := numberOf(c.Label)
		if !ok || len(q.lo) != 1 || len(q.hi) != 1 || q.hi[0] < q.lo[0] {
			return 0, false // 枝番号 within a range cannot be counted
		}
		n += q.hi[0] - q.lo[0] + 1
		wide = wide || q.hi[0] > q.lo[0]
	}
	return n, wide
}
