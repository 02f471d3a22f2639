package worker

// What caller and worker say to each other: gob values over the worker's standard input and output. One request at a time;
// the worker answers with any number of steps and one last answer. Its standard error is kept for when it dies.

import (
	"slices"

	"shinkyu/corpus"
	"shinkyu/extract"
)

// Argument is the hidden first argument that makes the program a worker.
const Argument = "read-as-worker"

type job uint8

const (
	extractJob job = iota + 1
	inspectJob
	facsimileJob
)

type request struct {
	Job     job
	Source  extract.Source
	Drawing extract.Drawing // inspectJob
	Crops   []corpus.Crop   // facsimileJob
}

// answer is a step on the way (Step is set), a piece of the content (Clauses is set), or the end of a request.
//
// A message is held whole by both sides, and its content has as many words as the file. So clauses come before the content that
// they belong to, some at a time.
type answer struct {
	Step    *extract.Step
	Clauses []*corpus.Clause // of list At, see lists
	At      int
	Content *extract.Content // without its clauses
	Data    []byte
	Prints  []corpus.Picture
	Diags   []corpus.Diag // about Prints
	Failure *corpus.Failure
	Err     string // any other error
	Retire  bool   // the worker ends after this answer: it has grown
}

// lists are the places in a content where clauses stand, in an order that both sides know.
func lists(c *extract.Content) (out []*[]*corpus.Clause) {
	if c.Comparison != nil {
		for side := range c.Comparison.Sides {
			out = append(out, &c.Comparison.Sides[side].Clauses)
		}
	}
	if c.Document != nil {
		out = append(out, &c.Document.Clauses)
	}
	return out
}

const (
	mostLists = 3
	atATime   = 32 // clauses of the first level in one message
)

// pieces takes the clauses out of an answer, as messages to come before it.
func (a *answer) pieces(send func(answer)) {
	if a.Content == nil {
		return
	}
	for at, list := range lists(a.Content) {
		for some := range slices.Chunk(*list, atATime) {
			send(answer{Clauses: some, At: at})
		}
		*list = nil
	}
}

// put sets the clauses that came before an answer in their places.
func (a *answer) put(clauses [mostLists][]*corpus.Clause) {
	if a.Content == nil {
		return
	}
	for at, list := range lists(a.Content) {
		*list = clauses[at]
	}
}
