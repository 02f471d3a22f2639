package worker

// The worker's side: read a request, do it, answer; end with the caller.

import (
	"bufio"
	"context"
	"encoding/gob"
	"errors"
	"io"
	"os"
	"runtime/metrics"
	"sync"

	"shinkyu/corpus"
	"shinkyu/extract"
)

// Asked reports whether the program was started to be a worker. It is asked before anything else in main.
func Asked(args []string) bool { return len(args) == 2 && args[1] == Argument }

// Main is the worker: it never returns.
func Main() {
	in, out := os.Stdin, os.Stdout
	os.Stdout = os.Stderr // whatever a library prints must not be taken for an answer
	limitMemory()
	serve(in, out, do)
	endGroup()
	os.Exit(0)
}

// serve answers requests until the caller is gone. One that goes away while a file is being read ends the worker at once.
func serve(in io.Reader, out io.Writer, do func(context.Context, request) answer) {
	requests := make(chan request)
	go func() {
		dec := gob.NewDecoder(bufio.NewReaderSize(in, 1<<16))
		for {
			var r request
			if dec.Decode(&r) != nil {
				endGroup()
				os.Exit(0)
			}
			requests <- r
		}
	}()
	buffer := bufio.NewWriterSize(out, 1<<16)
	enc := gob.NewEncoder(buffer)
	var one sync.Mutex
	write := func(a *answer, flush bool) {
		one.Lock()
		defer one.Unlock()
		if enc.Encode(a) != nil || flush && buffer.Flush() != nil {
			endGroup()
			os.Exit(0)
		}
	}
	for r := range requests {
		r.Source.Progress = func(s extract.Step) { write(&answer{Step: &s}, true) }
		if len(r.Source.Data) > much {
			LargePages()
		}
		a := do(context.Background(), r)
		r.Source = extract.Source{}
		giveBack()
		a.pieces(&r, func(piece answer) { write(&piece, false) })
		a.Retire = held() > retireAt
		write(&a, true)
		if a.Retire {
			return
		}
	}
}

// much is how large a file is, in bytes, whose reading takes longer than large pages take.
const much = 128 << 10

// do is one job.
func do(ctx context.Context, r request) (a answer) {
	var err error
	switch r.Job {
	case extractJob, printJob:
		a.Content, err = extract.Extract(ctx, r.Source)
	case inspectJob:
		a.Data, err = extract.Inspect(ctx, r.Source, r.Drawing)
	case facsimileJob:
		a.Prints, a.Diags, err = extract.Facsimile(ctx, r.Source, r.Crops)
	default:
		err = errors.New("worker: unknown job")
	}
	a.fail(err)
	return a
}

var _ error = (*corpus.Failure)(nil)

// held is what the worker's memory holds, in bytes.
func held() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64() - s[1].Value.Uint64()
}
