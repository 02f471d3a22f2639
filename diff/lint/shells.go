package lint

// 削る takes a clause away and its number with it; 削除 leaves the number as a shell. A shell and a move up exclude each other, and a 項,
// which is only a paragraph, can be no shell and has no 枝番号.

import (
	"regexp"
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/diff/internal/token"
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

var paragraphShell = &Rule{
	ID: "paragraph-shell", Number: 8, Severity: corpus.Error, Needs: NeedsText,
	Title: "項を「削除」とし、又は項に枝番号を付けている", English: "a 項 as a shell or with a branch number",
	Basis: "項は段落であり、「削除」として残すことも枝番号を付けることもできない", Bad: "２　削除／２の２　…", Good: "第七条　削除／三　削除／三の二　…",
	Hint: "項は削って繰り上げ、又は番号を繰り下げて加えてください", HintEN: "strike the 項 and move the others, or insert it with a number of its own",
	text: func(s *subject, d *side) {
		for u, c := range d.units {
			n := len(c.Path)
			if n < 2 || d.form(u) {
				continue
			}
			inArticle := c.Path[n-1].Kind == ref.Paragraph && c.Path[n-2].Kind == ref.Article
			first := inArticle && c.Kind == corpus.KindArticle
			switch {
			case inArticle && !first && (c.Void || bare(c.Words()) == "削除"):
				s.report(d, u, d.whole(u), "項「%s」は「削除」として残せません", "the 項 %q cannot stay as a shell")
			case branchRE.MatchString(token.LooseText(c.Label)) && s.besideParagraphs(d, u):
				s.report(d, u, d.head(u), "項「%s」に枝番号は付けられません", "the 項 %q cannot have a branch number")
			}
		}
	},
}

var branchRE = regexp.MustCompile(`^[0-9]+(の[0-9]+)+$`)

// besideParagraphs reports whether a label stands among the 項 of an article.
func (s *subject) besideParagraphs(d *side, u int) bool {
	if d.units[u].Path[len(d.units[u].Path)-1].Kind == ref.Paragraph {
		return true
	}
	for _, k := range d.siblings(u) {
		if p := d.units[k].Path; p[len(p)-1].Kind == ref.Paragraph {
			return true
		}
	}
	return false
}
