package main

// The labelled set of checks: testdata/lint/RULE.txtar, and heldout.txtar for cases written after the rules, our own sentences. Each case is a text, a table or a pair with the findings that
// a drafter expects; what else is reported is a false alarm of the rule that raised it, in whatever file. Remarks (info) count too.
//
//	-- bad: cites an article beyond the last --
//	#! 第二条「第九条」           side (new by default), address, words; a rule other than the file's stands first: spelling: old 第三条「行なう」
//	第一条　…
//	                              words that nobody could foresee may be left out, and the address alone counts
//	-- bad numbering: …           in heldout.txtar each case names its rule
//	=== new / === old / === base    parts of a case; === table: one row a line, columns "new | old", ＿marked＿ words
//
// In a good case the file's rule must be silent.

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/tools/txtar"

	"shinkyu/diff"
	"shinkyu/diff/lint"
	"shinkyu/extract"
)

// lintCase is one case of the labelled set.
type lintCase struct {
	rule, name string
	bad        bool
	want       []string // rule: side address「words」
	parts      map[string]string
}

// lintTally counts the findings of one rule over all cases.
type lintTally struct{ right, wrong, missed, bad, good int }

var wantRE = regexp.MustCompile(`^(?:([a-z-]+): )?(?:(new|old) )?(.*)$`)

// lintCases reads the folder.
func lintCases(dir string) ([]lintCase, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no labelled checks in %s", dir)
	}
	var out []lintCase
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		base := strings.TrimSuffix(filepath.Base(f), ".txtar")
		heldOut := strings.HasPrefix(base, "heldout")
		for _, x := range txtar.Parse(data).Files {
			kind, _, _ := strings.Cut(x.Name, ":")
			rule := base
			if heldOut {
				kind, rule, _ = strings.Cut(kind, " ")
			}
			if lint.ByID(rule) == nil {
				return nil, fmt.Errorf("%s: there is no such check as %q", f, rule)
			}
			if kind != "bad" && kind != "good" {
				return nil, fmt.Errorf("%s: %q is neither bad nor good", f, x.Name)
			}
			c := lintCase{rule: rule, name: x.Name, bad: kind == "bad", parts: map[string]string{}}
			part := "text"
			for line := range strings.Lines(string(x.Data)) {
				switch {
				case strings.HasPrefix(line, "#! "):
					m := wantRE.FindStringSubmatch(strings.TrimSpace(line[3:]))
					id, side := m[1], m[2]
					if id == "" {
						id = rule
					}
					if side == "" {
						side = "new"
					}
					c.want = append(c.want, id+": "+side+" "+strings.Join(strings.Fields(m[3]), ""))
				case strings.HasPrefix(line, "=== "):
					part = strings.TrimSpace(line[4:])
				default:
					c.parts[part] += line
				}
			}
			out = append(out, c)
		}
	}
	return out, nil
}

// input reads the parts of a case as the program would.
func (c *lintCase) input() (lint.Input, error) {
	read := func(name, text string) (*extract.Content, error) {
		return extract.Extract(context.Background(), extract.Source{Name: name + ".txt", Data: []byte(text)})
	}
	var in lint.Input
	switch {
	case c.parts["table"] != "":
		content, err := read("table", rows(c.parts["table"]))
		if err != nil {
			return in, err
		}
		if content.Comparison == nil {
			return in, fmt.Errorf("the table is not read as one")
		}
		in.Result = diff.Compare(content.Comparison)
	case c.parts["new"] != "":
		new, err := read("new", c.parts["new"])
		if err != nil {
			return in, err
		}
		old, err := read("old", c.parts["old"])
		if err != nil {
			return in, err
		}
		both, err := extract.Pair(new, old)
		if err != nil {
			return in, err
		}
		in.Result, in.Unplaced = diff.Compare(both), new.Unplaced
	default:
		content, err := read("text", c.parts["text"])
		if err != nil {
			return in, err
		}
		in.Document, in.Unplaced = content.Document, content.Unplaced
	}
	if c.parts["base"] != "" {
		base, err := read("base", c.parts["base"])
		if err != nil {
			return in, err
		}
		in.Base = base.Document
	}
	return in, nil
}

// rows makes the marked text of a table that is written one row a line.
func rows(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, "\n")
		if strings.TrimSpace(line) == "" {
			continue
		}
		left, right, _ := strings.Cut(line, "|")
		cell := func(t string) string {
			t = strings.TrimSpace(t)
			for i := 0; strings.Contains(t, "＿"); i++ {
				t = strings.Replace(t, "＿", [2]string{"<u>", "</u>"}[i%2], 1)
			}
			if b.Len() == 0 || t == "" {
				return t
			}
			return "<p>" + strings.ReplaceAll(t, "／／", "</p><p>") + "</p>"
		}
		l, r := cell(left), cell(right)
		b.WriteString(l + "\t" + r + "\n")
	}
	return b.String()
}

// found lists what is reported for a case.
func (c *lintCase) found() ([]string, error) {
	in, err := c.input()
	if err != nil {
		return nil, fmt.Errorf("%s, %s: %w", c.rule, c.name, err)
	}
	r := lint.Check(in, nil)
	var out []string
	for _, f := range r.Findings {
		for _, p := range append([]lint.Place{f.Place}, f.Same...) {
			at := p.Side.String() + " "
			if p.Unit >= 0 {
				u := r.Units[p.Side][p.Unit]
				at += u.Path.String() + "「" + strings.Join(strings.Fields(u.Text.Slice(p.Span.Start, p.Span.End).S), "") + "」"
			} else {
				at += "全体"
			}
			out = append(out, f.Rule.ID+": "+at)
		}
	}
	return out, nil
}

// scoreLint tallies all cases; misses are written to out.
func scoreLint(dir string, out io.Writer) (map[string]*lintTally, error) {
	cases, err := lintCases(dir)
	if err != nil {
		return nil, err
	}
	tally := map[string]*lintTally{}
	of := func(id string) *lintTally {
		if tally[id] == nil {
			tally[id] = &lintTally{}
		}
		return tally[id]
	}
	for i := range cases {
		c := &cases[i]
		if c.bad {
			of(c.rule).bad++
		} else {
			of(c.rule).good++
		}
		found, err := c.found()
		if err != nil {
			return nil, err
		}
		rest := slices.Clone(c.want)
		for _, f := range found {
			id, _, _ := strings.Cut(f, ": ")
			if k := slices.IndexFunc(rest, func(w string) bool { return w == f || !strings.Contains(w, "「") && strings.HasPrefix(f, w+"「") }); k >= 0 {
				rest = slices.Delete(rest, k, k+1)
				of(id).right++
				continue
			}
			of(id).wrong++
			fmt.Fprintf(out, "%s, %s: false alarm %s\n", c.rule, c.name, f)
		}
		for _, w := range rest {
			id, _, _ := strings.Cut(w, ": ")
			of(id).missed++
			fmt.Fprintf(out, "%s, %s: missed %s\n", c.rule, c.name, w)
		}
	}
	return tally, nil
}

// printLint writes the table of checks: cases, precision and recall of each rule.
func printLint(out io.Writer, tally map[string]*lintTally) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "check\tbad\tgood\tprecision\trecall\t")
	var all lintTally
	line := func(name string, t *lintTally) {
		fmt.Fprintf(w, "%s\t%d\t%d\t%s\t%s\t\n", name, t.bad, t.good, rate(t.right, t.right+t.wrong), rate(t.right, t.right+t.missed))
	}
	for _, r := range lint.Rules() {
		t := tally[r.ID]
		if t == nil {
			t = &lintTally{}
		}
		line(r.ID, t)
		all.right, all.wrong, all.missed, all.bad, all.good = all.right+t.right, all.wrong+t.wrong, all.missed+t.missed, all.bad+t.bad, all.good+t.good
	}
	line("all checks", &all)
	_ = w.Flush()
}

func rate(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", float64(n)/float64(of))
}
