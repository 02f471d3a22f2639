//go:build soak

package main

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// A build killed at any moment leaves the published folder whole: the site before it or the new one, never a mixture,
// and the next build is right.
func TestKilledBuilds(t *testing.T) {
	dir := t.TempDir()
	program, out := filepath.Join(dir, "shinkyu"), filepath.Join(dir, "site")
	if b, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	build := func() *exec.Cmd { return exec.Command(program, "build", "--sample", "-o", out) }
	start := time.Now()
	if b, err := build().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	whole := time.Since(start)
	want := tree(t, out)
	random := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for range 50 {
		c := build()
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(whole))))
		if c.Process.Kill() == nil {
			killed++
		}
		_ = c.Wait()
		if got := tree(t, out); len(got) != len(want) {
			t.Fatalf("after a kill the site has %d files, want %d", len(got), len(want))
		}
	}
	t.Logf("%d of 50 builds were killed, each after up to %v", killed, whole)
	if b, err := build().CombinedOutput(); err != nil {
		t.Fatalf("the build after the kills: %v\n%s", err, b)
	}
	got := tree(t, out)
	for name, size := range want {
		if got[name] != size {
			t.Errorf("%s has %d bytes, want %d", name, got[name], size)
		}
	}
	left, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) != 2 {
		t.Errorf("killed builds left something behind: %v", left)
	}
}

// tree lists the files below dir with their sizes.
func tree(t *testing.T, dir string) map[string]int64 {
	out := map[string]int64{}
	err := filepath.Walk(dir, func(path string, info os.FileInfo, err error) error {
		if err != nil {
			return err
		}
		if !info.IsDir() {
			out[path] = info.Size()
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
