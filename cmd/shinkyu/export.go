package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/extract"
	"shinkyu/extract/worker"
	"shinkyu/render/akn"
	"shinkyu/render/lawxml"
	"shinkyu/render/source"
	"shinkyu/render/wire"
)

// exportOutputs are the values of export --to.
var exportOutputs = []string{"lawxml", "lawxml-strict", "akn", "markdown", "text", "json"}

type exportFlags struct {
	to, input, side, number, date, output string
	archive                               archiveFlags
	when                                  until
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	c := &cobra.Command{
		Use:   "export FILE|DOC[@DATE] --to FORMAT",
		Short: a.pick("規程を法令標準XML、Akoma Ntoso、Markdown、テキスト、JSON に書き出す", "write a rule as 法令標準XML, Akoma Ntoso, Markdown, text or JSON"),
		Long: a.pick(
			`ファイル、又はコーパスの文書のある日の文（DOC、DOC@DATE、DOC --at DATE。日付がなければ今日）の条項を別の形式で書き出します。新旧対照表は --side の欄（既定は new）を書き出します。
（新設）（削る）は相手の欄の条項の印なので書きません（json を除く）。

--to の値:
  lawxml         法令標準XML。元が法令標準XMLなら e-Gov 独自の属性も含めてそのまま（正規形で一致）
  lawxml-strict  法令標準XML。stdLaw.xsd にある属性だけ
  akn            Akoma Ntoso 3.0
  markdown       Markdown。読み直すと同じ条項になります
  text           e-Gov 風のテキスト。読み直すと同じ条項になります
  json           shinkyu extract --json と同じ

法令番号が要る形式では --number で与えます。なければ題名の下の行から探し、コーパスの文書なら最初の版の basis を使います。`,
			`export writes the clauses of a file, or of a document of the corpus as it stood on a day (DOC, DOC@DATE, DOC --at DATE; without
a date today), in another format. Of a comparison table the column of --side is
written (new by default) without the （新設） and （削る） that stand for clauses of the other side.

Values of --to:
  lawxml         法令標準XML; what was read from 法令標準XML comes back with e-Gov's own attributes, equal in canonical form
  lawxml-strict  法令標準XML with the attributes of stdLaw.xsd only
  akn            Akoma Ntoso 3.0
  markdown       Markdown that reads back to the same clauses
  text           text in the style of e-Gov that reads back to the same clauses
  json           as shinkyu extract --json

Formats that need the number of the rule take it from --number, else from the lines below the title, else, of a document of
the corpus, from the basis of its first revision.`),
		Example: `  shinkyu export law.xml --to lawxml-strict -o strict.xml
  shinkyu export rule.docx --to akn --number 令和8年規程第3号 --date 2026-04-01 -o rule.akn.xml
  shinkyu export table.pdf --side old --to text
  shinkyu export joho-kitei@2023-08-01 --sample --to markdown`,
		Args: a.arguments(1, 1, "export FILE --to akn"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.export(cmd, args[0], &f) },
	}
	flags := c.Flags()
	flags.StringVar(&f.to, "to", "", a.pick("書き出す形式: ", "format to write: ")+strings.Join(exportOutputs, ", "))
	flags.StringVar(&f.input, "input-format", "", a.pick("入力の形式（既定は内容から）", "input format (default: from the content)"))
	flags.StringVar(&f.side, "side", "new", a.pick("新旧対照表のどちらの欄か: new, old", "column of a comparison table: new, old"))
	flags.StringVar(&f.number, "number", "", a.pick("法令番号・規程番号: 令和8年規程第3号", "number of the rule: 令和8年規程第3号"))
	flags.StringVar(&f.date, "date", "", a.pick("この版の日付: 2026-04-01", "date of this version: 2026-04-01"))
	flags.StringVarP(&f.output, "output", "o", "", a.pick("標準出力でなくファイルに書く", "write to this file instead of standard output"))
	flags.StringVar(&f.when.at, "at", "", a.pick("コーパスの文書の、この日又はこの版の文", "of a document of the corpus, the text of this day or revision"))
	flags.StringVar(&f.when.known, "known", "", a.pick("この日までに公布された改正だけを使う", "only what was promulgated by this day"))
	flags.BoolFunc("json", a.pick("--to json と同じ", "same as --to json"), func(string) error { f.to = "json"; return nil })
	a.archiveFlags(flags, &f.archive)
	return c
}

func (a *app) export(cmd *cobra.Command, name string, f *exportFlags) error {
	if !slices.Contains(exportOutputs, f.to) {
		if f.to == "" {
			return usage("missing-format", "export: --to がありません", "export: --to is missing", "--to "+strings.Join(exportOutputs, "|"))
		}
		return unknownFormat("--to", f.to, exportOutputs)
	}
	if f.side != "new" && f.side != "old" {
		return unknownFormat("--side", f.side, []string{"new", "old"})
	}
	content, err := a.exportSource(cmd, name, f)
	if err != nil {
		return err
	}
	d := content.Document
	if d == nil {
		side := corpus.New
		if f.side == "old" {
			side = corpus.Old
		}
		d = &content.Comparison.Sides[side]
		content.Diags, content.Unplaced = content.Comparison.Diags, content.Comparison.Unplaced
		if d.Title == "" {
			d.Title = content.Comparison.Title
		}
	}
	if f.to != "json" {
		d = corpus.WithoutMarkers(d)
	}
	if len(d.Clauses) == 0 {
		return &about{name, &corpus.Failure{Rule: "no-clauses", Japanese: "書き出す条項がありません", English: "there are no clauses to write",
			HintJA: "shinkyu extract --audit " + name + " は読み取った文字をすべて示します", HintEN: "shinkyu extract --audit " + name + " shows all text that was read"}}
	}
	data, err := a.exported(name, content, d, f)
	if err != nil {
		return err
	}
	return a.put(f.output, data)
}

// exportSource reads the file, or the text of the corpus, that is written. A text of the corpus brings its date and number.
func (a *app) exportSource(cmd *cobra.Command, name string, f *exportFlags) (*extract.Content, error) {
	skeleton := f.to == "lawxml" || f.to == "lawxml-strict"
	if doc, at, ok := a.documentNamed(name, f); ok {
		return a.exportVersion(cmd, doc, at, skeleton, f)
	}
	if f.when != (until{}) {
		return nil, usage("not-a-document", "--at と --known はコーパスの文書のためのものです", "--at and --known are for documents of the corpus", "shinkyu export DOC --at DATE --to "+f.to)
	}
	in, err := inputFormat(f.input)
	if err != nil {
		return nil, err
	}
	src, err := a.readSource(name, in)
	if err != nil {
		return nil, err
	}
	src.Skeleton = skeleton
	content, err := worker.Extract(cmd.Context(), src)
	if err != nil {
		return nil, &about{name, err}
	}
	return content, nil
}

// documentNamed reports whether an argument names a document of the corpus rather than a file: DOC@DATE, or DOC that is no file
// and stands in the corpus, or any name beside a flag that only a document can have.
func (a *app) documentNamed(name string, f *exportFlags) (doc, at string, ok bool) {
	if doc, at, ok := versionOf(name); ok {
		return doc, at, true
	}
	if f.when != (until{}) || f.archive.sample {
		return name, "", true
	}
	if info, err := os.Stat(name); name == "-" || err == nil && !info.IsDir() {
		return "", "", false
	}
	c, err := a.openArchive(&f.archive)
	if err != nil {
		return name, "", f.archive.dir != "" // its failure is told when it is opened again
	}
	_, err = findRule(c, name)
	return name, "", err == nil || f.archive.dir != ""
}

func (a *app) exportVersion(cmd *cobra.Command, doc, at string, skeleton bool, f *exportFlags) (*extract.Content, error) {
	if err := f.when.check(); err != nil {
		return nil, err
	}
	c, err := a.openArchive(&f.archive)
	if err != nil {
		return nil, err
	}
	rule, err := findRule(c, doc)
	if err != nil {
		return nil, err
	}
	cut, err := a.cut(rule, until{at: cmp.Or(at, f.when.at, a.today()), known: f.when.known})
	if err != nil {
		return nil, err
	}
	p, err := a.followRule(cmd.Context(), c, cut)
	if err != nil {
		return nil, err
	}
	last := cut.Revisions[len(cut.Revisions)-1]
	content := versionContent(p)
	if skeleton && p.States[len(p.States)-1].Document == p.Text { // a whole text: as its source has it
		data, err := c.Source(cut, last)
		if err != nil {
			return nil, &about{rule.ID + "/" + last.File, err}
		}
		src := extract.Source{Name: last.File, Data: data, Format: extract.Format(last.Format), Skeleton: true}
		if content, err = worker.Extract(cmd.Context(), src); err != nil {
			return nil, &about{rule.ID + "/" + last.File, err}
		}
	}
	f.date = cmp.Or(f.date, last.InForce)
	if f.number == "" && numberOf(content.Document, content.Unplaced) == "" {
		f.number = lawxml.NumberIn(rule.Revisions[0].Basis)
	}
	return content, nil
}

func (a *app) exported(name string, content *extract.Content, d *corpus.Document, f *exportFlags) ([]byte, error) {
	number := f.number
	if number == "" {
		number = numberOf(d, content.Unplaced)
	}
	switch f.to {
	case "lawxml", "lawxml-strict":
		return a.exportedLaw(content, d, f, number)
	case "akn":
		id := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
		if doc, _, ok := versionOf(name); ok {
			id = doc
		}
		return akn.Document(d, akn.Options{ID: id, Number: number, Date: f.date}), nil
	case "markdown":
		return source.Markdown(d), nil
	case "text":
		return source.Text(d), nil
	}
	return wire.Lines(wire.NewDocument(content.Source, d, content.Diags, content.Unplaced))
}

func (a *app) exportedLaw(content *extract.Content, d *corpus.Document, f *exportFlags, number string) ([]byte, error) {
	if content.Skeleton != nil {
		if f.to == "lawxml" {
			return lawxml.Faithful(d, content.Skeleton)
		}
		if data, ok, err := lawxml.Strict(d, content.Skeleton); ok || err != nil {
			return data, err
		}
	}
	data, known := lawxml.Build(d, lawxml.Options{Number: number})
	if !known {
		a.say("hint", a.pick("法令番号が分からないため、Law の年と番号は仮に 1 としました。--number 令和8年規程第3号 のように与えられます",
			"the number of the rule is not known, so year and number of Law are written as 1; give it as --number 令和8年規程第3号"))
	}
	return data, nil
}

// numberOf is the number that a source prints: 法令標準XML's LawNum, or what stands in the lines before the first label.
func numberOf(d *corpus.Document, unplaced []corpus.Unplaced) string {
	for _, u := range unplaced {
		if u.Reason == "law-number" {
			return u.Text
		}
	}
	units, _ := d.Units()
	for _, c := range units {
		if c.Label != "" {
			break
		}
		if n := lawxml.NumberIn(c.Text.S); n != "" {
			return n
		}
	}
	return ""
}

// textconvCommand is what git runs on a file before it compares it.
func (a *app) textconvCommand() *cobra.Command {
	var input string
	c := &cobra.Command{
		Use:   "git-textconv FILE",
		Short: a.pick("git diff のために条項をテキストにする", "print the clauses of a file for git diff"),
		Long: a.pick(
			`git の textconv として使います。条項ごとに番地を一行、その下に一文一行で本文を書きます。ファイル名やページは書かないので、
違いになるのは規程の文言だけです。読めないファイルは、その理由を一行書いて終わります（git log が途中で止まらないように）。

.gitattributes:
  *.pdf  diff=shinkyu
  *.docx diff=shinkyu
  *.xml  diff=shinkyu
設定:
  git config diff.shinkyu.textconv "shinkyu git-textconv"
  git config diff.shinkyu.cachetextconv true`,
			`git-textconv is for git's textconv: the address of every clause on a line, its sentences below it one a line. Neither the
file's name nor pages are printed, so that only the words of the rule make a difference. For a file that cannot be read
it prints one line that says why and ends well, so that git log goes on.

.gitattributes:
  *.pdf  diff=shinkyu
  *.docx diff=shinkyu
  *.xml  diff=shinkyu
configuration:
  git config diff.shinkyu.textconv "shinkyu git-textconv"
  git config diff.shinkyu.cachetextconv true`),
		Example: `  shinkyu git-textconv rule.pdf
  git log -p -- rule.pdf`,
		Args: a.arguments(1, 1, "git-textconv FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			in, err := inputFormat(input)
			if err != nil {
				return err
			}
			content, err := a.read(cmd, args[0], in)
			switch {
			case err != nil && cmd.Context().Err() != nil:
				return err
			case err != nil:
				return a.put("", []byte(unreadable(err)))
			case content.Comparison != nil:
				return a.put("", source.Comparison(content.Comparison))
			}
			return a.put("", source.Clauses(content.Document))
		},
	}
	c.Flags().StringVar(&input, "input-format", "", a.pick("入力の形式（既定は内容から）", "input format (default: from the content)"))
	return c
}

// unreadable is the line that stands for a file in git's comparison. It is in English whatever the locale: git may keep it.
func unreadable(err error) string {
	for {
		inner, ok := err.(*about)
		if !ok {
			break
		}
		err = inner.err // the name is that of a temporary file
	}
	return fmt.Sprintf("(shinkyu cannot read this file: %s)\n", strings.Join(strings.Fields(err.Error()), " "))
}
