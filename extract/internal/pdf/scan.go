package pdf

import "bytes"

// rebuild finds the objects of a file whose cross-reference is of no use, by looking for "7 0 obj". The last of several
// with one number counts, as in a file with revisions. Dictionaries that follow "trailer", those of cross-reference
// streams and, for want of both, the catalog itself tell the root.
func (s *structure) rebuild() {
	s.rebuilt = true
	var containers []uint32
	for at := 0; ; {
		i := bytes.Index(s.data[at:], []byte("obj"))
		if i < 0 {
			break
		}
		at += i + 3
		start, ok := s.headerBefore(at - 3)
		if !ok {
			continue
		}
		id, gen, ok := header(s.data, start)
		if !ok {
			continue
		}
		s.objects[id] = place{offset: start, gen: gen}
		head := s.data[at:min(at+4096, len(s.data))]
		switch {
		case bytes.Contains(head, []byte("/ObjStm")):
			containers = append(containers, id)
		case bytes.Contains(head, []byte("/XRef")), bytes.Contains(head, []byte("/Catalog")):
			s.takeTrailer(id, start)
		}
	}
	for at := 0; ; {
		i := bytes.Index(s.data[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		l := lexer{data: s.data[:min(at+1<<16, len(s.data))], pos: at, refs: true}
		if l.next(); len(l.args) > 0 && l.args[0].kind == dict {
			s.trailer.list = append(l.args[0].list, s.trailer.list...)
		}
	}
	for _, c := range containers {
		for _, o := range s.unpack(c) {
			s.add(o.id, place{container: c})
		}
	}
}

// takeTrailer reads the trailer's entries from a cross-reference stream, or makes a catalog the root.
func (s *structure) takeTrailer(id uint32, at int) {
	d, _, ok := s.object(at)
	if !ok || d.kind != dict {
		return
	}
	switch string(d.key("Type").b) {
	case "XRef":
		s.trailer.list = append(d.list, s.trailer.list...)
	case "Catalog":
		s.trailer.list = append(s.trailer.list, operand{kind: name, b: []byte("Root")}, operand{kind: reference, num: float64(id)})
	}
}

// headerBefore finds where the two numbers before "obj" start.
func (s *structure) headerBefore(at int) (start int, ok bool) {
	for range 2 {
		from := at
		for at > 0 && isSpace(s.data[at-1]) {
			at--
		}
		if at == from {
			return 0, false
		}
		from = at
		for at > 0 && '0' <= s.data[at-1] && s.data[at-1] <= '9' {
			at--
		}
		if at == from || from-at > 10 {
			return 0, false
		}
	}
	return at, true
}

// packed is an object of an object stream.
type packed struct {
	id   uint32
	data []byte
}

// unpack lists the objects of an object stream (ISO 32000-1, 7.5.7), none if it is damaged.
func (s *structure) unpack(container uint32) []packed {
	p, ok := s.objects[container]
	if !ok || p.container != 0 {
		return nil
	}
	d, start, ok := s.object(p.offset)
	if !ok || start == 0 {
		return nil
	}
	data, err := s.decoded(d, start, maxContentSize)
	if err != nil {
		s.lost++
	}
	first := int(d.key("First").num)
	if first <= 0 || first > len(data) {
		return nil
	}
	l := lexer{data: data[:first]}
	var numbers []float64
	for {
		l.skipSpace()
		w := l.word()
		v, ok := parseNumber(w)
		if !ok {
			break
		}
		numbers = append(numbers, v)
	}
	var out []packed
	for i := 0; i+1 < len(numbers); i += 2 {
		from, to := first+int(numbers[i+1]), len(data)
		if i+3 < len(numbers) {
			to = first + int(numbers[i+3])
		}
		if numbers[i] >= 0 && numbers[i] < maxObjects && from >= first && from <= to && to <= len(data) {
			out = append(out, packed{uint32(numbers[i]), data[from:to]})
		}
	}
	return out
}
