package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
)

// gold is one annotation. Texts are without white space; where a text may not be copied, its length, hash and ends stand for it.
type gold struct {
	Source string
	New    []goldUnit
	Old    []goldUnit
	Pairs  []goldPair

	Replacements []struct {
		Old, New string
		Count    int
	}
	DefinitionEvents []struct{ Term, Event string } `json:"definition_events"`
}

type goldUnit struct {
	Path             string
	Text             *string
	Len              int
	SHA              string
	Head, Tail       string
	Underline        [][2]int
	UnderlineUnknown [][2]int `json:"underline_unknown"`
}

func (u *goldUnit) size() int {
	if u.Len > 0 || u.Text == nil {
		return u.Len
	}
	return len([]rune(*u.Text))
}

type goldPair struct {
	New, Old  ids
	AltOld    ids `json:"alt_old"`
	Form      string
	Structure []string
	Effects   []string
}

// ids names units by index or by path: one, several, or none.
type ids []any

func (v *ids) UnmarshalJSON(b []byte) error {
	var raw any
	if err := json.Unmarshal(b, &raw); err != nil {
		return err
	}
	switch x := raw.(type) {
	case nil:
	case []any:
		*v = x
	default:
		*v = ids{x}
	}
	return nil
}

func (v ids) resolve(index map[string]int) ([]int, error) {
	var out []int
	for _, x := range v {
		switch x := x.(type) {
		case float64:
			out = append(out, int(x))
		case string:
			n, ok := index[x]
			if !ok {
				return nil, fmt.Errorf("no unit has the path %s", strconv.Quote(x))
			}
			out = append(out, n)
		}
	}
	return out, nil
}

func readGold(file string) (*gold, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var g gold
	if err := json.Unmarshal(b, &g); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return &g, nil
}

func (g *gold) units(side string) []goldUnit {
	if side == "new" {
		return g.New
	}
	return g.Old
}
