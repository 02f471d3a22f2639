//go:build !linux

package worker

// LargePages does nothing: other systems decide themselves.
func LargePages() {}
