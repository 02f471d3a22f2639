package lawxml

// A （略） over several 項 (２～４　（略）). The schema numbers a Paragraph with one positive integer, where an Article may be 7:9, so each
// 項 of the range becomes a Paragraph that is （略）.

import (
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

// mostOmitted is how many 項 a range is taken apart into; more is a misread number.
const mostOmitted = 200

// oneByOne takes ranges of omitted 項 apart; the other clauses stay as they are.
func oneByOne(list []*corpus.Clause) []*corpus.Clause {
	var out []*corpus.Clause
	for _, c := range list {
		out = append(out, omittedParagraphs(c)...)
	}
	return out
}

func omittedParagraphs(c *corpus.Clause) []*corpus.Clause {
	if c.Placeholder != corpus.Omitted || len(c.Path) == 0 || len(c.Children) > 0 || c.Path[len(c.Path)-1].Kind != ref.Paragraph {
		return []*corpus.Clause{c}
	}
	text := c.Path[len(c.Path)-1].Text
	ends := strings.FieldsFunc(text, func(r rune) bool { return r == '～' || r == '・' })
	if len(ends) != 2 {
		return []*corpus.Clause{c}
	}
	first, last := (ref.Step{Text: ends[0]}).Nums(), (ref.Step{Text: ends[1]}).Nums()
	if len(first) != 1 || len(last) != 1 || first[0] < 1 || last[0] <= first[0] || last[0]-first[0] >= mostOmitted {
		return []*corpus.Clause{c}
	}
	step := 1
	if strings.Contains(text, "・") {
		step = last[0] - first[0]
	}
	wide := strings.ContainsAny(c.Label, "０１２３４５６７８９")
	var out []*corpus.Clause
	for n := first[0]; n <= last[0]; n += step {
		k := *c
		k.Label = strconv.Itoa(n)
		k.Path = append(append(ref.Path{}, c.Path[:len(c.Path)-1]...), ref.Step{Kind: ref.Paragraph, Text: "第" + ref.Kanji(n) + "項"})
		if wide {
			k.Label = strings.Map(func(r rune) rune { return r - '0' + '０' }, k.Label)
		}
		words := []rune(c.Text.S)
		k.Text = corpus.Text{S: k.Label + "　" + strings.TrimSpace(string(words[min(c.Body, len(words)):]))}
		k.Body = len([]rune(k.Label)) + 1
		out = append(out, &k)
	}
	return out
}
