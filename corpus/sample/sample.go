// Package sample is the corpus that a fresh clone builds: three rules with all their revisions, in seven formats.
//
// Problem: a stranger must see a whole site two commands after cloning, and the tests need revisions whose every word is
// known; real rules are neither free of other people's rights nor small. Choice: texts of our own about bodies that do not
// exist, in the style of real rules, with tables that disagree with themselves in a few known places (see the slips named in
// recipe/tables) so that the audit has something to find. Rejected: downloading public rules at build time. Cost: the
// corpus shows only what we thought of; real tables are scored apart.
//
// The comparison tables in archive are made from the descriptions in recipe/tables; whole texts and notes are written by hand.
package sample

import (
	"embed"
	"io/fs"
)

//go:generate go run ./recipe

//go:embed archive
var files embed.FS

// FS is the sample corpus, rooted at its corpus.toml.
var FS = rooted()

func rooted() fs.FS {
	sub, err := fs.Sub(files, "archive")
	if err != nil {
		panic(err) // the name is a constant that embed has checked
	}
	return sub
}
