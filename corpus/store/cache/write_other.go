//go:build !linux

package cache

import "os"

// write makes a file and returns when it last changed, in nanoseconds.
func write(path string, data []byte) (at int64, err error) {
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return 0, err
	}
	info, err := os.Lstat(path)
	if err != nil {
		return 0, err
	}
	return info.ModTime().UnixNano(), nil
}
