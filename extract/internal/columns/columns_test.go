package columns

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

var update = flag.Bool("update", false, "write the comparisons that the cases produce")

// mostColumns is as many columns as a reader's tables have.
const mostColumns = 64

// sheetOf reads the sheet of a case, a command a line:
//
//	before TEXT      a line above the next table
//	table N          a table of N columns
//	vertical N       the same in vertical writing
//	row [PAGE]       a row; drawn when a page is not given
//	C| TEXT          a line of column C; C+N spans N columns
//	loose PAGE       a page whose table is lost
//	| TEXT           a line of that page
//	after TEXT       a line below the last table
func sheetOf(in string) *grid.Sheet {
	s := &grid.Sheet{}
	var before []grid.Line
	line := func(text string, page int) grid.Line {
		return grid.Line{Text: corpus.Text{S: text}, Page: page, Start: true, Room: -1}
	}
	table := func() *grid.Table {
		if len(s.Tables) == 0 {
			s.Tables = append(s.Tables, grid.Table{})
		}
		return &s.Tables[len(s.Tables)-1]
	}
	page := 0
	for raw := range strings.SplitSeq(in, "\n") {
		word, rest, _ := strings.Cut(raw, " ")
		switch word {
		case "":
		case "before":
			before = append(before, line(rest, page))
		case "after":
			s.After = append(s.After, line(rest, page))
		case "table", "vertical":
			n, _ := strconv.Atoi(rest)
			n = min(n, mostColumns)
			s.Tables = append(s.Tables, grid.Table{Cols: n, Vertical: word == "vertical", Before: before})
			before = nil
		case "row":
			page, _ = strconv.Atoi(rest)
			t := table()
			t.Rows = append(t.Rows, grid.Row{Page: page, Drawn: page == 0})
		case "loose":
			page, _ = strconv.Atoi(rest)
			p := grid.Page{Number: page}
			if len(s.Tables) > 0 {
				p.Table, p.At = len(s.Tables)-1, len(table().Rows)
			}
			s.Loose = append(s.Loose, p)
		case "|":
			if n := len(s.Loose); n > 0 {
				s.Loose[n-1].Lines = append(s.Loose[n-1].Lines, line(rest, s.Loose[n-1].Number))
			}
		default:
			col, span, _ := strings.Cut(strings.TrimSuffix(word, "|"), "+")
			c, err := strconv.Atoi(col)
			n, _ := strconv.Atoi(span)
			if err != nil || c < 0 || c > 99 || n < 0 || n > 99 {
				continue
			}
			t := table()
			if len(t.Rows) == 0 {
				t.Rows = append(t.Rows, grid.Row{Page: page, Drawn: page == 0})
			}
			r := &t.Rows[len(t.Rows)-1]
			k := len(r.Cells) // cells ascend and do not overlap, as readers make them
			if k > 0 && c < r.Cells[k-1].Col+r.Cells[k-1].ColSpan {
				k--
			} else {
				r.Cells = append(r.Cells, grid.Cell{Col: c, ColSpan: max(n, 1), RowSpan: 1})
			}
			r.Cells[k].Lines = append(r.Cells[k].Lines, line(rest, page))
		}
	}
	return s
}

func draw(c *corpus.Comparison) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title %s\n", c.Title)
	for i, t := range c.Tables {
		fmt.Fprintf(&b, "table %d %q new=%s old=%s legend=%q pages=%v\n", i, t.Title, t.Headers[0], t.Headers[1], t.Legend, t.Pages)
	}
	for side, doc := range c.Sides {
		fmt.Fprintf(&b, "%s %s\n", corpus.Side(side), doc.Header)
		units, _ := doc.Units()
		for _, u := range units {
			fmt.Fprintf(&b, "  t%d r%d %s: %s\n", u.Origin.Table, u.Origin.Row, u.Path, u.Text.S)
		}
	}
	for _, u := range c.Unplaced {
		fmt.Fprintf(&b, "- %s: %s\n", u.Reason, u.Text)
	}
	for _, d := range c.Diags {
		fmt.Fprintf(&b, "! %s %s %d\n", d.Rule, d.Side, d.Unit)
	}
	return b.String()
}

func TestPageOnce(t *testing.T) {
	page := func(rule string, n int) corpus.Diag { return corpus.Diag{Rule: rule, Page: n} }
	got := oncePerPage([]corpus.Diag{page("page-without-table", 2), page("page-without-table", 3), page("page-unread", 3), page("table-lost", 3)})
	want := []corpus.Diag{page("page-without-table", 2), page("page-unread", 3), page("table-lost", 3)}
	if !slices.EqualFunc(got, want, func(a, b corpus.Diag) bool { return a.Rule == b.Rule && a.Page == b.Page }) {
		t.Errorf("got %v, want %v: one finding for a page that was given to the sides, none lost of another", got, want)
	}
}

func TestCompare(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a := txtar.Parse(data)
		if len(a.Files)%2 != 0 {
			t.Fatal("want pairs of sheet and comparison in", file)
		}
		for i := 0; i+1 < len(a.Files); i += 2 {
			in, want := a.Files[i], &a.Files[i+1]
			t.Run(in.Name, func(t *testing.T) {
				got := ""
				sheet := sheetOf(string(in.Data))
				if c, _, err := Compare(sheet, corpus.Source{Name: "case"}); err != nil {
					var f *corpus.Failure
					if !errors.As(err, &f) {
						t.Fatal(err)
					}
					got = "failure " + f.Rule + "\n"
				} else {
					check(t, sheet, c)
					got = draw(c)
				}
				if *update {
					want.Data = []byte(got)
				} else if d := cmp.Diff(string(want.Data), got); d != "" {
					t.Errorf("(-want +got):\n%s", d)
				}
			})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// check holds for every sheet: each character stands in exactly one clause or is listed as unplaced; one that a cell
// prints over both columns stands once on each side.
func check(t testing.TB, sheet *grid.Sheet, c *corpus.Comparison) {
	t.Helper()
	count := map[rune]int{}
	add := func(s string, n int) {
		for _, r := range corpus.Squeeze(s) {
			count[r] += n
		}
	}
	for _, tb := range sheet.Tables {
		for _, l := range tb.Before {
			add(l.Text.S, 1)
		}
		for _, r := range tb.Rows {
			for _, k := range r.Cells {
				for _, l := range k.Lines {
					add(l.Text.S, 1)
				}
			}
		}
	}
	for _, p := range sheet.Loose {
		for _, l := range p.Lines {
			add(l.Text.S, 1)
		}
	}
	for _, l := range sheet.After {
		add(l.Text.S, 1)
	}
	for _, u := range c.Unplaced[len(sheet.Unplaced):] {
		add(u.Text, -1)
	}
	spanning := false // some text stands on both sides
	for _, tb := range sheet.Tables {
		_, _, isTurned := turned(&tb)
		spanning = spanning || isTurned // a row of one cell is a heading over both
		for _, r := range tb.Rows {
			for _, k := range r.Cells {
				spanning = spanning || k.ColSpan > 1
			}
		}
	}
	for i := 1; i < len(c.Tables); i++ { // a stage's old text is the new text of the stage before it
		spanning = spanning || c.Tables[i].Headers[1] == c.Tables[i-1].Headers[0]
	}
	for side := range c.Sides {
		units, _ := c.Sides[side].Units()
		for _, u := range units {
			add(u.Text.S, -1)
			if u.Origin.Table < 0 || u.Origin.Table >= len(c.Tables) || u.Origin.Start < 0 || u.Origin.Start > 1 {
				t.Errorf("%s: origin %+v", u.Path, u.Origin)
			}
		}
		for _, d := range c.Diags {
			if d.Side == corpus.Side(side).String() && (d.Unit < -1 || d.Unit >= len(units)) {
				t.Errorf("finding %s about unit %d of %d", d.Rule, d.Unit, len(units))
			}
		}
	}
	for r, n := range count {
		if n > 0 || n < 0 && !spanning {
			t.Errorf("%q: %d too few in clauses and unplaced", r, n)
		}
	}
}

func FuzzCompare(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, a := range txtar.Parse(data).Files {
			f.Add(string(a.Data))
		}
	}
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 4000 {
			return
		}
		sheet := sheetOf(strings.ToValidUTF8(in, "\uFFFD"))
		c, _, err := Compare(sheet, corpus.Source{})
		if err != nil {
			var failure *corpus.Failure
			if !errors.As(err, &failure) {
				t.Fatal(err)
			}
			return
		}
		check(t, sheet, c)
	})
}

func TestRoleOf(t *testing.T) {
	for _, c := range []struct {
		text string
		want role
	}{
		{"改　正　案", newText}, {"改正後（令和八年四月一日施行）", newText}, {"新（改正後）", newText}, {"変更案", newText}, {"定款変更案", newText},
		{"新", newText}, {"改訂後", newText}, {"（改正案）", newText}, {"修正案", newText}, {"第一条の規定による改正後", newText}, {"新規程", newText}, {"案", newText},
		{"見直し後の要領", newText}, {"改正後全文", newText},
		{"現　　行", oldText}, {"現行定款", oldText}, {"旧（改正前）", oldText}, {"原案", oldText}, {"変更前", oldText}, {"改定前", oldText}, {"現行（令和七年版）", oldText}, {"見本規程（現行）", oldText},
		{"備考", note}, {"改正理由", note}, {"変更点", note}, {"改正の概要", note},
		{"No.", key}, {"項番", key}, {"章・節", key}, {"該当箇所", key},
		{"新潟県の記録", unknown}, {"旧跡の保存に関する事務は、別に定める。", unknown}, {"", unknown}, {"現在の状況", unknown}, {"内容", unknown},
	} {
		if got := roleOf(c.text); got != c.want {
			t.Errorf("roleOf(%q) = %d, want %d", c.text, got, c.want)
		}
	}
}

func TestLater(t *testing.T) {
	for _, c := range []struct {
		a, b    string
		yes, ok bool
	}{
		{"第４版", "第三版", true, true}, {"Ver.2.0", "Ver.2.1", false, true}, {"令和８年４月１日", "平成31年4月1日", true, true},
		{"2026年度版", "2025年度版", true, true}, {"1.10版", "1.9版", true, true}, {"令和七年版", "令和七年版", false, false}, {"甲案", "乙案", false, false},
		{"2026/04/01", "2025/10/01", true, true},
	} {
		if yes, ok := later(c.a, c.b); yes != c.yes || ok != c.ok {
			t.Errorf("later(%q, %q) = %v, %v", c.a, c.b, yes, ok)
		}
	}
}
