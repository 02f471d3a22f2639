//go:build !linux

package main

import "errors"

// exchange is not known here; the caller renames twice.
func exchange(a, b string) error { return errors.ErrUnsupported }
