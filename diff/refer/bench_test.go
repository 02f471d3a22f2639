package refer

import (
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus/ref"
	"shinkyu/diff/internal/notation"
)

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{333, 3333} {
		var s strings.Builder
		for i := 1; i <= n; i++ {
			fmt.Fprintf(&s, "第%s条　前条の規定による届出をした者は、第%s条第一項及び第二項の書類を添え、三十日以内に部長に提出しなければならない。\n２　部長は、前項の届出（次条の届出を含む。）を受けたときは、(1)及びイの事項を記録し、保存するものとする。\n", ref.Kanji(i), ref.Kanji((i*7)%n+1))
		}
		d := notation.Read(s.String())
		b.Run(fmt.Sprintf("clauses=%d", 2*n), func(b *testing.B) {
			for b.Loop() {
				Find(d)
			}
		})
	}
}
