package pdf

import (
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"errors"
	"io"
	"sync"

	"github.com/andybalholm/brotli"
)

// Stream filters: ISO 32000-1, 7.4. The library's set lacks LZW, ASCIIHex, RunLength and all but one predictor, and
// stops at the first wrong checksum; these give what can be decoded together with the error.

var errFilter = errors.New("unknown filter")

// filters decode at most limit bytes. Short names are those of inline images, which some producers use everywhere.
var filters = map[string]func(data []byte, limit int64, parms operand) ([]byte, error){
	"FlateDecode": inflate, "Fl": inflate,
	"LZWDecode": unLZW, "LZW": unLZW,
	"ASCII85Decode": unASCII85, "A85": unASCII85,
	"ASCIIHexDecode": unHex, "AHx": unHex,
	"RunLengthDecode": unRunLength, "RL": unRunLength,
	"BrotliDecode": unBrotli,
	"Crypt":        func(data []byte, _ int64, _ operand) ([]byte, error) { return data, nil },
}

// decode applies the filters of a stream's dictionary.
func decode(data []byte, names, parms []operand, limit int64) (out []byte, err error) {
	for i, n := range names {
		f := filters[string(n.b)]
		if f == nil {
			return nil, errFilter
		}
		var p operand
		if i < len(parms) {
			p = parms[i]
		}
		var e error
		if data, e = f(data, limit, p); e != nil {
			err = e
		}
	}
	if int64(len(data)) > limit {
		return data[:limit], io.ErrShortBuffer
	}
	return data, err
}

func inflate(data []byte, limit int64, parms operand) ([]byte, error) {
	if len(data) >= 2 && data[0]&15 == 8 && (int(data[0])<<8|int(data[1]))%31 == 0 {
		data = data[2:] // zlib's header; its checksum at the end is not looked at
	}
	source := bytes.NewReader(data)
	r, kept := inflaters.Get().(io.ReadCloser)
	if !kept {
		r = flate.NewReader(source)
	} else if err := r.(flate.Resetter).Reset(source, nil); err != nil {
		return nil, err
	}
	out, err := readLimited(r, limit)
	inflaters.Put(r)
	return unpredict(out, parms), err
}

// unBrotli: the PDF Association's extension of 2024, with Flate's predictors.
func unBrotli(data []byte, limit int64, parms operand) ([]byte, error) {
	out, err := readLimited(brotli.NewReader(bytes.NewReader(data)), limit)
	return unpredict(out, parms), err
}

// inflaters are used again: one takes 40 kB, more than most of the pages that it unpacks.
var inflaters sync.Pool

func unASCII85(data []byte, limit int64, _ operand) ([]byte, error) {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	if i := bytes.IndexByte(data, '~'); i >= 0 {
		data = data[:i]
	}
	return readLimited(ascii85.NewDecoder(bytes.NewReader(data)), limit)
}

func unHex(data []byte, _ int64, _ operand) ([]byte, error) {
	l := lexer{data: append([]byte{'<'}, data...)}
	return l.hex(), nil
}

func unRunLength(data []byte, limit int64, _ operand) ([]byte, error) {
	var out []byte
	for len(data) > 1 && int64(len(out)) < limit && data[0] != 128 {
		if n := int(data[0]); n < 128 {
			n = min(n+1, len(data)-1)
			out, data = append(out, data[1:1+n]...), data[1+n:]
		} else {
			out, data = append(out, bytes.Repeat(data[1:2], 257-n)...), data[2:]
		}
	}
	return out, nil
}

// readLimited reads up to limit bytes; more is an error.
func readLimited(r io.Reader, limit int64) ([]byte, error) {
	var b bytes.Buffer
	n, err := io.CopyN(&b, r, limit)
	switch {
	case err == io.EOF:
		err = nil
	case err == nil && n == limit:
		err = io.ErrShortBuffer
	}
	return b.Bytes(), err
}

// unpredict undoes the predictor that makes rows of equal numbers compress better.
func unpredict(data []byte, parms operand) []byte {
	predictor := int(parms.key("Predictor").num)
	if predictor < 2 {
		return data
	}
	colours, bits, columns := or(parms.key("Colors"), 1), or(parms.key("BitsPerComponent"), 8), or(parms.key("Columns"), 1)
	if colours*bits*columns > 1<<26 {
		return nil
	}
	pixel, row := max((colours*bits+7)/8, 1), (colours*bits*columns+7)/8
	if predictor == 2 {
		if bits == 8 {
			for from := 0; from+row <= len(data); from += row {
				for i := from + pixel; i < from+row; i++ {
					data[i] += data[i-pixel]
				}
			}
		}
		return data
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for len(data) > 1 {
		line := append([]byte(nil), data[1:min(1+row, len(data))]...)
		pngRow(data[0], line, above, pixel)
		out = append(out, line...)
		above = append(line, make([]byte, row-len(line))...)
		data = data[min(1+row, len(data)):]
	}
	return out
}

// or is the number, or a default where there is none that could be one.
func or(o operand, standard int) int {
	if o.kind != number || o.num < 1 || o.num > 1<<20 {
		return standard
	}
	return int(o.num)
}

// pngRow adds what PNG's filter type predicts: left, above, their mean, or the nearest to left + above − corner.
func pngRow(filter byte, line, above []byte, pixel int) {
	for i := range line {
		var left, corner byte
		if i >= pixel {
			left, corner = line[i-pixel], above[i-pixel]
		}
		switch filter {
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(left, above[i], corner)
		}
	}
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	da, db, dc := distance(p, a), distance(p, b), distance(p, c)
	switch {
	case da <= db && da <= dc:
		return a
	case db <= dc:
		return b
	}
	return c
}

func distance(p int, v byte) int { return max(p-int(v), int(v)-p) }
