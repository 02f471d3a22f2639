package classify

// 主体・名宛人: who acts or is addressed. The noun in front of は, が, と協議, に対し, に報告 … names persons or an organisation, and on the other
// side another one stands there.
//
//	市長は、 → 教育長は、      総務大臣と協議 → 国の行政機関と協議      所管部局が → 当該法人を所管する部局が
//	職員の責務 → 管理者の責務, as a heading
//
// Near misses: 機関は → 機関等は widens who is covered (scope); a defined term that replaces another everywhere is scope too; 場所は, 全部が are nobody; an object
// that is merely another object (書類を → 図面を).

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

// agentNoun ends a word for persons or an organisation; noAgent lists words that only look like one.
const agentNoun = `(?:大臣|長官|長|省|庁|府|局|部|課|室|係|委員|会議|会|本部|機関|法人|団体|会社|事業者|業者|者|人|員|知事|市|町|村|都道府県|市町村|組合|センター|ステーション|機構|協会|所|主任|担任|主事|医|師|士|官|監|代理|理事|監事|幹事|教諭|班|組|隊|担当|署|社|校|園|館|院|県|国|区|当番|当直)`

var (
	roleMarks = `(?:は、|は|が、|が|と協議|に対し|に報告|に届け|に届出|に提出|に通知|に申請|に協議|に連絡|に送付|に相談|に委託|に引き継|に申し込|に申込|に申し出|に願い出|の承認|の許可|の認可|の同意)`
	noAgent   = lazy.MustCompile(`(場所|箇所|か所|住所|長所|短所|全部|一部|内部|外部|反省|成長|延長|定員|関係|連係|機会|社会|大会|集会|都市|年度末|番組|取組|取組み|枠組|枠組み|仕組|仕組み|外国|各国|地区|街区|区|公園|全国)等?$`)
	agentEnd  = lazy.MustCompile(agentNoun + `等?$`)
	roleAt    = lazy.MustCompile(`^` + roleMarks)
	// besideAt is a role that a noun has together with others: 市町村及び家族に連絡する
	besideAt = lazy.MustCompile(`^(?:、|及び|並びに|又は|若しくは)[^、。（）はがを]{1,16}` + roleMarks)
	agentRE  = lazy.MustCompile(`([^、。（）「」はがをにへと]*?` + agentNoun + `等?)(` + roleMarks + `)`)
)

// agents lists who stands in a role in the hunk on one side, the noun and what it does, looking a little behind the hunk.
func (c *change) agents(h *hunk, s corpus.Side) []string {
	var out []string
	take := func(words string) {
		if !noAgent.MatchString(words) {
			out = append(out, words)
		}
	}
	for _, m := range agentRE.FindAllStringSubmatch(h.text[s], -1) {
		take(m[1])
	}
	if m := agentEnd.FindString(h.text[s]); m != "" && (roleAt.MatchString(c.after(h, s, 5)) || besideAt.MatchString(c.after(h, s, 10))) {
		t := h.text[s]
		if i := strings.LastIndexAny(t, "、。（）「」"); i >= 0 {
			_, t = t[:i], t[i:]
			t = strings.TrimLeft(t, "、。（）「」")
		}
		take(t)
	}
	return out
}

func actor(d *document, c *change) []Effect {
	if c.Heading {
		return c.bearers()
	}
	if c.Rewritten {
		return nil
	}
	return c.each(func(h *hunk) (Effect, bool) {
		if h.long() || plusEtc(h.old(), h.new()) {
			return Effect{}, false
		}
		old, new := c.agents(h, corpus.Old), c.agents(h, corpus.New)
		if len(old) == 0 || len(new) == 0 || slices.Equal(old, new) || d.collective(new) || d.renaming(h) {
			return Effect{}, false
		}
		return c.effect(h), true
	})
}

// bearerRE finds who a heading says has duties or powers, or where they lie.
var bearerRE = lazy.MustCompile(`([^\p{Hiragana}、。（）「」]*` + agentNoun + `等?)(の(?:責務|義務|役割|職務|任務|権限)|における)`)

// bearers finds a heading that names another as the one who has the duties: 職員の責務 → 管理者の責務. That something is done in an office (における) says who
// is meant only beside such words.
func (c *change) bearers() []Effect {
	var who, how [2]string
	for s := range c.Sides {
		text := c.Sides[s].Text(corpus.Span{End: len(c.Sides[s].Tokens)})
		if list := bearerRE.FindAllStringSubmatch(text, -1); len(list) > 0 {
			m := list[len(list)-1]
			who[s], how[s] = m[1], m[2]
		}
	}
	const in = "における"
	old, new := who[corpus.Old], who[corpus.New]
	if old == "" || new == "" || old == new || plusEtc(old, new) || how[corpus.Old] == in && how[corpus.New] == in || noAgent.MatchString(old) || noAgent.MatchString(new) {
		return nil
	}
	e := Effect{Old: old, New: new}
	for i := range c.hunks {
		e.Evidence = append(e.Evidence, c.evidence(&c.hunks[i])...)
	}
	return []Effect{e}
}

// renaming reports whether a hunk is the new name of a defined term, which stands for the same.
func (d *document) renaming(h *hunk) bool {
	return slices.ContainsFunc(d.renamed, func(e event) bool {
		return strings.HasSuffix(e.def[corpus.Old].term, h.old()) && strings.HasSuffix(e.def[corpus.New].term, h.new()) && h.old() != "" && h.new() != ""
	})
}

// collective reports whether one of the agents is a term that the new side defines afresh, for a wider circle.
func (d *document) collective(agents []string) bool {
	for _, e := range d.definitions {
		if e.Event == "added" && slices.Contains(agents, e.Term) {
			return true
		}
	}
	return false
}
