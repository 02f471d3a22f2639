package lint

// （略）と本文: （略） stands for text that both columns leave out, so full text cannot face it.
//
//	第六条　（略） ← 第六条　会議は、公開とする。                       found
//	第六条　（略） ← （同左）                                      near miss: both leave it out

import (
	"shinkyu/corpus"
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
