package classify

import (
	"testing"

	"shinkyu/diff/internal/lazy"
)

// The expressions of the rules are compiled when they are first used; one that is none has to show here.
func TestPatternsCompile(t *testing.T) {
	if n := lazy.CompileAll(); n < 50 {
		t.Errorf("only %d expressions", n)
	}
}
