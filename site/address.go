package site

// Addresses. They are published and cited, so they depend on names in the corpus only, never on order or on time. Every link
// is relative and names index.html, so that the site works below any path and from a folder on disk.
//
//	index.html                                     front page
//	documents/KIND.html                            documents of a kind, in archives with many
//	changes/index.html  feed.atom                  latest changes of all rules
//	changes/YEAR/index.html                        those of a year, by month
//	changes/YEAR/EFFECT.html                       one kind of effect in a year
//	search/index.html                              search
//	rules/RULE/index.html  rule.json  feed.atom    a rule
//	rules/RULE/terms/index.html                    its terms
//	rules/RULE/revisions/REVISION/index.html       a comparison, or the text where nothing came before
//	rules/RULE/revisions/REVISION/part-1.html …    its table in parts, where it is too long for one page; all.html in one
//	rules/RULE/revisions/REVISION/comparison.json  the same as data, likewise .xml
//	rules/RULE/revisions/REVISION/comparison.txt   the same as text, likewise .docx
//	rules/RULE/revisions/REVISION/text.html        the whole text after it, where its source shows a part
//	rules/RULE/revisions/REVISION/source/NAME      the file it came from
//	rules/RULE/facsimile/DIGEST.png               parts of a source's pages, beside clauses
//	rules/RULE/compare/OLD...NEW/index.html        two revisions that are not neighbours
//	rules/RULE/compare/index.html?old=…&new=…     any two, by script, of a rule with many revisions; texts.DIGEST.js is its data
//	rules/RULE/clauses/LIFE.html  LIFE.atom        the life of a clause, its feed where it is an article
//
// Names that a rule or a revision had before (formerly) stand in the place of RULE, REVISION, OLD and NEW as well, and lead on (moved.go).

import (
	"encoding/hex"
	"path"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/lineage"
)

func ruleDir(r *corpus.Rule) string { return "rules/" + segment(r.ID) + "/" }

func revisionDir(r *corpus.Rule, v *corpus.Revision) string {
	return ruleDir(r) + "revisions/" + segment(v.ID) + "/"
}

func clausePage(r *corpus.Rule, l *lineage.Life) string {
	return ruleDir(r) + "clauses/" + segment(l.ID) + ".html"
}

// segment makes one step of an address from a name: what could climb out of the folder or mean something to a server is
// written in hexadecimal, so that different names stay different.
func segment(name string) string {
	if name == "" {
		return "_"
	}
	var b strings.Builder
	for i, r := range name {
		ok := r == '-' || r == '_' || r == '.' && i > 0 || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' ||
			r >= 'ぁ' && r <= 'ヿ' || r >= '一' && r <= '鿿'
		if ok {
			b.WriteRune(r)
			continue
		}
		b.WriteString("~" + hex.EncodeToString([]byte(string(r))))
	}
	return b.String()
}

// passive are the kinds of files in which a browser runs nothing that a stranger wrote.
var passive = map[string]bool{".pdf": true, ".docx": true, ".xlsx": true, ".txt": true, ".md": true, ".json": true, ".csv": true}

// sourcePage is where a source is offered. Files that a browser would run (HTML, XML) are published as plain text.
func sourcePage(r *corpus.Rule, v *corpus.Revision, name string) string {
	name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	file := segment(name)
	if !passive[strings.ToLower(path.Ext(name))] {
		file += ".txt"
	}
	return revisionDir(r, v) + "source/" + file
}

// relativeTo is the address, from the root of the site, of a file named on the page from.
func relativeTo(from, name string) string { return path.Join(path.Dir(from), name) }

// relative is the address of to (from the root of the site, perhaps with a fragment) as written on the page from.
func relative(from, to string) string {
	if to == "" || strings.HasPrefix(to, "#") {
		return to
	}
	a, b := strings.Split(path.Dir(from), "/"), strings.Split(to, "/")
	if a[0] == "." {
		a = nil
	}
	for len(a) > 0 && len(b) > 1 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	return strings.Repeat("../", len(a)) + strings.Join(b, "/")
}
