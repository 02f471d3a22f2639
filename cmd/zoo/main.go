// Command zoo makes the layout zoo: comparison tables in many layouts, set by three programs, with the exact truth of each.
//
// Problem: published tables come in more layouts than anybody can annotate by hand, and a reader tuned on six of them is
// tuned to six. Choice: our own provisions, drawn by a seeded generator, are set by Chromium, LibreOffice Writer and upLaTeX,
// whose PDFs differ in everything that matters here (rules as fills, strokes or pieces; letters placed one by one or in
// runs; marks as text decoration or as boxes), and the generator writes down what it set. Rejected: drawing PDFs ourselves
// (they would show what our reader expects) and truth read back from the PDFs (it would share the reader's mistakes).
// Cost: making the zoo again needs the three programs and qpdf; the files are kept, so tests need none of them.
//
//	go run ./cmd/zoo [-o FOLDER] [-seed N] [NAME…]
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	out := flag.String("o", "cmd/score/testdata/zoo", "folder to write to")
	keep := flag.Bool("sources", false, "keep the HTML, DOCX and TeX beside the PDFs")
	seed := flag.Uint64("seed", 0, "draw other texts: what a reader tuned on the kept zoo makes of unseen ones")
	flag.Parse()
	if err := build(*out, *keep, *seed, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "zoo: error:", err)
		os.Exit(2)
	}
}

func build(out string, keep bool, seed uint64, names []string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	work, err := os.MkdirTemp("", "zoo")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	for i, e := range slices.Concat(catalogue, held, added) {
		if len(names) > 0 && !slices.Contains(names, e.name) || len(names) == 0 && slices.Contains(unkept, e.name) {
			continue
		}
		d := e.document(i, seed)
		d.held = i >= len(catalogue) && i < len(catalogue)+len(held)
		pdf, source, err := d.set(work)
		if err != nil {
			return fmt.Errorf("%s: %w", d.name, err)
		}
		told := d.truth()
		if d.behind != nil {
			next := d.behind.document(i+1, seed+1)
			next.name = d.name + "-2"
			second, _, err := next.set(work)
			if err != nil {
				return fmt.Errorf("%s: %w", next.name, err)
			}
			if pdf, err = joined(work, pdf, second); err != nil {
				return fmt.Errorf("%s: %w", d.name, err)
			}
			told.Tables = append(told.Tables, next.truth().Tables...)
		}
		truth, err := json.Marshal(told)
		if err != nil {
			return err
		}
		files := map[string][]byte{".pdf": pdf, ".truth.json": append(truth, '\n')}
		if keep {
			files[filepath.Ext(source)], _ = os.ReadFile(source)
		}
		for ext, data := range files {
			if err := os.WriteFile(filepath.Join(out, d.name+ext), data, 0o644); err != nil {
				return err
			}
		}
		fmt.Printf("%s: %d bytes\n", d.name, len(pdf))
	}
	return nil
}

var (
	producedRE = regexp.MustCompile(`D:\d{14}`)
)

// set writes the source, has it set, turns the pages and fixes the dates in the file.
func (d *document) set(work string) (pdf []byte, source string, err error) {
	source = filepath.Join(work, d.name)
	result := source + ".pdf"
	var cmd *exec.Cmd
	var data []byte
	switch d.engine {
	case "chromium":
		source, data = source+".html", []byte(d.html())
		cmd = exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
			"--user-data-dir="+filepath.Join(work, "profile"), "--no-pdf-header-footer", "--print-to-pdf="+result, source)
	case "writer":
		source += ".docx"
		if data, err = d.docx(); err != nil {
			return nil, "", err
		}
		cmd = exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(work, "office"), "--headless", "--convert-to", "pdf", "--outdir", work, source)
	case "latex":
		source, data = source+".tex", []byte(d.tex())
		fonts := "uptex-noEmbed.map"
		if d.embed {
			fonts = "uptex-ipaex.map"
		}
		paper := "210mm,297mm"
		if d.look.landscape {
			paper = "297mm,210mm"
		}
		script := fmt.Sprintf("cd '%s' && uplatex -interaction=nonstopmode -halt-on-error %s.tex && dvipdfmx -q -p %s -f %s %s.dvi", work, d.name, paper, fonts, d.name)
		cmd = exec.Command("sh", "-c", script)
		cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH=1767225600", "FORCE_SOURCE_DATE=1")
	}
	if err := os.WriteFile(source, data, 0o644); err != nil {
		return nil, "", err
	}
	if msg, err := cmd.CombinedOutput(); err != nil {
		return nil, "", fmt.Errorf("%s: %w\n%s", cmd.Path, err, last(string(msg), 30))
	}
	small := []string{"--deterministic-id", "--object-streams=generate", "--recompress-flate", "--compression-level=9", "--replace-input", result}
	if msg, err := exec.Command("qpdf", small...).CombinedOutput(); err != nil {
		return nil, "", fmt.Errorf("qpdf: %w\n%s", err, msg)
	}
	if d.turn != 0 || d.side {
		if err := d.turnPages(result); err != nil {
			return nil, "", err
		}
	}
	if pdf, err = os.ReadFile(result); err != nil {
		return nil, "", err
	}
	pdf = producedRE.ReplaceAll(pdf, []byte("D:20260101000000"))
	return pdf, source, nil
}

// turnPages gives the pages their /Rotate. Stored sideways or with a /Rotate that sets them upright again, the content itself
// is turned first.
func (d *document) turnPages(file string) error {
	steps := [][]string{}
	switch {
	case d.side && d.turn == 0: // content turned, nothing in the page says so
		steps = append(steps, []string{"--rotate=+90", "--flatten-rotation"})
	case d.side: // the page is turned as it is: a reader would turn the sheet
		steps = append(steps, []string{fmt.Sprintf("--rotate=+%d", d.turn)})
	default: // upright on screen, through /Rotate
		steps = append(steps, []string{fmt.Sprintf("--rotate=+%d", 360-d.turn), "--flatten-rotation"}, []string{fmt.Sprintf("--rotate=+%d", d.turn)})
	}
	for _, args := range steps {
		args = append(args, "--deterministic-id", "--replace-input", file)
		if msg, err := exec.Command("qpdf", args...).CombinedOutput(); err != nil {
			return fmt.Errorf("qpdf %s: %w\n%s", strings.Join(args, " "), err, msg)
		}
	}
	return nil
}

// joined is one file of the pages of two.
func joined(work string, first, second []byte) ([]byte, error) {
	names := []string{filepath.Join(work, "first.pdf"), filepath.Join(work, "second.pdf")}
	for i, data := range [][]byte{first, second} {
		if err := os.WriteFile(names[i], data, 0o644); err != nil {
			return nil, err
		}
	}
	out := filepath.Join(work, "joined.pdf")
	args := []string{"--empty", "--deterministic-id", "--object-streams=generate", "--pages", names[0], names[1], "--", out}
	if msg, err := exec.Command("qpdf", args...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("qpdf: %w\n%s", err, msg)
	}
	return os.ReadFile(out)
}

// last is the end of a program's output.
func last(s string, lines int) string {
	all := strings.Split(strings.TrimSpace(s), "\n")
	return strings.Join(all[max(0, len(all)-lines):], "\n")
}
