package marked

// Blocks: runs of lines between blank lines. A block with a tab holds rows, any other block holds plain lines.
//
// The header row opens every page of a table; it is known by being the first row of its block, all its cells being
// short and free of tags. A row may run over several lines when a cell holds a line end: lines are collected until the
// row has as many cells as the header, and a line without a tab behind a full row continues its last cell.

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"shinkyu/corpus/lazy"
)

const longestHeader = 24 // code points: 「改正後（令和八年四月一日施行）」 has 16

var pageNumber = lazy.MustCompile(`^[-–—‐―－\s]*(?:[0-9０-９]{1,4}|[Pp]\.?\s*[0-9]{1,4}|[0-9]{1,4}\s*/\s*[0-9]{1,4}|[0-9０-９]{1,4}\s*(?:頁|ページ))[-–—‐―－\s]*$`)

type block struct{ lines []string }

func split(text string) []block {
	var out []block
	var b block
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimFunc(line, func(r rune) bool { return r != '\t' && unicode.IsSpace(r) || r == '\uFEFF' }) == "" {
			if len(b.lines) > 0 {
				out = append(out, b)
			}
			b = block{}
			continue
		}
		b.lines = append(b.lines, line)
	}
	if len(b.lines) > 0 {
		out = append(out, b)
	}
	return out
}

func (b block) table() bool {
	return slices.ContainsFunc(b.lines, func(l string) bool { return strings.ContainsRune(l, '\t') })
}

// rows splits the block's lines into rows of raw cells.
func (b block) rows() [][]string {
	var rows [][]string
	columns := 0
	for _, line := range b.lines {
		cells := strings.Split(line, "\t")
		if n := len(rows); n > 0 {
			last := rows[n-1]
			opened := n == 1 && headerOf(rows) != nil // a header row is complete: a line without a tab opens the next row
			if len(cells) == 1 && !opened || len(last) < columns && len(last)+len(cells)-1 <= columns {
				last[len(last)-1] += "\n" + cells[0]
				rows[n-1] = append(last, cells[1:]...)
				columns = max(columns, len(rows[n-1]))
				continue
			}
		}
		rows = append(rows, cells)
		columns = max(columns, len(cells))
	}
	return rows
}

// headerOf returns the squeezed words of the first row if it can be a header row, else nil.
func headerOf(rows [][]string) []string {
	if len(rows) == 0 || len(rows[0]) < 2 {
		return nil
	}
	var words []string
	for _, cell := range rows[0] {
		w := squeeze(cell)
		if w == "" || utf8.RuneCountInString(w) > longestHeader || strings.ContainsAny(w, "<>。") || slices.Contains(words, w) {
			return nil
		}
		words = append(words, w)
	}
	return words
}

func headersOf(blocks []block) [][]string {
	var out [][]string
	for _, b := range blocks {
		if !b.table() {
			continue
		}
		h := headerOf(b.rows())
		if h != nil && !slices.ContainsFunc(out, func(g []string) bool { return slices.Equal(g, h) }) {
			out = append(out, h)
		}
	}
	return out
}

// lostHeader reports how many blocks from the first on consist of the words of one of the file's header rows, each
// word alone: a page whose table is lost begins there.
func (r *reader) lostHeader(blocks []block) (int, []string) {
	for _, header := range r.vocabulary {
		var text string
		want := strings.Join(header, "")
		for n, b := range blocks[:min(len(blocks), len(header))] {
			text += squeeze(strings.Join(b.lines, ""))
			if text == want {
				return n + 1, header
			}
			if !strings.HasPrefix(want, text) {
				break
			}
		}
	}
	return 0, nil
}

// squeeze removes white space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\uFEFF' {
			return -1
		}
		return r
	}, s)
}
