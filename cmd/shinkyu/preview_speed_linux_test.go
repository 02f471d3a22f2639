package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"shinkyu/corpus/store"
	"shinkyu/diff/lint"
)

// BenchmarkPreview is what a drafter waits for after saving a file: the pages of a corpus of which one text or one note changed, and those of a
// draft beside the text it changes.
func BenchmarkPreview(b *testing.B) {
	for name, change := range map[string]func(n int) (file, text string){
		"text": func(n int) (string, string) {
			return "joho-kitei/2027.txt", fmt.Sprintf("情報資産取扱規程\n第一条　この規程は、情報資産の取扱いを%d号として定める。\n", n)
		},
		"note": func(n int) (string, string) {
			return "joho-kitei/notes/x.md", fmt.Sprintf("+++\nclause = \"第一条\"\ntitle = \"%d\"\n+++\n\n見本。\n", n)
		},
	} {
		b.Run("corpus/"+name, func(b *testing.B) {
			dir := b.TempDir()
			sampleInto(b, dir, "title = \"見本\"\n", "")
			manifest, err := os.ReadFile(filepath.Join(dir, "joho-kitei", "rule.toml"))
			if err != nil {
				b.Fatal(err)
			}
			write := func(file, text string) {
				if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
					b.Fatal(err)
				}
			}
			write("joho-kitei/rule.toml", string(manifest)+"\n[[revision]]\nlabel = \"第六版\"\nin_force = 2027-04-01\nfile = \"2027.txt\"\ncontent = \"text\"\n")
			write("joho-kitei/2027.txt", "情報資産取扱規程\n第一条　この規程は、情報資産の取扱いを定める。\n")
			made := &rebuilt{checks: &lint.Config{}, reads: &reads{}}
			build := func() {
				c, err := store.LoadDir(dir)
				if err == nil {
					_, err = made.pages(context.Background(), at(c, "http://127.0.0.1:1/"), func() {})
				}
				if err != nil {
					b.Fatal(err)
				}
			}
			build()
			within(b, func(n int) {
				write(change(n))
				build()
			})
		})
	}
	b.Run("draft", func(b *testing.B) {
		dir := b.TempDir()
		current, draft := filepath.Join(dir, "current.txt"), filepath.Join(dir, "draft.txt")
		a := &app{in: strings.NewReader(""), out: io.Discard, err: io.Discard, getenv: func(string) string { return "" }}
		known := &reads{}
		within(b, func(n int) {
			for file, text := range map[string]string{current: watering("毎日", nil, ""), draft: watering(fmt.Sprintf("毎朝%d", n), nil, "")} {
				if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
					b.Fatal(err)
				}
			}
			if _, err := a.draft(context.Background(), draft, current, "", &lint.Config{}, known); err != nil {
				b.Fatal(err)
			}
		})
	})
}

// rebuildGoal is how much of a processor's time a rebuild may take, so that a drafter waits less than a second for it.
const rebuildGoal = time.Second

// within repeats a rebuild and fails the benchmark where it takes too much of the processor: the clock of a busy machine would say nothing.
func within(b *testing.B, rebuild func(n int)) {
	var before, after unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &before); err != nil {
		b.Fatal(err)
	}
	n := 0
	for ; b.Loop(); n++ {
		rebuild(n)
	}
	if err := unix.Getrusage(unix.RUSAGE_SELF, &after); err != nil {
		b.Fatal(err)
	}
	used := func(u unix.Rusage) time.Duration { return time.Duration(u.Utime.Nano() + u.Stime.Nano()) }
	cpu := (used(after) - used(before)) / time.Duration(n)
	b.ReportMetric(cpu.Seconds(), "cpu-s/rebuild")
	if cpu > rebuildGoal {
		b.Errorf("a rebuild takes %v of a processor, goal %v", cpu, rebuildGoal)
	}
}
