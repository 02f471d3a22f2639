package main

import (
	"os"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
	"shinkyu/extract"
	"shinkyu/render/term"
)

// difftoolCommand compares two versions of one file as git difftool hands them over.
func (a *app) difftoolCommand() *cobra.Command {
	var screen screenFlags
	var all bool
	c := &cobra.Command{
		Use:   "difftool LOCAL REMOTE",
		Short: a.pick("git difftool から呼ばれ、二つの版を条文ごとに比べる", "compare two versions clause by clause, for git difftool"),
		Long: a.pick(
			`git difftool が渡す二つのファイル（古い方が先）を比べ、変更のある条項を示します。追加・削除されたファイル（/dev/null）は
全文の新設・削除として示します。新旧対照表どうしは、それぞれの新欄を比べます。

設定:
  git config diff.tool shinkyu
  git config difftool.shinkyu.cmd 'shinkyu difftool "$LOCAL" "$REMOTE"'
  git config difftool.prompt false`,
			`difftool compares the two files that git difftool hands over, older first, and shows the clauses that changed. A file that
was added or deleted (/dev/null) is all new or all gone. Of two comparison tables the new columns are compared.

configuration:
  git config diff.tool shinkyu
  git config difftool.shinkyu.cmd 'shinkyu difftool "$LOCAL" "$REMOTE"'
  git config difftool.prompt false`),
		Example: `  git difftool HEAD~1 -- rule.docx
  shinkyu difftool old.pdf new.pdf`,
		Args: a.arguments(2, 2, "difftool LOCAL REMOTE"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var sides [2]*extract.Content
			for side, name := range []string{corpus.New: args[1], corpus.Old: args[0]} {
				content, err := a.version(cmd, name)
				if err != nil {
					return err
				}
				sides[side] = content
			}
			pair, err := extract.Pair(sides[corpus.New], sides[corpus.Old])
			if err != nil {
				return err
			}
			s, err := a.screen(&screen, false)
			if err != nil {
				return err
			}
			return a.page(term.Render(lint.Compare(pair), term.Options{Width: s.width, Wide: a.japanese, English: !a.japanese, Color: s.color, Context: 1, OnlyChanged: !all, Name: args[1]}), s)
		},
	}
	c.Flags().BoolVar(&all, "all", false, a.pick("変更のない条項も示す", "show untouched clauses too"))
	a.screenFlags(c.Flags(), &screen)
	return c
}

// version is one version of a file: a whole text, or the new column of a table. A file that is not there is an empty text.
func (a *app) version(cmd *cobra.Command, name string) (*extract.Content, error) {
	if name == os.DevNull {
		return &extract.Content{Source: corpus.Source{Name: "(none)"}, Document: &corpus.Document{}}, nil
	}
	content, err := a.read(cmd, name, extract.Auto)
	if err != nil {
		return nil, err
	}
	if c := content.Comparison; c != nil {
		d := c.Sides[corpus.New]
		if d.Title == "" {
			d.Title = c.Title
		}
		return &extract.Content{Source: content.Source, Document: &d, Unplaced: c.Unplaced}, nil
	}
	return content, nil
}
