package diff

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

func leaf(label, text string) *corpus.Clause {
	c := &corpus.Clause{Kind: corpus.KindItem, Label: label, Origin: corpus.Origin{Row: -1}, Path: ref.Path{{Kind: ref.Label, Text: label}}}
	c.Text.S = label + "　" + text
	c.Body = len([]rune(label)) + 1
	return c
}

// Files made to be slow: each must be compared in seconds, whatever the result. What grows with the square takes minutes; the limit leaves room for a
// busy machine.
func TestHostile(t *testing.T) {
	many := func(n int, f func(i int) *corpus.Clause) corpus.Document {
		var d corpus.Document
		for i := range n {
			d.Clauses = append(d.Clauses, f(i))
		}
		return d
	}
	deep := func(text string) corpus.Document {
		root := leaf("一", text)
		for at, i := root, 0; i < 1500; i++ {
			k := leaf("一", text+fmt.Sprint(i))
			at.Children = []*corpus.Clause{k}
			at = k
		}
		return corpus.Document{Clauses: []*corpus.Clause{root}}
	}
	sentence := "部長は、記録を保存しなければならない。"
	for _, c := range []struct {
		name     string
		old, new corpus.Document
	}{
		{"one sentence five thousand times", many(5000, func(int) *corpus.Clause { return leaf("一", sentence) }), many(4900, func(int) *corpus.Clause { return leaf("二", sentence) })},
		{"everything left out", many(5000, func(int) *corpus.Clause { return leaf("一", "") }), many(4000, func(int) *corpus.Clause { return leaf("", "") })},
		{"everything turned round", many(2000, func(i int) *corpus.Clause {
			return leaf(fmt.Sprint(i), fmt.Sprintf("%sただし、%d号の台帳及び%d号の帳簿については、この限りでない。", sentence, i, i*7))
		}),
			many(2000, func(i int) *corpus.Clause {
				return leaf(fmt.Sprint(i), fmt.Sprintf("%sただし、%d号の台帳及び%d号の帳簿については、この限りでない。", sentence, 2000-i, (2000-i)*7))
			})},
		{"deep", deep(sentence), deep("別の文である。")},
		{"one clause of a hundred thousand characters", many(1, func(int) *corpus.Clause {
			return leaf("一", strings.Repeat("甲乙丙、丁戊己を行う。", 5000))
		}),
			many(1, func(int) *corpus.Clause {
				return leaf("一", strings.Repeat("子丑、寅卯を行うこと。", 5000))
			})},
		{"no full stop", many(1, func(int) *corpus.Clause { return leaf("一", strings.Repeat("甲が乙を丙に", 5000)) }), many(1, func(int) *corpus.Clause { return leaf("一", strings.Repeat("丁が戊を己に", 4500)) })},
		{"brackets", many(1, func(int) *corpus.Clause { return leaf("一", strings.Repeat("（甲", 4000)) }), many(1, func(int) *corpus.Clause {
			return leaf("一", strings.Repeat("甲）", 4000)+"以下「甲」という。")
		})},
		{"definitions", many(2000, func(i int) *corpus.Clause {
			return leaf("一", fmt.Sprintf("第%d団体（以下「甲%d」という。）", i, i))
		}), many(2000, func(i int) *corpus.Clause {
			return leaf("一", fmt.Sprintf("第%d団体等（以下「甲%d等」という。）", i, i))
		})},
	} {
		cmp := &corpus.Comparison{}
		cmp.Sides[corpus.Old], cmp.Sides[corpus.New] = c.old, c.new
		start := time.Now()
		r := Compare(cmp)
		if took := time.Since(start); took > 30*time.Second { // alone each takes less than 2 s; the machine may be busy
			t.Errorf("%s: %v", c.name, took)
		} else {
			t.Logf("%s: %v", c.name, took)
		}
		check(t, r)
	}
}
