package main

import (
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
	xterm "golang.org/x/term"

	"shinkyu/corpus/store"
	"shinkyu/extract"
)

// progress shows one line on a terminal while sources are read, and nothing anywhere else. finish clears it.
func (a *app) progress(c *store.Corpus) (step, finish func()) {
	errw, ok := a.terminal()
	if !ok {
		return func() {}, func() {}
	}
	total := 0
	for _, rule := range c.Archive.Rules {
		total += len(rule.Revisions)
	}
	bar := bar(errw, total, a.pick("読み取り", "reading"), a.pick("件", "files"))
	return func() { _ = bar.Add(1) }, func() { _ = bar.Finish() } // a progress line that cannot be drawn is no reason to stop
}

// recognising shows the same line while the pages of a scan are read by machine, which takes seconds a page.
func (a *app) recognising(src *extract.Source) (finish func()) {
	errw, ok := a.terminal()
	if !ok {
		return func() {}
	}
	var line *progressbar.ProgressBar
	src.Progress = func(s extract.Step) {
		if line == nil && s.Recognising {
			line = bar(errw, s.Pages, a.pick("文字認識", "recognising"), a.pick("頁", "pages"))
		}
		if line != nil && s.Page > 0 {
			_ = line.Set(s.Page - 1) // as above
		}
	}
	return func() {
		if line != nil {
			_ = line.Finish()
		}
	}
}

// terminal is where a progress line can be drawn.
func (a *app) terminal() (*os.File, bool) {
	errw, ok := a.err.(*os.File)
	return errw, ok && xterm.IsTerminal(int(errw.Fd()))
}

func bar(w *os.File, total int, what, each string) *progressbar.ProgressBar {
	return progressbar.NewOptions(total,
		progressbar.OptionSetWriter(w), progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString(each),
		progressbar.OptionSetPredictTime(true), progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionUseANSICodes(true),
	)
}
