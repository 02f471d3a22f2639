package classify

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Every kind of effect is a rule with a file of its own, whose head has the drafting rule, Japanese examples and near misses. Its labelled
// cases are counted where they stand (cmd/score).
func TestEachRuleHasItsFile(t *testing.T) {
	japanese := regexp.MustCompile(`\p{Han}`)
	example := regexp.MustCompile(`(?m)^//\t.*(→|＋|－).*$`)
	seen := map[Kind]bool{}
	for _, r := range rules {
		if seen[r.kind] {
			t.Errorf("%s stands in the table twice", r.kind)
		}
		seen[r.kind] = true
		name := strings.ReplaceAll(string(r.kind), "-", "_") + ".go"
		data, err := os.ReadFile(name)
		if err != nil {
			t.Errorf("%s has no file of its own: %v", r.kind, err)
			continue
		}
		head, _, _ := strings.Cut(strings.TrimPrefix(string(data), "package classify\n\n"), "\n\n")
		first, _, _ := strings.Cut(head, "\n")
		if !strings.HasPrefix(first, "// ") || !japanese.MatchString(first) || !strings.Contains(first, ": ") {
			t.Errorf("%s does not begin with its drafting rule: %q", name, first)
		}
		if !example.MatchString(head) {
			t.Errorf("%s shows no example", name)
		}
		if !strings.Contains(head, "Near misses: ") {
			t.Errorf("%s shows no near miss", name)
		}
	}
	if len(seen) != 23 {
		t.Errorf("%d kinds of effects, want 23", len(seen))
	}
}
