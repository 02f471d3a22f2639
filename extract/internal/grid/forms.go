package grid

import "strings"

// Presentation forms for vertical writing stand for ordinary punctuation; fonts and their CMaps leak them into text.
// Source: Unicode blocks Vertical Forms (U+FE10) and CJK Compatibility Forms (U+FE30).
var verticalForms = strings.NewReplacer(
	"︐", "，", "︑", "、", "︒", "。", "︓", "：", "︔", "；", "︕", "！", "︖", "？", "︗", "〖", "︘", "〗", "︙", "…",
	"︰", "‥", "︱", "—", "︲", "–", "︳", "＿", "︵", "（", "︶", "）", "︷", "｛", "︸", "｝", "︹", "〔", "︺", "〕",
	"︻", "【", "︼", "】", "︽", "《", "︾", "》", "︿", "〈", "﹀", "〉", "﹁", "「", "﹂", "」", "﹃", "『", "﹄", "』",
	"﹇", "［", "﹈", "］",
)

// horizontalForm is the character as it is written in horizontal text.
func horizontalForm(s string) string { return verticalForms.Replace(s) }
