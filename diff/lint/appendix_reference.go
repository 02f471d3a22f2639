package lint

// 別表 and 様式 say in their head which article they belong to, and that article cites them.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
	"shinkyu/diff/refer"
)

var appendix = &Rule{
	ID: "appendix-reference", Number: 33, Severity: corpus.Warning, Needs: NeedsText,
	Title: "別表・様式の「（第○条関係）」が、それを引用する条と合わない", English: "a schedule or form names an article that does not cite it",
	Basis: "別表・様式の関係条名は、それを引用する条とする。条を繰り下げたら改める", Bad: "第四条が別表を引用するのに「別表（第三条関係）」", Good: "複数の条が引用する別表で、その一つを示したもの",
	Hint: "関係条名を改めてください", HintEN: "name the article that cites it",
	text: func(s *subject, d *side) {
		for u, c := range d.units {
			if len(c.Path) != 1 || c.Path[0].Kind != ref.Part {
				continue
			}
			m := relatedRE.FindStringSubmatch(token.LooseText(c.Text.S))
			if m == nil {
				continue
			}
			var citing []int
			for _, x := range d.refs {
				if x.Status == refer.Resolved && slices.Contains(x.Targets, u) && d.part(x.Unit) == "" {
					citing = append(citing, x.Unit)
				}
			}
			if len(citing) == 0 || slices.ContainsFunc(citing, func(k int) bool { return strings.Contains(m[1], articleKey(d.units[k].Path)+"-") }) {
				continue
			}
			said := numbersOf(m[1])
			if len(said) == 0 || slices.ContainsFunc(citing, func(k int) bool { return slices.Contains(said, pathKey(articleLabel(d.units[k].Path))) }) {
				continue
			}
			f := s.report(d, u, d.whole(u), "「%s」を引用しているのは%sです", "%q is cited by %s", d.words(u, d.whole(u)), articleLabel(d.units[citing[0]].Path))
			f.Related = []Place{{d.which, citing[0], d.head(citing[0])}}
		}
	},
}

var (
	relatedRE = lazy.MustCompile(`\(([^()]*条[^()]*)関係\)`)
	articleRE = lazy.MustCompile(`第` + numeralRE + `条(?:の` + numeralRE + `)*`)
)

// numbersOf lists the articles named in 第三条、第五条及び第七条; a range is not enumerated, and fits all.
func numbersOf(s string) []string {
	if strings.Contains(s, "から") || strings.Contains(s, "~") || strings.Contains(s, "-") {
		return nil
	}
	var out []string
	for _, a := range articleRE.FindAllString(s, -1) {
		out = append(out, pathKey(a))
	}
	return out
}

func articleKey(p ref.Path) string { return articleLabel(p) }
