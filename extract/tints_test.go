package extract

import (
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/readertest"
)

// TestColoursBesideLines: without a legend, colours beside lines are marks where they lie on what is underlined or on words that the other
// side does not have, and the house's own look where they do not.
func TestColoursBesideLines(t *testing.T) {
	row := func(newer, older string) string { return "<tr><td>" + newer + "</td><td>" + older + "</td></tr>" }
	same := row("第九条　係員は、記録を備え、五年間保存し、求めに応じて見せる。", "第九条　係員は、記録を備え、五年間保存し、求めに応じて見せる。")
	for name, c := range map[string]struct {
		rows string
		want bool
	}{
		"the same words are underlined and red": {row(`第一条　<u style="color:red">課長</u>は、報告する。`, `第一条　<u style="color:red">係員</u>は、報告する。`), true},
		"red for new words, lines for others":   {row(`第一条　<u>課長</u>は、<span style="color:red">速やかに書面で</span>報告する。`, `第一条　<u>係員</u>は、報告する。`), true},
		"red headings on one side":              {row(`<span style="color:red">（報告）</span>第一条　<u>課長</u>は、報告する。`, `（報告）第一条　<u>係員</u>は、報告する。`), false},
		"red on most of a side":                 {row(`第一条　<u>課長</u>は、<span style="color:red">`+strings.Repeat("甲乙丙丁、", 40)+`</span>報告する。`, `第一条　<u>係員</u>は、報告する。`), false},
	} {
		got := read(t, "<html><body><table><tr><th>改正後</th><th>改正前</th></tr>"+c.rows+same+"</table></body></html>")
		tree := readertest.Tree(&got.Comparison.Sides[corpus.New], nil, nil)
		if strings.Contains(tree, "{red:") != c.want || !strings.Contains(tree, "underline:") {
			t.Errorf("%s: %s", name, tree)
		}
	}
}
