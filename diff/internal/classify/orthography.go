package classify

// 用字: the same words, written otherwise. Compared are the texts around the difference, after every spelling of a table is brought to
// one form: official usage (公用文における漢字使用等について, 送り仮名の付け方) changed several times, and rules follow when they are amended.
//
//	採るべき → とるべき   行なう → 行う   取次ぐ → 取り次ぐ   ふまえ → 踏まえ   くばる → 配る   および → 及び   コンピュータ → コンピューター   27 → ２７   三十日 → 30日
//
// Near misses: 又は → 及び is no spelling; とき → 時 and もの → 物 are not in the table, because in rules they mean different things.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/token"
)

// spellings lists variants; each is brought to the last form of its row. Longer variants stand first.
var spellings = [][]string{
	// kanji or kana
	{"採る", "執る", "とる"}, {"採り", "執り", "とり"}, {"採った", "執った", "とった"}, {"採って", "執って", "とって"}, {"採ら", "執ら", "とら"}, {"採れ", "執れ", "とれ"},
	{"ふまえ", "踏まえ"}, {"および", "及び"}, {"ならびに", "並びに"}, {"または", "又は"}, {"もしくは", "若しくは"}, {"但し", "ただし"}, {"尚、", "なお、"}, {"又、", "また、"}, {"且つ", "かつ"},
	{"すべて", "全て"}, {"更に", "さらに"}, {"予め", "あらかじめ"}, {"拘わらず", "関わらず", "かかわらず"}, {"下さい", "ください"}, {"従がって", "従って", "したがって"}, {"毎に", "ごとに"},
	{"為に", "ために"}, {"或いは", "あるいは"}, {"因る", "依る", "よる"}, {"於いて", "おいて"}, {"の通り", "のとおり"}, {"出来る", "できる"}, {"出来な", "できな"}, {"共に", "ともに"},
	{"言う", "謂う", "いう"}, {"無い", "ない"}, {"ただちに", "直ちに"}, {"すみやかに", "速やかに"}, {"かんがみ", "鑑み"}, {"いちじるし", "著し"}, {"つとめ", "努め"}, {"はかる", "図る"}, {"はかり", "図り"},
	{"もとづ", "基づ"}, {"のぞまし", "望まし"}, {"ひきつづ", "引き続"}, {"もうけ", "設け"}, {"もちい", "用い"}, {"さだめ", "定め"}, {"できるかぎり", "できる限り"}, {"あらたに", "新たに"}, {"虞", "恐れ", "おそれ"}, {"障害者", "障がい者"}, {"子供", "こども", "子ども"}, {"捺印", "なつ印"}, {"綴り", "つづり"}, {"一人ひとり", "一人一人"},
	// okurigana
	{"従が", "従"}, {"表わ", "表"}, {"現われ", "現れ"}, {"著わ", "著"}, {"断わ", "断"}, {"短か", "短"}, {"少い", "少ない"}, {"明か", "明らか"}, {"起る", "起こる"}, {"起っ", "起こっ"}, {"終る", "終わる"}, {"終っ", "終わっ"},
	{"変る", "変わる"}, {"変っ", "変わっ"}, {"向う", "向かう"}, {"落す", "落とす"}, {"落し", "落とし"}, {"果す", "果たす"}, {"果し", "果たし"}, {"分れ", "分かれ"}, {"生れ", "生まれ"}, {"集る", "集まる"}, {"捕え", "捕らえ"},
	{"申込む", "申し込む"}, {"申込ん", "申し込ん"}, {"取扱う", "取り扱う"}, {"取扱っ", "取り扱っ"}, {"取消す", "取り消す"}, {"繰上げる", "繰り上げる"}, {"繰下げる", "繰り下げる"}, {"引渡す", "引き渡す"}, {"引渡した", "引き渡した"},
	{"行な", "行"}, {"おこな", "行"}, {"伴な", "伴"}, {"当っ", "あたっ", "当たっ"}, {"当り", "あたり", "当たり"}, {"基き", "基づき"}, {"基く", "基づく"},
	{"取り扱い", "取扱", "取扱い"}, {"手続き", "手続"}, {"申し込み", "申込", "申込み"}, {"申し出", "申出"}, {"届け出", "届出"}, {"引き続き", "引続き"}, {"受け付け", "受付け", "受付"},
	{"問い合わせ", "問合わせ", "問合せ"}, {"打ち合わせ", "打合わせ", "打合せ"}, {"見積もり", "見積", "見積り"}, {"支払い", "支払"}, {"取り消し", "取消", "取消し"}, {"繰り越し", "繰越", "繰越し"},
	{"取り組み", "取組み", "取組"}, {"組み合わせ", "組合わせ", "組合せ"}, {"書き換え", "書換え"}, {"貸し出し", "貸出", "貸出し"}, {"立ち会い", "立会い"}, {"割り当て", "割当", "割当て"},
	// letters and signs
	{"箇月", "ヶ月", "ケ月", "カ月", "ヵ月", "か月"}, {"箇所", "ヶ所", "カ所", "ヵ所", "か所"}, {"附則", "付則"}, {"附属", "付属"}, {"附帯", "付帯"}, {"附する", "付する"}, {"附し", "付し"}, {"寄附", "寄付"},
	{"講じる", "講ずる"}, {"生じる", "生ずる"}, {"応じる", "応ずる"}, {"通じる", "通ずる"}, {"準じる", "準ずる"}, {"命じる", "命ずる"}, {"禁じる", "禁ずる"}, {",", "、"},
}

var respell = newRespell()

func newRespell() *strings.Replacer {
	var list []string
	for _, row := range spellings { // of two that fit, the earlier pair wins: 取扱い is not 取扱 with an い
		last := row[len(row)-1]
		if slices.ContainsFunc(row[:len(row)-1], func(v string) bool { return strings.HasPrefix(last, v) }) {
			list = append(list, last, last)
		}
		for _, v := range row[:len(row)-1] {
			list = append(list, v, last)
		}
	}
	return strings.NewReplacer(list...)
}

var (
	longVowel = lazy.MustCompile(`([ァ-ヺ])ー([^ァ-ヺー]|$)`)
	// 取次ぐ, 取り次ぐ: the ending of the first verb of a compound is written or not
	compoundVerb = lazy.MustCompile(`(\p{Han})[りきちみびえけげせねべめれい](\p{Han})`)
	numeralRE    = lazy.MustCompile(`[〇一二三四五六七八九十百千0-9]+`)
)

// spell brings a text to one spelling: widths, case, spellings of the table, final ー of foreign words.
func spell(s string) string {
	s = strings.ToLower(token.LooseText(s))
	s = respell.Replace(s)
	s = compoundVerb.ReplaceAllString(s, "$1$2")
	return longVowel.ReplaceAllString(s, "$1$2")
}

// figures writes every numeral in Arabic figures.
func figures(s string) string {
	return numeralRE.ReplaceAllStringFunc(s, func(m string) string {
		n, ok := ref.ParseNumeral(m)
		if !ok || n == 0 {
			return m
		}
		return itoa(n)
	})
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// inKanji reports whether a word of kana stands in kanji on the other side, with the same ending: くばる → 配る, うつし → 写し, かかわって → 関わって. One
// kanji for two to four kana: する → 送る are two words.
func inKanji(kana, kanji string) bool {
	a, b := []rune(kana), []rune(kanji)
	if len(b) == 0 || len(a) <= len(b) || token.Script(b[0]) != token.Kanji {
		return false
	}
	ending := string(b[1:])
	stem, ok := strings.CutSuffix(kana, ending)
	return ok && ending != "" && !strings.ContainsFunc(kana, func(r rune) bool { return token.Script(r) != token.Kana }) &&
		utf8.RuneCountInString(stem) >= 2 && utf8.RuneCountInString(stem) <= 4 && !strings.ContainsAny(ending, "、。") && !auxiliary.MatchString(kana)
}

// auxiliary are words of kana that carry grammar, and are no verb or noun that a kanji could write.
var auxiliary = lazy.MustCompile(`^(なけれ|ならな|なられ|られ|させ|される|ものと|ことと|による|により|において|おける|について|として|ために|ところ|ください|ましょ|ません|でき)`)

// respelt lists the hunks of sentence pairs that say the same in one spelling, where several spellings stand so close that no hunk has
// undisturbed neighbours: 申込の手続き → 申込みの手続.
func (c *change) respelt(h *hunk) bool {
	for n, o := range c.match[corpus.New] {
		if o < 0 {
			continue
		}
		a, b := c.sentences[corpus.New][n].span, c.sentences[corpus.Old][o].span
		if h.New.Start >= a.Start && h.New.End <= a.End && h.Old.Start >= b.Start && h.Old.End <= b.End {
			return spell(c.Sides[corpus.New].Text(a)) == spell(c.Sides[corpus.Old].Text(b))
		}
	}
	return false
}

func orthography(d *document, c *change) []Effect {
	return c.each(func(h *hunk) (Effect, bool) {
		if c.respelt(h) {
			h.same = true
			return c.effect(h), true
		}
		if h.old() == "" || h.new() == "" {
			if h.old()+h.new() != "、" { // with its neighbours: 取扱 → 取扱い
				if len([]rune(h.old()+h.new())) > 2 {
					return Effect{}, false
				}
			} else {
				return Effect{}, false
			}
		}
		if old, new := h.old(), h.new(); inKanji(old, new) || inKanji(new, old) {
			h.same = true
			return c.effect(h), true
		}
		around := func(s corpus.Side) string { return c.before(h, s, 3) + h.text[s] + c.after(h, s, 3) }
		old, new := spell(around(corpus.Old)), spell(around(corpus.New))
		if old != new && figures(old) != figures(new) {
			return Effect{}, false
		}
		h.same = true
		e := c.effect(h)
		if next := c.after(h, corpus.New, 1); next == c.after(h, corpus.Old, 1) && utf8.RuneCountInString(next) == 1 && token.Script([]rune(next)[0]) == token.Kana {
			e.Old, e.New = e.Old+next, e.New+next // すべて → 全て, not すべ → 全
		}
		return e, true
	})
}
