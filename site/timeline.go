package site

import (
	"fmt"
	"time"

	"shinkyu/render/web"
)

// timeline is the line of a rule's revisions.
type timeline struct {
	Hint  string
	Marks []mark
}

// mark is one revision on the line.
type mark struct {
	Href    string
	Class   string // v-before, v-after, v-end (the last), n5 (bar), g3 (gap to the next)
	Tag     string // 改正後, 改正前, 現行
	TagKind string // a, b
	Label   string
	Kind    string
	Date    string
	Wareki  string
	Size    string // 12か条
	Current bool
	NotYet  string // the day as of which it was not yet in force, for readers; "" where it was
}

const (
	barSteps = 16
	gapSteps = 12
)

// timeline draws the revisions as seen from state k; k of -1 means from the rule's own page. Of a single one there is nothing to choose: no line is drawn.
func (b *builder) timeline(h *history, from string, k int) timeline {
	if len(h.states) < 2 {
		return timeline{}
	}
	most, longest := 1, 1
	for i := range h.states {
		most, longest = max(most, h.sizes[i]), max(longest, h.days(i))
	}
	t := timeline{Hint: b.say("版を選ぶと、その版と直前の版を対照します。棒は変更の数です。")}
	for i := range h.states {
		v := h.states[i].Revision
		m := mark{
			Href: relative(from, revisionDir(h.rule, v)+"index.html"), Label: orElse(v.Label, v.ID), Kind: v.Kind, Date: v.InForce, Wareki: b.inForce(v.InForce),
			Class: fmt.Sprintf("n%d g%d", (h.sizes[i]*barSteps+most-1)/most, 1+h.days(i)*(gapSteps-1)/longest),
		}
		m.NotYet = web.Date(b.lang, v.NotYet)
		if h.states[i].Result != nil {
			m.Size = web.Counted(b.lang, h.sizes[i], h.unit)
		} else {
			m.Size = b.say("全文")
		}
		switch {
		case i == k && h.states[i].Result != nil:
			m.Class, m.Tag, m.TagKind, m.Current = m.Class+" v-after", b.say("改正後"), "a", true
		case i == k:
			m.Class, m.Tag, m.TagKind, m.Current = m.Class+" v-after", b.say("この版"), "a", true
		case i == k-1 && h.states[k].Result != nil:
			m.Class, m.Tag, m.TagKind = m.Class+" v-before", b.say("改正前"), "b"
		case k < 0 && i == len(h.states)-1:
			m.Class, m.Tag, m.TagKind = m.Class+" v-after", b.say("最新"), "a"
		}
		if i == len(h.states)-1 {
			m.Class += " v-end"
		}
		t.Marks = append(t.Marks, m)
	}
	return t
}

// days is the time from state i to the next, 0 if a date is unknown.
func (h *history) days(i int) int {
	if i+1 >= len(h.states) {
		return 0
	}
	a, err := time.Parse(time.DateOnly, h.states[i].Revision.InForce)
	if err != nil {
		return 0
	}
	b, err := time.Parse(time.DateOnly, h.states[i+1].Revision.InForce)
	if err != nil || b.Before(a) {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

func (b *builder) inForce(date string) string {
	if date == "" {
		return b.say("施行日不明")
	}
	return b.say("%s施行", web.Date(b.lang, date))
}

// spark draws the revisions of a rule as dots; on says which are large, now which is the one in hand (-1 none).
func spark(n int, on func(int) bool, now int, text string) *web.Spark {
	s := &web.Spark{Width: 16 + 14*max(0, n-1), End: 8 + 14*max(0, n-1), Text: text}
	for i := range n {
		d := web.Dot{X: 8 + 14*i, R: "2", Class: "off"}
		if on(i) {
			d.R, d.Class = "4.5", "on"
		}
		if i == now {
			d.Class = "now"
		}
		s.Dots = append(s.Dots, d)
	}
	return s
}
