package corpus

import "testing"

func TestOfficialMarks(t *testing.T) {
	for name, c := range map[string]struct {
		signals []Signal
		yes, no []MarkKind
	}{
		"no legend":   {nil, []MarkKind{MarkUnderline, MarkBold, MarkStrike, MarkRed, MarkBox}, nil},
		"傍線部分は改正部分":   {[]Signal{{MarkUnderline, MeansChanged, false, ""}}, []MarkKind{MarkUnderline, MarkDouble, MarkBox, MarkStrike}, []MarkKind{MarkBold, MarkRed, MarkShade}},
		"太字は改正部分":     {[]Signal{{MarkBold, MeansChanged, false, ""}}, []MarkKind{MarkBold, MarkStrike}, []MarkKind{MarkUnderline, MarkBox, MarkRed}},
		"取消線は削除":      {[]Signal{{MarkStrike, MeansDeleted, false, ""}}, []MarkKind{MarkStrike, MarkUnderline, MarkBold}, nil},
		"下線は注記":       {[]Signal{{MarkUnderline, MeansAnnotated, false, ""}}, []MarkKind{MarkDouble, MarkBold}, []MarkKind{MarkUnderline}},
		"全体に付した傍線は注記": {[]Signal{{MarkUnderline, MeansAnnotated, true, ""}}, []MarkKind{MarkUnderline, MarkDouble}, nil},
	} {
		table := Table{Signals: c.signals}
		for _, k := range c.yes {
			if !table.Official(k, New) {
				t.Errorf("%s: %s is not official", name, k)
			}
		}
		for _, k := range c.no {
			if table.Official(k, New) {
				t.Errorf("%s: %s is official", name, k)
			}
		}
	}
	c := Comparison{Tables: []Table{{}, {Signals: []Signal{{MarkRed, MeansChanged, false, ""}}}}}
	k := &Clause{Text: Text{S: "五年", Marks: []Mark{{MarkUnderline, Span{0, 1}}, {MarkRed, Span{1, 2}}}}}
	if got := len(c.Official(k, New)); got != 2 {
		t.Errorf("%d marks in a table without a legend", got)
	}
	k.Origin.Table = 1
	if got := c.Official(k, New); len(got) != 1 || got[0].Kind != MarkRed || !c.Names(k, MarkRed, New) || c.Names(k, MarkUnderline, New) {
		t.Errorf("marks %v", got)
	}
	k.Origin.Table = 7 // of another comparison
	if got := len(c.Official(k, New)); got != 2 {
		t.Errorf("%d marks without a table", got)
	}
	byColumn := Table{Signals: []Signal{{MarkUnderline, MeansDeleted, false, "old"}, {MarkRed, MeansAdded, false, "new"}}}
	for _, m := range []struct {
		kind MarkKind
		side Side
		want bool
	}{{MarkUnderline, Old, true}, {MarkRed, New, true}, {MarkUnderline, New, false}, {MarkRed, Old, true}} {
		if got := byColumn.Official(m.kind, m.side); got != m.want {
			t.Errorf("旧欄の下線は削除、新欄の赤字は追加: %s on the %s side: %v", m.kind, m.side, got)
		}
	}
}
