package refer

// Reading one unit: whose clause each mention names, then which units those are.

import (
	"slices"
	"strings"

	"shinkyu/corpus/ref"
)

// named is what a mention was found to name: where each level stands, and which levels it said.
type named struct {
	home
	targets  []int
	status   Status
	said     map[ref.Kind]bool
	from, to int
}

type reader struct {
	o        *outline
	unit     int
	f        flat
	mentions []mention
	done     []named // one for each mention read so far
}

func (r *reader) read() []Reference {
	var out []Reference
	taken := make([]bool, len(r.f.text))
	for i := 0; i < len(r.mentions); i++ {
		m := &r.mentions[i]
		n := r.name(m)
		r.done = append(r.done, n)
		for k := m.from; k < m.to; k++ {
			taken[k] = true
		}
		last := m
		if i+1 < len(r.mentions) && r.joins(m, &r.mentions[i+1]) { // 第三条から第五条まで
			last = &r.mentions[i+1]
			end := r.name(last)
			r.done = append(r.done, end)
			for k := m.to; k < last.to; k++ {
				taken[k] = true
			}
			n = r.o.through(n, end, last.deepest())
			i++
		}
		if n.status == "" {
			continue // a word, not a reference
		}
		if last == m && m.deepest() == ref.Subitem {
			if to := r.letterRange(m, &n); to > 0 { // 第一号イからホまで
				for k := m.to; k < to; k++ {
					taken[k] = true
				}
				out = append(out, r.reference(m.from, to, n, m))
				r.done[len(r.done)-1].to = to
				continue
			}
			out = append(out, r.reference(m.from, m.to, n, m))
			for to := m.to; ; { // 第一号イ、ロ及びハ
				c, ok := r.nextLetter(to)
				if !ok {
					break
				}
				for k := c.from; k < c.to; k++ {
					taken[k] = true
				}
				out = append(out, r.reference(c.from, c.to, r.beside(n, c.labels[0]), m))
				to = c.to
			}
			continue
		}
		to := last.to
		if last != m && r.f.has(to, "まで") {
			to += 2
		}
		out = append(out, r.reference(m.from, to, n, m))
	}
	for _, c := range r.labels() {
		if slices.Contains(taken[c.from:c.to], true) || r.f.cite[c.from] {
			continue
		}
		if t := r.o.byLabel(r.unit, c.labels); t >= 0 {
			out = append(out, r.label(c, t))
		} else if c.lead {
			out = append(out, Reference{Unit: r.unit, Span: r.f.span(c.from, c.to), Text: r.printed(c.from, c.to), Status: Unknown})
		}
	}
	out = r.labelRanges(out)
	slices.SortStableFunc(out, func(a, b Reference) int { return a.Span.Start - b.Span.Start })
	return out
}

func (r *reader) printed(from, to int) string {
	s := r.f.span(from, to)
	return r.o.units[r.unit].Text.Slice(s.Start, s.End).S
}

func (r *reader) reference(from, to int, n named, m *mention) Reference {
	x := Reference{Unit: r.unit, Span: r.f.span(from, to), Text: r.printed(from, to), Status: n.status, Relative: m.relative()}
	if n.status == Resolved {
		x.Targets = slices.Clone(n.targets)
		slices.Sort(x.Targets)
		x.Targets = slices.Compact(x.Targets)
	}
	if last := m.steps[len(m.steps)-1].how; last == every || last == under {
		x.Every = true
	}
	return x
}

func (r *reader) label(c cited, target int) Reference {
	return Reference{Unit: r.unit, Span: r.f.span(c.from, c.to), Text: r.printed(c.from, c.to), Targets: []int{target}, Status: Resolved}
}

// joins reports whether two mentions are the ends of a range: X から Y まで, X～Y.
func (r *reader) joins(a, b *mention) bool {
	between := r.f.slice(a.to, b.from)
	return between == "から" && r.f.has(b.to, "まで") || between == "~" || between == "～"
}

// name finds what a mention names.
func (r *reader) name(m *mention) named {
	here := r.o.homes[r.unit]
	n := named{home: here, said: map[ref.Kind]bool{}, from: m.from, to: m.to}
	for _, s := range m.steps {
		n.said[s.kind] = true
	}
	if m.steps[0].kind == ref.Division {
		return r.division(m, n)
	}
	if r.f.cite[m.from] {
		n.status = External
		return n
	}
	first := m.steps[0]
	switch first.how {
	case byNumber:
		before, inherits := r.context(m)
		switch {
		case inherits && before.status == External:
			n.status = External
			return n
		case inherits && before.status != Resolved:
			n.status = Unknown
			return n
		case inherits:
			n.home = before.home
			for k := range before.said { // the next member of the list shares them too
				n.said[k] = n.said[k] || k < first.kind
			}
			if first.kind == ref.Article { // 附則第二条及び[第三条]
				n.home = home{before.part, none, none, none}
				return r.o.resolve(m.steps, n)
			}
		case r.foreign(m):
			n.status = External
			return n
		default:
			n.home = r.own(m)
		}
		if first.kind == ref.Article && n.part != mainPart && r.o.amending(n.part) && !r.revised(m) {
			n.status = External // an article of the act that amended the rule
			return n
		}
	case likewise:
		p, ok := r.lastNaming(first.kind)
		switch {
		case !ok:
			n.status = Unknown
			return n
		case p.status != Resolved:
			n.status = p.status
			return n
		}
		n.home = p.home
	}
	return r.o.resolve(m.steps, n)
}

// own is where the numbers of a mention that inherits nothing count from.
func (r *reader) own(m *mention) home {
	h := r.o.homes[r.unit]
	if m.steps[0].kind != ref.Article {
		return h
	}
	if h.part >= 0 && isSupplement(r.o.units[h.part].Path[0].Text) && r.o.amending(h.part) && !r.revised(m) {
		return home{h.part, none, none, none}
	}
	return home{mainPart, none, none, none}
}

// revised: 改正後の第三条 in the 附則 of an amending act names the rule itself.
func (r *reader) revised(m *mention) bool { return r.f.endsWith(m.from, "改正後の") }

// lastNaming is the mention before that said this level: what 同条 or 同項 means.
func (r *reader) lastNaming(k ref.Kind) (named, bool) {
	for i := len(r.done) - 1; i >= 0; i-- {
		if n := r.done[i]; n.status != "" && n.said[k] {
			return n, true
		}
	}
	return named{}, false
}

// connectors stand between the members of a list of references.
var connectors = []string{"及び", "又は", "並びに", "若しくは", "、", "・", "から", "~", "まで及び", "まで、", "まで又は", "まで並びに", "まで若しくは", "、及び", "、又は", "の規定及び", "の規定又は", "の規定並びに", ""}

// context finds the mention whose upper levels a bare number shares: 第三条第一項及び[第二項], 第三条（[第二項]を除く。）, 第三条（届出）[第二項].
// A list goes before a bracket: in 第二号（第五条第一項第二号、[第七号]に限る。） the last is of 第五条.
func (r *reader) context(m *mention) (named, bool) {
	if p, ok := r.listed(m); ok {
		return p, true
	}
	if open := r.f.open[m.from]; open >= 0 {
		for _, p := range r.done {
			if p.to == open && r.shares(p, m, true) {
				return p, true
			}
		}
	}
	return named{}, false
}

// listed finds the member before m of a list, or what a bracket directly before m belongs to.
func (r *reader) listed(m *mention) (named, bool) {
	p, ok := r.neighbour(m)
	if !ok {
		return named{}, false
	}
	at, bracket := p.to, false
	if r.f.rune(at) == '(' {
		if c := r.f.closing(at); c >= 0 && c < m.from {
			at, bracket = c+1, true
		}
	}
	between := r.f.slice(at, m.from)
	if !slices.Contains(connectors, between) || between == "" && !bracket {
		return named{}, false
	}
	return p, r.shares(p, m, between == "")
}

// neighbour is the last mention before m in the same bracket.
func (r *reader) neighbour(m *mention) (named, bool) {
	for i := len(r.done) - 1; i >= 0; i-- {
		if r.f.open[r.done[i].from] == r.f.open[m.from] {
			return r.done[i], true
		}
	}
	return named{}, false
}

// shares reports whether m, a member of a list or of a bracket behind p, takes its upper levels from p.
func (r *reader) shares(p named, m *mention, deeper bool) bool {
	k := m.steps[0].kind
	if p.status == External {
		return true // a list of articles of another law goes on in that law
	}
	if k == ref.Article {
		return !deeper && p.said[ref.Part] && p.said[ref.Article]
	}
	if k < ref.Article {
		return false
	}
	if deeper {
		for said := range p.said {
			if said >= ref.Article && said < k {
				return true
			}
		}
		return false
	}
	return p.said[k] && (p.said[k-1] || p.said[ref.Article])
}

// ownNames are the words for the rule itself behind この or 本.
var ownNames = []string{"法律", "法", "政令", "省令", "府令", "令", "規則", "規程", "規定", "条例", "告示", "訓令", "要綱", "要領", "指針", "基準", "規約", "定款", "約款", "通知", "契約", "規範"}

// foreign reports whether the name of another rule stands before a number: 民法第一条, 同法第一条, 甲法（平成…）第一条, 規則の第一条.
func (r *reader) foreign(m *mention) bool {
	end := m.from
	if r.f.gap[end] {
		return false
	}
	if r.f.endsWith(end, "の") {
		if r.f.endsWith(end, "改正前の") || r.f.endsWith(end, "従前の") {
			return true
		}
		if start := r.f.nounBefore(end - 1); start < end-1 {
			word := r.f.slice(start, end-1)
			for _, n := range ownNames {
				if strings.HasSuffix(word, n) {
					return !r.itself(start, word)
				}
			}
		}
		return false
	}
	if r.f.rune(end-1) == '」' {
		return true
	}
	if r.f.rune(end-1) == ')' {
		open := r.f.opening(end - 1)
		if open < 0 {
			return false
		}
		end = open
		if r.f.rune(end-1) == '」' {
			return true
		}
	}
	start := r.f.nounBefore(end)
	if start == end {
		return false
	}
	return !r.itself(start, r.f.slice(start, end))
}

// itself reports whether the noun at start means this rule: この規程, 本指針, 本則, 附則.
func (r *reader) itself(start int, word string) bool {
	if word == "本則" || word == "附則" {
		return true
	}
	bare := strings.TrimPrefix(word, "本")
	if !slices.Contains(ownNames, bare) {
		return false
	}
	return bare != word || r.f.endsWith(start, "この")
}

// division names a heading: 第三章, 前章, この節. A rule without divisions of that unit has a word there (第一部上場).
func (r *reader) division(m *mention, n named) named {
	s := m.steps[len(m.steps)-1]
	list := r.o.headings[s.unit]
	if len(list) == 0 || r.f.cite[m.from] {
		return n
	}
	if s.how == byNumber && r.foreign(m) {
		n.status = External
		return n
	}
	n.status = Unknown
	current := none
	for u := r.unit; u >= 0; u = r.o.parents[u] {
		if slices.Contains(list, u) {
			current = slices.Index(list, u)
			break
		}
	}
	at := none
	switch s.how {
	case byNumber:
		var fits []int
		for i, u := range list {
			if v, ok := r.o.spanOf(u); ok && v.holds(s.number) {
				fits = append(fits, i)
			}
		}
		if len(fits) == 1 {
			at = fits[0]
		}
		for _, i := range fits { // 第一節 of this chapter
			if len(fits) > 1 && current >= 0 && r.o.parents[list[i]] == r.o.parents[list[current]] {
				at = i
			}
		}
	case here:
		at = current
	case previous:
		if current > 0 && s.count == 0 && r.o.parents[list[current-1]] == r.o.parents[list[current]] {
			at = current - 1
		}
	case following:
		if current >= 0 && s.count == 0 && current+1 < len(list) && r.o.parents[list[current+1]] == r.o.parents[list[current]] {
			at = current + 1
		}
	}
	if at >= 0 && at < len(list) {
		n.status, n.targets = Resolved, []int{list[at]}
	}
	return n
}

func (o *outline) spanOf(u int) (interval, bool) {
	p := o.units[u].Path
	return intervalOf(p[len(p)-1].Text)
}
