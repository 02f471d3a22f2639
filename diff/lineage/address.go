package lineage

// Addresses as lineage compares them. One article is 第三条 while it has one 項 and 第三条第一項 when it has more, and a file
// with several tables puts 表2 in front: neither is a change of place, so both are left out here.

import (
	"strings"

	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

// address is a path step by step with numerals and widths folded, without 表2 and without the first 項 of an article.
type address []string

var tableRE = lazy.MustCompile(`^表[0-9]+$`)

// bare drops the steps that do not count.
func bare(p ref.Path) ref.Path {
	var out ref.Path
	for i, s := range p {
		if i == 0 && s.Kind == ref.Part && tableRE.MatchString(s.Text) {
			continue
		}
		if i > 0 && p[i-1].Kind == ref.Article && firstParagraph(s) {
			continue
		}
		out = append(out, s)
	}
	return out
}

func firstParagraph(s ref.Step) bool {
	n := s.Nums()
	return s.Kind == ref.Paragraph && len(n) == 1 && n[0] == 1
}

func addressOf(p ref.Path) address {
	var out address
	for _, s := range bare(p) {
		out = append(out, foldStep(s))
	}
	return out
}

func foldStep(s ref.Step) string {
	if s.Kind == ref.Caption {
		return captionStep
	}
	return ref.Path{s}.Key()
}

const captionStep = "#見出し"

func (a address) String() string { return strings.Join(a, "\x00") }

// parent is the address above.
func (a address) parent() string {
	if len(a) == 0 {
		return ""
	}
	return a[:len(a)-1].String()
}

// common counts the leading steps that two addresses share.
func (a address) common(b address) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func (a address) equal(b address) bool { return len(a) == len(b) && a.common(b) == len(a) }
