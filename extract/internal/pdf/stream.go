package pdf

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

const (
	maxContentSize = 64 << 20 // decoded bytes of one content stream, and of one page's together
	maxCMapSize    = 8 << 20
	maxPageSize    = 128 << 20 // all that one page decodes: forms, fonts, its content
)

// streams decodes the streams of a plain file, within what is left for the page, and counts those it could not.
type streams struct {
	data    []byte
	lost    int    // since the page began
	large   int    // of these: more data than any real page has
	unknown string // a filter of them that is not known
	left    int64  // bytes that the page may still decode
}

// read decodes up to limit bytes. What can be decoded of a damaged stream counts.
func (s *streams) read(v pdf.Value, limit int64) []byte {
	if v.Kind() != pdf.Stream {
		return nil
	}
	text := v.String() // "<<header>>@offset": the only way to the raw bytes
	at, err := strconv.Atoi(text[strings.LastIndexByte(text, '@')+1:])
	if err != nil {
		s.lost++
		return nil
	}
	raw := extent(s.data, at, int(v.Key("Length").Int64()))
	limit = min(limit, s.left)
	names := listOf(toOperand(v.Key("Filter"), 0))
	out, err := decode(raw, names, listOf(toOperand(v.Key("DecodeParms"), 0)), limit)
	s.left -= int64(len(out))
	switch {
	case errors.Is(err, io.ErrShortBuffer): // a bomb: what is cut off at random is not read in part
		s.large++
		return nil
	case errors.Is(err, errFilter):
		for _, n := range names {
			if filters[string(n.b)] == nil {
				s.unknown = string(n.b)
			}
		}
	}
	if err != nil {
		s.lost++
	}
	return out
}

// toOperand copies what filters need of a value: names, numbers, and lists of them.
func toOperand(v pdf.Value, depth int) operand {
	switch v.Kind() {
	case pdf.Integer, pdf.Real:
		return operand{kind: number, num: v.Float64()}
	case pdf.Name:
		return operand{kind: name, b: []byte(v.Name())}
	case pdf.Array:
		o := operand{kind: array}
		for i := 0; depth < 3 && i < min(v.Len(), 16); i++ {
			o.list = append(o.list, toOperand(v.Index(i), depth+1))
		}
		return o
	case pdf.Dict:
		o := operand{kind: dict}
		for _, k := range v.Keys() {
			if depth < 3 {
				o.list = append(o.list, operand{kind: name, b: []byte(k)}, toOperand(v.Key(k), depth+1))
			}
		}
		return o
	}
	return operand{}
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
