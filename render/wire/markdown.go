package wire

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff"
)

// Markdown writes a result as a table of GitHub's Markdown, the changed words in <u>. Reading it again gives the comparison's two columns.
func Markdown(r *diff.Result) []byte {
	f := newFacing(r)
	var b strings.Builder
	if f.title != "" {
		b.WriteString("# " + escaped(f.title) + "\n\n")
	}
	b.WriteString("傍線部分は改正部分\n\n")
	b.WriteString("| " + escaped(f.heads[corpus.New]) + " | " + escaped(f.heads[corpus.Old]) + " |\n| --- | --- |\n")
	for _, row := range f.rows {
		for _, cell := range row {
			var lines []string
			for _, l := range cell {
				lines = append(lines, underlined(l.text))
			}
			b.WriteString("| " + strings.Join(lines, "<br>") + " ")
		}
		b.WriteString("|\n")
	}
	return []byte(b.String())
}

func underlined(t corpus.Text) string {
	var b strings.Builder
	for _, p := range parted(t) {
		s := strings.ReplaceAll(escaped(p.s), "\n", "<br>")
		if p.marked {
			s = "<u>" + s + "</u>"
		}
		b.WriteString(s)
	}
	return b.String()
}

var markup = lazy.MustCompile("[\\\\`*_\\[\\]<>&|~]")

// escaped keeps the words of a rule from being taken for markup.
func escaped(s string) string { return markup.ReplaceAllString(s, `\$0`) }
