package templates

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"shinkyu/templates/locale"
)

// frame is what the parts need that are made once.
type frame struct{ Page, Site, Locale, Root, Icon, Style, Script, Compare, Owner, Footer string }

var constantRE = regexp.MustCompile("{{(t \"[^\"]*\"|ja|ui)}}")

// Words of the interface are text before the first page is made: no action is left that prints the same on each page.
func TestWordsAreSettled(t *testing.T) {
	for _, l := range []locale.Language{locale.Japanese, locale.English} {
		s := mustParse(l)
		for _, one := range s.t.Templates() {
			if one.Tree == nil {
				continue
			}
			if found := constantRE.FindString(one.Tree.Root.String()); found != "" {
				t.Errorf("%s: %s prints the same on every page", one.Name(), found)
			}
		}
		made, err := s.once("footer", frame{Site: "<庁舎>"})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"&lt;庁舎&gt;", l.Say("文書一覧"), l.Say("更新情報")} {
			if !strings.Contains(string(made), want) {
				t.Errorf("%s is not in %s", want, made)
			}
		}
	}
}

// A part that is made once is made once for each of its data, and where a corpus replaced it and it fails, its own file is named.
func TestOnce(t *testing.T) {
	s, err := Overridden(locale.Japanese, map[string]string{"own.html": "{{define \"footer\"}}<p>{{.Root}}</p>\n{{if .Page}}{{.Nothing}}{{end}}{{end}}"})
	if err != nil {
		t.Fatal(err)
	}
	for root, want := range map[string]string{"": "<p></p>\n", "../": "<p>../</p>\n"} {
		for range 2 {
			made, err := s.once("footer", frame{Root: root})
			if err != nil || string(made) != want {
				t.Errorf("%q: %q, %v", root, made, err)
			}
		}
	}
	_, err = s.once("footer", frame{Page: "text"})
	var b *Broken
	if !errors.As(err, &b) || b.File != "own.html" || b.Line != 2 {
		t.Errorf("%v", err)
	}
}
