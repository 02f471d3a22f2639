package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The sample site in Chromium: no page scrolls sideways, none logs an error, axe-core finds nothing, at desktop and phone
// width, light and dark. `make test` installs what this needs; without it the test says so (docs/TRICKY-CASES.md).
func TestSiteInBrowser(t *testing.T) {
	const folder = "../../.ci/browser"
	tools, err := filepath.Abs("../../.tools/bin")
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", tools+string(os.PathListSeparator)+os.Getenv("PATH"))
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("no node: run `make deps` (docs/TRICKY-CASES.md, browser tests)")
	}
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium: run `make deps` (docs/TRICKY-CASES.md, browser tests)")
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules", "playwright-core")); err != nil {
		t.Skip("no playwright-core: run `make deps` (docs/TRICKY-CASES.md, browser tests)")
	}
	out := filepath.Join(t.TempDir(), "site")
	if code := run([]string{"build", "--sample", "-o", out}, nil, io.Discard, os.Stderr, os.Getenv); code != 0 {
		t.Fatalf("build --sample ends with %d", code)
	}
	check := exec.Command(node, filepath.Join(folder, "check.mjs"), out)
	check.Env = append(os.Environ(), "CHROMIUM="+chromium)
	report, err := check.CombinedOutput()
	t.Logf("%s", report)
	if err != nil {
		t.Error(err)
	}
}
