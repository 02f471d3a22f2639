package clause

// Notes, questions and answers: 注１　…, 注　…, （注）…, （注２）…, 備考　…, 問３　…, （問１２）…, 答　…, （答）….
// Source: 法令標準XML Remarks; 疑義解釈 and FAQ of ministries.

var (
	noteStyle     = wordStyle("注", "注", "備考")
	questionStyle = wordStyle("問", "問")
	answerStyle   = wordStyle("答", "答", "答え", "回答")
)

func wordStyle(name string, words ...string) *style {
	return &style{name: name, free: true, spaced: false, read: func(sc scan, i int) ([]int, int, bool) {
		open := fold(sc.peek(i)) == '('
		at := i
		if open {
			at++
		}
		for k := len(words) - 1; k >= 0; k-- {
			if !sc.has(at, words[k]) {
				continue
			}
			end := at + len([]rune(words[k]))
			var num []int
			if n, e, ok := sc.numeral(end); ok {
				num, end = []int{n}, e
			}
			if open {
				if fold(sc.peek(end)) != ')' {
					return nil, i, false
				}
				return num, end + 1, !particleAt(sc, end+1)
			}
			return num, end, sc.gap[end] || sc.peek(end) == '：'
		}
		return nil, i, false
	}}
}
