package lineage

// Data tests. Each testdata/*.txtar holds the states of an invented rule, in order, and the lives that must come out.
//
//	-- text --                      a whole text: one clause a line, "address words"
//	-- table --                     a result: one change a line, "old | old -> new | new"; an empty side is nothing
//	                                words 略, 同左, 新設, 削る make placeholders, 削除 makes a shell
//	old: 第二条 第一条                 (in a table) the order of the old side, where it is not that of the changes
//	-- want --                      one life a line: sign (alive +, gone -), address, events "state:address"

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
)

var update = flag.Bool("update", false, "write the wanted results")

func TestTrace(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var states []State
			want, at := "", -1
			for i, f := range ar.Files {
				switch f.Name {
				case "text":
					states = append(states, textState(t, string(f.Data)))
				case "table":
					states = append(states, tableState(t, string(f.Data)))
				case "want":
					want, at = string(f.Data), i
				default:
					t.Fatalf("unknown part %q", f.Name)
				}
			}
			lives := Trace(states)
			checkInvariants(t, states, lives)
			got := describe(lives)
			if *update && at >= 0 {
				ar.Files[at].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("differs (-want +got):\n%s", d)
			}
			if d := cmp.Diff(lives, Trace(states)); d != "" {
				t.Errorf("a second run differs:\n%s", d)
			}
		})
	}
}

func describe(lives []Life) string {
	path := map[string]string{}
	for _, l := range lives {
		path[l.ID] = l.Events[0].Path + "@" + fmt.Sprint(l.Events[0].State)
	}
	var b strings.Builder
	for _, l := range lives {
		sign := "-"
		if l.Alive {
			sign = "+"
		}
		fmt.Fprintf(&b, "%s %s", sign, l.Path)
		for _, e := range l.Events {
			p := e.Path
			if e.Unit < 0 {
				p = "×"
			}
			fmt.Fprintf(&b, " %d:%s", e.State, p)
		}
		if l.From != "" {
			b.WriteString(" from " + path[l.From])
		}
		if l.Into != "" {
			b.WriteString(" into " + path[l.Into])
		}
		b.WriteString("\n")
	}
	return b.String()
}

var idRE = regexp.MustCompile(`^[a-z0-9_]+-[a-z0-9-]+$`)

// checkInvariants: IDs are unique and fit for an address; events are in date order and name each clause once; every clause
// that the last state shows belongs to exactly one living life.
func checkInvariants(t *testing.T, states []State, lives []Life) {
	t.Helper()
	type unit struct{ state, unit int }
	seenID, shown := map[string]bool{}, map[unit]int{}
	for _, l := range lives {
		if seenID[l.ID] || !idRE.MatchString(l.ID) {
			t.Errorf("bad or double ID %q", l.ID)
		}
		seenID[l.ID] = true
		if len(l.Events) == 0 {
			t.Errorf("%s has no event", l.Path)
			continue
		}
		if gone := l.Events[len(l.Events)-1].Unit < 0; gone == l.Alive {
			t.Errorf("%s: alive is %v, last event %+v", l.Path, l.Alive, l.Events[len(l.Events)-1])
		}
		for i, e := range l.Events {
			if i > 0 && e.State <= l.Events[i-1].State {
				t.Errorf("%s: events out of order: %+v", l.Path, l.Events)
			}
			if e.Unit < 0 {
				continue
			}
			c := unitsOf(states[e.State])[e.Unit]
			if c.Void && e.Path != c.Path.String() {
				continue // void inside a shell over several, which is the first one's
			}
			if present(c) {
				shown[unit{e.State, e.Unit}]++
			}
		}
	}
	for k, s := range states {
		for i, c := range unitsOf(s) {
			if n := shown[unit{k, i}]; present(c) && n != 1 {
				t.Errorf("state %d: %s belongs to %d lives", k, c.Path, n)
			}
		}
	}
}

func unitsOf(s State) []*corpus.Clause {
	if s.Result != nil {
		return s.Result.Units[corpus.New]
	}
	units, _ := s.Document.Units()
	return units
}

func clause(t *testing.T, s string) *corpus.Clause {
	t.Helper()
	address, words, _ := strings.Cut(strings.TrimSpace(s), " ")
	p, err := ref.Parse(address)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	c := &corpus.Clause{Path: p, Kind: corpus.KindParagraph, Label: p[len(p)-1].Text, Text: corpus.Text{S: words}}
	if unlabelled(p) {
		c.Label = ""
	}
	switch words {
	case "略":
		c.Placeholder = corpus.Omitted
	case "同左":
		c.Placeholder = corpus.SameAs
	case "新設":
		c.Placeholder = corpus.Added
	case "削る":
		c.Placeholder = corpus.Removed
	case "削除":
		c.Void = true
	}
	return c
}

func textState(t *testing.T, src string) State {
	t.Helper()
	d := &corpus.Document{}
	for _, line := range strings.Split(strings.TrimSpace(src), "\n") {
		d.Clauses = append(d.Clauses, clause(t, line))
	}
	return State{Document: d}
}

func tableState(t *testing.T, src string) State {
	t.Helper()
	r := &diff.Result{Comparison: &corpus.Comparison{Tables: []corpus.Table{{}}}}
	order := map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(src), "\n") {
		if rest, ok := strings.CutPrefix(line, "old:"); ok {
			for i, p := range strings.Fields(rest) {
				order[p] = i
				r.Units[corpus.Old] = append(r.Units[corpus.Old], nil)
			}
			continue
		}
		old, new, ok := strings.Cut(line, "->")
		if !ok {
			t.Fatalf("no -> in %q", line)
		}
		var c diff.Change
		for _, s := range strings.Split(old, "|") {
			if strings.TrimSpace(s) == "" {
				continue
			}
			u := clause(t, s)
			at := len(r.Units[corpus.Old])
			if i, ok := order[strings.Fields(s)[0]]; ok {
				at = i
				r.Units[corpus.Old][at] = u
			} else {
				r.Units[corpus.Old] = append(r.Units[corpus.Old], u)
			}
			c.Old = append(c.Old, at)
		}
		for _, s := range strings.Split(new, "|") {
			if strings.TrimSpace(s) == "" {
				continue
			}
			c.New = append(c.New, len(r.Units[corpus.New]))
			r.Units[corpus.New] = append(r.Units[corpus.New], clause(t, s))
		}
		r.Changes = append(r.Changes, c)
	}
	return State{Result: r, Document: &corpus.Document{Clauses: r.Units[corpus.New]}}
}
