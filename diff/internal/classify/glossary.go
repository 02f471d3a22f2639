package classify

// The definitions of one text, for those who look at one side alone.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
)

// Entry is one term as a text defines it. Spans count code points of the unit's text.
type Entry struct {
	Term    string
	Unit    int
	Span    corpus.Span // the term
	Extent  corpus.Span // the words that define it
	Means   string      // what it stands for, without blanks
	Body    corpus.Span // of Means
	Name    bool        // Means is the name of a document or an organisation
	Naming  bool        // 以下「X」という: X is an abbreviation, and means nothing before
	Limited bool        // この条において, 第三項において: holds there only
}

var limitedRE = lazy.MustCompile(`(この|同|次|前|本|当該)(編|章|節|款|条|項|号|表)|第[〇一二三四五六七八九十百0-9０-９]+(章|節|条|項|号)[^「」。]{0,20}において`)

// Glossary lists the definitions of a text in reading order.
func Glossary(units []*corpus.Clause) []Entry {
	var out []Entry
	for u, c := range units {
		for _, d := range definitions(u, c) {
			how := c.Text.Slice(d.extent.Start, d.extent.End).S
			e := Entry{Term: d.term, Unit: u, Span: d.span, Extent: d.extent, Means: d.means, Body: d.body, Name: d.name}
			e.Naming = strings.Contains(how, "以下") && strings.Contains(how, "「"+d.term)
			e.Limited = limitedRE.MatchString(how)
			out = append(out, e)
		}
	}
	return out
}
