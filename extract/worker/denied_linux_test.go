package worker

import (
	"os"
	"os/exec"
	"testing"
	"time"
)

// A process that shares one processor with another is told what it was denied; one that sleeps is denied nothing.
func TestDenied(t *testing.T) {
	_, untold := os.Stat("/proc/self/schedstat")
	start := func(args ...string) int {
		cmd := exec.Command(args[0], args[1:]...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
		return cmd.Process.Pid
	}
	spin := []string{"taskset", "-c", "0", "sh", "-c", "while :; do :; done"}
	one := start(spin...)
	start(spin...)
	asleep := start("sleep", "60")
	time.Sleep(time.Second)
	if d := denied(one); untold == nil && d < 200*time.Millisecond {
		t.Errorf("a process with half of a processor was denied %v of a second", d)
	}
	if d := denied(asleep); d > 200*time.Millisecond {
		t.Errorf("a sleeping process was denied %v", d)
	}
}

func TestOwnTime(t *testing.T) {
	for _, c := range []struct{ passed, denied, own time.Duration }{
		{8, 0, 8}, {8, 3, 5}, {8, 7, 2}, {8, 30, 2},
	} {
		if got := own(c.passed, c.denied); got != c.own {
			t.Errorf("%d passed, %d denied: %d", c.passed, c.denied, got)
		}
	}
}
