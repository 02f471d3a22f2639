package pdf

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
