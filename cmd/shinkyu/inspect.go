package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/extract"
	"shinkyu/extract/worker"
)

// mostDrawn is how many pages one drawing holds: a page takes up to a megabyte.
const mostDrawn = 20

func (a *app) inspectCommand() *cobra.Command {
	var pages, format, output string
	var picture, svg bool
	c := &cobra.Command{
		Use:   "inspect FILE --page N",
		Short: a.pick("頁をどう読み取ったかを図にする", "draw how a page was read"),
		Long: a.pick(
			`頁の文字、罫線（描かれたまま・つないだ後）、升目、表の中の表、行、傍線とその文字、条項と番地、条項に入らなかった文字と
その理由を、読み取ったとおりに描きます。頁はファイル全体の中で読みます。下に敷くのは PDFium が描いた頁です（--picture=false で略）。

HTML では層ごとに表示・非表示を切り替えられます（スクリプト不要）。出力の名前が .svg なら一頁だけの SVG です。
PDF のほかの形式は、読み取った行・升目・条項を HTML の表で示します。読み誤りの報告に添えてください。`,
			`inspect draws pages as they were read: glyphs, rules as painted and as joined, cells, tables inside cells, lines, marks tied to their letters,
clauses with addresses, and text in no clause with its reason. A page is read in the context of its file. Below lies the page as PDFium
paints it (--picture=false leaves it out).

In HTML each layer can be switched on and off, without script. An output name ending in .svg gives the bare SVG of one page. Other formats
than PDF are shown as HTML tables of rows, cells and clauses as read. Attach it to a report about a page that is read wrongly.`),
		Example: `  shinkyu inspect table.pdf --page 3 -o page3.html
  shinkyu inspect table.pdf --page 2-4 -o pages.html
  shinkyu inspect table.pdf -o page1.svg
  shinkyu inspect table.docx > cells.html`,
		Args: a.arguments(1, 1, "inspect FILE --page N"),
		RunE: func(cmd *cobra.Command, args []string) error {
			w, err := drawing(pages, args[0])
			if err != nil {
				return err
			}
			w.Picture, w.SVG = picture, svg || strings.EqualFold(filepath.Ext(output), ".svg")
			if w.SVG && w.Last > w.First {
				return usage("bad-page", "SVG は一頁ずつです", "an SVG holds one page", "shinkyu inspect "+args[0]+" --page "+pages+" -o pages.html")
			}
			in, err := inputFormat(format)
			if err != nil {
				return err
			}
			src, err := a.readSource(args[0], in)
			if err != nil {
				return err
			}
			data, err := worker.Inspect(cmd.Context(), src, w)
			if err != nil {
				return &about{args[0], err}
			}
			return a.put(output, data)
		},
	}
	c.Flags().StringVar(&pages, "page", "1", a.pick("頁、1 から。3-5 は三頁から五頁まで", "page, from 1; 3-5 for several"))
	c.Flags().BoolVar(&picture, "picture", true, a.pick("PDFium が描いた頁を下に敷く", "lay the page as PDFium paints it below"))
	c.Flags().BoolVar(&svg, "svg", false, a.pick("HTML でなく SVG で出力する", "print SVG, not HTML"))
	c.Flags().StringVar(&format, "format", "", a.pick("入力の形式（既定は内容から）: ", "input format (default: from the content): ")+strings.Join(inputNames(), ", "))
	a.passwordFlag(c.Flags())
	c.Flags().StringVarP(&output, "output", "o", "", a.pick("標準出力でなくファイルに書く", "write to this file instead of standard output"))
	return c
}

// drawing reads --page: a page, or the first and last of several.
func drawing(pages, name string) (w extract.Drawing, err error) {
	first, last, several := strings.Cut(pages, "-")
	if !several {
		last = first
	}
	w.First, err = strconv.Atoi(first)
	if err == nil {
		w.Last, err = strconv.Atoi(last)
	}
	switch {
	case err != nil || w.First < 1 || w.Last < w.First:
		return w, usage("bad-page", "--page は 1 からの頁、又は 3-5 のような範囲です", "--page counts from 1: a page, or a range like 3-5", "shinkyu inspect "+name+" --page 1")
	case w.Last-w.First >= mostDrawn:
		return w, usage("bad-page", "一度に描けるのは"+strconv.Itoa(mostDrawn)+"頁までです", "at most "+strconv.Itoa(mostDrawn)+" pages are drawn at a time", "shinkyu inspect "+name+" --page 1-"+strconv.Itoa(mostDrawn))
	}
	return w, nil
}
