package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/lint"
	"shinkyu/extract"
	"shinkyu/render/outline"
	"shinkyu/render/term"
	"shinkyu/render/web"
	"shinkyu/render/wire"
)

// diffOutputs are the values of diff --format, the default first.
var diffOutputs = []string{"term", "json", "html", "text", "docx", "xml", "markdown"}

// diffFlags are the flags of diff as given.
type diffFlags struct {
	formats                     []string
	input                       string
	exitCode                    bool
	screen                      screenFlags
	context                     int
	onlyChanged, stat, justWord bool
	effects                     []string
	clause                      string
	output                      string
	archive                     archiveFlags
}

func (a *app) diffCommand() *cobra.Command {
	var f diffFlags
	c := &cobra.Command{
		Use:   "diff TABLE | diff OLD NEW | diff DOC@DATE [DOC@DATE]",
		Short: a.pick("新旧対照表の両欄、又は改正前後の全文を比べる", "compare the two sides of a table, or two whole texts"),
		Long: a.pick(
			`新旧対照表一つ、又は改正前・改正後の全文二つ（古い方が先）を読み、条文ごとに何が変わったかを示します。
全文の代わりに対照表を与えると、新しい方はその新欄、古い方はその旧欄を比べます。
表のない Word 文書に変更履歴があれば、すべて元に戻した文とすべて反映した文を比べます。
ファイルの代わりに DOC@DATE 又は DOC@REV でコーパスの文書のある日の文を指定できます。一つだけなら直前の版と比べます。
入力の形式は内容から判別します（PDF、Word、Excel、HTML、表のマークアップ、法令標準XML、Markdown、テキスト）。"-" は標準入力です。

--format は出力の形式です: term（既定）、json、html、text、docx（新旧対照表）、xml、markdown。入力だけの形式名（pdf、xlsx、
marked、lawxml）を与えると入力の形式の指定とみなします。両方にある名（html、text、docx、markdown）で入力を指定するには
--input-format を使います。docx は -o で書く先を指定します。

--clause と --effects は term と text の表示を絞ります。ほかの形式は常に全体です。
終了コード: 0 完了、1 --exit-code を付けて変更があるとき、2 実行できなかったとき。`,
			`diff reads one comparison table (新旧対照表), or two whole texts, older first as diff(1) has them, and shows
clause by clause what changed. Where a table stands for one of two texts, its column of that side is compared.
A Word document without a table but with tracked changes is compared with itself: all rejected, all accepted.
For a file, DOC@DATE or DOC@REV stands for a document of the corpus as it stood; one alone is compared with the revision before.
The input format is found from the content (PDF, Word, Excel, HTML, marked text, 法令標準XML, Markdown, plain text).
"-" is standard input.

--format chooses the output: term (default), json, html, text, docx (a 新旧対照表), xml, markdown. A name that can only be
an input (pdf, xlsx, marked, lawxml) overrides the detection instead; for a name that can be both (html, text, docx,
markdown) use --input-format. docx needs -o.

--clause and --effects narrow what term and text show; the other formats are always whole.
Exit codes: 0 done, 1 there are changes and --exit-code was given, 2 the job could not be done.`),
		Example: `  shinkyu diff table.pdf
  shinkyu diff old.xml new.xml
  shinkyu diff table.pdf --clause 第6条 --effects duty,scope
  shinkyu diff joho-kitei@2023-08-01 joho-kitei@2026-04-01 --sample
  shinkyu diff table.html --format json > result.json
  shinkyu diff old.xml new.xml --format docx -o table.docx
  shinkyu diff table.txt --format marked --stat
  shinkyu diff old.md new.md --exit-code --only-changed`,
		Args: a.arguments(1, 2, "diff TABLE", "diff OLD NEW"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.diff(cmd, args, &f) },
	}
	flags := c.Flags()
	flags.StringSliceVar(&f.formats, "format", nil, a.pick("出力の形式: term, json, html, text, docx, xml, markdown", "output: term, json, html, text, docx, xml, markdown"))
	a.jsonFlag(flags, func() { f.formats = append(f.formats, "json") })
	flags.StringVar(&f.input, "input-format", "", a.pick("入力の形式: pdf, docx, xlsx, html, marked, lawxml, markdown, text（既定は内容から）", "input: pdf, docx, xlsx, html, marked, lawxml, markdown, text (default: from the content)"))
	a.passwordFlag(flags)
	flags.StringVarP(&f.output, "output", "o", "", a.pick("標準出力でなくファイルに書く", "write to this file instead of standard output"))
	flags.BoolVar(&f.exitCode, "exit-code", false, a.pick("変更があれば終了コード 1", "exit with 1 if there are changes"))
	flags.IntVar(&f.context, "context", 1, a.pick("変更の前後に示す、変更のない項目の数", "untouched clauses shown before and after a change"))
	flags.BoolVar(&f.onlyChanged, "only-changed", false, a.pick("変更のある項目だけを示す", "show changed clauses only"))
	flags.BoolVar(&f.stat, "stat", false, a.pick("一項目一行で示す", "one line a changed clause"))
	flags.BoolVar(&f.justWord, "word", false, a.pick("変わった語だけを示す", "show the changed words only"))
	flags.StringSliceVar(&f.effects, "effects", nil, a.pick("この効果のある変更だけ: duty, scope, 適用範囲 …", "only changes with these effects: duty, scope, definition, …"))
	flags.StringVar(&f.clause, "clause", "", a.pick("この条項だけ: 第6条、第六条第二項、3/(1)", "only this clause: 第6条, 第六条第二項, 3/(1)"))
	a.screenFlags(flags, &f.screen)
	a.archiveFlags(flags, &f.archive)
	c.MarkFlagsMutuallyExclusive("stat", "word")
	return c
}

func (a *app) diff(cmd *cobra.Command, args []string, f *diffFlags) error {
	output, in, err := formats(f.formats, f.input, diffOutputs)
	if err != nil {
		return err
	}
	comparison, err := a.comparison(cmd, args, in, &f.archive)
	if err != nil {
		return err
	}
	result := lint.Compare(comparison)
	only, err := narrow(result, f)
	if err != nil {
		return err
	}
	if err := a.showDiff(result, output, only, args[len(args)-1], f); err != nil {
		return err
	}
	if f.exitCode && changed(result, only) {
		return errChanges
	}
	return nil
}

func (a *app) showDiff(r *diff.Result, output string, only outline.Filter, name string, f *diffFlags) error {
	switch output {
	case "json":
		data, err := wire.JSON(r)
		if err != nil {
			return err
		}
		return a.put(f.output, data)
	case "html":
		data, err := web.Standalone(r, a.language())
		if err != nil {
			return err
		}
		return a.put(f.output, data)
	case "text":
		return a.put(f.output, wire.Text(r, only))
	case "xml":
		return a.put(f.output, wire.XML(r))
	case "markdown":
		return a.put(f.output, wire.Markdown(r))
	case "docx":
		if f.output == "" {
			return usage("output-missing", "--format docx には -o が要ります", "--format docx needs -o", "-o table.docx")
		}
		data, err := wire.DOCX(r)
		if err != nil {
			return err
		}
		return a.put(f.output, data)
	}
	s, err := a.screen(&f.screen, f.output != "")
	if err != nil {
		return err
	}
	opt := term.Options{Width: s.width, Wide: a.japanese, English: !a.japanese, Color: s.color, Context: f.context, OnlyChanged: f.onlyChanged, Only: only, Name: filepath.Base(name)}
	draw := term.Render
	switch {
	case f.stat:
		draw = term.Stat
	case f.justWord:
		draw = term.Words
	}
	if f.output != "" {
		return a.put(f.output, draw(r, opt))
	}
	return a.page(draw(r, opt), s)
}

// comparison reads a printed table, or two whole texts.
func (a *app) comparison(cmd *cobra.Command, args []string, in extract.Format, f *archiveFlags) (*corpus.Comparison, error) {
	first, err := a.operand(cmd, args[0], in, f)
	if err != nil {
		return nil, err
	}
	if doc, at, ok := versionOf(args[0]); ok && len(args) == 1 {
		before, err := a.versionText(cmd, f, doc, at, true)
		if err != nil {
			return nil, err
		}
		return extract.Pair(first, before)
	}
	if len(args) == 1 {
		if first.Comparison == nil {
			return nil, &about{args[0], &corpus.Failure{Rule: "not-a-table",
				Japanese: "新旧対照表ではなく、一つの規程の全文です", English: "this is one whole text, not a comparison table",
				HintJA: "比べる相手を古い方から順に指定してください: shinkyu diff 改正前 " + args[0], HintEN: "name both texts, older first: shinkyu diff OLD " + args[0]}}
		}
		if len(first.Comparison.Sides[corpus.New].Clauses)+len(first.Comparison.Sides[corpus.Old].Clauses) == 0 {
			return nil, &about{args[0], &corpus.Failure{Rule: "empty-table",
				Japanese: "表に条項がありません", English: "the table holds no clauses",
				HintJA: "shinkyu extract --audit " + args[0] + " は読み取った文字をすべて示します", HintEN: "shinkyu extract --audit " + args[0] + " shows all text that was read"}}
		}
		return first.Comparison, nil
	}
	second, err := a.operand(cmd, args[1], in, f)
	if err != nil {
		return nil, err
	}
	return extract.Pair(second, first)
}

// narrow joins what --clause and --effects leave to show.
func narrow(r *diff.Result, f *diffFlags) (outline.Filter, error) {
	var only outline.Filter
	if f.clause != "" {
		by, err := outline.ByClause(r, f.clause)
		if err != nil {
			var f *corpus.Failure
			if errors.As(err, &f) && f.Rule == "no-such-clause" {
				f.HintJA, f.HintEN = "shinkyu diff --stat は変更のある条項の番号を一覧にします", "shinkyu diff --stat lists the addresses of changed clauses"
			}
			return nil, err
		}
		only = by
	}
	if len(f.effects) > 0 {
		by, unknown := outline.ByEffect(r, f.effects)
		if by == nil {
			return nil, &corpus.Failure{Rule: "unknown-effect",
				Japanese: fmt.Sprintf("--effects: %q という効果はありません", unknown), English: fmt.Sprintf("--effects: unknown effect %q", unknown),
				HintJA: "--effects " + nearestEffect(unknown), HintEN: "--effects " + nearestEffect(unknown)}
		}
		only = only.And(by)
	}
	return only, nil
}

// changed reports whether there is a change among what is shown.
func changed(r *diff.Result, only outline.Filter) bool {
	for i := range r.Changes {
		if outline.Changed(&r.Changes[i]) && (only == nil || only(i)) {
			return true
		}
	}
	return false
}
