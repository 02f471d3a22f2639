package web

// Dates as Japanese readers expect them: 2026-04-01 → 令和8年4月1日. The eras begin on the days fixed by 元号法 and its
// cabinet orders; before 明治6年 the calendar was another one, so earlier dates stay as they are.

import (
	"fmt"
	"time"

	"shinkyu/templates/locale"
)

var eras = []struct{ from, name string }{
	{"2019-05-01", "令和"},
	{"1989-01-08", "平成"},
	{"1926-12-25", "昭和"},
	{"1912-07-30", "大正"},
	{"1873-01-01", "明治"},
}

// Date prints a date for readers: in its era, or in English.
func Date(l locale.Language, date string) string {
	if l == locale.English {
		return locale.Date(date)
	}
	return Wareki(date)
}

// Wareki prints a date in its era; what is no date, or lies before 1873, is returned unchanged.
func Wareki(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	for _, e := range eras {
		if date < e.from {
			continue
		}
		from, _ := time.Parse(time.DateOnly, e.from)
		first := from.Year()
		if e.name == "明治" {
			first = 1868
		}
		year := fmt.Sprint(t.Year() - first + 1)
		if year == "1" {
			year = "元"
		}
		return fmt.Sprintf("%s%s年%d月%d日", e.name, year, int(t.Month()), t.Day())
	}
	return date
}
