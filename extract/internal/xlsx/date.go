package xlsx

// Dates: days since 1900 (with the 29 February 1900 that never was) or 1904, in both calendars.

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// eras by their first day, the latest first.
var eras = []struct {
	from              time.Time
	letter, one, name string
}{
	{time.Date(2019, 5, 1, 0, 0, 0, 0, time.UTC), "R", "令", "令和"},
	{time.Date(1989, 1, 8, 0, 0, 0, 0, time.UTC), "H", "平", "平成"},
	{time.Date(1926, 12, 25, 0, 0, 0, 0, time.UTC), "S", "昭", "昭和"},
	{time.Date(1912, 7, 30, 0, 0, 0, 0, time.UTC), "T", "大", "大正"},
	{time.Date(1868, 1, 25, 0, 0, 0, 0, time.UTC), "M", "明", "明治"},
}

const (
	lastDay = 2_958_465 // 31 December 9999
	perDay  = 86_400
)

// date writes v as the section's date; ok is false for what is no day.
func (s *section) date(v float64, since1904 bool) (string, bool) {
	if v < 0 || v > lastDay+1 {
		return "", false
	}
	seconds := int64(math.Round(v * perDay))
	base := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	switch {
	case since1904:
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case v >= 60:
		base = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	}
	t := base.AddDate(0, 0, int(seconds/perDay)).Add(time.Duration(seconds%perDay) * time.Second)
	var b strings.Builder
	for i, k := range s.tokens {
		if k.kind != dateUnit {
			if k.kind == literal {
				b.WriteString(k.text)
			}
			continue
		}
		unit := k.text
		if (unit == "m" || unit == "mm") && s.minutes(i) {
			unit = strings.Repeat("n", len(unit))
		}
		b.WriteString(s.unit(unit, t, seconds))
	}
	return b.String(), true
}

// minutes reports whether the m at i means minutes: the unit before it is hours, or the one behind it seconds.
func (s *section) minutes(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if k := s.tokens[j]; k.kind == dateUnit {
			if k.text[0] == 'h' || k.text == "[h]" {
				return true
			}
			break
		}
	}
	for _, k := range s.tokens[i+1:] {
		if k.kind == dateUnit {
			return k.text[0] == 's'
		}
	}
	return false
}

func (s *section) unit(unit string, t time.Time, seconds int64) string {
	two := func(n int, long bool) string {
		if long && n < 10 {
			return "0" + strconv.Itoa(n)
		}
		return strconv.Itoa(n)
	}
	hour := t.Hour()
	if s.afterNoon {
		hour = (hour+11)%12 + 1
	}
	long := len(unit) > 1
	switch unit {
	case "y", "yy":
		return two(t.Year()%100, true)
	case "m", "mm":
		return two(int(t.Month()), long)
	case "mmm":
		return t.Month().String()[:3]
	case "mmmmm":
		return t.Month().String()[:1]
	case "d", "dd":
		return two(t.Day(), long)
	case "ddd":
		return t.Weekday().String()[:3]
	case "dddd":
		return t.Weekday().String()
	case "aaa":
		return string([]rune("日月火水木金土")[t.Weekday()])
	case "aaaa":
		return string([]rune("日月火水木金土")[t.Weekday()]) + "曜日"
	case "h", "hh":
		return two(hour, long)
	case "n", "nn":
		return two(t.Minute(), long)
	case "s", "ss":
		return two(t.Second(), long)
	case "ampm":
		if t.Hour() < 12 {
			return "AM"
		}
		return "PM"
	case "[h]":
		return strconv.FormatInt(seconds/3600, 10)
	case "[m]":
		return strconv.FormatInt(seconds/60, 10)
	case "[s]":
		return strconv.FormatInt(seconds, 10)
	case "g", "gg", "ggg", "e", "ee":
		return era(unit, t)
	}
	switch unit[0] {
	case 'y':
		return strconv.Itoa(t.Year())
	case 'm':
		return t.Month().String()
	}
	return ""
}

// era writes the era's name or the year in it; a day before all eras has its year of our time.
func era(unit string, t time.Time) string {
	for _, e := range eras {
		if t.Before(e.from) {
			continue
		}
		year := t.Year() - e.from.Year() + 1
		switch {
		case unit == "g":
			return e.letter
		case unit == "gg":
			return e.one
		case unit == "ggg":
			return e.name
		case unit == "ee" && year < 10:
			return "0" + strconv.Itoa(year)
		}
		return strconv.Itoa(year)
	}
	if unit[0] == 'e' {
		return strconv.Itoa(t.Year())
	}
	return ""
}
