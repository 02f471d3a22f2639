package wire

import (
	"fmt"
	"strings"

	"shinkyu/corpus"
)

// Tree writes the clauses of a document as an indented tree: address, kind, text. What is in no clause follows when audit is set.
func (d *Document) Tree(audit bool) []byte {
	var b strings.Builder
	heading(&b, d.Title, d.Source)
	branch(&b, d.Units)
	rest(&b, d.Findings, d.Unplaced, audit)
	return []byte(b.String())
}

// Tree writes both sides, the new one first.
func (r *Reading) Tree(audit bool) []byte {
	var b strings.Builder
	heading(&b, r.Title, r.Source)
	legends(&b, r.Tables)
	fmt.Fprintf(&b, "\n[new] %s\n", flat(r.Sides.New.Header))
	branch(&b, r.Units.New)
	fmt.Fprintf(&b, "\n[old] %s\n", flat(r.Sides.Old.Header))
	branch(&b, r.Units.Old)
	rest(&b, r.Findings, r.Unplaced, audit)
	return []byte(b.String())
}

func heading(b *strings.Builder, title string, src corpus.Source) {
	if title == "" {
		title = src.Name
	}
	fmt.Fprintf(b, "%s  (%s", flat(title), src.Format)
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
		b.WriteString(flat(t.Legend))
		for j, s := range t.Signals {
			if j == 0 {
				b.WriteString("  →")
			}
			fmt.Fprintf(b, " %s=%s", s.Kind, s.Means)
			if s.Whole {
				b.WriteString("(whole)")
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
	return flat(out.String())
}

func rest(b *strings.Builder, findings []Finding, unplaced []corpus.Unplaced, audit bool) {
	for i, f := range findings {
		if i == 0 {
			b.WriteString("\n[findings]\n")
		}
		fmt.Fprintf(b, "%s %s: %s", f.Severity, f.Rule, flat(f.Message))
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
		fmt.Fprintf(b, ": %s\n", flat(u.Text))
	}
}
