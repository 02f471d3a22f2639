package main

// The measures, on text without white space. Units of the annotation are found in the result's text by their characters,
// so that a unit cut in the wrong place costs once, at its bounds, and not in every other measure.

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// counts are true positives, false positives and false negatives; for a rate, hits and all.
type counts struct {
	TP, FP, FN float64
	Rate       bool // TP of FN
}

func (c counts) value() float64 {
	if c.Rate {
		if c.FN == 0 {
			return 1
		}
		return c.TP / c.FN
	}
	p, r := 1.0, 1.0
	if c.TP+c.FP > 0 {
		p = c.TP / (c.TP + c.FP)
	}
	if c.TP+c.FN > 0 {
		r = c.TP / (c.TP + c.FN)
	}
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// scores by measure name; a measure that the annotation does not ask for is absent.
type scores map[string]counts

var measures = []string{"text", "bounds", "marks", "pairs", "form", "structure", "effects", "audit", "terms", "definitions"}

// result is the part of the comparison JSON that is measured.
type result struct {
	Units   struct{ New, Old []resultUnit }
	Changes []struct {
		New, Old  []int
		Form      string
		Structure []string
		Effects   []struct{ Kind string }
		Edits     []struct {
			Side string
			Unit int
			Span [2]int
		}
	}
	Terms []struct {
		Old, New string
		Count    int
	}
	Definitions []struct{ Term, Event string }
}

type resultUnit struct {
	Text        string
	Placeholder string
	Marks       []struct {
		Kind string
		Span [2]int
	}
}

// look-alikes that engines map differently
var fold = strings.NewReplacer("～", "〜", "−", "－", "―", "—", "–", "—", "─", "—", "･", "・")

func squeeze(text string) (kept []rune, index map[int]int) {
	index = map[int]int{}
	for i, r := range []rune(fold.Replace(text)) {
		if unicode.IsSpace(r) {
			continue
		}
		index[i] = len(kept)
		kept = append(kept, r)
	}
	return kept, index
}

// column is one side of the result: its units' texts joined, and for each character its unit.
type column struct {
	text   []rune
	joined string
	bytes  []int // byte offset of each rune in joined
	unit   []int
	starts map[int]bool
	offset []int
	maps   []map[int]int
}

func newColumn(units []resultUnit) *column {
	c := &column{starts: map[int]bool{}}
	for n, u := range units {
		kept, index := squeeze(u.Text)
		c.offset = append(c.offset, len(c.text))
		c.maps = append(c.maps, index)
		if len(kept) > 0 {
			c.starts[len(c.text)] = true
		}
		c.text = append(c.text, kept...)
		for range kept {
			c.unit = append(c.unit, n)
		}
	}
	c.joined = string(c.text)
	for i := range c.joined {
		c.bytes = append(c.bytes, i)
	}
	c.bytes = append(c.bytes, len(c.joined))
	return c
}

func (c *column) chars(n int, span [2]int, add map[int]bool) {
	for i := span[0]; i < span[1]; i++ {
		if k, ok := c.maps[n][i]; ok {
			add[c.offset[n]+k] = true
		}
	}
}

func (c *column) find(s string, from int) int {
	if from > len(c.text) {
		return -1
	}
	at := strings.Index(c.joined[c.bytes[from]:], s)
	if at < 0 {
		return -1
	}
	at += c.bytes[from]
	lo, hi := 0, len(c.bytes)-1
	for lo < hi {
		mid := (lo + hi) / 2
		if c.bytes[mid] < at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// locate finds the start of a gold unit in the column, -1 if it is nowhere, and whether its text is there exactly.
func (c *column) locate(u *goldUnit, pointer int) (int, bool) {
	size := u.size()
	head, tail := u.Head, u.Tail
	if u.Text != nil {
		text := []rune(fold.Replace(*u.Text))
		for _, from := range []int{pointer, 0} {
			if at := c.find(string(text), from); at >= 0 {
				return at, true
			}
		}
		head, tail = string(text[:min(8, len(text))]), string(text[max(0, len(text)-8):])
	}
	best := -1
	for _, begin := range []int{pointer, 0} {
		for at := c.find(head, begin); at >= 0; at = c.find(head, at+1) {
			piece := string(c.text[at:min(at+size, len(c.text))])
			if u.SHA != "" {
				sum := sha256.Sum256([]byte(piece))
				if hex.EncodeToString(sum[:])[:16] == u.SHA {
					return at, true
				}
			}
			if strings.HasSuffix(piece, tail) && best < 0 {
				best = at
			}
		}
		if best >= 0 {
			return best, false
		}
	}
	return c.find(head, pointer), false
}

type place struct{ at, size int }

// measure compares a result with its annotation; misses are told to talk.
func measure(res *result, g *gold, talk io.Writer) (scores, error) {
	sides := []string{"new", "old"}
	columns := map[string]*column{"new": newColumn(res.Units.New), "old": newColumn(res.Units.Old)}
	units := map[string][]resultUnit{"new": res.Units.New, "old": res.Units.Old}
	where := map[string][]place{}
	var exact, total float64
	var bounds, marks, audit counts
	for _, s := range sides {
		c := columns[s]
		predictedMarks, predictedEdits := map[int]bool{}, map[int]bool{}
		for n, u := range units[s] {
			for _, m := range u.Marks {
				if m.Kind == "underline" || m.Kind == "double" { // annotations have lines only
					c.chars(n, m.Span, predictedMarks)
				}
			}
		}
		for _, ch := range res.Changes {
			for _, e := range ch.Edits {
				if e.Side == s {
					c.chars(e.Unit, e.Span, predictedEdits)
				}
			}
		}
		pointer := 0
		starts, covered, marked, known := map[int]bool{}, map[int]bool{}, map[int]bool{}, map[int]bool{}
		for n := range g.units(s) {
			u := &g.units(s)[n]
			total++
			at, ok := c.locate(u, pointer)
			where[s] = append(where[s], place{at, u.size()})
			if ok {
				exact++
			} else {
				fmt.Fprintf(talk, "text %s %d %s\n", s, n, u.Path)
			}
			if at < 0 {
				continue
			}
			if at >= pointer {
				pointer = at + u.size()
			}
			starts[at] = true
			unknown := map[int]bool{}
			for _, r := range u.UnderlineUnknown {
				for i := r[0]; i < r[1]; i++ {
					unknown[i] = true
				}
			}
			for i := range u.size() {
				covered[at+i] = true
				if !unknown[i] {
					known[at+i] = true
				}
			}
			for _, r := range u.Underline {
				for i := r[0]; i < r[1]; i++ {
					marked[at+i] = true
				}
			}
		}
		for at := range c.starts {
			switch {
			case covered[at] && starts[at]:
				bounds.TP++
			case covered[at]:
				bounds.FP++
				fmt.Fprintf(talk, "bounds %s extra cut before %q\n", s, string(c.text[at:min(at+16, len(c.text))]))
			}
		}
		for at := range starts {
			if !c.starts[at] {
				bounds.FN++
				fmt.Fprintf(talk, "bounds %s missing cut before %q\n", s, string(c.text[at:min(at+16, len(c.text))]))
			}
		}
		for _, p := range []struct {
			got map[int]bool
			acc *counts
		}{{predictedMarks, &marks}, {predictedEdits, &audit}} {
			for i := range p.got {
				if known[i] && marked[i] {
					p.acc.TP++
				} else if known[i] {
					p.acc.FP++
				}
			}
			for i := range marked {
				if known[i] && !p.got[i] {
					p.acc.FN++
				}
			}
		}
	}
	out := scores{
		"text": {TP: exact, FN: total, Rate: true}, "bounds": bounds, "marks": marks,
	}
	if audit.TP+audit.FN > 0 { // without official marks there is nothing to audit
		out["audit"] = audit
	}
	if err := measureChanges(res, g, columns, units, where, out, talk); err != nil {
		return nil, err
	}
	return out, nil
}
