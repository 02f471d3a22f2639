package clause

// Signs without order: ・ ○ ● ◎ ◇ ◆ □ ■ ▽ ▼ ▲ ※ ＊ – • ➢. They hang under the clause before them. A hyphen needs white space behind it.
// Source: usage in guidelines.

import "strings"

var bulletStyle = &style{name: "・", free: true, read: func(sc scan, i int) ([]int, int, bool) {
	r := sc.peek(i)
	switch {
	case r == 0:
		return nil, i, false
	case strings.ContainsRune("・･○●◎◇◆□■▽▼△▲※＊•‣▪▶►➢➤✓◦", r):
		return nil, i + 1, len(sc.r) > i+1
	case strings.ContainsRune("-－–—‐*", r) && sc.gap[i+1]:
		return nil, i + 1, len(sc.r) > i+1
	}
	return nil, i, false
}}
