package worker

// How a worker ended before its time, in words.

import (
	"bytes"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"sync"
	"time"

	"shinkyu/corpus"
	"shinkyu/extract"
)

// ended is a worker that hung, swelled or died.
type ended struct {
	at   extract.Step  // what it was doing
	hung time.Duration // > 0: killed after this long without an answer
	exit error         // how the process ended
	said string        // the end of its standard error
}

func (e *ended) Error() string { return e.failure().Error() }

// swelled: by the watch, by the runtime, or by the system's killer, which sends SIGKILL as we do.
func (e *ended) swelled() bool {
	var exit *exec.ExitError
	code := errors.As(e.exit, &exit) && exit.ExitCode() == exitMemory
	return e.hung == 0 && (code || strings.Contains(e.said, "out of memory") || strings.Contains(e.said, "cannot allocate memory") ||
		e.said == "" && e.exit != nil && strings.Contains(e.exit.Error(), "killed"))
}

func (e *ended) reasonJA() string {
	switch {
	case e.hung > 0:
		return fmt.Sprintf("%d秒たっても読み終わらないため打ち切りました", e.hung/time.Second)
	case e.swelled():
		return fmt.Sprintf("読み取りに使うメモリーが上限（%d MB）を超えました", hardLimit>>20)
	}
	return "読み取りプログラムが異常終了しました" + e.cause("（", "）")
}

func (e *ended) reasonEN() string {
	switch {
	case e.hung > 0:
		return fmt.Sprintf("reading was stopped after %d seconds", e.hung/time.Second)
	case e.swelled():
		return fmt.Sprintf("reading needs more memory than allowed (%d MB)", hardLimit>>20)
	}
	return "the reader crashed" + e.cause(" (", ")")
}

func (e *ended) rule() string {
	switch {
	case e.hung > 0:
		return "reader-timeout"
	case e.swelled():
		return "reader-memory"
	}
	return "reader-crashed"
}

// cause is what the worker said when it died: the line that names the panic.
func (e *ended) cause(open, end string) string {
	for line := range strings.Lines(e.said) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "panic: ") || strings.HasPrefix(line, "fatal error: ") || strings.HasPrefix(line, "runtime: ") {
			return open + line + end
		}
	}
	if e.exit != nil {
		return open + e.exit.Error() + end
	}
	return ""
}

func (e *ended) failure() *corpus.Failure {
	f := &corpus.Failure{Rule: e.rule(), Japanese: e.reasonJA(), English: e.reasonEN()}
	if e.at.Page > 0 {
		f.Japanese, f.English = fmt.Sprintf("%d頁: ", e.at.Page)+f.Japanese, fmt.Sprintf("page %d: ", e.at.Page)+f.English
	}
	f.HintJA, f.HintEN = "表示用のソフトで開けるか確かめ、開けるなら PDF に印刷し直してください", "check that a viewer can open it; if so, print it to PDF again"
	return f
}

// tail keeps the beginning and the end of what is written to it.
type tail struct {
	sync.Mutex
	head, last []byte
}

const maxTail = 4 << 10

func (t *tail) Write(b []byte) (int, error) {
	t.Lock()
	defer t.Unlock()
	n := min(len(b), maxTail-len(t.head))
	t.head = append(t.head, b[:n]...)
	t.last = append(t.last, b[n:]...)
	t.last = t.last[max(0, len(t.last)-maxTail):]
	return len(b), nil
}

func (t *tail) String() string {
	t.Lock()
	defer t.Unlock()
	return string(bytes.ToValidUTF8(append(append([]byte(nil), t.head...), t.last...), []byte("?")))
}
