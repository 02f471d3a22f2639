package clause

import (
	"fmt"
	"testing"

	"shinkyu/corpus"
)

// TestReadings: how the start of a line reads, as style:number(s) of the first fixed reading, or "" where it is a sentence.
func TestReadings(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"第三条　職員は、届け出る。", "条:[3]"}, {"第３条の２の三 職員は", "条:[3 2 3]"}, {"第 12 条 職員は", "条:[12]"}, {"第三条（定義）", "条:[3]"},
		{"第三条の規定により届け出る。", ""}, {"第三条第二項に定める", ""}, {"第三条関係", ""},
		{"第一章　総則", "章:[1]"}, {"第２章の２ 特則", "章:[2 2]"}, {"第一章の規定", ""}, {"第３部　検査", "部:[3]"}, {"第一編　総則", "編:[1]"},
		{"第１　趣旨", "第:[1]"}, {"第二 経過措置", "第:[2]"},
		{"1.2.3　用語", "1.1/3:[1 2 3]"}, {"2.1.7. 検討", "1.1/3:[2 1 7]"}, {"１－２　趣旨", "1.1/2:[1 2]"}, {"1.5倍とする。", ""}, {"1.5 倍とする。", ""},
		{"２　前項の届出", "1:[2]"}, {"1 目的", "1:[1]"}, {"３．適用", "1:[3]"}, {"2025 年度の計画", ""}, {"30 日以内に", ""}, {"2 点検", "1:[2]"}, {"２以上の施設", ""}, {"第２項　（略）", "1:[2]"},
		{"一　備品", "一:[1]"}, {"十二の二　図書", "一:[12 2]"}, {"一般に公開する。", ""}, {"八（略）", "一:[8]"},
		{"イ　紙", "イ:[1]"}, {"ア　紙", "イ:[36]"}, {"ｱ 紙", "イ:[36]"}, {"ロ（略）", "イ:[2]"}, {"ア．紙", "イ:[36]"}, {"アルコール", ""},
		{"(1) 方法", "(1):[1]"}, {"（１２）方法", "(1):[12]"}, {"⑷方法", "(1):[4]"}, {"(1)に掲げる書類", ""}, {"(3の2) 方法", "(1):[3 2]"}, {"㈡　方法", "(一):[2]"}, {"(一)　方法", "(一):[1]"},
		{"(ア)　方法", "(イ):[36]"}, {"（ⅲ）　方法", "(i):[3]"}, {"(iv) 方法", "(i):[4]"}, {"(b) 方法", "(a):[2]"}, {"（定義）", ""},
		{"① 方法", "①:[1]"}, {"㉑方法", "①:[21]"}, {"①及び②", ""}, {"㋑　方法", "㋐:[2]"},
		{"1) 方法", "1):[1]"}, {"ア）　方法", "イ):[36]"}, {"a) 方法", "a):[1]"},
		{"Ⅱ　総論", "I:[2]"}, {"Ａ　総論", "A:[1]"}, {"b. 総論", "A:[2]"}, {"A 社は", "A:[1]"}, {"A system", ""},
		{"Ａ０００　料", "A00:[10000]"}, {"Ｂ０１２－３　料", "A00:[20012 3]"}, {"B-01 料", "A00:[20001]"},
		{"附　則", "part:[]"}, {"附則（令和五年規程第三号）", "part:[]"}, {"別表第一（第二条関係）", "part:[]"}, {"別紙２－１", "part:[]"}, {"様式第１号の２（第三条関係）", "part:[]"}, {"別表第一に掲げる", ""}, {"第１号様式", "part:[]"},
		{"注１　数値は", "注:[1]"}, {"（注）数値は", "注:[]"}, {"注意する。", ""}, {"問３　何か。", "問:[3]"}, {"備考　数値は", "注:[]"},
		{"・点検", "・:[]"}, {"※　点検", "・:[]"}, {"- 点検", "・:[]"}, {"-5度", ""}, {"・", ""},
		{"２～５　（略）", "1:[2]-[5]"}, {"２・３（略）", "1:[2]-[3]"}, {"第二条から第五条まで　（略）", "条:[2]-[5]"}, {"第二条及び第三条　削除", "条:[2]-[3]"}, {"１、２及び４　（略）", "1:[1]-[4]"},
		{"ハ～ホ　（略）", "イ:[3]-[5]"}, {"(1)～(3)　(略)", "(1):[1]-[3]"}, {"(５)・(６) (略)", "(1):[5]-[6]"}, {"Ａ１００～Ａ１０３　（略）", "A00:[10100]-[10103]"}, {"第１部・第２部　(略)", "部:[1]-[2]"},
		{"一から三まで　［略］", "一:[1]-[3]"}, {"⑸～⑼（略）", "(1):[5]-[9]"}, {"二・三歳の者", ""},
	} {
		got := ""
		for _, rd := range readings(newScan(c.line)) {
			if rd.fixed && !rd.weak {
				got = fmt.Sprintf("%s:%v", rd.style.name, rd.num)
				if rd.upto != nil {
					got += fmt.Sprintf("-%v", rd.upto)
				}
				break
			}
		}
		if got != c.want {
			t.Errorf("%q reads as %q, want %q", c.line, got, c.want)
		}
	}
}

func TestMarker(t *testing.T) {
	for _, c := range []struct {
		line string
		want corpus.Placeholder
	}{
		{"（略）", corpus.Omitted}, {"( 略 )", corpus.Omitted}, {"［略］", corpus.Omitted}, {"〔略〕", corpus.Omitted}, {"略", corpus.Omitted}, {"（以下略）", corpus.Omitted}, {"（略）（略）", corpus.Omitted}, {"（変更なし）", corpus.Omitted},
		{"［２～５　略］", corpus.Omitted}, {"第三条　（略）", corpus.Omitted},
		{"（新設）", corpus.Added}, {"（追加）", corpus.Added}, {"［条を加える。］", corpus.Added}, {"［号の細分を加える。］", corpus.Added}, {"第八条　［条を加える。］", corpus.Added},
		{"（削る）", corpus.Removed}, {"（削る。）", corpus.Removed}, {"(削　除)", corpus.Removed}, {"［見出しを削る。］", corpus.Removed},
		{"（同左）", corpus.SameAs}, {"同上", corpus.SameAs}, {"（現行どおり）", corpus.SameAs},
		{"（定義）", ""}, {"情報を削除する。", ""}, {"第七条　削除", ""}, {"略称を定める。", ""}, {"（略称）", ""}, {"", ""},
	} {
		if got := Marker(c.line); got != c.want {
			t.Errorf("Marker(%q) = %q, want %q", c.line, got, c.want)
		}
	}
}

func TestFollows(t *testing.T) {
	for _, c := range []struct {
		last, num []int
		want      bool
	}{
		{[]int{3}, []int{4}, true}, {[]int{3}, []int{3, 2}, true}, {[]int{3, 2}, []int{3, 3}, true}, {[]int{3, 2}, []int{4}, true}, {[]int{3, 2}, []int{3, 2, 2}, true},
		{[]int{3}, []int{5}, false}, {[]int{3}, []int{3}, false}, {nil, []int{1}, false}, {[]int{3, 2}, []int{5}, false}, {[]int{3}, []int{4, 2}, false},
	} {
		if got := follows(c.last, c.num); got != c.want {
			t.Errorf("follows(%v, %v) = %v", c.last, c.num, got)
		}
	}
}

// TestOpeningCharacters: a line whose first character is said to open no label is read as none by any style, whatever follows.
func TestOpeningCharacters(t *testing.T) {
	behind := []string{"", "　語", " 語", "．語", "：語", "）語", "）　語", "則　語", "則（令和五年規程第三号）", "表第一（", "紙　語", "紙１", "式第１号　語", "考様式　語", "考　語", "次", "文　語", "え：語",
		"答　語", "１　語", "一　語", "一条　語", "一項　語", "一号　語", "一章　語", "－１　語", "の二　語"}
	opening := 0
	for r := rune(0x21); r <= 0xffef; r++ {
		if opensLabel(r) {
			opening++
			continue
		}
		for _, rest := range behind {
			sc := newScan(string(r) + rest)
			for _, s := range styles {
				if _, end, ok := s.read(sc, 0); ok && end > 0 {
					t.Errorf("%c%s reads as a label of style %s", r, rest, s.name)
				}
			}
		}
	}
	if opensLabel('職') || opensLabel('の') || opening > 45000 {
		t.Errorf("%d characters are said to open labels", opening)
	}
}
