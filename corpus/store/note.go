package store

// Notes: what drafters wrote about clauses, one Markdown file each, with a front matter that names clause and revision.
// Two fences are common and both are read: +++ (TOML) and --- (key: value, what editors and other generators write).
// Full YAML was rejected: three keys do not need a language with seven ways to write a string.

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
)

var noteFields = []field[corpus.Note]{
	{key: "clause", check: checkClause, to: func(n *corpus.Note) *string { return &n.Clause }},
	{key: "revision", date: true, to: func(n *corpus.Note) *string { return &n.Revision }},
	{key: "title", to: func(n *corpus.Note) *string { return &n.Title }},
}

func checkClause(v string) *complaint {
	if _, err := ref.Parse(v); err != nil {
		return noteClause(v)
	}
	return nil
}

// notes reads notes/*.md of a rule in the order of their names. A rule without the folder has none.
func (l *loader) notes(r *corpus.Rule) []corpus.Note {
	dir := path.Join(r.ID, NotesDir)
	entries, err := fs.ReadDir(l.fsys, dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		l.problems = append(l.problems, notReadable(dir, err))
		return nil
	}
	var ids []string
	for _, rev := range r.Revisions {
		ids = append(ids, rev.ID)
	}
	var out []corpus.Note
	for _, e := range entries {
		if e.IsDir() || path.Ext(e.Name()) != ".md" {
			continue
		}
		name := path.Join(dir, e.Name())
		data, err := fs.ReadFile(l.fsys, name)
		if err != nil {
			l.problems = append(l.problems, notReadable(name, err))
			continue
		}
		n, ok := l.note(name, data)
		if !ok {
			continue
		}
		if n.Revision != "" && !slices.Contains(ids, n.Revision) {
			l.report(place{file: name, key: "revision"}, noteRevision(n.Revision, ids))
			continue
		}
		n.File = path.Join(NotesDir, e.Name())
		out = append(out, n)
	}
	return out
}

// note reads one file. A file without front matter is a note on the whole rule.
func (l *loader) note(name string, data []byte) (n corpus.Note, ok bool) {
	if !utf8.Valid(data) {
		l.report(place{file: name}, badEncoding())
		return n, false
	}
	src := strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n")
	fence, body := "", src
	if first, rest, _ := strings.Cut(src, "\n"); first == "+++" || first == "---" {
		fence = first
		head, after, closed := cutFence(rest, fence)
		if !closed {
			l.report(place{file: name, line: 1}, noteWithoutEnd(fence))
			return n, false
		}
		before := len(l.problems)
		if m, read := l.frontMatter(name, fence, head); read {
			decodeTable(l, m, nil, m.top, noteFields, &n)
		}
		if len(l.problems) > before {
			return n, false
		}
		body = after
	}
	n.Markdown = strings.TrimSpace(body)
	if n.Markdown == "" {
		l.report(place{file: name}, noteEmpty())
		return n, false
	}
	n.Markdown += "\n"
	return n, true
}

// frontMatter reads the lines between the fences. A blank first line stands for the fence, so that lines count from the file's top.
func (l *loader) frontMatter(name, fence, head string) (*manifest, bool) {
	if fence == "+++" {
		return l.parse(name, []byte("\n"+head))
	}
	m := &manifest{file: name, top: map[string]any{}, lines: lineIndex{}}
	good := true
	for i, line := range strings.Split(head, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		key, value, found := strings.Cut(line, ":")
		key = strings.TrimSpace(key)
		if !found || key == "" {
			l.report(place{file: name, line: i + 2}, noteBadLine(line))
			good = false
			continue
		}
		if _, twice := m.top[key]; twice {
			l.report(place{file: name, line: i + 2, key: key}, noteTwice())
			good = false
			continue
		}
		m.top[key] = unquote(strings.TrimSpace(value))
		m.lines.note(key, i+2)
	}
	return m, good
}

func unquote(s string) string {
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return s
}

// cutFence splits at the first line that is the fence.
func cutFence(s, fence string) (head, after string, closed bool) {
	at := 0
	for _, line := range strings.SplitAfter(s, "\n") {
		if strings.TrimRight(line, "\n \t") == fence {
			return s[:at], s[at+len(line):], true
		}
		at += len(line)
	}
	return "", "", false
}
