package marked

// Glued paragraphs: a model puts a heading, its paragraphs and a marker into one <p>.
//
//	<u>(2) 点検</u>  <u>各部は、点検を行う。</u>  <u>結果は、公表する。</u>     two blanks where a line ended
//	(1) 導入 (削る)                                                            a marker behind a heading
//
// Only half-width blanks count: a full-width one is part of a label or an indent. Two of them also stand where a number is still to be filled in (「令和  年  月  日」) and behind a label
// (「第１条  目的」), and a marker behind a bare label belongs to it (「第七条　［条を削る。］」): those stay whole.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/grid"
)

var (
	// marker at the end of a line that stands for a whole unit of the other side: （削る）, （新設）, ［号を加える。］
	marker = lazy.MustCompile(`[ 　]*([（(［\[〔【][ 　]*(?:削[ 　]*る|削[ 　]*除|新[ 　]*設|追[ 　]*加|[^（(［\[〔【]{1,8}を(?:削る|加える)。?)[ 　]*[）)］\]〕】])$`)
	// label that stands alone: its text follows.
	bareLabel = lazy.MustCompile(`^(?:第?[0-9０-９〇一二三四五六七八九十百千]+(?:[編章節款目条項号部])?(?:[のノ][0-9０-９〇一二三四五六七八九十百千]+)*[.．、]?` +
		`|[（(][^（()）]{1,4}[）)]|[①-⑳⑴-⒇ⅰ-ⅻ]|[ァ-ヶ]|[0-9０-９]+(?:[.．－-][0-9０-９]+)*[.．]?` +
		`|附[ 　]*則|別[表記紙添図][第0-9０-９一二三四五六七八九十]*|[・●○◎◇◆■□※－-])$`)
	// A number is still to be filled in between. a number is still to be filled in between.
	beforeGap = lazy.MustCompile(`(?:明治|大正|昭和|平成|令和|第|[年月約計])$`)
	afterGap  = lazy.MustCompile(`^(?:[年月日号条項回頁円人]|時間|か月)`)
)

const (
	longestLabel = 16 // code points of a label that stands alone
	longestMark  = 16 // code points of a marker with its brackets
	gapReach     = 3  // code points looked at on either side of a gap
)

// unglue cuts a line where the model glued paragraphs together.
func unglue(l grid.Line) []grid.Line {
	r := []rune(l.Text.S)
	var cuts []int
	from := 0
	for i := 0; i < len(r); i++ {
		if r[i] != ' ' || i+1 == len(r) || r[i+1] != ' ' {
			continue
		}
		start := i
		for i < len(r) && r[i] == ' ' {
			i++
		}
		if parts(r[from:start], r[i:]) {
			cuts = append(cuts, i)
			from = i
		}
	}
	if at := markerAt(r, from); at > from {
		cuts = append(cuts, at)
	}
	if len(cuts) == 0 {
		return []grid.Line{l}
	}
	var out []grid.Line
	for _, t := range pieces(l.Text, r, append(cuts, len(r))) {
		piece := l
		piece.Text, piece.Start = t, l.Start || len(out) > 0
		if t.S != "" {
			out = append(out, piece)
		}
	}
	return out
}

// pieces cuts t, whose code points are r, before each of ends (ascending, the last is its length) and trims the pieces.
// It takes one pass: a hostile line has as many seams as characters.
func pieces(t corpus.Text, r []rune, ends []int) []corpus.Text {
	out := make([]corpus.Text, len(ends))
	from := make([]int, len(ends))
	to := make([]int, len(ends))
	start := 0
	for i, end := range ends {
		from[i], to[i] = start, end
		for from[i] < to[i] && unicode.IsSpace(r[from[i]]) {
			from[i]++
		}
		for to[i] > from[i] && unicode.IsSpace(r[to[i]-1]) {
			to[i]--
		}
		out[i].S = string(r[from[i]:to[i]])
		start = end
	}
	for _, m := range t.Marks {
		first, _ := slices.BinarySearch(ends, m.Span.Start+1)
		for i := first; i < len(ends) && from[i] < m.Span.End; i++ {
			if a, b := max(m.Span.Start, from[i]), min(m.Span.End, to[i]); a < b {
				out[i].Marks = append(out[i].Marks, corpus.Mark{Kind: m.Kind, Span: corpus.Span{Start: a - from[i], End: b - from[i]}})
			}
		}
	}
	return out
}

// parts reports whether blanks between before and after part two units.
func parts(before, after []rune) bool {
	if len(before) == 0 || len(after) == 0 {
		return false
	}
	if len(before) <= longestLabel && bareLabel.MatchString(string(before)) {
		return false
	}
	tail, head := before[max(0, len(before)-gapReach):], after[:min(len(after), gapReach)]
	return !beforeGap.MatchString(string(tail)) && !afterGap.MatchString(string(head))
}

// markerAt finds a marker at the end of r[from:] behind words, not behind a bare label; -1 if there is none.
func markerAt(r []rune, from int) int {
	at := max(from, len(r)-longestMark)
	m := marker.FindStringSubmatchIndex(string(r[at:]))
	if m == nil || m[2] == m[0] {
		return -1
	}
	at += utf8.RuneCountInString(string(r[at:])[:m[2]])
	before := strings.TrimSpace(string(r[from:at]))
	if before == "" || utf8.RuneCountInString(before) <= longestLabel && bareLabel.MatchString(before) {
		return -1
	}
	return at
}
