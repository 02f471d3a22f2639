// Package store reads a corpus from a folder: TOML manifests, sources, Markdown notes.
//
// Problem: an archive of rules is edited by people over years, by hand and in git, and one mistyped date or file name must
// not become a wrong history on a public site. Choice: plain files that a reviewer reads in a diff (corpus.toml, one folder
// per rule with rule.toml, its sources and notes/*.md), read strictly: every key is checked against a table, and all mistakes
// of all files are reported together with file, line, key and a hint. Rejected: a database (not reviewable), and lenient
// reading with defaults for what is misspelt (the mistake shows only on the site). Cost: a corpus with one mistake is not
// built at all.
package store

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"shinkyu/corpus"
)

// Names of the files a corpus is made of.
const (
	CorpusFile = "corpus.toml"
	RuleFile   = "rule.toml"
	NotesDir   = "notes"
)

// MaxSource is the size in bytes above which a source is refused.
const MaxSource = 256 << 20

// Corpus is an archive with the files it came from.
type Corpus struct {
	Archive   *corpus.Archive
	FS        fs.FS    // rooted at the folder of corpus.toml
	Questions Problems // what can be right but seldom is: the corpus is read all the same
}

// LoadDir reads the corpus in a folder. Nothing outside of the folder is read, not even through a symbolic link.
// The error is as that of Load.
func LoadDir(dir string) (*Corpus, error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, Problems{notThere(dir)}
	case err != nil:
		return nil, Problems{notReadable(dir, err)}
	case !info.IsDir():
		return nil, Problems{notAFolder(dir)}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, Problems{notReadable(dir, err)}
	}
	return Load(root.FS())
}

// Load reads the manifests and notes of a corpus; sources stay where they are until Source asks for them.
// Rules are in the order of their folder names, revisions in the order of in_force, then promulgated, then as written.
// The error is Problems: everything that is wrong, not only the first.
func Load(fsys fs.FS) (*Corpus, error) {
	l := &loader{fsys: fsys, places: map[string]place{}, facsimile: true}
	archive := l.archive()
	if len(l.problems) > 0 {
		return nil, l.problems
	}
	return &Corpus{Archive: archive, FS: fsys, Questions: l.questions}, nil
}

// Source reads the source of a revision. The error is a *corpus.Failure.
func (c *Corpus) Source(rule *corpus.Rule, rev *corpus.Revision) ([]byte, error) {
	name := path.Join(rule.ID, rev.File)
	if !inFolder(rev.File) {
		return nil, place{file: name}.failure(escapes(rev.File))
	}
	info, err := fs.Stat(c.FS, name)
	if err != nil {
		return nil, notReadable(name, err)
	}
	if info.Size() > MaxSource {
		return nil, place{file: name}.failure(tooLarge(info.Size()))
	}
	data, err := fs.ReadFile(c.FS, name)
	if err != nil {
		return nil, notReadable(name, err)
	}
	return data, nil
}

// loader collects problems while the corpus, or the folder of one rule, is read.
type loader struct {
	fsys      fs.FS
	problems  Problems
	questions Problems
	places    map[string]place // of formerly, by rule
	read      *corpus.Rule     // of the folder
	facsimile bool             // what corpus.toml says of all rules
}

func (l *loader) report(at place, c *complaint) { l.problems = append(l.problems, at.failure(c)) }

func (l *loader) archive() *corpus.Archive {
	a := &corpus.Archive{Language: "ja"}
	if m, ok := l.manifest(CorpusFile); ok {
		decodeTable(l, m, nil, m.top, archiveFields, a, coloursKey, facsimileKey)
		l.flag(m, facsimileKey, &l.facsimile)
		l.appearance(m, a)
	}
	a.Templates = l.templates()
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		l.problems = append(l.problems, notReadable(".", err))
		return a
	}
	var rules []*loader // one each, for what was found in it
	var reading errgroup.Group
	reading.SetLimit(runtime.GOMAXPROCS(0))
	for _, e := range entries {
		if !e.IsDir() || e.Name() == TemplatesDir || strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "_") {
			continue
		}
		one := &loader{fsys: l.fsys, places: map[string]place{}, facsimile: l.facsimile}
		rules = append(rules, one)
		reading.Go(func() error {
			one.folder(e.Name())
			return nil
		})
	}
	_ = reading.Wait() // what goes wrong is a problem of its rule
	for _, one := range rules {
		l.problems = append(l.problems, one.problems...)
		l.questions = append(l.questions, one.questions...)
		maps.Copy(l.places, one.places)
		if one.read != nil {
			a.Rules = append(a.Rules, one.read)
		}
	}
	l.formerNames(a)
	if len(a.Rules) == 0 && len(l.problems) == 0 {
		l.report(place{file: CorpusFile}, noRules())
	}
	return a
}

// folder reads the folder of a rule.
func (l *loader) folder(id string) {
	if _, err := fs.Stat(l.fsys, path.Join(id, RuleFile)); errors.Is(err, fs.ErrNotExist) {
		l.report(place{file: id}, folderWithoutRule(id))
		return
	}
	l.read = l.rule(id)
}

// rule reads one folder. What is wrong is reported; the rest of the folder is still checked.
func (l *loader) rule(id string) *corpus.Rule {
	r := &corpus.Rule{ID: id, Facsimile: l.facsimile}
	name := path.Join(id, RuleFile)
	if !addressRE.MatchString(id) {
		l.report(place{file: id}, badAddress(id))
	}
	m, ok := l.manifest(name)
	if !ok {
		return r
	}
	decodeTable(l, m, nil, m.top, ruleFields, r, revisionKey, formerlyKey, facsimileKey)
	l.flag(m, facsimileKey, &r.Facsimile)
	if r.Formerly = l.formerly(m, nil, m.top, false); r.Formerly != nil {
		l.places[id] = m.at(formerlyKey)
	}
	l.revisions(m, r)
	r.Notes = l.notes(r)
	return r
}

// revisions reads the [[revision]] tables and puts them in date order.
func (l *loader) revisions(m *manifest, r *corpus.Rule) {
	tables, ok := m.top[revisionKey].([]map[string]any)
	if !ok || len(tables) == 0 {
		l.report(m.at(revisionKey), noRevisions())
		return
	}
	seen, where := map[string]int{}, map[string]place{}
	for i, table := range tables {
		rev := &corpus.Revision{}
		in := []any{revisionKey, i}
		decodeTable(l, m, in, table, revisionFields, rev, formerlyKey)
		id := m.at(append(in, "id")...)
		if rev.ID == "" {
			rev.ID, id = rev.InForce, m.at(append(in, "in_force")...)
		}
		if first, ok := seen[rev.ID]; ok && rev.ID != "" {
			l.report(id, duplicateID(rev.ID, first))
		} else {
			seen[rev.ID] = id.line
		}
		rev.Formerly = l.formerly(m, in, table, true)
		where[rev.ID] = m.at(append(in, formerlyKey)...)
		if late := promulgatedLate(rev); late != nil {
			l.questions = append(l.questions, m.at(append(in, "promulgated")...).failure(late))
		}
		l.sourceExists(m.at(append(in, "file")...), r.ID, rev.File)
		r.Revisions = append(r.Revisions, rev)
	}
	l.formerIDs(r, where)
	slices.SortStableFunc(r.Revisions, func(a, b *corpus.Revision) int {
		if c := strings.Compare(a.InForce, b.InForce); c != 0 {
			return c
		}
		return strings.Compare(a.Promulgated, b.Promulgated)
	})
}

func (l *loader) sourceExists(at place, folder, file string) {
	if file == "" || !inFolder(file) {
		return // reported with the field
	}
	info, err := fs.Stat(l.fsys, path.Join(folder, file))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		l.report(at, missingFile(file, l.alike(folder, file)))
	case err != nil:
		l.report(at, unreadableFile(file, err))
	case !info.Mode().IsRegular():
		l.report(at, notAFile(file))
	}
}

// alike is the name in the folder nearest to what was written, "" if none is near.
func (l *loader) alike(folder, file string) string {
	entries, err := fs.ReadDir(l.fsys, path.Join(folder, path.Dir(file)))
	if err != nil {
		return ""
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && e.Name() != RuleFile {
			names = append(names, path.Join(path.Dir(file), e.Name()))
		}
	}
	return nearest(file, names)
}

// inFolder reports whether a written file name stays in its folder.
func inFolder(file string) bool {
	return fs.ValidPath(file) && file != "." && !strings.ContainsAny(file, "\\:\x00")
}

func notThere(dir string) *corpus.Failure {
	return &corpus.Failure{Rule: "corpus-missing",
		Japanese: fmt.Sprintf("%s: フォルダがありません", dir), English: fmt.Sprintf("%s: no such folder", dir),
		HintJA: CorpusFile + " のあるフォルダを指定してください", HintEN: "name the folder that holds " + CorpusFile}
}

func notAFolder(dir string) *corpus.Failure {
	return &corpus.Failure{Rule: "corpus-not-a-folder",
		Japanese: fmt.Sprintf("%s: フォルダではありません", dir), English: fmt.Sprintf("%s: not a folder", dir),
		HintJA: CorpusFile + " のあるフォルダを指定してください", HintEN: "name the folder that holds " + CorpusFile}
}

func notReadable(name string, err error) *corpus.Failure {
	return &corpus.Failure{Rule: "not-readable",
		Japanese: fmt.Sprintf("%s: 読み込めません: %v", name, err), English: fmt.Sprintf("%s: cannot be read: %v", name, err),
		HintJA: "ファイルの有無と読取りの権限を確かめてください", HintEN: "check that the file exists and may be read"}
}
