package align

// What the matcher knows of each unit before it starts.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

type node struct {
	clause  *corpus.Clause
	parent  int
	kids    []int
	end     int // one behind the last descendant
	depth   int
	words   string // loose text behind the label
	table   int    // printed table; 0 where nothing was printed
	size    int    // its code points
	label   string // loose
	key     string // what an item is about: see keyOf
	nums    []int  // numbers in the label
	grams   []int32
	weight  float64 // of its grams
	below   float64 // weight of all descendants
	marker  bool    // bare （新設） or （削る）
	caption bool    // 見出し of an article: follows its article
}

func nodes(units []*corpus.Clause, parents []int, printed bool) (list []node, roots []int) {
	list = make([]node, len(units))
	for i, c := range units {
		n := &list[i]
		*n = node{clause: c, parent: parents[i], end: i + 1}
		n.label = token.LooseText(c.Label)
		n.words = token.LooseText(c.Words())
		n.size = len([]rune(n.words))
		n.key = keyOf(c)
		if printed {
			n.table = c.Origin.Table
		}
		n.nums = ref.Step{Text: n.label}.Nums()
		n.marker = c.Placeholder.IsMarker()
		n.caption = len(c.Path) > 0 && c.Path[len(c.Path)-1].Kind == ref.Caption
		if p := parents[i]; p < 0 {
			roots = append(roots, i)
		} else {
			n.depth = list[p].depth + 1
			list[p].kids = append(list[p].kids, i)
		}
	}
	for i := len(list) - 1; i >= 0; i-- {
		if p := list[i].parent; p >= 0 {
			list[p].end = max(list[p].end, list[i].end)
		}
	}
	return list, roots
}

// own reports whether the unit has text of its own, known text.
func (n *node) own() bool {
	return n.clause.Placeholder == corpus.NoPlaceholder && n.size > 0 && !n.clause.Void
}

// bare reports whether the unit is a number alone (the words stand below it), or nothing at all.
func (n *node) bare() bool {
	return n.clause.Placeholder == corpus.NoPlaceholder && n.size == 0 && !n.clause.Void
}

// leftOut reports whether a node stands for what is not printed: （略）.
func (n *node) leftOut() bool { return n.clause.Placeholder == corpus.Omitted }

// isTable reports whether a node is a table inside a clause.
func (n *node) isTable() bool { return n.clause.Kind == corpus.KindTable }

// style is the form of a label without its number: (4) and （１２） have one style, イ another.
func style(label string) string {
	var b strings.Builder
	for _, r := range label {
		switch {
		case ref.IsNumeralRune(r):
			if r < 0x3000 {
				r = '1'
			} else {
				r = '一'
			}
		case r >= '⑴' && r <= '⒇':
			b.WriteString("(1)")
			continue
		case r >= '①' && r <= '⑳', r >= '㉑' && r <= '㊿':
			r = '①'
		case r >= 'ァ' && r <= 'ヺ':
			r = 'ア'
		case r >= 'a' && r <= 'z':
			r = 'a'
		case r == '～' || r == '~' || r == '・' || r == '、':
			return b.String() // a range has the style of its first number
		}
		if s := b.String(); s == "" || !strings.HasSuffix(s, string(r)) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// canon writes a label so that ⑷, (4) and （４） are one.
func canon(label string) string {
	var b strings.Builder
	for _, r := range label {
		if r >= '⑴' && r <= '⒇' {
			b.WriteString("(" + itoa(int(r-'⑴')+1) + ")")
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func itoa(n int) string {
	if n >= 10 {
		return string(rune('0'+n/10)) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}
