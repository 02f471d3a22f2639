package lint

// 号の不足: 次の各号 and 次に掲げる are followed by 号, 前三号 is preceded by three.
//
//	次の各号のいずれかに該当する者, and no 号                          found
//	次の表に掲げる額; 号 that are （略）                               near miss

import (
	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
	"shinkyu/diff/refer"
)

var itemsMissing = &Rule{
	ID: "items-missing", Number: 16, Severity: corpus.Warning, Needs: NeedsText,
	Title: "「次の各号」「前三号」などに当たる号がない", English: "items are announced but do not follow",
	Basis: "「次の各号」「次に掲げる」の後には号を置き、「前三号」の前には三つの号を置く", Bad: "次の各号のいずれかに該当する者（号がない）", Good: "次の表に掲げる額、号が（略）とされた項",
	Hint: "号の有無と数を確かめてください", HintEN: "check that the items are there, and how many",
	text: func(s *subject, d *side) {
		for _, x := range d.refs {
			if x.Status == refer.Missing && countsItems(x) && !d.foreign(x.Unit) && !d.form(x.Unit) {
				s.report(d, x.Unit, x.Span, "「%s」に当たる号がありません", "the items of %q are not there")
			}
		}
		s.announced(d)
	},
}

// countsItems reports whether a reference names 号 without a number: 次の各号, 前項各号, 前三号.
func countsItems(x refer.Reference) bool {
	return x.Every || itemsBefore.MatchString(token.LooseText(x.Text))
}

var itemsBefore = lazy.MustCompile(`^前(` + numeralRE + `)?号$`)

// announced finds 次に掲げる in a 条 or 項 of a whole text under which nothing stands.
func (s *subject) announced(d *side) {
	if d.partial || !d.lawful {
		return
	}
	for u, c := range d.units {
		if c.Kind != corpus.KindArticle && c.Kind != corpus.KindParagraph || !d.body(u) || len(d.kids[u]) > 0 || d.foreign(u) || d.part(u) != "" {
			continue
		}
		sib := d.siblings(u)
		followed := false
		for i, k := range sib {
			if k == u && i+1 < len(sib) { // a table or a paragraph without number may be what is announced
				kind := d.units[sib[i+1]].Kind
				followed = kind != corpus.KindArticle && kind != corpus.KindParagraph && kind != corpus.KindHeading
			}
		}
		if followed {
			continue
		}
		for _, i := range d.flats[u].Index([]rune("次に掲げる")) {
			if !quoted(d.flats[u].Text, i) {
				s.report(d, u, d.flats[u].Span(i, i+5), "「%s」の後に号がありません", "nothing follows %q")
				break
			}
		}
	}
}
