package lawxml

import (
	"strings"
	"testing"

	"shinkyu/extract/internal/readertest"
)

func TestRead(t *testing.T) {
	readertest.Cases(t, func(in string) string {
		doc, diags, unplaced, err := Read(in)
		if err != nil {
			return "error: " + err.Error() + "\n"
		}
		readertest.CheckTree(t, doc)
		return readertest.Tree(doc, diags, unplaced)
	})
}

func TestLawNumber(t *testing.T) {
	for in, want := range map[string]string{
		"平成六年一二月一四日法律第一一六号": "平成六年法律第百十六号",
		"平成二十年法律第五号":        "平成二十年法律第五号",
		"令和元年政令第一二〇号":       "令和元年政令第百二十号",
		"昭和四七年六月五日総理府令第三号":  "昭和四十七年総理府令第三号",
		"見本市条例":             "見本市条例",
	} {
		if got := lawNumber(in); got != want {
			t.Errorf("%s became %s, want %s", in, got, want)
		}
	}
}

// TestNothingLost: every word of a law, readings apart, is in a clause or listed.
func TestNothingLost(t *testing.T) {
	root, _ := parse(all)
	want := readertest.Bare(inner(root))
	doc, _, unplaced, err := Read(all)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	units, _ := doc.Units()
	for _, c := range units {
		got.WriteString(c.Text.S)
	}
	for _, u := range unplaced {
		got.WriteString(u.Text)
	}
	left := map[rune]int{}
	for _, r := range readertest.Bare(got.String()) {
		left[r]++
	}
	for _, r := range want {
		if left[r]--; left[r] < 0 {
			t.Fatalf("a %q is lost", r)
		}
	}
}

// all has one of every kind of element that holds text.
const all = `<Law><LawNum>甲</LawNum><LawBody><LawTitle>乙</LawTitle><EnactStatement>丙</EnactStatement><TOC><TOCLabel>丁</TOCLabel></TOC>
<Preamble><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>戊</Sentence></ParagraphSentence></Paragraph></Preamble>
<MainProvision><Part Num="1"><PartTitle>第一編　己</PartTitle><Article Num="1"><ArticleCaption>（庚）</ArticleCaption><ArticleTitle>第一条</ArticleTitle>
<Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>辛<Ruby>壬<Rt>じん</Rt></Ruby></Sentence></ParagraphSentence>
<Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column><Sentence>癸</Sentence></Column><Column><Sentence>子</Sentence></Column></ItemSentence>
<Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Table><TableRow><TableColumn><Sentence>丑</Sentence></TableColumn></TableRow></Table></Subitem1Sentence></Subitem1></Item>
<List><ListSentence><Sentence>寅</Sentence></ListSentence></List><FigStruct><FigStructTitle>卯</FigStructTitle><Fig src="辰"/></FigStruct>
<Class Num="1"><ClassTitle>巳</ClassTitle><ClassSentence><Sentence>午</Sentence></ClassSentence></Class>
<AmendProvision><AmendProvisionSentence><Sentence>未</Sentence></AmendProvisionSentence><NewProvision><Article Num="9"><ArticleTitle>第九条</ArticleTitle></Article></NewProvision></AmendProvision>
</Paragraph><SupplNote>申</SupplNote></Article></Part></MainProvision>
<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>酉</Sentence></ParagraphSentence></Paragraph>
<SupplProvisionAppdxTable><SupplProvisionAppdxTableTitle>附則別表</SupplProvisionAppdxTableTitle></SupplProvisionAppdxTable></SupplProvision>
<AppdxTable><AppdxTableTitle>別表第一</AppdxTableTitle><RelatedArticleNum>（第一条関係）</RelatedArticleNum><Remarks><RemarksLabel>備考</RemarksLabel><Sentence>戌</Sentence></Remarks></AppdxTable>
<Unheard>亥</Unheard></LawBody></Law>`

func FuzzLawXML(f *testing.F) {
	for _, s := range readertest.Seeds(f) {
		f.Add(s)
	}
	f.Add(all)
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<14 {
			return
		}
		doc, _, _, err := Read(in)
		if err == nil {
			readertest.CheckTree(t, doc)
		}
	})
}
