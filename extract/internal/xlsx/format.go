package xlsx

// Numbers as they are shown. Source: ISO/IEC 29500-1, 18.8.30 (built-in formats of Japanese Excel) and 18.8.31 (codes).
//
// A format has up to four sections: above zero, below, zero, text. What a comparison table holds is read: figures with
// separators and decimals, percent, dates in both calendars, times, words around them, kanji figures. Conditions, fractions and powers of ten are not:
// such a number is shown plainly.

import (
	"math"
	"strconv"
	"strings"

	"shinkyu/corpus/ref"
)

// builtIn are the formats that have numbers only, as Japanese Excel shows them.
var builtIn = map[int]string{
	1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
	14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
	27: "ge.m.d", 28: `ggge"年"m"月"d"日"`, 29: `ggge"年"m"月"d"日"`, 30: "m/d/yy", 31: `yyyy"年"m"月"d"日"`, 32: `h"時"mm"分"`, 33: `h"時"mm"分"ss"秒"`,
	34: `yyyy"年"m"月"`, 35: `m"月"d"日"`, 36: "ge.m.d", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
	41: "#,##0;-#,##0", 42: `"¥"#,##0;-"¥"#,##0`, 43: "#,##0.00;-#,##0.00", 44: `"¥"#,##0.00;-"¥"#,##0.00`,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss", 49: "@",
	50: "ge.m.d", 51: `ggge"年"m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `ggge"年"m"月"d"日"`, 55: `yyyy"年"m"月"`, 56: `m"月"d"日"`, 57: "ge.m.d", 58: `ggge"年"m"月"d"日"`,
}

// longestFormat bounds the work on a hostile format, in bytes; Excel's own limit is 255 characters.
const longestFormat = 1024

// shown is a number as a format shows it. value is the figure of the file.
func shown(value, format string, since1904 bool) string {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return value
	}
	sections := sectionsOf(format[:min(len(format), longestFormat)])
	s, minus := sections[0], v < 0
	switch {
	case len(sections) >= 2 && v < 0:
		s, minus = sections[1], false
	case len(sections) >= 3 && v == 0:
		s = sections[2]
	}
	switch {
	case s.general:
		return s.kanjiOf(s.around(plain(v)))
	case s.unread:
		return plain(v)
	case s.dated:
		if out, ok := s.date(v, since1904); ok {
			return s.kanjiOf(out)
		}
		return plain(v)
	}
	out := s.number(math.Abs(v))
	if minus && strings.ContainsAny(out, "123456789") {
		out = "-" + out
	}
	return s.kanjiOf(out)
}

// plain is a number without a format: up to 11 figures, as a cell shows it.
func plain(v float64) string {
	if a := math.Abs(v); a >= 1e11 || a != 0 && a < 1e-9 {
		return strings.ToUpper(strconv.FormatFloat(v, 'G', 6, 64))
	}
	s := strconv.FormatFloat(v, 'f', max(0, 10-whole(v)), 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}

// whole is how many figures stand before the point.
func whole(v float64) int { return len(strconv.FormatFloat(math.Trunc(math.Abs(v)), 'f', 0, 64)) }

// number writes v, not below zero, with a section's figures.
func (s *section) number(v float64) string {
	for range s.percent {
		v *= 100
	}
	for range s.thousands {
		v /= 1000
	}
	figures := strconv.FormatFloat(roundHalfUp(v, s.decimals), 'f', s.decimals, 64)
	integer, fraction, _ := strings.Cut(figures, ".")
	for len(fraction) > s.zeros { // # behind the point shows no closing zeros
		if fraction[len(fraction)-1] != '0' {
			break
		}
		fraction = fraction[:len(fraction)-1]
	}
	if integer == "0" && s.least == 0 {
		integer = ""
	}
	integer = strings.Repeat("0", max(0, s.least-len(integer))) + integer
	if s.grouped {
		integer = grouped(integer)
	}
	body := integer
	if s.decimals > 0 && (fraction != "" || s.zeros > 0) {
		body += "." + fraction
	}
	return s.around(body)
}

// around writes what stands before and behind a number.
func (s *section) around(body string) string {
	var b strings.Builder
	placed := false
	for _, t := range s.tokens {
		switch t.kind {
		case literal:
			b.WriteString(t.text)
		case figure:
			if !placed {
				b.WriteString(body)
				placed = true
			}
		}
	}
	return b.String()
}

func roundHalfUp(v float64, decimals int) float64 {
	p := math.Pow10(min(decimals, 15))
	if r := math.Round(v*p) / p; !math.IsInf(r, 0) && !math.IsNaN(r) {
		return r
	}
	return v
}

func grouped(s string) string {
	var b strings.Builder
	for i, c := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// kanjiOf writes figures as the section's [DBNum] asks: 1 and 2 in kanji, 3 in full width.
func (s *section) kanjiOf(out string) string {
	if s.kanji == 0 {
		return out
	}
	var b strings.Builder
	run := ""
	flush := func() {
		if n, err := strconv.Atoi(run); err == nil && s.kanji < 3 && len(run) < 10 {
			b.WriteString(ref.Kanji(n))
		} else {
			b.WriteString(run)
		}
		run = ""
	}
	for _, r := range out {
		if r < '0' || r > '9' {
			flush()
			b.WriteRune(r)
		} else if s.kanji == 3 {
			b.WriteRune(r - '0' + '０')
		} else {
			run += string(r)
		}
	}
	flush()
	return b.String()
}
