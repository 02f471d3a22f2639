package extract

import (
	"strings"
	"testing"
	"unicode"

	"shinkyu/corpus"
	"shinkyu/extract/internal/ooxml/ooxmltest"
	"shinkyu/extract/internal/readertest"
)

// nestedCells are the cells of a comparison, as web pages, Markdown and marked text write them.
var nestedCells = [][2]string{
	{nestedArticle("七"), nestedArticle("五")},
	{`<p>別表（第二条関係）</p><div><table><tr><td>区分</td><td>額</td></tr><tr><td>会議室</td><td>五百円</td></tr></table></div>`, `（新設）`},
	{`（略）`, `<table border="1"><tr><td>第二条　甲は、乙とする。</td></tr></table>`},
}

func nestedArticle(days string) string {
	return `<p>第一条　貸出しは、次の表による。</p><div><table border="1"><caption>表１　貸出しの期間</caption><tr><td>改正後</td><td>改正前</td></tr><tr><td>１</td><td><p><u>` + days + `</u>日</p></td></tr></table></div><p>２　返却は、窓口で行う。</p>`
}

// nestedIn writes the comparison with what stands before, between and behind its cells.
func nestedIn(head, before, between, behind, foot string) string {
	for _, row := range nestedCells {
		head += before + row[0] + between + row[1] + behind
	}
	return head + foot
}

const ruledTable = `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/><w:left w:val="single"/></w:tblBorders></w:tblPr>`

func nestedWord() string {
	article := func(days string) string {
		return `<w:tc><w:p>{第一条　貸出しは、次の表による。}</w:p><w:p>{表１　貸出しの期間}</w:p>` + ruledTable + `<w:tr><w:tc><w:p>{改正後}</w:p></w:tc><w:tc><w:p>{改正前}</w:p></w:tc></w:tr>` +
			`<w:tr><w:tc><w:p>{１}</w:p></w:tc><w:tc><w:p>{u=single|` + days + `}{日}</w:p></w:tc></w:tr></w:tbl><w:p>{２　返却は、窓口で行う。}</w:p></w:tc>`
	}
	return string(ooxmltest.Docx(`<w:p>{貸出規程新旧対照表}</w:p><w:tbl><w:tr><w:tc><w:p>{改正後}</w:p></w:tc><w:tc><w:p>{改正前}</w:p></w:tc></w:tr>
<w:tr>` + article("七") + article("五") + `</w:tr>
<w:tr><w:tc><w:p>{別表（第二条関係）}</w:p><w:tbl><w:tr><w:tc><w:p>{区分}</w:p></w:tc><w:tc><w:p>{額}</w:p></w:tc></w:tr><w:tr><w:tc><w:p>{会議室}</w:p></w:tc><w:tc><w:p>{五百円}</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc><w:p>{（新設）}</w:p></w:tc></w:tr>
<w:tr><w:tc><w:p>{（略）}</w:p></w:tc><w:tc>` + ruledTable + `<w:tr><w:tc><w:p>{第二条　甲は、乙とする。}</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>`))
}

// TestTablesInsideCells: they are one clause each on a web page, in Word, in Markdown and in marked text alike, whatever stands in their cells, and nothing is lost.
func TestTablesInsideCells(t *testing.T) {
	want := map[corpus.Side]string{
		corpus.New: `第一条第一項 article [第一条] 貸出しは、次の表による。
  第一条第一項/¶1 text 表１　貸出しの期間
  第一条第一項/内表1 table 改正後　改正前　１　{underline:七}日
  第一条第二項 paragraph [２] 返却は、窓口で行う。
別表 heading [別表] （第二条関係）
  別表/内表1 table 区分　額　会議室　五百円
`,
		corpus.Old: `第一条第一項 article [第一条] 貸出しは、次の表による。
  第一条第一項/¶1 text 表１　貸出しの期間
  第一条第一項/内表1 table 改正後　改正前　１　{underline:五}日
  第一条第二項 paragraph [２] 返却は、窓口で行う。
`,
	}
	page := nestedIn("<p>貸出規程新旧対照表</p>\n<table><tr><th>改正後</th><th>改正前</th></tr>", "<tr><td>", "</td><td>", "</td></tr>\n", "</table>")
	for name, data := range map[string]string{
		"page":     page,
		"Word":     nestedWord(),
		"Markdown": nestedIn("# 貸出規程新旧対照表\n\n| 改正後 | 改正前 |\n| --- | --- |\n", "| ", " | ", " |\n", ""),
		"marked":   nestedIn("貸出規程新旧対照表\n\n改正後\t改正前\n", "", "\t", "\n", ""),
	} {
		c := read(t, data).Comparison
		if c == nil {
			t.Fatal(name, "is no comparison")
		}
		count := map[rune]int{}
		add := func(text string, n int) {
			for _, r := range text {
				if !unicode.IsSpace(r) {
					count[r] += n
				}
			}
		}
		inTag := false
		for _, r := range page {
			if r == '<' || r == '>' {
				inTag = r == '<'
			} else if !inTag {
				add(string(r), 1)
			}
		}
		for side, tree := range want {
			readertest.CheckTree(t, &c.Sides[side])
			if got := readertest.Tree(&c.Sides[side], nil, nil); !strings.HasPrefix(got, tree) {
				t.Errorf("%s, %s side:\n%s\nwant it to begin\n%s", name, side, got, tree)
			}
			units, _ := c.Sides[side].Units()
			for _, u := range units {
				add(u.Text.S, -1)
			}
		}
		for _, u := range c.Unplaced {
			add(u.Text, -1)
		}
		for r, n := range count {
			if n != 0 {
				t.Errorf("%s: %q is printed %d times more than it stands in clauses and unplaced", name, r, n)
			}
		}
	}
}
