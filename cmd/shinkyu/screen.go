package main

// Where the result goes: a terminal has a width, colours and a pager; a pipe has none of them unless asked for.

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"

	"github.com/muesli/termenv"
	"github.com/spf13/pflag"
	xterm "golang.org/x/term"
)

// plainWidth is the width where there is no terminal to ask.
const plainWidth = 80

// screenFlags are the flags that override what the terminal says.
type screenFlags struct {
	color   string
	noPager bool
	width   int
}

func (a *app) screenFlags(flags *pflag.FlagSet, f *screenFlags) {
	flags.StringVar(&f.color, "color", "auto", a.pick("色: auto, always, never（NO_COLOR も見る）", "colour: auto, always, never (NO_COLOR is honoured)"))
	flags.BoolVar(&f.noPager, "no-pager", false, a.pick("ページャーを使わない", "do not use a pager"))
	flags.IntVar(&f.width, "width", 0, a.pick("桁数（既定は端末の幅、端末でなければ 80）", "columns (default: the terminal's, 80 without one)"))
}

// screen is what the output can do.
type screen struct {
	terminal      bool
	width, height int
	color         termenv.Profile
	pager         bool
}

// screen looks at the flags, then the environment, then the terminal. A file is never a terminal.
func (a *app) screen(f *screenFlags, file bool) (screen, error) {
	s := screen{width: plainWidth, color: termenv.Ascii}
	if out, ok := a.out.(*os.File); ok && !file && xterm.IsTerminal(int(out.Fd())) {
		s.terminal = true
		if w, h, err := xterm.GetSize(int(out.Fd())); err == nil && w > 0 {
			s.width, s.height = w, h
		}
	}
	if n, err := strconv.Atoi(a.getenv("COLUMNS")); err == nil && n > 0 {
		s.width = n
	}
	if f.width < 0 {
		return s, usage("bad-width", "--width は正の数です", "--width must be positive", "--width 120")
	}
	if f.width > 0 {
		s.width = f.width
	}
	switch f.color {
	case "auto":
		if s.terminal && a.getenv("NO_COLOR") == "" {
			s.color = a.profile()
		}
	case "always":
		if s.color = a.profile(); s.color == termenv.Ascii {
			s.color = termenv.ANSI256
		}
	case "never":
	default:
		return s, usage("bad-color", fmt.Sprintf("--color: %q ではなく auto, always, never のいずれかです", f.color), fmt.Sprintf("--color: %q is none of auto, always, never", f.color), "--color always")
	}
	s.pager = s.terminal && !f.noPager
	return s, nil
}

// profile is how many colours the terminal has, by its own words.
func (a *app) profile() termenv.Profile {
	name := a.getenv("TERM")
	switch {
	case a.getenv("COLORTERM") == "truecolor", a.getenv("COLORTERM") == "24bit", strings.Contains(name, "256color"):
		return termenv.ANSI256
	case name == "" || name == "dumb":
		return termenv.Ascii
	}
	return termenv.ANSI
}

// page writes the result, through a pager if it is taller than the terminal.
func (a *app) page(data []byte, s screen) error {
	if s.pager && bytes.Count(data, []byte("\n")) >= s.height {
		if done, err := a.runPager(data); done {
			return err
		}
	}
	_, err := a.out.Write(data)
	return quiet(err)
}

// runPager reports whether a pager took the result; without one it is simply printed.
func (a *app) runPager(data []byte) (bool, error) {
	command, set := a.getenv("PAGER"), a.getenv("PAGER") != ""
	if !set {
		command = "less"
	}
	if strings.TrimSpace(command) == "cat" {
		return false, nil
	}
	name, args := "sh", []string{"-c", command}
	if _, err := exec.LookPath(name); err != nil {
		return false, nil
	}
	if !set {
		if _, err := exec.LookPath(command); err != nil {
			return false, nil
		}
	}
	cmd := exec.Command(name, args...)
	cmd.Env = os.Environ()
	if a.getenv("LESS") == "" {
		cmd.Env = append(cmd.Env, "LESS=FRX")
	}
	if a.getenv("LESSCHARSET") == "" {
		cmd.Env = append(cmd.Env, "LESSCHARSET=utf-8")
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(data), a.out, a.err
	if err := cmd.Start(); err != nil {
		return false, nil
	}
	_ = cmd.Wait() // a reader who leaves early is no failure
	return true, nil
}

// put writes a result to standard output, or to a file at once and whole.
func (a *app) put(file string, data []byte) error {
	return a.putBy(file, func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(data))
		return err
	})
}

// putBy is put for what is written as it is made.
func (a *app) putBy(file string, write func(io.Writer) error) error {
	if file == "" || file == "-" {
		return quiet(write(a.out))
	}
	if err := writeFileBy(file, write); err != nil {
		return &about{file, fileFailure(err)}
	}
	return nil
}
