package web

// Words of the sources on a page in another language.
//
// A screen reader speaks a page in the language that it says it is in, so every Japanese word on an English page has to say that it is Japanese
// (JIS X 8341-3, 3.1.2). Templates mark whole texts; but labels, titles and addresses also stand within sentences (in force since 第五版). Marking
// each place by hand was rejected, since every new sentence would have to remember it. So the finished page is read once more, and each
// run of Japanese in text that is not marked yet gets a mark of its own. Cost: a tenth of the time of an English page; none of a Japanese one.

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// bare are elements whose text cannot hold a mark, void those that hold nothing.
var (
	bare = []string{"script", "style", "title", "option", "textarea"}
	void = []string{"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)

// opened is an element that is open while a page is read.
type opened struct {
	name     string
	japanese bool // its text is known to be Japanese
}

// MarkJapanese gives the Japanese runs of a page in another language a mark: <span class="src" lang="ja">. Nothing else changes.
func MarkJapanese(page []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(page) + len(page)/8)
	z := html.NewTokenizer(bytes.NewReader(page))
	var open []opened
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			out.Write(z.Raw())
			return out.Bytes()
		}
		raw := slices.Clone(z.Raw()) // before the name is read, which lowers its case in place
		switch kind {
		case html.StartTagToken:
			name, attributes := z.TagName()
			e := opened{name: string(name)}
			if slices.Contains(void, e.name) {
				break
			}
			if len(open) > 0 {
				e.japanese = open[len(open)-1].japanese
			}
			for attributes {
				var key, value []byte
				if key, value, attributes = z.TagAttr(); string(key) == "lang" {
					e.japanese = string(value) == "ja"
				}
			}
			open = append(open, e)
		case html.EndTagToken:
			name, _ := z.TagName()
			for i := len(open) - 1; i >= 0; i-- {
				if open[i].name == string(name) {
					open = open[:i]
					break
				}
			}
		case html.TextToken:
			if len(open) > 0 && !open[len(open)-1].japanese && !slices.Contains(bare, open[len(open)-1].name) {
				markRuns(&out, string(raw))
				continue
			}
		}
		out.Write(raw)
	}
}

// markRuns writes a text as it stands in HTML with its Japanese runs marked. A run begins and ends with a letter, or with what closes it.
func markRuns(out *bytes.Buffer, text string) {
	for text != "" {
		from := strings.IndexFunc(text, japaneseLetter)
		if from < 0 {
			break
		}
		to := from
		for i, r := range text[from:] {
			if japaneseLetter(r) || strings.ContainsRune("」』）", r) {
				to = from + i + len(string(r))
			} else if !inRun(r) {
				break
			}
		}
		out.WriteString(text[:from])
		out.WriteString(`<span class="src" lang="ja">`)
		out.WriteString(text[from:to])
		out.WriteString(`</span>`)
		text = text[to:]
	}
	out.WriteString(text)
}

func japaneseLetter(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r == 'ー'
}

// inRun reports whether a sign may stand inside a run: figures, and the signs of Japanese text.
func inRun(r rune) bool {
	return r >= '0' && r <= '9' || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xff65 || strings.ContainsRune("・／/¶～", r)
}
