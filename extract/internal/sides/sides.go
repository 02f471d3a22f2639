// Package sides knows the words that name the two columns of a comparison table in its header row.
//
// Readers use it to tell a comparison from other tables, and marked text from other text. Which column is which in a
// given table is decided elsewhere, with the markers in it; here only single words are judged, white space removed.
// Source: usage of ministries, 例規 and corporate rules (改正案／現行, 変更後／変更前, 新／旧 …).
package sides

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

const longest = 30 // code points: 「改正後（令和八年四月一日施行）」 has 16

// tail is what may follow the word: nothing, a bracket, or what the columns show.
const tail = `(?:$|[（(【［\[〔）)】］\]〕]|の?(?:条文|規程|規則|規定|条例|要綱|要領|全文|欄|定款|基準|文言|内容|表|様式|案))`

var words = []struct {
	side corpus.Side
	re   *lazy.Regexp
}{
	{corpus.Old, lazy.MustCompile(`^[（(【［\[〔]?(?:(?:改正|変更|改定|改訂|修正|見直し|更新|改)前|現行|旧|原案|現在)` + tail)},
	{corpus.New, lazy.MustCompile(`^[（(【［\[〔]?(?:(?:改正|変更|改定|改訂|修正|見直し|更新|改)(?:後|案)|新|案)` + tail)},
}

// Of tells which side a header cell names.
func Of(cell string) (corpus.Side, bool) {
	w := squeeze(cell)
	if utf8.RuneCountInString(w) > longest {
		return corpus.New, false
	}
	for _, s := range words {
		if s.re.MatchString(w) {
			return s.side, true
		}
	}
	return corpus.New, false
}

var (
	noteRE = lazy.MustCompile(`^(?:備考|摘要|(?:改[正定訂]|変更|修正|見直し)(?:の)?(?:理由|趣旨|内容|点|概要|箇所|事項|等)|理由|趣旨|説明|解説|コメント|根拠|留意点|ポイント|考え方)`)
	keyRE  = lazy.MustCompile(`^(?:No|NO|no|№|番号|項番|通番|連番|章節?|章・節|節|条項?|条文番号|条番号|項目|区分|項|頁|ページ|該当箇所|箇所|規定|行)[.．:：]?(?:番号|名)?$`)
)

// Note reports whether a header word, without white space, names a column of remarks: 備考, 改正理由.
func Note(word string) bool { return noteRE.MatchString(word) }

// Key reports whether a header word, without white space, names a column that names the rows: No., 項番.
func Key(word string) bool { return keyRE.MatchString(word) }

// Both reports whether a row of header cells names both sides.
func Both(cells []string) bool {
	var seen [2]bool
	for _, c := range cells {
		if utf8.RuneCountInString(squeeze(c)) > longest {
			return false
		}
		if s, ok := Of(c); ok {
			seen[s] = true
		}
	}
	return seen[corpus.New] && seen[corpus.Old]
}

// longestTitle is as long as a line that announces a comparison may be, in code points.
const longestTitle = 100

// Title reports whether a line, short as a title is and no sentence, names a comparison: 「〜新旧対照表」.
func Title(line string) bool {
	return utf8.RuneCountInString(line) <= longestTitle && !strings.HasSuffix(line, "。") && NamesComparison(line)
}

// NamesComparison reports whether a text has one of the words for a comparison of old and new text.
func NamesComparison(s string) bool {
	for _, word := range []string{"新旧対照", "新旧対比", "新旧比較", "改正対照"} {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
}
