package outline

import (
	"os"
	"slices"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/render/internal/fixture"
)

func load(t *testing.T, name string) *diff.Result {
	t.Helper()
	data, err := os.ReadFile("../term/testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := fixture.Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestInlineHoldsBothSides: without the deletions an inline text is the new clause, without the insertions the old one.
func TestInlineHoldsBothSides(t *testing.T) {
	for _, name := range []string{"kitei.txtar", "shishin.txtar"} {
		r := load(t, name)
		for n := range r.Changes {
			c := &r.Changes[n]
			var new, old strings.Builder
			for _, l := range Inline(r, c) {
				for _, p := range l.Pieces {
					if p.Tone != Delete {
						new.WriteString(p.Text)
					}
					if p.Tone != Insert {
						old.WriteString(p.Text)
					}
				}
			}
			for s, got := range map[corpus.Side]string{corpus.New: new.String(), corpus.Old: old.String()} {
				var want strings.Builder
				for _, u := range r.Clauses(c, s) {
					want.WriteString(r.Units[s][u].Text.S)
				}
				if want.Len() > 0 && squeeze(got) != squeeze(want.String()) {
					t.Errorf("%s, change %d, %v side: %q, want %q", name, n, s, got, want.String())
				}
			}
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// TestSideHoldsItsText: the pieces of a side are its text.
func TestSideHoldsItsText(t *testing.T) {
	r := load(t, "kitei.txtar")
	for n := range r.Changes {
		c := &r.Changes[n]
		for _, s := range []corpus.Side{corpus.New, corpus.Old} {
			for _, u := range c.Units(s) {
				var got strings.Builder
				for _, p := range Side(r, c, s, u) {
					got.WriteString(p.Text)
				}
				if squeeze(got.String()) != squeeze(r.Units[s][u].Text.S) {
					t.Errorf("change %d: %q, want %q", n, got.String(), r.Units[s][u].Text.S)
				}
			}
		}
	}
}

// TestInlineSurvivesDisagreement: edits that leave different texts on the two sides are shown as they are, nothing is lost.
func TestInlineSurvivesDisagreement(t *testing.T) {
	r := load(t, "kitei.txtar")
	for n := range r.Changes {
		r.Changes[n].Edits = nil
	}
	for n := range r.Changes {
		c := &r.Changes[n]
		if c.Form != diff.Edited {
			continue
		}
		var got strings.Builder
		for _, l := range Inline(r, c) {
			for _, p := range l.Pieces {
				if p.Tone != Delete {
					got.WriteString(p.Text)
				}
			}
		}
		if want := r.Units[corpus.New][c.New[0]].Text.S; squeeze(got.String()) != squeeze(want) {
			t.Errorf("%q, want %q", got.String(), want)
		}
	}
}

func TestBlocks(t *testing.T) {
	blocks := Blocks(load(t, "kitei.txtar"))
	var heads []string
	total := 0
	for _, b := range blocks {
		head := b.Heading
		if b.Before != "" {
			head = b.Before + " → " + head
		}
		heads = append(heads, head)
		total += len(b.Changes)
	}
	want := []string{"第一条（目的）", "第二条（用語）", "第五条（貸出しの期間）", "第六条（予約）", "第六条 → 第七条（弁償）", "旧第七条（督促）"}
	if !slices.Equal(heads, want) {
		t.Errorf("%q, want %q", heads, want)
	}
	if n := len(load(t, "kitei.txtar").Changes); total != n {
		t.Errorf("%d changes in blocks, want %d", total, n)
	}
	if b := blocks[2]; b.Lead < 0 || !slices.Equal(b.Tags, []string{"改正", "適用範囲", "条件・例外", "数量・期限"}) {
		t.Errorf("%+v", b)
	}
}

func TestBelow(t *testing.T) {
	for _, tc := range [][3]string{
		{"", "１ 目的", "１ 目的"},
		{"２ 点検", "２ 点検 › (1) 方法", "… › (1) 方法"},
		{"２ 点検 › (1) 方法", "２ 点検 › (2) 記録", "… › (2) 記録"},
		{"２ 点検 › (1) 方法", "３ 公表", "３ 公表"},
		{"２ 点検", "２ 点検", "２ 点検"},
		{"２ 点検", "旧２ 点検 › (3) 公表", "旧… › (3) 公表"},
		{"旧２ 点検 › (3) 公表", "２ 点検 › (4) 保存", "… › (4) 保存"},
	} {
		if got := Below(tc[0], tc[1]); got != tc[2] {
			t.Errorf("Below(%q, %q) = %q, want %q", tc[0], tc[1], got, tc[2])
		}
	}
}

func TestMoves(t *testing.T) {
	r := load(t, "shishin.txtar")
	var got []string
	for n := range r.Changes {
		got = append(got, Moves(r, &r.Changes[n])...)
	}
	if want := []string{"分割 旧(2) → (2)・(3)", "移動・階層変更 旧4(1) → 3"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFilters(t *testing.T) {
	r := load(t, "kitei.txtar")
	count := func(f Filter) (n int) {
		for i := range r.Changes {
			if f(i) {
				n++
			}
		}
		return n
	}
	for address, want := range map[string]int{"第5条": 7, "第五条第三項": 4, "第五条第三項第二号": 1, "第七条": 4} {
		f, err := ByClause(r, address)
		if err != nil {
			t.Errorf("%s: %v", address, err)
		} else if got := count(f); got != want {
			t.Errorf("%s: %d changes, want %d", address, got, want)
		}
	}
	for _, address := range []string{"", "第四十条", "第五条第九項"} {
		if _, err := ByClause(r, address); err == nil {
			t.Errorf("%q is found", address)
		}
	}
	for names, want := range map[string]int{"scope": 1, "適用範囲": 1, "quantity,condition": 2, "duty": 0} {
		f, unknown := ByEffect(r, strings.Split(names, ","))
		if f == nil {
			t.Errorf("%s: unknown %s", names, unknown)
		} else if got := count(f); got != want {
			t.Errorf("%s: %d changes, want %d", names, got, want)
		}
	}
	if _, unknown := ByEffect(r, []string{"scope", "colour"}); unknown != "colour" {
		t.Errorf("unknown: %q", unknown)
	}
}

func TestCheck(t *testing.T) {
	a, ok := Check(load(t, "kitei.txtar"))
	if !ok || a.Agree != 9 || !slices.Equal(elided(a.Missing), []string{"第五条第三項第二号「（複製を除く。）」"}) || !slices.Equal(elided(a.Extra), []string{"第五条「等」"}) {
		t.Errorf("%v %+v", ok, a)
	}
	if _, ok := Check(load(t, "shishin.txtar")); ok {
		t.Error("a table without marks cannot be audited")
	}
}

func TestSummary(t *testing.T) {
	r := load(t, "kitei.txtar")
	want := "6か条のうち 4か条に変更: 改正 2 · 新設 2 · 削る 2 · 繰下げ 1    効果: 適用範囲 1 · 条件・例外 1 · 数量・期限 1"
	if got := Summarise(r, Blocks(r)).String(); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// Words of both sides that one change left unmarked are one place, with what became of them.
func TestUnmarkedChangeIsOnePlace(t *testing.T) {
	r, err := fixture.Parse([]byte(`title: 規程
headers: 改正後 現行
-- new --
第一条 | article | 第一条 | 第一条　{主任}並びに係員
-- old --
第一条 | article | 第一条 | 第一条　{主任}及び係員
-- changes --
第一条 <- 第一条 | edited
-- findings --
warning | mark-missing | 傍線がない | new 第一条 6 9
warning | mark-missing | 傍線がない | old 第一条 6 8
`))
	if err != nil {
		t.Fatal(err)
	}
	r.Units[corpus.New][0].Text.Marks = []corpus.Mark{{Kind: corpus.MarkUnderline, Span: corpus.Span{Start: 4, End: 6}}}
	a, ok := Check(r)
	if want := []string{"第一条「及び」→「並びに」"}; !ok || !slices.Equal(elided(a.Missing), want) {
		t.Errorf("%v %q, want %q", ok, a.Missing, want)
	}
}

func parse(t *testing.T, archive string) *diff.Result {
	t.Helper()
	r, err := fixture.Parse([]byte(archive))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestVoidArticleIsSaidOnce: an article that became void is neither 全部改正 as well, nor 削る for its caption and items.
func TestVoidArticleIsSaidOnce(t *testing.T) {
	r := parse(t, `title: 里山利用規則
headers: 改正後 現行
-- new --
第四条 | article | 第四条 | 第四条　削除
第五条 | article | 第五条 | 第五条　手数料は、納めなければならない。
-- old --
第四条#見出し | heading |  | （変更の届出）
第四条 | article | 第四条 | 第四条　次に掲げる者は、届け出なければならない。
  第四条第一号 | item | 一 | 一　利用者
第五条 | article | 第五条 | 第五条　手数料は、納めなければならない。
-- changes --
- <- 第四条#見出し | removed
第四条 <- 第四条 | rewritten | shell
- <- 第四条第一号 | removed
第五条 <- 第五条 | same
`)
	blocks := Blocks(r)
	if b := blocks[0]; b.Heading != "第四条" || !slices.Equal(b.Tags, []string{"削除（欠番）"}) {
		t.Errorf("block %q %v", b.Heading, b.Tags)
	}
	if s := Summarise(r, blocks).String(); strings.Contains(s, "削る") || strings.Contains(s, "全部改正") {
		t.Error(s)
	}
}

// TestCaptionStandsBeforeItsParagraph: a 項 of a 附則 may have a caption, which heads that 項 and no block of its own.
func TestCaptionStandsBeforeItsParagraph(t *testing.T) {
	r := parse(t, `title: 里山利用規則
headers: 改正後 現行
-- new --
附則 | heading |  | 附　則
  附則/第一項#見出し | heading |  | （施行期日）
  附則/第一項 | paragraph | １ | １　この規則は、公布の日から施行する。
-- old --
第一条 | article | 第一条 | 第一条　手数料は、納めなければならない。
-- changes --
附則 <- - | added
附則/第一項#見出し <- - | added
附則/第一項 <- - | added
- <- 第一条 | removed
`)
	if b := Blocks(r)[0]; !slices.Equal(b.Changes, []int{0, 1, 2}) {
		t.Errorf("%q holds the changes %v", b.Heading, b.Changes)
	}
}

// TestLongWordsOfEffects: of long words the first are told, beginning where they differ.
func TestLongWordsOfEffects(t *testing.T) {
	for _, c := range [][3]string{
		{"部局", "部局等", "「部局」→「部局等」"},
		{"又は甲の罪に", "若しくは甲の罪又は乙の罪（丙の罪に当たる開示に係る部分に限る。）に", "「又は甲の罪に」→「若しくは甲の罪又は乙の罪（丙の罪に当たる開示に係…」"},
		{"里山において薪を採る者であって市町村の区域内に住所を有する者", "里山において薪を採る者であって市町村の区域内に事務所を有する者",
			"「…村の区域内に住所を有する者」→「…村の区域内に事務所を有する者」"},
	} {
		if got := effectWords(diff.Effect{Kind: "scope", Old: c[0], New: c[1]}); got != c[2] {
			t.Errorf("got %s, want %s", got, c[2])
		}
	}
	if got := effectWords(diff.Effect{Kind: diff.SentenceAdded, New: "甲は、乙とする。"}); got != "" {
		t.Error(got)
	}
}

func TestPlacesShareTheirAddress(t *testing.T) {
	var spots []Spot
	for _, s := range []struct {
		old        bool
		path, text string
	}{
		{false, "別添１/第２章/(18)/ア", "「27」→「２７」"}, {false, "別添１/第２章/(18)/ウ", "「二」"}, {true, "別添１/第２章/(18)/ウ", "「二/三」"},
		{false, "第九条第一項", "「及び」"}, {false, "第九条第二項第三号", "「及び」"}, {false, "第九条第二項第四号", "「及び」"},
	} {
		p, err := ref.Parse(s.path)
		if err != nil {
			t.Fatal(err)
		}
		spots = append(spots, Spot{s.old, p, s.text})
	}
	got := elided(spots)
	if want := []string{"別添１第２章(18)ア「27」→「２７」", "…ウ「二」", "旧別添１第２章(18)ウ「二/三」", "第九条第一項「及び」", "第九条第二項第三号「及び」", "第九条第二項第四号「及び」"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
