package lint

// 項の「削除」: a 項 is only a paragraph. It can be no shell and has no 枝番号.
//
//	２　削除 ／ ２の２　…                                         found
//	第七条　削除 ／ 三　削除 ／ 三の二　…                               near miss: 条 and 号 can

import (
	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

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

var branchRE = lazy.MustCompile(`^[0-9]+(の[0-9]+)+$`)

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
