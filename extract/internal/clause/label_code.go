package clause

// Codes of units in tariffs and catalogues: Ａ１００　入院料, Ｂ００１－２　…, Ｋ１２３～Ｋ１２５　（略), ABC-12.
// One to three capital letters, two or more digits, branches behind hyphens. White space must follow.
// Source: 区分番号 of fee schedules; catalogue numbers of standards.

var codeStyle = &style{name: "A00", spaced: true, read: func(sc scan, i int) ([]int, int, bool) {
	letters := i
	var num []int
	for letters < len(sc.r) && letters-i < 3 && fold(sc.r[letters]) >= 'A' && fold(sc.r[letters]) <= 'Z' && (letters == i || !sc.gap[letters]) {
		num = append(num, int(fold(sc.r[letters])-'A')+1)
		letters++
	}
	if letters == i {
		return nil, i, false
	}
	family := 0
	for _, n := range num {
		family = family*27 + n
	}
	at := letters
	if fold(sc.peek(at)) == '-' && !sc.gap[at] {
		at++
	}
	n, end, ok := sc.figures(at)
	if !ok || end-at < 2 || sc.gap[at] {
		return nil, i, false
	}
	out := []int{family*10000 + n}
	for c := fold(sc.peek(end)); (c == '-' || c == '‐' || c == '−') && digitAt(sc, end+1); c = fold(sc.peek(end)) {
		m, e, _ := sc.digits(end + 1)
		out, end = append(out, m), e
	}
	return out, end, true
}}
