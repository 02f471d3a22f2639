package main

// Passwords of protected PDFs. They never stand on the command line, where other users of the machine and the shell's history
// see them: programs pass SHINKYU_PASSWORD, people are asked.

import (
	"fmt"
	"os"

	"github.com/spf13/pflag"
	xterm "golang.org/x/term"

	"shinkyu/corpus"
)

const passwordVariable = "SHINKYU_PASSWORD"

// passwordFlag adds --password to a command that reads files.
func (a *app) passwordFlag(flags *pflag.FlagSet) {
	flags.BoolVar(&a.askPassword, "password", false, a.pick("保護された PDF のパスワードを尋ねる（環境変数 SHINKYU_PASSWORD が先）", "ask for the password of a protected PDF (SHINKYU_PASSWORD comes first)"))
}

// password is what the environment says, or the reader; it is asked for once.
func (a *app) password() (string, error) {
	if p := a.getenv(passwordVariable); p != "" || !a.askPassword {
		return p, nil
	}
	if a.typed != nil {
		return *a.typed, nil
	}
	in, ok := a.in.(*os.File)
	if !ok || !xterm.IsTerminal(int(in.Fd())) {
		return "", &corpus.Failure{Rule: "no-terminal",
			Japanese: "--password: 端末がないため、パスワードを尋ねられません", English: "--password: there is no terminal to ask for it",
			HintJA: "環境変数 SHINKYU_PASSWORD で渡してください", HintEN: "pass it in the environment variable SHINKYU_PASSWORD"}
	}
	fmt.Fprint(a.err, a.pick("パスワード: ", "password: "))
	typed, err := xterm.ReadPassword(int(in.Fd()))
	fmt.Fprintln(a.err)
	if err != nil {
		return "", fileFailure(err)
	}
	p := string(typed)
	a.typed = &p
	return p, nil
}
