package pdf

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// decipher writes every object of an encrypted file in the open.
func (w *plainWriter) decipher(k *fileKey) {
	encrypt := w.s.trailer.key("Encrypt")
	for _, id := range slices.Sorted(maps.Keys(w.s.objects)) {
		p := w.s.objects[id]
		if p.container != 0 || encrypt.kind == reference && uint32(encrypt.num) == id {
			continue
		}
		value, start, ok := w.s.object(p.offset)
		if !ok || string(value.key("Type").b) == "XRef" {
			continue
		}
		open := func(b []byte) []byte { return k.open(b, id, p.gen) }
		if start == 0 {
			w.object(id, p.gen, write(nil, value, open, w.s))
			continue
		}
		data := extent(w.s.data, start, int(w.s.resolve(value.key("Length")).num))
		if !ownCrypt(value) {
			data = open(data)
		}
		body := write(nil, withLength(value, len(data)), open, w.s)
		body = append(body, "\nstream\n"...)
		body = append(append(body, data...), "\nendstream"...)
		w.object(id, p.gen, body)
	}
}

// ownCrypt reports a stream that says itself how it is encrypted; in practice: not.
func ownCrypt(d operand) bool {
	f := listOf(d.key("Filter"))
	return len(f) > 0 && string(f[0].b) == "Crypt"
}

func withLength(d operand, n int) operand {
	out := operand{kind: dict}
	for i := 0; i+1 < len(d.list); i += 2 {
		if string(d.list[i].b) != "Length" {
			out.list = append(out.list, d.list[i], d.list[i+1])
		}
	}
	out.list = append(out.list, operand{kind: name, b: []byte("Length")}, operand{kind: number, num: float64(n)})
	return out
}

// write serializes a value, its strings through open.
func write(to []byte, o operand, open func([]byte) []byte, s *structure) []byte {
	switch o.kind {
	case number:
		return strconv.AppendFloat(to, o.num, 'f', -1, 64)
	case str:
		return fmt.Appendf(to, "<%x>", open(o.b))
	case name:
		to = append(to, '/')
		for _, c := range o.b {
			if c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
				to = fmt.Appendf(to, "#%02x", c)
			} else {
				to = append(to, c)
			}
		}
		return to
	case reference:
		return fmt.Appendf(to, "%d %d R", int(o.num), s.objects[uint32(o.num)].gen)
	case array, dict:
		brackets := [2]string{"[", "]"}
		if o.kind == dict {
			brackets = [2]string{"<<", ">>"}
		}
		to = append(to, brackets[0]...)
		for _, x := range o.list {
			to = append(write(to, x, open, s), ' ')
		}
		return append(to, brackets[1]...)
	}
	if len(o.b) == 0 {
		return append(to, "null"...)
	}
	return append(to, o.b...)
}
