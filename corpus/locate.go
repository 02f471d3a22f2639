package corpus

// Which clause an address means. Everything that takes an address from a person (log, show, blame, diff --clause, the site) asks here.
//
// People leave out what is obvious to them: 第二条第一号 is an item of the only or the first 項, 附則第2項 of the first 附則, (18) a
// label that stands once in the rule, 第二章第三条 names a chapter that is no part of the address. So the steps of the query
// are laid upon the address of every clause, each liberty at a cost, and the cheapest reading wins. Two equally cheap ones are
// ambiguous, never guessed. A lookup by folded text was rejected: it knows one spelling only. Cost: a pass over all addresses a query.

import (
	"slices"
	"strings"

	"shinkyu/corpus/ref"
)

// Place is what an address names in a document.
type Place struct {
	Path  ref.Path // the address in full, as the document has it; an article is named without its first 項
	Unit  int      // index of the clause; of an article its first 項, of a container without own words the first clause in it
	Units []int    // the clause, its caption and all under it, in reading order; of a range all from its first to its last
	Tail  string   // the part asked for, as written: ただし書, 柱書; "" for all
}

// Locate finds what an address means among the units of a document, in reading order. The error is a *Failure: no-such-clause says
// what there is instead, ambiguous-clause which clauses are meant. Name is the document's, for the message; "" leaves it out.
func Locate(name string, units []*Clause, address string) (Place, error) {
	q, err := ref.ReadQuery(address)
	if err != nil {
		return Place{}, badAddress(address)
	}
	x := indexOf(units)
	from, err := x.find(name, address, q.Path, q.Cited)
	if err != nil || q.To == nil {
		from.Tail = q.Tail
		return from, err
	}
	to, err := x.find(name, address, q.To, q.CitedTo)
	if err != nil {
		return Place{}, err
	}
	a, b := slices.Min(from.Units), slices.Max(to.Units)
	if a > slices.Min(to.Units) {
		return Place{}, backwards(address)
	}
	from.Units = nil
	for i := a; i <= b; i++ {
		from.Units = append(from.Units, i)
	}
	return from, nil
}

// locator is a document by addresses.
type locator struct {
	full  []ref.Path // of each unit, with the 編, 章 … above it
	known []ref.Path // every address and every front part of one, in reading order, once
}

func indexOf(units []*Clause) *locator {
	x := &locator{full: make([]ref.Path, len(units))}
	above := map[*Clause]ref.Path{} // divisions above
	for _, c := range units {
		x.divisions(c, above)
	}
	seen := map[string]bool{}
	for i, c := range units {
		x.full[i] = withDivisions(c.Path, above[c])
		for n := range x.full[i] {
			if p := x.full[i][:n+1]; !seen[p.String()] {
				seen[p.String()] = true
				x.known = append(x.known, p)
			}
		}
	}
	return x
}

// divisions hands the divisions above c, and c itself if it is one, down to its children.
func (x *locator) divisions(c *Clause, above map[*Clause]ref.Path) {
	down := above[c]
	if n := len(c.Path); n > 0 && c.Path[n-1].Kind == ref.Division {
		down = down.Join(c.Path[n-1])
	}
	for _, k := range c.Children {
		above[k] = down
	}
}

// withDivisions puts the divisions that p does not name itself before its first step below the part.
func withDivisions(p, divisions ref.Path) ref.Path {
	at := 0
	for at < len(p) && p[at].Kind == ref.Part {
		at++
	}
	if len(divisions) == 0 || slices.ContainsFunc(p, func(s ref.Step) bool { return s.Kind == ref.Division }) {
		return p
	}
	return slices.Concat(p[:at:at], divisions, p[at:])
}

// find reads an address by its steps, or by the whole of it where one clause alone is cited so (別添第1の4, which by its steps is a label 第1の4).
func (x *locator) find(name, address string, q ref.Path, cited string) (Place, error) {
	best, hits := x.cheapest(q)
	if best != 0 {
		if same := x.cited(cited); len(same) == 1 {
			best, hits = 0, same
		}
	}
	switch {
	case best < 0:
		return Place{}, x.missing(name, address, q)
	case len(hits) > 1:
		return Place{}, x.ambiguous(name, address, hits)
	}
	p := Place{Path: undivided(hits[0]), Unit: -1}
	n := len(hits[0])
	for i, full := range x.full {
		if len(full) < n || !slices.Equal(full[:n], hits[0]) {
			continue
		}
		p.Units = append(p.Units, i)
		exact := len(full) == n || len(full) == n+1 && hits[0][n-1].Kind == ref.Article && firstParagraph(full[n])
		if exact && p.Unit < 0 {
			p.Unit = i
		}
	}
	if p.Unit < 0 {
		p.Unit = p.Units[0]
		for _, i := range p.Units { // a caption is not what was asked for
			if full := x.full[i]; full[len(full)-1].Kind != ref.Caption {
				p.Unit = i
				break
			}
		}
	}
	return p, nil
}

// cheapest lists the addresses that q fits at the least cost, -1 if it fits none.
func (x *locator) cheapest(q ref.Path) (best int, hits []ref.Path) {
	best = -1
	for _, p := range x.known {
		c := lay(q, p)
		switch {
		case c < 0 || best >= 0 && c > best:
		case c == best:
			hits = append(hits, p)
		default:
			best, hits = c, []ref.Path{p}
		}
	}
	return best, hits
}

// cited lists the addresses that are cited in these words.
func (x *locator) cited(words string) (hits []ref.Path) {
	for _, p := range x.known {
		if ref.Fold(p.Cite()) == words || ref.Fold(undivided(p).Cite()) == words {
			hits = append(hits, p)
		}
	}
	return hits
}

// undivided is an address as it is cited: without the divisions above an article.
func undivided(p ref.Path) ref.Path {
	last := -1
	for i, s := range p {
		if s.Kind == ref.Article {
			last = i
		}
	}
	if last < 0 {
		return p
	}
	var out ref.Path
	for i, s := range p {
		if i >= last || s.Kind != ref.Division {
			out = append(out, s)
		}
	}
	return out
}

// list writes addresses as a person would: the first few, then how many more.
func list(paths []ref.Path, most int) (shown string, more int) {
	var out []string
	for _, p := range paths[:min(len(paths), most)] {
		out = append(out, undivided(p).Cite())
	}
	return strings.Join(out, "、"), max(0, len(paths)-most)
}
