package web

import (
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// flat joins the text of segments by operation; hidden ones only where asked for.
func flat(paras []Para, hidden bool) string {
	var b strings.Builder
	for _, p := range paras {
		for _, segs := range [][]Seg{p.Label, p.Segs} {
			for _, s := range segs {
				if !s.Hidden || hidden {
					b.WriteString(s.Text)
				}
			}
		}
	}
	return b.String()
}

func TestCellsHoldTheTextsAsPrinted(t *testing.T) {
	r := sample(t)
	b := newBuilder(r, Options{})
	b.name(b.sort())
	for i := range r.Changes {
		ch := &r.Changes[i]
		row := b.row(draftRow{change: i})
		for side, cell := range []Cell{row.New, row.Old} {
			want := ""
			for _, u := range ch.Units(corpus.Side(side)) {
				want += r.Units[side][u].Text.S
			}
			if got := flat(cell.Paras, false); got != want {
				t.Errorf("change %d, %v side: %q, want %q", i, corpus.Side(side), got, want)
			}
		}
	}
}

func change(t *testing.T, newText, oldText string) (*diff.Result, *diff.Change) {
	t.Helper()
	r := result(t, "第一条|article|第一条|第一条　"+newText, "第一条|article|第一条|第一条　"+oldText, []pair{{"第一条", "第一条", diff.Edited, nil, nil}})
	return r, &r.Changes[0]
}

func ops(steps []step) string {
	var b strings.Builder
	last := Op(255)
	for _, s := range steps {
		if s.op != last {
			b.WriteString([]string{"=", "+", "-"}[s.op])
			last = s.op
		}
		b.WriteRune(s.r)
	}
	return b.String()
}

func TestMerge(t *testing.T) {
	for _, c := range []struct{ name, new, old, want string }{
		{"replaced word, deletion first", "期限は{七日}とする。", "期限は{五日}とする。", "=期限は-五日+七日=とする。"},
		{"insertion", "甲{及び乙}は", "甲は", "=甲+及び乙=は"},
		{"deletion at the end", "甲は", "甲は{、乙}", "=甲は-、乙"},
		{"white space of one side only", "甲 は{二}", "甲は{一}", "=甲 は-一+二"},
		{"ranges that do not fit: replaced whole", "甲は{乙}", "丙は{丁}", "-丙は丁+甲は乙"},
		{"nothing left", "{甲}", "{乙}", "-乙+甲"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, ch := change(t, c.new, c.old)
			if got := ops(merge(r, ch, false)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestSplitKeepsEachPartInItsParagraph(t *testing.T) {
	r := result(t, "第一条|article|第一条|第一条　甲は報告する。\n第一条第二項|paragraph|２|２　乙は{確認する。}", "第一条|article|第一条|第一条　甲は報告する。乙は{点検する。}",
		[]pair{{"第一条 第一条第二項", "第一条", diff.Edited, []diff.Structure{diff.Split}, nil}})
	b := newBuilder(r, Options{})
	b.name(b.sort())
	cell := b.row(draftRow{change: 0}).New
	if len(cell.Paras) != 2 {
		t.Fatalf("%d paragraphs", len(cell.Paras))
	}
	if got := flat(cell.Paras[:1], true); got != "第一条　甲は報告する。" {
		t.Errorf("first: %q", got)
	}
	if got := flat(cell.Paras[1:], true); !strings.HasSuffix(got, "乙は点検する。確認する。") {
		t.Errorf("second: %q", got)
	}
}

func TestAudit(t *testing.T) {
	r := sample(t)
	v := View(r, Options{})
	var missing, over, official string
	for _, body := range v.Tables[0].Bodies {
		if body.Card == nil {
			continue
		}
		for _, row := range body.Card.Rows {
			for _, p := range row.New.Paras {
				for _, s := range p.Segs {
					switch s.Class {
					case "miss":
						missing += s.Text
					case "over":
						over += s.Text
					case "om":
						official += s.Text
					}
				}
			}
		}
	}
	if missing == "" || over == "" || !strings.Contains(official, "二十四時間以内に") {
		t.Errorf("missing %q, over %q, official %q", missing, over, official)
	}
}
