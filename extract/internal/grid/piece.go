package grid

// Which of the tables inside cells are tables, for formats whose markup says "table" of both: one that the author drew (別表, 様式, fees)
// is one piece, one that only puts text into place, a number beside its sentence, a frame around a cell, holds provisions and stays
// text. On a page only the first kind has rules, and nests finds it by them.

import (
	"strings"

	"shinkyu/corpus/lazy"
)

var (
	// labelOnly is a cell that labels the text beside it.
	labelOnly = lazy.MustCompile(`^(?:[（(〔［]?(?:第?[0-9０-９一二三四五六七八九十百]{1,4}(?:[条章節款項号](?:の[0-9０-９一二三四五六七八九十]+)*)?|[ア-ンあ-んｱ-ﾝ]|[a-zA-Zａ-ｚＡ-Ｚ]|[ivxⅰ-ⅹⅠ-Ⅹ]{1,4})[)）〕］.．、]?|[①-⑳㈠-㈩㋐-㋾]|[・○●◎◯◇◆□■※＊*－―‐-]|[（(]?注[0-9０-９]*[)）]?)$`)
	// opensArticle is a cell that is an article, or begins with its label.
	opensArticle = lazy.MustCompile(`^第[0-9０-９一二三四五六七八九十百千]+条(?:の[0-9０-９一二三四五六七八九十]+)*`)
)

// OnePiece reports whether a table inside a cell is one piece. rows hold the words of its cells without blanks; named says that it has
// header cells or a caption, ruled that rules are drawn around its cells.
//
// Less than two columns that hold anything, or articles: text. A header or a caption: a table. Every row a label and its sentence: text.
// Rules: a table. Without any of them it is one if two of its rows or more have neighbours and its first column is more than labels.
// Going by rules alone was rejected: pages draw them in style sheets and Word in styles that are elsewhere.
func OnePiece(rows [][]string, named, ruled bool) bool {
	var full, labelled, listed int // rows with neighbours; those of them that are a label and its text; those whose text is a sentence
	for _, row := range rows {
		var filled []string
		for _, words := range row {
			if words == "" {
				continue
			}
			if opensArticle.MatchString(words) && (strings.Contains(words, "。") || labelOnly.MatchString(words)) {
				return false
			}
			filled = append(filled, words)
		}
		if len(filled) < 2 {
			continue
		}
		full++
		if len(filled) == 2 && labelOnly.MatchString(filled[0]) {
			labelled++
			if strings.Contains(filled[1], "。") {
				listed++
			}
		}
	}
	switch {
	case full == 0:
		return false
	case named:
		return true
	case listed == full:
		return false
	case ruled:
		return true
	}
	return full > 1 && labelled < full
}
