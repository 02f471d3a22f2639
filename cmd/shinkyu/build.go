package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"shinkyu/templates/locale"
)

func (a *app) buildCommand() *cobra.Command {
	var out, cacheDir string
	var useSample, strict bool
	c := &cobra.Command{
		Use:   "build CORPUS -o OUT",
		Short: a.pick("コーパスから静的サイトを作る", "build the static site of a corpus"),
		Long: a.pick(
			`コーパスのフォルダー（corpus.toml、規程ごとの rule.toml と原文）を読み、静的サイトを OUT に作ります。
サイトは隣の一時フォルダーに書き、出来上がってから一度に入れ替えます。途中で止めても前のサイトはそのまま残ります。
OUT は、ないか、空か、前に shinkyu が作ったフォルダーでなければなりません。
前と変わらない文書のページはキャッシュから取ります。キャッシュはいつ消しても構いません。
読めない原文（破損、パスワード、読み取りの異常終了など）があっても、その版を除いて公開し、版の抜けを所見として示して、
終了コード 3 で終わります。--strict を付けると、そのときは何も公開せず 2 で終わります。`,
			`build reads a corpus folder (corpus.toml, one rule.toml a rule with its sources) and publishes a static site.
The site is written to a temporary folder beside OUT and put into place in one step, so that a build that stops
half way leaves the site before it whole. OUT must be absent, empty, or a folder that shinkyu made.
The pages of documents that did not change are taken from a cache, which may be deleted at any time.
A source that cannot be read (damaged, protected, ends its reader) does not stop the build: its revision is left out, the
document says so in a finding, and the exit code is 3. With --strict nothing is published then, and the code is 2.`),
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
			var missing []*unread
			archive := c.Archive
			k, err := store.whole(func() (k *kept, err error) {
				if strict {
					k, err = keepAll(ctx, c, step, store.Cache)
				} else {
					k, archive, missing, err = keepReadable(ctx, c, step, store.Cache)
				}
				finish()
				step = func() {} // they were counted
				return k, err
			}, func(k *kept) error {
				if err := publish(ctx, target, store.spares, k.shared, k.entries...); err != nil {
					return &about{out, err}
				}
				return nil
			})
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.out, a.pick(
				fmt.Sprintf("%s: %d ファイル（%d 文書のうち %d 文書を作成）", out, k.files(), len(archive.Rules), k.made),
				fmt.Sprintf("%s: %s (%d of %s made)", out, locale.Counted("%d file|%d files", k.files()), k.made, locale.Counted("%d document|%d documents", len(archive.Rules)))))
			for _, u := range missing {
				a.complain(u)
			}
			if len(missing) > 0 && err == nil {
				a.say("warning", a.pick(fmt.Sprintf("%d件の原文を読めないまま公開しました（--strict なら公開しません）", len(missing)),
					locale.Counted("published without %d source that cannot be read (--strict would not publish)|published without %d sources that cannot be read (--strict would not publish)", len(missing))))
				return errPartly
			}
			return quiet(err)
		},
	}
	c.Flags().BoolVar(&strict, "strict", false, a.pick("読めない原文が一つでもあれば公開しない", "do not publish if any source cannot be read"))
	c.Flags().StringVarP(&out, "output", "o", "", a.pick("サイトを作るフォルダー", "folder of the site"))
	c.Flags().StringVar(&cacheDir, "cache", "", a.pick("キャッシュのフォルダー。コーパスごとに分ける。none はキャッシュなし（既定は利用者のキャッシュフォルダーの中）",
		"folder of the cache, one for each corpus; none for no cache (default: within the user's cache folder)"))
	c.Flags().BoolVar(&useSample, "sample", false, a.pick("同梱の見本コーパスを使う", "use the sample corpus that comes with the program"))
	return c
}
