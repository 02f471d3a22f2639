// Package notation reads the notation in which tests of this room write rules: one clause a line, two spaces of indent a level.
//
//	# 第一章　総則
//	（目的）
//	第一条　この規程は、…
//	２　前項の…
//	  一　申請書
//	    イ　氏名
//	附　則
//	別表第一（第三条関係）
//	1　目的
//	  (1)　対象
//
// The label stands before the first full-width space. Addresses are those that extraction gives: 条・項・号 as lawyers cite them,
// 項 and 号 at the level of their article or under it. ＿words＿ between low lines are underlined; （略）, （新設）, （削る）, （同左） alone
// are placeholders. Extraction itself cannot serve here, since it never meets this room. Cost: a second, small reader of labels.
package notation

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

const number = `[〇一二三四五六七八九十百千0-9０-９]+`

var (
	articleRE   = lazy.MustCompile(`^第` + number + `条(の` + number + `)*(～第` + number + `条(の` + number + `)*)?$`)
	divisionRE  = lazy.MustCompile(`^第` + number + `[編章節款](の` + number + `)*$`)
	partRE      = lazy.MustCompile(`^(附則|別表|様式|第` + number + `号様式)`)
	paragraphRE = lazy.MustCompile(`^[0-9０-９]+([～・][0-9０-９]+)?$`)
	itemRE      = lazy.MustCompile(`^(` + number + `(の` + number + `)*([～・]` + number + `)?|[（(]` + number + `[）)])$`)
	letterRE    = lazy.MustCompile(`^([ア-ン]|[（(].{1,3}[）)]|[①-⑳])$`)
	captionRE   = lazy.MustCompile(`^（[^）]+）$`)
	bracketRE   = lazy.MustCompile(`^[（(［](略|新設|削る|同左)[）)］]$`)
)

var placeholders = map[string]corpus.Placeholder{"略": corpus.Omitted, "新設": corpus.Added, "削る": corpus.Removed, "同左": corpus.SameAs}

type line struct {
	depth int
	c     *corpus.Clause
}

// Read makes a document of a text in the notation.
func Read(text string) *corpus.Document {
	d := &corpus.Document{}
	var lines []line
	for i, s := range strings.Split(text, "\n") {
		if strings.TrimSpace(s) == "" {
			continue
		}
		rest := strings.TrimLeft(s, " ")
		c := clause(rest)
		c.Origin.Line = i + 1
		lines = append(lines, line{depth: (len(s) - len(rest)) / 2, c: c})
	}
	b := builder{doc: d, lines: lines, seen: map[string]int{}}
	b.build()
	return d
}

// Pair is a comparison of two such texts; printed makes it a table.
func Pair(old, new string, printed bool) *corpus.Comparison {
	c := &corpus.Comparison{}
	c.Sides[corpus.Old], c.Sides[corpus.New] = *Read(old), *Read(new)
	if printed {
		c.Tables = []corpus.Table{{Headers: [2]string{"改正後", "改正前"}}}
		c.Sides[corpus.Old].Header, c.Sides[corpus.New].Header = "改正前", "改正後"
	}
	return c
}

// clause reads the label, the marks and the placeholder of a line.
func clause(s string) *corpus.Clause {
	c := &corpus.Clause{Kind: corpus.KindText, Origin: corpus.Origin{Row: -1}}
	heading := strings.HasPrefix(s, "# ")
	s = strings.TrimPrefix(s, "# ")
	start := -1
	var plain []rune
	for _, r := range s {
		switch {
		case r != '＿':
			plain = append(plain, r)
		case start < 0:
			start = len(plain)
		default:
			c.Text.Marks = append(c.Text.Marks, corpus.Mark{Kind: corpus.MarkUnderline, Span: corpus.Span{Start: start, End: len(plain)}})
			start = -1
		}
	}
	c.Text.S = string(plain)
	label, rest, ok := strings.Cut(c.Text.S, "　")
	if compact := strings.ReplaceAll(c.Text.S, "　", ""); partRE.MatchString(compact) && !strings.Contains(compact, "。") {
		label, rest = c.Text.S, ""
	} else if !ok {
		label, rest = "", c.Text.S
		if articleRE.MatchString(c.Text.S) || itemRE.MatchString(c.Text.S) {
			label, rest = c.Text.S, ""
		}
	}
	if kind, ok := kindOf(strings.ReplaceAll(label, "　", "")); ok {
		c.Label, c.Kind = label, kind
		c.Body = len([]rune(c.Text.S)) - len([]rune(rest))
		c.Void = rest == "削除"
	} else {
		rest = c.Text.S
	}
	if m := bracketRE.FindStringSubmatch(rest); m != nil {
		c.Kind, c.Placeholder = corpus.KindPlaceholder, placeholders[m[1]]
	}
	if heading {
		c.Kind = corpus.KindHeading
	}
	return c
}

func kindOf(label string) (corpus.ClauseKind, bool) {
	switch {
	case label == "":
		return "", false
	case articleRE.MatchString(label):
		return corpus.KindArticle, true
	case divisionRE.MatchString(label), partRE.MatchString(label):
		return corpus.KindHeading, true
	case paragraphRE.MatchString(label), itemRE.MatchString(label), letterRE.MatchString(label):
		return corpus.KindItem, true
	}
	return "", false
}

// builder nests the lines and addresses them.
type builder struct {
	doc   *corpus.Document
	lines []line
	seen  map[string]int
	part  ref.Path
	stack []line
}

func (b *builder) build() {
	var captions []*corpus.Clause
	for i, l := range b.lines {
		l.depth = min(l.depth, len(b.stack))
		parent := b.above(&l)
		if l.c.Kind == corpus.KindText && captionRE.MatchString(l.c.Text.S) {
			l.c.Kind = corpus.KindHeading
			captions = append(captions, l.c)
			b.hang(parent, l.c)
			continue
		}
		l.c.Path = b.address(&l, parent, i)
		for _, k := range captions {
			k.Path = l.c.Path.Join(ref.Step{Kind: ref.Caption})
			if n := len(l.c.Path); l.c.Path[n-1].Kind == ref.Paragraph {
				k.Path = l.c.Path[:n-1].Join(ref.Step{Kind: ref.Caption})
			}
		}
		captions = nil
		b.hang(parent, l.c)
		b.stack = append(b.stack, l)
	}
}

// above finds the clause that l stands under: what the indent says, and for a 項 or 号 at the level of its article that article.
func (b *builder) above(l *line) *corpus.Clause {
	label := strings.ReplaceAll(l.c.Label, "　", "")
	if l.depth == 0 && label != "" {
		rank, ok := ranks(label)
		if ok { // under the heading of a higher rank
			keep := 0
			for keep < len(b.stack) {
				r, ok := ranks(strings.ReplaceAll(b.stack[keep].c.Label, "　", ""))
				if !ok || r >= rank || r == 0 {
					break
				}
				keep++
			}
			if rank == 0 {
				keep = 0
			}
			b.stack = b.stack[:keep]
			if keep == 0 {
				return nil
			}
			return b.stack[keep-1].c
		}
	}
	keep := 0
	for i, k := range b.stack {
		if k.depth < l.depth || k.depth == l.depth && (k.c.Kind == corpus.KindArticle || k.c.Kind == corpus.KindHeading && k.c.Label != "") && l.c.Label != "" {
			keep = i + 1
		}
	}
	b.stack = b.stack[:keep]
	if keep == 0 {
		return nil
	}
	return b.stack[keep-1].c
}

// ranks orders what stands at the left edge: a part, 編, 章, 節, 款, an article.
func ranks(label string) (int, bool) {
	switch {
	case partRE.MatchString(label):
		return 0, true
	case divisionRE.MatchString(label):
		for i, r := range []rune("編章節款") {
			if strings.ContainsRune(label, r) {
				return i + 1, true
			}
		}
	case articleRE.MatchString(label):
		return 9, true
	}
	return 0, false
}

func (b *builder) hang(parent, c *corpus.Clause) {
	if parent == nil {
		b.doc.Clauses = append(b.doc.Clauses, c)
		return
	}
	parent.Children = append(parent.Children, c)
}

func (b *builder) address(l *line, parent *corpus.Clause, at int) ref.Path {
	label := strings.NewReplacer("　", "", "（", "(", "）", ")").Replace(l.c.Label)
	base := b.part
	if parent != nil {
		base = parent.Path
	}
	var p ref.Path
	switch {
	case partRE.MatchString(label):
		b.part = ref.Path{{Kind: ref.Part, Text: strings.ReplaceAll(l.c.Label, "　", "")}}
		p = b.part
	case divisionRE.MatchString(label):
		p = base.Join(ref.Step{Kind: ref.Division, Text: label})
	case articleRE.MatchString(label):
		p = b.part.Join(ref.Step{Kind: ref.Article, Text: label})
		if b.hasSecond(at) {
			p = p.Join(ref.Step{Kind: ref.Paragraph, Text: "第一項"})
		}
	case paragraphRE.MatchString(label) && parent != nil && (parent.Kind == corpus.KindArticle || strings.HasPrefix(parent.Label, "附")):
		l.c.Kind = corpus.KindParagraph
		if n := len(base); base[n-1].Kind == ref.Paragraph {
			base = base[:n-1]
		}
		n, _ := ref.ParseNumeral(label)
		text := ref.Kanji(n)
		if n == 0 {
			text = label
		}
		p = base.Join(ref.Step{Kind: ref.Paragraph, Text: "第" + text + "項"})
	case itemRE.MatchString(label) && parent != nil && (parent.Kind == corpus.KindArticle || parent.Kind == corpus.KindParagraph):
		head, branch, _ := strings.Cut(strings.Trim(label, "()"), "の")
		text := "第" + head + "号"
		if branch != "" {
			text += "の" + branch
		}
		p = base.Join(ref.Step{Kind: ref.Item, Text: text})
	case label != "" && len(base) > 0 && (base[len(base)-1].Kind == ref.Item || base[len(base)-1].Kind == ref.Subitem):
		p = base.Join(ref.Step{Kind: ref.Subitem, Text: label})
	case label != "":
		p = base.Join(ref.Step{Kind: ref.Label, Text: label})
	default:
		b.seen[base.String()+"¶"]++
		p = base.Join(ref.Step{Kind: ref.Unlabelled, Text: "¶" + strconv.Itoa(b.seen[base.String()+"¶"])})
	}
	if b.seen[p.String()]++; b.seen[p.String()] > 1 {
		p[len(p)-1].Text += "~" + strconv.Itoa(b.seen[p.String()])
	}
	return p
}

// hasSecond reports whether the article at i has a 項 with the number 2.
func (b *builder) hasSecond(i int) bool {
	for _, l := range b.lines[i+1:] {
		if l.c.Kind == corpus.KindArticle || l.c.Kind == corpus.KindHeading && l.c.Label != "" {
			return false
		}
		if n, ok := ref.ParseNumeral(l.c.Label); ok && n == 2 && paragraphRE.MatchString(l.c.Label) {
			return true
		}
	}
	return false
}
