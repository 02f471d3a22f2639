package store

// The grammar of the manifests as ordered tables: one line per key with its type, its check and where the value goes.
// Decoding straight into structs was rejected: the library then stops at the first wrong type and keeps the positions of
// keys in arrays of tables to itself; a table of fields reports every mistake and knows the keys it can suggest.

import (
	"errors"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

const revisionKey = "revision"

var addressRE = lazy.MustCompile(`^[a-z0-9][a-z0-9.-]{0,63}$`)

// field is one key of a table.
type field[T any] struct {
	key     string
	example string // set if the key is required: what a hint proposes
	date    bool   // a TOML date is as good as a string
	check   func(string) *complaint
	to      func(*T) *string
}

var archiveFields = []field[corpus.Archive]{
	{key: "title", example: "規程沿革アーカイブ", to: func(a *corpus.Archive) *string { return &a.Title }},
	{key: "owner", to: func(a *corpus.Archive) *string { return &a.Owner }},
	{key: "description", to: func(a *corpus.Archive) *string { return &a.Description }},
	{key: "base_url", check: checkURL, to: func(a *corpus.Archive) *string { return &a.BaseURL }},
	{key: "footer", to: func(a *corpus.Archive) *string { return &a.Footer }},
	{key: "as_of", check: checkDate, date: true, to: func(a *corpus.Archive) *string { return &a.AsOf }},
	{key: "language", check: oneOf("ja", "en"), to: func(a *corpus.Archive) *string { return &a.Language }},
}

var ruleFields = []field[corpus.Rule]{
	{key: "title", example: "情報資産取扱規程", to: func(r *corpus.Rule) *string { return &r.Title }},
	{key: "kind", to: func(r *corpus.Rule) *string { return &r.Kind }},
	{key: "publisher", to: func(r *corpus.Rule) *string { return &r.Publisher }},
	{key: "summary", to: func(r *corpus.Rule) *string { return &r.Summary }},
}

var revisionFields = []field[corpus.Revision]{
	{key: "id", check: checkAddress, date: true, to: func(r *corpus.Revision) *string { return &r.ID }},
	{key: "label", to: func(r *corpus.Revision) *string { return &r.Label }},
	{key: "kind", to: func(r *corpus.Revision) *string { return &r.Kind }},
	{key: "basis", to: func(r *corpus.Revision) *string { return &r.Basis }},
	{key: "promulgated", check: checkDate, date: true, to: func(r *corpus.Revision) *string { return &r.Promulgated }},
	{key: "in_force", example: "2026-04-01", check: checkDate, date: true, to: func(r *corpus.Revision) *string { return &r.InForce }},
	{key: "file", example: "2026.html", check: checkFile, to: func(r *corpus.Revision) *string { return &r.File }},
	{key: "content", example: "table", check: oneOf("table", "text"), to: func(r *corpus.Revision) *string { return &r.Content }},
	{key: "format", check: oneOf("pdf", "docx", "xlsx", "html", "marked", "lawxml", "markdown", "text"), to: func(r *corpus.Revision) *string { return &r.Format }},
	{key: "summary", to: func(r *corpus.Revision) *string { return &r.Summary }},
}

func checkDate(v string) *complaint {
	if _, err := time.Parse(time.DateOnly, v); err != nil {
		return badDate(v)
	}
	return nil
}

func checkAddress(v string) *complaint {
	if !addressRE.MatchString(v) {
		return badAddress(v)
	}
	return nil
}

func checkFile(v string) *complaint {
	if !inFolder(v) {
		return escapes(v)
	}
	return nil
}

func checkURL(v string) *complaint {
	u, err := url.Parse(v)
	if err != nil || u.Host == "" || (u.Scheme != "https" && u.Scheme != "http") {
		return badURL(v)
	}
	return nil
}

func oneOf(allowed ...string) func(string) *complaint {
	return func(v string) *complaint {
		if !slices.Contains(allowed, v) {
			return badValue(v, allowed)
		}
		return nil
	}
}

// manifest is one TOML file, read but not yet checked.
type manifest struct {
	file  string
	top   map[string]any
	lines lineIndex
}

// at is the place of a key: at("title"), at("revision", 2, "file"). A key that is not written is where its table begins.
func (m *manifest) at(keys ...any) place {
	p := place{file: m.file, line: m.lines.find(keys)}
	if len(keys) > 0 {
		p.key, _ = keys[len(keys)-1].(string)
	}
	return p
}

// manifest reads a TOML file; ok is false if nothing of it can be checked.
func (l *loader) manifest(name string) (m *manifest, ok bool) {
	data, err := fs.ReadFile(l.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		l.report(place{file: name}, missingManifest())
		return nil, false
	}
	if err != nil {
		l.problems = append(l.problems, notReadable(name, err))
		return nil, false
	}
	return l.parse(name, data)
}

func (l *loader) parse(name string, data []byte) (*manifest, bool) {
	if !utf8.Valid(data) {
		l.report(place{file: name}, badEncoding())
		return nil, false
	}
	m := &manifest{file: name, top: map[string]any{}, lines: indexLines(string(data))}
	if _, err := toml.Decode(string(data), &m.top); err != nil {
		var pe toml.ParseError
		if errors.As(err, &pe) {
			l.report(place{file: name, line: pe.Position.Line, key: pe.LastKey}, badSyntax(pe.Message))
		} else {
			l.report(place{file: name}, badSyntax(err.Error()))
		}
		return nil, false
	}
	return m, true
}

// decodeTable checks one table against its fields and fills into. Keys in elsewhere are read by the caller.
func decodeTable[T any](l *loader, m *manifest, in []any, table map[string]any, fields []field[T], into *T, elsewhere ...string) {
	known := slices.Clone(elsewhere)
	for _, f := range fields {
		known = append(known, f.key)
		at := m.at(append(slices.Clone(in), f.key)...)
		v, written := table[f.key]
		if !written {
			if f.example != "" {
				l.report(at, missingKey(f.key, f.example))
			}
			continue
		}
		s, c := text(v, f.date)
		if c == nil && f.example != "" && s == "" {
			c = missingKey(f.key, f.example)
		}
		if c == nil && f.check != nil && s != "" {
			c = f.check(s)
		}
		if c != nil {
			l.report(at, c)
			continue
		}
		if f.check == nil { // words to be read, not an address or the name of a file
			s = closed(s)
		}
		*f.to(into) = s
	}
	for _, key := range slices.Sorted(maps.Keys(table)) {
		if !slices.Contains(known, key) {
			l.report(m.at(append(slices.Clone(in), key)...), unknownKey(known, nearest(key, known)))
		}
	}
}

// text is a TOML value as a string; only dates may be written without quotes, where a date is wanted.
func text(v any, date bool) (string, *complaint) {
	switch v := v.(type) {
	case string:
		return v, nil
	case time.Time:
		if date && v.Location().String() == "date-local" {
			return v.Format(time.DateOnly), nil
		}
	}
	if date {
		return "", wrongDate(v)
	}
	return "", wrongText(v)
}

// closed is a text with every turn of the writing direction in it brought to its end: one that stays open (U+202E, left from a copied file)
// would turn round what a page writes on the same line behind it, a date or the number of a change.
func closed(s string) string {
	var open []rune
	for _, r := range s {
		switch r {
		case '\u202a', '\u202b', '\u202d', '\u202e':
			open = append(open, '\u202c')
		case '\u2066', '\u2067', '\u2068':
			open = append(open, '\u2069')
		case '\u202c', '\u2069':
			if n := len(open); n > 0 && open[n-1] == r {
				open = open[:n-1]
			}
		}
	}
	slices.Reverse(open)
	return s + string(open)
}

func tomlName(v any) string {
	switch v.(type) {
	case bool:
		return "boolean"
	case int64:
		return "integer"
	case float64:
		return "float"
	case time.Time:
		return "datetime"
	case []any, []map[string]any:
		return "array"
	case map[string]any:
		return "table"
	}
	return "string"
}
