package lineage

// Living clauses by address, so that what a （略） stands for is found without walking all of them.

import "slices"

// branch is one step of the addresses below it.
type branch struct {
	step string
	kids map[string]*branch
	list []*branch // kids in the order of the document
	here []*person // whose address ends here
}

// index files lives under their present addresses and notes the place of each in the document.
func index(lives []*person) *branch {
	root := &branch{}
	for i, p := range lives {
		p.at = i
		b := root
		for _, step := range p.key {
			next := b.kids[step]
			if next == nil {
				next = &branch{step: step}
				if b.kids == nil {
					b.kids = map[string]*branch{}
				}
				b.kids[step] = next
				b.list = append(b.list, next)
			}
			b = next
		}
		b.here = append(b.here, p)
	}
	return root
}

// at is the branch of an address, nil if nothing stands there or below.
func (b *branch) at(a address) *branch {
	for _, step := range a {
		if b = b.kids[step]; b == nil {
			return nil
		}
	}
	return b
}

// held lists the clauses in a scope in the order of the document.
func (b *branch) held(s scope) []*person {
	if len(s.at) == 0 {
		return nil
	}
	top := b.at(s.parent)
	if top == nil {
		return nil
	}
	var out []*person
	take := func(k *branch) {
		out = append(out, k.here...)
		for _, below := range k.list {
			if s.narrow && besideFirst(below.step) {
				continue
			}
			below.all(&out)
		}
	}
	if s.step != "" {
		if k := top.kids[s.step]; k != nil {
			take(k)
		}
	} else {
		for _, k := range top.list {
			if s.counts(k.step) {
				take(k)
			}
		}
	}
	slices.SortFunc(out, func(x, y *person) int { return x.at - y.at })
	return out
}

func (b *branch) all(out *[]*person) {
	*out = append(*out, b.here...)
	for _, k := range b.list {
		k.all(out)
	}
}
