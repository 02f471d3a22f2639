package cache

import (
	"io/fs"
	"syscall"
	"time"
)

// mark is what no program sets at will: the file's number, and when anything of it changed last.
func mark(info fs.FileInfo) [2]int64 {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return [2]int64{}
	}
	return [2]int64{int64(s.Ino), time.Unix(s.Ctim.Unix()).UnixNano()}
}
