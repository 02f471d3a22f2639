package columns

// Pages whose table is lost: both columns come back as one stream of paragraphs, in no reliable order.
//
// Each paragraph goes to the side it continues. Signs, strongest first: a marker ((削る) stands in the new column,
// （新設） in the old); a sentence that a side left unfinished; a label that is the next of a side's series; how the next
// page goes on; then the side of the paragraph before it, and the words each side uses and the other does not.
// Similarity alone was rejected: the two columns say almost the same, that is why they are compared.
// The result is a guess and says so in a finding.

import (
	"fmt"
	"slices"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
	"shinkyu/extract/internal/grid"
)

// Weights of the signs. What is certain outweighs everything below it together.
const (
	weightMarker     = 12.0
	weightUnfinished = 7.0
	weightGoesOn     = 4.0
	weightNextPage   = 3.0
	weightStay       = 2.0
	weightWords      = 1.5

	lookAhead = 12 // lines of the next page that are looked at
)

func (s *section) assign(p *grid.Page, table, rowIndex int, following [2][]string, out *[2][]clause.Line) {
	var state [2]clause.Sequence
	var words [2]map[string]bool
	for side := range out {
		words[side] = map[string]bool{}
		for _, l := range paragraphs((*out)[side]) {
			state[side].Add(l)
			addWords(words[side], l)
		}
	}
	size := 1
	for _, l := range p.Lines {
		size += corpus.Shown(l.Text.S)
	}
	stay, done := -1, 0
	for i, l := range p.Lines {
		text := corpus.Squeeze(l.Text.S)
		if text == "" {
			continue
		}
		if slices.Contains(s.headers[:], text) {
			s.leftover = append(s.leftover, unplaced(l, "header"))
			continue
		}
		last := lastOf(p.Lines, i)
		score := [2]float64{}
		for side := range score {
			score[side] = s.judge(l.Text.S, side, &state, words, stay, last, following)
		}
		side := 0
		if score[1] > score[0] || score[1] == score[0] && stay == 1 {
			side = 1
		}
		(*out)[side] = append((*out)[side], clause.Line{Line: s.settled(&l), Origin: corpus.Origin{
			Table: table, Row: rowIndex, Page: p.Number, Box: l.Box, Start: min(float64(done)/float64(size), 1)}})
		state[side].Add(l.Text.S)
		addWords(words[side], l.Text.S)
		stay = side
		done += utf8.RuneCountInString(text)
	}
	s.diags = append(s.diags, corpus.Diag{
		Rule: "table-lost", Severity: corpus.Warning, Unit: -1, Page: p.Number,
		Message: fmt.Sprintf("%d頁は表が失われているため、各段落をどちらの欄のものか文の続きと番号から推定しました", p.Number),
		English: fmt.Sprintf("the table of page %d is lost: each paragraph was given to the side it continues", p.Number),
		Hint:    "原本の頁と照らし合わせてください",
	})
}

// judge scores text as the next paragraph of a side.
func (s *section) judge(text string, side int, state *[2]clause.Sequence, words [2]map[string]bool, stay int, last bool, following [2][]string) float64 {
	score := 0.0
	switch marker := clause.Marker(text); {
	case marker == corpus.Removed && side == 0, marker == corpus.Added && side == 1:
		return weightMarker
	case marker == corpus.Removed, marker == corpus.Added:
		return -weightMarker
	}
	fit := state[side].Fit(text)
	switch {
	case fit == clause.Unlabelled && state[side].Unfinished():
		score += weightUnfinished
	case state[side].Unfinished():
		score -= weightUnfinished
	}
	switch fit {
	case clause.GoesOn:
		score += weightGoesOn
	case clause.Jumps:
		score++
	case clause.Stray:
		score -= weightStay
	}
	if side == stay && fit != clause.GoesOn {
		score += weightStay
	}
	if last && clause.Unfinished(text) && len(following[side]) > 0 {
		next := following[side][0]
		if state[side].Fit(next) == clause.Unlabelled && clause.Marker(next) == corpus.NoPlaceholder {
			score += weightNextPage
		} else {
			score -= weightNextPage
		}
	}
	if fit != clause.Unlabelled {
		score += leads(&state[side], text, following[side])
	}
	return score + weightWords*(share(text, words[side], words[1-side]))
}

// leads scores whether text leads to the first label that the side shows behind the lost page, or takes its place.
func leads(state *clause.Sequence, text string, following []string) float64 {
	for _, next := range following {
		before := state.Fit(next)
		if before == clause.Unlabelled {
			continue
		}
		switch after := state.After(text).Fit(next); {
		case before == clause.GoesOn && after != clause.GoesOn:
			return -weightGoesOn
		case before != clause.GoesOn && after == clause.GoesOn:
			return weightNextPage
		}
		return 0
	}
	return 0
}

// paragraphs joins the lines of a side roughly: the end of the stream matters, not its cut.
func paragraphs(lines []clause.Line) []string {
	var out []string
	for _, l := range lines {
		if l.Start || len(out) == 0 || l.Room >= 1 {
			out = append(out, l.Text.S)
			continue
		}
		out[len(out)-1] += l.Text.S
	}
	return out
}

func lastOf(lines []grid.Line, i int) bool {
	for _, l := range lines[i+1:] {
		if corpus.Shown(l.Text.S) != 0 {
			return false
		}
	}
	return true
}

// addWords notes the pairs of characters of a text.
func addWords(set map[string]bool, text string) {
	r := []rune(corpus.Squeeze(text))
	for i := 0; i+3 <= len(r); i++ {
		set[string(r[i:i+3])] = true
	}
}

// share is the part of the text's words that only this side uses, from 0 to 1.
func share(text string, mine, other map[string]bool) float64 {
	own := map[string]bool{}
	addWords(own, text)
	if len(own) == 0 {
		return 0
	}
	n := 0
	for w := range own {
		if mine[w] && !other[w] {
			n++
		}
	}
	return float64(n) / float64(len(own))
}
