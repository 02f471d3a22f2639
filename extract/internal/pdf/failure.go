package pdf

import (
	"fmt"

	"shinkyu/corpus"
)

// Why a file cannot be opened.
var (
	emptyFile = &corpus.Failure{
		Rule:     "empty-file",
		Japanese: "ファイルが空です。", English: "the file is empty",
		HintJA: "ダウンロードが途中で終わっていないか確認してください。", HintEN: "check whether the download was complete",
	}
	notPDF = &corpus.Failure{
		Rule:     "not-a-pdf",
		Japanese: "PDFではありません（%PDF- で始まっていません）。", English: "this is not a PDF: it does not start with %PDF-",
		HintJA: "拡張子だけが .pdf になっていないか確認してください。", HintEN: "the name may end in .pdf though the content is something else",
	}
	locked = &corpus.Failure{
		Rule:     "pdf-password",
		Japanese: "PDFを開くにはパスワードが必要です。", English: "the PDF needs a password",
		HintJA: "--password を付けると尋ねます（環境変数 SHINKYU_PASSWORD でも渡せます）。", HintEN: "--password asks for it; programs pass it in SHINKYU_PASSWORD",
	}
	wrongPassword = &corpus.Failure{
		Rule:     "pdf-password",
		Japanese: "パスワードが違います。", English: "the password is wrong",
		HintJA: "大文字・小文字と全角・半角を確かめてください。", HintEN: "check upper and lower case, and full-width letters",
	}
)

func damaged(at, size int) *corpus.Failure {
	return &corpus.Failure{
		Rule:     "pdf-damaged",
		Japanese: fmt.Sprintf("PDFが壊れているか途中で切れているため開けません（%dバイト目からの%dバイトに、文書の構造を示すカタログがありません）。", at, size-at),
		English:  fmt.Sprintf("the PDF is damaged or cut off: no document catalog in the %d bytes from byte %d on", size-at, at),
		HintJA:   "元のサイトからもう一度取得してください。", HintEN: "fetch the file again",
	}
}

func noPages(found int) *corpus.Failure {
	return &corpus.Failure{
		Rule:     "pdf-damaged",
		Japanese: fmt.Sprintf("PDFが壊れているか途中で切れているため、ページが見つかりません（オブジェクトは%d個あります）。", found),
		English:  fmt.Sprintf("the PDF is damaged or cut off: none of its %d objects is a page that the catalog leads to", found),
		HintJA:   "元のサイトからもう一度取得してください。", HintEN: "fetch the file again",
	}
}

func unknownCipher(what string) *corpus.Failure {
	return &corpus.Failure{
		Rule:     "pdf-encryption",
		Japanese: "対応していない方式（" + what + "）で暗号化されたPDFです。", English: "the PDF is encrypted in a way that is not known: " + what,
		HintJA: "暗号化されていないPDFを用意してください。", HintEN: "save a copy without encryption and read that",
	}
}
