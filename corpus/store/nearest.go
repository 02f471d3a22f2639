package store

import "strconv"

func itoa(n int) string { return strconv.Itoa(n) }

// nearest is the candidate that differs from s in the fewest letters, at most a third of them; "" if none is near.
func nearest(s string, candidates []string) string {
	best, name := len([]rune(s))/3+1, ""
	for _, c := range candidates {
		if d := distance([]rune(s), []rune(c)); d < best || (d == best && name == "" && d <= 2) {
			best, name = d, c
		}
	}
	return name
}

// distance is the number of letters to insert, drop or replace (Levenshtein).
func distance(a, b []rune) int {
	if len(a) > 256 || len(b) > 256 {
		return max(len(a), len(b))
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diag := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			diag, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diag+cost)
		}
	}
	return row[len(b)]
}
