package main

// From the sources of one rule to its past: what log, show, blame, search and diff DOC@DATE look into. The build goes the same
// way (trace), so that a terminal and the site tell one story.

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/diff/lint"
	"shinkyu/extract"
	"shinkyu/render/past"
)

// trace compares each state of a rule with the one before it and follows the clauses: a table by its own two sides, a whole
// text with the text that stood before it, which tables since the last whole text have amended. Where a table does not
// repeat the text it amends, its result gets the findings. compare is lint.Compare, or what finds more.
func trace(rule *corpus.Rule, contents []*extract.Content, compare func(*corpus.Comparison) *diff.Result) ([]past.State, *lineage.Tracer, error) {
	t := &lineage.Tracer{}
	states := make([]past.State, len(contents))
	for j, content := range contents {
		s := &states[j]
		s.Revision = rule.Revisions[j]
		switch {
		case content.Comparison != nil:
			s.Result = compare(content.Comparison)
			s.Document = &content.Comparison.Sides[corpus.New]
		case j > 0:
			before := contents[j-1]
			if before.Comparison != nil {
				before = &extract.Content{Source: before.Source, Document: t.Text()}
			}
			both, err := extract.Pair(content, before)
			if err != nil {
				return nil, nil, &about{rule.ID + "/" + s.Revision.File, err}
			}
			s.Result = compare(both)
			fallthrough
		default:
			s.Document = content.Document
		}
		known := len(t.Findings())
		t.Add(lineage.State{Result: s.Result, Document: s.Document})
		for _, f := range t.Findings()[known:] {
			s.Result.Findings = append(s.Result.Findings, f.Diag)
		}
	}
	return states, t, nil
}

// until says up to which revision a rule is followed.
type until struct {
	at    string // a date, or a revision by its id, label or basis; "" for all
	known string // only what was promulgated by this date, "" for all
}

// pastOf reads the sources of a rule up to a revision and follows it.
func (a *app) pastOf(ctx context.Context, c *store.Corpus, rule *corpus.Rule, to until) (*past.Past, error) {
	cut, err := a.cut(rule, to)
	if err != nil {
		return nil, err
	}
	return a.followRule(ctx, c, cut)
}

// followRule reads all revisions of a rule, which may be the first ones only, and follows it.
func (a *app) followRule(ctx context.Context, c *store.Corpus, cut *corpus.Rule) (*past.Past, error) {
	contents := make([]*extract.Content, len(cut.Revisions))
	err := sideBySide(ctx, len(contents), func(ctx context.Context, j int) (err error) {
		contents[j], err = readFrom(ctx, c, cut, cut.Revisions[j])
		return err
	})
	if err != nil {
		return nil, err
	}
	states, t, err := trace(cut, contents, lint.Compare)
	if err != nil {
		return nil, err
	}
	return past.New(cut, states, t, a.today()), nil
}

// readFrom reads the source of one revision.
func readFrom(ctx context.Context, c *store.Corpus, rule *corpus.Rule, rev *corpus.Revision) (*extract.Content, error) {
	data, err := c.Source(rule, rev)
	if err != nil {
		return nil, &about{rule.ID + "/" + rev.File, err}
	}
	return readRevision(ctx, rule, rev, data)
}

// cut is the rule with the revisions that count.
func (a *app) cut(rule *corpus.Rule, to until) (*corpus.Rule, error) {
	out := *rule
	out.Revisions = nil
	for _, rev := range rule.Revisions {
		if to.known != "" && cmp.Or(rev.Promulgated, rev.InForce) > to.known {
			continue
		}
		out.Revisions = append(out.Revisions, rev)
	}
	if len(out.Revisions) == 0 {
		return nil, noRevision(rule, to.known)
	}
	if to.at == "" {
		return &out, nil
	}
	n, err := revisionAt(&out, to.at)
	if err != nil {
		return nil, err
	}
	out.Revisions = out.Revisions[:n+1]
	return &out, nil
}

// revisionAt is the revision that an ID, a label or a basis names, or the last one in force on a date.
func revisionAt(rule *corpus.Rule, at string) (int, error) {
	var names []string
	for i, rev := range rule.Revisions {
		if rev.ID == at && rev.ID != rev.InForce {
			return i, nil
		}
		names = append(names, rev.ID)
	}
	if date, ok := readDate(at); ok {
		found := -1
		for i, rev := range rule.Revisions {
			if rev.InForce <= date {
				found = i
			}
		}
		if found < 0 {
			return 0, noRevision(rule, date)
		}
		return found, nil
	}
	for i, rev := range rule.Revisions {
		if rev.Label == at || rev.Basis == at || slices.Contains(rev.Formerly, at) {
			return i, nil
		}
	}
	hint := strings.Join(names, ", ")
	if near := nearest(at, names); near != "" {
		hint = near
	}
	return 0, &corpus.Failure{Rule: "no-such-revision",
		Japanese: fmt.Sprintf("%s に %s という版も日付もありません", rule.ID, at), English: fmt.Sprintf("%s has no revision %s, and it is no date", rule.ID, at),
		HintJA: "版: " + hint, HintEN: "revisions: " + hint}
}

func noRevision(rule *corpus.Rule, date string) error {
	first := rule.Revisions[0]
	return &corpus.Failure{Rule: "no-revision-yet",
		Japanese: fmt.Sprintf("%s は %s にはまだありません", rule.ID, date), English: fmt.Sprintf("%s did not exist on %s", rule.ID, date),
		HintJA: "最初の版は " + first.InForce + " 施行です", HintEN: "its first revision is in force from " + first.InForce}
}

// eras are the first years of the eras that a date may be written in.
var eras = map[string]int{"明治": 1868, "大正": 1912, "昭和": 1926, "平成": 1989, "令和": 2019}

// readDate reads 2026-04-01, 2026/4/1, 20260401, 2026年4月1日 and 令和8年4月1日.
func readDate(s string) (string, bool) {
	for _, layout := range []string{time.DateOnly, "2006/1/2", "2006.1.2", "20060102", "2006年1月2日", "2006-1-2"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	for era, first := range eras {
		rest, ok := strings.CutPrefix(s, era)
		if !ok {
			continue
		}
		year, day, ok := strings.Cut(rest, "年")
		if year == "元" {
			year = "1"
		}
		n, err := strconv.Atoi(year)
		if !ok || err != nil || n < 1 {
			return "", false
		}
		t, err := time.Parse("2006年1月2日", fmt.Sprintf("%d年%s", first+n-1, day))
		return t.Format(time.DateOnly), err == nil
	}
	return "", false
}

// today is the day by which a revision is a future one. SOURCE_DATE_EPOCH sets it, for output that can be repeated.
func (a *app) today() string {
	if n, err := strconv.ParseInt(a.getenv("SOURCE_DATE_EPOCH"), 10, 64); err == nil {
		return time.Unix(n, 0).UTC().Format(time.DateOnly)
	}
	return time.Now().Format(time.DateOnly)
}
