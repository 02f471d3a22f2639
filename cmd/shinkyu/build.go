package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
)

func (a *app) buildCommand() *cobra.Command {
	var out string
	var useSample bool
	c := &cobra.Command{
		Use:   "build CORPUS -o OUT",
		Short: a.pick("コーパスから静的サイトを作る", "build the static site of a corpus"),
		Long: a.pick(
			`コーパスのフォルダー（corpus.toml、規程ごとの rule.toml と原文）を読み、静的サイトを OUT に作ります。
サイトは隣の一時フォルダーに書き、出来上がってから一度に入れ替えます。途中で止めても前のサイトはそのまま残ります。
OUT は、ないか、空か、前に shinkyu が作ったフォルダーでなければなりません。`,
			`build reads a corpus folder (corpus.toml, one rule.toml a rule with its sources) and publishes a static site.
The site is written to a temporary folder beside OUT and put into place in one step, so that a build that stops
half way leaves the site before it whole. OUT must be absent, empty, or a folder that shinkyu made.`),
		Example: `  shinkyu build ./rules -o ./public
  shinkyu build --sample -o /tmp/sample-site`,
		Args: a.corpusArguments("build CORPUS -o OUT", &useSample),
		RunE: func(cmd *cobra.Command, args []string) error {
			if out == "" {
				return usage("missing-output", "出力先がありません", "the output folder is missing", "shinkyu build CORPUS -o OUT")
			}
			target, err := publishTarget(out)
			if err != nil {
				return err
			}
			c, err := a.openCorpus(args, useSample)
			if err != nil {
				return err
			}
			ctx, stop := untilSignal(cmd)
			defer stop()
			step, finish := a.progress(c)
			files, err := pages(ctx, c, step)
			finish()
			if err != nil {
				return err
			}
			if len(files) == 0 {
				return &corpus.Failure{Rule: "nothing-built", Japanese: "作るページがありません", English: "there is nothing to build",
					HintJA: "corpus.toml のあるフォルダーに規程を加えてください", HintEN: "add a rule to the folder of corpus.toml"}
			}
			if err := publish(ctx, target, files); err != nil {
				return &about{out, err}
			}
			_, err = fmt.Fprintln(a.out, a.pick(fmt.Sprintf("%s: %d ファイル", out, len(files)), fmt.Sprintf("%s: %d files", out, len(files))))
			return quiet(err)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", a.pick("サイトを作るフォルダー", "folder of the site"))
	c.Flags().BoolVar(&useSample, "sample", false, a.pick("同梱の見本コーパスを使う", "use the sample corpus that comes with the program"))
	return c
}
