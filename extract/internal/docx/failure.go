package docx

import "shinkyu/corpus"

var withoutText = &corpus.Failure{
	Rule: "docx-empty", Japanese: "Word文書に文字がありません", English: "the Word document has no text",
	HintJA: "画像だけの文書は、文字認識をした PDF にしてください", HintEN: "if it holds pictures only, make it a PDF with recognised text",
}
