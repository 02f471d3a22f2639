package refer

// The grammar of references: a chain of steps, each deeper than the one before, with a tail.
//
//	chain    = { step } [ tail ]                             第三条の二 第二項 第一号 イ 本文
//	step     = 第 N unit { の N } | relative [N] unit         第三条, 前条, 前三条, 同項, この章
//	         | ( 前 | 次の ) 各 unit | 各号 | 附則 | 別表 [第 N]
//	tail     = 本文 | ただし書 | 前段 | 後段 | 各号列記以外の部分 | 柱書
//
// 条件, 条例, 項目, 同条約 begin like a step and are words; 第一号被保険者 is a kind of person and 様式第一号 a form.

import (
	"strings"

	"shinkyu/corpus/ref"
)

// manner says how a step names its clause.
type manner uint8

const (
	byNumber  manner = iota
	previous         // 前条, 前三条
	following        // 次条
	likewise         // 同条
	here             // この条, 本条
	every            // 各号
	allBefore        // 前各号
	under            // 次の各号
)

// step is one level of a reference.
type step struct {
	kind   ref.Kind
	how    manner
	unit   rune   // 条 項 号 編 章 節 款 目 部; 0 for a part or a letter
	number key    // byNumber
	count  int    // 前三条: 3
	label  string // part or letter as named: 附則, 別表第一, イ
}

// mention is a chain as found, from and to in the flat text.
type mention struct {
	from, to int
	steps    []step
}

func (m *mention) deepest() ref.Kind { return m.steps[len(m.steps)-1].kind }

// relative reports whether the first step counts from where it stands.
func (m *mention) relative() bool { return m.steps[0].how != byNumber && m.steps[0].how != every }

// scan finds the chains of a text, from left to right, the longest at each place.
func scan(f flat, o *outline) []mention {
	var out []mention
	for i := 0; i < len(f.text); {
		switch f.text[i] {
		case '第', '前', '次', '同', '本', 'こ', '附', '別', '様':
		default: // no step begins here
			i++
			continue
		}
		m := chain(&f, i)
		if m.to == 0 || !plausible(&f, &m) {
			i++
			continue
		}
		out = append(out, m)
		i = m.to
	}
	return out
}

func chain(f *flat, at int) mention {
	m := mention{from: at}
	for i := at; ; {
		s, n := takeStep(f, i, m.steps)
		if n == 0 {
			break
		}
		m.steps = append(m.steps, s)
		i += n
		m.to = i
	}
	if len(m.steps) == 0 || m.steps[0].kind == ref.Subitem || m.steps[0].how == every {
		return mention{}
	}
	if len(m.steps) == 1 && m.steps[0].kind == ref.Part && m.steps[0].label == "附則" {
		return mention{} // the 附則 as a whole: 附則に定める
	}
	for _, t := range []string{"各号列記以外の部分", "本文", "ただし書", "前段", "後段", "柱書"} {
		if f.has(m.to, t) {
			m.to += len([]rune(t))
			break
		}
	}
	return m
}

// takeStep reads one step at at, which must be deeper than the steps before it. n is its length, 0 if there is none.
func takeStep(f *flat, at int, before []step) (s step, n int) {
	for _, read := range []func(*flat, int, []step) (step, int){takePart, takeNumbered, takeRelative, takeEvery, takeLetter} {
		if s, n = read(f, at, before); n > 0 {
			if len(before) > 0 && before[len(before)-1].kind >= s.kind && !(s.kind == ref.Subitem && before[len(before)-1].kind == ref.Subitem) && s.kind != ref.Division {
				return step{}, 0
			}
			if len(before) > 0 && before[len(before)-1].how == every {
				return step{}, 0
			}
			return s, n
		}
	}
	return step{}, 0
}

var unitKinds = map[rune]ref.Kind{
	'編': ref.Division, '章': ref.Division, '節': ref.Division, '款': ref.Division, '目': ref.Division, '部': ref.Division,
	'条': ref.Article, '項': ref.Paragraph, '号': ref.Item,
}

// words begin like a step: what may not follow the unit.
var words = map[rune]string{
	'条': "件例約文項理", '項': "目", '号': "外俸令棟機線車館被様議研店地", '章': "典", '節': "約度電水", '編': "成集入者", '款': "項", '目': "的次録標", '部': "分局門会長署品数隊屋活下員落",
}

// unitAt is the unit that stands at at, 0 if there is none or the sign belongs to a word.
func unitAt(f *flat, at int) rune {
	u := f.rune(at)
	if f.has(at+1, "施行日") { // 第二号施行日 is a defined word
		return 0
	}
	if _, ok := unitKinds[u]; !ok || f.rune(at+1) != 0 && strings.ContainsRune(words[u], f.rune(at+1)) {
		return 0
	}
	return u
}

func numeral(f *flat, at int) (value, n int) {
	for at+n < len(f.text) && strings.ContainsRune("〇一二三四五六七八九十百千0123456789", f.text[at+n]) {
		n++
	}
	if n == 0 {
		return 0, 0
	}
	value, ok := ref.ParseNumeral(string(f.text[at : at+n]))
	if !ok || value == 0 {
		return 0, 0
	}
	return value, n
}

// counters behind の N make it an amount: 第三条の二週間前 is no 第三条の二.
const counters = "週日月年人円分倍割点回件歳時名枚つ"

func takeNumbered(f *flat, at int, _ []step) (step, int) {
	if f.rune(at) != '第' {
		return step{}, 0
	}
	v, n := numeral(f, at+1)
	if n == 0 {
		return step{}, 0
	}
	n++
	u := unitAt(f, at+n)
	if u == 0 {
		return step{}, 0
	}
	n++
	s := step{kind: unitKinds[u], unit: u, number: key{v}}
	for u != '項' && f.rune(at+n) == 'の' {
		b, k := numeral(f, at+n+1)
		if k == 0 || f.rune(at+n+1+k) != 0 && strings.ContainsRune(counters, f.rune(at+n+1+k)) {
			break
		}
		s.number = append(s.number, b)
		n += 1 + k
	}
	return s, n
}

func takeRelative(f *flat, at int, before []step) (step, int) {
	if len(before) > 0 {
		return step{}, 0
	}
	s, n := step{}, 1
	switch f.rune(at) {
	case '前':
		s.how = previous
	case '次':
		s.how = following
	case '同':
		s.how = likewise
	case '本':
		s.how = here
	case 'こ':
		if !f.has(at, "この") {
			return step{}, 0
		}
		s.how, n = here, 2
	default:
		return step{}, 0
	}
	switch {
	case s.how == following && f.has(at+n, "の各号"), s.how == following && f.has(at+n, "の各項"):
		s.how, n = under, n+2
	case s.how == previous && f.rune(at+n) == '各':
		s.how, n = allBefore, n+1
	case s.how == previous || s.how == following:
		if v, k := numeral(f, at+n); k > 0 {
			s.count, n = v, n+k
		}
	}
	u := unitAt(f, at+n)
	if u == 0 || u == '目' || u == '部' {
		return step{}, 0
	}
	if s.how == here && u == '号' && f.rune(at) == '本' { // 本号 is a magazine's number
		return step{}, 0
	}
	s.unit, s.kind = u, unitKinds[u]
	return s, n + 1
}

// takeEvery: the 各号 of 第三条各号, 前項各号.
func takeEvery(f *flat, at int, before []step) (step, int) {
	if len(before) == 0 || f.rune(at) != '各' || f.has(at, "各号列記") {
		return step{}, 0
	}
	u := unitAt(f, at+1)
	if u != '号' && u != '項' {
		return step{}, 0
	}
	return step{kind: unitKinds[u], how: every, unit: u}, 2
}

// takePart: 附則第二項, 別表第一, 別表第二の三, 様式第一号, 第一号様式.
func takePart(f *flat, at int, before []step) (step, int) {
	if len(before) > 0 {
		return step{}, 0
	}
	if f.has(at, "附則") {
		return step{kind: ref.Part, label: "附則"}, 2
	}
	if n := form(f, at); n > 0 {
		return step{kind: ref.Part, label: f.slice(at, at+n)}, n
	}
	if !f.has(at, "別表") {
		return step{}, 0
	}
	n := 2
	if f.rune(at+n) == '第' {
		if _, k := numeral(f, at+n+1); k > 0 {
			n += 1 + k
			for f.rune(at+n) == 'の' {
				_, k := numeral(f, at+n+1)
				if k == 0 {
					break
				}
				n += 1 + k
			}
		}
	}
	return step{kind: ref.Part, label: f.slice(at, at+n)}, n
}

// form is the length of the name of a form: 様式第一号, 様式第二号の三, 第一号様式, 別記様式第一号, 別記第一号様式.
func form(f *flat, at int) int {
	n := 0
	if f.has(at, "別記") {
		n = 2
	}
	head := f.has(at+n, "様式第")
	if head {
		n += 2
	}
	s, k := takeNumbered(f, at+n, nil)
	if k == 0 || s.unit != '号' {
		return 0
	}
	n += k
	if head {
		return n
	}
	if !f.has(at+n, "様式") {
		return 0
	}
	return n + 2
}

// takeLetter: the イ of 第一号イ, the (1) of 第一号イ(1).
func takeLetter(f *flat, at int, before []step) (step, int) {
	if len(before) == 0 {
		return step{}, 0
	}
	last := before[len(before)-1]
	if last.kind != ref.Item && last.kind != ref.Subitem || last.how == every {
		return step{}, 0
	}
	if s, n := letter(f, at); n > 0 && last.kind == ref.Item {
		return step{kind: ref.Subitem, label: s}, n
	}
	if s, n := bracketed(f, at); n > 0 && last.kind == ref.Subitem {
		return step{kind: ref.Subitem, label: s}, n
	}
	return step{}, 0
}

// numbered reports whether 第N号 numbers a document: 平成十年法律第五号, 総務発第三号, 令和五年告示第一号.
func numbered(f *flat, m *mention) bool {
	p := f.rune(m.from - 1)
	return p != 0 && noun(p) && !f.gap[m.from] && !strings.ContainsRune("又該", p)
}

// plausible drops chains that are words: 告示第一号, 本節約.
func plausible(f *flat, m *mention) bool {
	first := m.steps[0]
	if first.kind == ref.Item && first.how == byNumber && numbered(f, m) {
		return false
	}
	if first.how == likewise || first.how == here || first.how == previous || first.how == following {
		// 共同条…, 日本編, 以前項…: part of a longer word
		if p := f.rune(m.from - 1); p != 0 && f.rune(m.from) != 'こ' && noun(p) && !f.endsWith(m.from, "又") && !f.endsWith(m.from, "当該") {
			return strings.ContainsRune("、。", p)
		}
	}
	return true
}
