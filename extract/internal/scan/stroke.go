package scan

// One level stroke is three characters: 一, the mark ー that lengthens a vowel, and a dash. The neural reader tells them apart by their
// neighbours, and often wrongly where a label stands alone (一　届出の年月日). Spelling decides: ー follows kana and nothing else, and
// between two katakana there is no 一. All else stays as it was read.

// settleStrokes puts right what spelling does not allow.
func settleStrokes(line []character) {
	at := func(i int) rune {
		if i >= 0 && i < len(line) {
			for _, r := range line[i].text {
				return r
			}
		}
		return 0
	}
	for i := range line {
		switch line[i].text {
		case "ー":
			if !kana(at(i - 1)) {
				line[i].text = "一"
			}
		case "一":
			if katakana(at(i-1)) && katakana(at(i+1)) {
				line[i].text = "ー"
			}
		}
	}
}

func katakana(r rune) bool { return r >= 'ァ' && r <= 'ヺ' || r == 'ー' }

func kana(r rune) bool { return r >= 'ぁ' && r <= 'ゖ' || katakana(r) }
