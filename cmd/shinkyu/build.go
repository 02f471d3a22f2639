package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) buildCommand() *cobra.Command {
	var out, cacheDir string
	var useSample bool
	c := &cobra.Command{
		Use:   "build CORPUS -o OUT",
		Short: a.pick("コーパスから静的サイトを作る", "build the static site of a corpus"),
		Long: a.pick(
			`コーパスのフォルダー（corpus.toml、規程ごとの rule.toml と原文）を読み、静的サイトを OUT に作ります。
サイトは隣の一時フォルダーに書き、出来上がってから一度に入れ替えます。途中で止めても前のサイトはそのまま残ります。
OUT は、ないか、空か、前に shinkyu が作ったフォルダーでなければなりません。
前と変わらない文書のページはキャッシュから取ります。キャッシュはいつ消しても構いません。`,
			`build reads a corpus folder (corpus.toml, one rule.toml a rule with its sources) and publishes a static site.
The site is written to a temporary folder beside OUT and put into place in one step, so that a build that stops
half way leaves the site before it whole. OUT must be absent, empty, or a folder that shinkyu made.
The pages of documents that did not change are taken from a cache, which may be deleted at any time.`),
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
			store, err := openCache(cacheDir, corpusPath(args), target)
			if err != nil {
				return &about{cacheDir, err}
			}
			defer store.done()
			step, finish := a.progress(c)
			w, err := newWorkshop(c, step)
			if err != nil {
				finish()
				return err
			}
			k, err := w.keep(ctx, store.Cache)
			finish()
			if err != nil {
				return err
			}
			if err := publish(ctx, target, store.spares, k.shared, k.entries...); err != nil {
				return &about{out, err}
			}
			_, err = fmt.Fprintln(a.out, a.pick(
				fmt.Sprintf("%s: %d ファイル（%d 文書のうち %d 文書を作成）", out, k.files(), len(c.Archive.Rules), k.made),
				fmt.Sprintf("%s: %d files (%d of %d documents made)", out, k.files(), k.made, len(c.Archive.Rules))))
			return quiet(err)
		},
	}
	c.Flags().StringVarP(&out, "output", "o", "", a.pick("サイトを作るフォルダー", "folder of the site"))
	c.Flags().StringVar(&cacheDir, "cache", "", a.pick("キャッシュのフォルダー。コーパスごとに分ける。none はキャッシュなし（既定は利用者のキャッシュフォルダーの中）",
		"folder of the cache, one for each corpus; none for no cache (default: within the user's cache folder)"))
	c.Flags().BoolVar(&useSample, "sample", false, a.pick("同梱の見本コーパスを使う", "use the sample corpus that comes with the program"))
	return c
}
