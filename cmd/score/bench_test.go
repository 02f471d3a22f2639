package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"shinkyu/diff"
	"shinkyu/extract"
	"shinkyu/render/wire"
)

// The whole way of `shinkyu diff --format json`, a table of ours at a time.
func BenchmarkTable(b *testing.B) {
	cases, err := ownCases("testdata/tables")
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range cases {
		data, err := os.ReadFile(c.Input)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(c.Name, func(b *testing.B) {
			for b.Loop() {
				content, err := extract.Extract(context.Background(), extract.Source{Name: filepath.Base(c.Input), Data: data})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := wire.JSON(diff.Compare(content.Comparison)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
