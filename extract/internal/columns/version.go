package columns

// Headers that name versions instead of sides: 第４版｜第３版, Ver.2.1｜Ver.2.0, 令和８年４月１日｜令和７年４月１日, 2026年度版｜2025年度版.
// The later one is the new text. Only labels of one kind can be ordered.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/corpus/ref"
)

const figures = `([〇一二三四五六七八九十百元0-9０-９]+)`

var versionForms = []*lazy.Regexp{
	lazy.MustCompile(`第` + figures + `(?:\.([0-9]+))?版`),
	lazy.MustCompile(`(?i)v(?:er(?:sion)?)?[.．]?` + figures + `(?:[.．]` + figures + `)?(?:[.．]` + figures + `)?`),
	lazy.MustCompile(figures + `(?:[.．]` + figures + `)?版`),
	lazy.MustCompile(`(明治|大正|昭和|平成|令和)?` + figures + `年度?(?:` + figures + `月)?(?:` + figures + `日)?`),
	lazy.MustCompile(`([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})`),
}

var eras = map[string]int{"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}

// version reads a header as a version: form is the index of the way it is written, at its place in time or in the series.
func version(text string) (form int, at []int, ok bool) {
	s := corpus.Squeeze(text)
	for form, re := range versionForms {
		m := re.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		era := 0
		for _, g := range m[1:] {
			if e, isEra := eras[g]; isEra {
				era = e
				continue
			}
			n, readable := ref.ParseNumeral(g)
			if !readable {
				n = 0
			}
			at = append(at, n)
		}
		at[0] += era
		return form, at, true
	}
	return 0, nil, false
}

// later reports whether version a is later than b; ok is false when they cannot be ordered.
func later(a, b string) (yes, ok bool) {
	fa, va, oka := version(a)
	fb, vb, okb := version(b)
	if !oka || !okb || fa != fb {
		return false, false
	}
	c := slices.Compare(va, vb)
	return c > 0, c != 0
}
