package store

// Adding a revision to a manifest that people keep by hand: its comments, its order of keys and its blank lines stay as they
// are. Decoding and encoding the file again was rejected, since it would lose all three; so the new table is written as text
// at its place by date, and the result is read back before anybody sees it.

import (
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"shinkyu/corpus"
)

// AddRevision returns the text of a rule.toml with one more revision, put before the first that is in force later.
// The error is a *corpus.Failure; the manifest must be one that Load accepts.
func AddRevision(src []byte, rev *corpus.Revision) ([]byte, error) {
	var before struct {
		Revision []map[string]any `toml:"revision"`
	}
	if _, err := toml.Decode(string(src), &before); err != nil {
		return nil, place{file: RuleFile}.failure(badSyntax(err.Error()))
	}
	end := "\n"
	if strings.Contains(string(src), "\r\n") {
		end = "\r\n"
	}
	lines := strings.SplitAfter(string(src), "\n")
	at := len(lines)
	heads := headers(lines)
	if len(heads) != len(before.Revision) {
		return nil, place{file: RuleFile}.failure(cannotEdit())
	}
	for i, table := range before.Revision {
		if date, _ := text(table["in_force"], true); date > rev.InForce {
			at = heads[i]
			for at > 0 && strings.HasPrefix(strings.TrimSpace(lines[at-1]), "#") {
				at-- // a comment right above a table is about it
			}
			break
		}
	}
	block := strings.ReplaceAll(Table(rev), "\n", end)
	head, tail := strings.Join(lines[:at], ""), strings.Join(lines[at:], "")
	if head != "" && !strings.HasSuffix(head, "\n") {
		head += end
	}
	if head != "" && !strings.HasSuffix(head, end+end) {
		head += end
	}
	if tail != "" {
		block += end
	}
	out := head + block + tail
	return []byte(out), readBack(out, len(before.Revision)+1, rev)
}

// headers are the lines where the tables of revisions begin.
func headers(lines []string) []int {
	var out []int
	fence := ""
	for i, line := range lines {
		if fence == "" {
			if m := headerRE.FindStringSubmatch(line); m != nil && m[1] == revisionKey {
				out = append(out, i)
			}
		}
		for _, q := range []string{`"""`, `'''`} {
			if (fence == "" || fence == q) && strings.Count(line, q)%2 == 1 {
				if fence == "" {
					fence = q
				} else {
					fence = ""
				}
			}
		}
	}
	return out
}

// readBack makes sure that what was written says what was meant.
func readBack(src string, want int, rev *corpus.Revision) error {
	l := &loader{}
	m, ok := l.parse(RuleFile, []byte(src))
	if !ok {
		return l.problems[0]
	}
	tables, _ := m.top[revisionKey].([]map[string]any)
	found := slices.ContainsFunc(tables, func(t map[string]any) bool {
		date, _ := text(t["in_force"], true)
		file, _ := text(t["file"], false)
		return date == rev.InForce && file == rev.File
	})
	if len(tables) != want || !found {
		return place{file: RuleFile}.failure(cannotEdit())
	}
	return nil
}

// NewRule is the manifest of a rule that gets its first revision.
func NewRule(rule *corpus.Rule, rev *corpus.Revision) []byte {
	var b strings.Builder
	for _, f := range ruleFields {
		if v := *f.to(rule); v != "" {
			fmt.Fprintf(&b, "%s = %s\n", f.key, quoted(v))
		}
	}
	return []byte(b.String() + "\n" + Table(rev))
}

// Table is a revision as it stands in a manifest: the keys that have a value, in the order of the grammar; dates stand bare.
func Table(rev *corpus.Revision) string {
	var b strings.Builder
	b.WriteString("[[" + revisionKey + "]]\n")
	for _, f := range revisionFields {
		v := *f.to(rev)
		switch {
		case v == "" || f.key == "id" && v == rev.InForce:
		case f.date && checkDate(v) == nil && f.key != "id":
			fmt.Fprintf(&b, "%s = %s\n", f.key, v)
		default:
			fmt.Fprintf(&b, "%s = %s\n", f.key, quoted(v))
		}
	}
	return b.String()
}

// quoted is a TOML basic string.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteRune('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// CheckRevision is what a manifest would complain about in a revision that is to be added; nil if nothing.
func CheckRevision(rule *corpus.Rule, rev *corpus.Revision) error {
	for _, f := range revisionFields {
		v := *f.to(rev)
		c := (*complaint)(nil)
		switch {
		case v == "" && f.example != "":
			c = missingKey(f.key, f.example)
		case v != "" && f.check != nil:
			c = f.check(v)
		}
		if c != nil {
			return place{key: f.key}.failure(c)
		}
	}
	id := rev.ID
	if id == "" {
		id = rev.InForce
	}
	for _, have := range rule.Revisions {
		if have.ID == id {
			return place{key: "id"}.failure(takenID(id))
		}
	}
	return nil
}

// Question is what a manifest would ask about in a revision that is to be added; nil if nothing.
func Question(rev *corpus.Revision) *corpus.Failure {
	if c := promulgatedLate(rev); c != nil {
		return place{key: "promulgated"}.failure(c)
	}
	return nil
}

// CheckID is what a manifest would complain about in the name of a rule's folder; nil if nothing.
func CheckID(id string) error {
	if c := checkAddress(id); c != nil {
		return place{file: id}.failure(c)
	}
	return nil
}

func cannotEdit() *complaint {
	return &complaint{"manifest-edit", "版を書き加える場所がわかりません", "cannot tell where to add the revision",
		"[[revision]] を一行に書いてから試すか、手で書き加えてください", "write each [[revision]] on a line of its own, or add it by hand"}
}

func takenID(id string) *complaint {
	return &complaint{"manifest-duplicate-id", fmt.Sprintf("%q という版がすでにあります", id), fmt.Sprintf("there is a revision %q already", id),
		"同じ日の版なら --id で別の id を付けてください: --id " + id + "-2", "for another revision of the same day give it an id: --id " + id + "-2"}
}
