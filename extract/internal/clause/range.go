package clause

// A range is one label that stands for several units, and only a placeholder can be their text:
//
//	２～５　（略）   ２・３　（略）   第二条から第五条まで　（略）   一から三まで　［略］   (1)～(3)　(略)   １、２及び４　（略）
//	第七条から第九条まで　削除   Ａ１００～Ａ１０３　（略）
//
// Source: usage of tables; 法令標準XML's Num 7:9. Without the placeholder behind it the line is a sentence that cites labels.

var rangeSigns = []string{"から", "ないし", "及び", "並びに", "又は", "～", "〜", "~", "・", "･", "、", "，", ",", "－", "―", "ー", "–", "—", "−", "‐", "-", "：", "…"}

func readRange(sc scan, s *style, num []int, end int) (reading, bool) {
	if s.free {
		return reading{}, false
	}
	last, at := num, end
	for {
		next, e, ok := rangeStep(sc, s, at)
		if !ok {
			break
		}
		if !after(last, next) {
			return reading{}, false
		}
		last, at = next, e
	}
	if at == end {
		return reading{}, false
	}
	if sc.has(at, "まで") {
		at += 2
	}
	if _, e, ok := placeholderAt(sc, at); ok && e == len(sc.r) || sc.from(at) == "削除" {
		return reading{style: s, num: num, upto: last, end: at, fixed: true}, true
	}
	return reading{}, false
}

func rangeStep(sc scan, s *style, i int) ([]int, int, bool) {
	for _, sign := range rangeSigns {
		if !sc.has(i, sign) {
			continue
		}
		if num, end, ok := s.read(sc, i+len([]rune(sign))); ok {
			return num, end, true
		}
	}
	return nil, 0, false
}
