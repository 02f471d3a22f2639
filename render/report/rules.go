package report

// The table of checks: on the terminal (check --rules), and in docs/CHECKS.md, which a test holds against it.

import (
	"fmt"
	"strings"

	"shinkyu/diff/lint"
)

// Rules lists the checks, one line each.
func Rules(o Options) []byte {
	var b strings.Builder
	for _, r := range lint.Rules() {
		fmt.Fprintf(&b, "%-24s %-8s %-6s %s\n", r.ID, r.Severity, r.Needs, title(r, o.Japanese))
	}
	return []byte(b.String())
}

// Markdown is the table as the documentation has it.
func Markdown() string {
	var b strings.Builder
	b.WriteString("| no. | id | severity | needs | finds | rule of drafting | example | near miss, not reported |\n|---|---|---|---|---|---|---|---|\n")
	for _, r := range lint.Rules() {
		id := "`" + r.ID + "`"
		if r.Audit {
			id += " ●"
		}
		fmt.Fprintf(&b, "| %d | %s | %s | %s | %s<br>%s | %s | %s | %s |\n", r.Number, id, r.Severity, r.Needs, cell(r.Title), cell(r.English), cell(r.Basis), cell(r.Bad), cell(r.Good))
	}
	return b.String()
}

func cell(s string) string {
	return strings.NewReplacer("|", "\\|", "＿", "＿", "\n", " ").Replace(s)
}
