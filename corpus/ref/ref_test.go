package ref

import "testing"

func TestParseNumeral(t *testing.T) {
	for in, want := range map[string]int{
		"一": 1, "十": 10, "二十三": 23, "百二": 102, "百十": 110, "千二百三十四": 1234, "二三": 23, "二〇二六": 2026,
		"元": 1, "12": 12, "１２": 12, "三万五千": 35000, "万": 10000,
	} {
		if got, ok := ParseNumeral(in); !ok || got != want {
			t.Errorf("ParseNumeral(%q) = %d, %v; want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "第三", "a", "三条", "99999999999"} {
		if got, ok := ParseNumeral(in); ok {
			t.Errorf("ParseNumeral(%q) = %d; want failure", in, got)
		}
	}
}

func TestKanjiInvertsParse(t *testing.T) {
	for n := 1; n < 30000; n += 7 {
		if got, ok := ParseNumeral(Kanji(n)); !ok || got != n {
			t.Fatalf("ParseNumeral(Kanji(%d) = %q) = %d, %v", n, Kanji(n), got, ok)
		}
	}
}

// A reader sees no sign that parts steps: a citation has none.
func TestCite(t *testing.T) {
	for in, want := range map[string]string{
		"附則/第一条第二項": "附則第一条第二項", "附則（平成二十年法律第五号）/第二項": "附則（平成二十年法律第五号）第二項", "第三条#見出し": "第三条見出し",
		"附則": "附則", "附則/3/(1)": "附則の3(1)", "別添１/第２章/(3)": "別添１第２章(3)",
		"2/(1)": "2(1)", "(18)/ア": "(18)ア", "4/(1)/①": "4(1)①", "別添/第1/4": "別添第1の4", "第2/K201/(1)": "第2のK201(1)", "第一/七": "第一の七", "ア/イ": "アのイ",
		"別表/二": "別表の二", "別表第一/備考": "別表第一の備考", "第三条第一項第一号イ": "第三条第一項第一号イ", "第三条の二/第二項第一号の二": "第三条の二第二項第一号の二",
		"附則/¶1": "附則の第1段落", "2/¶1": "2の第1段落", "¶3": "第3段落", "4/¶3/・1": "4の第3段落・1",
	} {
		if p, err := Parse(in); err != nil || p.Cite() != want {
			t.Errorf("%s is cited as %s, not %s (%v)", in, p.Cite(), want, err)
		}
	}
}

// People write addresses in many ways; String prints one of them.
func TestParseReadsWhatPeopleWrite(t *testing.T) {
	for in, want := range map[string]string{
		"第三条第二項":       "第三条第二項",
		"第3条第2項":       "第3条第2項",
		"三条の二":         "第三条の二",
		"a=3_2/p=2":    "第三条の二/第二項",
		"第三条の二第一項第一号イ": "第三条の二第一項第一号イ",
		"第三条#見出し":      "第三条#見出し",
		"第二条～第五条":      "第二条～第五条",
		"附則/第一条第二項":    "附則/第一条第二項",
		"附則（平成二十年法律第五号）/第二項":      "附則（平成二十年法律第五号）/第二項",
		"別添１/第２章/第３部/D014/(18)/ア": "別添１/第２章/第３部/D014/(18)/ア",
		"3(1)①":   "3/(1)/①",
		"4/¶3/・1": "4/¶3/・1",
	} {
		p, err := Parse(in)
		if err != nil {
			t.Errorf("Parse(%q): %v", in, err)
			continue
		}
		got := p.String()
		if in == "a=3_2/p=2" {
			want = "第三条の二第二項"
		}
		if got != want {
			t.Errorf("Parse(%q) = %q, want %q", in, got, want)
		}
		again, err := Parse(got)
		if err != nil || again.String() != got {
			t.Errorf("Parse is not the inverse of String for %q: %q, %v", got, again, err)
		}
	}
	for _, in := range []string{"", "  ", "第三条//第二項"} {
		if p, err := Parse(in); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", in, p)
		}
	}
}

func TestKeyFoldsNumerals(t *testing.T) {
	same := [][]string{
		{"第三条第二項", "第3条第2項", "三条第二項", "第３条第２項", "a=3/p=2"},
		{"第十二条の三", "12条の3", "a=12_3"},
		{"Ｄ０１４/(18)", "D014/（１８）"},
	}
	for _, group := range same {
		var first string
		for i, in := range group {
			p, err := Parse(in)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first = p.Key()
			} else if p.Key() != first {
				t.Errorf("Key(%q) = %q, want %q as %q has", in, p.Key(), first, group[0])
			}
		}
	}
	a, _ := Parse("第三条の二")
	b, _ := Parse("第三条第二項")
	if a.Key() == b.Key() {
		t.Errorf("%v and %v share the key %q", a, b, a.Key())
	}
}

func TestNums(t *testing.T) {
	for in, want := range map[string][]int{"第三条の二": {3, 2}, "（１２）": {12}, "Ｄ００４－２": {4, 2}, "ア": nil} {
		got := Step{Label, in}.Nums()
		if len(got) != len(want) {
			t.Errorf("Nums(%q) = %v, want %v", in, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("Nums(%q) = %v, want %v", in, got, want)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"第三条第二項", "a=3_2/p=2", "3(1)①", "別表第一/¶3", "第二条から第五条まで", "#見出し"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := Parse(s)
		if err != nil {
			return
		}
		once := p.String()
		q, err := Parse(once)
		if err != nil {
			t.Fatalf("%q prints as %q, which cannot be read: %v", s, once, err)
		}
		if q.String() != once {
			t.Fatalf("%q prints as %q, then as %q", s, once, q.String())
		}
	})
}
