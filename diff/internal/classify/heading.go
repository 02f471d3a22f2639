package classify

// 見出し: the wording of a heading or caption changed. Only when no other rule explains the whole difference: a heading in which a cited
// number moved on, or one letter is written otherwise, says the same as before.
//
//	（報告） → （報告及び公表）        heading
//	点検・見直し → 評価               heading
//	注10に規定する基準 → 注11に…      reference, not heading
//
// Near misses: 注10に規定する基準 → 注11に… (reference); a spelling; the number of a chapter.

import (
	"shinkyu/corpus"
)

func heading(d *document, c *change) []Effect {
	if !c.Heading {
		return nil
	}
	reworded := false
	for _, h := range c.hunks {
		reworded = reworded || !h.same
	}
	if !reworded {
		return nil
	}
	all := func(s corpus.Side) corpus.Span { return corpus.Span{End: len(c.Sides[s].Tokens)} }
	e := Effect{Old: c.Sides[corpus.Old].Text(all(corpus.Old)), New: c.Sides[corpus.New].Text(all(corpus.New))}
	for i := range c.hunks {
		e.Evidence = append(e.Evidence, c.evidence(&c.hunks[i])...)
	}
	return []Effect{e}
}
