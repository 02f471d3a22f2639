package columns

// What stands outside the tables has types of its own: the table's legend, an amending sentence (改め文), a full text. They are
// told by paragraph, not by line, since their formulas are longer than a line:
//
//	備考　改正前欄に掲げる規定の傍線を付した部分をこれに順次対応する改正後欄に掲げる規定の傍線を付した部分のように改める。
//	文書保存規程（令和二年規程第九号）の一部を次の表のように改正する。
//	第三条中「五日」を「七日」に改め、同条に次の一項を加える。
//
// A full text is a run of lines with the labels of a rule (第一条, 附則, １), with the title above it.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/grid"
)

var (
	amendingRE = lazy.MustCompile(`の一部を(?:次の(?:表の)?よう|別[紙表]のよう|.{0,12}のとおり)に?.{0,3}改正する|に改める。|に改め、|を加える。|を削る。|を削り、|次のように改める。`)
	locusRE    = lazy.MustCompile(`^(?:第[〇一二三四五六七八九十百0-9０-９]+[条章項]|附則|別表|題名|目次|同[条項])[^。]{0,40}(?:中|を|に|の次に|の前に)`)
	fullTextRE = lazy.MustCompile(`^(?:第[〇一二三四五六七八九十百0-9０-９]+条(?:の[〇一二三四五六七八九十0-9０-９]+)*[^〇一二三四五六七八九十0-9０-９中のをにか、関]|附則$|[0-9０-９]{1,2}[^0-9０-９年月日条．.(（])`)
)

// part is what a line outside the tables belongs to.
type part struct {
	reason string // legend, amending-sentence, full-text, outside-table
	text   string // of the whole paragraph
}

// partsOf types the lines outside the tables.
func partsOf(lines []grid.Line) []part {
	out := make([]part, len(lines))
	for i := 0; i < len(lines); {
		j, text := i+1, strings.TrimSpace(lines[i].Text.S)
		for j < len(lines) && goesOn(lines, j-1) {
			text += strings.TrimSpace(lines[j].Text.S)
			j++
		}
		reason := "outside-table"
		switch t := corpus.Squeeze(text); {
		case isLegend(t) && (utf8.RuneCountInString(t) <= longestTitle || strings.HasSuffix(t, "。")):
			reason = "legend"
		case strings.Contains(t, "の一部を") && amendingRE.MatchString(t) || locusRE.MatchString(t) && amendingRE.MatchString(t) && quotes(t):
			reason = "amending-sentence"
		}
		for ; i < j; i++ {
			out[i] = part{reason, text}
		}
	}
	fullText(lines, out)
	return out
}

// quotes reports whether a sentence names words, or places where a unit is put: what amending sentences do.
func quotes(t string) bool {
	return strings.Contains(t, "「") && strings.Contains(t, "」を") || strings.Contains(t, "次の一") || strings.Contains(t, "次のように") || strings.Contains(t, "を削る")
}

// goesOn reports whether the line behind lines[k] belongs to its paragraph. A title may be the longest line of its page and full for that.
func goesOn(lines []grid.Line, k int) bool {
	if lines[k].Page != lines[k+1].Page || !fullLine(lines, k) {
		return false
	}
	this, next := corpus.Squeeze(lines[k].Text.S), corpus.Squeeze(lines[k+1].Text.S)
	if m := tableRE.FindStringIndex(this); m != nil && m[1] == len(this) && strings.HasPrefix(next, "（") && strings.HasSuffix(next, "）") {
		return false
	}
	return !strings.HasSuffix(this, "。") && !strings.HasSuffix(this, "）")
}

const fewestLabels = 2 // of a full text

// fullText types the lines from the first label of a rule on, and the title above it.
func fullText(lines []grid.Line, out []part) {
	first, labels := -1, 0
	for i := range lines {
		if out[i].reason == "outside-table" && fullTextRE.MatchString(corpus.Squeeze(lines[i].Text.S)) {
			labels++
			if first < 0 {
				first = i
			}
		}
	}
	if labels < fewestLabels {
		return
	}
	if k := first - 1; k >= 0 && out[k].reason == "outside-table" && corpus.Shown(lines[k].Text.S) <= longestHeader && !strings.HasSuffix(corpus.Squeeze(lines[k].Text.S), "。") {
		first = k
	}
	for i := first; i < len(lines); i++ {
		if out[i].reason == "outside-table" {
			out[i].reason = "full-text"
		}
	}
}
