package pdf

import (
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
	data []byte
	lost int   // since the page began
	left int64 // bytes that the page may still decode
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
	out, err := decode(raw, listOf(toOperand(v.Key("Filter"), 0)), listOf(toOperand(v.Key("DecodeParms"), 0)), limit)
	s.left -= int64(len(out))
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
