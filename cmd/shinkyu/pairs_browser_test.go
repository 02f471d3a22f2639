package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"shinkyu/corpus/ref"
)

// Any two of fourteen revisions in Chromium, against the pages of the whole texts.
func TestPairsInBrowser(t *testing.T) {
	dir := t.TempDir()
	inventCorpus(t, dir, 1, 14, 40)
	inBrowser(t, "pairs.mjs", built(t, dir), "kitei-0000", "8")
}

// A comparison in parts in Chromium: a rule of 500 articles of which two in three are amended.
func TestPartsInBrowser(t *testing.T) {
	r := &inventedRule{Rand: rand.New(rand.NewPCG(2, 9))}
	var now, old strings.Builder
	for i := 1; i <= 500; i++ {
		if i%50 == 1 {
			fmt.Fprintf(&now, "第%s章　管理\n", ref.Kanji(i/50+1))
			fmt.Fprintf(&old, "第%s章　管理\n", ref.Kanji(i/50+1))
		}
		words := r.sentence() + r.sentence()
		fmt.Fprintf(&old, "第%s条　%s\n２　%s\n", ref.Kanji(i), words, r.sentence())
		if r.IntN(3) > 0 {
			words += r.sentence()
		}
		fmt.Fprintf(&now, "第%s条　%s\n２　%s\n", ref.Kanji(i), words, r.sentence())
	}
	dir := t.TempDir()
	put(t, dir, "corpus.toml", "title = \"見本\"\n")
	put(t, dir, "oki/rule.toml", "title = \"大規程\"\n[[revision]]\nin_force = 2024-04-01\nfile = \"1.txt\"\ncontent = \"text\"\n[[revision]]\nin_force = 2025-04-01\nfile = \"2.txt\"\ncontent = \"text\"\n")
	put(t, dir, "oki/1.txt", old.String())
	put(t, dir, "oki/2.txt", now.String())
	inBrowser(t, "parts.mjs", built(t, dir), "rules/oki/revisions/2025-04-01")
}
