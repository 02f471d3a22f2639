package site

// The frame of a site as its owner wants it: language, colours, footer, templates. What cannot be used is refused here, before a page is made,
// with the file and the line that say it; the pages of a build are all of one frame.

import (
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"

	"shinkyu/corpus"
	"shinkyu/render/note"
	"shinkyu/templates"
	"shinkyu/templates/locale"
)

// New makes the frame of a site. The archive's rules are not looked at. The error is a *corpus.Failure.
func New(a *corpus.Archive) (*Site, error) {
	s := &Site{assets: Files{}}
	if a != nil {
		s.archive = *a
		s.archive.Rules = nil
	}
	s.lang = locale.Language(s.archive.Language)
	pages, err := templates.Overridden(s.lang, pick(s.archive.Templates, ".html"))
	if err != nil {
		return nil, failed(err)
	}
	s.pages = pages
	theme, err := templates.Theme(chosen(&s.archive.Colours))
	if err != nil {
		return nil, unreadable(err, s.archive.Places)
	}
	style := templates.Style(s.lang) + theme
	sheets := pick(s.archive.Templates, ".css")
	for _, name := range slices.Sorted(maps.Keys(sheets)) {
		sheet, err := templates.Sheet(name, sheets[name])
		if err != nil {
			return nil, failed(err)
		}
		style += sheet
	}
	if s.footer, err = note.HTML(s.archive.Footer, 2, nil); err != nil {
		return nil, fmt.Errorf("site: footer: %w", err)
	}
	s.style = s.asset("style", "css", []byte(style))
	s.code = s.asset("app", "js", []byte(templates.Script(s.lang)))
	s.compare = s.asset("compare", "js", []byte(templates.CompareScript(s.lang)))
	s.pairing = s.asset("pairs", "js", []byte(templates.PairsScript(s.lang)))
	s.find = s.asset("search", "js", []byte(templates.SearchScript(s.lang)))
	s.onward = s.asset("moved", "js", []byte(templates.MovedScript()))
	s.icon = s.asset("icon", "png", templates.Icon())
	s.digest = corpus.Digest(s.archive, s.assets)
	return s, nil
}

// pick are the files of a kind.
func pick(files map[string]string, ext string) map[string]string {
	out := map[string]string{}
	for name, text := range files {
		if path.Ext(name) == ext {
			out[name] = text
		}
	}
	return out
}

func chosen(c *corpus.Colours) map[string]string {
	return map[string]string{
		"accent": c.Accent, "accent_dark": c.AccentDark, "text": c.Text, "text_dark": c.TextDark, "background": c.Background, "background_dark": c.BackgroundDark,
	}
}

// unreadable tells of a colour that nobody could read where it is written.
func unreadable(err error, places map[string]string) error {
	var u *templates.Unreadable
	if !errors.As(err, &u) {
		return err
	}
	at := orElse(places["colours."+u.Choice], u.Choice)
	need := strconv.FormatFloat(u.Needs, 'g', -1, 64)
	return &corpus.Failure{
		Rule:     "site-contrast",
		Japanese: fmt.Sprintf("%s: %s は %s との対比が %.2f:1 しかなく、読めない人がいます（JIS X 8341-3 は %s:1 以上）", at, u.Colour, u.Other, u.Ratio, need),
		English:  fmt.Sprintf("%s: %s has a contrast of %.2f to 1 with %s, too little to read (WCAG AA wants %s)", at, u.Colour, u.Ratio, u.Other, need),
		HintJA:   "明るい配色では暗く、暗い配色（_dark）では明るくしてください", HintEN: "make it darker for the light theme, lighter for the dark one (_dark)",
	}
}

// failed tells of a template that cannot be used by its file and line; other errors stay.
func failed(err error) error {
	var b *templates.Broken
	if !errors.As(err, &b) {
		return err
	}
	at := orElse(b.File, "templates")
	if b.Line > 0 {
		at += ":" + strconv.Itoa(b.Line)
	}
	ja, en := "Go の html/template の書き方です。元のテンプレートは docs/GUIDE.md の「Own templates」にあります", "the language is Go's html/template; the program's templates are named in docs/GUIDE.md under Own templates"
	if b.Forbidden {
		ja = "見た目は templates/*.css に書き、スクリプトは外し、絵は <svg> で描いてください。外のサーバーからは何も読み込めません"
		en = "put styles into templates/*.css, leave script out, draw pictures as <svg>; nothing can be loaded from other servers"
	}
	return &corpus.Failure{
		Rule: "site-template", Japanese: at + ": テンプレートを使えません: " + b.Message, English: at + ": the template cannot be used: " + b.Message,
		HintJA: ja, HintEN: en,
	}
}
