package classify

// Definitions: where a rule says what a word means. Four ways, each with its own recogniser:
//
//	甲法（平成十年法律第五号。以下「法」という。）    …職員（以下「職員等」と総称する。）      naming
//	指定法人（法第三条に規定する法人をいう。以下同じ。）                                  bracket
//	「情報資産」とは、…をいう。                                                         sentence
//	一　情報資産　情報及びこれを管理する仕組みをいう。                                    list, in an article of definitions
//
// （臨時の者を除く。以下同じ。） narrows a word and defines none. Effect runs from that point onward.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/diff/internal/token"
)

// definition is one term as one side defines it. Spans count code points of the unit's text.
type definition struct {
	term   string
	unit   int
	span   corpus.Span // the term
	extent corpus.Span // all the words of the definition: what is defined, and the bracket that does it
	means  string      // what it stands for, plain
	body   corpus.Span // of means
	name   bool        // means is the name of a document or an organisation, not a description
}

// flat is a unit's words without blanks, with the way back.
type flat struct {
	text []rune
	at   []int
}

func flatten(c *corpus.Clause) flat {
	n := utf8.RuneCountInString(c.Text.S)
	f := flat{text: make([]rune, 0, n), at: make([]int, 0, n)}
	i := 0
	for _, r := range c.Text.S {
		if i >= c.Body && !token.Blank(r) {
			f.text = append(f.text, token.Plain(r))
			f.at = append(f.at, i)
		}
		i++
	}
	return f
}

// span leads from the flat text back to the unit's.
func (f flat) span(from, to int) corpus.Span {
	if from >= to {
		return corpus.Span{}
	}
	return corpus.Span{Start: f.at[from], End: f.at[to-1] + 1}
}

// definitions of one unit, in order.
func definitions(unit int, c *corpus.Clause) []definition {
	if c.Placeholder != corpus.NoPlaceholder || !strings.ContainsAny(c.Text.S, "「以をい") {
		return nil
	}
	f := flatten(c)
	out := naming(f)
	out = append(out, inBrackets(f)...)
	out = append(out, bySentence(f)...)
	if len(out) == 0 {
		out = listed(c, f)
	}
	for i := range out {
		out[i].unit = unit
	}
	return out
}

var (
	namingRE = lazy.MustCompile(`以下、?(?:単に|総称して|それぞれ|これらを|これを|併せて|(?:この|本|同)[^「」。（）]{1,16}(?:において|では)、?)*((?:「[^「」]{1,40}」(?:、|又は|及び|若しくは|並びに)?(?:という。)?)+)(?:という|と総称|と略称|と略|と呼|といい)`)
	quotedRE = lazy.MustCompile(`「([^「」]{1,40})」`)
	actRE    = lazy.MustCompile(`(法律|政令|省令|府令|規則|条例|告示|訓令|規程)第[〇一二三四五六七八九十百千0-9０-９]+号|決定。?$|年[^。]*月[^。]*日`)
	titled   = lazy.MustCompile(`(法|法律|令|規則|規程|規範|基準|条例|要綱|要領|指針|計画|方針|協定|ガイドライン|マニュアル|手引|憲章|センター|[員議討談評連部]会|会議|本部|機構|協会)$`)
)

// runeAt turns a byte offset of s into a rune offset.
func runeAt(s string, b int) int { return utf8.RuneCountInString(s[:b]) }

func naming(f flat) []definition {
	s := string(f.text)
	var out []definition
	for _, m := range namingRE.FindAllStringSubmatchIndex(s, -1) {
		start := runeAt(s, m[0])
		open := f.enclosing(start)
		end := start // of what is named
		inner := ""
		if open >= 0 {
			end = open
			inner = string(f.text[open+1 : start])
		}
		stop := f.closing(open, runeAt(s, m[1]))
		collective := strings.Contains(s[m[0]:m[1]], "総称")
		for _, q := range quotedRE.FindAllStringSubmatchIndex(s[m[2]:m[3]], -1) {
			d := definition{term: s[m[2]+q[2] : m[2]+q[3]]}
			from := runeAt(s, m[2]+q[2])
			d.span = f.span(from, from+utf8.RuneCountInString(d.term))
			begin := f.phraseStart(end, false)
			for collective && begin > 1 && f.text[begin-1] == '、' && token.Script(f.text[begin-2]) != token.Kana {
				begin = f.phraseStart(begin-1, false) // 甲、乙及び丙, all of them
			}
			d.name = actRE.MatchString(inner) || titled.MatchString(string(f.text[begin:end]))
			if d.name {
				begin = f.phraseStart(end, true)
			}
			d.means, d.body = string(f.text[begin:end]), f.span(begin, end)
			if !d.name && strings.HasSuffix(inner, "。") { // 職員（臨時の者を含む。以下「職員等」という。）
				d.means, d.body = d.means+"（"+strings.TrimSuffix(inner, "。")+"）", f.span(begin, start)
			}
			d.extent = f.span(end, stop)
			out = append(out, d)
		}
	}
	return out
}

// enclosing is the place of the bracket that is open at i, -1 if none.
func (f flat) enclosing(i int) int {
	depth := 0
	for k := i - 1; k >= 0; k-- {
		switch bracketDepth[string(f.text[k])] {
		case -1:
			depth++
		case 1:
			if depth == 0 {
				return k
			}
			depth--
		}
	}
	return -1
}

// closing is one behind the bracket that closes the one at open, not before from.
func (f flat) closing(open, from int) int {
	if open < 0 {
		return from
	}
	depth := 0
	for k := open; k < len(f.text); k++ {
		depth += bracketDepth[string(f.text[k])]
		if depth == 0 {
			return k + 1
		}
	}
	return len(f.text)
}

// phraseStart walks back from end to where the phrase begins: behind 、 or 。 or an open bracket; with narrow also behind a conjunction or
// a particle that cannot stand inside a name. Whole brackets are skipped.
func (f flat) phraseStart(end int, narrow bool) int {
	depth := 0
	for k := end - 1; k >= 0; k-- {
		switch d := bracketDepth[string(f.text[k])]; {
		case d < 0:
			depth++
		case d > 0 && depth == 0:
			return k + 1
		case d > 0:
			depth--
		case depth > 0:
		case f.text[k] == '、' || f.text[k] == '。':
			return k + 1
		case narrow:
			for _, w := range []string{"及び", "並びに", "又は", "若しくは", "における", "に基づく", "に関する", "に係る"} {
				if n := utf8.RuneCountInString(w); k-n+1 >= 0 && string(f.text[k-n+1:k+1]) == w {
					return k + 1
				}
			}
		}
	}
	return 0
}

var (
	bracketEnd = lazy.MustCompile(`^(.*)をいう。(` + reach + `)?$`)
	sameBelow  = lazy.MustCompile(`^(.*)。` + reach + `$`)
	narrows    = lazy.MustCompile(`(を除く|を含む|に限る|に限り|のみ)$`)
)

// reach says how far a definition goes: 以下同じ。 以下この条において同じ。 次項及び第四項において同じ。
const reach = `(?:以下[^「」。]{0,20}同じ。|(?:次|第|附則)[^「」。]{0,80}において同じ。)`

// inBrackets: X（…をいう。以下同じ。）, X（…。以下同じ。）. The term is the compound noun in front of the bracket.
func inBrackets(f flat) []definition {
	var out []definition
	for open, r := range f.text {
		if r != '（' && r != '(' {
			continue
		}
		stop := f.closing(open, open)
		if stop-open < 5 {
			continue
		}
		inner := string(f.text[open+1 : stop-1])
		m := bracketEnd.FindStringSubmatch(inner)
		if m == nil {
			if m = sameBelow.FindStringSubmatch(inner); m == nil || narrows.MatchString(m[1]) {
				continue
			}
		}
		from := open
		for from > 0 && termRune(f.text[from-1]) {
			from--
		}
		for _, w := range []string{"及び", "並びに", "又は", "若しくは", "当該", "その他", "各", "前記"} {
			if i := strings.LastIndex(string(f.text[from:open]), w); i >= 0 {
				from += runeAt(string(f.text[from:open]), i+len(w))
			}
		}
		for from > 2 && f.text[from-1] == 'の' && f.text[from-2] == '上' && termRune(f.text[from-3]) { // 技術上の秘密
			for from -= 2; from > 0 && termRune(f.text[from-1]); {
				from--
			}
		}
		if from == open || open-from > 30 {
			continue
		}
		bodyEnd := open + 1 + utf8.RuneCountInString(m[1])
		out = append(out, definition{term: string(f.text[from:open]), span: f.span(from, open), extent: f.span(open, stop), means: m[1], body: f.span(open+1, bodyEnd)})
	}
	return out
}

// termRune reports whether r can stand in a compound noun.
func termRune(r rune) bool {
	switch token.Script(r) {
	case token.Kanji, token.Katakana, token.Latin, token.Digits:
		return true
	}
	return r == '・' || r == '-' || r == '－'
}

var sentenceRE = lazy.MustCompile(`「([^「」]{1,40})」とは、([^。]*?(?:（[^）]*）[^。]*?)*)をいう`)

func bySentence(f flat) []definition {
	s := string(f.text)
	var out []definition
	for _, m := range sentenceRE.FindAllStringSubmatchIndex(s, -1) {
		at := func(i int) int { return runeAt(s, m[i]) }
		out = append(out, definition{term: s[m[2]:m[3]], span: f.span(at(2), at(3)), extent: f.span(at(0), at(1)), means: s[m[4]:m[5]], body: f.span(at(4), at(5))})
	}
	return out
}

var listedRE = lazy.MustCompile(`^([^\s。、「」（）]{1,30}(?:（[^）]*）)?)[\s　]+(\S.*をいう。?(?:ただし、.*)?)$`)

// listed: an item whose first word stands apart from the rest, which ends with をいう.
func listed(c *corpus.Clause, f flat) []definition {
	if c.Kind != corpus.KindItem {
		return nil
	}
	m := listedRE.FindStringSubmatch(strings.TrimSpace(c.Words()))
	if m == nil {
		return nil
	}
	n := utf8.RuneCountInString(token.PlainText(m[1]))
	return []definition{{term: token.PlainText(m[1]), span: f.span(0, n), extent: f.span(0, len(f.text)), means: string(f.text[n:]), body: f.span(n, len(f.text))}}
}
