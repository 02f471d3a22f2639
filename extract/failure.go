package extract

// Why a file cannot be read, in both languages, with what to do about it.

import (
	"fmt"

	"shinkyu/corpus"
)

const (
	supportedJA = "PDF、HTML、法令標準XML、Markdown、テキスト、タブ区切りの表（マーク付きテキスト）を読み取れます"
	supportedEN = "PDF, HTML, 法令標準XML, Markdown, plain text and marked text (tab-separated cells) can be read"
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
	"zip":   {"Word・Excel などの文書（ZIP形式）です", "a Word, Excel or other zipped document", "PDF または HTML で保存し直してください", "save it as PDF or HTML"},
	"ole":   {"古い形式の Word・Excel 文書です", "an old Word or Excel document", "PDF または HTML で保存し直してください", "save it as PDF or HTML"},
	"image": {"画像です", "a picture", "文字認識をした PDF にしてください", "make it a PDF with recognised text"},
	"rtf":   {"RTF 文書です", "an RTF document", "PDF または HTML で保存し直してください", "save it as PDF or HTML"},
	"gzip":  {"圧縮ファイルです", "a compressed file", "展開してから渡してください", "unpack it first"},
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
