package main

// The dated versions of one law, where they are at hand: the alignment of each with the next was checked by hand, and what must be true of it is kept
// in testdata/laws.txt as addresses and flags. Without the shared folder the test says so and passes; testdata/laws holds a law of our own
// whose versions are always checked.

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/extract"
)

func readVersion(t *testing.T, file string) *extract.Content {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c, err := extract.Extract(context.Background(), extract.Source{Name: filepath.Base(file), Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// facts are what became of the clauses, a line each but for untouched ones: counts of forms, addresses of what stands elsewhere, the kinds of effects.
func facts(r *diff.Result) []string {
	forms := map[diff.Form]int{}
	var out, effects []string
	name := func(s corpus.Side, units []int) string {
		var list []string
		for _, u := range units {
			list = append(list, r.Units[s][u].Path.String())
		}
		return strings.Join(list, "、")
	}
	for _, ch := range r.Changes {
		if ch.Form != diff.Same {
			forms[ch.Form]++
		}
		var kinds []string
		for _, e := range ch.Effects {
			if !slices.Contains(kinds, string(e.Kind)) {
				kinds = append(kinds, string(e.Kind))
			}
		}
		if len(kinds) > 0 {
			at, units := corpus.New, ch.New
			if len(units) == 0 {
				at, units = corpus.Old, ch.Old
			}
			effects = append(effects, fmt.Sprintf("%s: %s", name(at, units), strings.Join(kinds, " ")))
		}
		if len(ch.Structure) == 0 {
			continue
		}
		var flags []string
		for _, s := range ch.Structure {
			flags = append(flags, string(s))
		}
		out = append(out, fmt.Sprintf("%s %s → %s", strings.Join(flags, "+"), name(corpus.Old, ch.Old), name(corpus.New, ch.New)))
	}
	var counts []string
	for _, f := range []diff.Form{diff.Edited, diff.Rewritten, diff.Added, diff.Removed} {
		counts = append(counts, fmt.Sprintf("%s %d", f, forms[f]))
	}
	return slices.Concat([]string{strings.Join(counts, ", ")}, out, effects)
}

// checkVersions compares each version with the next.
func checkVersions(t *testing.T, files []string, factFile string) {
	want := map[string][]string{}
	data, err := os.ReadFile(factFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	at := ""
	for _, line := range strings.Split(string(data), "\n") {
		switch name, ok := strings.CutPrefix(line, "== "); {
		case ok:
			at = name
			want[at] = []string{}
		case line != "" && !strings.HasPrefix(line, "#"):
			want[at] = append(want[at], line)
		}
	}
	var written strings.Builder
	versions := make([]*extract.Content, len(files))
	for i, f := range files {
		versions[i] = readVersion(t, f)
	}
	for i := range files[1:] {
		pair, err := extract.Pair(versions[i+1], versions[i])
		if err != nil {
			t.Fatal(err)
		}
		var r *diff.Result
		best := time.Hour
		for range 3 {
			start := processorTime()
			r = diff.Compare(pair)
			if best = min(best, processorTime()-start); best < time.Second {
				break
			}
		}
		name := version(files[i]) + " " + version(files[i+1])
		if best >= time.Second {
			t.Errorf("%s: %v, want less than a second", name, best)
		}
		lost(t, name, r)
		got := facts(r)
		fmt.Fprintf(&written, "== %s\n%s\n\n", name, strings.Join(got, "\n"))
		if expected, ok := want[name]; !ok {
			t.Errorf("%s has no facts in %s", name, factFile)
		} else if !slices.Equal(got, expected) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(expected, "\n"))
		}
	}
	if to := os.Getenv("WRITE_LAW_FACTS"); to != "" && t.Failed() {
		if err := os.WriteFile(filepath.Join(to, filepath.Base(factFile)), []byte(written.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// version is the date in a file's name, or all of it.
func version(file string) string {
	name := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
	for _, p := range strings.Split(name, "_") {
		if len(p) == 8 && strings.Trim(p, "0123456789") == "" {
			return p
		}
	}
	return name
}

// lost reports clauses without a counterpart whose words stand, unmatched, on the other side as well.
func lost(t *testing.T, name string, r *diff.Result) {
	var alone [2]map[string]string
	for s, form := range [2]diff.Form{corpus.New: diff.Added, corpus.Old: diff.Removed} {
		alone[s] = map[string]string{}
		for _, ch := range r.Changes {
			if ch.Form != form {
				continue
			}
			for _, u := range ch.Units(corpus.Side(s)) {
				if c := r.Units[s][u]; c.Placeholder == corpus.NoPlaceholder && strings.TrimSpace(c.Words()) != "" {
					alone[s][strings.Join(strings.Fields(c.Words()), "")] = c.Path.String()
				}
			}
		}
	}
	for words, path := range alone[corpus.Old] {
		if there, ok := alone[corpus.New][words]; ok {
			t.Errorf("%s: the words of %s stand in %s, and neither is matched", name, path, there)
		}
	}
}

func TestLawVersions(t *testing.T) {
	files, err := filepath.Glob("../../../shared/samples/laws/*/*.xml")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 2 {
		t.Log("no dated law versions at hand: only our own are checked (TestOwnLawVersions)")
		return
	}
	checkVersions(t, files, "testdata/laws.txt")
}

func TestOwnLawVersions(t *testing.T) {
	files, err := filepath.Glob("testdata/laws/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatal("versions of our own law are missing", files, err)
	}
	checkVersions(t, files, "testdata/laws/facts")
}
