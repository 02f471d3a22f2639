package extract

import (
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/internal/ooxml/ooxmltest"
	"shinkyu/extract/internal/readertest"
)

// stackedIn is one comparison whose sides stand one above the other, pair by pair, as each format writes it.
var stackedIn = map[string]string{
	"html": `<html><body><h1>備品規程　新旧対照表</h1>
<h3>（改正前）</h3><p>第三条　備品は、<u>係員</u>が管理する。</p><p>２　貸出しは、三日以内とする。</p>
<h3>（改正後）</h3><p>第三条　備品は、<u>課長</u>が管理する。</p><p>２　貸出しは、三日以内とする。</p>
<h2>附則関係</h2><h3>（改正前）</h3><p>（新設）</p><h3>（改正後）</h3><p><u>附　則</u></p><p><u>この規程は、公布の日から施行する。</u></p>
<h2>お問い合わせ</h2><p>総務係</p></body></html>`,
	"markdown": "# 備品規程　新旧対照表\n\n### 改正前\n\n第三条　備品は、<u>係員</u>が管理する。\n\n２　貸出しは、三日以内とする。\n\n### 改正後\n\n第三条　備品は、<u>課長</u>が管理する。\n\n２　貸出しは、三日以内とする。\n\n" +
		"## 附則関係\n\n### 改正前\n\n（新設）\n\n### 改正後\n\n<u>附　則</u>\n\n<u>この規程は、公布の日から施行する。</u>\n\n## お問い合わせ\n\n総務係\n",
	"docx": string(ooxmltest.Docx(`<w:p>{備品規程　新旧対照表}</w:p>
<w:p><w:pPr><w:pStyle w:val="h3"/></w:pPr>{【改正前】}</w:p><w:p>{第三条　備品は、}{u=single|係員}{が管理する。}</w:p><w:p>{２　貸出しは、三日以内とする。}</w:p>
<w:p><w:pPr><w:pStyle w:val="h3"/></w:pPr>{【改正後】}</w:p><w:p>{第三条　備品は、}{u=single|課長}{が管理する。}</w:p><w:p>{２　貸出しは、三日以内とする。}</w:p>
<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{附則関係}</w:p>
<w:p><w:pPr><w:pStyle w:val="h3"/></w:pPr>{【改正前】}</w:p><w:p>{（新設）}</w:p>
<w:p><w:pPr><w:pStyle w:val="h3"/></w:pPr>{【改正後】}</w:p><w:p>{u=single|附　則}</w:p><w:p>{u=single|この規程は、公布の日から施行する。}</w:p>
<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{お問い合わせ}</w:p><w:p>{総務係}</w:p>
=== word/styles.xml
<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="h3"><w:basedOn w:val="base"/></w:style>`)),
}

// TestStacked: sides that stand one above the other are a comparison in every format, and what stands between two pairs is no text of a side.
func TestStacked(t *testing.T) {
	want := map[corpus.Side]string{
		corpus.New: "第三条第一項 article [第三条] 備品は、{underline:課長}が管理する。\n  第三条第二項 paragraph [２] 貸出しは、三日以内とする。\n附則 heading [附　則] \n  附則/¶1 text {underline:この規程は、公布の日から施行する。}\n",
		corpus.Old: "第三条第一項 article [第三条] 備品は、{underline:係員}が管理する。\n  第三条第二項 paragraph [２] 貸出しは、三日以内とする。\n  第三条/新設1 placeholder added （新設）\n",
	}
	for format, in := range stackedIn {
		c := read(t, in)
		if c.Source.Format != format || c.Comparison == nil || !c.Comparison.Printed() {
			t.Errorf("%s: read as %s, %+v", format, c.Source.Format, c.Comparison)
			continue
		}
		if c.Comparison.Title != "備品規程　新旧対照表" {
			t.Errorf("%s: title %q", format, c.Comparison.Title)
		}
		for side, text := range want {
			if got := readertest.Tree(&c.Comparison.Sides[side], nil, nil); got != text {
				t.Errorf("%s, %s side:\n%s\nwant\n%s", format, side, got, text)
			}
		}
		var rest []string
		for _, u := range c.Comparison.Unplaced {
			rest = append(rest, u.Text)
		}
		if got := strings.Join(rest, "｜"); !strings.Contains(got, "附則関係") || !strings.Contains(got, "お問い合わせ｜総務係") {
			t.Errorf("%s: outside the sides stands %s", format, got)
		}
	}
}

// A label above a pair belongs to both texts; plain text has no more than its lines.
func TestStackedUnderLabels(t *testing.T) {
	c := read(t, "見本規程の一部改正\n\n第三条（貸出し）\n変更前：\n貸出しは、三日以内とする。\n変更後：\n貸出しは、五日以内とする。\n第五条\n変更前：\n返却は、窓口でする。\n変更後：\n（削る）\n")
	if c.Comparison == nil {
		t.Fatal("no comparison")
	}
	for side, want := range map[corpus.Side]string{
		corpus.New: "第三条 article [第三条] （貸出し）\n  第三条/¶1 text 貸出しは、五日以内とする。\n第五条 article [第五条] \n  第五条/削る1 placeholder removed （削る）\n",
		corpus.Old: "第三条 article [第三条] （貸出し）\n  第三条/¶1 text 貸出しは、三日以内とする。\n第五条 article [第五条] 返却は、窓口でする。\n",
	} {
		if got := readertest.Tree(&c.Comparison.Sides[side], nil, nil); got != want {
			t.Errorf("%s side:\n%s\nwant\n%s", side, got, want)
		}
	}
}

// Captions and sentences that use the words of a header are no comparison: （旧規程の廃止） and （変更） stand above articles of many rules.
func TestNotStacked(t *testing.T) {
	for _, in := range []string{
		"見本規程\n\n（変更）\n第一条　申込みは、変更することができる。\n（旧規程の廃止）\n第二条　旧規程は、廃止する。\n（現行の手数料）\n第三条　手数料は、なお従前の例による。\n",
		"見本規程\n\n第一条　記録は、残す。\n改正後\n第二条　改正後の規定は、公布の日から施行する。\n",
		"見本規程\n\n第一条　甲\n改正後\n改正前\n",
	} {
		if c := read(t, in); c.Document == nil {
			t.Errorf("%q is read as a comparison", in)
		}
	}
}
