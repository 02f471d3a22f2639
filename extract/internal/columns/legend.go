package columns

// What a legend says: which marks mean what. Legends are short and formulaic, but the formulas are many:
//
//	（傍線部分は改正部分）                     mark, then meaning
//	※変更箇所を赤字で示す。                     meaning, then mark
//	下線部は追加、取消線は削除                     pairs, in the order of the first
//	傍線及び破線で囲んだ部分が改正部分               several marks, one meaning
//	…傍線を付した部分をこれに順次対応する…のように改め、…二重傍線を付した規定を…加える。
//
// So a sentence is read as a row of words of three kinds: marks, meanings, and words that take a mark away again (除く). Marks
// and meanings pair up as they follow each other, in the order that the sentence begins with. All else is passed over:
// a grammar of whole sentences was rejected, since drafters add words everywhere (今回の, 付した, 示す). 改正 in the name of a column
// (改正前欄) is no meaning; a column that is named directly before a mark (旧欄の下線) is the only one in which it means that.

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

type legendWord struct {
	re     *lazy.Regexp
	kinds  []corpus.MarkKind
	means  corpus.Meaning
	column bool // names a column
	side   string
	except bool
}

// behind is what may follow the name of a mark: 赤字で, 赤字部分, 赤字（… but not 赤字補填.
const behind = `(?:$|[のはがをでにとや、。・，．）)（(：:=＝…―\-／/　]|及び|又は|並びに|若しくは|部|箇所|個所|表[示記]|線|下線|文字|斜体|太字|[一-龠ァ-ヶ]{0,4}(?:付し|引い|囲|塗))`

// legendWords in the order in which they are tried at a place: longer names first. They are made when a legend is met, not at every start.
var legendWords = sync.OnceValue(func() []legendWord {
	return []legendWord{
		{re: at(`(?:改[正定訂]|変更|修正)前(?:の?欄)?|現行(?:の?欄)?|旧欄`), column: true, side: "old"},
		{re: at(`(?:改[正定訂]|変更|修正)(?:後|案)(?:の?欄)?|新欄`), column: true, side: "new"},
		{re: at(`[左右上下]欄|一部改[正定訂]|改[正定訂](?:規定|する)`), column: true},
		{re: at(`を?除[くき]|(?:の|が)(?:ない|無い)(?:部分|箇所|もの)|[をがの]?(?:付し|付され|付い|つい|施し|施され|引い|引かれ)て(?:い)?ない|[をがの]?(?:付|施|引)され(?:ぬ|ない)`), except: true},
		{re: at(`(?:二重|２重|2重)の?(?:取(?:り)?消し?線|打(?:ち)?消し?線|抹消線)`), kinds: []corpus.MarkKind{corpus.MarkStrike}},
		{re: at(`(?:二重|２重|2重)の?(?:傍線|下線|アンダーライン|線)`), kinds: []corpus.MarkKind{corpus.MarkDouble}},
		{re: at(`(?:取(?:り)?消し?|打(?:ち)?消し?|抹消)(?:し|しの)?線|見え消し|中線|取消し(?:表示|部分)`), kinds: []corpus.MarkKind{corpus.MarkStrike}},
		{re: at(`(?:破線|点線|実線|太線|枠線?|線)(?:の枠)?で?(?:囲[みんっむわ]|枠囲み)|枠囲み|囲み(?:線|部分|文字)|(?:破線|点線|太)の?枠`), kinds: []corpus.MarkKind{corpus.MarkBox}},
		{re: at(`(?:破線|点線|波線|実線|太線|太)の?(?:傍線|下線|アンダーライン)|傍線|傍点線|側線|下線|アンダーライン|under ?line|波線|太線`), kinds: []corpus.MarkKind{corpus.MarkUnderline}},
		{re: at(`(太字|太文字|ボールド体?|ゴシック(?:体|文字)?|ゴチック(?:体)?)` + behind), kinds: []corpus.MarkKind{corpus.MarkBold}},
		{re: at(`(赤(?:字|文字|色(?:の?文字)?|い文字|線)|朱(?:字|書き?|色|文字|記)|レッド)` + behind), kinds: []corpus.MarkKind{corpus.MarkRed}},
		{re: at(`(青(?:字|文字|色(?:の?文字)?|い文字))` + behind), kinds: []corpus.MarkKind{corpus.MarkBlue}},
		{re: at(`(緑(?:字|文字|色(?:の?文字)?))` + behind), kinds: []corpus.MarkKind{corpus.MarkGreen}},
		{re: at(`(網(?:掛|か)け?|あみかけ|アミカケ|ハイライト|蛍光(?:ペン|マーカー)|マーカー|背景色|塗(?:り)?つぶし|黄色|灰色|グレー|色塗り)` + behind), kinds: []corpus.MarkKind{corpus.MarkShade}},
		{re: at(`(?:色付き|着色|色(?:字|文字)|カラー(?:文字)?|色を(?:付け|変え))`), kinds: []corpus.MarkKind{corpus.MarkColour, corpus.MarkRed, corpus.MarkBlue, corpus.MarkGreen, corpus.MarkShade}},
		{re: at(`順次対応`), means: corpus.MeansInOrder},
		{re: at(`追加|新設|加え|挿入|新規|追記`), means: corpus.MeansAdded},
		{re: at(`削除|削[りるっ]|廃止|抹消`), means: corpus.MeansDeleted},
		{re: at(`移動`), means: corpus.MeansMoved},
		{re: at(`改[正定訂め]|変更|修正|見直し|相違|異同|異なる(?:部分|箇所)`), means: corpus.MeansChanged},
		{re: at(`注記|注意書|強調|参考|説明|原文|引用|補足`), means: corpus.MeansAnnotated},
	}
})

func at(expr string) *lazy.Regexp { return lazy.MustCompile(`^(?:` + expr + `)`) }

const longestLegend = 400 // characters

var (
	sentenceEnd = lazy.MustCompile(`[。\n※★●■◆]|（注[0-9０-９]*）|注[0-9０-９]*[）)．.：:]`)
	wholeRE     = lazy.MustCompile(`全体に付した`)
	marking     = lazy.MustCompile(`線|[赤青緑朱太色][字い文]|ゴシック|ボールド|色|朱|網|囲|マーカー|ハイライト|塗`)
	differing   = lazy.MustCompile(`異なるものは`) // 標記部分が異なるものは…移動し: names no mark's meaning
)

// isLegend reports whether a text without white space is a legend, whether it is understood or not.
func isLegend(t string) bool {
	return legendRE.MatchString(t) || marking.MatchString(t) && utf8.RuneCountInString(t) <= longestLegend && len(signalsOf(t)) > 0
}

// tell adds a paragraph to the section's legend.
func (s *section) tell(text string) {
	switch {
	case s.legend == "":
		s.legend = text
	case !slices.Contains(strings.Split(s.legend, "\n"), text):
		s.legend += "\n" + text
	}
}

// signalsOf reads a legend; nil if it says nothing that is understood.
func signalsOf(legend string) (out []corpus.Signal) {
	type mark struct {
		kind corpus.MarkKind
		side string
	}
	add := func(marks []mark, means []corpus.Meaning, whole bool) {
		for _, k := range marks {
			for _, m := range means {
				s := corpus.Signal{Kind: k.kind, Means: m, Whole: whole && k.kind == corpus.MarkUnderline && m == corpus.MeansAnnotated, Side: k.side}
				same := slices.IndexFunc(out, func(o corpus.Signal) bool { return o.Kind == s.Kind && o.Means == s.Means && o.Whole == s.Whole })
				switch {
				case same < 0:
					out = append(out, s)
				case out[same].Side != s.Side: // the same in both columns
					out[same].Side = ""
				}
			}
		}
	}
	for _, sentence := range sentenceEnd.Split(legend, -1) {
		sentence = corpus.Squeeze(sentence)
		sentence = differing.ReplaceAllString(sentence, "")
		whole := wholeRE.MatchString(sentence)
		var kinds []mark
		var side string // of the column named directly before: 旧欄の下線
		var means []corpus.Meaning
		var last int // marks that the last word named
		marksFirst := true
		flush := func() {
			if len(kinds) > 0 && len(means) > 0 {
				add(kinds, means, whole)
			}
			kinds, means = nil, nil
		}
		for rest := sentence; rest != ""; {
			w, n := legendWordAt(rest)
			switch {
			case w == nil:
				if !strings.HasPrefix(rest, "の") && !strings.HasPrefix(rest, "中") && !strings.HasPrefix(rest, "に") {
					side = ""
				}
			case w.column:
				side = w.side
			case w.except:
				kinds = kinds[:max(len(kinds)-last, 0)]
				last = 0
			case w.kinds != nil:
				if len(kinds) == 0 && len(means) == 0 {
					marksFirst = true
				}
				if marksFirst && len(means) > 0 {
					flush()
				}
				for _, k := range w.kinds {
					kinds = append(kinds, mark{k, side})
				}
				last = len(w.kinds)
			default:
				if len(kinds) == 0 && len(means) == 0 {
					marksFirst = false
				}
				if !marksFirst && len(kinds) > 0 {
					flush()
				}
				means, side = append(means, w.means), ""
			}
			rest = rest[n:]
		}
		flush()
	}
	return out
}

// legendWordAt is the word at the beginning of s, nil if there is none, and how many bytes to go on.
func legendWordAt(s string) (*legendWord, int) {
	words := legendWords()
	for i := range words {
		w := &words[i]
		m := w.re.FindStringSubmatchIndex(s)
		switch {
		case m == nil || m[1] == 0:
		case len(m) > 2: // what follows the name is only looked at
			return w, m[3]
		default:
			return w, m[1]
		}
	}
	for i := range s {
		if i > 0 {
			return nil, i
		}
	}
	return nil, len(s)
}
