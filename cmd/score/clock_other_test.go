//go:build !linux

package main

import "time"

var began = time.Now()

// processorTime is the time that has passed, where systems count processor time otherwise.
func processorTime() time.Duration { return time.Since(began) }
