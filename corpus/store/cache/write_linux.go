package cache

import (
	"io/fs"
	"syscall"
)

// write makes a file and returns when it last changed, in nanoseconds. Package os asks of every file that it opens whether its readers can be
// woken, with five calls of the system beside the four that are needed here, and a build writes thousands of files.
func write(path string, data []byte) (at int64, err error) {
	failed := func(call string, err error) (int64, error) { return 0, &fs.PathError{Op: call, Path: path, Err: err} }
	again := func(do func() error) error {
		for {
			if err := do(); err != syscall.EINTR {
				return err
			}
		}
	}
	var f int
	if err := again(func() (err error) {
		f, err = syscall.Open(path, syscall.O_WRONLY|syscall.O_CREAT|syscall.O_TRUNC|syscall.O_CLOEXEC, 0o644)
		return err
	}); err != nil {
		return failed("open", err)
	}
	for len(data) > 0 && err == nil {
		var n int
		if err = again(func() (err error) { n, err = syscall.Write(f, data); return err }); err == nil {
			data = data[n:]
		}
	}
	if err != nil {
		_ = syscall.Close(f)
		return failed("write", err)
	}
	var s syscall.Stat_t
	if err := again(func() error { return syscall.Fstat(f, &s) }); err != nil {
		_ = syscall.Close(f)
		return failed("stat", err)
	}
	if err := syscall.Close(f); err != nil {
		return failed("close", err)
	}
	return s.Mtim.Nano(), nil
}
