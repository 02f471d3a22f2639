package templates

import (
	"bytes"
	"fmt"
	"image/png"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"shinkyu/templates/locale"
)

func TestEverySheetIsPublished(t *testing.T) {
	found, err := fs.Glob(files, "css/*.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f != "css/english.css" && !slices.Contains(sheets, strings.TrimSuffix(strings.TrimPrefix(f, "css/"), ".css")) {
			t.Errorf("%s is in no page", f)
		}
	}
	if len(found) != len(sheets)+1 {
		t.Errorf("%d files, %d sheets", len(found), len(sheets))
	}
}

// The dark theme stands twice, for the system's choice and for the reader's.
func TestDarkThemesAreEqual(t *testing.T) {
	tokens := string(read("css/tokens.css"))
	block := func(head string) []string {
		_, rest, ok := strings.Cut(tokens, head)
		if !ok {
			t.Fatalf("no %s", head)
		}
		body, _, _ := strings.Cut(rest, "}")
		return strings.Fields(body)
	}
	a, b := block(systemHead), block(darkHead)
	if !slices.Equal(a, b) {
		t.Errorf("the two dark themes differ")
	}
	names := regexp.MustCompile(`--[a-z0-9-]+:`)
	light := names.FindAllString(strings.Join(block(":root {"), " "), -1)
	for _, n := range names.FindAllString(strings.Join(a, " "), -1) {
		if !slices.Contains(light, n) {
			t.Errorf("%s is dark only", n)
		}
	}
}

func TestEveryUsedTokenIsDefined(t *testing.T) {
	style := Style(locale.Japanese)
	for _, m := range regexp.MustCompile(`var\((--[a-z0-9-]+)\)`).FindAllStringSubmatch(style, -1) {
		if !strings.Contains(style, m[1]+":") {
			t.Errorf("%s is used but never set", m[1])
		}
	}
}

// Every further size of letters is a further question to the system before a page first shows: text has four, a page's title its own.
func TestFewSizesOfLetters(t *testing.T) {
	sizes := []string{".75rem", ".875rem", "1rem", "1.125rem", "max(.75rem,.4em)", "clamp(1.6rem,1.1rem + 1.9vw,2.5rem)", "clamp(1.4rem,1rem + 1.2vw,2rem)"}
	found := 0
	for _, sheet := range sheets {
		if sheet == "print" { // paper has points, and nobody waits for it
			continue
		}
		css := small("text/css", string(read("css/"+sheet+".css")))
		for _, m := range regexp.MustCompile(`font-size:([^;}]+)|font:(?:\d+ )?([\d.][^ /]*)`).FindAllStringSubmatch(css, -1) {
			found++
			if size := m[1] + m[2]; !slices.Contains(sizes, size) {
				t.Errorf("%s: letters of %s", sheet, size)
			}
		}
	}
	if found < 80 {
		t.Errorf("only %d sizes found", found)
	}
}

// The picture for the browser's tab shows what the SVG that it is drawn from says.
func TestIconIsDrawnFromItsSVG(t *testing.T) {
	mark, err := png.Decode(bytes.NewReader(Icon()))
	if err != nil {
		t.Fatal(err)
	}
	svg, err := os.ReadFile("icon.svg")
	if err != nil {
		t.Fatal(err)
	}
	if b := mark.Bounds(); b.Dx() != 64 || b.Dy() != 64 {
		t.Fatalf("%v", b)
	}
	fills := regexp.MustCompile(`fill="#([0-9a-f]{6})"`).FindAllStringSubmatch(string(svg), -1)
	for i, x := range []int{10, 40} { // left and right sheet, below their lines
		r, g, b, _ := mark.At(x, 50).RGBA()
		if got := fmt.Sprintf("%02x%02x%02x", r>>8, g>>8, b>>8); got != fills[i][1] {
			t.Errorf("sheet %d is %s, in the SVG %s: run make icon", i, got, fills[i][1])
		}
	}
	if _, _, _, a := mark.At(32, 32).RGBA(); a != 0 {
		t.Error("the ground is not clear")
	}
}

func TestTemplatesParse(t *testing.T) {
	for _, l := range []locale.Language{locale.Japanese, locale.English} {
		if _, err := Of(l).Execute("no such page", nil); err == nil {
			t.Error("an unknown page is no error")
		}
	}
}

// A page loads at most ten kilobytes of script; previews are not published.
func TestScriptsAreSmall(t *testing.T) {
	for _, l := range []locale.Language{locale.Japanese, locale.English} {
		for name, own := range map[string]string{"comparison": CompareScript(l), "pairs": CompareScript(l) + PairsScript(l), "search": SearchScript(l)} {
			if n := len(Script(l) + own); n > 10<<10 {
				t.Errorf("%s: %s pages load %d bytes of script", l.Tag(), name, n)
			}
		}
	}
}

// A template whose name is mistaken would be left out in silence: it is told with its place. One that another of the corpus calls is none.
func TestOwnTemplateThatNothingCalls(t *testing.T) {
	_, err := Overridden(locale.Japanese, map[string]string{"templates/a.html": "{{define \"footer\"}}x{{end}}\n{{define \"logoo\"}}x{{end}}"})
	if b, ok := err.(*Broken); !ok || b.File != "templates/a.html" || b.Line != 2 || !strings.Contains(b.Message, "logoo") {
		t.Errorf("a mistaken name: %v", err)
	}
	_, err = Overridden(locale.Japanese, map[string]string{"templates/a.html": "{{/* {{template \"sign\"}} */}}{{define \"logo\"}}{{`{{once \"sign\" .}}`}}{{end}}\n{{define \"sign\" -}}\n\nx{{end}}"})
	if b, ok := err.(*Broken); !ok || b.Line != 2 {
		t.Errorf("a call in a comment and one in a string are none: %v", err)
	}
	if _, err := Overridden(locale.Japanese, map[string]string{"templates/a.html": "{{define \"logo\"}}{{if .Site}}{{with (once `sign` .)}}{{.}}{{end}}{{end}}{{end}}{{define `sign`}}x{{end}}"}); err != nil {
		t.Errorf("a template that another calls inside of a condition: %v", err)
	}
	if _, err := Overridden(locale.Japanese, map[string]string{"templates/a.html": `{{define "logo"}}{{template "sign" .}}{{end}}`, "templates/b.html": `{{define "sign"}}x{{end}}`}); err != nil {
		t.Errorf("a template that another calls: %v", err)
	}
}
