package web

// Long comparisons in several pages. A table of a thousand changed clauses is megabytes of page: a phone on a slow line waits for a minute, and
// every filter stalls. So a comparison that would take more than a page may have (60 KB compressed, style and script included) is cut into
// parts, at a chapter where one is near, else between two cards; a card is never cut. What is about the whole (the gist, contents, terms, findings) goes to
// a page before them, and the comparison in one piece stays at hand for printing and searching.
//
// What a page will take is estimated before it is made, since pages that are made earlier link into the parts: the compressed
// text, and a fixed number of bytes for each row and card (measured: rows and cards of real pages). Rendering twice was rejected for its time.
//
// Rejected: loading parts by script when they are scrolled to (no script, no print, no search in the page), and fewer rows (unchanged clauses are
// folded already). Cost: search in a page sees one part, the page in one piece sees all.

import (
	"compress/flate"
	"slices"
	"strconv"
	"strings"
)

// Bytes of compressed page, beside the compressed text itself.
const (
	rowWeight  = 40
	cardWeight = 85
	foldWeight = 30
	onePage    = 42_000 // what the table of a page may take: 60 KB without style, script, frame and contents
	onePart    = 34_000 // of a page that is one of several
)

// Cuts says before which bodies, counted over all tables, a comparison is cut into pages; none where it fits into one.
func (v *Comparison) Cuts() []int {
	var bodies []*Body
	for t := range v.Tables {
		for i := range v.Tables[t].Bodies {
			bodies = append(bodies, &v.Tables[t].Bodies[i])
		}
	}
	texts, raw := make([]string, len(bodies)), 0
	for i, b := range bodies {
		texts[i] = b.text()
		raw += len(texts[i])
	}
	if raw < onePage {
		return nil // text does not grow by being compressed
	}
	ratio := compressed(texts) / float64(raw)
	weights, all := make([]float64, len(bodies)), 0.
	for i, b := range bodies {
		weights[i] = float64(len(texts[i]))*ratio + b.furniture()
		all += weights[i]
	}
	if all <= onePage {
		return nil
	}
	// Parts of one size are easier to find one's way in than full ones and a rest.
	parts := int(all/onePart) + 1
	var cuts []int
	sum := 0.
	for i, w := range weights {
		full := sum+w > onePart
		chapterNear := bodies[i].Chapter != nil && sum > .75*all/float64(parts)
		if sum > 0 && (full || chapterNear) {
			cuts = append(cuts, i)
			sum = 0
		}
		sum += w
	}
	return cuts
}

func compressed(texts []string) float64 {
	var n counter
	z, _ := flate.NewWriter(&n, flate.DefaultCompression) // the level is a valid one
	for _, s := range texts {
		_, _ = z.Write([]byte(s)) // a counter takes everything
	}
	_ = z.Close()
	return float64(n)
}

type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}

// text is what a body prints.
func (b *Body) text() string {
	var s strings.Builder
	b.paras(func(p *Para) {
		for _, list := range [][]Seg{p.Label, p.Segs} {
			for i := range list {
				s.WriteString(list[i].Text)
				if list[i].Op != Keep || list[i].Href != "" {
					s.WriteString(list[i].Href + " <ins></ins>") // about what the mark takes
				}
			}
		}
		s.WriteByte('\n')
	})
	for _, r := range b.rows() {
		for _, e := range r.Effects {
			s.WriteString(e.Name + e.Old + e.New + e.About)
		}
		for _, f := range slices.Concat(r.New.Finds, r.Old.Finds) {
			s.WriteString(f.Name + f.Message + f.Quote + f.Hint)
		}
	}
	return s.String()
}

// furniture is what a body takes beside its text.
func (b *Body) furniture() float64 {
	n := rowWeight * len(b.rows())
	if b.Card != nil {
		n += cardWeight + 60*len(b.Card.Figures)
	}
	if b.Fold != nil {
		n += foldWeight * (1 + len(b.Fold.Paras))
	}
	return float64(n)
}

func (b *Body) rows() []Row {
	switch {
	case b.Card != nil:
		return b.Card.Rows
	case b.Chapter != nil:
		return b.Chapter.Rows
	}
	return nil
}

// paras calls f for each paragraph.
func (b *Body) paras(f func(*Para)) {
	each := func(list []Para) {
		for i := range list {
			f(&list[i])
		}
	}
	if b.Fold != nil {
		each(b.Fold.Paras)
	}
	for _, r := range b.rows() {
		for _, c := range []*Cell{&r.New, &r.Old} {
			each(c.Paras)
			each(c.Merged)
			each(c.Behind)
		}
	}
}

// ids calls f for each name that a body can be reached by.
func (b *Body) ids(f func(string)) {
	switch {
	case b.Card != nil:
		f(b.Card.ID)
	case b.Chapter != nil:
		f(b.Chapter.ID)
	case b.Fold != nil:
		f(b.Fold.ID)
		for _, id := range b.Fold.Marks {
			f(id)
		}
	}
	for _, r := range b.rows() {
		f(r.ID)
	}
	b.paras(func(p *Para) { f(p.ID) })
}

// Where says on which part, from 1, each name of the comparison is, when it is cut so.
func (v *Comparison) Where(cuts []int) map[string]int {
	out, n := map[string]int{}, 0
	for t := range v.Tables {
		for i := range v.Tables[t].Bodies {
			part := partOf(cuts, n)
			v.Tables[t].Bodies[i].ids(func(id string) {
				if id != "" {
					out[id] = part
				}
			})
			n++
		}
	}
	return out
}

func partOf(cuts []int, body int) int {
	n, found := slices.BinarySearch(cuts, body)
	if found {
		n++
	}
	return n + 1
}

// Split cuts a comparison. whole has everything but the tables; its links lead into the parts, whose addresses page tells, and so do those of the
// parts where they leave them. The comparison itself is used up.
func (v *Comparison) Split(cuts []int, page func(part int) string) (whole *Comparison, parts []*Comparison) {
	where := v.Where(cuts)
	from := func(part int) func(string) string {
		return func(href string) string {
			id, ok := strings.CutPrefix(href, "#")
			if to := where[id]; ok && to > 0 && to != part {
				return page(to) + href
			}
			return href
		}
	}
	contents := v.Contents
	n := 0
	for t := range v.Tables {
		for i := range v.Tables[t].Bodies {
			b := &v.Tables[t].Bodies[i]
			part := partOf(cuts, n)
			n++
			for len(parts) < part {
				parts = append(parts, &Comparison{Title: v.Title, New: v.New, Old: v.Old, Unit: v.Unit, Marked: v.Marked, Legend: v.Legend})
			}
			p := parts[part-1]
			if len(p.Tables) == 0 || p.Tables[len(p.Tables)-1].Title != v.Tables[t].Title {
				p.Tables = append(p.Tables, Table{Title: v.Tables[t].Title, New: v.Tables[t].New, Old: v.Tables[t].Old})
			}
			at := &p.Tables[len(p.Tables)-1]
			b.relink(from(part))
			at.Bodies = append(at.Bodies, *b)
		}
	}
	for i, p := range parts {
		for _, e := range contents {
			if where[strings.TrimPrefix(e.Href, "#")] == i+1 {
				p.Contents = append(p.Contents, e)
			}
		}
		p.recount(v)
	}
	whole = v
	whole.Tables = nil
	out := from(0)
	for i := range whole.Contents {
		whole.Contents[i].Href = out(whole.Contents[i].Href)
	}
	for i := range whole.Highlights {
		whole.Highlights[i].Href = out(whole.Highlights[i].Href)
	}
	for i := range whole.Terms {
		for k := range whole.Terms[i].Places {
			whole.Terms[i].Places[k].Href = out(whole.Terms[i].Places[k].Href)
		}
	}
	for i := range whole.Defs {
		whole.Defs[i].Place.Href = out(whole.Defs[i].Place.Href)
	}
	for i := range whole.Findings {
		if p := whole.Findings[i].Place; p != nil {
			p.Href = out(p.Href)
		}
	}
	return whole, parts
}

// relink changes the addresses in a body.
func (b *Body) relink(to func(string) string) {
	b.paras(func(p *Para) {
		for i := range p.Segs {
			p.Segs[i].Href = to(p.Segs[i].Href)
		}
	})
	for _, r := range b.rows() {
		for _, c := range []*Cell{&r.New, &r.Old} {
			if c.Link != nil {
				c.Link.Href = to(c.Link.Href)
			}
		}
	}
}

// recount makes the filters of a part, by the names of the whole.
func (p *Comparison) recount(of *Comparison) {
	kinds, effects := map[string]int{}, map[string]int{}
	for _, e := range p.Contents {
		for _, k := range strings.Fields(e.Kinds) {
			kinds[k]++
		}
		for _, k := range strings.Fields(e.Effects) {
			effects[k]++
		}
		if e.Kinds != "" && !e.Part {
			p.Clauses++
		}
	}
	p.countParts()
	for _, t := range p.Tables {
		for i := range t.Bodies {
			for _, r := range t.Bodies[i].rows() {
				if r.Class != "k-same" && r.Class != "k-omit" {
					p.Places++
				}
			}
		}
	}
	counted := func(list []Filter, n map[string]int) (out []Filter) {
		for _, f := range list {
			if n[f.Key] > 0 {
				out = append(out, Filter{f.Key, f.Name, n[f.Key]})
			}
		}
		return out
	}
	p.Filters, p.Effects = counted(of.Filters, kinds), counted(of.Effects, effects)
}

// PartFile is the name of a part's file.
func PartFile(n int) string { return "part-" + strconv.Itoa(n) + ".html" }
