package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"shinkyu/corpus"
	"shinkyu/render/web"
)

// comparisonPage is one revision beside the one before.
type comparisonPage struct {
	Shell     shell
	Title     string
	Facts     []web.Fact
	Summary   string // of the manifest
	View      *web.Comparison
	Timeline  timeline
	Notes     []web.Note
	Downloads []download
	Cite      string
	Whole     *web.Link // the whole text after the revision
	Before    *web.Link
	After     *web.Link
}

// textPage is a revision before which nothing came.
type textPage struct {
	Shell     shell
	Title     string
	Label     string
	Facts     []web.Fact
	Summary   string
	Timeline  timeline
	Notes     []web.Note
	Text      fullText
	Downloads []download
	After     *web.Link
}

func (b *builder) revision(h *history, k int) error {
	if h.states[k].Result == nil {
		return b.firstRevision(h, k)
	}
	return b.comparison(h, k)
}

func (b *builder) comparison(h *history, k int) error {
	s := h.states[k]
	v := s.Revision
	at := revisionDir(h.rule, v) + "index.html"
	label := orElse(v.Label, v.ID)
	p := comparisonPage{
		Shell: b.shell("comparison", at, h.rule.Title+"　"+b.say("%s　新旧対照表", label), orElse(v.Summary, b.say("%sの改正後と改正前を対照する。", h.rule.Title)),
			b.crumbs(h, web.Link{Text: b.say("%s　新旧対照表", label)}), web.Link{Href: ruleDir(h.rule) + "feed.atom", Text: b.say("%sの改正", h.rule.Title)}),
		Title: h.rule.Title, Summary: v.Summary, Timeline: b.timeline(h, at, k), Facts: b.facts(h, k),
		Cite: citation(h.rule, v, "新旧対照表"),
	}
	p.Whole = &web.Link{Href: "text.html", Text: b.say("%sの条文の全体", label)}
	files, err := b.encoded(s.Result, at, segment(h.rule.ID)+"-"+segment(v.ID))
	if err != nil {
		return err
	}
	p.Downloads = append(b.source(h, k, at), files...)
	if p.Notes, err = b.explained(h, k, at); err != nil {
		return err
	}
	var failed error
	p.View = web.View(s.Result, web.Options{
		Language: b.lang,
		New:      web.Side{Note: b.inForce(v.InForce)}, Old: web.Side{Note: b.previous(h, k)},
		Clause: func(side corpus.Side, unit int) *web.Clause {
			c, err := b.clauseInfo(h, k, side, unit, at)
			if err != nil {
				failed = err
			}
			return c
		},
		Omitted: func(side corpus.Side, unit int) []string { return h.behind(k, unit) },
		Refer:   func(side corpus.Side, unit int) []web.Cross { return h.crosses(k, side, unit, at) },
		Picture: func(source corpus.Side, c corpus.Crop) (string, corpus.Picture) {
			return b.picture(h, s.Pictures[source][c], at)
		},
	})
	if failed != nil {
		return failed
	}
	p.Before, p.After = b.neighbours(h, k, at)
	return b.comparisons(at, p, h.cuts[k])
}

func (b *builder) firstRevision(h *history, k int) error {
	v := h.states[k].Revision
	at := revisionDir(h.rule, v) + "index.html"
	label := orElse(v.Label, v.ID)
	p := textPage{
		Shell: b.shell("text", at, h.rule.Title+"　"+label, orElse(v.Summary, b.say("%sの条文", h.rule.Title)), b.crumbs(h, web.Link{Text: label})),
		Title: h.rule.Title, Label: label, Summary: v.Summary, Timeline: b.timeline(h, at, k), Facts: b.facts(h, k), Text: b.asOf(h, k, at),
		Downloads: b.source(h, k, at),
	}
	var err error
	if p.Notes, err = b.explained(h, k, at); err != nil {
		return err
	}
	_, p.After = b.neighbours(h, k, at)
	return b.page(at, "text", p)
}

func (b *builder) facts(h *history, k int) []web.Fact {
	v := h.states[k].Revision
	now := orElse(v.Label, v.ID) + "　" + b.inForce(v.InForce)
	var out []web.Fact
	if h.states[k].Result == nil {
		out = append(out, web.Fact{Class: "after", Name: b.say("この版"), Text: now})
	} else {
		out = append(out, web.Fact{Class: "after", Name: b.say("改正後"), Text: now})
		before := b.say("表の改正前欄による")
		if k > 0 {
			o := h.states[k-1].Revision
			before = orElse(o.Label, o.ID) + "　" + b.inForce(o.InForce)
		}
		out = append(out, web.Fact{Class: "before", Name: b.say("改正前"), Text: before})
	}
	if v.Basis != "" {
		out = append(out, web.Fact{Name: b.say("根拠"), Text: b.basis(v.Basis, v.Promulgated)})
	}
	return out
}

func (b *builder) previous(h *history, k int) string {
	if k == 0 {
		return ""
	}
	return b.inForce(h.states[k-1].Revision.InForce)
}

// source publishes the file a revision came from.
func (b *builder) source(h *history, k int, at string) []download {
	s := h.states[k]
	if s.SourceName == "" || len(s.Source) == 0 {
		return nil
	}
	to := sourcePage(h.rule, s.Revision, s.SourceName)
	b.files[to] = s.Source
	return []download{{Href: relative(at, to), Text: b.say("原本"), Name: path.Base(s.SourceName), Size: size(len(s.Source))}}
}

// picture publishes a picture of a part of a source's page under a name that is that of its content, so that revisions share what looks the
// same. It is "" where there is none.
func (b *builder) picture(h *history, p corpus.Picture, at string) (string, corpus.Picture) {
	if len(p.PNG) == 0 {
		return "", p
	}
	sum := sha256.Sum256(p.PNG)
	to := ruleDir(h.rule) + "facsimile/" + hex.EncodeToString(sum[:8]) + ".png"
	b.files[to] = p.PNG
	return relative(at, to), p
}

func (b *builder) neighbours(h *history, k int, at string) (before, after *web.Link) {
	link := func(i int) *web.Link {
		v := h.states[i].Revision
		return &web.Link{Href: relative(at, revisionDir(h.rule, v)+"index.html"), Text: orElse(v.Label, v.ID)}
	}
	if k > 0 {
		before = link(k - 1)
	}
	if k+1 < len(h.states) {
		after = link(k + 1)
	}
	return before, after
}

// citation is how a clause of a revision is cited.
func citation(r *corpus.Rule, v *corpus.Revision, clause string) string {
	s := "「" + r.Title + "」"
	if r.Publisher != "" {
		s = r.Publisher + s
	}
	if v.InForce != "" {
		s += "（" + web.Wareki(v.InForce) + "施行）"
	}
	return s + clause
}

const eventsOnCard = 6

// clauseInfo is what the comparison page shows of a clause's history.
func (b *builder) clauseInfo(h *history, k int, side corpus.Side, unit int, at string) (*web.Clause, error) {
	i := h.lifeOf(k, side, unit)
	if i < 0 {
		return nil, nil
	}
	l := &h.lives[i]
	clause, v := pathAt(l, k), h.states[k].Revision
	if clause == "" && k > 0 {
		clause, v = pathAt(l, k-1), h.states[k-1].Revision
	}
	clause = cited(clause)
	c := &web.Clause{Href: relative(at, clausePage(h.rule, l)), Spark: b.lifeSpark(h, i, k), Cite: citation(h.rule, v, clause)}
	for n := len(h.steps[i]) - 1; n >= 0 && len(c.Events) < eventsOnCard; n-- {
		if s := h.steps[i][n]; s.Changed() {
			c.Events = append(c.Events, b.event(h, s, at, s.State == k))
		}
	}
	var err error
	c.Notes, err = b.noted(h, h.under(i), k, at, 5)
	return c, err
}

func (b *builder) event(h *history, s step, at string, current bool) web.Event {
	v := h.states[s.State].Revision
	e := web.Event{Date: v.InForce, Wareki: web.Date(b.lang, v.InForce), Label: orElse(v.Label, v.ID), Gist: s.Gist, Badges: s.Badges, Current: current}
	if !current {
		e.Href = relative(at, h.anchor(s))
	}
	return e
}

// anchor is the place on the page of a revision where it shows a clause.
func (h *history) anchor(s step) string {
	if s.Anchor != "" {
		return h.locate(s.State, s.Anchor)
	}
	to := h.locate(s.State, "")
	if h.states[s.State].Result == nil && s.Unit >= 0 && !h.isTitle(s.State, s.Unit) && h.readers[s.State].Part(corpus.New, s.Unit) != web.PartCaption {
		to += "#" + web.Anchor(h.units[s.State][s.Unit].Path)
	}
	return to
}

// isTitle reports whether a unit only repeats the rule's title, which the page says in its head.
func (h *history) isTitle(state, unit int) bool {
	return strings.TrimSpace(h.units[state][unit].Text.S) == h.rule.Title
}

func (b *builder) lifeSpark(h *history, life, now int) *web.Spark {
	on := map[int]bool{}
	var years []string
	for _, s := range h.steps[life] {
		if s.Changed() {
			on[s.State] = true
			if d := h.states[s.State].Revision.InForce; len(d) >= 4 {
				years = append(years, b.say("%s年", d[:4]))
			}
		}
	}
	l := &h.lives[life]
	words := b.say("%sの沿革", cited(l.Path))
	if len(years) > 0 {
		words = b.say("%sの沿革：%sに変更", cited(l.Path), strings.Join(years, "、"))
	}
	return spark(len(h.states), func(i int) bool { return on[i] }, now, words)
}

func size(n int) string {
	switch {
	case n < 1<<10:
		return fmt.Sprintf("%d B", n)
	case n < 1<<20:
		return fmt.Sprintf("%d KB", (n+1023)>>10)
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}
