package worker

// What caller and worker say to each other: gob values over the worker's standard input and output. One request at a time;
// the worker answers with any number of steps and one last answer. Its standard error is kept for when it dies.

import (
	"shinkyu/corpus"
	"shinkyu/extract"
)

// Argument is the hidden first argument that makes the program a worker.
const Argument = "read-as-worker"

type job uint8

const (
	extractJob job = iota + 1
	inspectJob
)

type request struct {
	Job     job
	Source  extract.Source
	Drawing extract.Drawing // inspectJob
}

// answer is a step on the way (Step is set) or the end of a request.
type answer struct {
	Step    *extract.Step
	Content *extract.Content
	Data    []byte
	Failure *corpus.Failure
	Err     string // any other error
	Retire  bool   // the worker ends after this answer: it has grown
}
