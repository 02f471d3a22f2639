package lineage

// IDs stand in addresses of the site and must not change when a rule gets its next revision: they are made of where and when a
// clause is first seen, never of where it is now. The readable part is the first address with Latin letters (第六条第二項 is
// a6p2), the rest tells apart what began at one address at different times. Counting lives was rejected: one more clause in
// an old text would rename all that follow.

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

const longestID = 24 // bytes of the readable part

var stepLetters = map[ref.Kind]string{
	ref.Part: "s", ref.Division: "d", ref.Article: "a", ref.Paragraph: "p", ref.Item: "i", ref.Subitem: "j",
	ref.Label: "n", ref.Unlabelled: "u", ref.Caption: "c",
}

// newID names a life by its first address, state and side. Only [a-z0-9_-] occur.
func (r *roster) newID(p ref.Path, state int, side corpus.Side) string {
	if r.ids == nil {
		r.ids = map[string]bool{}
	}
	sum := sha256.Sum256([]byte(fmt.Sprintf("%s\x00%d\x00%s", addressOf(p), state, side)))
	digest := hex.EncodeToString(sum[:])
	for n := 4; ; n += 2 {
		id := readable(p) + "-" + digest[:min(n, len(digest))]
		if n > len(digest) { // two lives of one address and state, which paths that are unique on a side rule out
			id += "-" + strconv.Itoa(len(r.ids))
		}
		if !r.ids[id] {
			r.ids[id] = true
			return id
		}
	}
}

func readable(p ref.Path) string {
	var b strings.Builder
	for _, s := range bare(p) {
		step := stepLetters[s.Kind]
		if step == "" {
			step = "x"
		}
		for i, n := range numbers(s.Text) {
			if i > 0 {
				step += "_"
			}
			step += strconv.Itoa(n)
		}
		if b.Len()+len(step) > longestID {
			break
		}
		b.WriteString(step)
	}
	if b.Len() == 0 {
		return "x"
	}
	return b.String()
}

func itoa(n int) string { return strconv.Itoa(n) }
