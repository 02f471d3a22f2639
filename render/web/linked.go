package web

import "shinkyu/corpus"

// Linked puts links on spans of a paragraph that has no marks of change. at is the code point of the clause's text where the
// paragraph's words begin; spans ascend, count code points of the clause's text, and do not overlap.
func Linked(segs []Seg, at int, spans []corpus.Span, hrefs []string) []Seg {
	var out []Seg
	for _, s := range segs {
		text := []rune(s.Text)
		from := 0
		for i, sp := range spans {
			a, b := max(sp.Start-at, from), min(sp.End-at, len(text))
			if a >= b || sp.Start-at < from {
				continue
			}
			if a > from {
				out = append(out, with(s, string(text[from:a]), ""))
			}
			out = append(out, with(s, string(text[a:b]), hrefs[i]))
			from = b
		}
		if from < len(text) {
			out = append(out, with(s, string(text[from:]), ""))
		}
		at += len(text)
	}
	return out
}

func with(s Seg, text, href string) Seg {
	s.Text, s.Href = text, href
	return s
}
