package charset

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"
)

const sample = "第一条　この規程は、文書の管理に関し必要な事項を定める。\n２　課長は、ファイルを保存しなければならない（①を除く。）。\n"

func encode(t *testing.T, enc encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := enc.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	plain := strings.NewReplacer("①", "一").Replace(sample) // EUC-JP and ISO-2022-JP have no ①
	for _, c := range []struct {
		name, declared string
		enc            encoding.Encoding
		text           string
	}{
		{"utf-8", "", encoding.Nop, sample},
		{"utf-8", "", unicode.UTF8BOM, sample},
		{"utf-8", "shift_jis", encoding.Nop, sample}, // a declaration that the bytes contradict
		{"shift_jis", "", japanese.ShiftJIS, sample},
		{"shift_jis", "x-sjis", japanese.ShiftJIS, sample},
		{"shift_jis", "utf-8", japanese.ShiftJIS, sample},
		{"shift_jis", "", japanese.ShiftJIS, "ﾃｽﾄ文書の管理について"},
		{"euc-jp", "", japanese.EUCJP, plain},
		{"euc-jp", "euc-jp", japanese.EUCJP, plain},
		{"euc-jp", "", japanese.EUCJP, "あ"},
		{"iso-2022-jp", "", japanese.ISO2022JP, plain},
		{"iso-2022-jp", "iso-2022-jp", japanese.ISO2022JP, plain},
		{"utf-16le", "", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), sample},
		{"utf-16be", "", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), sample},
		{"utf-16le", "", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), sample},
	} {
		got, ok := Decode(encode(t, c.enc, c.text), c.declared)
		if !ok || got.S != c.text || got.Name != c.name || got.Lost != 0 {
			t.Errorf("%s declared %q: got %s %v %q", c.name, c.declared, got.Name, ok, got.S)
		}
	}
}

// TestDamage: a cut character and a stray byte are damage, not another encoding.
func TestDamage(t *testing.T) {
	long := strings.Repeat(sample, 20)
	got, ok := Decode([]byte(long)[:len(long)-2], "")
	if !ok || got.Name != "utf-8" {
		t.Errorf("cut text: %s %v", got.Name, ok)
	}
	b := []byte(long)
	b[300] = 0xFF
	got, ok = Decode(b, "")
	if !ok || got.Name != "utf-8" || got.Lost == 0 {
		t.Errorf("stray byte: %s %v %d", got.Name, ok, got.Lost)
	}
	sjis := encode(t, japanese.ShiftJIS, long)
	if got, ok = Decode(sjis[:len(sjis)-3], ""); !ok || got.Name != "shift_jis" {
		t.Errorf("cut Shift_JIS: %s %v", got.Name, ok)
	}
}

func TestNoText(t *testing.T) {
	for _, data := range []string{"\x00\x01\x02\x03\x04\x05\x06\x07", strings.Repeat("\xfe\xfd\xfc\x80\x01", 50)} {
		if got, ok := Decode([]byte(data), ""); ok {
			t.Errorf("%q was read as %s: %q", data, got.Name, got.S)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(sample), "shift_jis")
	f.Add([]byte("\x1b$B$\"\x1b(B"), "")
	f.Add([]byte("\xff\xfe\x42\x30"), "utf-16")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		got, ok := Decode(data, declared)
		if ok && got.S != strings.ToValidUTF8(got.S, "") {
			t.Errorf("%q is no valid text", got.S)
		}
	})
}
