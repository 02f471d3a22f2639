package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// help gives the commands that cobra brings along the program's language and voice.
func (a *app) help(root *cobra.Command) {
	root.SetHelpCommand(&cobra.Command{
		Use:   "help [COMMAND]",
		Short: a.pick("コマンドの使い方", "help about any command"),
		RunE: func(_ *cobra.Command, args []string) error {
			target, rest, err := root.Find(args)
			if err != nil || target == root && len(rest) > 0 {
				return a.unknownCommand(root, args)
			}
			return target.Help()
		},
	})
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, c := range append(root.Commands(), root) {
		if c.Name() == "completion" {
			c.Short = a.pick("シェルの補完スクリプトを出力する", "print the completion script of a shell")
		}
		c.InitDefaultHelpFlag()
		c.Flags().Lookup("help").Usage = a.pick("使い方を表示する", "help for "+c.Name())
	}
	if a.japanese {
		root.SetUsageTemplate(headings.Replace(root.UsageTemplate()))
	}
}

// headings are the fixed words of cobra's usage page.
var headings = strings.NewReplacer("Usage:", "使い方:", "Aliases:", "別名:", "Examples:", "例:", "Available Commands:", "コマンド:",
	"Additional Commands:", "その他のコマンド:", "Global Flags:", "共通のオプション:", "Flags:", "オプション:", "Additional help topics:", "その他:",
	`Use "{{.CommandPath}} [command] --help" for more information about a command.`, `各コマンドの説明: {{.CommandPath}} [command] --help`)
