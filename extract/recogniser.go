package extract

import "shinkyu/extract/internal/scan"

// Recogniser names the program that reads pictures of pages, with its version: what is read of a scan depends on it. "" if there is none.
func Recogniser() string { return scan.Version() }
