package lint

// （略）の範囲: an omitted range stands for as many clauses on both sides, in order.
//
//	４～６　（略） ← ３・４　（略）                                   found: three beside two
//	４～６　（略） ← ３～５　（略）                                   near miss: three moved on by one
//	第三条～第五条, with 第四条の二 between                           near miss: branches cannot be counted

import (
	"shinkyu/corpus"
	"shinkyu/diff"
)

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
			f := s.report(d, u, d.head(u), "略された範囲は、新の欄では %d、旧の欄では %d です", "%d clause is omitted on the new side, %d on the old|%d clauses are omitted on the new side, %d on the old", n, o)
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
