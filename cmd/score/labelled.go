package main

// The labelled changes: short cases of a clause before and after, written and labelled by us from the drafting rules that head each file.
//
// Annotated tables measure what a reader of whole tables gets, but hold few of most kinds, and no near misses. Here every kind of effect has
// cases that are one and cases that only look like one, so that precision and recall are numbers for each rule. Cases are read as two whole texts, through
// the same door as any input. Files named heldout… were written last, after the rules were finished on the others; what was found
// on their first reading stands at their head. The distance between the two says how far the rules carry. Cost: sentences made for a purpose are shorter than those of real rules.
//
// A case:
//
//	@ quantity duty-weakened ; near: date ; may: grammar ; form: edited ; structure: renumbered
//	= 第一条　a clause of both sides
//	- 第二条　届出は、三十日以内に行わなければならない。
//	+ 第三条　届出は、十四日以内に行うものとする。
//
// The kinds behind @ must be found, no others save those behind may (all for *). near names the kinds for which the case is a near miss.
// form and structure list what occurs among the clauses that are not untouched; form is "edited" where nothing is said.

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"shinkyu/diff"
	"shinkyu/extract"
	"shinkyu/render/wire"
	"shinkyu/render/words"
)

// labelledCase is one case; Name says where it stands.
type labelledCase struct {
	Name            string
	HeldOut         bool
	Want, Near, May []string
	Forms           []string
	Structure       []string
	Old, New        string
}

// labelledCases reads all files of a folder.
func labelledCases(dir string) ([]labelledCase, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no labelled changes in %s", dir)
	}
	slices.Sort(files)
	var out []labelledCase
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		list, err := parseLabelled(filepath.Base(f), string(b))
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return out, nil
}

func parseLabelled(name, text string) ([]labelledCase, error) {
	var out []labelledCase
	for i, line := range strings.Split(text, "\n") {
		at := fmt.Sprintf("%s:%d", name, i+1)
		mark, rest, _ := strings.Cut(strings.TrimRight(line, " "), " ")
		switch {
		case mark == "" && rest == "", mark == "//":
			continue
		case mark == "@":
			c := labelledCase{Name: at, HeldOut: strings.HasPrefix(name, "heldout"), Forms: []string{string(diff.Edited)}}
			if err := c.labels(rest); err != nil {
				return nil, fmt.Errorf("%s: %w", at, err)
			}
			out = append(out, c)
			continue
		case len(out) == 0:
			return nil, fmt.Errorf("%s: a clause before the first case", at)
		}
		c := &out[len(out)-1]
		switch mark {
		case "=":
			c.Old, c.New = c.Old+rest+"\n", c.New+rest+"\n"
		case "-":
			c.Old += rest + "\n"
		case "+":
			c.New += rest + "\n"
		default:
			return nil, fmt.Errorf("%s: a line begins with @, =, - or +, not %q", at, mark)
		}
	}
	for _, c := range out {
		if c.Old == c.New {
			return nil, fmt.Errorf("%s: nothing changes", c.Name)
		}
	}
	return out, nil
}

// labels reads the line of a case behind @.
func (c *labelledCase) labels(s string) error {
	known := map[string]bool{"*": true}
	for _, k := range words.AllEffects() {
		known[string(k)] = true
	}
	for i, part := range strings.Split(s, ";") {
		key, list, found := strings.Cut(part, ":")
		if i == 0 {
			key, list, found = "want", part, true
		}
		values := strings.Fields(list)
		switch key := strings.TrimSpace(key); {
		case !found:
			return fmt.Errorf("%q says nothing", part)
		case key == "form":
			c.Forms = values
			continue
		case key == "structure":
			c.Structure = values
			continue
		case key == "want":
			c.Want = values
		case key == "near":
			c.Near = values
		case key == "may":
			c.May = values
		default:
			return fmt.Errorf("unknown label %q", key)
		}
		for _, v := range values {
			if !known[v] {
				return fmt.Errorf("%q is no kind of effect", v)
			}
		}
	}
	for _, k := range c.Near {
		if slices.Contains(c.Want, k) {
			return fmt.Errorf("%s is wanted and a near miss at once", k)
		}
	}
	return nil
}

// found is what the program says of a case.
type found struct{ effects, forms, structure []string }

// read compares the two sides as `shinkyu diff OLD NEW --format json` does.
func (c *labelledCase) read() (found, error) {
	var f found
	older, err := extract.Extract(context.Background(), extract.Source{Name: "old.txt", Data: []byte(c.Old)})
	if err != nil {
		return f, fmt.Errorf("%s: %w", c.Name, err)
	}
	newer, err := extract.Extract(context.Background(), extract.Source{Name: "new.txt", Data: []byte(c.New)})
	if err != nil {
		return f, fmt.Errorf("%s: %w", c.Name, err)
	}
	pair, err := extract.Pair(newer, older)
	if err != nil {
		return f, fmt.Errorf("%s: %w", c.Name, err)
	}
	b, err := wire.JSON(diff.Compare(pair))
	if err != nil {
		return f, err
	}
	var res result
	if err := json.Unmarshal(b, &res); err != nil {
		return f, err
	}
	for _, ch := range res.Changes {
		if ch.Form != string(diff.Same) || len(ch.Structure) > 0 {
			f.forms = append(f.forms, ch.Form)
		}
		f.structure = append(f.structure, ch.Structure...)
		for _, e := range ch.Effects {
			if !slices.Contains(f.effects, e.Kind) {
				f.effects = append(f.effects, e.Kind)
			}
		}
	}
	return f, nil
}
