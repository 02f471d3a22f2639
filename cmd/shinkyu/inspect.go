package main

import (
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/extract/worker"
)

func (a *app) inspectCommand() *cobra.Command {
	var page int
	var format, output string
	c := &cobra.Command{
		Use:   "inspect FILE --page N",
		Short: a.pick("頁をどう読み取ったかを図にする", "draw how a page was read"),
		Long: a.pick(
			`一つの頁の文字、罫線、升目、欄、項目を、読み取ったとおりに SVG に描きます。読み誤りの報告に添えてください。`,
			`inspect draws one page as it was read, as an SVG: glyphs, rules, cells, columns, units. Attach it to a report
about a page that is read wrongly.`),
		Example: `  shinkyu inspect table.pdf --page 3 -o page3.svg
  shinkyu inspect table.pdf > page1.svg`,
		Args: a.arguments(1, 1, "inspect FILE --page N"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if page < 1 {
				return usage("bad-page", "--page は 1 からです", "--page counts from 1", "shinkyu inspect "+args[0]+" --page 1")
			}
			in, err := inputFormat(format)
			if err != nil {
				return err
			}
			src, err := a.readSource(args[0], in)
			if err != nil {
				return err
			}
			svg, err := worker.Inspect(cmd.Context(), src, page)
			if err != nil {
				return &about{args[0], err}
			}
			return a.put(output, svg)
		},
	}
	c.Flags().IntVar(&page, "page", 1, a.pick("頁、1 から", "page, from 1"))
	c.Flags().StringVar(&format, "format", "", a.pick("入力の形式（既定は内容から）: ", "input format (default: from the content): ")+strings.Join(inputNames(), ", "))
	a.passwordFlag(c.Flags())
	c.Flags().StringVarP(&output, "output", "o", "", a.pick("標準出力でなくファイルに書く", "write to this file instead of standard output"))
	return c
}
