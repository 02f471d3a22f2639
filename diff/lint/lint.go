// Package lint checks rules as a drafter does before publication: marks and markers of a table, numbering, references, terms, dates, style.
//
// One rule is one file: what it finds, the drafting rule behind it, an example and a near miss, and the check itself. All findings of the
// product come from here: those about the table as printed (Audit) also stand beside every comparison, the others are what `shinkyu check`
// adds. Rules built into the comparison were rejected: a comparison would pay for checks that nobody asked for, and there would be
// two lists of ids. Precision goes before recall: where a table leaves text out, what it does not print may exist, and a rule is silent.
// What is wrong in the old text only cannot be mended by this table, so it is reported as a remark.
package lint

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// Input is what is checked: a comparison, or one text.
type Input struct {
	Result   *diff.Result
	Document *corpus.Document  // the text if Result is nil
	Unplaced []corpus.Unplaced // of the text, of two texts the new one's; a table has its own
	Base     *corpus.Document  // the text that a table amends, nil if it is not at hand
	Reading  []corpus.Diag     // what was strange when the input was read; Unit indexes the units of Side
}

// Place is a range of a unit's text.
type Place struct {
	Side corpus.Side
	Unit int
	Span corpus.Span
}

// Finding is one result. A Unit of -1 means the text as a whole.
type Finding struct {
	Rule     *Rule
	Severity corpus.Severity
	Place
	Related          []Place
	Same             []Place // other places of which the same is said (Check)
	Message, English string
	Hint, HintEN     string
}

// Report is what a check found. Units and Documents are those the places point into.
type Report struct {
	Units    [2][]*corpus.Clause // New only for one text
	Pair     bool                // there are two sides
	Findings []Finding           // those of reading the input, then those of the rules in reading order, the new side first
	Applied  int                 // rules that applied
	Total    int
}

// Count is how many findings have this severity.
func (r *Report) Count(s corpus.Severity) int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity == s {
			n++
		}
	}
	return n
}

// Check runs the rules that apply and that the configuration leaves on.
func Check(in Input, c *Config) *Report {
	if c == nil {
		c = &Config{}
	}
	s := newSubject(in, c)
	out := &Report{Total: len(rules), Pair: s.r != nil}
	for i, d := range s.sides {
		if d != nil {
			out.Units[i] = d.units
		}
	}
	out.Applied = s.runAll(c.wants)
	out.Findings = append(s.reading(in.Reading), together(s.sorted())...)
	return out
}

// together makes one finding of those that say the same of many places: the first, with the others as related places and their number in the message.
// A comparison keeps them apart (compare), for there each stands beside its clause.
func together(list []Finding) []Finding {
	type key struct {
		rule     *Rule
		severity corpus.Severity
		side     corpus.Side
		message  string
	}
	first := map[key]int{}
	more := map[int]int{}
	var out []Finding
	for _, f := range list {
		k := key{f.Rule, f.Severity, f.Side, f.Message}
		i, ok := first[k]
		if !ok || f.Unit < 0 {
			first[k] = len(out)
			out = append(out, f)
			continue
		}
		more[i]++
		out[i].Same = append(out[i].Same, f.Place)
	}
	for i, n := range more {
		out[i].Message += fmt.Sprintf("（ほか%dか所）", n)
		out[i].English += fmt.Sprintf(" (and in %s)", morePlaces(n))
	}
	return out
}

func morePlaces(n int) string {
	if n == 1 {
		return "1 more place"
	}
	return strconv.Itoa(n) + " more places"
}

// Compare compares and audits the table as printed: what every view of a comparison shows.
func Compare(c *corpus.Comparison) *diff.Result {
	return compare(c, &Config{}, func(r *Rule) bool { return r.Audit })
}

// Inspect compares and runs every check that applies and that the configuration leaves on: what a drafter wants to see, and no reader.
func Inspect(c *corpus.Comparison, config *Config) *diff.Result {
	if config == nil {
		config = &Config{}
	}
	return compare(c, config, config.wants)
}

// Review runs every check that applies to one text by itself and that the configuration leaves on, as Inspect does for a comparison: what a
// drafter wants to see beside the clauses. Places are units of the text; a Unit of -1 is the text as a whole.
func Review(in Input, config *Config) []corpus.Diag {
	if config == nil {
		config = &Config{}
	}
	s := newSubject(in, config)
	s.runAll(config.wants)
	var out []corpus.Diag
	for _, f := range append(s.reading(in.Reading), s.sorted()...) {
		out = append(out, f.diag([2][]*corpus.Clause{corpus.New: s.sides[corpus.New].units}))
	}
	return out
}

func compare(c *corpus.Comparison, config *Config, wanted func(*Rule) bool) *diff.Result {
	r := diff.Compare(c)
	s := newSubject(Input{Result: r}, config)
	s.runAll(wanted)
	for _, f := range s.sorted() {
		r.Findings = append(r.Findings, f.diag(r.Units))
	}
	return r
}

// Diag is a finding as the comparison carries it.
func (f *Finding) diag(units [2][]*corpus.Clause) corpus.Diag {
	d := corpus.Diag{Rule: f.Rule.ID, Severity: f.Severity, Unit: f.Unit, Message: f.Message, English: f.English, Hint: f.Hint, HintEN: f.HintEN}
	if f.Unit >= 0 {
		span := f.Span
		d.Side, d.Span, d.Page = f.Side.String(), &span, units[f.Side][f.Unit].Origin.Page
	}
	return d
}

// runAll runs the rules that are wanted and apply, and counts them.
func (s *subject) runAll(wanted func(*Rule) bool) (applied int) {
	for _, rule := range rules {
		if wanted(rule) && s.applies(rule) {
			s.run(rule)
			applied++
		}
	}
	return applied
}

func (s *subject) run(rule *Rule) {
	s.rule = rule
	if rule.check != nil {
		rule.check(s)
		return
	}
	for _, d := range s.sides {
		if d != nil {
			rule.text(s, d)
		}
	}
}

// sorted is the findings in reading order. What the old text has too is said once, at its place in the new one; what only the old
// text has is a remark.
func (s *subject) sorted() []Finding {
	type key struct{ rule, words string }
	seen := map[key]bool{}
	words := func(f *Finding) string {
		if f.Unit < 0 {
			return ""
		}
		return s.sides[f.Side].units[f.Unit].Text.Slice(f.Span.Start, f.Span.End).S
	}
	for i := range s.out {
		if f := &s.out[i]; f.Side == corpus.New {
			seen[key{f.Rule.ID, words(f)}] = true
		}
	}
	var out []Finding
	for _, f := range s.out {
		if f.Side == corpus.Old && f.Rule.text != nil {
			if seen[key{f.Rule.ID, words(&f)}] {
				continue
			}
			f.Severity = corpus.Info
		}
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Side, b.Side), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Rule.Number, b.Rule.Number))
	})
	return out
}
