package lint

// 句点: a sentence ends with 。, a noun in a list of 号 does not.
//
//	…が求められる; 第二条　会員は、会費を納める                           found
//	一　申請書。, where its siblings have none                       found
//	…すること。 …とき。; a note or a caption                          near miss

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

var fullStop = &Rule{
	ID: "full-stop", Number: 28, Severity: corpus.Warning, Needs: NeedsText,
	Title: "文末の句点がない、又は名詞で終わる号に句点がある", English: "a sentence without its 。, or a 。 behind a noun in a list",
	Basis: "文の終わりには句点を付す。名詞で終わる号には付さない（「こと」「とき」で終わる号には付す）", Bad: "求められる／一　申請書。", Good: "こと。、とき。、号の後にただし書が続く場合、見出し",
	Hint: "句点を確かめてください", HintEN: "check the full stop",
	text: (*subject).fullStops,
}

// predicateRE is an ending that only a sentence has.
var predicateRE = lazy.MustCompile(`(しなければならない|してはならない|ものとする|こととする|とする|をいう|による|れる|られる|させる|できる|ものである|である|ではない|しない|がある|必要である|に努める|を行う|を定める|を得る|しました|します|ください)$`)

// verbRE is any verb in the form that ends a sentence. It can also qualify a noun that a table or a page left out, so it counts only in 条 and 項 with a topic.
var verbRE = lazy.MustCompile(`[\p{Han}](?:[うくぐすつぬぶむる]|[えきけげしじせてねべみめり]る|わない|らない)$`)

func (s *subject) fullStops(d *side) {
	for u, c := range d.units {
		if !d.body(u) || c.Kind == corpus.KindHeading || d.form(u) || d.foreign(u) || len(d.kids[u]) > 0 && c.Kind != corpus.KindArticle && c.Kind != corpus.KindParagraph {
			continue
		}
		text := d.flats[u].Text
		words := string(text)
		// a verb behind a noun closes a sentence; an item may end with a clause that qualifies nothing (… を除く), so it needs more of a sentence
		m := predicateRE.FindStringIndex(words)
		if m != nil && len(text) < 12 {
			m = nil
		}
		if m == nil && (c.Kind == corpus.KindArticle || c.Kind == corpus.KindParagraph) && strings.Contains(words, "は、") {
			m = verbRE.FindStringIndex(words)
		}
		if m != nil && sentenceLike(words, c) {
			n := len([]rune(words[m[0]:]))
			s.report(d, u, d.flats[u].Span(len(text)-n, len(text)), "「%s」の後に句点がありません", "no full stop behind %q")
			continue
		}
		if c.Kind == corpus.KindItem && s.nounWithStop(d, u, text) {
			s.report(d, u, d.flats[u].Span(max(0, len(text)-5), len(text)), "名詞で終わる号に句点があります（「%s」）", "a full stop behind a noun (%q)")
		}
	}
}

// sentenceLike reports whether words hold a subject or object before the predicate: a note or a caption has none.
func sentenceLike(words string, c *corpus.Clause) bool {
	if c.Kind == corpus.KindTable || c.Kind == corpus.KindFigure {
		return false
	}
	return strings.ContainsAny(words, "、。") && (strings.Contains(words, "は、") || strings.Contains(words, "を") || strings.Contains(words, "が"))
}

// nounWithStop: 一　申請書。 among items of which most have no stop.
func (s *subject) nounWithStop(d *side, u int, text []rune) bool {
	if !bareNoun(text) {
		return false
	}
	with, without := 0, 0
	for _, k := range d.siblings(u) {
		t := d.flats[k].Text
		if len(t) == 0 || d.units[k].Kind != corpus.KindItem {
			continue
		}
		if t[len(t)-1] == '。' {
			with++
		} else if noun(t[len(t)-1]) {
			without++
		}
	}
	return without > with
}

// bareNoun reports whether the text is one phrase that ends with a noun and 。: no 。 within, no こと, とき, もの, 場合.
func bareNoun(text []rune) bool {
	n := len(text)
	if n < 2 || text[n-1] != '。' || !noun(text[n-2]) {
		return false
	}
	words := string(text[:n-1])
	for _, w := range []string{"事", "時", "場合", "物", "旨", "。"} {
		if strings.HasSuffix(words, w) || w == "。" && strings.Contains(words, w) {
			return false
		}
	}
	return true
}
