package diff

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// random builds a document of clauses from few words, so that likeness, repetition and ambiguity abound.
func random(rng *rand.Rand) corpus.Document {
	words := []string{"部長は、", "記録を", "五日以内に", "保存", "しなければならない。", "機関", "等", "第三条の規定により", "（以下「甲」という。）", "「甲」", "または", "又は", "ただし、", "この限りでない。", "令和五年四月一日", "、", "報告", "する。", "情報システム", "（", "）", " "}
	labels := []string{"", "", "１", "２", "(1)", "(2)", "イ", "第一条", "第二条", "第三条の二", "２～４", "一"}
	places := []corpus.Placeholder{"", "", "", "", "", "", corpus.Omitted, corpus.Added, corpus.Removed, corpus.SameAs}
	var d corpus.Document
	n := 0
	var grow func(depth int) []*corpus.Clause
	grow = func(depth int) []*corpus.Clause {
		var out []*corpus.Clause
		for range rng.Intn(5) {
			l := labels[rng.Intn(len(labels))]
			c := &corpus.Clause{Label: l, Kind: corpus.KindText, Origin: corpus.Origin{Row: rng.Intn(6) - 1, Start: float64(rng.Intn(3)) / 3, Table: rng.Intn(4) / 3}}
			c.Text.S = l
			if l != "" {
				c.Text.S, c.Kind = l+"　", corpus.KindItem
				c.Body = len([]rune(c.Text.S))
			}
			if c.Placeholder = places[rng.Intn(len(places))]; c.Placeholder != "" {
				c.Kind = corpus.KindPlaceholder
				c.Text.S += "（略）"
			} else {
				for range rng.Intn(9) {
					c.Text.S += words[rng.Intn(len(words))]
				}
			}
			c.Void = rng.Intn(30) == 0
			if rng.Intn(8) == 0 {
				c.Kind = corpus.KindHeading
			}
			n++
			c.Path = ref.Path{{Kind: ref.Label, Text: fmt.Sprint(n)}}
			if rng.Intn(12) == 0 {
				c.Path = c.Path.Join(ref.Step{Kind: ref.Caption})
			}
			if k := c.Text.Len(); k > 2 && rng.Intn(3) == 0 {
				a := rng.Intn(k - 1)
				c.Text.Marks = []corpus.Mark{{Kind: corpus.MarkUnderline, Span: corpus.Span{Start: a, End: a + 1 + rng.Intn(k-a-1)}}}
			}
			if depth < 3 {
				c.Children = grow(depth + 1)
			}
			out = append(out, c)
		}
		return out
	}
	d.Clauses = grow(0)
	return d
}

func hold(t *testing.T, seed int64) {
	rng := rand.New(rand.NewSource(seed))
	c := &corpus.Comparison{}
	if rng.Intn(2) == 0 {
		c.Tables = []corpus.Table{{}, {}}
	}
	c.Sides[corpus.Old], c.Sides[corpus.New] = random(rng), random(rng)
	r := Compare(c)
	check(t, r)
	if a, b := draw(r), draw(Compare(c)); a != b {
		t.Errorf("two runs differ:\n%s\n%s", a, b)
	}
	for _, ch := range r.Changes { // alignment never crosses tables
		for _, n := range ch.New {
			for _, o := range ch.Old {
				a, b := r.Units[corpus.New][n], r.Units[corpus.Old][o]
				marker := func(p corpus.Placeholder) bool { return p == corpus.Added || p == corpus.Removed }
				if c.Printed() && a.Origin.Table != b.Origin.Table && !marker(a.Placeholder) && !marker(b.Placeholder) {
					t.Errorf("%s and %s stand in different tables", a.Path, b.Path)
				}
			}
		}
	}
}

func TestRandomTrees(t *testing.T) {
	for seed := range int64(400) {
		hold(t, seed)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(int64(1))
	f.Fuzz(hold)
}

// A text compared with itself has not changed, whatever it is.
func TestSelf(t *testing.T) {
	for seed := range int64(200) {
		rng := rand.New(rand.NewSource(seed))
		d := random(rng)
		d.Clauses = slices.DeleteFunc(d.Clauses, func(c *corpus.Clause) bool { return hasMarker(c) })
		c := &corpus.Comparison{}
		c.Sides[corpus.Old], c.Sides[corpus.New] = d, d
		for _, ch := range Compare(c).Changes {
			if ch.Form != Same && ch.Form != Omitted || len(ch.Structure) > 0 || len(ch.Edits) > 0 || len(ch.Effects) > 0 {
				t.Fatalf("seed %d: %+v", seed, ch)
			}
		}
	}
}

func hasMarker(c *corpus.Clause) bool {
	found := false
	c.Walk(func(k, _ *corpus.Clause) {
		found = found || k.Placeholder == corpus.Added || k.Placeholder == corpus.Removed
	})
	return found
}

// Swapping the sides swaps what is new and what is gone, as often as each occurs.
func TestSwap(t *testing.T) {
	a, b := law(60, false), law(60, true)
	c, d := &corpus.Comparison{}, &corpus.Comparison{}
	c.Sides[corpus.Old], c.Sides[corpus.New] = a, b
	d.Sides[corpus.Old], d.Sides[corpus.New] = b, a
	count := func(r *Result) map[Form]int {
		n := map[Form]int{}
		for _, ch := range r.Changes {
			n[ch.Form]++
		}
		return n
	}
	x, y := count(Compare(c)), count(Compare(d))
	if x[Added] != y[Removed] || x[Removed] != y[Added] || x[Same] != y[Same] || x[Edited] != y[Edited] || x[Added] == 0 {
		t.Errorf("there %v, back %v", x, y)
	}
}
