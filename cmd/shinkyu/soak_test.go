//go:build soak

package main

import (
	"bytes"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"shinkyu/site"
)

// buildProgram makes the program as users run it.
func buildProgram(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "shinkyu")
	if b, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	return program
}

// A build killed at any moment leaves the published folder whole: the site before it or the new one, never a mixture,
// and the next build is right. The corpus changes before each build, so that there is always something to exchange.
func TestKilledBuilds(t *testing.T) {
	program, dir, parent := buildProgram(t), t.TempDir(), t.TempDir()
	out, store := filepath.Join(parent, "site"), filepath.Join(t.TempDir(), "cache")
	inventCorpus(t, dir, 6, 3, 20)
	build := func() *exec.Cmd { return exec.Command(program, "build", dir, "-o", out, "--cache", store) }
	change := func(n int) site.Files {
		inventedFile(t, filepath.Join(dir, "kitei-0002", "notes", "a.md"), "+++\nclause = \"第一条\"\ntitle = \""+string(rune('あ'+n))+"\"\n+++\n\n見本。\n")
		return inMemory(t, dir)
	}
	now := change(0)
	if b, err := build().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	next := change(1)
	start := time.Now()
	if b, err := build().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	whole := time.Since(start)
	now = next
	random := rand.New(rand.NewPCG(1, 2))
	killed, exchanged, n := 0, 0, 0
	for ; killed < 50 && n < 200; n++ { // some end before they are killed
		next = change(2 + n)
		if n%5 == 4 {
			_ = os.RemoveAll(store) // a long build
		}
		c := build()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		started := time.Now()
		time.Sleep(time.Duration(random.Int64N(int64(whole) * 9 / 8)))
		_ = c.Process.Kill()
		_ = c.Wait()
		if !c.ProcessState.Exited() { // not done before
			killed++
		} else {
			whole = min(whole, time.Since(started)) // the machine was busier at first
		}
		got := published(t, out)
		switch {
		case maps.EqualFunc(got, next, bytes.Equal):
			now = next
			exchanged++
		case !maps.EqualFunc(got, now, bytes.Equal):
			t.Fatalf("after kill %d the site is neither the one before nor the new one (%d files)", n, len(got))
		}
	}
	t.Logf("%d of %d builds were killed, %d had put the new site in place", killed, n, exchanged)
	if killed < 50 {
		t.Errorf("only %d builds were killed", killed)
	}
	if b, err := build().CombinedOutput(); err != nil {
		t.Fatalf("the build after the kills: %v\n%s", err, b)
	}
	sameSite(t, "the build after the kills", published(t, out), inMemory(t, dir))
	left, err := os.ReadDir(parent)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) != 1 {
		t.Errorf("killed builds left something behind: %v", left)
	}
}

// TestTwoProcesses: builds of one corpus into one target at the same time end well, one of them last.
func TestTwoProcesses(t *testing.T) {
	program, dir := buildProgram(t), t.TempDir()
	out, store := filepath.Join(t.TempDir(), "site"), filepath.Join(t.TempDir(), "cache")
	inventCorpus(t, dir, 6, 3, 20)
	want := inMemory(t, dir)
	for range 5 {
		_ = os.RemoveAll(store)
		var both []*exec.Cmd
		for range 3 {
			c := exec.Command(program, "build", dir, "-o", out, "--cache", store)
			c.Stderr = os.Stderr
			if err := c.Start(); err != nil {
				t.Fatal(err)
			}
			both = append(both, c)
		}
		for _, c := range both {
			if err := c.Wait(); err != nil {
				t.Error(err)
			}
		}
		sameSite(t, "after builds at once", published(t, out), want)
	}
}

// TestShowEqualsEveryStoredVersion: the fourteen versions of a law, at their first day and at their last.
func TestShowEqualsEveryStoredVersion(t *testing.T) {
	if dates, files := lawVersions(t); len(dates) > 0 {
		holdVersions(t, dates, files)
	}
}
