package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/mattn/go-runewidth"
	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"shinkyu": main})
}

// TestScripts runs the program as a reader does. The scripts set no locale unless they say so.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(e *testscript.Env) error {
			archive, err := filepath.Abs("../../corpus/sample/archive")
			if err != nil {
				return err
			}
			e.Setenv("SAMPLE", archive)
			e.Setenv("LANG", "C.UTF-8")
			e.Setenv("LC_ALL", "")
			e.Setenv("LC_MESSAGES", "")
			e.Setenv("COLUMNS", "")
			e.Setenv("NO_COLOR", "")
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": status, "widest": widest, "lines": countLines, "get": get, "encode": encode, "hidden": hidden,
		},
	})
}

// status N program args… runs a program that must end with this exit code.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status CODE PROGRAM ARGUMENT...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	if exit, ok := err.(*exec.ExitError); ok {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// widest FILE N fails if a line has more than N columns with ambiguous characters narrow.
func widest(ts *testscript.TestScript, neg bool, args []string) {
	limit, err := strconv.Atoi(args[1])
	ts.Check(err)
	cond := runewidth.NewCondition()
	cond.EastAsianWidth = false
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if n := cond.StringWidth(strings.TrimRight(line, "\n")); (n > limit) != neg {
			ts.Fatalf("%d columns: %s", n, line)
		}
	}
}

// lines FILE N checks how many lines a file has.
func countLines(ts *testscript.TestScript, neg bool, args []string) {
	if got := strconv.Itoa(strings.Count(ts.ReadFile(args[0]), "\n")); (got == args[1]) == neg {
		ts.Fatalf("%s lines in %s", got, args[0])
	}
}

// hidden FOLDER fails if a build left a work folder in it; with ! it wants one.
func hidden(ts *testscript.TestScript, neg bool, args []string) {
	found, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), ".*.shinkyu-*"))
	ts.Check(err)
	if (len(found) > 0) != neg {
		ts.Fatalf("work folders: %v", found)
	}
}

// encode FILE ENCODING makes a file that has bytes of another encoding.
func encode(ts *testscript.TestScript, neg bool, args []string) {
	data, ok := encodings[args[1]]
	if !ok {
		ts.Fatalf("unknown encoding %s", args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

var encodings = map[string][]byte{
	"broken": bytes.Repeat([]byte{0x81, 0xff, 0xfe, 0x00, 0x9d, 0xc3, 0x28}, 50),
}

// get ADDRESSFILE PATH CODE [WORD] waits for a server's address in a file and fetches a page.
func get(ts *testscript.TestScript, neg bool, args []string) {
	var address string
	for range 200 {
		if data, err := os.ReadFile(ts.MkAbs(args[0])); err == nil && bytes.HasSuffix(data, []byte("\n")) {
			address = strings.TrimSpace(string(data))
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if address == "" {
		ts.Fatalf("no address in %s", args[0])
	}
	res, err := http.Get(address + args[1])
	ts.Check(err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	ts.Check(err)
	if fmt.Sprint(res.StatusCode) != args[2] || len(args) > 3 && !bytes.Contains(body, []byte(args[3])) {
		ts.Fatalf("%s: %d\n%s", args[1], res.StatusCode, body)
	}
}
