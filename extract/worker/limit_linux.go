package worker

import (
	"os/exec"
	"syscall"

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
