package pdf

import "bytes"

// The structure of a file: where its objects are.
//
// ledongthuc/pdf believes what the cross-reference section says: a 351-byte file that claims 2³¹ objects ends the whole
// program by an uncatchable "out of memory", a section that points to itself never ends, a header of PDF 2.0, a line
// of junk or one wrong offset is refused. So the structure is read here, with every number checked, and the library is
// given a file in a plain form (plain.go) that it cannot stumble over. The rejected rival, running the library in a
// process of its own with a deadline, costs a start per file and still reads none of those files.
// Source: ISO 32000-1, 7.5; annex H of 32000-2 for what readers forgive.

// place is where an object is: at an offset, or in an object stream.
type place struct {
	offset    int
	gen       int
	container uint32 // 0: none
}

const (
	maxObjects  = 1 << 20
	maxSections = 4096
)

// structure is what is known about a file's objects.
type structure struct {
	data    []byte // from the header on
	objects map[uint32]place
	trailer operand // dict; entries of newer sections come first
	rebuilt bool    // the cross-reference was of no use
	lost    int     // streams that could not be decoded
}

// readStructure reads the cross-reference sections, or finds the objects itself where they are damaged.
func readStructure(data []byte) *structure {
	s := &structure{data: data, objects: map[uint32]place{}, trailer: operand{kind: dict}}
	if !s.readSections() || !s.sound() {
		s.objects, s.trailer = map[uint32]place{}, operand{kind: dict}
		s.rebuild()
	}
	return s
}

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

// sound reports whether every object is where the sections say and there is a catalog. Objects that the sections
// mention but that are not in the file at all are left out; readers take them for null.
func (s *structure) sound() bool {
	for id, p := range s.objects {
		if p.container != 0 {
			if c, ok := s.objects[p.container]; !ok || c.container != 0 {
				delete(s.objects, id)
			}
			continue
		}
		if p.offset == 0 {
			delete(s.objects, id)
			continue
		}
		if found, gen, ok := header(s.data, p.offset); !ok || found != id || gen != p.gen {
			return false
		}
	}
	root := s.trailer.key("Root")
	_, ok := s.objects[uint32(root.num)]
	return root.kind == reference && ok
}

// header reads "7 0 obj" at an offset.
func header(data []byte, at int) (id uint32, gen int, ok bool) {
	if at < 0 || at >= len(data) {
		return 0, 0, false
	}
	l := lexer{data: data[at:min(at+64, len(data))]}
	op, ok := l.next()
	if !ok || string(op) != "obj" || len(l.args) != 2 || l.args[0].num < 0 || l.args[0].num >= maxObjects {
		return 0, 0, false
	}
	return uint32(l.args[0].num), int(l.args[1].num), true
}

// object reads the value of the object at an offset; start is where its stream's data begin, 0 if it has none.
func (s *structure) object(at int) (value operand, start int, ok bool) {
	l := lexer{data: s.data, pos: at, refs: true}
	if op, _ := l.next(); string(op) != "obj" {
		return operand{}, 0, false
	}
	op, _ := l.next()
	if len(l.args) == 0 {
		return operand{}, 0, false
	}
	value = l.args[0]
	if string(op) == "stream" {
		start = l.pos
		if start < len(s.data) && s.data[start] == '\r' {
			start++
		}
		if start < len(s.data) && s.data[start] == '\n' {
			start++
		}
	}
	return value, start, true
}

// resolve follows a reference to an object outside object streams.
func (s *structure) resolve(o operand) operand {
	if o.kind != reference {
		return o
	}
	p, ok := s.objects[uint32(o.num)]
	if !ok || p.container != 0 {
		return operand{}
	}
	v, _, _ := s.object(p.offset)
	return v
}

// decoded is a stream's data through its filters.
func (s *structure) decoded(d operand, start int, limit int64) ([]byte, error) {
	raw := extent(s.data, start, int(s.resolve(d.key("Length")).num))
	return decode(raw, listOf(d.key("Filter")), listOf(d.key("DecodeParms")), limit)
}

// listOf makes one value a list of one.
func listOf(o operand) []operand {
	switch o.kind {
	case array:
		return o.list
	case other:
		return nil
	}
	return []operand{o}
}

var endstream = []byte("endstream")

// extent is a stream's raw data: length bytes if endstream follows them, else all up to the next endstream.
func extent(data []byte, start, length int) []byte {
	if start < 0 || start > len(data) {
		return nil
	}
	if length > 0 && length <= len(data)-start {
		after := bytes.TrimLeft(data[start+length:min(start+length+32, len(data))], "\r\n \x00")
		if bytes.HasPrefix(after, endstream) {
			return data[start : start+length]
		}
	}
	rest := data[start:]
	if i := bytes.Index(rest, endstream); i >= 0 {
		rest = rest[:i]
	}
	return rest
}
