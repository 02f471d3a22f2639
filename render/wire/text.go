package wire

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/outline"
	"shinkyu/render/summary"
)

// Text writes a result as plain text without a fixed width: one line a clause, deletions as [-…-] before
// insertions as [+…+], untouched clauses too. It is what a search, a mail or another diff reads.
func Text(r *diff.Result, only outline.Filter) []byte {
	var b strings.Builder
	c := r.Comparison
	blocks := outline.Blocks(r)
	if c.Title != "" {
		b.WriteString(outline.OneLine(c.Title) + "\n")
	}
	if c.Printed() {
		b.WriteString(outline.OneLine(c.Sides[corpus.New].Header) + " ← " + outline.OneLine(c.Sides[corpus.Old].Header) + "\n")
	} else {
		b.WriteString(outline.OneLine(c.Sources[corpus.New].Name) + " ← " + outline.OneLine(c.Sources[corpus.Old].Name) + "\n")
	}
	b.WriteString(outline.Summarise(r, blocks).String() + "\n")
	if points := summary.Points(r).Japanese; points != "" {
		b.WriteString(outline.OneLine(points) + "\n")
	}
	if terms := outline.Terms(r); len(terms) > 0 {
		b.WriteString(outline.OneLine("用語の置換: "+strings.Join(terms, " · ")) + "\n")
	}
	for _, block := range blocks {
		writeBlock(&b, r, &block, only)
	}
	if c.Printed() {
		if audit, ok := outline.Check(r); ok {
			b.WriteByte('\n')
			for _, line := range audit.Lines(max(len(audit.Missing), len(audit.Partial), len(audit.Extra))) {
				b.WriteString(outline.OneLine(line) + "\n")
			}
		}
	}
	return []byte(b.String())
}

func writeBlock(b *strings.Builder, r *diff.Result, block *outline.Block, only outline.Filter) {
	var lines []string
	for _, n := range block.Changes {
		if n == block.Lead || only != nil && !only(n) {
			continue
		}
		c := &r.Changes[n]
		mark := "  "
		if outline.Changed(c) {
			mark = "! "
		}
		for _, l := range outline.Inline(r, c) {
			lines = append(lines, mark+strings.Repeat("  ", outline.Level(r, l.Side, l.Unit))+signed(l.Pieces))
		}
		if notes := append(outline.Moves(r, c), outline.EffectNotes(c)...); len(notes) > 0 {
			lines = append(lines, "    # "+outline.OneLine(strings.Join(notes, " · ")))
		}
	}
	if len(lines) == 0 && (only != nil || !block.Changed) {
		if only == nil {
			b.WriteString("\n" + outline.OneLine(block.Heading) + "\n")
		}
		return
	}
	head := outline.OneLine(block.Heading)
	if block.Before != "" {
		head = "旧" + block.Before + " → " + head
	}
	if len(block.Tags) > 0 {
		head += "  [" + strings.Join(block.Tags, " · ") + "]"
	}
	b.WriteString("\n" + head + "\n" + strings.Join(lines, "\n") + "\n")
}

// signed writes pieces with their signs; carried words need none, the note below says where they came from.
func signed(pieces []outline.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.Tone {
		case outline.Insert:
			b.WriteString("[+" + p.Text + "+]")
		case outline.Delete:
			b.WriteString("[-" + p.Text + "-]")
		default:
			b.WriteString(p.Text)
		}
	}
	return outline.OneLine(b.String())
}
