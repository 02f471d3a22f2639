// Package worker reads files in a process of its own, so that a file made to hang, to swell or to crash its reader takes
// nothing with it but its own reading.
//
// Problem: PDFs and Office files come from anywhere. Go has no way to stop a goroutine that loops, nor to survive a
// failed allocation or a stack that grew too far; with a second engine in WebAssembly the memory is the system's.
// Choice: the program starts itself again with a hidden argument (Argument) and speaks with that process over its
// standard streams (protocol.go). The worker limits its own memory (limit_linux.go); the caller kills it when it shows no progress
// in time. What ends a worker becomes one *corpus.Failure with the page it was at, or, if the file has other pages, a
// finding on that page: the file is read again without it. Idle workers are kept, so that a corpus of a thousand files does not
// start a thousand processes.
// Rejected: recover and context checks alone (they do not reach out-of-memory and stack overflow); seccomp and containers (not
// everywhere, and not ours to set up). Cost: the program starts once more (some 20 ms) and holds the bytes of the file twice.
//
// Without Enable everything is read in the process itself: that is how tests and other users of package extract work.
package worker

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"time"

	"shinkyu/corpus"
	"shinkyu/extract"
)

// Extract is extract.Extract in a worker.
func Extract(ctx context.Context, src extract.Source) (*extract.Content, error) {
	if !enabled() {
		return extract.Extract(ctx, src)
	}
	a, err := around(ctx, request{Job: extractJob, Source: src})
	if err != nil {
		return nil, err
	}
	return a.Content, nil
}

// Printer writes what was read of a file in a form that the program knows by its name.
type Printer func(w io.Writer, c *extract.Content, form string) error

var printer Printer = func(io.Writer, *extract.Content, string) error {
	return errors.New("worker: the program prints nothing")
}

// PrintBy sets how Print writes. A program calls it before Main, so that its workers write as it does.
func PrintBy(p Printer) { printer = p }

// Printed is what Print wrote, and the account of the file's characters.
type Printed struct {
	pieces [][]byte
	Tally  []corpus.Tally
}

// WriteTo writes it all.
func (p *Printed) WriteTo(w io.Writer) (n int64, err error) {
	for _, piece := range p.pieces {
		k, err := w.Write(piece)
		if n += int64(k); err != nil {
			return n, err
		}
	}
	return n, nil
}

// Print reads a file as Extract does and writes it in a form, all of it in a worker: what is read of a large file takes a quarter of the
// time to send that it takes to read, and is held twice.
func Print(ctx context.Context, src extract.Source, form string) (*Printed, error) {
	if !enabled() {
		c, err := extract.Extract(ctx, src)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = printer(&b, c, form)
		return &Printed{[][]byte{b.Bytes()}, c.Tally}, err
	}
	a, err := around(ctx, request{Job: printJob, Source: src, Form: form})
	if err != nil {
		return nil, err
	}
	return &Printed{a.printed, a.Content.Tally}, nil
}

// Inspect is extract.Inspect in a worker.
func Inspect(ctx context.Context, src extract.Source, w extract.Drawing) ([]byte, error) {
	if !enabled() {
		return extract.Inspect(ctx, src, w)
	}
	a, err := call(ctx, request{Job: inspectJob, Source: src, Drawing: w})
	if err != nil {
		return nil, err
	}
	return a.Data, nil
}

// Facsimile is extract.Facsimile in a worker.
func Facsimile(ctx context.Context, src extract.Source, crops []corpus.Crop) ([]corpus.Picture, []corpus.Diag, error) {
	if !enabled() {
		return extract.Facsimile(ctx, src, crops)
	}
	a, err := around(ctx, request{Job: facsimileJob, Source: src, Crops: crops})
	if err != nil {
		return nil, nil, err
	}
	return a.Prints, a.Diags, nil
}

const (
	maxRetries  = 3
	maxRetrying = 20 * time.Second // after this long, a file that kills its worker is given up
)

// around reads a file and, where a page ends the worker, reads the rest of it.
func around(ctx context.Context, r request) (*answer, error) {
	start := time.Now()
	for tries := 0; ; tries++ {
		a, err := call(ctx, r)
		var e *ended
		if !errors.As(err, &e) {
			return a, err
		}
		next := e.at.Page
		last := next < 1 || len(r.Source.Skip)+1 >= e.at.Pages || r.Source.Skips(next)
		if last || tries >= maxRetries || time.Since(start) > maxRetrying {
			return nil, e.failure()
		}
		r.Source.Skip = append(slices.Clip(r.Source.Skip), extract.Skipped{Page: next, Japanese: e.reasonJA(), English: e.reasonEN()})
	}
}

// failed is the error of an answer.
func (a *answer) failed() error {
	switch {
	case a.Failure != nil:
		return a.Failure
	case a.Err != "":
		return &corpus.Failure{Rule: "worker", Japanese: a.Err, English: a.Err}
	}
	return nil
}
