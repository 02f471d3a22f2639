package main

import (
	"testing"

	"shinkyu/corpus/lazy"
)

// TestPatterns: every pattern of the program, compiled at its first use, is one.
func TestPatterns(t *testing.T) {
	if n := lazy.CompileAll(); n < 180 {
		t.Errorf("only %d patterns are known", n)
	}
}
