package diff

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus"
	"shinkyu/diff/internal/notation"
)

// References of both sides of a comparison: each names its clauses by the numbers of its own side, at offsets counted in code points (𠮟 is one, four bytes).
func TestReferencesOfBothSides(t *testing.T) {
	old := `第一条　園は、花を植える。
第二条　園は、木を植える。
第三条　園は、池を造る。
第四条　𠮟られた者は、前三条の作業をする。
  一　草取り
  二　水やり
２　園長は、前項の者に次の各号のいずれかを命じ、同項の作業を記録する。
  一　掃除
  二　点検`
	fresh := `第一条　園は、花を植える。
第二条　園は、木を植える。
第三条　園は、池を造る。
第四条　園は、柵を造る。
第五条　𠮟られた者は、前四条の作業をする。
  一　草取り
  二　水やり
２　園長は、前項第一号のほか次の各号のいずれかを命じ、同項の作業を記録する。
  一　掃除
  二　点検`
	compare(t, old, fresh, [2][]string{
		corpus.Old: {
			"第四条第一項 11+3 前三条 → 第一条 第二条 第三条",
			"第四条第二項 6+2 前項 → 第四条第一項",
			"第四条第二項 11+4 次の各号 → 第四条第二項第一号 第四条第二項第二号",
			"第四条第二項 24+2 同項 → 第四条第一項",
		},
		corpus.New: {
			"第五条第一項 11+3 前四条 → 第一条 第二条 第三条 第四条",
			"第五条第二項 6+5 前項第一号 → 第五条第一項第一号",
			"第五条第二項 14+4 次の各号 → 第五条第二項第一号 第五条第二項第二号",
			"第五条第二項 27+2 同項 → 第五条第一項",
		},
	})
	compare(t, "1　目的\n  (1)　全ての課とする。\n  (2)　𠮟責は、上記(1)による。\n2　点検\n  (1)　1(2)に掲げる点検を行う。",
		"1　目的\n  (1)　全ての課とする。\n  (2)　𠮟責は、上記(1)による。\n2　記録\n  (1)　台帳を作る。\n3　点検\n  (1)　2(1)に掲げる点検を行う。", [2][]string{
			corpus.Old: {"1/(2) 8+5 上記(1) → 1/(1)", "2/(1) 4+4 1(2) → 1/(2)"},
			corpus.New: {"1/(2) 8+5 上記(1) → 1/(1)", "3/(1) 4+4 2(1) → 2/(1)"},
		})
}

// compare holds the references of a pair of texts against what is wanted: place, start+length, words, targets.
func compare(t *testing.T, old, fresh string, want [2][]string) {
	t.Helper()
	r := Compare(notation.Pair(old, fresh, false))
	for side := range r.References {
		var got []string
		units, _ := r.Comparison.Sides[side].Units()
		for _, x := range r.References[side] {
			var b strings.Builder
			fmt.Fprintf(&b, "%s %d+%d %s →", units[x.Unit].Path, x.Span.Start, x.Span.Len(), x.Text)
			for _, u := range x.Targets {
				fmt.Fprintf(&b, " %s", units[u].Path)
			}
			got = append(got, b.String())
		}
		if d := cmp.Diff(want[side], got); d != "" {
			t.Errorf("%s (-want +got):\n%s", corpus.Side(side), d)
		}
	}
}
