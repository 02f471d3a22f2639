package clause

// Placeholders stand for a unit whose words are not printed here.
//
//	（略） ［略］ 〔略〕 （以下略） 略            unchanged, omitted
//	（新設） （追加） ［条を加える。］              the unit of the other side is new; stands on the old side
//	（削る） （削除） ［項を削る。］                the unit of the other side is gone; stands on the new side
//	（同左） （同右） （同上） （現行どおり）        as the cell beside or above
//	［２～５　略］                              bracket around label and word
//
// Any bracket, any width, white space inside. Source: usage of ministries and 例規 (domain notes in docs).
// Without brackets a word counts only when it is all there is behind a label; 「削除」 then is the shell of a provision.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

// Most brackets hold other words: ends are the characters that a word that re knows can end in, before a full stop.
var words = []struct {
	ends  string
	re    *lazy.Regexp
	means corpus.Placeholder
}{
	{"略", lazy.MustCompile(`^(?:以下|中|前|後|上|下)?[、，]?(?:省)?略[。.]?$`), corpus.Omitted},
	{"し", lazy.MustCompile(`^(?:改正|変更)(?:なし|無し)$`), corpus.Omitted},
	{"設加規", lazy.MustCompile(`^(?:新[規たに]*設|追加|新規|新規追加|新設追加)[。.]?$`), corpus.Added},
	{"る", lazy.MustCompile(`^[^。、]{1,12}を(?:新たに)?(?:加える|追加する|新設する|付する)[。.]?$`), corpus.Added},
	{"る除止", lazy.MustCompile(`^(?:削る|削除|全文削除|全部削除|廃止)[。.]?$`), corpus.Removed},
	{"る", lazy.MustCompile(`^[^。、]{1,12}を(?:削る|削除する)[。.]?$`), corpus.Removed},
	{"左右上下前じり", lazy.MustCompile(`^(?:同[左右上下前]|左(?:欄)?に同じ|右(?:欄)?に同じ|(?:現行|改正前|改正後|改正案)(?:の)?(?:とおり|通り|どおり)|(?:現行|左欄|右欄|改正前)(?:に|と)同じ)[。.]?$`), corpus.SameAs},
}

// plain words need no bracket when they are all the text there is.
var plain = map[string]corpus.Placeholder{
	"略": corpus.Omitted, "同左": corpus.SameAs, "同右": corpus.SameAs, "同上": corpus.SameAs, "新設": corpus.Added, "削る": corpus.Removed,
	"以下略": corpus.Omitted, "以下省略": corpus.Omitted,
}

const longestPlain = 4 // code points of a plain word

func opensBracket(r rune) bool {
	switch r {
	case '（', '(', '［', '[', '〔', '【', '〈', '<', '＜', '《':
		return true
	}
	return false
}

func closesBracket(r rune) bool {
	switch r {
	case '）', ')', '］', ']', '〕', '】', '〉', '>', '＞', '》':
		return true
	}
	return false
}

const longestMarker = 20 // code points inside the bracket; 「号の細分及び備考を加える。」 has 13

func meaning(word string) (corpus.Placeholder, bool) {
	last, size := utf8.DecodeLastRuneInString(word)
	if last == '。' || last == '.' {
		last, _ = utf8.DecodeLastRuneInString(word[:len(word)-size])
	}
	for _, w := range words {
		if strings.ContainsRune(w.ends, last) && w.re.MatchString(word) {
			return w.means, true
		}
	}
	return corpus.NoPlaceholder, false
}

// closing finds the bracket that closes the one at i; brackets of different widths may pair, as typists do.
func closing(sc scan, i, limit int) (int, bool) {
	if !opensBracket(sc.peek(i)) {
		return 0, false
	}
	for j := i + 1; j < len(sc.r) && j-i <= limit; j++ {
		if opensBracket(sc.r[j]) {
			return 0, false
		}
		if closesBracket(sc.r[j]) {
			return j, true
		}
	}
	return 0, false
}

// placeholderAt reads placeholders at i: （略）, （略）（略）, or a plain word that is all the rest.
func placeholderAt(sc scan, i int) (corpus.Placeholder, int, bool) {
	var what corpus.Placeholder
	end := i
	for {
		j, ok := closing(sc, end, longestMarker+1)
		if !ok {
			break
		}
		p, ok := meaning(string(sc.r[end+1 : j]))
		if !ok || end > i && p != what {
			break
		}
		what, end = p, j+1
	}
	if end > i {
		if sc.peek(end) == '。' && end+1 == len(sc.r) {
			end++
		}
		return what, end, true
	}
	if end := sc.beforeStops(i); end > i && end-i <= longestPlain {
		if p, ok := plain[string(sc.r[i:end])]; ok {
			return p, len(sc.r), true
		}
	}
	return corpus.NoPlaceholder, i, false
}

// enclosed reads ［２～５　略］: one bracket around a label and a word. inner is the scan of what the bracket holds.
func enclosed(sc scan) (rd reading, what corpus.Placeholder, ok bool) {
	if len(sc.r) < 4 || len(sc.r) > 60 {
		return rd, what, false
	}
	if !opensBracket(sc.r[0]) || !strings.ContainsRune("）)］]〕】", sc.r[len(sc.r)-1]) {
		return rd, what, false
	}
	inner := scan{s: string(sc.r[1 : len(sc.r)-1]), r: sc.r[1 : len(sc.r)-1], at: sc.at[1:], valid: sc.valid, gap: append(append([]bool{}, sc.gap[1:len(sc.r)-1]...), true)}
	inner.gap[0] = false
	for _, rd := range readings(inner) {
		rest := strings.TrimRight(inner.from(rd.end), "。")
		if p, isWord := meaning(rest); isWord && rd.end > 0 && !rd.style.free {
			rd.end++ // the opening bracket
			return rd, p, true
		}
	}
	return rd, what, false
}

// bareMarker reports whether a paragraph is （新設） or （削る） and nothing else.
func bareMarker(p *paragraph) bool {
	what, end, ok := placeholderAt(p.sc, 0)
	return ok && end == len(p.sc.r) && what.IsMarker()
}

// trailing finds a placeholder at the end of a line behind words of its own: 「(2) 評価 (削る)」, 「…とする。（略）」.
// （削除） and （追加） may be ordinary words in brackets, so they need a gap or a full stop before them; （略） and （同左） never are.
func trailing(sc scan) (from int, ok bool) {
	for i := max(1, len(sc.r)-longestMarker-2); i < len(sc.r); i++ {
		if !opensBracket(sc.r[i]) {
			continue
		}
		what, end, isPlaceholder := placeholderAt(sc, i)
		if isPlaceholder && end == len(sc.r) && (sc.gap[i] || sc.r[i-1] == '。' || what == corpus.Omitted || what == corpus.SameAs) {
			return i, true
		}
	}
	return 0, false
}
