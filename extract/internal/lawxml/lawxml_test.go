package lawxml

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/corpus"
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
	texts := map[string]string{"all": all}
	files, _ := filepath.Glob("../../../../shared/samples/laws/*/*.xml")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = string(data)
	}
	if len(files) == 0 {
		t.Log("did not run on real laws: there are none beside the project")
	}
	for name, text := range texts {
		root, _, _ := parse(text)
		doc, skeleton, _, unplaced, err := ReadSkeleton(text)
		if err != nil {
			t.Fatal(err)
		}
		if skeleton == nil {
			t.Errorf("%s: no skeleton", name)
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
		for _, r := range corpus.Squeeze(got.String()) {
			left[r]++
		}
		for _, r := range corpus.Squeeze(inner(root)) {
			if left[r]--; left[r] < 0 {
				t.Errorf("%s: a %q is lost", name, r)
				break
			}
		}
		placed(t, name, skeleton, units, unplaced)
	}
}

// placed: what the skeleton keeps for itself is white space or listed as unplaced: no word of a clause is there a second time.
func placed(t *testing.T, name string, s *corpus.Skeleton, units []*corpus.Clause, unplaced []corpus.Unplaced) {
	t.Helper()
	listed := ""
	for _, u := range unplaced {
		listed += corpus.Squeeze(u.Text) + "\n"
	}
	var walk func(nodes []corpus.XMLNode)
	walk = func(nodes []corpus.XMLNode) {
		for _, n := range nodes {
			switch n.Kind {
			case corpus.XMLLiteral:
				if w := corpus.Squeeze(n.Text); !strings.Contains(listed, w) {
					t.Errorf("%s: %q is in no clause and not listed", name, w)
				}
			case corpus.XMLHole:
				if n.Unit >= len(units) || n.Span.End > units[n.Unit].Text.Len() {
					t.Errorf("%s: a hole has no words: %+v", name, n)
				}
			}
			walk(n.Kids)
		}
	}
	walk(s.Nodes)
}

// filled is the text of a skeleton with the words of the clauses in it.
func filled(nodes []corpus.XMLNode, units []*corpus.Clause) string {
	var b strings.Builder
	for _, n := range nodes {
		switch n.Kind {
		case corpus.XMLLiteral:
			b.WriteString(n.Text)
		case corpus.XMLHole:
			b.WriteString(units[n.Unit].Text.Slice(n.Span.Start, n.Span.End).S)
		}
		b.WriteString(filled(n.Kids, units))
	}
	return b.String()
}

// all has one of every kind of element that holds text.
const all = `<Law><LawNum>甲</LawNum><LawBody><LawTitle>乙</LawTitle><EnactStatement>丙</EnactStatement><TOC><TOCLabel>丁</TOCLabel><TOCChapter Num="1"><ChapterTitle>目次一</ChapterTitle><ArticleRange>（範囲）</ArticleRange></TOCChapter><TOCSupplProvision><SupplProvisionLabel>目次附則</SupplProvisionLabel></TOCSupplProvision></TOC>
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
<SupplProvision AmendLawNum="令和七年規程第二号" Extract="true"><SupplProvisionLabel>附則</SupplProvisionLabel><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>牛</Sentence></ParagraphSentence></Paragraph></Article>
<SupplProvisionAppdxStyle><SupplProvisionAppdxStyleTitle>附則様式</SupplProvisionAppdxStyleTitle><StyleStruct><Style>虎</Style></StyleStruct></SupplProvisionAppdxStyle>
<SupplProvisionAppdx><ArithFormulaNum>附則付録</ArithFormulaNum><ArithFormula>兎＋<Sup>竜</Sup>－<Sub>蛇</Sub></ArithFormula></SupplProvisionAppdx></SupplProvision>
<AppdxTable><AppdxTableTitle>別表第二</AppdxTableTitle><TableStruct><TableStructTitle>馬</TableStructTitle><Table><TableHeaderRow><TableHeaderColumn>羊</TableHeaderColumn></TableHeaderRow>
<TableRow><TableColumn><Article Num="1"><ArticleTitle>猿</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>鶏</Sentence></ParagraphSentence></Paragraph></Article></TableColumn></TableRow></Table><Remarks><RemarksLabel>備考</RemarksLabel><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>犬</Sentence></ItemSentence></Item></Remarks></TableStruct>
<Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Table><TableRow><TableColumn><Sentence>猪</Sentence></TableColumn></TableRow></Table></ItemSentence></Item></AppdxTable>
<AppdxNote><AppdxNoteTitle>別記</AppdxNoteTitle><NoteStruct><NoteStructTitle>春</NoteStructTitle><Note>夏</Note></NoteStruct></AppdxNote>
<AppdxStyle><AppdxStyleTitle>様式第一</AppdxStyleTitle><StyleStruct><StyleStructTitle>秋</StyleStructTitle><Style><Fig src="a.png"/>冬</Style></StyleStruct></AppdxStyle>
<AppdxFormat><AppdxFormatTitle>書式</AppdxFormatTitle><FormatStruct><FormatStructTitle>東</FormatStructTitle><Format>西</Format></FormatStruct></AppdxFormat>
<Appdx><ArithFormulaNum>付録第一</ArithFormulaNum><ArithFormula>南</ArithFormula><Remarks><RemarksLabel>備考</RemarksLabel><Sentence>北</Sentence></Remarks></Appdx>
<AppdxFig><AppdxFigTitle>別図</AppdxFigTitle><FigStruct><FigStructTitle>天</FigStructTitle><Fig src="b.png"/><Remarks><RemarksLabel>注</RemarksLabel><Sentence>地</Sentence></Remarks></FigStruct></AppdxFig>
<Unheard>亥<QuoteStruct>人<Line Style="double">山</Line></QuoteStruct><!-- 注釈 --><?target data?></Unheard></LawBody></Law>`

func FuzzLawXML(f *testing.F) {
	for _, s := range readertest.Seeds(f) {
		f.Add(s)
	}
	f.Add(all)
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<14 {
			return
		}
		doc, skeleton, _, _, err := ReadSkeleton(in)
		if err != nil {
			return
		}
		readertest.CheckTree(t, doc)
		if skeleton != nil {
			root, _, _ := parse(in)
			units, _ := doc.Units()
			if got, want := filled(skeleton.Nodes, units), inner(root); got != want {
				t.Fatalf("the skeleton gives %q, the file holds %q", got, want)
			}
		}
	})
}
