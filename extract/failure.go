package extract

// Why a file cannot be read, in both languages, with what to do about it.

import (
	"fmt"

	"shinkyu/corpus"
)

const (
	supportedJA = "PDF、Word文書（docx）、Excelブック（xlsx）、HTML、法令標準XML、Markdown、テキスト、タブ区切りの表（マーク付きテキスト）を読み取れます"
	supportedEN = "PDF, Word (docx), Excel (xlsx), HTML, 法令標準XML, Markdown, plain text and marked text (tab-separated cells) can be read"
)

var emptyFile = &corpus.Failure{
	Rule: "empty-file", Japanese: "ファイルが空です", English: "the file is empty",
	HintJA: "ダウンロードやコピーが途中で終わっていないか確かめてください", HintEN: "check that the download or copy was complete",
}

var unknownEncoding = &corpus.Failure{
	Rule: "unknown-encoding", Japanese: "文字コードが分かりません", English: "the character encoding is unknown",
	HintJA: "UTF-8、Shift_JIS、EUC-JP、ISO-2022-JP、UTF-16 のいずれかで保存し直してください",
	HintEN: "save it as UTF-8, Shift_JIS, EUC-JP, ISO-2022-JP or UTF-16",
}

// kindHints tell what to do with formats that are recognised but not read.
var kindHints = map[string]struct{ ja, en, hintJA, hintEN string }{
	"zip":         {"ZIP形式のファイルです", "a zip archive", "展開して、中の文書を渡してください", "unpack it and pass the document inside"},
	"zip-damaged": {"壊れたZIP形式の文書（Word・Excel など）です", "a damaged zipped document (Word, Excel or another)", "もう一度取得するか、Word で開いて保存し直してください", "fetch it again, or open it in Word and save it"},
	"xlsb":        {"バイナリ形式の Excel ブック（.xlsb）です", "a binary Excel workbook (.xlsb)", "Excel で開いて .xlsx で保存し直してください", "open it in Excel and save it as .xlsx"},
	"pptx":        {"PowerPoint のスライドです", "PowerPoint slides", "PDF で保存してください", "save it as PDF"},
	"odf":         {"OpenDocument 文書です", "an OpenDocument file", "Word 文書（.docx）で保存し直してください", "save it as a Word document (.docx)"},
	"encrypted":   {"パスワードで保護された Word・Excel 文書です", "a Word or Excel document protected by a password", "Word や Excel で開き、［ファイル］→［情報］→［保護］でパスワードを外して保存してください", "open it in Word or Excel and save it without the password (File, Info, Protect)"},
	"doc":         {"古い形式の Word 文書（.doc）です", "an old Word document (.doc)", "Word で開いて .docx で保存し直してください", "open it in Word and save it as .docx"},
	"xls":         {"古い形式の Excel ブック（.xls）です", "an old Excel workbook (.xls)", "Excel で開いて .xlsx で保存し直してください", "open it in Excel and save it as .xlsx"},
	"ppt":         {"古い形式の PowerPoint スライド（.ppt）です", "old PowerPoint slides (.ppt)", "PDF で保存してください", "save it as PDF"},
	"jtd":         {"一太郎の文書です", "a document of 一太郎", "Word 文書（.docx）または PDF で保存し直してください", "save it as a Word document (.docx) or PDF"},
	"ole":         {"古い形式の Word・Excel 文書です", "an old Word or Excel document", ".docx、.xlsx または PDF で保存し直してください", "save it as .docx, .xlsx or PDF"},
	"image":       {"画像です", "a picture", "文字認識をした PDF にしてください", "make it a PDF with recognised text"},
	"rtf":         {"RTF 文書です", "an RTF document", "PDF または HTML で保存し直してください", "save it as PDF or HTML"},
	"gzip":        {"圧縮ファイルです", "a compressed file", "展開してから渡してください", "unpack it first"},
}

// unknownFormat refuses a file of an unreadable kind; kind is one of binaryKinds, a format name that nobody knows, or "".
func unknownFormat(kind string) *corpus.Failure {
	if h, ok := kindHints[kind]; ok {
		return &corpus.Failure{Rule: "unknown-format", Japanese: h.ja + "。読み取れない形式です", English: h.en + ", which cannot be read",
			HintJA: h.hintJA + "（" + supportedJA + "）", HintEN: h.hintEN + " (" + supportedEN + ")"}
	}
	ja, en := "読み取れない形式です", "the format is unknown"
	if kind != "" {
		ja, en = fmt.Sprintf("「%s」という形式はありません", kind), fmt.Sprintf("there is no format %q", kind)
	}
	return &corpus.Failure{Rule: "unknown-format", Japanese: ja, English: en, HintJA: supportedJA, HintEN: supportedEN}
}

// notATable refuses a file in which a comparison was asked for.
func notATable() *corpus.Failure {
	return &corpus.Failure{
		Rule: "not-a-table", Japanese: "新旧対照表が見つかりません", English: "no comparison table was found",
		HintJA: "「改正後」「改正前」などの見出しのある二欄の表が要ります。全文どうしを比べるなら shinkyu diff 旧 新",
		HintEN: "a table of two columns with headings such as 改正後 and 改正前 is needed; to compare two whole texts: shinkyu diff OLD NEW",
	}
}
