package ooxml

import "shinkyu/corpus"

// Damaged refuses a file of which a part that is needed cannot be read.
func Damaged(part string) *corpus.Failure {
	return &corpus.Failure{
		Rule: "ooxml-damaged", Japanese: "Word・Excel 文書が壊れていて読み取れません（" + part + "）", English: "the Word or Excel document is damaged (" + part + ")",
		HintJA: "もう一度取得するか、Word や Excel で開いて保存し直してください", HintEN: "fetch it again, or open it in Word or Excel and save it",
	}
}

var bomb = &corpus.Failure{
	Rule: "ooxml-bomb", Japanese: "展開すると異常に大きくなるため、読み取りを中止しました", English: "the document unpacks to an abnormal size and was refused",
	HintJA: "正しい文書なら、必要な表だけを新しい文書に保存してください", HintEN: "if it is genuine, save only the table you need in a new document",
}
