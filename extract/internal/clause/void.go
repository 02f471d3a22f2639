package clause

// The shell of a provision that was struck out but keeps its number:
//
//	第七条　削除     五　削除     第七条から第九条まで　削除
//
// Label, white space and 「削除」 to the end of the line; in any other place the word is ordinary vocabulary
// (「情報を削除する」). 項 cannot be a shell, but a text that makes it one must be read as printed.
// Source: 法令標準XML Delete="true".

const longestVoid = 3 // code points of 削除。

func isVoid(sc scan, labelEnd int) bool {
	if labelEnd == 0 || !sc.gap[labelEnd] || len(sc.r)-labelEnd > longestVoid {
		return false
	}
	rest := sc.from(labelEnd)
	return rest == "削除" || rest == "削除。" || rest == "欠番"
}
