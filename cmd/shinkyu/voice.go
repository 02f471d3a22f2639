package main

// The program's voice: results go to stdout and nothing else does; all talk goes to stderr as
// "shinkyu: error: …" and "shinkyu: hint: …", one line each, without capital letter and full stop.
// A hint is a command or an act that helps, never a repetition of the error.

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"shinkyu/corpus"
	"shinkyu/render/words"
)

// japaneseLocale follows POSIX: LC_ALL before LC_MESSAGES before LANG, the first that is set decides.
func japaneseLocale(getenv func(string) string) bool {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return v == "ja" || strings.HasPrefix(v, "ja_") || strings.HasPrefix(v, "ja.")
		}
	}
	return false
}

// mostComplaints is how many failures of one job are told apart; more scroll the first ones away.
const mostComplaints = 20

// complain says what went wrong and, where something helps, what to do.
func (a *app) complain(err error) {
	if errors.Is(err, context.Canceled) {
		a.say("error", a.pick("中断しました", "interrupted"))
		return
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok {
		list := many.Unwrap()
		for _, one := range list[:min(len(list), mostComplaints)] {
			a.complain(one)
		}
		if rest := len(list) - mostComplaints; rest > 0 {
			a.say("error", a.pick(fmt.Sprintf("ほか %d件", rest), fmt.Sprintf("and %d more", rest)))
		}
		return
	}
	var f *corpus.Failure
	if !errors.As(err, &f) {
		a.say("error", err.Error())
		return
	}
	message, hint := f.English, f.HintEN
	if a.japanese {
		message, hint = f.Japanese, f.HintJA
	}
	if where := subject(err); where != "" && !strings.HasPrefix(message, where) {
		message = where + ": " + message
	}
	a.say("error", message)
	if hint != "" {
		a.say("hint", hint)
	}
}

// say writes one line: a message that came with line breaks is still one.
func (a *app) say(kind, message string) {
	fmt.Fprintf(a.err, "shinkyu: %s: %s\n", kind, strings.Join(strings.Fields(message), " "))
}

// about tells which file or document a failure concerns.
type about struct {
	name string
	err  error
}

func (e *about) Error() string { return e.name + ": " + e.err.Error() }
func (e *about) Unwrap() error { return e.err }

func subject(err error) string {
	var e *about
	if errors.As(err, &e) {
		return e.name
	}
	return ""
}

// usage is a failure of the command line itself.
func usage(rule, japanese, english, hint string) error {
	return &corpus.Failure{Rule: rule, Japanese: japanese, English: english, HintJA: hint, HintEN: hint}
}

// unknownCommand names the nearest command and repeats the reader's line with it.
func (a *app) unknownCommand(root *cobra.Command, args []string) error {
	hint := "shinkyu --help"
	if near := nearest(args[0], commandNames(root)); near != "" {
		hint = strings.Join(append([]string{"shinkyu", near}, args[1:]...), " ")
	}
	return usage("unknown-command", fmt.Sprintf("%q というコマンドはありません", args[0]), fmt.Sprintf("unknown command %q", args[0]), hint)
}

// badFlag rewords pflag's message and names the nearest flag.
func (a *app) badFlag(cmd *cobra.Command, err error) error {
	hint := cmd.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		name := unknown.GetSpecifiedName()
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := nearest(name, names); near != "" {
			hint = cmd.CommandPath() + " --" + near
		}
		return usage("unknown-flag", "--"+name+" というオプションはありません", "unknown flag --"+name, hint)
	}
	return usage("bad-flag", err.Error(), err.Error(), hint)
}

func commandNames(root *cobra.Command) []string {
	var names []string
	for _, c := range root.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	return names
}

// nearest is the name at the smallest edit distance, "" if none is near enough to be meant.
func nearest(word string, names []string) string {
	best, least := "", max(1, (len(word)+1)/3)+1
	slices.Sort(names)
	for _, n := range names {
		d := distance(word, n)
		if strings.HasPrefix(n, word) && len(word) > 1 {
			d = 1
		}
		if d < least {
			best, least = n, d
		}
	}
	return best
}

// distance is Levenshtein's.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

// arguments checks how many there are and shows the forms a command has.
func (a *app) arguments(least, most int, forms ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		hint := "shinkyu " + strings.Join(forms, a.pick("、又は shinkyu ", ", or shinkyu "))
		switch {
		case len(args) < least:
			return usage("missing-argument", cmd.Name()+": ファイルの指定が足りません", cmd.Name()+": missing argument", hint)
		case len(args) > most:
			return usage("too-many-arguments", cmd.Name()+": 引数が多すぎます", cmd.Name()+": too many arguments", hint)
		}
		return nil
	}
}

// nearestEffect is the nearest kind of effect, else a few that readers ask for.
func nearestEffect(word string) string {
	var names []string
	for _, k := range words.AllEffects() {
		names = append(names, string(k))
	}
	if near := nearest(word, names); near != "" {
		return near
	}
	return "duty,scope,definition"
}
