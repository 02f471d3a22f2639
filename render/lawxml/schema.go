package lawxml

// The attributes of 法令標準XML by element, with their values; "int" is a positive number, none means any.
// Source: stdLaw.xsd, version 3.0 (24 November 2020).

import "strconv"

var attributes = map[string][]string{
	"Law": {"Era=Meiji|Taisho|Showa|Heisei|Reiwa", "Year=int", "Num=int", "PromulgateMonth=int", "PromulgateDay=int",
		"LawType=Constitution|Act|CabinetOrder|ImperialOrder|MinisterialOrdinance|Rule|Misc", "Lang=ja|en"},
	"LawBody":        {"Subject"},
	"LawTitle":       {"Kana", "Abbrev", "AbbrevKana"},
	"MainProvision":  {"Extract=" + boolean},
	"Paragraph":      {"Num=int", "OldStyle=" + boolean, "OldNum=" + boolean, "Hide=" + boolean},
	"Class":          {"Num"},
	"Sentence":       {"Num=int", "Function=main|proviso", "Indent=" + levels(), "WritingMode=" + modes},
	"Column":         {"Num=int", "LineBreak=" + boolean, "Align=" + aligns},
	"SupplProvision": {"Type=New|Amend", "AmendLawNum", "Extract=" + boolean},
	"TableColumn": {"BorderTop=" + borders, "BorderBottom=" + borders, "BorderLeft=" + borders, "BorderRight=" + borders, "rowspan", "colspan",
		"Align=" + aligns, "Valign=top|middle|bottom"},
	"Fig":          {"src"},
	"RemarksLabel": {"LineBreak=" + boolean},
	"Line":         {"Style=" + borders},
}

const (
	boolean = "true|false|1|0"
	modes   = "vertical|horizontal"
	aligns  = "left|center|right|justify"
	borders = "solid|none|dotted|double"
)

// plainElements have no attributes at all.
var plainElements = map[string]bool{}

func init() {
	each := func(attrs []string, names ...string) {
		for _, n := range names {
			attributes[n] = attrs
		}
	}
	each([]string{"Num", "Delete=" + boolean}, "TOCPart", "TOCChapter", "TOCSection", "TOCSubsection", "TOCDivision", "TOCArticle")
	each([]string{"Num", "Delete=" + boolean, "Hide=" + boolean}, "Part", "Chapter", "Section", "Subsection", "Division", "Article", "Item")
	each([]string{"CommonCaption=" + boolean}, "ArticleCaption", "ParagraphCaption")
	each([]string{"Num=int"}, "SupplProvisionAppdxTable", "SupplProvisionAppdxStyle", "SupplProvisionAppdx", "AppdxTable", "AppdxNote", "AppdxStyle",
		"AppdxFormat", "AppdxFig", "ArithFormula")
	each([]string{"WritingMode=" + modes}, "SupplProvisionAppdxTableTitle", "SupplProvisionAppdxStyleTitle", "AppdxTableTitle", "AppdxNoteTitle",
		"AppdxStyleTitle", "AppdxFormatTitle", "AppdxFigTitle", "TableStructTitle", "Table")
	for _, n := range []string{"LawNum", "EnactStatement", "TOC", "TOCLabel", "TOCPreambleLabel", "TOCSupplProvision", "TOCAppdxTableLabel", "ArticleRange",
		"Preamble", "PartTitle", "ChapterTitle", "SectionTitle", "SubsectionTitle", "DivisionTitle", "ArticleTitle", "ParagraphNum",
		"ParagraphSentence", "SupplNote", "AmendProvision", "AmendProvisionSentence", "NewProvision", "ClassTitle", "ClassSentence", "ItemTitle",
		"ItemSentence", "SupplProvisionLabel", "Appdx", "ArithFormulaNum", "TableStruct", "TableRow", "TableHeaderRow", "TableHeaderColumn",
		"FigStruct", "FigStructTitle", "NoteStruct", "NoteStructTitle", "StyleStruct", "StyleStructTitle", "FormatStruct", "FormatStructTitle",
		"RelatedArticleNum", "Remarks", "List", "ListSentence", "Sublist1", "Sublist1Sentence", "Sublist2", "Sublist2Sentence", "Sublist3",
		"Sublist3Sentence", "Ruby", "Rt", "Sup", "Sub"} {
		plainElements[n] = true
	}
	for i := 1; i <= deepest; i++ {
		name := subitem(i)
		attributes[name] = attributes["Item"]
		plainElements[name+"Title"], plainElements[name+"Sentence"] = true, true
	}
}

// deepest is how deep 号の細分 go.
const deepest = 10

func subitem(n int) string { return "Subitem" + strconv.Itoa(n) }

// levels are the values of Sentence's Indent.
func levels() string {
	s := "Paragraph|Item"
	for i := 1; i <= deepest; i++ {
		s += "|" + subitem(i)
	}
	return s
}
