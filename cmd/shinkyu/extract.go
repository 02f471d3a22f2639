package main

// What a file holds. It is read and printed in the worker: only what is printed comes back.

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/extract"
	"shinkyu/extract/worker"
	"shinkyu/render/wire"
)

// extractOutputs are the values of extract --format, the default first.
var extractOutputs = []string{"text", "json"}

func (a *app) extractCommand() *cobra.Command {
	var values []string
	var input, output string
	var asJSON, audit bool
	c := &cobra.Command{
		Use:   "extract FILE",
		Short: a.pick("ファイルの条項の木を示す", "print the clauses of a file as they were read"),
		Long: a.pick(
			`ファイルを読み、条項の木を番地・本文とともに示します。傍線は _…_ です。
--audit は、どの条項にも入らなかった文字を理由とともに加え、PDF では頁ごとに、印字された字数が条項の字数と条項外の字数の和に
等しいかを示します（JSON では audit）。差があれば終了コードは 1 です。

--format は入力の形式（pdf、docx、xlsx、html、marked、lawxml、markdown）又は出力の形式（text、json）です。
入力がテキストであることを指定するには --input-format text を使います。`,
			`extract reads a file and prints its clauses as a tree: address, then text; official lines are _…_.
--audit adds the text that is in no clause, with the reason, and for each page of a PDF the account of its characters:
painted = in clauses + unplaced (in the JSON: audit). A difference ends with exit code 1.

--format names how to read (pdf, docx, xlsx, html, marked, lawxml, markdown) or what to print (text, json).
To read a file as plain text use --input-format text.`),
		Example: `  shinkyu extract table.pdf --audit
  shinkyu extract rule.xml --json > rule.json
  shinkyu extract page.dat --format html`,
		Args: a.arguments(1, 1, "extract FILE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			kind, in, err := formats(values, input, extractOutputs)
			if err != nil {
				return err
			}
			form := kind
			switch {
			case kind == "json" || asJSON:
				form = "json"
			case audit:
				form = auditForm
			}
			printed, err := readBy(a, cmd, args[0], in, func(ctx context.Context, src extract.Source) (*worker.Printed, error) {
				return worker.Print(ctx, src, form)
			})
			if err != nil {
				return err
			}
			err = a.putBy(output, func(w io.Writer) error {
				_, err := printed.WriteTo(w)
				return err
			})
			if err == nil && audit && slices.ContainsFunc(printed.Tally, func(t corpus.Tally) bool { return t.Difference != 0 }) {
				return errFindings
			}
			return err
		},
	}
	c.Flags().StringSliceVar(&values, "format", nil, a.pick("入力の形式、又は json", "input format, or json"))
	c.Flags().StringVar(&input, "input-format", "", a.pick("入力の形式（既定は内容から）", "input format (default: from the content)"))
	c.Flags().BoolVar(&asJSON, "json", false, a.pick("JSON で出力する", "print JSON"))
	c.Flags().BoolVar(&audit, "audit", false, a.pick("条項に入らなかった文字も示す", "list the text that is in no clause"))
	a.passwordFlag(c.Flags())
	c.Flags().StringVarP(&output, "output", "o", "", a.pick("標準出力でなくファイルに書く", "write to this file instead of standard output"))
	return c
}

const auditForm = "audit" // the tree and what is in no clause

// printReading writes what was read of a file: its JSON, its tree or, for audit, both the tree and what is in no clause.
func printReading(w io.Writer, content *extract.Content, form string) error {
	var v interface{ Tree(audit bool) []byte }
	if content.Comparison != nil {
		table := wire.NewReading(content.Comparison)
		v, table.Audit = table, content.Tally
	} else {
		text := wire.NewDocument(content.Source, content.Document, content.Diags, content.Unplaced)
		v, text.Audit = text, content.Tally
	}
	if form == "json" {
		return wire.Write(w, v)
	}
	_, err := w.Write(v.Tree(form == auditForm))
	return err
}
