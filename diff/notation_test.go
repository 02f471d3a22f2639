package diff

// A small notation for the tests: one clause a line, two spaces of indent a level, the label before the first full-width space, ＿underlined＿
// words between low lines, "# " before a heading, "（見出し）" alone before an article is its caption.

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

var (
	labelRE   = regexp.MustCompile(`^(第[〇一二三四五六七八九十百0-9０-９]+(条(の[一二三四五六七八九十]+)*(～第[一二三四五六七八九十]+条)?|[編章節款])|[（(][0-9０-９]+[）)]([～・][（(][0-9０-９]+[）)])?|[0-9０-９]+(～[0-9０-９]+)?|[一二三四五六七八九十]+(～[一二三四五六七八九十]+)?|[イロハニホヘト](～[イロハニホヘト])?|[①-⑳]|附則)$`)
	captionRE = regexp.MustCompile(`^（[^）]+）$`)
	bracketRE = regexp.MustCompile(`^[（(［](略|新設|削る|同左)[）)］]$`)
)

func parse(text string) corpus.Document {
	var d corpus.Document
	var stack []*corpus.Clause
	var caption *corpus.Clause
	seen := map[string]int{}
	for _, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		if strings.TrimSpace(line) == "" {
			continue
		}
		depth := (len(line) - len(strings.TrimLeft(line, " "))) / 2
		c := clause(strings.TrimLeft(line, " "))
		depth = min(depth, len(stack))
		stack = stack[:depth]
		var path ref.Path
		if depth > 0 {
			path = stack[depth-1].Path
		}
		step := ref.Step{Kind: ref.Label, Text: c.Label}
		if c.Label == "" {
			seen[path.String()+"¶"]++
			step = ref.Step{Kind: ref.Unlabelled, Text: fmt.Sprintf("¶%d", seen[path.String()+"¶"])}
		}
		c.Path = path.Join(step)
		if seen[c.Path.String()]++; seen[c.Path.String()] > 1 && c.Label != "" {
			c.Path = path.Join(ref.Step{Kind: ref.Label, Text: fmt.Sprintf("%s[%d]", c.Label, seen[c.Path.String()])})
		}
		if caption != nil {
			caption.Path = c.Path.Join(ref.Step{Kind: ref.Caption})
			caption = nil
		}
		if c.Placeholder == "" && c.Label == "" && captionRE.MatchString(c.Text.S) {
			c.Kind, caption = corpus.KindHeading, c
		}
		if depth == 0 {
			d.Clauses = append(d.Clauses, c)
		} else {
			stack[depth-1].Children = append(stack[depth-1].Children, c)
		}
		stack = append(stack, c)
	}
	return d
}

func clause(s string) *corpus.Clause {
	c := &corpus.Clause{Kind: corpus.KindText, Origin: corpus.Origin{Row: -1}}
	heading := strings.HasPrefix(s, "# ")
	s = strings.TrimPrefix(s, "# ")
	start := -1
	var plain []rune
	for _, r := range s {
		if r != '＿' {
			plain = append(plain, r)
			continue
		}
		if start < 0 {
			start = len(plain)
			continue
		}
		c.Text.Marks = append(c.Text.Marks, corpus.Mark{Kind: corpus.MarkUnderline, Span: corpus.Span{Start: start, End: len(plain)}})
		start = -1
	}
	c.Text.S = string(plain)
	label, rest, ok := strings.Cut(c.Text.S, "　")
	if !ok {
		label, rest = "", c.Text.S
		if labelRE.MatchString(c.Text.S) {
			label, rest = c.Text.S, ""
		}
	}
	if label != "" && labelRE.MatchString(label) {
		c.Label, c.Body = label, len([]rune(c.Text.S))-len([]rune(rest))
		c.Kind = corpus.KindItem
		if strings.HasSuffix(label, "条") {
			c.Kind = corpus.KindArticle
		}
		if rest == "削除" {
			c.Void = true
		}
	} else {
		rest = c.Text.S
	}
	if m := bracketRE.FindStringSubmatch(rest); m != nil {
		c.Kind = corpus.KindPlaceholder
		c.Placeholder = map[string]corpus.Placeholder{"略": corpus.Omitted, "新設": corpus.Added, "削る": corpus.Removed, "同左": corpus.SameAs}[m[1]]
	}
	if heading {
		c.Kind = corpus.KindHeading
	}
	return c
}

// table is a printed comparison; plain one of two whole texts.
func table(old, new string) *corpus.Comparison {
	c := plain(old, new)
	c.Tables = []corpus.Table{{}}
	return c
}

func plain(old, new string) *corpus.Comparison {
	c := &corpus.Comparison{}
	c.Sides[corpus.Old], c.Sides[corpus.New] = parse(old), parse(new)
	return c
}

// draw writes a result, a change a line, with edits in the text and effects below.
func draw(r *Result) string {
	var b strings.Builder
	for _, ch := range r.Changes {
		fmt.Fprintf(&b, "%s", ch.Form)
		for _, s := range ch.Structure {
			fmt.Fprintf(&b, "+%s", s)
		}
		fmt.Fprintf(&b, "\t%s → %s\n", paths(r, corpus.Old, ch.Old), paths(r, corpus.New, ch.New))
		if ch.Form == Edited || ch.Form == Rewritten || len(ch.Structure) > 0 && len(ch.Edits) > 0 {
			for _, s := range []corpus.Side{corpus.Old, corpus.New} {
				for _, u := range ch.Units(s) {
					fmt.Fprintf(&b, "\t%s %s\n", s, drawEdits(r, ch, s, u))
				}
			}
		}
		for _, e := range ch.Effects {
			fmt.Fprintf(&b, "\t* %s: %s → %s\n", e.Kind, e.Old, e.New)
		}
	}
	for _, t := range r.Terms {
		fmt.Fprintf(&b, "term %s → %s ×%d in %v, left %d\n", t.Old, t.New, t.Count, t.Changes, t.Left)
	}
	for _, d := range r.Definitions {
		fmt.Fprintf(&b, "definition %s %s %s\n", d.Event, d.Side, d.Term)
	}
	return b.String()
}

func paths(r *Result, s corpus.Side, units []int) string {
	var out []string
	for _, u := range units {
		p := r.Units[s][u].Path.String()
		if k := r.Units[s][u].Placeholder; k == corpus.Added || k == corpus.Removed {
			p = "[" + string(k) + "]"
		}
		out = append(out, p)
	}
	if len(out) == 0 {
		return "―"
	}
	return strings.Join(out, ", ")
}

func drawEdits(r *Result, ch Change, s corpus.Side, u int) string {
	open, shut := map[int]bool{}, map[int]bool{}
	for _, e := range ch.Edits {
		if e.Side == s && e.Unit == u {
			open[e.Span.Start], shut[e.Span.End] = true, true
		}
	}
	text := slices.Concat([]rune(r.Units[s][u].Text.S), []rune{0})
	var b strings.Builder
	for i, c := range text {
		if shut[i] {
			b.WriteRune('}')
		}
		if open[i] {
			b.WriteRune('{')
		}
		if c != 0 {
			b.WriteRune(c)
		}
	}
	return b.String()
}
