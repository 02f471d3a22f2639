package docx

// Numbers that Word prints and the document does not contain: 第１条, ア, (2) as levels of a list.
//
// A paragraph belongs to a numbering instance at a level; instances of one abstract definition count on together unless one
// of them says where it begins. A level begins anew when a higher one has gone on. Source: ISO/IEC 29500-1, 17.9.

import (
	"strconv"
	"strings"
)

const (
	levels       = 9
	longestLabel = 64 // code points of a level's pattern; a longer one is cut
)

// level is how one level of a list is numbered.
type level struct {
	start   int
	format  string // numFmt
	pattern string // lvlText: 第%1条
	suffix  string // what stands between number and text
	restart int    // the level, from 1, whose use begins this one anew; 0 never; -1 any higher one
	legal   bool   // all numbers in Arabic figures
	look    look
	style   string // the paragraph style that stands for this level
}

// instance is what a numbering id stands for.
type instance struct {
	abstract  string
	overrides [levels]*level
	starts    [levels]int // -1 unless the instance says where it begins
}

type numbering struct {
	levels    map[string]*[levels]*level
	instances map[string]*instance
	counts    map[string]*[levels]int // by abstract definition; 0 is not begun, else the count plus one
	begun     map[string]*[levels]bool
}

func numberingOf(root *node, s *styles) *numbering {
	n := &numbering{levels: map[string]*[levels]*level{}, instances: map[string]*instance{}, counts: map[string]*[levels]int{}, begun: map[string]*[levels]bool{}}
	links := map[string]string{}
	for _, a := range root.All("w:abstractNum") {
		id := a.Attr("w:abstractNumId")
		n.levels[id] = levelsOf(a, s)
		if link := a.Child("w:numStyleLink").Attr("w:val"); link != "" {
			links[id] = link
		}
	}
	for _, k := range root.All("w:num") {
		in := &instance{abstract: k.Child("w:abstractNumId").Attr("w:val")}
		for i := range in.starts {
			in.starts[i] = -1
		}
		for _, o := range k.All("w:lvlOverride") {
			i, err := strconv.Atoi(o.Attr("w:ilvl"))
			if err != nil || i < 0 || i >= levels {
				continue
			}
			if l := o.Child("w:lvl"); l != nil {
				in.overrides[i] = levelOf(l, s)
			}
			if v, ok := o.Child("w:startOverride").Has("w:val"); ok {
				in.starts[i] = int(number(v))
			}
		}
		n.instances[k.Attr("w:numId")] = in
	}
	for id, link := range links { // a definition that only names a list style takes that style's
		if in := n.instances[s.of(link).num]; in != nil && links[in.abstract] == "" && n.levels[in.abstract] != nil {
			n.levels[id] = n.levels[in.abstract]
		}
	}
	return n
}

func levelsOf(abstract *node, s *styles) *[levels]*level {
	var out [levels]*level
	for _, l := range abstract.All("w:lvl") {
		if i, err := strconv.Atoi(l.Attr("w:ilvl")); err == nil && i >= 0 && i < levels {
			out[i] = levelOf(l, s)
		}
	}
	return &out
}

func levelOf(n *node, s *styles) *level {
	l := &level{format: "decimal", suffix: "　", restart: -1, look: s.lookOf(n.Child("w:rPr")), style: n.Child("w:pStyle").Attr("w:val")}
	format := n.Child("w:numFmt")
	if format == nil { // a format of Word's later versions stands behind an alternative
		format = n.Child("mc:AlternateContent", "mc:Fallback", "w:numFmt")
	}
	if v, ok := format.Has("w:val"); ok {
		l.format = v
	}
	l.start = int(number(n.Child("w:start").Attr("w:val")))
	if r := []rune(n.Child("w:lvlText").Attr("w:val")); len(r) > 0 {
		l.pattern = string(r[:min(len(r), longestLabel)])
	}
	switch n.Child("w:suff").Attr("w:val") {
	case "space":
		l.suffix = " "
	case "nothing":
		l.suffix = ""
	}
	if v, ok := n.Child("w:lvlRestart").Has("w:val"); ok {
		l.restart = int(number(v))
	}
	if legal := n.Child("w:isLgl"); legal != nil {
		l.legal = toggle(legal) > 0
	}
	return l
}

// level is how an instance numbers a level; nil if it does not.
func (n *numbering) level(in *instance, at int) *level {
	if in.overrides[at] != nil {
		return in.overrides[at]
	}
	if ls := n.levels[in.abstract]; ls != nil {
		return ls[at]
	}
	return nil
}

// byStyle is the level of an instance that a paragraph style stands for, 0 if none says so.
func (n *numbering) byStyle(id, style string) int {
	if in := n.instances[id]; in != nil {
		for i := range levels {
			if l := n.level(in, i); l != nil && l.style == style && style != "" {
				return i
			}
		}
	}
	return 0
}

// next counts a paragraph at a level of an instance and returns its label, with what stands between it and the text.
func (n *numbering) next(id string, at int) (label string, how look) {
	in := n.instances[id]
	if in == nil || at < 0 || at >= levels {
		return "", look{}
	}
	l := n.level(in, at)
	if l == nil {
		return "", look{}
	}
	count, begun := n.counts[in.abstract], n.begun[id]
	if count == nil {
		count = &[levels]int{}
		n.counts[in.abstract] = count
	}
	if begun == nil {
		begun = &[levels]bool{}
		n.begun[id] = begun
	}
	for i := range at + 1 {
		k := n.level(in, i)
		if in.starts[i] >= 0 && !begun[i] {
			begun[i] = true
			count[i] = in.starts[i] + 1
			if i < at {
				continue
			}
			n.reset(in, count, at)
			return n.label(in, at, count), l.look
		}
		if count[i] == 0 && k != nil {
			count[i] = k.start + 1
			if i == at {
				n.reset(in, count, at)
				return n.label(in, at, count), l.look
			}
		}
	}
	count[at]++
	n.reset(in, count, at)
	return n.label(in, at, count), l.look
}

// reset begins the levels below at anew.
func (n *numbering) reset(in *instance, count *[levels]int, at int) {
	for i := at + 1; i < levels; i++ {
		if k := n.level(in, i); k == nil || k.restart < 0 || k.restart > at {
			count[i] = 0
		}
	}
}

// label writes a level's pattern with the counts in it.
func (n *numbering) label(in *instance, at int, count *[levels]int) string {
	l := n.level(in, at)
	if l.format == "bullet" {
		return bulletOf(l.pattern) + l.suffix
	}
	var b strings.Builder
	r := []rune(l.pattern)
	for i := 0; i < len(r); i++ {
		if r[i] != '%' || i+1 >= len(r) || r[i+1] < '1' || r[i+1] > '9' {
			b.WriteRune(r[i])
			continue
		}
		i++
		of := int(r[i] - '1')
		k := n.level(in, of)
		if k == nil || of > at {
			continue
		}
		format := k.format
		if l.legal {
			format = "decimal"
		}
		b.WriteString(ordinal(max(count[of]-1, 0), format))
	}
	if b.Len() == 0 {
		return ""
	}
	return b.String() + l.suffix
}
