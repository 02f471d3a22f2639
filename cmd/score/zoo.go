package main

// The layout zoo: tables set by three programs in many layouts, with the truth from their generator (cmd/zoo). What is read is
// aligned with the truth character by character, so that a letter lost, a unit cut or a mark that catches a neighbour is
// counted once and where it is.

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"

	"shinkyu/corpus"
	"shinkyu/extract"
	"shinkyu/render/wire"
)

var zooMeasures = []string{"chars", "side", "bounds", "marks", "opaque", "heads", "parts"}

type zooTruth struct {
	Engine string
	Held   bool
	Tables []zooTable
	Parts  []struct{ Type, Text string }
}

type zooTable struct {
	Title, Legend string
	NewHead       string `json:"new_head"`
	OldHead       string `json:"old_head"`
	New, Old      []zooUnit
	Notes         []string
}

type zooUnit struct {
	Text, Kind string
	Marks      []zooMark
}

type zooMark struct {
	Kind string
	Span [2]int
}

// zooReading is the part of the reading JSON that is measured.
type zooReading struct {
	Tables []struct {
		Title, Legend string
		Sides         struct{ New, Old string }
	}
	Units    struct{ New, Old []zooUnit }
	Unplaced []corpus.Unplaced
}

// scoreZoo scores every document of the folder; the scores are added up by the program that set them, the held-out ones apart.
func scoreZoo(dir string, misses io.Writer) (out *zooSheet, n int, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.truth.json"))
	if err != nil {
		return nil, 0, err
	}
	sort.Strings(files)
	all := newSheet(zooMeasures)
	groups := map[string][]string{}
	out = &zooSheet{newSheet(zooMeasures)}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".truth.json")
		var truth zooTruth
		b, err := os.ReadFile(file)
		if err != nil {
			return nil, 0, err
		}
		if err := json.Unmarshal(b, &truth); err != nil {
			return nil, 0, fmt.Errorf("%s: %w", file, err)
		}
		data, err := os.ReadFile(strings.TrimSuffix(file, ".truth.json") + ".pdf")
		if err != nil {
			return nil, 0, err
		}
		got, err := readZoo(name, data)
		if err != nil {
			fmt.Fprintf(misses, "zoo %s is not read: %v\n", name, err)
			got = &zooReading{}
		}
		all.add(name, measureZoo(&truth, got, func(format string, a ...any) { fmt.Fprintf(misses, "zoo "+name+" "+format+"\n", a...) }))
		group := truth.Engine
		if truth.Held {
			group = "held"
		}
		for _, c := range all.rows[name] {
			if c.value() < 1 {
				out.add(name, all.rows[name])
				break
			}
		}
		groups[group] = append(groups[group], name)
		groups["all"] = append(groups["all"], name)
	}
	for _, g := range []string{"chromium", "writer", "latex", "held", "all"} {
		if sum, n := all.micro(groups[g]); n > 0 {
			out.add(zooGroup+g, sum)
		}
	}
	return out, len(files), nil
}

const (
	zooGroup  = "zoo " // before the name of a sum
	fewestZoo = 40     // documents
)

// zooSheet holds the documents that miss something, and the sums.
type zooSheet struct{ *sheet }

// broken lists the sums below their floors.
func (s *zooSheet) broken(floors map[string]map[string]float64) (out []string) {
	for group, floor := range floors {
		out = append(out, below(zooGroup+group, s.rows[zooGroup+group], floor)...)
	}
	slices.Sort(out)
	return out
}

func readZoo(name string, data []byte) (*zooReading, error) {
	content, err := extract.Extract(context.Background(), extract.Source{Name: name + ".pdf", Data: data})
	if err != nil {
		return nil, err
	}
	if content.Comparison == nil {
		return nil, fmt.Errorf("read as a whole rule")
	}
	b, err := wire.Lines(wire.NewReading(content.Comparison))
	if err != nil {
		return nil, err
	}
	var out zooReading
	return &out, json.Unmarshal(b, &out)
}

// flat is one side: its text without white space, where units begin, and the marks on each character.
type flat struct {
	text   []rune
	starts map[int]int // position to unit
	units  []zooUnit
	marks  map[string]map[int]bool
}

func flatten(units []zooUnit) *flat {
	f := &flat{starts: map[int]int{}, marks: map[string]map[int]bool{}, units: units}
	for n, u := range units {
		kept, index := squeeze(u.Text)
		if len(kept) > 0 {
			f.starts[len(f.text)] = n
		}
		for _, m := range u.Marks {
			if f.marks[m.Kind] == nil {
				f.marks[m.Kind] = map[int]bool{}
			}
			for i := m.Span[0]; i < m.Span[1]; i++ {
				if at, ok := index[i]; ok {
					f.marks[m.Kind][len(f.text)+at] = true
				}
			}
		}
		f.text = append(f.text, kept...)
	}
	return f
}

// match aligns two texts: for each character of want its place in got or -1, and back, and how many characters are wrong.
func match(want, got []rune) (there, back []int, wrong int) {
	there, back = make([]int, len(want)), make([]int, len(got))
	for i := range there {
		there[i] = -1
	}
	for i := range back {
		back[i] = -1
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	i, j, del, ins := 0, 0, 0, 0
	for _, d := range dmp.DiffMainRunes(want, got, false) {
		n := len([]rune(d.Text))
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			i, del = i+n, del+n
		case diffmatchpatch.DiffInsert:
			j, ins = j+n, ins+n
		default:
			wrong += max(del, ins)
			del, ins = 0, 0
			for range n {
				there[i], back[j] = j, i
				i, j = i+1, j+1
			}
		}
	}
	return there, back, wrong + max(del, ins)
}

func measureZoo(truth *zooTruth, got *zooReading, talk func(string, ...any)) scores {
	var want [2][]zooUnit
	for _, t := range truth.Tables {
		want[0], want[1] = append(want[0], t.New...), append(want[1], t.Old...)
	}
	w := [2]*flat{flatten(want[0]), flatten(want[1])}
	g := [2]*flat{flatten(got.Units.New), flatten(got.Units.Old)}
	rate := func() counts { return counts{Rate: true} }
	chars, side, opaque := rate(), rate(), rate()
	var bounds, marks counts
	for s := range w {
		name := corpus.Side(s).String()
		there, back, wrong := match(w[s].text, g[s].text)
		chars.FN += float64(len(there))
		chars.TP += float64(max(len(there)-wrong, 0))
		if wrong > 0 {
			talk("%s: %d characters wrong: %s", name, wrong, differences(w[s].text, g[s].text))
		}
		for at, n := range w[s].starts {
			if _, ok := g[s].starts[max(there[at], 0)]; ok && there[at] >= 0 {
				bounds.TP++
				if k := w[s].units[n].Kind; k != "" {
					if g[s].units[g[s].starts[there[at]]].Kind == k {
						opaque.TP++
					} else {
						talk("%s: no %s: %q", name, k, short(w[s].text, at))
					}
				}
			} else {
				bounds.FN++
				talk("%s: no unit begins at %q", name, short(w[s].text, at))
			}
			if w[s].units[n].Kind != "" {
				opaque.FN++
			}
		}
		for at := range g[s].starts {
			if _, ok := w[s].starts[max(back[at], 0)]; !ok || back[at] < 0 {
				bounds.FP++
				talk("%s: a unit begins at %q", name, short(g[s].text, at))
			}
		}
		for kind, set := range w[s].marks {
			var lost []int
			for at := range set {
				if there[at] >= 0 && g[s].marks[kind][there[at]] {
					marks.TP++
				} else {
					marks.FN++
					lost = append(lost, at)
				}
			}
			runs(lost, func(from, to int) { talk("%s: no %s on %q", name, kind, string(w[s].text[from:to])) })
		}
		for kind, set := range g[s].marks {
			var more []int
			for at := range set {
				if back[at] < 0 || !w[s].marks[kind][back[at]] {
					marks.FP++
					more = append(more, at)
				}
			}
			runs(more, func(from, to int) { talk("%s: %s on %q", name, kind, string(g[s].text[from:to])) })
		}
		zooSide(w, g, s, &side, talk)
	}
	return scores{"chars": chars, "side": side, "bounds": bounds, "marks": marks, "opaque": opaque,
		"heads": zooHeads(truth, got, talk), "parts": zooParts(truth, got, talk)}
}

const tellingUnit = 10 // characters: a shorter unit may stand on both sides by chance

// zooSide counts units that stand on one side only and are found on that side.
func zooSide(w, g [2]*flat, s int, side *counts, talk func(string, ...any)) {
	other := string(w[1-s].text)
	own, across := string(g[s].text), string(g[1-s].text)
	for _, u := range w[s].units {
		kept, _ := squeeze(u.Text)
		text := string(kept)
		if len(kept) < tellingUnit || strings.Contains(other, text) {
			continue
		}
		here, there := strings.Contains(own, text), strings.Contains(across, text)
		if here || there {
			side.FN++
		}
		if here && !there {
			side.TP++
		} else if there {
			talk("%s: on the other side: %q", corpus.Side(s), text)
		}
	}
}

// zooHeads counts the tables, their titles, legends and header words.
func zooHeads(truth *zooTruth, got *zooReading, talk func(string, ...any)) counts {
	out := counts{Rate: true}
	is := func(what, want, have string) {
		out.FN++
		a, _ := squeeze(want)
		if b, _ := squeeze(have); string(a) == string(b) {
			out.TP++
		} else {
			talk("%s: %q, want %q", what, have, want)
		}
	}
	is("tables", fmt.Sprint(len(truth.Tables)), fmt.Sprint(len(got.Tables)))
	for i, t := range truth.Tables {
		if i >= len(got.Tables) {
			out.FN += 4
			continue
		}
		h := got.Tables[i]
		is("title", t.Title, h.Title)
		is("legend", t.Legend, h.Legend)
		is("new", t.NewHead, h.Sides.New)
		is("old", t.OldHead, h.Sides.Old)
	}
	return out
}

// zooParts counts what stands outside both sides and is listed as what it is: amending sentence, full text, notes, keys.
func zooParts(truth *zooTruth, got *zooReading, talk func(string, ...any)) counts {
	out := counts{Rate: true}
	by := map[string]string{}
	for _, u := range got.Unplaced {
		kept, _ := squeeze(u.Text)
		by[u.Reason] += string(kept)
	}
	find := func(text string, reasons ...string) {
		out.FN++
		kept, _ := squeeze(text)
		for _, r := range reasons {
			if strings.Contains(by[r], string(kept)) {
				out.TP++
				return
			}
		}
		talk("not listed as %s: %q", strings.Join(reasons, " or "), text)
	}
	for _, p := range truth.Parts {
		find(p.Text, p.Type)
	}
	for _, t := range truth.Tables {
		for _, n := range t.Notes {
			find(n, "annotation", "key")
		}
	}
	return out
}

// runs calls f for each run of neighbouring positions.
func runs(at []int, f func(from, to int)) {
	slices.Sort(at)
	for i := 0; i < len(at); {
		j := i
		for j+1 < len(at) && at[j+1] == at[j]+1 {
			j++
		}
		f(at[i], at[j]+1)
		i = j + 1
	}
}

func short(r []rune, at int) string { return string(r[at:min(at+14, len(r))]) }

// differences shows the first places where two texts part.
func differences(want, got []rune) string {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	var out []string
	for _, d := range dmp.DiffMainRunes(want, got, false) {
		r := []rune(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			out = append(out, "[-"+short(r, 0)+"-]")
		case diffmatchpatch.DiffInsert:
			out = append(out, "[+"+short(r, 0)+"+]")
		}
		if len(out) == 8 {
			break
		}
	}
	return strings.Join(out, " ")
}
