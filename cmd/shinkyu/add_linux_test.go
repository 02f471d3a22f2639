package main

// The question of add at a real terminal: nothing but a yes writes.

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// terminal is a pseudo-terminal with what a person types.
func terminal(t *testing.T, typed string) *os.File {
	t.Helper()
	master, slave := pseudoTerminal(t)
	if _, err := master.WriteString(typed); err != nil {
		t.Fatal(err)
	}
	return slave
}

// pseudoTerminal is a person's end of a terminal and a program's.
func pseudoTerminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	t.Cleanup(func() { master.Close() })
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	t.Cleanup(func() { slave.Close() })
	return master, slave
}

func TestAddAsks(t *testing.T) {
	for _, c := range []struct {
		typed string
		wrote bool
	}{{"\n", false}, {"n\n", false}, {"no\n", false}, {"yesterday\n", false}, {"y\n", true}, {"Y\n", true}, {"yes\n", true}, {"はい\n", true}} {
		dir := t.TempDir()
		inventedFile(t, filepath.Join(dir, "corpus.toml"), "title = \"規程\"\n")
		manifest := "title = \"書庫規程\"\n\n[[revision]]\nin_force = 2020-04-01\nfile = \"2020.md\"\ncontent = \"text\"\n"
		inventedFile(t, filepath.Join(dir, "shoko", "rule.toml"), manifest)
		inventedFile(t, filepath.Join(dir, "shoko", "2020.md"), "# 書庫規程\n\n第一条　鍵は、係長が保管する。\n")
		next := filepath.Join(t.TempDir(), "next.md")
		inventedFile(t, next, "# 書庫規程\n\n第一条　鍵は、課長が保管する。\n")
		var out, errs bytes.Buffer
		code := run([]string{"add", next, "--doc", "shoko", "--date", "2024-04-01", "--corpus", dir}, terminal(t, c.typed), &out, &errs, func(string) string { return "" })
		if code != exitDone || !strings.Contains(errs.String(), "write this? [y/N]") || !strings.Contains(out.String(), "+ in_force = 2024-04-01") {
			t.Errorf("%q: exit code %d\n%s%s", c.typed, code, out.String(), errs.String())
		}
		_, missing := os.Stat(filepath.Join(dir, "shoko", "2024-04-01.md"))
		now, err := os.ReadFile(filepath.Join(dir, "shoko", "rule.toml"))
		if err != nil {
			t.Fatal(err)
		}
		if wrote := missing == nil && string(now) != manifest; wrote != c.wrote || (missing == nil) != (string(now) != manifest) {
			t.Errorf("%q: wrote %v, want %v", c.typed, wrote, c.wrote)
		}
	}
}
