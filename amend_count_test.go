//go:build !soak

package shinkyu_test

const amendments = 300
