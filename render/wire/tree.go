package wire

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/render/outline"
)

// Tree writes the clauses of a document as an indented tree: address, kind, text. What is in no clause follows when audit is set.
func (d *Document) Tree(audit bool) []byte {
	var b strings.Builder
	heading(&b, d.Title, d.Source)
	branch(&b, d.Units)
	rest(&b, d.Findings, d.Unplaced, d.Audit, audit)
	return []byte(b.String())
}

// Tree writes both sides, the new one first.
func (r *Reading) Tree(audit bool) []byte {
	var b strings.Builder
	heading(&b, r.Title, r.Source)
	legends(&b, r.Tables)
	fmt.Fprintf(&b, "\n[new] %s\n", outline.OneLine(r.Sides.New.Header))
	branch(&b, r.Units.New)
	fmt.Fprintf(&b, "\n[old] %s\n", outline.OneLine(r.Sides.Old.Header))
	branch(&b, r.Units.Old)
	rest(&b, r.Findings, r.Unplaced, r.Audit, audit)
	return []byte(b.String())
}

func heading(b *strings.Builder, title string, src corpus.Source) {
	if title == "" {
		title = src.Name
	}
	fmt.Fprintf(b, "%s  (%s", outline.OneLine(title), src.Format)
	if src.Pages > 0 {
		fmt.Fprintf(b, ", %d頁", src.Pages)
	}
	b.WriteString(")\n")
}

// legends writes what each table says about its marks, and how that was understood.
func legends(b *strings.Builder, tables []Table) {
	for i, t := range tables {
		if t.Legend == "" && len(t.Signals) == 0 {
			continue
		}
		fmt.Fprintf(b, "[legend] ")
		if len(tables) > 1 {
			fmt.Fprintf(b, "%d: ", i+1)
		}
		b.WriteString(outline.OneLine(t.Legend))
		for j, s := range t.Signals {
			if j == 0 {
				b.WriteString("  →")
			}
			fmt.Fprintf(b, " %s=%s", s.Kind, s.Means)
			if s.Whole {
				b.WriteString("(whole)")
			}
			if s.Side != "" {
				fmt.Fprintf(b, "(%s)", s.Side)
			}
		}
		b.WriteByte('\n')
	}
}

// branch writes one line a unit, set in by its depth: the address in front, then the text with its marks as _…_.
func branch(b *strings.Builder, units []Unit) {
	depth := make([]int, len(units))
	for i, u := range units {
		if u.Parent != nil && *u.Parent < i {
			depth[i] = depth[*u.Parent] + 1
		}
		fmt.Fprintf(b, "%s%s  %s", strings.Repeat("  ", depth[i]), u.Path, marked(u))
		if u.Placeholder != "" {
			fmt.Fprintf(b, "  [%s]", u.Placeholder)
		}
		b.WriteByte('\n')
	}
}

// marked shows official lines as _…_ so that what was read can be held against the page.
func marked(u Unit) string {
	runes := []rune(u.Text)
	open, shut := map[int]bool{}, map[int]bool{}
	for _, m := range u.Marks {
		if m.Kind == corpus.MarkUnderline || m.Kind == corpus.MarkDouble || m.Kind.Tinted() {
			open[m.Span.Start], shut[m.Span.End] = true, true
		}
	}
	var out strings.Builder
	for i := 0; i <= len(runes); i++ {
		if shut[i] {
			out.WriteByte('_')
		}
		if open[i] {
			out.WriteByte('_')
		}
		if i < len(runes) {
			out.WriteRune(runes[i])
		}
	}
	return outline.OneLine(out.String())
}

func rest(b *strings.Builder, findings []Finding, unplaced []corpus.Unplaced, tally []corpus.Tally, audit bool) {
	for i, f := range findings {
		if i == 0 {
			b.WriteString("\n[findings]\n")
		}
		fmt.Fprintf(b, "%s %s: %s", f.Severity, f.Rule, outline.OneLine(f.Message))
		if f.Page > 0 {
			fmt.Fprintf(b, " (%d頁)", f.Page)
		}
		b.WriteByte('\n')
	}
	if !audit {
		return
	}
	fmt.Fprintf(b, "\n[unplaced] %d\n", len(unplaced))
	for _, u := range unplaced {
		fmt.Fprintf(b, "%s", u.Reason)
		if u.Page > 0 {
			fmt.Fprintf(b, " (%d頁)", u.Page)
		}
		fmt.Fprintf(b, ": %s\n", outline.OneLine(u.Text))
	}
	if len(tally) > 0 {
		account(b, tally)
	}
}

// account writes what became of the glyphs of each page, and of all.
func account(b *strings.Builder, pages []corpus.Tally) {
	b.WriteString("\n[audit] painted = new + old - twice + unplaced + difference (characters)\n")
	fmt.Fprintf(b, "%5s %9s %9s %9s %9s %9s %11s\n", "page", "painted", "new", "old", "twice", "unplaced", "difference")
	line := func(page string, t *corpus.Tally) {
		unplaced := 0
		for _, n := range t.Unplaced {
			unplaced += n
		}
		fmt.Fprintf(b, "%5s %9d %9d %9d %9d %9d %11d\n", page, t.Characters, t.Units[corpus.New], t.Units[corpus.Old], t.Twice, unplaced, t.Difference)
	}
	all := corpus.Tally{Unplaced: map[string]int{}}
	for i := range pages {
		t := &pages[i]
		line(strconv.Itoa(t.Page), t)
		all.Glyphs, all.Blank, all.Overprinted, all.Joined, all.Replaced = all.Glyphs+t.Glyphs, all.Blank+t.Blank, all.Overprinted+t.Overprinted, all.Joined+t.Joined, all.Replaced+t.Replaced
		all.Characters, all.Twice, all.Difference = all.Characters+t.Characters, all.Twice+t.Twice, all.Difference+t.Difference
		for side, n := range t.Units {
			all.Units[side] += n
		}
		for reason, n := range t.Unplaced {
			all.Unplaced[reason] += n
		}
	}
	line("all", &all)
	fmt.Fprintf(b, "glyphs: %d painted, of them %d white space, %d painted again for bold, %d parts of a character, %d replaced by what was read from the picture\n",
		all.Glyphs, all.Blank, all.Overprinted, all.Joined, all.Replaced)
	for i, reason := range slices.Sorted(maps.Keys(all.Unplaced)) {
		if i == 0 {
			b.WriteString("unplaced:")
		}
		fmt.Fprintf(b, " %s %d", reason, all.Unplaced[reason])
	}
	if len(all.Unplaced) > 0 {
		b.WriteByte('\n')
	}
}
