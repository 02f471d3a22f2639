package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
	"shinkyu/extract"
	"shinkyu/render/wire"
)

// score reads the table as a user's `shinkyu diff --format json` would and measures what came out.
func (c tableCase) score(misses io.Writer) (scores, error) {
	g, err := readGold(c.Gold)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(c.Input)
	if err != nil {
		return nil, err
	}
	return scoreBytes(filepath.Base(c.Input), data, g, misses)
}

func scoreBytes(name string, data []byte, g *gold, misses io.Writer) (scores, error) {
	content, err := extract.Extract(context.Background(), extract.Source{Name: name, Data: data})
	if err != nil {
		return nil, err
	}
	if content.Comparison == nil {
		return nil, &corpus.Failure{Rule: "not-a-table", English: "it is a whole rule, not a comparison table"}
	}
	b, err := wire.JSON(lint.Compare(content.Comparison))
	if err != nil {
		return nil, err
	}
	var res result
	if err := json.Unmarshal(b, &res); err != nil {
		return nil, err
	}
	return measure(&res, g, misses)
}
