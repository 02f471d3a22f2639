package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"shinkyu/templates/locale"
)

// Exit codes, as diff(1) has them.
const (
	exitDone    = 0
	exitChanges = 1 // only where it was asked for: diff --exit-code, and check with errors
	exitFailed  = 2
	exitPartly  = 3 // build: published, without sources that cannot be read
)

// errChanges ends a command whose work is done and whose answer is "there are changes".
var errChanges = errors.New("there are changes")

// app is what every command speaks through: the streams, the environment, the reader's language.
type app struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	japanese bool

	askPassword bool    // --password
	typed       *string // what was answered
}

// run is the program: arguments and streams in, exit code out.
func run(args []string, in io.Reader, out, errw io.Writer, getenv func(string) string) int {
	a := &app{in: in, out: out, err: errw, getenv: getenv, japanese: japaneseLocale(getenv)}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(context.Background())
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errChanges), errors.Is(err, errFindings):
		return exitChanges
	case errors.Is(err, errPartly):
		return exitPartly
	}
	a.complain(err)
	return exitFailed
}

// untilSignal is for commands that have something to put away: the first Ctrl-C asks them to end, the second one ends them.
// The others have not, and end at once.
func untilSignal(cmd *cobra.Command) (ctx context.Context, stop func()) {
	ctx, stop = signal.NotifyContext(cmd.Context(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "shinkyu",
		Short: a.pick("新旧対照表と規程の沿革を読み、比べ、公開する", "read, compare and publish versions of Japanese rules"),
		Long: a.pick(
			`新旧対照表（PDF、HTML など）や改正前後の全文を読み取り、条文ごとに何が変わったかを示します。`,
			`shinkyu reads comparison tables (新旧対照表) and whole texts of Japanese rules, works out what changed
clause by clause, and publishes a static site in which every clause has its history.`),
		Example: `  shinkyu diff table.pdf
  shinkyu diff old.xml new.xml --format json
  shinkyu serve --sample`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			return a.unknownCommand(cmd, args)
		},
		SilenceErrors: true, SilenceUsage: true,
	}
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetIn(a.in)
	root.SetFlagErrorFunc(a.badFlag)
	root.AddCommand(a.diffCommand(), a.checkCommand(), a.logCommand(), a.showCommand(), a.blameCommand(), a.searchCommand(), a.addCommand(), a.extractCommand(), a.exportCommand(), a.inspectCommand(), a.textconvCommand(), a.difftoolCommand(), a.buildCommand(), a.serveCommand(), a.versionCommand())
	a.help(root)
	return root
}

// language is that of pages which the reader asked for at the command line.
func (a *app) language() locale.Language { return locale.Language(a.pick("ja", "en")) }

// pick chooses the reader's language.
func (a *app) pick(japanese, english string) string {
	if a.japanese {
		return japanese
	}
	return english
}
