package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// adopt makes processes that outlive their parent children of this one: shinkyu leaves its worker to end by itself.
func adopt() { _ = unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) }

// leftBehind waits for adopted processes and adds up what they used; peak is the largest of theirs.
func leftBehind() use {
	var sum use
	for {
		var u unix.Rusage
		if _, err := unix.Wait4(-1, nil, 0, &u); err == unix.EINTR {
			continue
		} else if err != nil {
			return sum
		}
		sum.cpu += time.Duration(u.Utime.Nano() + u.Stime.Nano())
		sum.peak = max(sum.peak, megaOf(u.Maxrss))
	}
}

// peakOf is the most memory a process held, in MB.
func peakOf(p *os.ProcessState) float64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return megaOf(u.Maxrss)
	}
	return 0
}

// ownTime is the processor time that this program has used.
func ownTime() time.Duration {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func megaOf(kilobytes int64) float64 { return float64(kilobytes) / 1024 } // as Linux counts

// every is how often memory is looked at.
const every = 3 * time.Millisecond

// sample watches a process and its children until done, and returns the most MB that they held together.
func sample(pid int, done <-chan struct{}) float64 {
	most := 0.0
	for {
		select {
		case <-done:
			return most
		case <-time.After(every):
			sum := held(pid)
			threads, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", pid)) // any thread may have started one
			for _, thread := range threads {
				children, _ := os.ReadFile(thread)
				for _, child := range strings.Fields(string(children)) {
					if n, err := strconv.Atoi(child); err == nil {
						sum += held(n)
					}
				}
			}
			most = max(most, sum)
		}
	}
}

// held is the memory of a process, in MB; 0 if it has ended.
func held(pid int) float64 {
	statm, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0
	}
	fields := strings.Fields(string(statm))
	if len(fields) < 2 {
		return 0
	}
	pages, _ := strconv.ParseInt(fields[1], 10, 64)
	return megaOf(pages * int64(os.Getpagesize()) / 1024)
}
