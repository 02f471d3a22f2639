package outline

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
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
// It fails where no clause has the address.
func ByClause(r *diff.Result, address string) (Filter, error) {
	want, err := ref.Parse(address)
	if err != nil {
		return nil, err
	}
	key := want.Key()
	hits := map[int]bool{}
	for n := range r.Changes {
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, u := range r.Changes[n].Units(s) {
				if within(r.Units[s][u].Path, key) {
					hits[n] = true
				}
			}
		}
	}
	if len(hits) == 0 {
		return nil, fmt.Errorf("no clause %s", address)
	}
	return func(n int) bool { return hits[n] }, nil
}

// within reports whether some front part of the path has the key. The caption of an article has its address.
func within(p ref.Path, key string) bool {
	for i := range p {
		if p[:i+1].Key() == key {
			return true
		}
	}
	return false
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

// Ends are the addresses of the first and the last clause of the new side, of the old one where the new one is empty.
func Ends(r *diff.Result) (first, last string) {
	for _, units := range r.Units {
		if n := len(units); n > 0 {
			return units[0].Path.String(), units[n-1].Path.String()
		}
	}
	return "", ""
}
