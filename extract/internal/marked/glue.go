package marked

// Glued paragraphs: a model puts a heading, its paragraphs and a marker into one <p>.
//
//	<u>(2) 点検</u>  <u>各部は、点検を行う。</u>  <u>結果は、公表する。</u>     two blanks where a line ended
//	(1) 導入 (削る)                                                            a marker behind a heading
//
// Two blanks also stand where a number is still to be filled in (「令和  年  月  日」) and behind a label
// (「第１条  目的」), and a marker behind a bare label belongs to it (「第七条　［条を削る。］」): those stay whole.

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

var (
	// blanks of a seam: half-width only; a full-width blank is part of a label or of an indent.
	seam = regexp.MustCompile(` {2,}`)
	// marker at the end of a line that stands for a whole unit of the other side: （削る）, （新設）, ［号を加える。］
	marker = regexp.MustCompile(`[ 　]*([（(［\[〔【][ 　]*(?:削[ 　]*る|削[ 　]*除|新[ 　]*設|追[ 　]*加|[^（(［\[〔【]{1,8}を(?:削る|加える)。?)[ 　]*[）)］\]〕】])$`)
	// label that stands alone: its text follows.
	bareLabel = regexp.MustCompile(`^(?:第?[0-9０-９〇一二三四五六七八九十百千]+(?:[編章節款目条項号部])?(?:[のノ][0-9０-９〇一二三四五六七八九十百千]+)*[.．、]?` +
		`|[（(][^（()）]{1,4}[）)]|[①-⑳⑴-⒇ⅰ-ⅻ]|[ァ-ヶ]|[0-9０-９]+(?:[.．－-][0-9０-９]+)*[.．]?` +
		`|附[ 　]*則|別[表記紙添図][第0-9０-９一二三四五六七八九十]*|[・●○◎◇◆■□※－-])$`)
	// A number is still to be filled in between. a number is still to be filled in between.
	beforeGap = regexp.MustCompile(`(?:明治|大正|昭和|平成|令和|第|[年月約計])$`)
	afterGap  = regexp.MustCompile(`^(?:[年月日号条項回頁円人]|時間|か月)`)
)

// unglue cuts a line where the model glued paragraphs together.
func unglue(l grid.Line) []grid.Line {
	text := l.Text
	var out []grid.Line
	add := func(t corpus.Text) {
		if t = trim(t); t.S == "" {
			return
		}
		piece := l
		piece.Text, piece.Start = t, l.Start || len(out) > 0
		out = append(out, piece)
	}
	from := 0
	for _, m := range seam.FindAllStringIndex(text.S, -1) {
		start, end := utf8.RuneCountInString(text.S[:m[0]]), utf8.RuneCountInString(text.S[:m[1]])
		before := strings.TrimSpace(text.Slice(from, start).S)
		after := strings.TrimSpace(text.S[m[1]:])
		if before == "" || after == "" || bareLabel.MatchString(before) || beforeGap.MatchString(before) || afterGap.MatchString(after) {
			continue
		}
		add(text.Slice(from, start))
		from = end
	}
	last := text.Slice(from, text.Len())
	if m := marker.FindStringSubmatchIndex(last.S); m != nil {
		before := strings.TrimSpace(last.S[:m[0]])
		if before != "" && m[2] > m[0] && !bareLabel.MatchString(before) {
			cut := utf8.RuneCountInString(last.S[:m[2]])
			add(last.Slice(0, cut))
			last = last.Slice(cut, last.Len())
		}
	}
	add(last)
	return out
}

// trim removes white space at both ends.
func trim(t corpus.Text) corpus.Text {
	head := utf8.RuneCountInString(t.S) - utf8.RuneCountInString(strings.TrimLeft(t.S, " 　"))
	body := utf8.RuneCountInString(strings.TrimSpace(t.S))
	return t.Slice(head, head+body)
}
