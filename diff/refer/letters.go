package refer

// What follows a letter or a printed label: ranges (第一号イからホまで, (1)から(3)まで) and lists (第一号イ、ロ及びハ). They are read where they stand,
// beside the first, since a letter alone would be looked for beside the clause that cites it.

// letterRange reads からホまで behind a chain that ends with イ. It returns where the range ends, 0 if there is none.
func (r *reader) letterRange(m *mention, n *named) int {
	if !r.f.has(m.to, "から") {
		return 0
	}
	at := m.to + 2
	label, k := letter(&r.f, at)
	if k == 0 {
		label, k = bracketed(&r.f, at)
	}
	if k == 0 || !r.f.has(at+k, "まで") {
		return 0
	}
	if end := r.beside(*n, label); end.status != Resolved {
		n.status, n.targets = end.status, nil
	} else if first, last := n.targets[0], end.targets[0]; first < last {
		n.targets = nil
		for _, kid := range r.o.children(r.o.parents[first]) {
			if kid >= first && kid <= last {
				n.targets = append(n.targets, kid)
			}
		}
	}
	return at + k + 2
}

// beside names the clause of this label that stands beside what n names.
func (r *reader) beside(n named, label string) named {
	if n.status != Resolved || len(n.targets) != 1 {
		return n
	}
	if t := r.o.descend(r.o.parents[n.targets[0]], []string{label}); t >= 0 {
		n.targets = []int{t}
	} else {
		n.status, n.targets = Unknown, nil
	}
	return n
}

// nextLetter reads a connector and a letter: 、ロ, 又はハ.
func (r *reader) nextLetter(at int) (cited, bool) {
	for _, w := range []string{"、", "又は", "及び", "若しくは", "並びに", "・"} {
		if !r.f.has(at, w) {
			continue
		}
		from := at + len([]rune(w))
		if label, k := letter(&r.f, from); k > 0 {
			return cited{from: from, to: from + k, labels: []string{label}}, true
		}
	}
	return cited{}, false
}

// labelRanges joins (1)から(3)まで into one reference.
func (r *reader) labelRanges(list []Reference) []Reference {
	var out []Reference
	for i := 0; i < len(list); i++ {
		x := list[i]
		if i+1 < len(list) && x.Status == Resolved && list[i+1].Status == Resolved && len(x.Targets) == 1 && len(list[i+1].Targets) == 1 {
			y := list[i+1]
			between := r.o.units[r.unit].Text.Slice(x.Span.End, y.Span.Start).S
			a, b := x.Targets[0], y.Targets[0]
			if between == "から" && a < b && r.o.parents[a] == r.o.parents[b] {
				for _, k := range r.o.children(r.o.parents[a]) {
					if k > a && k <= b && r.o.units[k].Label != "" {
						x.Targets = append(x.Targets, k)
					}
				}
				x.Span.End = y.Span.End
				if r.o.units[r.unit].Text.Slice(x.Span.End, x.Span.End+2).S == "まで" {
					x.Span.End += 2
				}
				x.Text = r.o.units[r.unit].Text.Slice(x.Span.Start, x.Span.End).S
				i++
			}
		}
		out = append(out, x)
	}
	return out
}
