package lint

// Defined terms. An abbreviation (以下「甲」という。) holds from where it stands onward, once for the rule, and is there to be used.
// Definitions that say where they hold (この条において, 第三項において) are left alone: their reach is not the text's.

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/internal/classify"
	"shinkyu/diff/internal/token"
)

var definitionUnused = &Rule{
	ID: "definition-unused", Number: 18, Severity: corpus.Info, Needs: NeedsText,
	Title: "定義した語がその後使われていない", English: "a term is defined and never used again",
	Basis: "略称は、二回以上使う語に設ける", Bad: "委員会（以下「会」という。）… のみ", Good: "附則・別表で使われている語、条文を略した対照表",
	Hint: "定義を削るか、使う箇所を確かめてください", HintEN: "drop the definition, or see where it should be used",
	text: func(s *subject, d *side) {
		if d.partial {
			return
		}
		for _, e := range d.glossary {
			if !e.Naming || e.Limited || d.foreign(e.Unit) || d.usedAfter(e) {
				continue
			}
			s.report(d, e.Unit, e.Span, "「%s」は定義されていますが、その後使われていません", "%q is defined but never used again")
		}
	},
}

// usedAfter reports whether a term occurs again behind its definition, in whatever compound.
func (d *side) usedAfter(e classify.Entry) bool {
	w := []rune(token.LooseText(e.Term))
	for u := e.Unit; u < len(d.units); u++ {
		for _, i := range d.flats[u].Index(w) {
			if u > e.Unit || d.flats[u].At[i] >= e.Extent.End {
				return true
			}
		}
	}
	return false
}

var definitionTwice = &Rule{
	ID: "definition-twice", Number: 19, Severity: corpus.Warning, Needs: NeedsText,
	Title: "同じ語が二度定義されている", English: "a term is defined twice",
	Basis: "定義は、語が最初に現れる箇所で一度だけ行う", Bad: "第一条と第三条の両方で「以下「法」という。」", Good: "「この条において」と範囲を限った定義、附則での定義",
	Hint: "後の定義を削るか、別の語にしてください", HintEN: "drop the second definition, or choose another term",
	text: func(s *subject, d *side) {
		first := map[string]classify.Entry{}
		for _, e := range d.glossary {
			if e.Limited || strings.HasPrefix(d.part(e.Unit), "附則") || d.form(e.Unit) {
				continue
			}
			key := token.LooseText(e.Term) + "/" + d.part(e.Unit)
			f, ok := first[key]
			if !ok {
				first[key] = e
				continue
			}
			if f.Unit == e.Unit && !e.Naming {
				continue // X とは … （… をいう。） within one sentence
			}
			r := s.report(d, e.Unit, e.Span, "「%s」は%sで既に定義されています", "%q is already defined in %s", d.words(e.Unit, e.Span), d.cite(f.Unit))
			r.Related = []Place{{d.which, f.Unit, f.Span}}
		}
	},
}

var longForm = &Rule{
	ID: "long-form", Number: 20, Severity: corpus.Warning, Needs: NeedsText,
	Title: "略称を定めた後に正式名称を用いている", English: "the long name is used after its abbreviation was defined",
	Basis: "略称を設けた後は略称を用いる", Bad: "内部監査委員会（以下「委員会」という。）… 内部監査委員会は、…", Good: "正式名称がより長い名称の一部である場合、見出し、引用、附則",
	Hint: "略称に改めてください", HintEN: "use the abbreviation",
	text: func(s *subject, d *side) {
		for _, e := range d.glossary {
			if !e.Naming || !e.Name || e.Limited || d.foreign(e.Unit) || utf8.RuneCountInString(e.Means) < 6 || strings.ContainsAny(e.Means, "、。（(「") || relativeRE.MatchString(e.Means) {
				continue
			}
			for _, u := range d.uses(e.Means) {
				after := u.unit > e.Unit || u.unit == e.Unit && d.flats[u.unit].At[u.from] >= e.Extent.End
				text := d.flats[u.unit].Text
				if !after || d.units[u.unit].Kind == corpus.KindHeading || strings.HasPrefix(d.part(u.unit), "附則") || d.form(u.unit) || u.to < len(text) && text[u.to] == '(' {
					continue
				}
				r := s.report(d, u.unit, d.span(u), "「%s」には略称「%s」が定められています", "%q has the abbreviation %q", d.words(u.unit, d.span(u)), e.Term)
				r.Related = []Place{{d.which, e.Unit, e.Span}}
			}
		}
	},
}

// relativeRE finds words that name by place: 前項の規定による命令 is another order elsewhere.
var relativeRE = regexp.MustCompile(`^(前|次|同|この|その|当該|本)|前(条|項|号)|同(条|項|号)|第` + numeralRE + `(条|項|号)`)

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
			return d.units[u.unit].Kind == corpus.KindHeading || d.form(u.unit) || d.which == corpus.New && s.before(u.unit, x.Unit)
		})
		if len(uses) == 0 {
			continue
		}
		var r *Finding
		if d.which == corpus.New {
			r = s.report(d, uses[0].unit, d.span(uses[0]), "「%s」の定義が削られましたが、%dか所で使われています", "the definition of %q went, but it is used in %d places", x.Term, len(uses))
		} else {
			r = s.report(d, uses[0].unit, d.span(uses[0]), "「%s」は、改正前は定義なしに%dか所で使われています", "the old text uses %q in %d places without defining it", x.Term, len(uses))
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
func (s *subject) isNaming(term string) bool  { return s.sides[corpus.New].naming(term) }

// naming reports whether a term is an abbreviation here, and not a word with a restricted meaning.
func (d *side) naming(term string) bool {
	return slices.ContainsFunc(d.glossary, func(e classify.Entry) bool { return e.Term == term && e.Naming && !e.Limited })
}

func (d *side) defines(term string) bool {
	return slices.ContainsFunc(d.glossary, func(e classify.Entry) bool { return e.Term == term })
}

// replacedByUndefined: defined terms gave way, in several places, to a word that nobody defines and that never stood alone before.
func (s *subject) replacedByUndefined() {
	old, new := s.sides[corpus.Old], s.sides[corpus.New]
	for _, t := range s.r.Terms {
		if new.defines(t.New) || s.config.known(t.New) || utf8.RuneCountInString(t.New) < 3 || strings.ContainsAny(t.New, "、。のをにはがでと") {
			continue
		}
		tail := false
		for _, e := range old.glossary { // 甲方針（以下「甲ポリシー」という。） → ポリシー
			tail = tail || strings.Contains(t.Old, e.Term) && strings.HasSuffix(e.Term, t.New) && e.Term != t.New && !e.Limited
		}
		uses := new.uses(t.New)
		if !tail || len(uses) == 0 || len(old.uses(t.New)) > 0 {
			continue
		}
		r := s.report(new, uses[0].unit, new.span(uses[0]), "「%s」は、定義された「%s」に代わって%dか所で使われていますが、定義がありません", "%q replaces the defined %q in %d places but is not defined", t.New, t.Old, len(uses))
		for _, u := range uses[1:] {
			r.Related = append(r.Related, Place{new.which, u.unit, new.span(u)})
		}
	}
}
