package lint

// 定義のない語: an abbreviation holds from where it is made onward, so it cannot stand before; a definition that is struck leaves its uses without
// one; and a word that replaces defined ones has to be defined in their stead.
//
//	第二条 会員は …, 第五条 甲会の会員（以下「会員」という。）              found
//	第三条 loses 「（以下「規程」という。）」, 規程 stays in 第八条          found
//	甲ポリシー, 乙ポリシー → ポリシー, which nobody defines                found
//	部局管理基準 is gone, 管理基準 stands alone for the first time            found: whose standard it is, nothing says
//	センターは、管理基準を定める。                                      near miss: the text itself makes the document
//	人, 者, 文書                                                near miss: ordinary words that are defined too

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/classify"
	"shinkyu/diff/internal/token"
)

var termUndefined = &Rule{
	ID: "term-undefined", Number: 17, Severity: corpus.Warning, Needs: NeedsText,
	Title: "定義のない語、又は定義より前で使われている語", English: "a term without a definition, or used before it",
	Basis: "定義の効力は、それが置かれた箇所から後に及ぶ。定義を削るときは、その語を使う規定も改める", Bad: "第二条で「会員は」、第五条で「甲会の会員（以下「会員」という。）」", Good: "略称と同じ語が一般の語として現れる場合（人、者、文書）",
	Hint: "最初に現れる箇所で定義してください", HintEN: "define it where it first appears",
	check: func(s *subject) {
		for _, d := range s.sides {
			if d != nil {
				s.beforeDefinition(d)
			}
		}
		if s.r != nil {
			s.lostDefinitions()
			s.replacedByUndefined()
			s.shortened()
		}
	},
}

// beforeDefinition finds abbreviations used before they are made: ones made of signs that are no ordinary words (NISC, 甲機構).
func (s *subject) beforeDefinition(d *side) {
	for _, e := range d.glossary {
		if !e.Naming || e.Limited || d.foreign(e.Unit) || s.config.known(e.Term) || !coined(e) {
			continue
		}
		for _, u := range d.uses(e.Term) {
			before := u.unit < e.Unit || u.unit == e.Unit && d.flats[u.unit].At[u.from] < e.Span.Start
			if !before || d.units[u.unit].Kind == corpus.KindHeading || d.foreign(u.unit) {
				continue
			}
			r := s.report(d, u.unit, d.span(u), "「%s」は、定義（%s）より前で使われています", "%q is used before its definition in %s", d.words(u.unit, d.span(u)), d.cite(e.Unit))
			r.Related = []Place{{d.which, e.Unit, e.Span}}
			break
		}
	}
}

// coined reports whether a term would not be understood without its definition: it names a document or body and is not the tail or head of
// that name's own words, or it is Latin.
func coined(e classify.Entry) bool {
	r := []rune(e.Term)
	if len(r) < 2 {
		return false
	}
	for _, x := range r {
		if token.Script(x) == token.Latin {
			return true
		}
	}
	return e.Name && len(r) >= 3 && !strings.Contains(e.Means, e.Term)
}

// lostDefinitions: the definition went, the term stayed; or the term is defined in the new text only, though the old one uses it.
func (s *subject) lostDefinitions() {
	for _, x := range s.r.Definitions {
		var d *side
		switch {
		case x.Event == "removed" && x.Side == corpus.Old:
			d = s.sides[corpus.New]
		case x.Event == "added" && x.Side == corpus.New:
			d = s.sides[corpus.Old]
		default:
			continue
		}
		if s.config.known(x.Term) || utf8.RuneCountInString(x.Term) < 3 && !coined(classify.Entry{Term: x.Term}) || d.defines(x.Term) || d.which == corpus.New && !s.wasNaming(x.Term) || d.which == corpus.Old && !s.isNaming(x.Term) {
			continue
		}
		uses := d.uses(x.Term)
		uses = slices.DeleteFunc(uses, func(u use) bool {
			return d.units[u.unit].Kind == corpus.KindHeading || d.form(u.unit) || d.foreign(u.unit) || d.which == corpus.New && s.before(u.unit, x.Unit)
		})
		if len(uses) == 0 {
			continue
		}
		var r *Finding
		if d.which == corpus.New {
			r = s.report(d, uses[0].unit, d.span(uses[0]), "「%s」の定義が削られましたが、%dか所で使われています", "the definition of %q went, but it is used in %d place|the definition of %q went, but it is used in %d places", x.Term, len(uses))
		} else {
			r = s.report(d, uses[0].unit, d.span(uses[0]), "「%s」は、改正前は定義なしに%dか所で使われています", "the old text uses %q in %d place without defining it|the old text uses %q in %d places without defining it", x.Term, len(uses))
			s.lower(r, corpus.Info)
		}
		r.Related = append(r.Related, Place{x.Side, x.Unit, x.Span})
		for _, u := range uses[1:] {
			r.Related = append(r.Related, Place{d.which, u.unit, d.span(u)})
		}
	}
}

// before reports whether a new unit was there before the old definition at unit def: its words never relied on that.
func (s *subject) before(u, def int) bool {
	o := s.counterpart(u)
	return o >= 0 && o < def
}

func (s *subject) wasNaming(term string) bool { return s.sides[corpus.Old].naming(term) }

func (s *subject) isNaming(term string) bool { return s.sides[corpus.New].naming(term) }

// naming reports whether a term is an abbreviation here, and not a word with a restricted meaning.
func (d *side) naming(term string) bool {
	return slices.ContainsFunc(d.glossary, func(e classify.Entry) bool { return e.Term == term && e.Naming && !e.Limited })
}

func (d *side) defines(term string) bool {
	return slices.ContainsFunc(d.glossary, func(e classify.Entry) bool { return e.Term == term })
}

// replacedByUndefined: defined terms gave way to a word that was not in use before and that nobody defines.
func (s *subject) replacedByUndefined() {
	new := s.sides[corpus.New]
	for i := range s.r.Replacements {
		for _, v := range s.r.Replacements[i].New {
			if !v.Undefined || s.config.known(v.New) {
				continue
			}
			uses := new.uses(v.New)
			if len(uses) == 0 {
				continue
			}
			r := s.report(new, uses[0].unit, new.span(uses[0]), "「%s」は、定義された「%s」に代わって%dか所で使われていますが、定義がありません", "%q replaces the defined %q in %d place but is not defined|%q replaces the defined %q in %d places but is not defined", v.New, v.Old, len(uses))
			for _, u := range uses[1:] {
				r.Related = append(r.Related, Place{new.which, u.unit, new.span(u)})
			}
		}
	}
}

// documentRE is the last noun of what names a document: it means one that must be known.
var documentRE = lazy.MustCompile(`^.{2,}(基準|規程|計画|方針|指針|要領|要綱|規範|規約|憲章|協定|ポリシー|ガイドライン|マニュアル)$`)

// shortened: the name of a document lost what told it apart, and the short form, which nothing introduces, is new to the text.
func (s *subject) shortened() {
	new, old := s.sides[corpus.New], s.sides[corpus.Old]
	if new.hides() || old.hides() {
		return
	}
	var gone []string // document names of the old text that the new one no longer has
	for _, w := range old.documents() {
		if len(old.uses(w)) >= 2 && len(new.uses(w)) == 0 {
			gone = append(gone, w)
		}
	}
	for _, w := range new.documents() {
		if s.config.known(w) || new.defines(w) || old.defines(w) || len(old.uses(w)) > 0 || new.introduces(w) {
			continue
		}
		if s.replacement(w) {
			continue
		}
		for _, long := range gone {
			if !strings.HasSuffix(long, w) || utf8.RuneCountInString(long) < utf8.RuneCountInString(w)+2 {
				continue
			}
			uses := slices.DeleteFunc(new.uses(w), func(u use) bool {
				return new.units[u.unit].Kind == corpus.KindHeading || new.form(u.unit) || new.foreign(u.unit)
			})
			if len(uses) == 0 {
				break
			}
			r := s.report(new, uses[0].unit, new.span(uses[0]), "「%s」は、改正前の「%s」に代わって現れますが、何を指すかの定めがありません", "%q appears where the old text had %q, and nothing says what it is", w, long)
			s.lower(r, corpus.Info)
			for _, u := range uses[1:] {
				r.Related = append(r.Related, Place{new.which, u.unit, new.span(u)})
			}
			break
		}
	}
}

// replacement reports whether replacedByUndefined speaks of a word already.
func (s *subject) replacement(word string) bool {
	for i := range s.r.Replacements {
		for _, v := range s.r.Replacements[i].New {
			if v.Undefined && v.New == word {
				return true
			}
		}
	}
	return false
}

// documents lists the compound nouns of a text that name documents, each once.
func (d *side) documents() []string {
	var out []string
	seen := map[string]bool{}
	for u := range d.units {
		if !d.body(u) || d.foreign(u) {
			continue
		}
		text := d.flats[u].Text
		for i := 0; i < len(text); i++ {
			if !noun(text[i]) || i > 0 && noun(text[i-1]) && !joint(text, i) {
				continue
			}
			j := i
			for j < len(text) && (noun(text[j]) || text[j] == 'ー') && !jointAfter(text, j) {
				j++
			}
			if w := string(text[i:j]); !seen[w] && documentRE.MatchString(w) {
				seen[w] = true
				out = append(out, w)
			}
		}
	}
	return out
}

// introduces reports whether a text makes the document itself: 管理基準を定める, 管理基準（…）, 次の管理基準.
func (d *side) introduces(word string) bool {
	for _, u := range d.uses(word) {
		text := d.flats[u.unit].Text
		after := string(text[u.to:min(len(text), u.to+8)])
		if strings.HasPrefix(after, "(") || introRE.MatchString(after) {
			return true
		}
	}
	return false
}

var introRE = lazy.MustCompile(`^を.{0,4}(定め|策定し|策定す|作成し|作成す|制定)`)

// hides reports whether a table leaves out text that may define a word: not the items of a clause that it prints, nor the 附則.
func (d *side) hides() bool {
	for u, c := range d.units {
		if c.Placeholder == corpus.Omitted && d.part(u) == "" && (d.parents[u] < 0 || !d.body(d.parents[u]) || c.Kind == corpus.KindParagraph) {
			return true
		}
	}
	return false
}
