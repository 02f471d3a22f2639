package store

// What the owner of a corpus may set about the look of its site: colours, a footer, the day as of which pages speak. The values are
// checked here as far as one can without the site's themes; whether a colour can be read is the site's to say (templates.Theme), with
// the line that is kept here.

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

const (
	coloursKey  = "colours"
	formerlyKey = "formerly"
	// facsimileKey says whether pages of PDFs are shown as pictures: in corpus.toml of all rules, in rule.toml of one.
	facsimileKey = "facsimile"
	// TemplatesDir is the folder of a corpus with templates of its own. It is no rule.
	TemplatesDir = "templates"
)

var colourRE = lazy.MustCompile(`^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$`)

var colourFields = []field[corpus.Colours]{
	{key: "accent", check: checkColour, to: func(c *corpus.Colours) *string { return &c.Accent }},
	{key: "accent_dark", check: checkColour, to: func(c *corpus.Colours) *string { return &c.AccentDark }},
	{key: "text", check: checkColour, to: func(c *corpus.Colours) *string { return &c.Text }},
	{key: "text_dark", check: checkColour, to: func(c *corpus.Colours) *string { return &c.TextDark }},
	{key: "background", check: checkColour, to: func(c *corpus.Colours) *string { return &c.Background }},
	{key: "background_dark", check: checkColour, to: func(c *corpus.Colours) *string { return &c.BackgroundDark }},
}

func checkColour(v string) *complaint {
	if !colourRE.MatchString(v) {
		return badColour(v)
	}
	return nil
}

// flag reads a key that is true or false; what is not written stays.
func (l *loader) flag(m *manifest, key string, into *bool) {
	v, written := m.top[key]
	if !written {
		return
	}
	on, ok := v.(bool)
	if !ok {
		l.report(m.at(key), wrongFlag(key, v))
		return
	}
	*into = on
}

// appearance reads the [colours] table and remembers where its keys stand.
func (l *loader) appearance(m *manifest, a *corpus.Archive) {
	v, written := m.top[coloursKey]
	if !written {
		return
	}
	table, ok := v.(map[string]any)
	if !ok {
		l.report(m.at(coloursKey), notATable(v))
		return
	}
	decodeTable(l, m, []any{coloursKey, 0}, table, colourFields, &a.Colours)
	a.Places = map[string]string{}
	for key := range table {
		a.Places[coloursKey+"."+key] = m.at(coloursKey, 0, key).String()
	}
}

// templates reads the templates of the corpus: name of the file → text.
func (l *loader) templates() map[string]string {
	entries, err := fs.ReadDir(l.fsys, TemplatesDir)
	if err != nil {
		return nil
	}
	out := map[string]string{}
	for _, e := range entries {
		name := path.Join(TemplatesDir, e.Name())
		ext := path.Ext(e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
			continue
		case e.IsDir() || ext != ".html" && ext != ".css":
			l.report(place{file: name}, notATemplate())
			continue
		}
		data, err := fs.ReadFile(l.fsys, name)
		if err != nil {
			l.problems = append(l.problems, notReadable(name, err))
			continue
		}
		out[name] = string(data)
	}
	return out
}

// formerly reads the names that a rule, or a revision of it, had before: strings, and dates as they are where dates are names.
func (l *loader) formerly(m *manifest, in []any, table map[string]any, dates bool) (names []string) {
	v, written := table[formerlyKey]
	if !written {
		return nil
	}
	at := m.at(append(slices.Clone(in), formerlyKey)...)
	list, ok := v.([]any)
	if !ok {
		l.report(at, notAList(v))
		return nil
	}
	for _, e := range list {
		name, c := text(e, dates)
		if c == nil {
			c = checkAddress(name)
		} else {
			c = wrongText(e)
		}
		if c != nil {
			l.report(at, c)
			continue
		}
		names = append(names, name)
	}
	return names
}

// formerNames refuses an old name that leads to two rules, or is one that another rule has now.
func (l *loader) formerNames(a *corpus.Archive) {
	var rules []named
	for _, r := range a.Rules {
		rules = append(rules, named{r.ID, r.Formerly, l.places[r.ID]})
	}
	l.leadApart(rules, "規程", "rule")
}

// formerIDs refuses the same of the revisions of a rule; where says in which lines they state their old IDs.
func (l *loader) formerIDs(r *corpus.Rule, where map[string]place) {
	var revisions []named
	for _, v := range r.Revisions {
		revisions = append(revisions, named{v.ID, v.Formerly, where[v.ID]})
	}
	l.leadApart(revisions, "版", "revision")
}

// named is what has a name and had others, which stand at a place.
type named struct {
	now      string
	formerly []string
	at       place
}

// leadApart refuses old names that another of the same kind has or had.
func (l *loader) leadApart(all []named, kind, english string) {
	taken := map[string]string{}
	for _, n := range all {
		taken[n.now] = n.now
	}
	for _, n := range all {
		for _, old := range n.formerly {
			if other, ok := taken[old]; ok {
				l.report(n.at, takenName(old, kind, english, other))
				continue
			}
			taken[old] = n.now
		}
	}
}

func badColour(v string) *complaint {
	return &complaint{"manifest-colour", fmt.Sprintf("色として読めません: %q", v), fmt.Sprintf("not a colour: %q", v),
		"#0b5c2e のように六桁の十六進数で書いてください", "write six hexadecimal digits: #0b5c2e"}
}

func notATable(v any) *complaint {
	return &complaint{"manifest-type", fmt.Sprintf("表を書いてください (%s が書かれています)", tomlName(v)), fmt.Sprintf("must be a table, not %s", tomlName(v)),
		"[colours] の行の下に accent = \"#0b5c2e\" のように書いてください", "write accent = \"#0b5c2e\" below a line [colours]"}
}

func notAList(v any) *complaint {
	return &complaint{"manifest-type", fmt.Sprintf("一覧を書いてください (%s が書かれています)", tomlName(v)), fmt.Sprintf("must be a list, not %s", tomlName(v)),
		`formerly = ["kyu-kitei"] のように書いてください`, `write formerly = ["kyu-kitei"]`}
}

func takenName(old, kind, english, other string) *complaint {
	return &complaint{"manifest-former-name", fmt.Sprintf("%q は%s %s の名前です", old, kind, other), fmt.Sprintf("%q is a name of the %s %s", old, english, other),
		"今の名前でも、ほかの" + kind + "の前の名前でもないものを書いてください", "write names that no " + english + " has now and no other " + english + " had"}
}

func notATemplate() *complaint {
	return &complaint{"template-file", "テンプレートではありません", "not a template",
		TemplatesDir + " には .html と .css のファイルだけを置いてください", "keep only .html and .css files in " + TemplatesDir}
}
