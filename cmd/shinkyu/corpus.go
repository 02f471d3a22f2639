package main

// The way from a corpus folder to pages: load; for each rule read every source, compare each state with the one before,
// follow the clauses, render.

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"shinkyu/corpus"
	"shinkyu/corpus/sample"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/diff/lint"
	"shinkyu/extract"
	"shinkyu/site"
)

// openCorpus loads the folder named on the command line, or the sample that comes with the program.
// A folder without corpus.toml is no corpus: what else it lacks is not worth a line.
func (a *app) openCorpus(args []string, useSample bool) (*store.Corpus, error) {
	if useSample {
		return store.Load(sample.FS)
	}
	c, err := store.LoadDir(args[0])
	var problems store.Problems
	if errors.As(err, &problems) && len(problems) > 0 && problems[0].Rule == "corpus-manifest-missing" {
		return nil, &about{args[0], problems[0]}
	}
	if err == nil {
		for _, q := range c.Questions {
			a.say("warning", a.pick(q.Japanese+"。"+q.HintJA, q.English+"; "+q.HintEN))
		}
	}
	return c, err
}

// corpusArguments wants a folder, or --sample and none.
func (a *app) corpusArguments(form string, useSample *bool) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if *useSample {
			return a.arguments(0, 0, cmd.Name()+" --sample")(cmd, args)
		}
		return a.arguments(1, 1, form, cmd.Name()+" --sample")(cmd, args)
	}
}

// workshop makes the documents of a corpus, each on its own: reading is the slow part and the jobs are independent, so they
// run on all processors, and what is published never depends on which ended first.
type workshop struct {
	*store.Corpus
	site    *site.Site
	step    func() // called once for each source
	compare func(*corpus.Comparison) *diff.Result
	review  func(*extract.Content) []corpus.Diag // checks the whole text before which nothing came; nil for what is published
	missing map[string][]*unread                 // by rule: revisions that were left out
	prints  *prints                              // nil: no pictures of sources
	reads   *reads                               // what was read before, nil to read all
}

// newWorkshop makes one; the error is a frame of the site that cannot be used, such as a template that does not parse.
func newWorkshop(c *store.Corpus, step func()) (*workshop, error) {
	frame, err := site.New(c.Archive)
	if err != nil {
		return nil, err
	}
	if err := pending(c.Archive); err != nil {
		return nil, err
	}
	return &workshop{Corpus: c, site: frame, step: step, compare: lint.Compare}, nil
}

// each does a job for every rule, as many at a time as there are processors. All that went wrong is returned, in the order of the corpus.
func (w *workshop) each(ctx context.Context, job func(ctx context.Context, i int, rule *corpus.Rule) error) error {
	rules := w.Archive.Rules
	return sideBySide(ctx, len(rules), func(ctx context.Context, i int) error { return job(ctx, i, rules[i]) })
}

// sideBySide does a job for each number below n, as many at a time as there are processors. All that went wrong is returned, in order; if it was
// cancelled, that alone.
func sideBySide(ctx context.Context, n int, job func(ctx context.Context, i int) error) error {
	failures := make([]error, n)
	work, running := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		work.Go(func() error {
			err := job(running, i)
			if errors.Is(err, context.Canceled) {
				return err
			}
			failures[i] = err
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return err
	}
	return errors.Join(failures...)
}

// document reads the sources of a rule, which are in their revisions' places, follows its clauses and renders its pages.
func (w *workshop) document(ctx context.Context, rule *corpus.Rule, sources [][]byte) (site.Files, site.Summary, error) {
	in := site.Rule{Rule: rule, States: make([]site.State, len(rule.Revisions))}
	contents := make([]*extract.Content, len(rule.Revisions))
	err := sideBySide(ctx, len(rule.Revisions), func(ctx context.Context, k int) (err error) {
		rev := rule.Revisions[k]
		in.States[k] = site.State{Revision: rev, SourceName: rev.File, Source: sources[k]}
		if contents[k], err = w.reads.revision(ctx, rule, rev, sources[k]); !errors.Is(err, context.Canceled) {
			w.step()
		}
		return err
	})
	if err != nil {
		return nil, site.Summary{}, err
	}
	tellMissing(rule, contents, w.missing[rule.ID])
	if err := history(&in, contents, w.compare); err != nil {
		return nil, site.Summary{}, err
	}
	if w.review != nil && len(in.States) > 0 && in.States[0].Result == nil && contents[0] != nil {
		in.States[0].Findings = w.review(contents[0])
	}
	if err := w.prints.picture(ctx, rule, in.States, contents); err != nil {
		return nil, site.Summary{}, err
	}
	return w.site.Document(in)
}

// source reads a source; what is wrong is said of the file.
func (w *workshop) source(rule *corpus.Rule, rev *corpus.Revision) ([]byte, error) {
	data, err := w.Source(rule, rev)
	if err != nil {
		return nil, &about{rule.ID + "/" + rev.File, err}
	}
	return data, nil
}

// readRevision reads one source and holds it against what the manifest says it is.
func readRevision(ctx context.Context, rule *corpus.Rule, rev *corpus.Revision, data []byte) (*extract.Content, error) {
	return (*reads)(nil).revision(ctx, rule, rev, data)
}

// revision is readRevision, from memory where the file was read before.
func (r *reads) revision(ctx context.Context, rule *corpus.Rule, rev *corpus.Revision, data []byte) (*extract.Content, error) {
	name := rule.ID + "/" + rev.File
	content, err := r.extract(ctx, extract.Source{Name: rev.File, Data: data, Format: extract.Format(rev.Format), Password: os.Getenv(passwordVariable)})
	if errors.Is(err, context.Canceled) {
		return nil, err
	}
	if err != nil {
		return nil, &unread{rule, rev, &about{name, err}}
	}
	found := "text"
	if content.Comparison != nil {
		found = "table"
	}
	if rev.Content != "" && rev.Content != found {
		return nil, &about{name, &corpus.Failure{Rule: "content-differs",
			Japanese: fmt.Sprintf("rule.toml は content = %q としていますが、%q と読めます", rev.Content, found),
			English:  fmt.Sprintf("rule.toml says content = %q, but it reads as %q", rev.Content, found),
			HintJA:   fmt.Sprintf("content = %q と書くか、file を確かめてください", found),
			HintEN:   fmt.Sprintf("write content = %q, or check the file", found)}}
	}
	return content, nil
}

// history follows a rule through its states.
func history(rule *site.Rule, contents []*extract.Content, compare func(*corpus.Comparison) *diff.Result) error {
	states, t, err := trace(rule.Rule, contents, compare)
	if err != nil {
		return err
	}
	for j := range states {
		rule.States[j].Result, rule.States[j].Document = states[j].Result, states[j].Document
	}
	rule.Lives = t.Lives()
	return nil
}
