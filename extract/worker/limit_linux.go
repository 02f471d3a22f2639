package worker

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// limitSystem sets RLIMIT_DATA: private writable memory. RLIMIT_AS would count the address space that Go only reserves.
// Programs that the worker starts inherit it. A system that refuses leaves the watch.
func limitSystem() {
	_ = unix.Setrlimit(unix.RLIMIT_DATA, &unix.Rlimit{Cur: lastLimit, Max: lastLimit})
	_ = unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{})
}

// ownGroup puts a worker and the programs it starts into a process group, so that they can be killed together.
func ownGroup(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func killGroup(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) } // gone already is as good

// endGroup is called in the worker: the programs it started end with it.
func endGroup() {
	if syscall.Getpgrp() == syscall.Getpid() {
		_ = syscall.Kill(0, syscall.SIGKILL)
	}
}

// denied is how long the threads of a process and of the programs that it started were ready to run without running, together.
// A system that does not tell denied it nothing.
func denied(pid int) (sum time.Duration) {
	pids := []int{pid}
	for n := 0; n < len(pids) && n < 8; n++ {
		tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*", pids[n]))
		for _, t := range tasks {
			var ran, waited int64
			if data, err := os.ReadFile(filepath.Join(t, "schedstat")); err == nil {
				if _, err := fmt.Sscan(string(data), &ran, &waited); err == nil {
					sum += time.Duration(waited)
				}
			}
			children, _ := os.ReadFile(filepath.Join(t, "children"))
			for _, child := range strings.Fields(string(children)) {
				var id int
				if _, err := fmt.Sscan(child, &id); err == nil {
					pids = append(pids, id)
				}
			}
		}
	}
	return sum
}
