package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"shinkyu/corpus"
	"shinkyu/corpus/sample"
	"shinkyu/extract"
)

// The test binary is its own worker. Files named here make it misbehave as no reader should; all others are read.
func TestMain(m *testing.M) {
	PrintBy(write)
	if Asked(os.Args) {
		limitMemory()
		serve(os.Stdin, os.Stdout, misbehave)
		os.Exit(0)
	}
	Enable()
	os.Exit(m.Run())
}

var sink [][]byte

func misbehave(ctx context.Context, r request) answer {
	pages := 0
	if _, err := fmt.Sscanf(string(r.Source.Data), "%d pages", &pages); err != nil {
		return do(ctx, r)
	}
	for page := 1; page <= pages; page++ {
		r.Source.Progress(extract.Step{Page: page, Pages: pages})
		skip := false
		for _, s := range r.Source.Skip {
			skip = skip || s.Page == page
		}
		if page != 2 && pages > 1 || skip {
			continue
		}
		switch r.Source.Name {
		case "hangs":
			select {}
		case "swells":
			for {
				b := make([]byte, 64<<20)
				for i := 0; i < len(b); i += 4096 {
					b[i] = 1
				}
				sink = append(sink, b)
			}
		case "leaps":
			b := make([]byte, 3<<30)
			for i := 0; i < len(b); i += 4096 {
				b[i] = 1
			}
			sink = append(sink, b)
		case "crashes":
			go func() { panic("no such glyph") }()
			select {}
		case "overflows":
			depth = nested(1 << 40)
		case "recognises":
			r.Source.Progress(extract.Step{Page: 1, Pages: 1, Allow: time.Minute, Recognising: true})
			time.Sleep(3 * time.Second)
		case "leaves":
			os.Exit(3)
		}
	}
	a := answer{Content: &extract.Content{}}
	for _, s := range r.Source.Skip {
		a.Content.Diags = append(a.Content.Diags, corpus.Diag{Page: s.Page, English: s.English})
	}
	return a
}

var depth int

// nested is deeper than any stack.
func nested(n int) int {
	if n == 0 {
		return 0
	}
	return nested(n-1) + 1
}

// silence sets how long a worker may be silent: little where it hangs, much where a busy machine must not decide.
func silence(t *testing.T, name string) {
	before := allowed
	allowed.stall = 2 * time.Minute
	if name == "hangs" {
		allowed.stall = 2 * time.Second
	}
	t.Cleanup(func() { allowed = before })
}

// TestBadWorkers: a file of one page that ends its worker is a failure that says how and where; the next file is read.
func TestBadWorkers(t *testing.T) {
	for name, want := range map[string]string{
		"hangs":     "reader-timeout: page 1: reading was stopped after 2 seconds",
		"swells":    "reader-memory: page 1: reading needs more memory than allowed (800 MB)",
		"leaps":     "reader-memory: page 1: reading needs more memory than allowed (800 MB)",
		"crashes":   "reader-crashed: page 1: the reader crashed (panic: no such glyph)",
		"overflows": "reader-crashed: page 1: the reader crashed (runtime: goroutine stack exceeds",
		"leaves":    "reader-crashed: page 1: the reader crashed (exit status 3)",
	} {
		silence(t, name)
		_, err := Extract(t.Context(), extract.Source{Name: name, Data: []byte("1 pages")})
		var f *corpus.Failure
		if !errors.As(err, &f) || !strings.HasPrefix(f.Rule+": "+f.English, want) || f.HintEN == "" || f.Japanese == "" {
			t.Errorf("%s: %#v", name, err)
		}
	}
	c, err := Extract(t.Context(), extract.Source{Name: "rule.md", Data: []byte("# 規程\n\n第一条　甲は、乙に報告する。\n")})
	if err != nil || c.Document == nil {
		t.Errorf("the file after them: %v", err)
	}
}

// TestBadPage: of a file of several pages only the one that ends the worker is lost.
func TestBadPage(t *testing.T) {
	for name, want := range map[string]string{"hangs": "stopped after", "crashes": "no such glyph"} {
		silence(t, name)
		c, err := Extract(t.Context(), extract.Source{Name: name, Data: []byte("3 pages")})
		if err != nil || len(c.Diags) != 1 || c.Diags[0].Page != 2 || !strings.Contains(c.Diags[0].English, want) {
			t.Errorf("%s: %v %v", name, c, err)
		}
	}
}

// TestAllowance: a step that says it takes long may.
func TestAllowance(t *testing.T) {
	silence(t, "hangs")
	c, err := Extract(t.Context(), extract.Source{Name: "recognises", Data: []byte("1 pages")})
	if err != nil || c == nil {
		t.Error(err)
	}
}

// TestCancel: a context that ends kills the worker and is the error.
func TestCancel(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, err := Extract(ctx, extract.Source{Name: "hangs", Data: []byte("1 pages")})
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > 5*time.Second {
		t.Errorf("%v after %v", err, time.Since(start))
	}
}

// TestSameContent: what comes through the pipe is what is read in the process itself, and so are refusals.
func TestSameContent(t *testing.T) {
	for _, name := range []string{"joho-kitei/2026-04-01.pdf", "joho-kitei/2024-10-01.html", "joho-kitei/2019-04-01.xml", "security-shishin/2017-04-01.md"} {
		data, err := fs.ReadFile(sample.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		src := extract.Source{Name: name, Data: data}
		steps := 0
		src.Progress = func(extract.Step) { steps++ }
		got, err := Extract(t.Context(), src)
		if err != nil {
			t.Fatal(err)
		}
		far := steps
		want, err := extract.Extract(t.Context(), src)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s differs after its way through a worker", name)
		}
		if steps != 2*far || far == 0 && strings.HasSuffix(name, ".pdf") {
			t.Errorf("%s: %d steps told by the worker, %d here", name, far, steps-far)
		}
	}
	_, err := Extract(t.Context(), extract.Source{Name: "x", Data: []byte("  ")})
	var f *corpus.Failure
	if !errors.As(err, &f) || f.Rule != "empty-file" {
		t.Errorf("an empty file: %v", err)
	}
	if len(idle) == 0 {
		t.Error("no worker was kept for the next file")
	}
}

// write is the Printer of these tests: the kinds and labels of all units, over and over, or an error after the first piece.
func write(w io.Writer, c *extract.Content, form string) error {
	units, _ := c.Document.Units()
	for range 2000 {
		for _, u := range units {
			if _, err := fmt.Fprintln(w, form, u.Kind, u.Label); err != nil {
				return err
			}
		}
	}
	if form == "fails" {
		return &corpus.Failure{Rule: "no-form", English: form}
	}
	return nil
}

// TestPrint: what a worker prints is what is printed in the process itself, an error leaves nothing, and the account of the characters comes with it.
func TestPrint(t *testing.T) {
	data, err := fs.ReadFile(sample.FS, "security-shishin/2017-04-01.md")
	if err != nil {
		t.Fatal(err)
	}
	src := extract.Source{Name: "rule.md", Data: data}
	var got, want bytes.Buffer
	p, err := Print(t.Context(), src, "words")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := p.WriteTo(&got); err != nil || int(n) != got.Len() {
		t.Errorf("%d bytes of %d, %v", n, got.Len(), err)
	}
	c, err := extract.Extract(t.Context(), src)
	if err != nil {
		t.Fatal(err)
	}
	if err := write(&want, c, "words"); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want.Bytes()) || got.Len() < 3*printed {
		t.Errorf("%d bytes came through a worker, %d were printed here", got.Len(), want.Len())
	}
	if !reflect.DeepEqual(p.Tally, c.Tally) {
		t.Error("the account differs")
	}
	p, err = Print(t.Context(), src, "fails")
	var f *corpus.Failure
	if !errors.As(err, &f) || f.Rule != "no-form" || p != nil {
		t.Errorf("a printer's failure: %v, %v", p, err)
	}
}

// TestWorkersAreCounted: files that are read at the same time leave as many workers as are counted, and not more than there are processors.
func TestWorkersAreCounted(t *testing.T) {
	for range len(idle) {
		(<-idle).end()
	}
	if n := alive.Load(); n != 0 {
		t.Fatalf("%d workers are counted, none is there", n)
	}
	data, err := fs.ReadFile(sample.FS, "security-shishin/2017-04-01.md")
	if err != nil {
		t.Fatal(err)
	}
	read := func() error {
		_, err := Extract(t.Context(), extract.Source{Name: "a.md", Data: data})
		return err
	}
	if err := read(); err != nil { // the start, which may take longer than is waited for on a busy machine
		t.Fatal(err)
	}
	results := make(chan error)
	for range 4 {
		go func() { results <- read() }()
	}
	for range 4 {
		if err := <-results; err != nil {
			t.Error(err)
		}
	}
	if n, kept := int(alive.Load()), len(idle); n != kept || n > cap(idle) {
		t.Errorf("%d workers are counted, %d are kept", n, kept)
	}
}
