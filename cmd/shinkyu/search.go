package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/render/past"
	"shinkyu/render/term"
	"shinkyu/templates/locale"
)

// searchResult is what search prints as JSON.
type searchResult struct {
	Term string     `json:"term"`
	At   string     `json:"at"`
	Hits []past.Hit `json:"hits"`
}

func (a *app) searchCommand() *cobra.Command {
	var f viewFlags
	var at string
	var docs []string
	c := &cobra.Command{
		Use:   "search TERM [--at DATE]",
		Short: a.pick("施行中の文から語句を探す", "find words in the texts in force"),
		Long: a.pick(
			`指定した日（既定は今日）に施行されている文から語句を探し、条項ごとに前後の文とともに示します。
全角・半角、空白、数字の書き方は区別しません（第十二条 = 第12条）。見つからなければその旨を示し、終了コードは 0 です。`,
			`search finds words in the texts in force on a day (default: today) and shows them by clause with what stands around them.
Widths, blanks and the way numbers are written make no difference (第十二条 = 第12条). Finding nothing is no failure.`),
		Example: `  shinkyu search --sample 遠隔勤務
  shinkyu search 第12条 --at 2023-08-01 --corpus ./rules
  shinkyu search 部局等 --doc joho-kitei --format json`,
		Args: a.arguments(1, 1, "search TERM [--at DATE]"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if folded, _ := past.Fold(args[0]); len(folded) == 0 {
				return usage("empty-term", "探す語句が空です", "the term is empty", "shinkyu search TERM")
			}
			date := a.today()
			if at != "" {
				d, ok := readDate(at)
				if !ok {
					return usage("bad-date", fmt.Sprintf("--at: %q は日付ではありません", at), fmt.Sprintf("--at: %q is no date", at), "--at 2026-04-01")
				}
				date = d
			}
			out := searchResult{Term: args[0], At: date, Hits: []past.Hit{}}
			rules, err := a.search(cmd, &f.archive, docs, date, &out)
			if err != nil {
				return err
			}
			if err := a.view(&f, out, func(o term.Options) []byte { return term.Hits(out.Hits, o) }); err != nil {
				return err
			}
			a.say("note", a.pick(fmt.Sprintf("%s: %d 件（%d 文書のうち %d 文書）", date, len(out.Hits), rules, documentsOf(out.Hits)),
				locale.Counted("%s: %d clause in %d of %s|%s: %d clauses in %d of %s", date, len(out.Hits), documentsOf(out.Hits), locale.Counted("%d document|%d documents", rules))))
			return nil
		},
	}
	c.Flags().StringVar(&at, "at", "", a.pick("この日に施行されている文（既定は今日）", "the texts in force on this day (default: today)"))
	c.Flags().StringSliceVar(&docs, "doc", nil, a.pick("この文書だけ", "only in these documents"))
	a.viewFlags(c, &f)
	must(c.RegisterFlagCompletionFunc("doc", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return a.documentIDs(&f.archive), cobra.ShellCompDirectiveNoFileComp
	}))
	return c
}

// search collects the hits of all rules that were in force, or of those named.
func (a *app) search(cmd *cobra.Command, f *archiveFlags, docs []string, date string, out *searchResult) (int, error) {
	c, err := a.openArchive(f)
	if err != nil {
		return 0, err
	}
	rules := c.Archive.Rules
	if len(docs) > 0 {
		rules = nil
		for _, d := range docs {
			r, err := findRule(c, strings.TrimSpace(d))
			if err != nil {
				return 0, err
			}
			rules = append(rules, r)
		}
	}
	hits, there := make([][]past.Hit, len(rules)), make([]bool, len(rules))
	err = sideBySide(cmd.Context(), len(rules), func(ctx context.Context, i int) (err error) {
		hits[i], there[i], err = a.searchRule(ctx, c, rules[i], out.Term, date)
		return err
	})
	n := 0
	for i := range rules {
		if there[i] {
			n++
		}
		out.Hits = append(out.Hits, hits[i]...)
	}
	return n, err
}

// searchRule finds a term in a rule; there is false if it was not in force on the date. A rule whose revision is a whole text without the term is
// not followed from its beginning.
func (a *app) searchRule(ctx context.Context, c *store.Corpus, r *corpus.Rule, term, date string) (hits []past.Hit, there bool, err error) {
	cut, err := a.cut(r, until{at: date})
	var f *corpus.Failure
	if errors.As(err, &f) && f.Rule == "no-revision-yet" {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	last, err := readFrom(ctx, c, cut, cut.Revisions[len(cut.Revisions)-1])
	if err != nil {
		return nil, false, err
	}
	if last.Comparison == nil && !past.Holds(last.Document, term) {
		return nil, true, nil
	}
	p, err := a.followRule(ctx, c, cut)
	if err != nil {
		return nil, false, err
	}
	return p.Search(term), true, nil
}

func documentsOf(hits []past.Hit) int {
	seen := map[string]bool{}
	for _, h := range hits {
		seen[h.Document] = true
	}
	return len(seen)
}
