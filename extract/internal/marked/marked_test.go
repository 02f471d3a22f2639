package marked

import (
	"slices"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/readertest"
)

func TestRead(t *testing.T) {
	readertest.Cases(t, func(in string) string {
		s := Read(in)
		readertest.Check(t, s)
		return readertest.Draw(s)
	})
}

// TestUnglue: where two blanks or a marker part units, and where they must not.
func TestUnglue(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"(2) 点検  各課は、点検を行う。", "(2) 点検|各課は、点検を行う。"},
		{"各課は、点検を行う。  結果は、公表する。", "各課は、点検を行う。|結果は、公表する。"},
		{"(1) 導入 (削る)", "(1) 導入|(削る)"},
		{"(1) 導入（新設）", "(1) 導入（新設）"}, // no gap: the bracket may belong to the words
		{"第１条  この要綱は、目的を定める。", "第１条  この要綱は、目的を定める。"},
		{"(1)  導入", "(1)  導入"},
		{"第七条　［条を削る。］", "第七条　［条を削る。］"},
		{"附則 (削る)", "附則 (削る)"},
		{"附則 (略)", "附則 (略)"},
		{"令和  年  月  日改定", "令和  年  月  日改定"},
		{"令和八年規程第  号", "令和八年規程第  号"},
		{"資料の削除", "資料の削除"},
	} {
		var got []string
		for _, l := range paragraphs("<p>"+c.in+"</p>", 1, nil) {
			got = append(got, l.Text.S)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q became %q, want %q", c.in, strings.Join(got, "|"), c.want)
		}
	}
}

func FuzzMarked(f *testing.F) {
	for _, s := range readertest.Seeds(f) {
		f.Add(s)
	}
	f.Add("改正案\t現行\n<p>甲<u>乙</p>\t<ul><li>丙\n\n改正案\n\n現行\n\n丁")
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<14 {
			return
		}
		s := Read(in)
		readertest.Check(t, s)
		if strings.ContainsAny(in, "<&\r\x00") || !slices.Equal([]byte(in), []byte(strings.ToValidUTF8(in, ""))) {
			return // tags and entities are not text
		}
		// Without tags every character comes back, in some order: interleaved columns are kept apart.
		want, got := []rune(corpus.Squeeze(in)), []rune(readertest.All(s))
		slices.Sort(want)
		slices.Sort(got)
		if string(want) != string(got) {
			t.Errorf("%q became %q", string(want), string(got))
		}
	})
}
