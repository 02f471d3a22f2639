package worker

// The caller's side: start workers, wait for them within their time, kill them, keep the idle ones.

import (
	"bufio"
	"context"
	"encoding/gob"
	"io"
	"os"
	"os/exec"
	"runtime"
	"sync/atomic"
	"time"

	"shinkyu/corpus"
	"shinkyu/extract"
)

// stall is how long a worker may go without a step; a step can allow more for what follows it (recognising a page).
// whole is the most that the steps without such an allowance may take together. Time during which the worker was ready to run and the
// machine had others to serve is not its own (denied): a good file is not refused because of a busy machine, unless it takes busiest
// times as long.
const (
	stall   = 8 * time.Second
	whole   = 5 * time.Minute
	busiest = 4
	look    = time.Second // between two looks at what a worker was denied
)

// limits can be shortened by tests.
type limits struct{ stall, whole time.Duration }

var allowed = limits{stall, whole}

// program is the path of the program that can be started as a worker; nil: read in this process.
var program atomic.Pointer[string]

// Enable makes Extract and Inspect use workers. Only a program whose main begins with Asked and Main may call it.
func Enable() {
	if path, err := os.Executable(); err == nil {
		program.Store(&path)
	}
}

func enabled() bool { return program.Load() != nil }

// process is a running worker.
type process struct {
	cmd *exec.Cmd
	in  io.Closer
	enc *gob.Encoder
	dec *gob.Decoder
	err *tail

	waited time.Duration // what denied found
	looked time.Time     // when
}

// denied is how long the worker was ready to run without running, as known at most age ago: the system keeps it in files, two for each thread.
func (p *process) denied(now time.Time, age time.Duration) time.Duration {
	if now.Sub(p.looked) > age {
		p.waited, p.looked = denied(p.cmd.Process.Pid), now
	}
	return p.waited
}

// reading holds a place for each file that is being read. More at a time than there are processors would take no less time, and start
// workers that nobody keeps: starting one takes as long as reading ten small files.
var reading = make(chan struct{}, runtime.GOMAXPROCS(0))

// idle are the workers without work, alive the number of all.
var (
	idle  = make(chan *process, runtime.GOMAXPROCS(0))
	alive atomic.Int32
)

// For a file of less than small bytes the worker that reads another one is likely to be free before a new one has started: patience is what
// is waited for it.
const (
	small    = 64 << 10
	patience = 150 * time.Millisecond
)

// take gives a worker to a file of size bytes.
func take(ctx context.Context, size int) (*process, error) {
	select {
	case p := <-idle:
		return p, nil
	default:
	}
	if !alive.CompareAndSwap(0, 1) {
		if size < small {
			clock := time.NewTimer(patience)
			defer clock.Stop()
			select {
			case p := <-idle:
				return p, nil
			case <-ctx.Done():
				return nil, ctx.Err()
			case <-clock.C:
			}
		}
		alive.Add(1)
	}
	p, err := start(*program.Load())
	if err != nil {
		alive.Add(-1)
	}
	return p, err
}

func (p *process) put() {
	select {
	case idle <- p:
	default:
		p.end()
	}
}

const itself = "/proc/self/exe" // Linux

func start(path string) (*process, error) {
	cmd := exec.Command(path, Argument)
	if _, err := os.Stat(itself); err == nil { // stands even where the file was replaced meanwhile
		cmd.Path = itself
	}
	p := &process{cmd: cmd, err: &tail{}}
	cmd.Stderr = p.err
	ownGroup(cmd)
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, cannotStart(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, cannotStart(err)
	}
	if err := cmd.Start(); err != nil {
		return nil, cannotStart(err)
	}
	p.in, p.enc, p.dec = in, gob.NewEncoder(in), gob.NewDecoder(bufio.NewReaderSize(out, 1<<16))
	p.looked = time.Now()
	return p, nil
}

// end lets a worker go: with its input closed it ends by itself.
func (p *process) end() {
	alive.Add(-1)
	p.in.Close()
	go func() { _ = p.cmd.Wait() }()
}

// call does one request, when it is its turn. An error is a *corpus.Failure, an *ended, or the context's.
func call(ctx context.Context, r request) (*answer, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case reading <- struct{}{}:
		defer func() { <-reading }()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p, err := take(ctx, len(r.Source.Data))
	if err != nil {
		return nil, err
	}
	progress := r.Source.Progress
	answers, broken := make(chan answer), make(chan struct{})
	go func() {
		defer close(answers)
		if p.enc.Encode(r) != nil {
			return
		}
		for {
			var a answer
			if p.dec.Decode(&a) != nil {
				return
			}
			select {
			case answers <- a:
			case <-broken:
				return
			}
			if a.last() {
				return
			}
		}
	}()
	fail := func(e *ended) (*answer, error) {
		close(broken)
		alive.Add(-1)
		killGroup(p.cmd)
		p.in.Close()
		for range answers {
		}
		state := p.cmd.Wait()
		if e == nil {
			return nil, ctx.Err()
		}
		e.exit, e.said = state, p.err.String()
		return nil, e
	}
	var at extract.Step
	clock := time.NewTimer(allowed.stall)
	defer clock.Stop()
	left := allowed.whole
	since := time.Now()
	first := p.denied(since, look)
	before := first
	var parts gathered
	for {
		select {
		case <-ctx.Done():
			return fail(nil)
		case now := <-clock.C:
			limit := max(allowed.stall, at.Allow)
			if more := limit - own(now.Sub(since), p.denied(now, 0)-before); more > limit/100 {
				clock.Reset(more)
				continue
			}
			return fail(&ended{at: at, hung: limit})
		case a, ok := <-answers:
			if !ok || !parts.add(&a) {
				return fail(&ended{at: at})
			}
			if a.last() {
				parts.put(&a)
				if a.Retire {
					p.end()
				} else {
					p.put()
				}
				return &a, a.failed()
			}
			now := time.Now()
			if at.Allow == 0 {
				left -= now.Sub(since)
			}
			since, before = now, p.denied(now, look)
			if left <= 0 && own(allowed.whole-left, before-first) >= allowed.whole {
				return fail(&ended{at: at, hung: allowed.whole})
			}
			if a.Step != nil {
				at = *a.Step
				if progress != nil {
					progress(at)
				}
			}
			clock.Reset(max(allowed.stall, at.Allow))
		}
	}
}

// own is what a worker had of the time that passed.
func own(passed, denied time.Duration) time.Duration {
	return max(passed-denied, passed/busiest)
}

func cannotStart(err error) *corpus.Failure {
	return &corpus.Failure{Rule: "worker-start",
		Japanese: "読み取り用のプロセスを起動できません: " + err.Error(), English: "the process that reads files cannot be started: " + err.Error(),
		HintJA: "プログラムのファイルが移動・削除されていないか、プロセス数の上限に達していないか確かめてください",
		HintEN: "check that the program's file was not moved or removed, and that the limit of processes is not reached"}
}
