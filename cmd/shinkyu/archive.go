package main

// Which corpus and which rule a command is about.

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"shinkyu/corpus"
	"shinkyu/corpus/sample"
	"shinkyu/corpus/store"
)

// archiveFlags choose the corpus.
type archiveFlags struct {
	dir    string
	sample bool
}

func (a *app) archiveFlags(flags *pflag.FlagSet, f *archiveFlags) {
	flags.StringVar(&f.dir, "corpus", "", a.pick("コーパスのフォルダー（既定は corpus.toml のある、今のフォルダーかその上）", "corpus folder (default: the folder of corpus.toml, here or above)"))
	flags.BoolVar(&f.sample, "sample", false, a.pick("同梱の見本コーパスを使う", "use the sample corpus that comes with the program"))
}

// openArchive loads the corpus that the flags name, else the one that the working directory is in.
func (a *app) openArchive(f *archiveFlags) (*store.Corpus, error) {
	if f.sample {
		return store.Load(sample.FS)
	}
	dir, err := f.folder()
	if err != nil {
		return nil, err
	}
	return a.openCorpus([]string{dir}, false)
}

func (f *archiveFlags) folder() (string, error) {
	if f.dir != "" {
		return f.dir, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, store.CorpusFile)); err == nil {
			return dir, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", &about{dir, fileFailure(err)}
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", &corpus.Failure{Rule: "no-corpus",
				Japanese: "ここにも上のフォルダーにも " + store.CorpusFile + " がありません", English: "no " + store.CorpusFile + " here or in a folder above",
				HintJA: "--corpus DIR でコーパスを指定するか、--sample で見本を使ってください", HintEN: "name a corpus with --corpus DIR, or use the sample with --sample"}
		}
		dir = up
	}
}

// findRule finds a rule by its id, or by its whole title.
func findRule(c *store.Corpus, name string) (*corpus.Rule, error) {
	var ids []string
	for _, r := range c.Archive.Rules {
		if r.ID == name || r.Title == name {
			return r, nil
		}
		ids = append(ids, r.ID)
	}
	f := &corpus.Failure{Rule: "no-such-document",
		Japanese: fmt.Sprintf("%q という文書はありません", name), English: fmt.Sprintf("there is no document %q", name)}
	const shown = 8
	list := strings.Join(ids[:min(len(ids), shown)], ", ")
	if len(ids) > shown {
		list += ", …"
	}
	f.HintJA, f.HintEN = "文書: "+list, "documents: "+list
	if near := nearest(name, ids); near != "" {
		f.HintJA, f.HintEN = near+" の誤りではありませんか", "did you mean "+near+"?"
	}
	return nil, f
}

// documents completes the ids of the corpus in a shell, at the first argument.
func (a *app) documents(f *archiveFlags) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, toComplete string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return a.documentIDs(f), cobra.ShellCompDirectiveNoFileComp
	}
}

func (a *app) documentIDs(f *archiveFlags) []cobra.Completion {
	c, err := a.openArchive(f)
	if err != nil {
		return nil
	}
	var out []cobra.Completion
	for _, r := range c.Archive.Rules {
		out = append(out, cobra.CompletionWithDesc(r.ID, r.Title))
	}
	return out
}

// viewFlags are what the commands that look into a corpus share.
type viewFlags struct {
	archive archiveFlags
	format  string
	screen  screenFlags
	output  string
}

var viewFormats = []string{"term", "json"}

func (a *app) viewFlags(cmd *cobra.Command, f *viewFlags) {
	a.archiveFlags(cmd.Flags(), &f.archive)
	cmd.Flags().StringVar(&f.format, "format", "term", a.pick("出力の形式: term, json", "output: term, json"))
	a.jsonFlag(cmd.Flags(), func() { f.format = "json" })
	cmd.Flags().StringVarP(&f.output, "output", "o", "", a.pick("標準出力でなくファイルに書く", "write to this file instead of standard output"))
	a.screenFlags(cmd.Flags(), &f.screen)
	must(cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(viewFormats, cobra.ShellCompDirectiveNoFileComp)))
}

// jsonFlag is --json, short for --format json.
func (a *app) jsonFlag(flags *pflag.FlagSet, set func()) {
	flags.BoolFunc("json", a.pick("--format json と同じ", "same as --format json"), func(string) error { set(); return nil })
}

// must is for what can only fail by a mistake in the program.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
