package lint

// 「削除」と繰上げ: 削る takes a clause away and its number with it; 削除 leaves the number as a shell, so that nothing moves. They exclude each other.
//
//	第七条　削除 ／ 第八条 … ← 第九条 …                              found
//	第七条　削除 ／ 第八条 … ← 第八条 …                              near miss

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/diff"
)

var shellConflict = &Rule{
	ID: "shell-conflict", Number: 7, Severity: corpus.Error, Needs: NeedsPair,
	Title: "「削除」で番号を残したのに後の条が繰り上がっている", English: "a shell was left, yet later clauses moved up",
	Basis: "「第七条　削除」は番号を残すためのもの。繰り上げるなら条を削る", Bad: "第七条　削除／第八条 … ← 旧第九条", Good: "第七条　削除／第八条 … ← 第八条",
	Hint: "条を削って繰り上げるか、番号をそのままにしてください", HintEN: "strike the clause and move the others up, or keep their numbers",
	check: func(s *subject) {
		d := s.sides[corpus.New]
		for i := range s.r.Changes {
			ch := &s.r.Changes[i]
			if !slices.Contains(ch.Structure, diff.Shell) || len(ch.New) != 1 {
				continue
			}
			u := ch.New[0]
			sib := d.siblings(u)
			at := slices.Index(sib, u)
			if at < 0 || at+1 >= len(sib) {
				continue
			}
			for _, k := range sib[at+1:] {
				o := s.counterpart(k)
				if o < 0 || d.units[k].Label == "" {
					continue
				}
				n, ok1 := numberOf(d.units[k].Label)
				m, ok2 := numberOf(s.sides[corpus.Old].units[o].Label)
				if ok1 && ok2 && len(n.lo) == 1 && len(m.lo) == 1 && m.lo[0] > n.lo[0] {
					f := s.report(d, u, d.whole(u), "「%s」の後の番号が繰り上がっています", "numbers behind the shell %q moved up")
					f.Related = []Place{{corpus.New, k, d.head(k)}, {corpus.Old, o, s.sides[corpus.Old].head(o)}}
				}
				break
			}
		}
	},
}
