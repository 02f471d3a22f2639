// Command shinkyu compares versions of Japanese rules and publishes their history.
package main

import (
	"os"

	"shinkyu/extract/worker"
)

func main() {
	worker.PrintBy(printReading)
	if worker.Asked(os.Args) {
		worker.Main()
	}
	worker.Enable()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
