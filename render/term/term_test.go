package term

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"
	"github.com/muesli/termenv"

	"shinkyu/diff"
	"shinkyu/render/internal/fixture"
	"shinkyu/render/outline"
)

var update = flag.Bool("update", false, "write the golden pictures")

// drawing is one way to look at a result.
type drawing struct {
	name string
	opt  Options
	draw func(*diff.Result, Options) []byte
}

var drawings = []drawing{
	{"40", Options{Width: 40, Context: 1, Name: "table.pdf"}, Render},
	{"80", Options{Width: 80, Context: 1, Name: "table.pdf"}, Render},
	{"110", Options{Width: 110, Context: 1, Name: "table.pdf"}, Render},
	{"160", Options{Width: 160, Context: 1, Name: "table.pdf"}, Render},
	{"110-wide", Options{Width: 110, Context: 1, Wide: true, Name: "table.pdf"}, Render},
	{"110-color", Options{Width: 110, Context: 1, Color: termenv.ANSI256, Name: "table.pdf"}, Render},
	{"80-color", Options{Width: 80, Context: 1, Color: termenv.ANSI, Name: "table.pdf"}, Render},
	{"80-changed", Options{Width: 80, OnlyChanged: true}, Render},
	{"80-stat", Options{Width: 80}, Stat},
	{"80-word", Options{Width: 80}, Words},
}

func init() {
	for i := range drawings {
		if drawings[i].opt.Color == 0 { // termenv's zero is TrueColor
			drawings[i].opt.Color = termenv.Ascii
		}
	}
}

func results(t *testing.T) map[string]*diff.Result {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	out := map[string]*diff.Result{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := fixture.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out[strings.TrimSuffix(filepath.Base(file), ".txtar")] = r
	}
	return out
}

// TestPictures compares each drawing with its golden picture; a picture that no drawing asks for fails too.
func TestPictures(t *testing.T) {
	asked := map[string]bool{}
	for name, r := range results(t) {
		for _, d := range drawings {
			file := fmt.Sprintf("testdata/golden/%s-%s.txt", name, d.name)
			asked[file] = true
			got := d.draw(r, d.opt)
			if *update {
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("%s differs (go test ./render/term -update shows it in git diff):\n%s", file, got)
			}
		}
	}
	found, err := filepath.Glob("testdata/golden/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range found {
		if !asked[filepath.ToSlash(file)] {
			t.Errorf("no test asks for %s", file)
		}
	}
}

// TestNoLineIsTooWide holds for every width, in both counts of ambiguous characters.
func TestNoLineIsTooWide(t *testing.T) {
	for name, r := range results(t) {
		for _, wide := range []bool{false, true} {
			cond := runewidth.NewCondition()
			cond.EastAsianWidth = wide
			for width := 30; width <= 180; width += 7 {
				out := Render(r, Options{Width: width, Wide: wide, Context: 1, Color: termenv.Ascii, Name: "table.pdf"})
				for line := range strings.Lines(string(out)) {
					if got := cond.StringWidth(strings.TrimSuffix(line, "\n")); got > width {
						t.Errorf("%s at %d (ambiguous wide: %v): %d columns: %s", name, width, wide, got, line)
					}
				}
			}
		}
	}
}

// TestNothingIsCut finds every character of every changed clause in the picture, at every width and in one or two columns.
func TestNothingIsCut(t *testing.T) {
	for name, r := range results(t) {
		for _, width := range []int{40, 80, 110, 160} {
			out := string(Render(r, Options{Width: width, Context: 1, Color: termenv.Ascii}))
			for n := range r.Changes {
				c := &r.Changes[n]
				if !outline.Changed(c) {
					continue
				}
				for _, l := range outline.Inline(r, c) {
					for _, p := range l.Pieces {
						for _, word := range strings.FieldsFunc(p.Text, func(r rune) bool { return r > 0x7f || r == ' ' }) {
							if !strings.Contains(out, word) {
								t.Errorf("%s at %d: %q is cut", name, width, word)
							}
						}
						for _, x := range p.Text {
							if !strings.ContainsRune(out, x) && x != '　' {
								t.Errorf("%s at %d: %c is missing", name, width, x)
							}
						}
					}
				}
			}
		}
	}
}

// TestColorChangesNoWord: without the escapes and the signs both pictures hold the same text.
func TestColorChangesNoWord(t *testing.T) {
	for name, r := range results(t) {
		plainText := letters(string(Render(r, Options{Width: 80, Context: 1, Color: termenv.Ascii})))
		colored := letters(string(Render(r, Options{Width: 80, Context: 1, Color: termenv.ANSI256})))
		if plainText != colored {
			t.Errorf("%s: colour changes the text:\n%s\n%s", name, plainText, colored)
		}
	}
}

// letters drops layout, signs and escapes.
func letters(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		if rest, ok := strings.CutPrefix(s, termenv.CSI); ok {
			s = rest[strings.IndexByte(rest, 'm')+1:]
			continue
		}
		r := []rune(s[:min(4, len(s))])[0]
		s = s[len(string(r)):]
		if !strings.ContainsRune(" \n[]+-┃└", r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// TestWrapRules: no line begins with what may not head one or ends with what may not end one, where there is another way.
func TestWrapRules(t *testing.T) {
	p := newPrinter(&diff.Result{}, Options{Width: 80, Color: termenv.Ascii})
	for _, tc := range []struct {
		text  string
		width int
		want  []string
	}{
		{"図書を貸し出す。", 14, []string{"図書を貸し出", "す。"}},
		{"規則（「規則」という。）に", 10, []string{"規則（「規", "則」とい", "う。）に"}},
		{"予約は ABCDEF まで", 12, []string{"予約は", "ABCDEF まで"}},
		{"平成１２３年", 9, []string{"平成", "１２３年"}},
		{"抗ＡＢＣ－Ｄ抗体", 8, []string{"抗", "ＡＢＣ－", "Ｄ抗体"}},
		{"ABCDEFGHIJ", 4, []string{"ABCD", "EFGH", "IJ"}},
		{"一行\n二行", 20, []string{"一行", "二行"}},
		{"", 20, []string{""}},
	} {
		var got []string
		for _, line := range p.wrap(p.cells(tc.text, plain), tc.width, tc.width) {
			got = append(got, p.draw(line))
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%q at %d: %q, want %q", tc.text, tc.width, got, tc.want)
		}
	}
}

// TestForeignControls: what a document holds must not drive the terminal.
func TestForeignControls(t *testing.T) {
	p := newPrinter(&diff.Result{}, Options{Width: 80, Color: termenv.Ascii})
	got := p.draw(p.cells("題\x1b[31m名\u202e\a", plain))
	if strings.ContainsAny(got, "\x1b\a\u202e") {
		t.Errorf("%q", got)
	}
}

// FuzzWrap: every character arrives, and no line is wider than asked for unless one character is.
func FuzzWrap(f *testing.F) {
	f.Add("第三条　図書（貴重書を除く。）を貸し出す。", 10)
	f.Add("ABC\n\n１２３『』", 3)
	f.Fuzz(func(t *testing.T, text string, width int) {
		width = 1 + abs(width)%200
		p := newPrinter(&diff.Result{}, Options{Width: 80, Color: termenv.Ascii})
		cells := p.cells(text, insert)
		var in, out strings.Builder
		for _, c := range cells {
			if !strings.ContainsAny(c.s, " \n　") {
				in.WriteString(c.s)
			}
		}
		for _, line := range p.wrap(cells, width, width) {
			if len(line) > 1 && p.columns(line) > width {
				t.Errorf("%d columns in %d", p.columns(line), width)
			}
			for _, c := range line {
				if !strings.ContainsAny(c.s, " \n　") {
					out.WriteString(c.s)
				}
			}
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if squeeze(in.String()) != squeeze(out.String()) {
			t.Errorf("%q became %q", in.String(), out.String())
		}
	})
}

func abs(n int) int {
	if n < 0 {
		return -(n + 1)
	}
	return n
}

// Where one clause of a block changed in more ways than the names in its head tell, the line under it says which words each is about.
func TestManyEffectsAreSpelledOut(t *testing.T) {
	draw := func(effects string) string {
		r, err := fixture.Parse([]byte(`title: 規程
headers: 改正後 現行
-- new --
第一条 | article | 第一条 | 第一条　{館長}は、{七日}以内に報告{しなければならない}。
-- old --
第一条 | article | 第一条 | 第一条　{係}は、{五日}以内に報告{するよう努める}。
-- changes --
第一条 <- 第一条 | edited | | ` + effects + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		return string(Render(r, Options{Width: 110, Color: termenv.Ascii}))
	}
	if s := draw("duty-strengthened:努める→しなければならない,actor:係→館長"); strings.Contains(s, "└") {
		t.Errorf("two effects need no line of their own:\n%s", s)
	}
	if s := draw("duty-strengthened:努める→しなければならない,actor:係→館長,quantity:五日→七日"); !strings.Contains(s, "└") || !strings.Contains(s, "「五日」→「七日」") {
		t.Errorf("three effects are not told apart:\n%s", s)
	}
}
