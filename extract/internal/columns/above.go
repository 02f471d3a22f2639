package columns

// What stands above a table: its title, its legend, a header that has no row of its own, and a covering letter.

import (
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/grid"
)

var (
	// legendRE is the table's own formula: （傍線部分は改正部分）, 下線部が変更箇所, （傍線の部分は改正部分）
	// and, longer, what each kind of line means: 備考　…二重傍線を付した規定で標記部分が異なるものは…
	legendRE = lazy.MustCompile(`(?:傍線|下線|アンダーライン|太[線字枠]|二重線|網[掛か]け|朱書|赤字|破線|取消し?線|打消し?線|見え消し|囲[みん])[^。]{0,20}(?:改[正定訂]|変更|修正|追加|削除|部分|箇所|個所)` +
		`|[［〔\[][\s　]*[］〕\]]の記載|順次対応する|標記部分|対象規定`)
	// tableRE names the table.
	tableRE = lazy.MustCompile(`新旧(?:対照|対比|比較)(?:条文|表)*|新旧条文対照表|対照表`)
	// actRE is the name of the amending act, which may stand far above the table.
	actRE   = lazy.MustCompile(`の一部を改正する(?:件|告示|省令|府令|政令|法律|規[則程]|条例|訓令|要[綱領])(?:案)?(?:について)?$`)
	titleRE = lazy.MustCompile(`(?:一部改正|改正|改定|改訂|変更)(?:について|する|の)|[」）)](?:の一部)?|(?:法律?|令|規[則程定]|要[綱領]|条例|指針|基準|定款|通知|告示)[」』]?(?:（[^（）]*）)?(?:案)?$`)
	// namedDraft is a text named by what it is of, not only by its side.
	namedDraft = lazy.MustCompile(`^.{2,}(?:法律?|令|規[則程定]|要[綱領]|条例|指針|基準|定款|通知|告示)[」』]?の?(?:一部)?(?:改[正定訂]|変更|修正|見直し|現行)(?:案|後|前)?(?:（[^（）]*）)?$`)
	// partRE says which article of the amending act the table belongs to.
	partRE = lazy.MustCompile(`^[（(]?第[〇一二三四五六七八九十百0-9０-９]+条関係[）)]?$`)
	pageRE = lazy.MustCompile(`^[-－–—―‐\s]*[0-9０-９]{1,4}[-－–—―‐\s]*$`)
)

const (
	titleReach   = 5 // lines above the table among which its title is sought
	longestTitle = 120
)

// before reads the lines above a table, nearest last.
func (s *section) before(lines []grid.Line, title string) {
	named := nameOf(lines)
	s.title = strings.TrimSpace(title)
	parts := partsOf(lines)
	for i, l := range lines {
		reason := parts[i].reason
		t := corpus.Squeeze(l.Text.S)
		switch {
		case t == "":
			continue
		case reason == "legend":
			s.tell(parts[i].text)
		case reason != "outside-table":
		case pageRE.MatchString(t):
			reason = "page-number"
		case i == named:
			reason = "title"
			if s.title == "" {
				s.title = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(l.Text.S), "○◎●■◇◆・"))
			}
		}
		s.unplaced = append(s.unplaced, unplaced(l, reason))
	}
}

// nameOf finds the line that is the table's title, -1 if there is none: the nearest one that names a comparison of
// something, else one near the table that reads like the name of a rule, else the name of the amending act, else a bare 「新旧対照表」, else
// the only line that names a draft or a text of something (閲覧規程改正案): header words set above the columns are two.
func nameOf(lines []grid.Line) int {
	rule, part, act, bare, draft := -1, -1, -1, -1, -1
	drafts := 0
	for i := len(lines) - 1; i >= 0; i-- {
		t := corpus.Squeeze(lines[i].Text.S)
		if t == "" || utf8.RuneCountInString(t) > longestTitle || strings.HasSuffix(t, "。") || isLegend(t) || pageRE.MatchString(t) || inSentence(lines, i) {
			continue
		}
		near := i >= len(lines)-titleReach
		if r := roleOf(t); r != unknown && !tableRE.MatchString(t) {
			if near && (r == newText || r == oldText) {
				drafts++
			}
			if near && namedDraft.MatchString(t) {
				draft = i
			}
			continue
		}
		switch rest := strings.Trim(tableRE.ReplaceAllString(t, ""), "（）()【】［］[]○◎●■◇:：・参考資料別紙添付案の"); {
		case near && tableRE.MatchString(t) && utf8.RuneCountInString(rest) > 2:
			return i
		case near && tableRE.MatchString(t):
			bare = i
		case near && rule < 0 && titleRE.MatchString(t):
			rule = i
		case near && part < 0 && partRE.MatchString(t):
			part = i
		case act < 0 && actRE.MatchString(t):
			act = i
		}
	}
	for _, i := range []int{rule, part, act} {
		if i >= 0 {
			return i
		}
	}
	if bare < 0 && drafts == 1 {
		return draft
	}
	return bare
}

// inSentence reports whether a line is a piece of a wrapped paragraph: it, or the line before it, is full and breaks off.
func inSentence(lines []grid.Line, i int) bool {
	breaksOff := func(k int) bool {
		return k >= 0 && k+1 < len(lines) && lines[k].Page == lines[k+1].Page && fullLine(lines, k) && !strings.HasSuffix(corpus.Squeeze(lines[k].Text.S), "。")
	}
	return breaksOff(i-1) || breaksOff(i) && !strings.HasPrefix(corpus.Squeeze(lines[i+1].Text.S), "（")
}

const shortestFull = 24 // characters: a shorter line is full in no covering letter

// fullLine reports whether a line leaves no room, or, where that is unknown, is about as long as the longest of its page.
func fullLine(lines []grid.Line, k int) bool {
	if lines[k].Room >= 0 {
		return lines[k].Room < 1
	}
	longest := 0
	for _, l := range lines {
		if l.Page == lines[k].Page {
			longest = max(longest, corpus.Shown(l.Text.S))
		}
	}
	n := corpus.Shown(lines[k].Text.S)
	return n >= shortestFull && n >= longest-3
}

// headsBefore looks for a header among the lines above the table: each side's word alone on a line, in the order of the
// columns, or both on one line.
func (s *section) headsBefore() {
	var heads []head
	var from []int
	for i := len(s.unplaced) - 1; i >= 0 && i >= len(s.unplaced)-3; i-- {
		u := s.unplaced[i]
		if u.Reason != "outside-table" && u.Reason != "title" {
			continue
		}
		fields := strings.Fields(u.Text)
		if a, b, ok := twoHeads(fields); ok {
			heads, from = []head{a, b}, []int{i}
			break
		}
		if r := roleOf(u.Text); r == newText || r == oldText {
			heads, from = append([]head{{text: corpus.Squeeze(u.Text), role: r}}, heads...), append(from, i)
		}
	}
	if len(heads) != 2 || heads[0].role == heads[1].role || s.cols < 2 {
		return
	}
	heads[0].to, heads[1].from, heads[1].to = s.cols/2, s.cols/2, s.cols
	if s.cols > 2 {
		heads[0].to, heads[1].from, heads[1].to = 1, 1, 2
	}
	s.heads = heads
	for _, i := range from {
		if s.title == strings.TrimSpace(s.unplaced[i].Text) {
			s.title = ""
		}
		s.unplaced[i].Reason = "header"
	}
}

// twoHeads reads the words of one line as two header words: 「改 正 後　現 行」.
func twoHeads(fields []string) (a, b head, ok bool) {
	for k := 1; k < len(fields); k++ {
		left, right := strings.Join(fields[:k], ""), strings.Join(fields[k:], "")
		x, y := roleOf(left), roleOf(right)
		if x == newText && y == oldText || x == oldText && y == newText {
			return head{text: left, role: x}, head{text: right, role: y}, true
		}
	}
	return a, b, false
}
