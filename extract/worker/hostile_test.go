package worker

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"shinkyu/corpus"
	"shinkyu/extract"
)

// TestHostileSamples: hostile and protected files that lie beside the project, each in a worker: it ends in time and within its
// memory, and what cannot be read is refused with a reason and a hint.
func TestHostileSamples(t *testing.T) {
	var names []string
	for _, folder := range []string{"attack", "enc"} {
		found, err := filepath.Glob("../../../shared/samples/pdf/" + folder + "/*.pdf")
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	if len(names) == 0 {
		t.Log("no samples beside the project: only our own hostile files are read (extract, extract/internal/pdf)")
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		_, err = Extract(t.Context(), extract.Source{Name: filepath.Base(name), Data: data})
		if d := time.Since(start); d > 40*time.Second { // 10 s where the machine has no other work
			t.Errorf("%s took %v", name, d)
		}
		var f *corpus.Failure
		switch {
		case err == nil:
		case !errors.As(err, &f):
			t.Errorf("%s: %v", name, err)
		case f.HintJA == "" || f.HintEN == "" || f.Japanese == "" || f.English == "no text on page 1":
			t.Errorf("%s: %+v", name, f)
		case strings.Contains(name, "_pw_") && f.Rule != "pdf-password":
			t.Errorf("%s: %s", name, f.Rule)
		}
		if mb := mostMemory(); mb > 1024 {
			t.Errorf("%s: the worker had %d MB", name, mb)
		}
	}
}

// mostMemory is the peak of the idle workers in MB; 0 where the system does not tell.
func mostMemory() (most int) {
	for range len(idle) {
		p := <-idle
		idle <- p
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.cmd.Process.Pid))
		if err != nil {
			continue
		}
		for line := range strings.Lines(string(status)) {
			var kb int
			if _, err := fmt.Sscanf(line, "VmHWM: %d kB", &kb); err == nil {
				most = max(most, kb/1024)
			}
		}
	}
	return most
}
