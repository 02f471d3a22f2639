package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/diff/lint"
	"shinkyu/extract"
	"shinkyu/render/report"
)

// checkOutputs are the values of check --format, the default first.
var checkOutputs = []string{"term", "text", "json", "sarif", "github"}

// errFindings ends a check that found errors.
var errFindings = errors.New("there are findings at error level")

type checkFlags struct {
	formats []string
	input   string
	base    string
	config  string
	disable []string
	rules   bool
	output  string
	screen  screenFlags
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check FILE | check OLD NEW | check CORPUS",
		Short: a.pick("公布・公表の前に、表や規程の誤りを調べる", "check a table or a rule for drafting mistakes"),
		Long: a.pick(
			`新旧対照表、規程の全文、改正前後の全文二つ、又はコーパスのフォルダーを調べ、傍線・番号・引用・用語・日付などの誤りを
場所と直し方とともに示します。コーパスでは全ての版を調べ、対照表の旧の欄を、その時に現行の文（前の全文にその後の対照表を当てたもの）と比べます。
読み取れなかった頁など、読取りの際の所見も示します。
--base は対照表の旧の欄を現行の全文と比べます。--rules は検査の一覧です（docs/CHECKS.md）。

設定は .shinkyu.toml（作業中のフォルダー、コーパスではそのフォルダーも見る）又は --config のファイルに書きます:
  disable = ["spelling"]          # 行わない検査（読取りの所見 page-unread なども）
  [severity]
  long-form = "info"              # error, warning, info
  [terms]
  known = ["NISC"]                # 定義を要しない語
  [prefer]
  "ユーザ" = "利用者"             # 避ける語と用いる語

終了コード: 0 error なし、1 error がある、2 実行できなかった。`,
			`check reads a comparison table, a whole text, two whole texts (older first) or a corpus folder, and reports
mistakes of marks, numbering, references, terms and dates, each with its place and a hint. Of a corpus every revision
is checked; a table's old column is held against the text then in force: the last whole text with the tables since
applied. What was strange when the file was read (pages without text, words in no clause) is reported too.
--base holds the old column against the text in force. --rules lists the checks (docs/CHECKS.md).

Configuration stands in .shinkyu.toml (in the working folder, for a corpus also in its folder) or in the file of --config:
  disable = ["spelling"]          # checks that are off (findings of reading too: page-unread)
  [severity]
  long-form = "info"              # error, warning, info
  [terms]
  known = ["NISC"]                # words that need no definition
  [prefer]
  "ユーザ" = "利用者"             # spelling to avoid = spelling to use

Exit codes: 0 no errors found, 1 there are findings at error level, 2 the job could not be done.`),
		Example: `  shinkyu check table.pdf
  shinkyu check table.pdf --base current.xml
  shinkyu check old.md new.md
  shinkyu check my-corpus --format github
  shinkyu check rule.md --format sarif -o findings.sarif`,
		Args: func(cmd *cobra.Command, args []string) error {
			if f.rules {
				return a.arguments(0, 0, "check --rules")(cmd, args)
			}
			return a.arguments(1, 2, "check FILE", "check OLD NEW", "check CORPUS")(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error { return a.check(cmd, args, &f) },
	}
	flags := c.Flags()
	flags.StringSliceVar(&f.formats, "format", nil, a.pick("出力の形式: term, text, json, sarif, github", "output: term, text, json, sarif, github"))
	a.jsonFlag(flags, func() { f.formats = append(f.formats, "json") })
	flags.StringVar(&f.input, "input-format", "", a.pick("入力の形式（既定は内容から）", "input format (default: from the content)"))
	flags.StringVar(&f.base, "base", "", a.pick("対照表が改正する現行の全文", "the text in force that the table amends"))
	flags.StringVar(&f.config, "config", "", a.pick("設定のファイル（既定は .shinkyu.toml）", "configuration (default: .shinkyu.toml)"))
	flags.StringSliceVar(&f.disable, "disable", nil, a.pick("行わない検査、示さない読取りの所見", "checks and findings of reading to leave out"))
	flags.BoolVar(&f.rules, "rules", false, a.pick("検査の一覧を示す", "list the checks"))
	flags.BoolVar(&f.rules, "list", false, a.pick("--rules と同じ", "the same as --rules"))
	flags.StringVarP(&f.output, "output", "o", "", a.pick("標準出力でなくファイルに書く", "write to this file instead of standard output"))
	a.screenFlags(flags, &f.screen)
	return c
}

func (a *app) check(cmd *cobra.Command, args []string, f *checkFlags) error {
	s, err := a.screen(&f.screen, f.output != "")
	if err != nil {
		return err
	}
	opt := report.Options{Japanese: a.japanese, Color: s.color}
	if f.rules {
		return a.put(f.output, report.Rules(opt))
	}
	output, in, err := formats(f.formats, f.input, checkOutputs)
	if err != nil {
		return err
	}
	info, statErr := os.Stat(args[0])
	folder := statErr == nil && info.IsDir()
	config, err := checkConfig(f, folder, args[0])
	if err != nil {
		return err
	}
	var found []report.Subject
	if folder && len(args) == 1 {
		found, err = a.checkCorpus(cmd, args, f, config)
	} else {
		found, err = a.checkFiles(cmd, args, in, f, config)
	}
	if err != nil {
		return err
	}
	if err := a.showCheck(found, output, opt, s, f); err != nil {
		return err
	}
	if report.Count(found, corpus.Error) > 0 {
		return errFindings
	}
	return nil
}

func (a *app) showCheck(found []report.Subject, output string, opt report.Options, s screen, f *checkFlags) error {
	var data []byte
	var err error
	switch output {
	case "json":
		data, err = report.JSON(found)
	case "sarif":
		data, err = report.SARIF(found, version(), a.japanese)
	case "github":
		data = report.GitHub(found, opt)
	case "text":
		data = report.Text(found, opt)
	default:
		data = report.Term(found, opt)
		if f.output == "" {
			return a.page(data, s)
		}
	}
	if err != nil {
		return err
	}
	return a.put(f.output, data)
}

// checkFiles checks one file, or two whole texts as one comparison.
func (a *app) checkFiles(cmd *cobra.Command, args []string, format extract.Format, f *checkFlags, config *lint.Config) ([]report.Subject, error) {
	last := args[len(args)-1]
	content, err := a.read(cmd, last, format)
	if err != nil {
		return nil, err
	}
	in := lint.Input{Document: content.Document, Unplaced: content.Unplaced, Reading: readingOf(content)}
	switch {
	case len(args) == 2:
		before, err := a.read(cmd, args[0], format)
		if err != nil {
			return nil, err
		}
		both, err := extract.Pair(content, before)
		if err != nil {
			return nil, err
		}
		in.Result = diff.Compare(both)
	case content.Comparison != nil:
		in.Result = diff.Compare(content.Comparison)
	}
	if f.base != "" {
		if in.Result == nil || !in.Result.Comparison.Printed() {
			return nil, usage("base-without-table", "--base は対照表とともに使います", "--base needs a comparison table", "shinkyu check TABLE --base "+f.base)
		}
		base, err := a.read(cmd, f.base, extract.Auto)
		if err != nil {
			return nil, err
		}
		if base.Document == nil {
			return nil, &about{f.base, &corpus.Failure{Rule: "not-a-text", Japanese: "対照表です。--base には現行の全文を指定します", English: "this is a table; --base wants the whole text in force",
				HintJA: "現行の全文を XML、Markdown 又はテキストで用意してください", HintEN: "give the text in force as XML, Markdown or plain text"}}
		}
		in.Base = base.Document
	}
	return []report.Subject{{Name: last, Report: *lint.Check(in, config)}}, nil
}

// readingOf is what was strange when a file was read.
func readingOf(c *extract.Content) []corpus.Diag {
	if c.Comparison != nil {
		return c.Comparison.Diags
	}
	return c.Diags
}

// checkCorpus checks every revision: a table by itself and against the whole text before it, a whole text against the one before.
func (a *app) checkCorpus(cmd *cobra.Command, args []string, f *checkFlags, config *lint.Config) ([]report.Subject, error) {
	if f.base != "" {
		return nil, usage("base-with-corpus", "--base はコーパスとともには使えません（前の版と比べます）", "--base is for one table; a corpus has its revisions", "shinkyu check "+args[0])
	}
	c, err := a.openCorpus(args, false)
	if err != nil {
		return nil, err
	}
	var found []report.Subject
	var failed []error
	for _, rule := range c.Archive.Rules {
		tracer, whole := &lineage.Tracer{}, false // whole: a whole text has come, so that the text in force is known
		for _, rev := range rule.Revisions {
			var inForce *corpus.Document
			if whole {
				inForce = tracer.Text()
			}
			one, state, err := checkRevision(cmd.Context(), c, rule, rev, inForce, config)
			if err != nil {
				failed = append(failed, err)
				tracer, whole = &lineage.Tracer{}, false
				continue
			}
			whole = whole || state.Result == nil || !state.Result.Comparison.Printed()
			tracer.Add(state)
			found = append(found, one)
		}
	}
	return found, errors.Join(failed...)
}

// checkRevision checks one revision: a table against the text in force before it, which tables since the last whole text have amended, a whole text beside that
// text. inForce is nil where no whole text came before.
func checkRevision(ctx context.Context, c *store.Corpus, rule *corpus.Rule, rev *corpus.Revision, inForce *corpus.Document, config *lint.Config) (report.Subject, lineage.State, error) {
	name := rule.ID + "/" + rev.File
	var state lineage.State
	data, err := c.Source(rule, rev)
	if err != nil {
		return report.Subject{}, state, &about{name, err}
	}
	content, err := readRevision(ctx, rule, rev, data)
	if err != nil {
		return report.Subject{}, state, err
	}
	in := lint.Input{Document: content.Document, Unplaced: content.Unplaced, Reading: readingOf(content)}
	state.Document = content.Document
	switch {
	case content.Comparison != nil:
		in.Result, in.Base = diff.Compare(content.Comparison), inForce
		state.Document = &content.Comparison.Sides[corpus.New]
	case inForce != nil:
		both, err := extract.Pair(content, &extract.Content{Source: content.Source, Document: inForce})
		if err != nil {
			return report.Subject{}, state, &about{name, err}
		}
		in.Result = diff.Compare(both)
	}
	state.Result = in.Result
	return report.Subject{Name: name, Report: *lint.Check(in, config)}, state, nil
}

// checkConfig reads the configuration that was named, or .shinkyu.toml where the reader works or, for a corpus, beside corpus.toml.
func checkConfig(f *checkFlags, folder bool, name string) (*lint.Config, error) {
	config := &lint.Config{}
	places := []string{checkFileName}
	if folder {
		places = append(places, name+"/"+checkFileName)
	}
	if f.config != "" {
		places = []string{f.config}
	}
	for _, p := range places {
		data, err := os.ReadFile(p)
		if errors.Is(err, os.ErrNotExist) && f.config == "" {
			continue
		}
		if err != nil {
			return nil, &about{p, fileFailure(err)}
		}
		if config, err = readCheckConfig(data); err != nil {
			return nil, &about{p, err}
		}
	}
	for _, id := range f.disable {
		if !knownCheck(id) {
			return nil, unknownRule(id)
		}
	}
	config.Disable = append(config.Disable, f.disable...)
	return config, nil
}

func unknownRule(id string) error {
	ids := extract.Findings()
	for _, r := range lint.Rules() {
		ids = append(ids, r.ID)
	}
	hint := "shinkyu check --rules"
	if near := nearest(id, ids); near != "" {
		hint = near
	}
	return &corpus.Failure{Rule: "unknown-check", Japanese: fmt.Sprintf("%q という検査はありません", id), English: fmt.Sprintf("there is no check %q", id), HintJA: hint, HintEN: hint}
}
