package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
)

// writeFile puts data into place in one step: a reader sees the old file or the new one, never half of it.
func writeFile(name string, data []byte) error {
	return writeFileBy(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// writeFileBy is writeFile for what is written as it is made.
func writeFileBy(name string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err = write(f); err != nil {
		return err
	}
	mode := os.FileMode(0o644)
	if old, statErr := os.Stat(name); statErr == nil {
		mode = old.Mode().Perm()
	}
	if err = f.Chmod(mode); err != nil {
		return err
	}
	if err = f.Sync(); err != nil {
		return err
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// quiet forgives a reader that stopped reading: `shinkyu diff … | head` has done its job.
func quiet(err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return nil
	}
	return err
}
