package lawxml

// 令和八年規程第三号 as the attributes of Law.

import (
	"strconv"
	"strings"

	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

type lawNumber struct {
	era, kind string
	year, n   int
}

var numberRE = lazy.MustCompile(`(明治|大正|昭和|平成|令和)([〇一二三四五六七八九十百元0-9０-９]+)年(?:[〇一二三四五六七八九十0-9０-９]+月[〇一二三四五六七八九十0-9０-９]+日)?([^第]{1,30})第([〇一二三四五六七八九十百千0-9０-９]+)号`)

var eras = map[string]string{"明治": "Meiji", "大正": "Taisho", "昭和": "Showa", "平成": "Heisei", "令和": "Reiwa"}

// kinds of acts by the end of their name, the longer first.
var kinds = []struct{ name, kind string }{
	{"憲法", "Constitution"}, {"法律", "Act"}, {"政令", "CabinetOrder"}, {"勅令", "ImperialOrder"}, {"省令", "MinisterialOrdinance"},
	{"府令", "MinisterialOrdinance"}, {"庁令", "MinisterialOrdinance"}, {"規則", "Rule"},
}

// parseNumber reads the number of an act; one it cannot read is the first of Reiwa, and not known.
func parseNumber(s string) (lawNumber, bool) {
	unknown := lawNumber{era: "Reiwa", kind: "Misc", year: 1, n: 1}
	m := numberRE.FindStringSubmatch(s)
	if m == nil {
		return unknown, false
	}
	year, ok := ref.ParseNumeral(m[2])
	n, okN := ref.ParseNumeral(m[4])
	if !ok || !okN || year < 1 || n < 1 {
		return unknown, false
	}
	out := lawNumber{era: eras[m[1]], kind: "Misc", year: year, n: n}
	for _, k := range kinds {
		if strings.HasSuffix(strings.TrimSpace(m[3]), k.name) {
			out.kind = k.kind
			break
		}
	}
	return out, true
}

func (n lawNumber) attributes() []string {
	return []string{"Era", n.era, "Year", itoa(n.year), "Num", itoa(n.n), "LawType", n.kind, "Lang", "ja"}
}

func itoa(n int) string { return strconv.Itoa(n) }

// NumberIn is the first number of an act in a text, "" if there is none: 制定　令和八年規程第三号 → 令和八年規程第三号.
func NumberIn(s string) string { return strings.TrimSpace(numberRE.FindString(s)) }
