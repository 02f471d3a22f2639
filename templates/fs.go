// Package templates holds the pages as html/template files with their style sheets and script beside them.
//
// The files are embedded: the program is one file and needs no folder of resources beside it. Templates are dull on
// purpose: each page prints one typed struct, there are no functions, and every decision is made before, in Go, where a
// test can see it. html/template escapes by context, so nothing that comes from a source can become markup. Building
// strings by hand and a template compiler were rejected: the first gives up escaping, the second adds a build step.
// The style sheet is several files by topic and one file when published, in the order of sheets.
package templates

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"strings"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
)

//go:embed *.html css/*.css js/*.js icon.svg
var files embed.FS

// sheets is the order of the cascade: values, elements, then topics, print last.
var sheets = []string{"tokens", "base", "shell", "pages", "timeline", "toolbar", "table", "views", "narrow", "print"}

var parsed = sync.OnceValues(func() (*template.Template, error) {
	return template.ParseFS(files, "*.html")
})

// Execute renders the template called name with data.
func Execute(name string, data any) ([]byte, error) {
	t, err := parsed()
	if err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return nil, fmt.Errorf("templates: %w", err)
	}
	return b.Bytes(), nil
}

// Style is the whole style sheet, without what is for its readers here.
func Style() string { return style() }

// Script is the site's script. Every page works without it.
func Script() string { return script() }

// CompareScript is the script of comparison pages.
func CompareScript() string { return compareScript() }

// PreviewScript is the script of pages that are served while they are being written.
func PreviewScript() string { return previewScript() }

// SearchScript is the script of the search page.
func SearchScript() string { return searchScript() }

var (
	style = sync.OnceValue(func() string {
		var b strings.Builder
		for _, s := range sheets {
			b.Write(read("css/" + s + ".css"))
		}
		return small("text/css", b.String())
	})
	script        = sync.OnceValue(func() string { return small("text/javascript", string(read("js/app.js"))) })
	previewScript = sync.OnceValue(func() string { return small("text/javascript", string(read("js/preview.js"))) })
	compareScript = sync.OnceValue(func() string { return small("text/javascript", string(read("js/compare.js"))) })
	searchScript  = sync.OnceValue(func() string { return small("text/javascript", string(read("js/search.js"))) })
)

// small takes comments, white space and long names out of a style sheet or a script.
func small(kind, code string) string {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	out, err := m.String(kind, code)
	if err != nil {
		panic(err) // the code is embedded at compile time, and a test reads it
	}
	return out
}

// Icon is the site's mark as SVG.
func Icon() []byte { return read("icon.svg") }

func read(name string) []byte {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // the file is embedded at compile time
	}
	return b
}
