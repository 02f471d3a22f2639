package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// floorFile holds, for a table or a group of tables scored together (micro-averaged), the least value of each measure.
type floorFile struct {
	Tables map[string]map[string]float64 `toml:"tables"`
	Groups []struct {
		Name   string             `toml:"name"`
		Tables []string           `toml:"tables"`
		Floors map[string]float64 `toml:"floors"`
	} `toml:"group"`
	Zoo      map[string]map[string]float64 `toml:"zoo"` // by group of documents: the program that set them, held, all
	Labelled ruleFloors                    `toml:"labelled"`
}

// ruleFloors are the least values on the labelled changes: of each part over all kinds of effect, and of every single rule on the part
// that is not held out.
type ruleFloors struct {
	Development partFloors `toml:"development"`
	HeldOut     partFloors `toml:"held_out"`
	Rule        float64    `toml:"rule"`
}

type partFloors struct {
	Precision float64 `toml:"precision"`
	Recall    float64 `toml:"recall"`
	Form      float64 `toml:"form"`
}

func readFloors(file string) (*floorFile, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var f floorFile
	meta, err := toml.Decode(string(b), &f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return nil, fmt.Errorf("%s: unknown key %s", file, extra[0])
	}
	return &f, nil
}

// below lists the measures that are under their floor.
func below(name string, got scores, floors map[string]float64) []string {
	var out []string
	for measure, floor := range floors {
		if c, ok := got[measure]; !ok || c.value() < floor {
			out = append(out, fmt.Sprintf("%s %s %.4f < %.4f", name, measure, c.value(), floor))
		}
	}
	slices.Sort(out)
	return out
}

// sheet is the table that is printed: a row a case, a column a measure.
type sheet struct {
	names    []string
	rows     map[string]scores
	measures []string
}

func newSheet(measures []string) *sheet { return &sheet{rows: map[string]scores{}, measures: measures} }

func (s *sheet) add(name string, got scores) {
	s.names = append(s.names, name)
	s.rows[name] = got
}

// micro adds the counts of several tables; n is how many of them were scored.
func (s *sheet) micro(tables []string) (sum scores, n int) {
	sum = scores{}
	for _, t := range tables {
		row, ok := s.rows[t]
		if !ok {
			continue
		}
		n++
		for m, c := range row {
			have := sum[m]
			sum[m] = counts{have.TP + c.TP, have.FP + c.FP, have.FN + c.FN, c.Rate}
		}
	}
	return sum, n
}

func (s *sheet) print(w io.Writer) {
	width := 10
	for _, n := range s.names {
		width = max(width, len(n))
	}
	fmt.Fprintf(w, "%-*s", width, "table")
	for _, m := range s.measures {
		fmt.Fprintf(w, " %11s", m)
	}
	fmt.Fprintln(w)
	fmt.Fprintln(w, strings.Repeat("-", width+12*len(s.measures)))
	for _, n := range s.names {
		fmt.Fprintf(w, "%-*s", width, n)
		for _, m := range s.measures {
			if c, ok := s.rows[n][m]; ok {
				fmt.Fprintf(w, " %11.4f", c.value())
			} else {
				fmt.Fprintf(w, " %11s", "-")
			}
		}
		fmt.Fprintln(w)
	}
}
