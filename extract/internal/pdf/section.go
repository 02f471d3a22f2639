package pdf

import "bytes"

// Cross-reference sections: tables and streams (ISO 32000-1, 7.5.4 and 7.5.8).

// readSections follows the chain of sections from the last startxref.
func (s *structure) readSections() bool {
	tail := max(0, len(s.data)-2048)
	i := bytes.LastIndex(s.data[tail:], []byte("startxref"))
	if i < 0 {
		return false
	}
	l := lexer{data: s.data, pos: tail + i + len("startxref")}
	l.next()
	if len(l.args) == 0 {
		return false
	}
	todo, seen := []int{int(l.args[0].num)}, map[int]bool{}
	for len(todo) > 0 && len(seen) < maxSections {
		at := todo[0]
		todo = todo[1:]
		if seen[at] {
			continue
		}
		seen[at] = true
		if at < 0 || at >= len(s.data) {
			return false
		}
		trailer, ok := s.readSection(at)
		if !ok {
			return false
		}
		s.trailer.list = append(s.trailer.list, trailer.list...)
		for _, k := range []string{"XRefStm", "Prev"} {
			if p := trailer.key(k); p.kind == number {
				todo = append(todo, int(p.num))
			}
		}
	}
	return true
}

// readSection reads a table or a cross-reference stream and returns its trailer.
func (s *structure) readSection(at int) (trailer operand, ok bool) {
	l := lexer{data: s.data, pos: at, refs: true}
	op, _ := l.next()
	if string(op) == "obj" {
		return s.readStreamSection(at)
	}
	if string(op) != "xref" {
		return operand{}, false
	}
	id := 0.
	for {
		op, ok := l.next()
		n := len(l.args)
		switch {
		case !ok:
			return operand{}, false
		case string(op) == "trailer":
			l.next()
			if len(l.args) == 0 || l.args[0].kind != dict {
				return operand{}, false
			}
			return l.args[0], true
		case n < 2:
			return operand{}, false
		case n >= 4: // a new run: first number, count, then the entry
			id = l.args[n-4].num
		}
		if string(op) == "n" && id >= 0 && id < maxObjects {
			s.add(uint32(id), place{offset: int(l.args[n-2].num), gen: int(l.args[n-1].num)})
		}
		id++
	}
}

func (s *structure) add(id uint32, p place) {
	if _, known := s.objects[id]; !known {
		s.objects[id] = p
	}
}

func (s *structure) readStreamSection(at int) (operand, bool) {
	d, start, ok := s.object(at)
	if !ok || start == 0 {
		return operand{}, false
	}
	data, err := s.decoded(d, start, maxContentSize)
	w := d.key("W").list
	if len(w) < 3 || err != nil && len(data) == 0 {
		return operand{}, false
	}
	var size [3]int
	for i := range size {
		if w[i].num < 0 || w[i].num > 8 {
			return operand{}, false
		}
		size[i] = int(w[i].num)
	}
	width := size[0] + size[1] + size[2]
	index := d.key("Index").list
	if len(index) < 2 {
		index = []operand{{kind: number}, d.key("Size")}
	}
	for ; len(index) >= 2 && width > 0; index = index[2:] {
		id, count := index[0].num, index[1].num
		for ; count > 0 && len(data) >= width; count, id, data = count-1, id+1, data[width:] {
			kind := 1
			if size[0] > 0 {
				kind = int(number32(data[:size[0]]))
			}
			if id < 0 || id >= maxObjects {
				continue
			}
			a, b := int(number32(data[size[0]:size[0]+size[1]])), int(number32(data[size[0]+size[1]:width]))
			switch kind {
			case 1:
				s.add(uint32(id), place{offset: a, gen: b})
			case 2:
				s.add(uint32(id), place{container: uint32(a)})
			}
		}
	}
	return d, true
}
