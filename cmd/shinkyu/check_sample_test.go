package main

// What check finds in the sample corpus, every finding with its place, severity, id and words. The tables hold a few slips on purpose, which corpus/sample/recipe
// names; what stands here beside them was read and is right, or is a remark for review.

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"shinkyu/corpus/sample"
)

var updateSample = flag.Bool("update", false, "write the findings of the sample corpus")

func TestCheckSample(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, sample.FS); err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "check-sample.txt")
	var out, errs bytes.Buffer
	if code := run([]string{"check", dir, "--format", "text"}, strings.NewReader(""), &out, &errs, func(string) string { return "" }); code != exitDone {
		t.Fatalf("exit code %d, want %d: the sample has no findings at error level\n%s", code, exitDone, errs.String())
	}
	if *updateSample {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(out.String(), "\n")); d != "" {
		t.Errorf("findings (-want +got):\n%s", d)
	}
}
