package corpus

import (
	"errors"
	"strings"
	"testing"

	"shinkyu/corpus/ref"
)

// law is a rule in 条・項・号 with chapters, two 附則, a 別表 and a range of deleted articles.
const law = `題名
第一章
 第一条#見出し
 第一条
 第二条第一項
  第二条第一項第一号
   第二条第一項第一号イ
   第二条第一項第一号ロ
  第二条第一項第二号
  第二条第二項
  第二条第三項
   第二条第三項第一号
   第二条第三項第二号
   第二条第三項第三号
第二章
 第三条の二#見出し
 第三条の二
  第三条の二第一号
 第七条～第九条
附則
 附則/第一項
 附則/第二項
附則（令和七年規程第二号）
 附則（令和七年規程第二号）/第一条
 附則（令和七年規程第二号）/第二条第一項
  附則（令和七年規程第二号）/第二条第二項
別表第一
 別表第一/¶1
 別表第一/二
別表第二の二
`

const guideline = `題名
1
 1/¶1
3
 3/(1)
  3/(1)/①
  3/(1)/②
 3/(2)
  3/(2)/①
4
 4/¶1
別添１
 別添１/第２章
  別添１/第２章/D014
   別添１/第２章/D014/(1)
   別添１/第２章/D014/(18)
    別添１/第２章/D014/(18)/ア
`

// outlineOf makes clauses of addresses, one a line, set in by their depth.
func outlineOf(t *testing.T, text string) []*Clause {
	t.Helper()
	var d Document
	var open []*Clause
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		depth := len(line) - len(strings.TrimLeft(line, " "))
		p, err := ref.Parse(strings.TrimSpace(line))
		if err != nil {
			t.Fatal(err)
		}
		c := &Clause{Path: p}
		if depth == 0 {
			d.Clauses = append(d.Clauses, c)
		} else {
			open[depth-1].Children = append(open[depth-1].Children, c)
		}
		open = append(open[:depth], c)
	}
	units, _ := d.Units()
	return units
}

func TestLocate(t *testing.T) {
	for _, c := range []struct{ document, address, path, unit, tail string }{
		{law, "第3条の2", "第三条の二", "第三条の二", ""},
		{law, "三条の二", "第三条の二", "第三条の二", ""},
		{law, "３条ノ２", "第三条の二", "第三条の二", ""},
		{law, "a=3_2", "第三条の二", "第三条の二", ""},
		{law, "第二条", "第二条", "第二条第一項", ""},
		{law, "第２条第１項第１号イ", "第二条第一項第一号イ", "第二条第一項第一号イ", ""},
		{law, "２条２項", "第二条第二項", "第二条第二項", ""},
		{law, "第二条３項一号", "第二条第三項第一号", "第二条第三項第一号", ""},
		{law, "a=2/p=3/i=2", "第二条第三項第二号", "第二条第三項第二号", ""},
		{law, "第二条第二号", "第二条第一項第二号", "第二条第一項第二号", ""},
		{law, "第三条の二第一項", "第三条の二", "第三条の二", ""},
		{law, "第三条の二第一項第一号", "第三条の二第一号", "第三条の二第一号", ""},
		{law, "第三条の二の見出し", "第三条の二#見出し", "第三条の二#見出し", ""},
		{law, "第一条#見出し", "第一条#見出し", "第一条#見出し", ""},
		{law, "第二条第一項ただし書", "第二条第一項", "第二条第一項", "ただし書"},
		{law, "第二条第一項各号列記以外の部分", "第二条第一項", "第二条第一項", "各号列記以外の部分"},
		{law, " 第 二 条　第 二 項 ", "第二条第二項", "第二条第二項", ""},
		{law, "第二章", "第二章", "第二章", ""},
		{law, "第一章第二条第二項", "第二条第二項", "第二条第二項", ""},
		{law, "本則第一条", "第一条", "第一条", ""},
		{law, "第八条", "第七条～第九条", "第七条～第九条", ""},
		{law, "附則", "附則", "附則", ""},
		{law, "附則第2項", "附則/第二項", "附則/第二項", ""},
		{law, "附則2項", "附則/第二項", "附則/第二項", ""},
		{law, "附則第一条", "附則（令和七年規程第二号）/第一条", "附則（令和七年規程第二号）/第一条", ""},
		{law, "附則（令和7年規程第2号）第二条第二項", "附則（令和七年規程第二号）/第二条第二項", "附則（令和七年規程第二号）/第二条第二項", ""},
		{law, "令和７年規程第２号附則第二条", "附則（令和七年規程第二号）/第二条", "附則（令和七年規程第二号）/第二条第一項", ""},
		{law, "令和七年三月二日規程第二号附則第一条", "附則（令和七年規程第二号）/第一条", "附則（令和七年規程第二号）/第一条", ""},
		{law, "別表第一", "別表第一", "別表第一", ""},
		{law, "別表1", "別表第一", "別表第一", ""},
		{law, "別表第1第2号", "別表第一/二", "別表第一/二", ""},
		{law, "別表第2の2", "別表第二の二", "別表第二の二", ""},
		{law, "1条", "第一条", "第一条", ""},
		{law, "3-2", "第三条の二", "第三条の二", ""},
		{guideline, "3(1)", "3/(1)", "3/(1)", ""},
		{guideline, "３（１）①", "3/(1)/①", "3/(1)/①", ""},
		{guideline, "3/(2)/①", "3/(2)/①", "3/(2)/①", ""},
		{guideline, "(18)", "別添１/第２章/D014/(18)", "別添１/第２章/D014/(18)", ""},
		{guideline, "Ｄ０１４(18)ア", "別添１/第２章/D014/(18)/ア", "別添１/第２章/D014/(18)/ア", ""},
		{guideline, "D014", "別添１/第２章/D014", "別添１/第２章/D014", ""},
		{guideline, "②", "3/(1)/②", "3/(1)/②", ""},
		{guideline, "4/¶1", "4/¶1", "4/¶1", ""},
		{guideline, "別添1", "別添１", "別添１", ""},
	} {
		units := outlineOf(t, c.document)
		p, err := Locate("", units, c.address)
		if err != nil {
			t.Errorf("%s: %v", c.address, err)
			continue
		}
		if p.Path.String() != c.path || units[p.Unit].Path.String() != c.unit || p.Tail != c.tail {
			t.Errorf("%s: %s, unit %s, tail %q; want %s, unit %s, tail %q", c.address, p.Path, units[p.Unit].Path, p.Tail, c.path, c.unit, c.tail)
		}
	}
}

// Every address that a document has is found as it stands, and as a page cites it.
func TestLocateFindsEveryAddress(t *testing.T) {
	notice := "別添\n 別添/第1\n  別添/第1/4\n   別添/第1/4/(1)\n別添/第2\n 別添/第2/K201\n  別添/第2/K201/¶1\n第一の七\n第一\n 第一/八\n"
	for _, text := range []string{law, guideline, notice} {
		units := outlineOf(t, text)
		for i, c := range units {
			for _, address := range []string{c.Path.String(), c.Path.Cite(), c.Path.Cite() + "ただし書"} {
				if p, err := Locate("", units, address); err != nil || p.Unit != i {
					t.Errorf("%s: unit %d, %v; want %d", address, p.Unit, err, i)
				}
			}
		}
	}
}

func TestLocateUnits(t *testing.T) {
	for address, want := range map[string]string{
		"第一条":    "第一条#見出し 第一条",
		"第二条第三項": "第二条第三項 第二条第三項第一号 第二条第三項第二号 第二条第三項第三号",
		"第二条第一項": "第二条第一項 第二条第一項第一号 第二条第一項第一号イ 第二条第一項第一号ロ 第二条第一項第二号",
		"第二章":    "第二章 第三条の二#見出し 第三条の二 第三条の二第一号 第七条～第九条",
		"第二条第二項から第三項まで": "第二条第二項 第二条第三項 第二条第三項第一号 第二条第三項第二号 第二条第三項第三号",
		"第三条の二～第八条":     "第三条の二#見出し 第三条の二 第三条の二第一号 第七条～第九条",
		"別表第一":          "別表第一 別表第一/¶1 別表第一/二",
	} {
		units := outlineOf(t, law)
		p, err := Locate("", units, address)
		if err != nil {
			t.Errorf("%s: %v", address, err)
			continue
		}
		var got []string
		for _, u := range p.Units {
			got = append(got, units[u].Path.String())
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", address, s, want)
		}
	}
}

func TestLocateFails(t *testing.T) {
	for _, c := range []struct{ document, address, rule, message string }{
		{law, "第四十条", "no-such-clause", "joho-kitei に第四十条はありません（第一条–第七条～第九条、附則第一項–第二項、附則（令和七年規程第二号）第一条–第二条、別表第一、別表第二の二）"},
		{law, "第二条第五項", "no-such-clause", "joho-kitei の第二条に第五項はありません（第一項–第三項）"},
		{law, "第二条第一項第九号", "no-such-clause", "joho-kitei の第二条第一項に第九号はありません（第一号–第二号）"},
		{law, "第二条第九号", "no-such-clause", "joho-kitei の第二条に第九号はありません（第一項–第三項）"},
		{law, "附則第三項", "no-such-clause", "joho-kitei の附則に第三項はありません（第一項–第二項）"},
		{law, "附則（令和八年規程第九号）", "no-such-clause", ""},
		{law, "第一条第二項", "no-such-clause", "joho-kitei の第一条に第二項はありません"},
		{law, "別表", "ambiguous-clause", "joho-kitei の別表は2か所にあります（別表第一、別表第二の二）"},
		{law, "第二項", "ambiguous-clause", ""},
		{guideline, "①", "ambiguous-clause", "joho-kitei の①は2か所にあります（3(1)①、3(2)①）"},
		{guideline, "9(1)", "no-such-clause", "joho-kitei に9(1)はありません（1–4、別添１）"},
		{guideline, "3(4)", "no-such-clause", "joho-kitei の3に(4)はありません（(1)–(2)）"},
		{law, "", "bad-clause-address", ""},
		{law, "//", "bad-clause-address", ""},
		{law, "第二条第三項から第一項まで", "bad-clause-address", ""},
	} {
		p, err := Locate("joho-kitei", outlineOf(t, c.document), c.address)
		var f *Failure
		if !errors.As(err, &f) {
			t.Errorf("%s: found %s, %v", c.address, p.Path, err)
			continue
		}
		if f.Rule != c.rule || c.message != "" && f.Japanese != c.message || f.English == "" || f.HintJA == "" || f.HintEN == "" {
			t.Errorf("%s: %s %s (%s)\nwant %s %s", c.address, f.Rule, f.Japanese, f.HintJA, c.rule, c.message)
		}
	}
}

func FuzzLocate(f *testing.F) {
	for _, s := range []string{"第3条第2項", "三条の二", "a=3_2/p=2", "3(1)", "附則第2項", "令和7年規程第2号附則", "第二条から第五条まで", "別表第一の見出し"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, address string) {
		if len(address) > 200 {
			return
		}
		for _, text := range []string{law, guideline} {
			units := outlineOf(t, text)
			p, err := Locate("", units, address)
			if err != nil {
				continue
			}
			if p.Unit < 0 || p.Unit >= len(units) || len(p.Units) == 0 {
				t.Fatalf("%q: %+v", address, p)
			}
		}
	})
}
