// Command score measures shinkyu against annotated tables and enforces the floors.
//
// Every claim about quality is a number from here. Our own annotated tables stand in testdata/tables and are scored on every
// clone; with --shared a folder that holds further ones (gold/*.gold.json beside samples/) is scored too, and without it
// the program says so. Floors stand in floors.toml, with the measured value beside each; they only rise.
// The comparison is read from the JSON that the program publishes, not from its inner values: what is measured is what readers get.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
)

func main() {
	shared := flag.String("shared", "", "folder with further annotated tables: gold/ and samples/")
	own := flag.String("own", "cmd/score/testdata/tables", "folder with our own annotated tables")
	labelled := flag.String("labelled", "cmd/score/testdata/labelled", "folder with the labelled changes")
	zoo := flag.String("zoo", "cmd/score/testdata/zoo", "folder with the layout zoo")
	checks := flag.String("checks", "cmd/score/testdata/lint", "folder with the labelled cases of the checks")
	floors := flag.String("floors", "cmd/score/floors.toml", "file with the floors")
	verbose := flag.Bool("verbose", false, "print every miss")
	flag.Parse()
	misses := io.Discard
	if *verbose {
		misses = os.Stderr
	}
	ok, err := run(os.Stdout, misses, folders{*own, *shared, *labelled, *zoo, *checks}, *floors)
	if err != nil {
		fmt.Fprintln(os.Stderr, "score: error:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// folders are where the annotated tables, the labelled changes, the layout zoo and the cases of the checks stand; a zoo named "" is left out.
type folders struct{ own, shared, labelled, zoo, checks string }

// run scores all tables and rules and reports whether every floor holds.
func run(out, misses io.Writer, in folders, floorFile string) (bool, error) {
	floors, err := readFloors(floorFile)
	if err != nil {
		return false, err
	}
	cases, err := ownCases(in.own)
	if err != nil {
		return false, err
	}
	more, err := sharedCases(in.shared)
	if err != nil {
		return false, err
	}
	if len(more) == 0 {
		fmt.Fprintf(out, "no further annotated tables in %q: only our own are scored\n\n", in.shared)
	}
	cases = append(cases, more...)
	sheet := newSheet(measures)
	var broken []string
	for _, c := range cases {
		fmt.Fprintln(misses, "==", c.Name)
		got, err := c.score(misses)
		var refused *corpus.Failure
		if errors.As(err, &refused) {
			fmt.Fprintf(out, "%s is not read: %s\n", c.Name, refused.English)
			got = scores{}
		} else if err != nil {
			return false, fmt.Errorf("%s: %w", c.Name, err)
		} else {
			sheet.add(c.Name, got)
		}
		broken = append(broken, below(c.Name, got, floors.Tables[c.Name])...)
	}
	for _, group := range floors.Groups {
		got, n := sheet.micro(group.Tables)
		if n == 0 {
			continue
		}
		sheet.add(fmt.Sprintf("%s (%d)", group.Name, n), got)
		if n < len(group.Tables) {
			continue // a group's floor holds for the whole group only
		}
		broken = append(broken, below(group.Name, got, group.Floors)...)
	}
	changes, err := labelledCases(in.labelled)
	if err != nil {
		return false, err
	}
	rules, err := scoreLabelled(changes, misses)
	if err != nil {
		return false, err
	}
	broken = append(broken, rules.below(floors.Labelled)...)
	sheet.print(out)
	fmt.Fprintln(out)
	rules.print(out)
	fmt.Fprintln(out)
	if in.zoo != "" {
		zoo, n, err := scoreZoo(in.zoo, misses)
		if err != nil {
			return false, err
		}
		if n < fewestZoo {
			return false, fmt.Errorf("%s: %d documents, at least %d are wanted", in.zoo, n, fewestZoo)
		}
		broken = append(broken, zoo.broken(floors.Zoo)...)
		fmt.Fprintf(out, "\nlayout zoo: %d documents; those below 1 and the sums\n", n)
		zoo.print(out)
		fmt.Fprintln(out)
	}
	checks, err := scoreLint(in.checks, misses)
	if err != nil {
		return false, err
	}
	printLint(out, checks)
	fmt.Fprintln(out)
	for _, r := range lint.Rules() { // the cases are ours: what they ask for holds
		if t := checks[r.ID]; t != nil && t.wrong+t.missed > 0 {
			broken = append(broken, fmt.Sprintf("check %s: %d false alarms, %d missed", r.ID, t.wrong, t.missed))
		}
	}
	for _, b := range broken {
		fmt.Fprintln(out, "below the floor:", b)
	}
	if len(broken) == 0 {
		fmt.Fprintf(out, "%d tables, every floor holds\n", len(cases))
	}
	return len(broken) == 0, nil
}

// A case is one annotated table: the input as published and what people read in it.
type tableCase struct {
	Name, Input, Gold string
}

// ownCases lists name.gold.json with its input name.* in one folder.
func ownCases(dir string) ([]tableCase, error) {
	golds, err := filepath.Glob(filepath.Join(dir, "*.gold.json"))
	if err != nil {
		return nil, err
	}
	if len(golds) == 0 {
		return nil, fmt.Errorf("no annotated tables in %s", dir)
	}
	sort.Strings(golds)
	var out []tableCase
	for _, g := range golds {
		name := strings.TrimSuffix(filepath.Base(g), ".gold.json")
		var input string
		all, _ := filepath.Glob(filepath.Join(dir, name+".*"))
		for _, f := range all {
			if f != g {
				input = f
			}
		}
		if input == "" {
			return nil, fmt.Errorf("%s: the table %s.* that it annotates is missing", g, name)
		}
		out = append(out, tableCase{name, input, g})
	}
	return out, nil
}

// sharedCases lists gold/NAME.gold.json with the file that its "source" names below samples/.
func sharedCases(dir string) ([]tableCase, error) {
	if dir == "" {
		return nil, nil
	}
	golds, err := filepath.Glob(filepath.Join(dir, "gold", "*.gold.json"))
	if err != nil {
		return nil, err
	}
	sort.Strings(golds)
	var out []tableCase
	for _, g := range golds {
		gold, err := readGold(g)
		if err != nil {
			return nil, err
		}
		input := filepath.Join(dir, "samples", filepath.FromSlash(gold.Source))
		if _, err := os.Stat(input); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: its source %s is missing", g, input)
		}
		out = append(out, tableCase{"shared/" + strings.TrimSuffix(filepath.Base(g), ".gold.json"), input, g})
	}
	return out, nil
}
