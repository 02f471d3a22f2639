package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"shinkyu/corpus"
	"shinkyu/corpus/sample"
	"shinkyu/extract/pdftest"
	"shinkyu/site"
)

const pdfRule = "title = \"検査通知\"\n[[revision]]\nid = \"hyo\"\nin_force = \"2024-04-01\"\nfile = \"hyo.pdf\"\ncontent = \"table\"\n"

// pdfCorpus is a corpus of one table in PDF.
func pdfCorpus(t *testing.T) (dir string) {
	t.Helper()
	data, err := fs.ReadFile(sample.FS, "kensa-tsuchi/2025-06-01.pdf")
	if err != nil {
		t.Fatal(err)
	}
	dir = t.TempDir()
	put(t, dir, "corpus.toml", "title = \"見本\"\n")
	put(t, dir, "kensa/rule.toml", pdfRule)
	put(t, dir, "kensa/hyo.pdf", string(data))
	return dir
}

func picturesIn(files site.Files) (names []string) {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if strings.Contains(name, "/facsimile/") {
			names = append(names, name)
		}
	}
	return names
}

// TestFacsimileIsKept: pictures are painted once; a note or a footer makes the document again and paints nothing. Two builds give the same bytes,
// a preview in memory too.
func TestFacsimileIsKept(t *testing.T) {
	dir, store := pdfCorpus(t), filepath.Join(t.TempDir(), "cache")
	made := func() site.Files {
		t.Helper()
		out := filepath.Join(t.TempDir(), "site")
		if code := run([]string{"build", dir, "-o", out, "--cache", store}, nil, io.Discard, os.Stderr, os.Getenv); code != 0 {
			t.Fatalf("build ends with %d", code)
		}
		return published(t, out)
	}
	first := made()
	names := picturesIn(first)
	page := string(first["rules/kensa/revisions/hyo/index.html"])
	for _, name := range names {
		if !strings.Contains(page, `src="../../`+strings.TrimPrefix(name, "rules/kensa/")+`"`) {
			t.Errorf("%s is on no page", name)
		}
	}
	if len(names) < 3 || strings.Count(page, "<figure") < len(names) {
		t.Fatalf("%d pictures, %d figures", len(names), strings.Count(page, "<figure"))
	}
	sameSite(t, "in memory", inMemory(t, dir), first)

	// The entry of the pictures is the one without files of the site.
	all, err := filepath.Glob(filepath.Join(store, "entries", "*", "more"))
	var kept []string
	for _, name := range all {
		if data, err := os.ReadFile(name); err == nil && bytes.Contains(data, []byte(`"PNG":`)) {
			kept = append(kept, name)
		}
	}
	if err != nil || len(kept) != 1 {
		t.Fatalf("%v in the cache, %v", kept, err)
	}
	before, err := os.Stat(kept[0])
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "kensa/notes/1.md", "+++\nrevision = \"hyo\"\ntitle = \"理由\"\n+++\n\n検査の手順を改めた。\n")
	second := made()
	if !slices.Equal(picturesIn(second), names) || !strings.Contains(string(second["rules/kensa/revisions/hyo/index.html"]), "検査の手順を改めた") {
		t.Error("the build after a note differs in its pictures, or lacks the note")
	}
	if after, err := os.Stat(kept[0]); err != nil || !os.SameFile(before, after) || after.ModTime() != before.ModTime() {
		t.Errorf("painted again, or not kept: %v", err)
	}
}

// TestFacsimileSwitch: off for all, on for one; what cannot be painted is told on the page and stops nothing.
func TestFacsimileSwitch(t *testing.T) {
	dir := pdfCorpus(t)
	put(t, dir, "corpus.toml", "title = \"見本\"\nfacsimile = false\n")
	if off := inMemory(t, dir); len(picturesIn(off)) > 0 || strings.Contains(string(off["rules/kensa/revisions/hyo/index.html"]), "<figure") {
		t.Error("pictures though they are switched off")
	}
	put(t, dir, "kensa/rule.toml", "facsimile = true\n"+pdfRule)
	c := loadCorpus(t, dir)
	if !c.Archive.Rules[0].Facsimile {
		t.Fatal("rule.toml does not switch it on")
	}
	w, err := newWorkshop(c, func() {})
	if err != nil {
		t.Fatal(err)
	}
	w.prints = newPrints(nil, nil)
	sources, err := w.sources(c.Archive.Rules[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	states := []site.State{{Revision: c.Archive.Rules[0].Revisions[0], SourceName: "hyo.pdf", Source: []byte("%PDF-1.4\nno pages")}}
	made, err := w.prints.of(t.Context(), c.Archive.Rules[0], "kensa/hyo/new", &states[0], []corpus.Crop{{Page: 1, Box: corpus.Box{X1: 100, Y1: 100}}})
	if err != nil || len(made.Diags) != 1 || made.Diags[0].Rule != "facsimile-missing" || made.Diags[0].Severity != corpus.Info {
		t.Errorf("a file that cannot be painted: %v, %+v", err, made)
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := w.document(gone, c.Archive.Rules[0], sources); err == nil {
		t.Error("a build that was stopped goes on")
	}
}

// textPDF is a page of lines of Japanese text.
func textPDF(lines ...string) string {
	var content strings.Builder
	for i, line := range lines {
		fmt.Fprintf(&content, "BT /F 12 Tf 72 %d Td <", 760-24*i)
		for _, u := range utf16.Encode([]rune(line)) {
			fmt.Fprintf(&content, "%04x", u)
		}
		content.WriteString("> Tj ET\n")
	}
	f := pdftest.New("1.5")
	f.Object("<</Type/Catalog/Pages 2 0 R>>")
	f.Object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	f.Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>")
	f.Stream("", content.String())
	f.Object("<</Type/Font/Subtype/Type0/BaseFont/Ryumin-Light/Encoding/UniJIS-UTF16-H/DescendantFonts[6 0 R]>>")
	f.Object("<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 4>>/DW 1000/FontDescriptor 7 0 R>>")
	f.Object("<</Type/FontDescriptor/FontName/Ryumin-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>")
	return string(f.Bytes())
}

// TestFacsimileOfTwoTexts: of two whole texts each has pictures from its own file; a table between them leaves only the newer one a file.
func TestFacsimileOfTwoTexts(t *testing.T) {
	text := func(often string) string {
		return textPDF("水やり規程", "第一条　係員は、"+often+"水をやり、その日付、天気及び水の量を帳簿に書く。", "第二条　帳簿は、三年間保存し、長が必要と認めるときは五年間保存する。",
			"第三条　長は、毎月一回、帳簿を点検し、水が足りないときは係員に命じて増やす。", "第四条　苗床の水やりは、温室の水やりの例による。この場合の帳簿は別にする。",
			"第五条　係員は、休む日の前に、代わりの者の名を長に届け出るものとする。", "第六条　この規程に定めのない事項は、長が係員の意見を聴いて別に定める。")
	}
	dir := t.TempDir()
	put(t, dir, "corpus.toml", "title = \"見本\"\n")
	revision := func(id, file string) string {
		content := "text"
		if strings.HasSuffix(file, ".html") {
			content = "table"
		}
		return fmt.Sprintf("[[revision]]\nid = %q\nin_force = %q\nfile = %q\ncontent = %q\n", id, id, file, content)
	}
	put(t, dir, "mizu/rule.toml", "title = \"水やり規程\"\n"+revision("2023-04-01", "1.pdf")+revision("2024-04-01", "2.pdf")+revision("2025-04-01", "3.pdf"))
	put(t, dir, "mizu/1.pdf", text("朝に"))
	put(t, dir, "mizu/2.pdf", text("夕方に"))
	put(t, dir, "mizu/3.pdf", text("朝夕に"))
	files := inMemory(t, dir)
	page := string(files["rules/mizu/revisions/2024-04-01/index.html"])
	if n := strings.Count(page, `class="fr-`); n != 2 || strings.Count(page, "改正前の原本1頁の紙面") != 1 || !strings.Contains(page, `class="fr-new"`) || !strings.Contains(page, `class="fr-old"`) || len(picturesIn(files)) != 3 {
		t.Errorf("%d frames, pictures %q", n, picturesIn(files))
	}
	put(t, dir, "mizu/2.html", "<table><tr><th>改正後</th><th>改正前</th></tr><tr><td>第一条　係員は、<u>夕方に</u>水をやり、その日付、天気及び水の量を帳簿に書く。</td><td>第一条　係員は、<u>朝に</u>水をやり、その日付、天気及び水の量を帳簿に書く。</td></tr></table>")
	put(t, dir, "mizu/rule.toml", "title = \"水やり規程\"\n"+revision("2023-04-01", "1.pdf")+revision("2024-04-01", "2.html")+revision("2025-04-01", "3.pdf"))
	page = string(inMemory(t, dir)["rules/mizu/revisions/2025-04-01/index.html"])
	if strings.Contains(page, `class="fr-old"`) || !strings.Contains(page, `class="fr-new"`) {
		t.Error("frames on a file that does not print the text before")
	}
}

// TestPreviewPaintsLater: a preview does not wait for pictures, and shows them when they are there.
func TestPreviewPaintsLater(t *testing.T) {
	get, wait := previewed(t, []string{pdfCorpus(t)}, "")
	const page = "/rules/kensa/revisions/hyo/"
	if first := get(page); !strings.Contains(first, "検体") {
		t.Fatal("no page")
	}
	if s := wait(1); s.Version != 2 || len(s.Trouble) > 0 {
		t.Fatalf("%+v", s)
	}
	painted := get(page)
	_, rest, ok := strings.Cut(painted, `<img src="../../`)
	name, _, _ := strings.Cut(rest, `"`)
	if !ok || !strings.HasPrefix(get("/rules/kensa/"+name), "\x89PNG") {
		t.Errorf("no picture: %q", name)
	}
}

// The source's pages beside clauses, in Chromium.
func TestFacsimileInBrowser(t *testing.T) {
	inBrowser(t, "facsimile.mjs", built(t, "--sample"))
}
