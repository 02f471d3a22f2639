package lint

// Dates that no calendar has: 平成三十二年, 令和元年四月, 二月三十日, 毎年六月三十一日; 平成1年 for 元年.
//
// A text of the old era could not know the new one: 平成三十二年 was right when it was written. So a year past its era counts only where the
// text, or the 附則 it stands in, names the era that followed.

import (
	"strings"
	"time"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

var dates = &Rule{
	ID: "impossible-date", Number: 39, Severity: corpus.Warning, Needs: NeedsText,
	Title: "あり得ない日付、元号の誤り", English: "a date that no calendar has",
	Basis: "元号の改まる日を過ぎた年は新しい元号で書く。最初の年は元年とする", Bad: "平成三十二年四月一日／令和五年二月三十日／毎年六月三十一日／令和1年", Good: "平成三十一年四月三十日、令和元年五月一日",
	Hint: "日付を確かめてください", HintEN: "check the date",
	text: func(s *subject, d *side) {
		for u := range d.units {
			if !d.body(u) {
				continue
			}
			str := string(d.flats[u].Text)
			for _, m := range dateRE.FindAllStringSubmatchIndex(str, -1) {
				get := func(i int) string {
					if m[2*i] < 0 {
						return ""
					}
					return str[m[2*i]:m[2*i+1]]
				}
				ja, en, past := wrongDate(get(1), get(2), get(3), get(4))
				if ja == "" || past && !d.knows(u, get(1)) {
					continue
				}
				from, to := utf8.RuneCountInString(str[:m[0]]), utf8.RuneCountInString(str[:m[1]])
				s.report(d, u, d.flats[u].Span(from, to), "「%s」: "+ja, "%q: "+en)
			}
			for _, m := range yearlyRE.FindAllStringSubmatchIndex(str, -1) {
				if !impossibleDay(str[m[2]:m[3]], str[m[4]:m[5]]) {
					continue
				}
				from, to := utf8.RuneCountInString(str[:m[2]]), utf8.RuneCountInString(str[:m[1]])
				s.report(d, u, d.flats[u].Span(from, to), "「%s」: その日はありません", "%q: there is no such day")
			}
		}
	},
}

var dateRE = lazy.MustCompile(`(明治|大正|昭和|平成|令和)([〇一二三四五六七八九十元]+|[0-9]{1,3})年(?:([〇一二三四五六七八九十]+|[0-9]{1,2})月(?:([〇一二三四五六七八九十]+|[0-9]{1,2})日)?)?`)

// yearlyRE is a day without its year: 毎年六月三十一日. What stands before it must end no year, which dateRE has read.
var yearlyRE = lazy.MustCompile(`(?:^|毎年|[^年〇一二三四五六七八九十百0-9])([一二三四五六七八九十]+|[0-9]{1,2})月([一二三四五六七八九十]+|[0-9]{1,2})日`)

// impossibleDay reports whether no year has this day: 二月三十日, 六月三十一日.
func impossibleDay(month, date string) bool {
	m, ok1 := ref.ParseNumeral(month)
	d, ok2 := ref.ParseNumeral(date)
	if !ok1 || !ok2 {
		return false
	}
	return m < 1 || m > 12 || d < 1 || day(2024, time.Month(m), d).Day() != d
}

// eras in order: the year before the first, the first day and the last.
var eras = map[string]struct {
	offset      int
	first, last time.Time
}{
	"明治": {1867, day(1868, 1, 25), day(1912, 7, 30)}, // 1868-01-25 is 明治元年一月一日 of the old calendar
	"大正": {1911, day(1912, 7, 30), day(1926, 12, 25)},
	"昭和": {1925, day(1926, 12, 25), day(1989, 1, 7)},
	"平成": {1988, day(1989, 1, 8), day(2019, 4, 30)},
	"令和": {2018, day(2019, 5, 1), day(9999, 12, 31)},
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

var nextEra = map[string]string{"明治": "大正", "大正": "昭和", "昭和": "平成", "平成": "令和"}

// knows reports whether the text of a unit's part names the era that followed.
func (d *side) knows(u int, era string) bool {
	part := d.part(u)
	for k, c := range d.units {
		if d.part(k) == part && strings.Contains(c.Text.S, nextEra[era]) || part == "" && !d.foreign(k) && strings.Contains(c.Text.S, nextEra[era]) {
			return true
		}
	}
	return false
}

// wrongDate says what is wrong with a date, "" if nothing is; past tells that the era was over by then. Month and day are "" where they are not given.
func wrongDate(era, year, month, date string) (ja, en string, past bool) {
	e := eras[era]
	y, ok := ref.ParseNumeral(year)
	if !ok || y == 0 {
		return "", "", false
	}
	if y == 1 && !strings.Contains(year, "元") {
		return "最初の年は「元年」と書きます", "the first year is written 元年", false
	}
	western := e.offset + y
	if western > e.last.Year() {
		return era + "にその年はありません", "the era has no such year", true
	}
	if month == "" {
		return "", "", false
	}
	mo, ok := ref.ParseNumeral(month)
	if !ok {
		return "", "", false
	}
	if mo < 1 || mo > 12 {
		return "その月はありません", "there is no such month", false
	}
	d := 1
	if date != "" {
		if d, ok = ref.ParseNumeral(date); !ok {
			return "", "", false
		}
		if d < 1 || day(western, time.Month(mo), d).Day() != d {
			return "その日はありません", "there is no such day", false
		}
	}
	t := day(western, time.Month(mo), d)
	end := t
	if date == "" {
		end = t.AddDate(0, 1, -1)
	}
	if western > 1872 && (t.After(e.last) || end.Before(e.first)) {
		return "その日は" + era + "ではありません", "that day is not in this era", t.After(e.last)
	}
	return "", "", false
}
