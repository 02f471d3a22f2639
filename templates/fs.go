// Package templates holds the pages as html/template files with their style sheets and script beside them.
//
// The files are embedded: the program is one file and needs no folder of resources beside it. Templates are dull on
// purpose: each page prints one typed struct, the only functions say words in the reader's language, and every decision is made before, in
// Go, where a test can see it. html/template escapes by context, so nothing that comes from a source can become markup. Building
// strings by hand and a template compiler were rejected: the first gives up escaping, the second adds a build step.
// The style sheet is several files by topic and one file when published, in the order of sheets.
package templates

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"

	"shinkyu/corpus/lazy"
	"shinkyu/templates/locale"
)

//go:embed *.html css/*.css js/*.js icon.png
var files embed.FS

// sheets is the order of the cascade: values, elements, then topics, print last.
var sheets = []string{"tokens", "base", "shell", "timeline", "pages", "toolbar", "table", "views", "narrow", "print"}

// Set is the templates of one language.
type Set struct {
	t    *template.Template
	own  []source // templates that replace ours
	made sync.Map // what once has made: name and data → template.HTML
}

// Of are the templates in a language. Those of the program parse: a test reads them.
func Of(l locale.Language) *Set {
	if l == locale.English {
		return english()
	}
	return japanese()
}

var (
	japanese = sync.OnceValue(func() *Set { return mustParse(locale.Japanese) })
	english  = sync.OnceValue(func() *Set { return mustParse(locale.English) })
)

// mustParse reads the program's own templates: they are embedded at compile time.
func mustParse(l locale.Language) *Set {
	s := &Set{}
	functions := words(l)
	functions["once"] = s.once
	s.t = template.Must(template.New("").Funcs(functions).ParseFS(files, "*.html"))
	settle(s.t, l)
	return s
}

// Overridden are the templates in a language with some of them replaced: name of a file → text, in which each {{define}} takes the place of the
// program's template of that name. The error is *Broken.
func Overridden(l locale.Language, own map[string]string) (*Set, error) {
	if len(own) == 0 {
		return Of(l), nil
	}
	s := mustParse(l)
	for _, name := range slices.Sorted(maps.Keys(own)) {
		one, err := readSource(name, own[name])
		if err != nil {
			return nil, err
		}
		s.own = append(s.own, one)
	}
	if err := s.unused(); err != nil {
		return nil, err
	}
	for _, name := range slices.Sorted(maps.Keys(own)) {
		if _, err := s.t.New(name).Parse(own[name]); err != nil {
			return nil, broken(err)
		}
	}
	return s, nil
}

// once renders a template whose data are comparable and the same on many pages, such as the head of all pages of a folder, and keeps the result.
func (s *Set) once(name string, data any) (template.HTML, error) {
	type asked struct {
		name string
		data any
	}
	key := asked{name, data}
	if made, ok := s.made.Load(key); ok {
		return made.(template.HTML), nil
	}
	var b strings.Builder
	if err := s.t.ExecuteTemplate(&b, name, data); err != nil {
		if len(s.own) > 0 {
			err = broken(err)
		}
		return "", err
	}
	made := template.HTML(b.String()) // #nosec: rendered and escaped by a template
	s.made.Store(key, made)
	return made, nil
}

// words are functions of templates: t says words of the interface in the reader's language, ja marks an element whose words are
// Japanese on pages that are not, ui goes back inside of one.
func words(l locale.Language) template.FuncMap {
	mark, back := marks(l)
	return template.FuncMap{"t": l.Say, "ja": func() template.HTMLAttr { return mark }, "ui": func() template.HTMLAttr { return back }}
}

// marks are the attribute of an element whose words are Japanese on a page that is not, and that of one inside of it that is not.
func marks(l locale.Language) (japanese, back template.HTMLAttr) {
	if l == locale.English {
		return ` lang="ja"`, ` lang="en"`
	}
	return "", ""
}

// Execute renders the template called name with data.
func (s *Set) Execute(name string, data any) ([]byte, error) {
	b := drafts.Get().(*bytes.Buffer)
	defer drafts.Put(b)
	b.Reset()
	err := s.t.ExecuteTemplate(b, name, data)
	if err != nil && len(s.own) > 0 {
		return nil, broken(err)
	}
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	if len(s.own) > 0 && name != "standalone" {
		if err := s.sound(b.Bytes()); err != nil {
			return nil, err
		}
	}
	return bytes.Clone(b.Bytes()), nil
}

// drafts are the pages that are being rendered: a buffer that has grown to the size of a page serves the next one.
var drafts = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Style is the whole style sheet, without what is for its readers here.
func Style(l locale.Language) string { return once(l, "style") }

// Script is the site's script. Every page works without it.
func Script(l locale.Language) string { return once(l, "app") }

// CompareScript is the script of comparison pages.
func CompareScript(l locale.Language) string { return once(l, "compare") }

// PairsScript is the script that sets out any two revisions of a rule.
func PairsScript(l locale.Language) string { return once(l, "pairs") }

// PreviewScript is the script of pages that are served while they are being written.
func PreviewScript() string { return once(locale.Japanese, "preview") }

// MovedScript is the script of a page that leads to another address.
func MovedScript() string { return once(locale.Japanese, "moved") }

// SearchScript is the script of the search page.
func SearchScript(l locale.Language) string { return once(l, "search") }

// published are the style sheets and scripts in the form in which they are served, by language and name.
var published sync.Map

func once(l locale.Language, name string) string {
	key := l.Tag() + " " + name
	if s, ok := published.Load(key); ok {
		return s.(string)
	}
	var out string
	if name == "style" {
		list := sheets
		if l == locale.English {
			list = append(slices.Clone(list), "english")
		}
		var b strings.Builder
		for _, s := range list {
			b.Write(read("css/" + s + ".css"))
		}
		out = small("text/css", b.String())
	} else {
		out = small("text/javascript", translate(string(read("js/"+name+".js")), l))
	}
	published.Store(key, out)
	return out
}

// said are the words of the interface in a script: t('…') alone, f('… {0} …', values) filled by the script itself.
var said = lazy.MustCompile(`\b(t\('([^']*)'\)|f\('([^']*)')`)

// translate puts the words of the reader's language into a script.
func translate(code string, l locale.Language) string {
	return said.ReplaceAllStringFunc(code, func(call string) string {
		m := said.FindStringSubmatch(call)
		if strings.HasPrefix(call, "t(") {
			return "'" + strings.ReplaceAll(l.Say(m[2]), "'", "\\'") + "'"
		}
		return "f('" + strings.ReplaceAll(l.Say(m[3]), "'", "\\'") + "'"
	})
}

// small takes comments, white space and long names out of a style sheet or a script.
func small(kind, code string) string {
	out, err := minified(kind, code)
	if err != nil {
		panic(err) // the code is embedded at compile time, and a test reads it
	}
	return out
}

func minified(kind, code string) (string, error) {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	return m.String(kind, code)
}

// Icon is the site's mark for the browser's tab, a PNG of 64 × 64 pixels drawn from icon.svg by `make icon`.
func Icon() []byte { return read("icon.png") }

func read(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the file is embedded at compile time
	}
	return b
}
