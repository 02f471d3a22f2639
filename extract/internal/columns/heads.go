package columns

// Header rows: short cells of which one names the new and one the old text, or two name versions.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/grid"
)

// head is one header cell with the columns under it.
type head struct {
	text     string
	role     role
	from, to int // columns, half-open
}

// headsOf reads a row as a header row: short cells, of which one is a new and one an old side, or two are versions.
func headsOf(r grid.Row) []head {
	var heads []head
	count := map[role]int{}
	for _, c := range r.Cells {
		if slices.ContainsFunc(c.Lines, func(l grid.Line) bool { return l.Nest > 0 }) { // a table in a cell has heads of its own
			return nil
		}
		if n := shown(&c); n == 0 {
			continue
		} else if n > longestHeader {
			return nil
		}
		text := textOf(c)
		s := corpus.Squeeze(text)
		if strings.Contains(s, "。") {
			return nil
		}
		h := head{text: s, role: roleOf(text), from: c.Col, to: c.Col + max(c.ColSpan, 1)}
		count[h.role]++
		heads = append(heads, h)
	}
	switch {
	case len(heads) < 2:
		return nil
	case count[newText] > 0 && count[oldText] > 0:
		return heads
	case count[unknown] == 2 && count[newText]+count[oldText] == 0 || count[unknown] == 1 && count[newText]+count[oldText] == 1:
		return orderVersions(heads)
	}
	return nil
}

// orderVersions decides sides by versions: both headers name one, or one names a side and the other a version, or the same rule.
func orderVersions(heads []head) []head {
	var open, named []int
	for i, h := range heads {
		switch h.role {
		case unknown:
			open = append(open, i)
		case newText, oldText:
			named = append(named, i)
		}
	}
	if len(open) == 1 && len(named) == 1 {
		_, _, ok := version(heads[open[0]].text)
		if draft, same := drafted(heads[named[0]].text, heads[open[0]].text); !ok && !(same && draft && heads[named[0]].role == newText) {
			return nil
		}
		heads[open[0]].role = newText + oldText - heads[named[0]].role
		return heads
	}
	yes, ok := later(heads[open[0]].text, heads[open[1]].text)
	if !ok || len([]rune(heads[open[0]].text)) > 24 || len([]rune(heads[open[1]].text)) > 24 {
		return nil
	}
	if !yes {
		open[0], open[1] = open[1], open[0]
	}
	heads[open[0]].role, heads[open[1]].role = newText, oldText
	return heads
}

var draftRE = lazy.MustCompile(`[（(［\[【](?:改[正定訂]|変更|修正|見直し)?(?:素|原)?案[）)］\]】]$`)

// drafted reports whether two headers are the same name, and whether the first calls itself the draft: 閲覧規程（案）｜閲覧規程.
func drafted(a, b string) (draft, same bool) {
	x, y := draftRE.ReplaceAllString(a, ""), draftRE.ReplaceAllString(b, "")
	return x != a, x == y && x != "" && a != b && (x == a || y == b)
}

func sameHeads(a, b []head) bool {
	return slices.EqualFunc(a, b, func(x, y head) bool { return x.text == y.text })
}
