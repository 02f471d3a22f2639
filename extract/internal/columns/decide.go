package columns

// Which columns are the new and the old text.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/extract/internal/clause"
)

// decide fills in sides and headers.
func (s *section) decide() {
	if s.byHeads() {
		return
	}
	if s.cols < 2 { // a lost table: the sides are whatever the pages make them
		s.sides = [2][2]int{{0, 1}, {1, 2}}
		s.warn()
		return
	}
	left, right := s.widest()
	votes := s.votes(left, right)
	if votes == 0 {
		votes = s.titleVote()
	}
	s.sides = [2][2]int{{left, left + 1}, {right, right + 1}}
	switch {
	case votes < 0:
		s.sides[0], s.sides[1] = s.sides[1], s.sides[0]
	case votes == 0:
		s.warn()
	}
}

func (s *section) warn() {
	s.diags = append(s.diags, corpus.Diag{
		Rule: "side-by-default", Severity: corpus.Warning, Unit: -1,
		Message: "どちらの欄が新しいか書かれていないため、左（上）の欄を新としました",
		English: "nothing says which column is new: the left (upper) one was taken",
		Hint:    "欄の見出しを確かめてください",
	})
}

// byHeads takes the sides from the header. Where several columns carry the same side and they are no stages of an
// amendment, the first of each is taken and the others are named in a finding.
func (s *section) byHeads() bool {
	found := [2]bool{}
	for _, h := range s.heads {
		side := -1
		switch h.role {
		case newText:
			side = 0
		case oldText:
			side = 1
		default:
			continue
		}
		if found[side] {
			s.diags = append(s.diags, corpus.Diag{
				Rule: "column-not-compared", Severity: corpus.Warning, Unit: -1,
				Message: "「" + h.text + "」の欄は比較していません",
				English: "the column " + h.text + " is not compared",
				Hint:    "段階ごとの改正は、段階ごとに表を分けてください",
			})
			continue
		}
		found[side], s.sides[side], s.headers[side] = true, [2]int{h.from, h.to}, h.text
	}
	return found[0] && found[1]
}

// widest are the two columns with the most text, in order.
func (s *section) widest() (left, right int) {
	size := make([]int, s.cols)
	for _, r := range s.rows {
		for _, c := range r.cells {
			if c.Col < s.cols && c.ColSpan <= 1 {
				size[c.Col] += shown(&c)
			}
		}
	}
	best := func(but int) int {
		at := -1
		for i, n := range size {
			if i != but && (at < 0 || n > size[at]) {
				at = i
			}
		}
		return at
	}
	left = best(-1)
	right = best(left)
	return min(left, right), max(left, right)
}

// votes counts the markers: above zero says left is new, below zero right.
func (s *section) votes(left, right int) int {
	n := 0
	for _, r := range s.rows {
		for _, c := range r.cells {
			if c.Col != left && c.Col != right {
				continue
			}
			side := 1
			if c.Col == right {
				side = -1
			}
			for _, l := range c.Lines {
				switch clause.Marker(l.Text.S) {
				case corpus.Removed:
					n += side
				case corpus.Added:
					n -= side
				}
			}
		}
	}
	return n
}

// titleVote reads a title or preamble that names the columns' order: 「現行と改正案の対照表」, 「左欄が改正前」.
func (s *section) titleVote() int {
	text := s.title
	for _, u := range s.unplaced {
		text += "\n" + u.Text
	}
	text = corpus.Squeeze(text)
	for _, f := range []struct {
		words string
		vote  int
	}{
		{"左欄が改正後", 1}, {"上欄が改正後", 1}, {"右欄が改正前", 1}, {"下欄が改正前", 1}, {"左が改正後", 1}, {"左側が改正後", 1}, {"左欄は改正後", 1}, {"左が新", 1},
		{"左欄が改正前", -1}, {"上欄が改正前", -1}, {"右欄が改正後", -1}, {"下欄が改正後", -1}, {"左が改正前", -1}, {"左側が改正前", -1}, {"左欄は改正前", -1}, {"左欄が現行", -1}, {"左が現行", -1}, {"左が旧", -1},
		{"旧新対照表", -1}, {"現行・改正案対照表", -1}, {"現行改正案対照表", -1},
	} {
		if strings.Contains(text, f.words) {
			return f.vote
		}
	}
	return 0
}
