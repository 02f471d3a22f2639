package main

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	xterm "golang.org/x/term"

	"shinkyu/corpus/store"
)

// progress shows one line on a terminal while sources are read, and nothing anywhere else. finish clears it.
func (a *app) progress(c *store.Corpus) (step, finish func()) {
	errw, ok := a.err.(*os.File)
	if !ok || !xterm.IsTerminal(int(errw.Fd())) {
		return func() {}, func() {}
	}
	total := 0
	for _, rule := range c.Archive.Rules {
		total += len(rule.Revisions)
	}
	bar := progressbar.NewOptions(total,
		progressbar.OptionSetWriter(errw),
		progressbar.OptionSetDescription(a.pick("読み取り", "reading")),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString(a.pick("件", "files")),
		progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionUseANSICodes(true),
	)
	return func() { _ = bar.Add(1) }, func() { _ = bar.Finish() } // a progress line that cannot be drawn is no reason to stop
}
