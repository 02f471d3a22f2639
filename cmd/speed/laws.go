package main

// The comparison of two versions of a law, made on demand: 100, 1,000 and 10,000 clauses, beside git diff --word-diff on the same texts.
//
// Clauses of the second version are new, reworded or renumbered in fixed shares, so that every stage has its work. Aligning and classifying is
// timed inside this program, on one core, in processor time; git is a program of its own. git marks words line by line and knows neither clauses nor
// moves, so the two do not give the same; the figures say what the difference costs.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff"
	"shinkyu/extract"
)

// The goals: seconds for the largest pair, and how much more than n log n the cost may grow from step to step.
const (
	longestCompare = 1.0
	growthSlack    = 1.5
)

// lawPair writes both versions of a law of about n clauses.
func lawPair(n int) (older, newer string) {
	who := []string{"市長", "委員会", "事業者", "管理者", "部長", "利用者", "審査会", "登録機関"}
	what := []string{"申請書", "記録", "報告書", "届出", "計画", "名簿", "台帳", "契約書", "許可証", "証明書", "図面"}
	act := []string{"提出", "保存", "作成", "公表", "送付", "確認", "変更", "廃棄", "閲覧", "交付"}
	sentence := func(i int) string {
		x := (i*2654435761 + 40503) & 0x7fffffff
		return fmt.Sprintf("%sは、%sの%sを%d日以内に%sしなければならない。", who[x%8], who[x/7%8], what[x/13%11], x%89+2, act[x/17%10])
	}
	var a, b strings.Builder
	now := 0
	for i := range n / 3 {
		if i%40 == 3 { // a new article
			now++
			fmt.Fprintf(&b, "第%s条　前条の規定による%sの手続は、別に定める基準（%d）による。\n", ref.Kanji(now), what[i%11], i)
		}
		now++
		first := sentence(3 * i)
		fmt.Fprintf(&a, "第%s条　%s\n２　%s\n３　%s\n", ref.Kanji(i+1), first, sentence(3*i+1), sentence(3*i+2))
		if i%7 == 0 {
			first = strings.TrimSuffix(first, "。") + "。ただし、軽微なものは、この限りでない。"
		}
		fmt.Fprintf(&b, "第%s条　%s\n２　%s\n３　%s\n", ref.Kanji(now), first, sentence(3*i+1), strings.Replace(sentence(3*i+2), "報告書", "年次報告書", 1))
	}
	return a.String(), b.String()
}

// lawTable prints the table of the comparison.
func lawTable(out io.Writer, goal func(holds bool, format string, a ...any)) error {
	dir, err := os.MkdirTemp("", "shinkyu-speed-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	fmt.Fprintf(out, "two versions of a law, aligned and classified, beside git diff --no-index --word-diff\n\n")
	fmt.Fprintf(out, "%10s %8s %14s %14s %14s\n", "clauses", "MB", "shinkyu CPU s", "µs a clause", "git CPU s")
	var times []float64
	sizes := []int{100, 1000, 10000}
	for _, n := range sizes {
		older, newer := lawPair(n)
		files := [2]string{filepath.Join(dir, fmt.Sprint(n, "-old.txt")), filepath.Join(dir, fmt.Sprint(n, "-new.txt"))}
		pair, err := readPair(older, newer)
		if err != nil {
			return err
		}
		took := compareOnce(pair)
		times = append(times, took)
		git := "not installed"
		for i, text := range []string{older, newer} {
			if err := os.WriteFile(files[i], []byte(text), 0o600); err != nil {
				return err
			}
		}
		u, err := gitDiff(files[0], files[1])
		switch {
		case err == nil:
			git = fmt.Sprintf("%.3f", u.Seconds())
		case !errors.Is(err, exec.ErrNotFound):
			return err
		}
		fmt.Fprintf(out, "%10d %8.2f %14.3f %14.1f %14s\n", n, mega(len(older)), took, took/float64(n)*1e6, git)
	}
	fmt.Fprintln(out)
	last := times[len(times)-1]
	goal(last < longestCompare, "%d clauses in %.2f s on one core, goal %.0f s", sizes[len(sizes)-1], last, longestCompare)
	for i := 1; i < len(sizes); i++ {
		a, b := float64(sizes[i-1]), float64(sizes[i])
		allowed := b * math.Log(b) / (a * math.Log(a))
		goal(times[i]/times[i-1] <= growthSlack*allowed, "from %d to %d clauses the cost grows %.1f times, n log n %.1f times", sizes[i-1], sizes[i], times[i]/times[i-1], allowed)
	}
	return nil
}

func readPair(older, newer string) (*corpus.Comparison, error) {
	var read [2]*extract.Content
	for i, text := range []string{older, newer} {
		c, err := extract.Extract(context.Background(), extract.Source{Name: fmt.Sprint(i, ".txt"), Data: []byte(text)})
		if err != nil {
			return nil, err
		}
		read[i] = c
	}
	return extract.Pair(read[1], read[0])
}

// compareOnce is the least processor time of several comparisons on one core, in seconds.
func compareOnce(pair *corpus.Comparison) float64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	best := time.Hour
	for range 5 {
		runtime.GC()
		start := ownTime()
		diff.Compare(pair)
		best = min(best, ownTime()-start)
	}
	return best.Seconds()
}

// gitDiff is the processor time of git, which ends with 1 where texts differ.
func gitDiff(older, newer string) (time.Duration, error) {
	c := exec.Command("git", "diff", "--no-index", "--word-diff", older, newer)
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 1) {
		return 0, err
	}
	return c.ProcessState.UserTime() + c.ProcessState.SystemTime(), nil
}
