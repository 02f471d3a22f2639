package worker

// What caller and worker say to each other: gob values over the worker's standard input and output. One request at a time;
// the worker answers with any number of steps and one last answer. Its standard error is kept for when it dies.

import (
	"bufio"
	"errors"
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
	printJob
)

type request struct {
	Job     job
	Source  extract.Source
	Drawing extract.Drawing // inspectJob
	Crops   []corpus.Crop   // facsimileJob
	Form    string          // printJob
}

// answer is a step on the way (Step is set), a piece of the content (Clauses or Printed is set), or the end of a request.
//
// A message is held whole by both sides, and its content has as many words as the file. So clauses come before the content that
// they belong to, some at a time, and so does what is printed.
type answer struct {
	Step    *extract.Step
	Clauses []*corpus.Clause // of list At, see lists
	At      int
	Printed []byte
	Content *extract.Content // without its clauses
	Data    []byte
	Prints  []corpus.Picture
	Diags   []corpus.Diag // about Prints
	Failure *corpus.Failure
	Err     string // any other error
	Retire  bool   // the worker ends after this answer: it has grown

	printed [][]byte // what came before it
}

// last reports whether an answer ends its request.
func (a *answer) last() bool { return a.Step == nil && a.Clauses == nil && a.Printed == nil }

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
	atATime   = 32       // clauses of the first level in one message
	printed   = 64 << 10 // bytes in one message
)

// pieces takes out of an answer what comes before it, as messages: what is printed in the form that was asked for, or the clauses.
func (a *answer) pieces(r *request, send func(answer)) {
	if a.Content == nil {
		return
	}
	if r.Job == printJob {
		w := bufio.NewWriterSize(writer(func(p []byte) { send(answer{Printed: p}) }), printed)
		err := printer(w, a.Content, r.Form)
		if err == nil {
			err = w.Flush()
		}
		a.Content = &extract.Content{Tally: a.Content.Tally}
		a.fail(err)
		return
	}
	for at, list := range lists(a.Content) {
		for some := range slices.Chunk(*list, atATime) {
			send(answer{Clauses: some, At: at})
		}
		*list = nil
	}
}

// writer is an io.Writer that never fails.
type writer func([]byte)

func (w writer) Write(p []byte) (int, error) {
	w(p)
	return len(p), nil
}

// fail makes an error the answer's.
func (a *answer) fail(err error) {
	if err != nil && !errors.As(err, &a.Failure) {
		a.Err = err.Error()
	}
}

// gathered is what came before the last answer of a request.
type gathered struct {
	clauses [mostLists][]*corpus.Clause
	printed [][]byte
}

// add takes one message; one that cannot be is refused.
func (g *gathered) add(a *answer) bool {
	if a.At < 0 || a.At >= mostLists {
		return false
	}
	g.clauses[a.At] = append(g.clauses[a.At], a.Clauses...)
	if a.Printed != nil {
		g.printed = append(g.printed, a.Printed)
	}
	return true
}

// put sets what came before an answer in its places.
func (g *gathered) put(a *answer) {
	a.printed = g.printed
	if a.Content == nil {
		return
	}
	for at, list := range lists(a.Content) {
		*list = g.clauses[at]
	}
}
