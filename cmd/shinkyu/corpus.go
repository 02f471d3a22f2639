package main

// The way from a corpus folder to pages: load, read every source, compare each state with the one before,
// follow the clauses, render. Reading is the slow part and its jobs are independent, so it runs on all processors;
// everything lands in its own slot, and what is published never depends on which job ended first.

import (
	"context"
	"errors"
	"fmt"
	"runtime"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"shinkyu/corpus"
	"shinkyu/corpus/sample"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
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

// pages goes the whole way. step is called once for each source read.
func pages(ctx context.Context, c *store.Corpus, step func()) (site.Files, error) {
	in, err := read(ctx, c, step)
	if err != nil {
		return nil, err
	}
	return site.Build(in)
}

// read extracts all sources and compares the states of every rule. All failures are reported, in the order of the corpus.
func read(ctx context.Context, c *store.Corpus, step func()) (site.Input, error) {
	in := site.Input{Archive: c.Archive, Rules: make([]site.Rule, len(c.Archive.Rules))}
	contents := make([][]*extract.Content, len(c.Archive.Rules))
	failures := make([][]error, len(c.Archive.Rules))
	work, running := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, rule := range c.Archive.Rules {
		in.Rules[i] = site.Rule{Rule: rule, States: make([]site.State, len(rule.Revisions))}
		contents[i] = make([]*extract.Content, len(rule.Revisions))
		failures[i] = make([]error, len(rule.Revisions))
		for j, rev := range rule.Revisions {
			work.Go(func() error {
				data, content, err := readRevision(running, c, rule, rev)
				if errors.Is(err, context.Canceled) {
					return err
				}
				in.Rules[i].States[j] = site.State{Revision: rev, SourceName: rev.File, Source: data}
				contents[i][j], failures[i][j] = content, err
				step()
				return nil
			})
		}
	}
	if err := work.Wait(); err != nil {
		return site.Input{}, err
	}
	var all []error
	for _, rule := range failures {
		for _, err := range rule {
			if err != nil {
				all = append(all, err)
			}
		}
	}
	if len(all) > 0 {
		return site.Input{}, errors.Join(all...)
	}
	for i := range in.Rules {
		if err := ctx.Err(); err != nil {
			return site.Input{}, err
		}
		if err := history(&in.Rules[i], contents[i]); err != nil {
			return site.Input{}, err
		}
	}
	return in, nil
}

// readRevision reads one source and holds it against what the manifest says it is.
func readRevision(ctx context.Context, c *store.Corpus, rule *corpus.Rule, rev *corpus.Revision) ([]byte, *extract.Content, error) {
	name := rule.ID + "/" + rev.File
	data, err := c.Source(rule, rev)
	if err != nil {
		return nil, nil, &about{name, err}
	}
	content, err := extract.Extract(ctx, extract.Source{Name: rev.File, Data: data, Format: extract.Format(rev.Format)})
	if err != nil {
		return nil, nil, &about{name, err}
	}
	found := "text"
	if content.Comparison != nil {
		found = "table"
	}
	if rev.Content != "" && rev.Content != found {
		return nil, nil, &about{name, &corpus.Failure{Rule: "content-differs",
			Japanese: fmt.Sprintf("rule.toml は content = %q としていますが、%q と読めます", rev.Content, found),
			English:  fmt.Sprintf("rule.toml says content = %q, but it reads as %q", rev.Content, found),
			HintJA:   fmt.Sprintf("content = %q と書くか、file を確かめてください", found),
			HintEN:   fmt.Sprintf("write content = %q, or check the file", found)}}
	}
	return data, content, nil
}

// history compares each state of a rule with the one before it: a table by its own two sides, a whole text with the whole text before.
func history(rule *site.Rule, contents []*extract.Content) error {
	var before *extract.Content
	states := make([]lineage.State, len(contents))
	for j, content := range contents {
		s := &rule.States[j]
		if content.Comparison != nil {
			s.Result = diff.Compare(content.Comparison)
			s.Document = &content.Comparison.Sides[corpus.New]
		} else {
			if before != nil {
				both, err := extract.Pair(content, before)
				if err != nil {
					return &about{rule.Rule.ID + "/" + s.SourceName, err}
				}
				s.Result = diff.Compare(both)
			}
			s.Document, before = content.Document, content
		}
		states[j] = lineage.State{Result: s.Result, Document: s.Document}
	}
	rule.Lives = lineage.Trace(states)
	return nil
}
