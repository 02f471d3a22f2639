// Command speed times the reading of a long comparison table beside other readers of PDF.
//
// The table is made on demand by a recipe of ours (table.go, pdf.go): 300 pages, the same bytes everywhere, nothing to
// download or to keep. Each reader runs as a program of its own, so that its processor time and peak memory are the
// system's figures and not its own; per core means per second of processor time, which a busy machine changes little. The
// others stop at words or lines; shinkyu goes on to rows, sides and clauses and writes them as JSON.
// Then two versions of a law are compared beside git (laws.go), and sites are built beside Hugo (site.go).
// A benchmark inside the test binary was rejected: it cannot see peak memory, and other programs have none.
package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"
)

// The goals.
const (
	leastSpeed = 150 // pages a second of one core
	timesMiner = 6   // times the speed of pdfminer
	freeMemory = 100 // MB, to which come three times the size of the JSON
	perJSON    = 3
)

func main() {
	pages := flag.Int("pages", 300, "pages of the table")
	program := flag.String("program", "bin/shinkyu", "the program to time")
	keep := flag.String("keep", "", "write the table here and keep it")
	sites := flag.String("sites", "2000,20000", "sizes of the sites, in pages, empty for none")
	only := flag.Bool("only-sites", false, "leave tables and laws out")
	flag.Parse()
	err := error(nil)
	if !*only {
		err = run(os.Stdout, *pages, *program, *keep)
	}
	if err == nil {
		err = runSites(os.Stdout, *program, *sites)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "speed: error:", err)
		os.Exit(2)
	}
}

// reader is a program that reads PDF.
type reader struct {
	name, gives string
	command     []string // the table's name and the output's follow
	install     string
}

func run(out io.Writer, pages int, program, keep string) error {
	adopt()
	dir, err := os.MkdirTemp("", "shinkyu-speed-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	file := keep
	if file == "" {
		file = filepath.Join(dir, "table.pdf")
	}
	data := table(pages)
	if err := os.WriteFile(file, data, 0o600); err != nil {
		return err
	}
	fmt.Fprintf(out, "a comparison table of %d pages, %.1f MB; the middle of %d rounds\n\n", pages, mega(len(data)), rounds)
	fmt.Fprintf(out, "%-12s  %-32s %10s %14s %10s\n", "reader", "gives", "CPU s", "pages/s a core", "peak MB")
	speeds := map[string]float64{}
	var peak, size float64
	readers := []reader{
		{"shinkyu", "rows, sides, clauses, JSON", []string{program, "extract", "--json", file, "-o"}, "make build"},
		{"pdftotext", "words with their boxes", []string{"pdftotext", "-bbox", file}, "apt install poppler-utils"},
		{"pdfminer", "lines of text", []string{"pdf2txt", file, "-o"}, "apt install python3-pdfminer"},
	}
	uses := make([][]use, len(readers)) // none: not installed
	for range rounds {
		for i, r := range readers {
			u, err := measure(append(slices.Clip(r.command), filepath.Join(dir, r.name)))
			if errors.Is(err, exec.ErrNotFound) || errors.Is(err, os.ErrNotExist) {
				continue
			}
			if err != nil {
				return fmt.Errorf("%s: %w", r.name, err)
			}
			uses[i] = append(uses[i], u)
		}
	}
	for i, r := range readers {
		if len(uses[i]) == 0 {
			fmt.Fprintf(out, "%-12s  not installed: %s\n", r.name, r.install)
			continue
		}
		result, u := filepath.Join(dir, r.name), middle(uses[i])
		speeds[r.name] = float64(pages) / u.cpu.Seconds()
		if r.name == "shinkyu" {
			info, err := os.Stat(result)
			if err != nil {
				return err
			}
			peak, size = u.peak, mega(int(info.Size()))
		}
		fmt.Fprintf(out, "%-12s  %-32s %10.2f %14.0f %10s\n", r.name, r.gives, u.cpu.Seconds(), speeds[r.name], memory(u.peak))
	}
	fmt.Fprintln(out)
	goal := goals(out)
	goal(speeds["shinkyu"] >= leastSpeed, "%.0f pages/s a core, goal %d", speeds["shinkyu"], leastSpeed)
	if miner := speeds["pdfminer"]; miner > 0 {
		goal(speeds["shinkyu"] >= timesMiner*miner, "%.1f times pdfminer, goal %d", speeds["shinkyu"]/miner, timesMiner)
	}
	if peak > 0 {
		goal(peak <= freeMemory+perJSON*size, "peak %.0f MB, goal %.0f MB (%d MB and %d times %.1f MB of JSON)", peak, freeMemory+perJSON*size, freeMemory, perJSON, size)
	}
	fmt.Fprintln(out)
	return lawTable(out, goal)
}

// goals gives a function that prints whether a goal holds.
func goals(out io.Writer) func(holds bool, format string, a ...any) {
	return func(holds bool, format string, a ...any) {
		sign := "holds "
		if !holds {
			sign = "MISSED"
		}
		fmt.Fprintf(out, "%s  %s\n", sign, fmt.Sprintf(format, a...))
	}
}

// use is what a program and the programs it started used.
type use struct {
	cpu  time.Duration // of all their threads
	wall time.Duration
	peak float64 // MB of memory held at one time; 0 unknown
}

func measure(command []string) (use, error) {
	c := exec.Command(command[0], command[1:]...)
	c.Stderr = os.Stderr
	began := time.Now()
	if err := c.Start(); err != nil {
		return use{}, err
	}
	done, sampled := make(chan struct{}), make(chan float64)
	go func() { sampled <- sample(c.Process.Pid, done) }()
	err := c.Wait()
	wall := time.Since(began)
	close(done)
	together := <-sampled
	if err != nil {
		return use{}, err
	}
	left := leftBehind()
	return use{c.ProcessState.UserTime() + c.ProcessState.SystemTime() + left.cpu, wall, max(together, peakOf(c.ProcessState), left.peak)}, nil
}

// rounds is how often everything is run, in turn, since the speed of a machine wavers by a third. What is printed is the middle.
const rounds = 3

// middle is the use of the run whose processor time is the median, with the largest peak of all.
func middle(uses []use) use {
	u := slices.SortedFunc(slices.Values(uses), func(a, b use) int { return cmp.Compare(a.cpu, b.cpu) })[len(uses)/2]
	for _, other := range uses {
		u.peak = max(u.peak, other.peak)
	}
	return u
}

func mega(bytes int) float64 { return float64(bytes) / (1 << 20) }

func memory(mb float64) string {
	if mb == 0 {
		return "unknown"
	}
	return fmt.Sprintf("%.0f", mb)
}
