package grid

import (
	"strings"
	"unicode"

	"shinkyu/corpus/lazy"
)

// Lines outside the tables may be furniture of the page: its number, or a running title. Neither is text. A running title
// is told by its return at the same place on other pages; where it stands above a table for the first time it may be the
// table's title and is left in place.

var pageNumber = lazy.MustCompile(`^(?:` + strings.Join([]string{
	`[-－–—―‐−ー─一〜~・・(（\[［<〈【]*[0-9０-９]{1,4}[-－–—―‐−ー─一〜~・・)）\]］>〉】.]*`, // － 3 －, (3); dashes are read as 一 in pictures
	`[-－–—―‐−ー─一｜|]{2,4}`,                                    // － 1 －, read from a picture
	`[0-9０-９]{1,4}[/／][0-9０-９]{1,4}`,                         // 3/10
	`第?[0-9０-９]{1,4}(?:頁|ページ)(?:[/／].*)?`,                    // 第3頁
	`(?i:p|page)[.．]?[0-9０-９]{1,4}(?:[/／of]+[0-9０-９]{1,4})?`, // p.3
	`[-－–—―‐−ー─（(]*[〇一二三四五六七八九十百]{1,4}[-－–—―‐−ー─）)]*`,        // 三
	`[-－–—―‐−ー─（(]*[ivxlcⅰ-ⅻ]{1,6}[-－–—―‐−ー─）)]*`,            // iv
}, "|") + `)$`)

const (
	marginShare = 0.13 // of the page's height or width: where page numbers stand
	samePlace   = 4.0  // points within which a running title returns
)

// squeeze is text without white space.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// numbered reports whether a loose line of a page is its number.
func (t *PageTrace) numbered(s *Strip) bool {
	text := squeeze(s.text().S)
	if !pageNumber.MatchString(text) {
		return false
	}
	b := t.Frame.Out(s.Box)
	w, h := t.Frame.Width, t.Frame.Height
	x, y := (b.X0+b.X1)/2, (b.Y0+b.Y1)/2
	margin := x < marginShare*w || x > (1-marginShare)*w || y < marginShare*h || y > (1-marginShare)*h
	return margin && t.outermost(s)
}

// outermost reports whether a loose line is alone at an edge of the page: nothing else lies further out on one side, nor
// beside it on the same line.
func (t *PageTrace) outermost(s *Strip) bool {
	above, below, left, right := true, true, true, true
	other := func(x0, y0, x1, y1 float64) {
		above = above && y0 > s.Box.Y1-0.3*s.Size
		below = below && y1 < s.Box.Y0+0.3*s.Size
		left = left && x0 > s.Box.X1-0.3*s.Size
		right = right && x1 < s.Box.X0+0.3*s.Size
	}
	for i := range t.Areas {
		b := t.Areas[i].Box
		other(b.X0, b.Y0, b.X1, b.Y1)
	}
	for i := range t.Loose {
		if o := &t.Loose[i]; o != s && !pageNumber.MatchString(squeeze(o.text().S)) {
			other(o.Box.X0, o.Box.Y0, o.Box.X1, o.Box.Y1)
		}
	}
	return above || below || left || right
}

// returning finds running titles: loose lines that stand at the same place of several pages with the same words, digits
// aside. The result says for each page and loose line whether it is one.
func returning(pages []*PageTrace) [][]bool {
	type place struct {
		text string
		y    int
	}
	at := map[string][]float64{}
	pagesOf := map[place]int{}
	out := make([][]bool, len(pages))
	key := func(s *Strip) string { return strings.Map(digitless, squeeze(s.text().S)) }
	find := func(text string, y float64) place {
		for i, v := range at[text] {
			if abs(v-y) <= samePlace {
				return place{text, i}
			}
		}
		at[text] = append(at[text], y)
		return place{text, len(at[text]) - 1}
	}
	for _, t := range pages {
		for i := range t.Loose {
			if t.furniture(&t.Loose[i]) {
				pagesOf[find(key(&t.Loose[i]), t.Loose[i].Axis)]++
			}
		}
	}
	for n, t := range pages {
		out[n] = make([]bool, len(t.Loose))
		for i := range t.Loose {
			out[n][i] = t.furniture(&t.Loose[i]) && pagesOf[find(key(&t.Loose[i]), t.Loose[i].Axis)] > 1
		}
	}
	return out
}

// runner is a line in the margin of a page, digits aside: one that returns on the next is a running title there.
type runner struct {
	text string
	axis float64
}

func (t *PageTrace) runners() (out []runner) {
	for i := range t.Loose {
		if s := &t.Loose[i]; t.inMargin(s) {
			out = append(out, runner{strings.Map(digitless, squeeze(s.text().S)), s.Axis})
		}
	}
	return out
}

// runs reports whether a line is what ran in the margin of the page before.
func (s *Strip) runs(r runner) bool {
	return abs(r.axis-s.Axis) <= samePlace && strings.Map(digitless, squeeze(s.text().S)) == r.text
}

// furniture reports whether a loose line stands where running titles do: above or below everything, or above a table.
func (t *PageTrace) furniture(s *Strip) bool {
	if t.inMargin(s) {
		return true
	}
	return len(t.Areas) > 0 && (s.Axis < t.Areas[0].Box.Y0 || s.Axis > t.Areas[len(t.Areas)-1].Box.Y1)
}

// inMargin reports whether a line stands where the page's margin is, and nothing but running titles are set.
func (t *PageTrace) inMargin(s *Strip) bool {
	_, height := t.Frame.Size()
	return s.Axis < marginShare*height || s.Axis > (1-marginShare)*height
}

func digitless(r rune) rune {
	if unicode.IsDigit(r) {
		return '0'
	}
	return r
}
