package outline

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/render/words"
)

// Filter says whether change n of a result is to be shown.
type Filter func(n int) bool

// ByEffect keeps changes with one of the effects. A name is a kind (duty-added), the front part of kinds (duty) or a
// display name (義務の追加). The second result names what it does not know.
func ByEffect(r *diff.Result, names []string) (Filter, string) {
	var kinds []diff.EffectKind
	for _, name := range names {
		found := false
		for _, k := range words.AllEffects() {
			if string(k) == name || strings.HasPrefix(string(k), name+"-") || words.Effect(k) == name {
				kinds = append(kinds, k)
				found = true
			}
		}
		if !found {
			return nil, name
		}
	}
	return func(n int) bool {
		for _, e := range r.Changes[n].Effects {
			if slices.Contains(kinds, e.Kind) {
				return true
			}
		}
		return false
	}, ""
}

// ByClause keeps the changes of a clause and of what stands under it, on either side: 第6条, 第六条第二項, 3/(1).
// It fails, with a *corpus.Failure, where no side has the address; the message is of the new side unless that is empty.
func ByClause(r *diff.Result, address string) (Filter, error) {
	hits := map[int]bool{}
	var failure error
	for s, units := range r.Units {
		place, err := corpus.Locate("", units, address)
		if err != nil {
			if failure == nil && len(units) > 0 {
				failure = err
			}
			continue
		}
		named := map[int]bool{}
		for _, u := range place.Units {
			named[u] = true
		}
		for n := range r.Changes {
			for _, u := range r.Changes[n].Units(corpus.Side(s)) {
				hits[n] = hits[n] || named[u]
			}
		}
	}
	if !slices.Contains(slices.Collect(maps.Values(hits)), true) {
		if failure == nil {
			failure = fmt.Errorf("no clause %s", address)
		}
		return nil, failure
	}
	return func(n int) bool { return hits[n] }, nil
}

// And joins two filters; nil keeps everything.
func (f Filter) And(g Filter) Filter {
	switch {
	case f == nil:
		return g
	case g == nil:
		return f
	}
	return func(n int) bool { return f(n) && g(n) }
}
