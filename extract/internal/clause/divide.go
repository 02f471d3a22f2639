package clause

// Between the passes: what stands on one line but is several units, and what stands on several lines but is one.
//
//	(2) 評価 (削る)                        heading and marker
//	２　…するものとする。（略）              text and placeholder
//	令和八年四月一日 / 令和九年六月一日改定 / 見本委員会決定     one block under the title

import (
	"strings"

	"shinkyu/corpus/lazy"
)

func divide(in []*paragraph) []*paragraph {
	var out []*paragraph
	for i := 0; i < len(in); i++ {
		p := in[i]
		if p.nest > 0 {
			out = append(out, p)
			continue
		}
		if n := len(out); n > 0 && p.dated() && out[n-1].dates {
			out[n-1].joinDates(p)
			continue
		}
		p.dates = p.dated() && i > 0 && i < 8 && underTitle(out)
		out = append(out, p)
		if p.placeholder() || isCaption(p.sc) {
			continue
		}
		if at, ok := trailing(p.sc); ok && !labelOnly(p, at) {
			out = append(out, p.cut(at))
		}
	}
	return out
}

// labelOnly reports whether a label is all that stands before scan index i.
func labelOnly(p *paragraph, i int) bool {
	for _, rd := range p.readings() {
		if rd.end >= i {
			return true
		}
	}
	return false
}

var (
	dateRE     = lazy.MustCompile(`^[（(]?(?:制定|全部改正|一部改正|改正|最終改正|施行|改定)?[:：]?(?:明治|大正|昭和|平成|令和|西暦|[0-9０-９]{4}年|[MTSHR]\.?[0-9]+[.．])[^。]*$`)
	enactRE    = lazy.MustCompile(`(?:決定|決裁|改定|改正|制定|施行|公布|申合せ|議決|通知|通達|(?:告示|訓令|規程|規則|条例|要綱|法律|政令|省令|府令|庁訓)第[0-9０-９一二三四五六七八九十百〇]+号)[）)]?$`)
	dateInside = lazy.MustCompile(`年[0-9０-９一二三四五六七八九十元]*月[0-9０-９一二三四五六七八九十]*日`)
)

const longestDate = 60

// dated reports whether the line tells when and by whom the rule was made.
func (p *paragraph) dated() bool {
	s := p.sc.from(0)
	if len(p.sc.r) > longestDate || strings.Contains(s, "。") || len(p.readings()) > 0 || isCaption(p.sc) && !dateRE.MatchString(s) {
		return false
	}
	return dateRE.MatchString(s) && (dateInside.MatchString(s) || enactRE.MatchString(s)) || enactRE.MatchString(s) && len(p.sc.r) <= longestShort
}

// underTitle reports whether only unlabelled short lines, the title and dates, stand before.
func underTitle(out []*paragraph) bool {
	for _, p := range out {
		if len(p.readings()) > 0 || p.ended() || p.level > 1 {
			return false
		}
	}
	return true
}

// joinDates makes the dates one block; a full-width space stands for the line's end.
func (p *paragraph) joinDates(q *paragraph) {
	p.text.S += "　"
	p.text = p.text.Append(q.text)
	before := len(p.sc.r)
	for _, s := range q.shares() {
		p.runOn(before, s)
		before += s.Characters
	}
	p.scan()
	p.lines += q.lines
	if q.origin.Page == p.origin.Page {
		p.origin.Box = p.origin.Box.Union(q.origin.Box)
	}
}
