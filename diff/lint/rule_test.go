package lint

import (
	"os"
	"strings"
	"testing"
)

// Every check is one file that begins with what it finds, and holds its drafting rule with an example and a near miss.
func TestEachRuleHasItsFile(t *testing.T) {
	for _, r := range Rules() {
		name := strings.ReplaceAll(r.ID, "-", "_") + ".go"
		data, err := os.ReadFile(name)
		if err != nil {
			t.Errorf("%s has no file of its own: %v", r.ID, err)
			continue
		}
		text := string(data)
		if !strings.HasPrefix(text, "package lint\n\n// ") {
			t.Errorf("%s does not begin with what it finds", name)
		}
		if strings.Count(text, " = &Rule{") != 1 || !strings.Contains(text, `ID: "`+r.ID+`"`) {
			t.Errorf("%s is not the file of one rule", name)
		}
		if r.Basis == "" || r.Bad == "" || r.Good == "" || r.Title == "" || r.English == "" || r.Hint == "" || r.HintEN == "" {
			t.Errorf("%s says too little of itself", r.ID)
		}
	}
}
