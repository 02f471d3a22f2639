package pdf

import (
	"bytes"
	"encoding/ascii85"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

func filterNames(s string) (out []operand) {
	for n := range strings.FieldsSeq(s) {
		out = append(out, operand{kind: name, b: []byte(n)})
	}
	return out
}

func parms(entries ...any) operand {
	o := operand{kind: dict}
	for i := 0; i < len(entries); i += 2 {
		o.list = append(o.list, operand{kind: name, b: []byte(entries[i].(string))}, operand{kind: number, num: float64(entries[i+1].(int))})
	}
	return o
}

func TestFilters(t *testing.T) {
	const want = "第一条　この規程は、"
	a85 := make([]byte, ascii85.MaxEncodedLen(len(want)))
	a85 = a85[:ascii85.Encode(a85, []byte(want))]
	for _, c := range []struct{ filters, data string }{
		{"", want},
		{"FlateDecode", deflated(want)},
		{"Fl", deflated(want)[:len(deflated(want))-4] + "xxxx"}, // a wrong checksum is no loss
		{"ASCII85Decode", string(a85) + "~>"},
		{"ASCII85Decode FlateDecode", encode85(deflated(want))},
		{"BrotliDecode", squeezed(want)},
		{"ASCII85Decode BrotliDecode", encode85(squeezed(want))},
		{"AHx", "e7ac ac e4b880e69da1e38080e38193e381aee8a68fe7a88be381afe38081>"},
		{"RunLengthDecode", string([]byte{byte(len(want) - 1)}) + want + "\x80"},
	} {
		got, err := decode([]byte(c.data), filterNames(c.filters), nil, 1000)
		if string(got) != want || err != nil {
			t.Errorf("%s: %q, %v", c.filters, got, err)
		}
	}
}

// squeezed is data as Brotli packs it.
func squeezed(s string) string {
	var b bytes.Buffer
	w := brotli.NewWriter(&b)
	_, _ = w.Write([]byte(s)) // to memory
	_ = w.Close()
	return b.String()
}

// A stream that unpacks beyond its limit is a bomb, whatever packed it; a damaged one gives what came before the damage.
func TestBrotliLimits(t *testing.T) {
	if _, err := decode([]byte(squeezed(strings.Repeat("x", 1<<20))), filterNames("BrotliDecode"), nil, 1000); !errors.Is(err, io.ErrShortBuffer) {
		t.Errorf("a bomb is %v", err)
	}
	if _, err := decode([]byte("\xff\xff no Brotli"), filterNames("BrotliDecode"), nil, 1000); err == nil {
		t.Error("damage is not told")
	}
}

func encode85(s string) string {
	out := make([]byte, ascii85.MaxEncodedLen(len(s)))
	return string(out[:ascii85.Encode(out, []byte(s))]) + "~>"
}

func TestRunLengthRepeats(t *testing.T) {
	if got, _ := unRunLength([]byte{1, 'a', 'b', 254, 'c', 128, 9}, 100, operand{}); string(got) != "abccc" {
		t.Errorf("%q", got)
	}
}

// The example of ISO 32000-1, 7.4.4.2.
func TestLZW(t *testing.T) {
	got, err := unLZW([]byte{0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01}, 100, operand{})
	if want := []byte{45, 45, 45, 45, 45, 65, 45, 45, 45, 66}; !bytes.Equal(got, want) || err != nil {
		t.Errorf("%v, %v", got, err)
	}
	if got, _ := unLZW(lzwOf(strings.Repeat("規程の一部を改正する。", 4000)), 1<<20, operand{}); string(got) != strings.Repeat("規程の一部を改正する。", 4000) {
		t.Errorf("%d bytes of a long text", len(got))
	}
}

// lzwOf encodes as 7.4.4.2 says.
func lzwOf(s string) (out []byte) {
	bits, have := 0, 0
	put := func(code, width int) {
		bits, have = bits<<width|code, have+width
		for ; have >= 8; have -= 8 {
			out = append(out, byte(bits>>(have-8)))
		}
		bits &= 1<<have - 1
	}
	table, next, width, word := map[string]int{}, 258, 9, ""
	code := func(w string) int {
		if len(w) == 1 {
			return int(w[0])
		}
		return table[w]
	}
	put(256, 9)
	for i := range len(s) {
		longer := word + s[i:i+1]
		if _, ok := table[longer]; ok || len(longer) == 1 {
			word = longer
			continue
		}
		put(code(word), width)
		table[longer] = next
		next++
		switch next + 1 {
		case 513, 1025, 2049:
			width++
		case 4096:
			put(256, width)
			table, next, width = map[string]int{}, 258, 9
		}
		word = s[i : i+1]
	}
	put(code(word), width)
	put(257, width)
	put(0, 8)
	return out
}

func TestPredictors(t *testing.T) {
	rows := "\x02\x01\x02\x03" + "\x02\x01\x01\x01" + "\x01\x05\x01\x01" + "\x03\x02\x02\x02" + "\x04\x01\x01\x01" + "\x00\x09\x09\x09"
	want := []byte{1, 2, 3, 2, 3, 4, 5, 6, 7, 4, 7, 9, 5, 8, 10, 9, 9, 9}
	got, err := inflate([]byte(deflated(rows)), 1000, parms("Predictor", 15, "Columns", 3))
	if !bytes.Equal(got, want) || err != nil {
		t.Errorf("PNG: %v, %v", got, err)
	}
	got, _ = inflate([]byte(deflated("\x01\x01\x01\x05\x01\x01")), 1000, parms("Predictor", 2, "Columns", 3))
	if !bytes.Equal(got, []byte{1, 2, 3, 5, 6, 7}) {
		t.Errorf("TIFF: %v", got)
	}
	got, _ = inflate([]byte(deflated("abc")), 1000, parms("Predictor", 1))
	if string(got) != "abc" {
		t.Errorf("none: %q", got)
	}
}

func TestDamagedStreamGivesItsStart(t *testing.T) {
	z := deflated(strings.Repeat("abcdefgh12345678", 50) + "qwertyuiop")
	got, err := decode([]byte(z[:len(z)-12]), filterNames("FlateDecode"), nil, 10000)
	if !strings.HasPrefix(string(got), "abcdefgh") || err == nil {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	if _, err := decode([]byte("x"), filterNames("JBIG2Decode"), nil, 100); err == nil {
		t.Error("an unknown filter passes")
	}
}

func TestBombIsCutAtTheLimit(t *testing.T) {
	twice := deflated(deflated(strings.Repeat(" ", 1<<24)))
	got, err := decode([]byte(twice), filterNames("FlateDecode FlateDecode"), nil, 1<<16)
	if len(got) > 1<<16 || err == nil {
		t.Errorf("%d bytes, %v", len(got), err)
	}
}
