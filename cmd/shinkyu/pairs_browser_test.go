package main

import "testing"

// Any two of fourteen revisions in Chromium, against the pages of the whole texts.
func TestPairsInBrowser(t *testing.T) {
	dir := t.TempDir()
	inventCorpus(t, dir, 1, 14, 40)
	inBrowser(t, "pairs.mjs", built(t, dir), "kitei-0000", "8")
}
