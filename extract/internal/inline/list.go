package inline

// Lists. A browser prints a bullet or a number before an item; the reader of the page cites it, so it is text. Rules
// often print their labels themselves and use the list only for its indent: an item that begins with a label gets no
// second one.

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

// List is an open list.
type List struct {
	Ordered bool
	Plain   bool   // list-style: none
	Type    string // of an ordered list: "1", "a", "A", "i", "I", or a CSS name
	Next    int
}

// Marker is what is printed before the next item, "" if nothing.
func (l *List) Marker() string {
	if l.Plain {
		return ""
	}
	if !l.Ordered {
		return "・"
	}
	n := l.Next
	l.Next++
	switch l.Type {
	case "a", "lower-alpha", "lower-latin", "A", "upper-alpha", "upper-latin":
		if n < 1 || n > 26 {
			return strconv.Itoa(n) + ". "
		}
		if l.Type == "A" || strings.HasPrefix(l.Type, "upper") {
			return string(rune('A'+n-1)) + ". "
		}
		return string(rune('a'+n-1)) + ". "
	case "i", "lower-roman":
		return roman(n) + ". "
	case "I", "upper-roman":
		return strings.ToUpper(roman(n)) + ". "
	case "katakana":
		return kana(n, "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
	case "katakana-iroha":
		return kana(n, "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス")
	case "cjk-ideographic", "japanese-informal", "japanese-formal", "cjk-decimal":
		return ref.Kanji(n) + "　"
	}
	return strconv.Itoa(n) + ". "
}

func kana(n int, order string) string {
	if r := []rune(order); n >= 1 && n <= len(r) {
		return string(r[n-1]) + "　"
	}
	return strconv.Itoa(n) + ". "
}

func roman(n int) string {
	if n < 1 || n > 50 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, u := range []struct {
		value int
		name  string
	}{{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= u.value {
			b.WriteString(u.name)
			n -= u.value
		}
	}
	return b.String()
}

const number = `[0-9０-９〇一二三四五六七八九十百千]+`

// labelled text begins with a label or a bullet of its own; （略） is no label.
var labelled = lazy.MustCompile(`^(?:[・･•●○◎◇◆□■▪※*＊‐－–-]|[（(](?:` + number + `|[ァ-ヶａ-ｚＡ-Ｚa-zA-Zⅰ-ⅻ]{1,4})[）)]|[①-⑳㉑-㉟⑴-⒇ⅰ-ⅻⅠ-Ⅻ]` +
	`|第` + number + `(?:[編章節款目条項号部]|[ 　])|(?:` + number + `(?:の` + number + `)*|[ァ-ヶａ-ｚＡ-Ｚa-zA-Z]|[ivx]+)[.．、)） 　])`)

// Labelled prepends marker to t unless t is empty or begins with a label of its own.
func Labelled(marker string, t corpus.Text) corpus.Text {
	if marker == "" || t.S == "" || labelled.MatchString(t.S) {
		return t
	}
	return corpus.Text{S: marker}.Append(t)
}
