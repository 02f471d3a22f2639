package main

// The pages of a corpus beside as many pages of the same size by Hugo, a generator known to be fast. Hugo gets the easier part: its pages are
// text that stands ready, ours come from reading, comparing and following clauses. So the table has two lines of ours: the whole build, and the
// rendering alone of what was read and compared before, which is what Hugo does. No page of either is in a cache.
// Timing Hugo's own test site was rejected: its pages have another size.

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"shinkyu/corpus"
	"shinkyu/diff"
	"shinkyu/diff/lineage"
	"shinkyu/extract"
	"shinkyu/site"
)

const articlesOfRule = 40

// siteRule gives two revisions of an invented rule, of which the second changes every fourth article.
func siteRule(n int) (older, newer string) {
	r := rand.New(rand.NewPCG(6, uint64(n)))
	of := func(words string) string { list := strings.Fields(words); return list[r.IntN(len(list))] }
	sentence := func() string {
		return of("館長は、 受付係は、 利用者は、 修繕係は、 委員会は、") + of("閉館後に 毎月 速やかに 書面により 七日以内に") + of("目録を 貸出簿を 申込書を 鍵の一覧を 巡回の記録を") +
			of("点検するものとする。 公表しなければならない。 保管することができる。 他に渡してはならない。")
	}
	var a, b strings.Builder
	for k := 1; k <= articlesOfRule; k++ {
		text := sentence() + "ただし、" + sentence()
		fmt.Fprintf(&a, "第%d条　%s\n", k, text)
		if k%4 == 0 {
			text = sentence() + "ただし、" + sentence()
		}
		fmt.Fprintf(&b, "第%d条　%s\n", k, text)
	}
	return a.String(), b.String()
}

// siteCorpus writes rules into a folder.
func siteCorpus(dir string, rules int) error {
	files := map[string]string{"corpus.toml": "title = \"速さの見本\"\n"}
	for n := range rules {
		older, newer := siteRule(n)
		id := fmt.Sprintf("rule-%05d/", n)
		files[id+"1.txt"], files[id+"2.txt"] = older, newer
		files[id+"rule.toml"] = fmt.Sprintf("title = \"第%d館利用規程\"\n[[revision]]\nlabel = \"制定\"\nin_force = 2024-04-01\nfile = \"1.txt\"\ncontent = \"text\"\n[[revision]]\nlabel = \"改正\"\nin_force = 2025-04-01\nfile = \"2.txt\"\ncontent = \"text\"\n", n)
	}
	return writeFiles(dir, files)
}

func writeFiles(dir string, files map[string]string) error {
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// hugoSite writes as many pages of text as make pages of that many bytes on average: the frame of a page, its title, its paragraphs.
func hugoSite(dir string, pages, size int) error {
	const frame = "<!DOCTYPE html>\n<html lang=\"ja\">\n<head>\n<meta charset=\"utf-8\">\n<title>{{ .Title }}｜{{ .Site.Title }}</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n</head>\n<body>\n<header><a href=\"/\">{{ .Site.Title }}</a></header>\n<main>\n<h1>{{ .Title }}</h1>\n%s</main>\n</body>\n</html>\n"
	files := map[string]string{
		"config.toml":                  "baseURL = \"https://shinkyu.example/\"\ntitle = \"速さの見本\"\ndisableKinds = [\"taxonomy\", \"term\", \"sitemap\", \"RSS\", \"section\"]\n",
		"layouts/_default/single.html": fmt.Sprintf(frame, "{{ .Content }}"),
		"layouts/index.html":           fmt.Sprintf(frame, "{{ range first 50 .Site.RegularPages }}<p><a href=\"{{ .RelPermalink }}\">{{ .Title }}</a></p>{{ end }}"),
	}
	for n := range pages - 1 {
		older, _ := siteRule(n / articlesOfRule)
		lines := strings.Split(strings.TrimSpace(older), "\n")
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitle: 第%d頁\n---\n", n)
		for k, left := 0, size-len(frame); left > 0; k++ {
			line := lines[(n+k)%len(lines)]
			b.WriteString(line + "\n\n")
			left -= len(line) + len("<p></p>\n")
		}
		files[fmt.Sprintf("content/p/%06d.md", n)] = b.String()
	}
	return writeFiles(dir, files)
}

// pagesIn counts the HTML pages of a folder and their bytes.
func pagesIn(dir string) (pages, size int, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".html" {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		pages++
		size += int(info.Size())
		return nil
	})
	return pages, size, err
}

// rendered reads and compares the rules, and gives the processor time of rendering them.
func rendered(rules int) (spent time.Duration, pages int, err error) {
	frame, err := site.New(&corpus.Archive{Title: "速さの見本"})
	if err != nil {
		return 0, 0, err
	}
	var all []site.Summary
	count := func(files site.Files) {
		for name := range files {
			if strings.HasSuffix(name, ".html") {
				pages++
			}
		}
	}
	for n := range rules {
		older, newer := siteRule(n)
		in := site.Rule{Rule: &corpus.Rule{ID: fmt.Sprintf("rule-%05d", n), Title: fmt.Sprintf("第%d館利用規程", n)}}
		var states []lineage.State
		var before *extract.Content
		for k, text := range []string{older, newer} {
			now, err := extract.Extract(context.Background(), extract.Source{Name: "rule.txt", Data: []byte(text)})
			if err != nil {
				return 0, 0, err
			}
			s := site.State{Revision: &corpus.Revision{ID: fmt.Sprintf("202%d-04-01", 4+k), Label: fmt.Sprintf("第%d版", k+1), InForce: fmt.Sprintf("202%d-04-01", 4+k)}, Document: now.Document, SourceName: "rule.txt", Source: []byte(text)}
			if before != nil {
				both, err := extract.Pair(now, before)
				if err != nil {
					return 0, 0, err
				}
				s.Result = diff.Compare(both)
			}
			before = now
			in.Rule.Revisions = append(in.Rule.Revisions, s.Revision)
			in.States = append(in.States, s)
			states = append(states, lineage.State{Result: s.Result, Document: s.Document})
		}
		in.Lives = lineage.Trace(states)
		start := ownTime()
		files, summary, err := frame.Document(in)
		spent += ownTime() - start
		if err != nil {
			return 0, 0, err
		}
		count(files)
		all = append(all, summary)
	}
	start := ownTime()
	files, err := frame.Shared(all)
	if err != nil {
		return 0, 0, err
	}
	count(files)
	for _, p := range frame.Pieces(all) {
		if p.Index {
			continue // Hugo makes none
		}
		if files, err = p.Files(nil); err != nil {
			return 0, 0, err
		}
		count(files)
	}
	spent += ownTime() - start
	return spent, pages, nil
}

// siteTable times both at a number of pages, in folders below dir. A small site is built several times, in turn; nothing is removed before all is
// done, since a file system takes longer to make files where others were removed a moment ago.
func siteTable(out io.Writer, dir, program string, want int, goal func(holds bool, format string, a ...any)) error {
	rules, runs := max(1, want/(articlesOfRule+6)), rounds
	if want > 5000 {
		runs = 1
	}
	source, beside := filepath.Join(dir, "corpus"), filepath.Join(dir, "hugo")
	if err := siteCorpus(source, rules); err != nil {
		return err
	}
	var ours, theirs []use
	var pages, size, made, bytesOf int
	missing := false
	for n := range runs {
		target := filepath.Join(dir, fmt.Sprint("site", n))
		u, err := measure([]string{program, "build", source, "-o", target, "--cache", "none"})
		if err != nil {
			return err
		}
		if ours = append(ours, u); n == 0 {
			if pages, size, err = pagesIn(target); err != nil {
				return err
			}
			if err := hugoSite(beside, pages, size/pages); err != nil {
				return err
			}
		}
		if target = filepath.Join(dir, fmt.Sprint("public", n)); missing {
			continue
		}
		u, err = measure([]string{"hugo", "--quiet", "--source", beside, "--destination", target})
		if missing = errors.Is(err, exec.ErrNotFound); missing {
			continue
		}
		if err != nil {
			return err
		}
		if theirs = append(theirs, u); n == 0 {
			if made, bytesOf, err = pagesIn(target); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(out, "a site of %d pages, %.1f KB each (%d rules)", pages, float64(size)/float64(pages)/1024, rules)
	if runs > 1 {
		fmt.Fprintf(out, "; the middle of %d rounds", runs)
	}
	fmt.Fprintf(out, "\n\n%-12s  %-44s %8s %8s %10s %9s\n", "", "", "CPU s", "wall s", "pages/CPU s", "peak MB")
	row := func(name, does string, u use, pages int) {
		clock, peak := "-", "-"
		if u.wall > 0 {
			clock, peak = fmt.Sprintf("%.2f", u.wall.Seconds()), memory(u.peak)
		}
		fmt.Fprintf(out, "%-12s  %-44s %8.2f %8s %10.0f %9s\n", name, does, u.cpu.Seconds(), clock, float64(pages)/u.cpu.Seconds(), peak)
	}
	our := middle(ours)
	row("shinkyu", "reads, compares, follows, renders, index", our, pages)
	spent, rendered, err := rendered(rules)
	if err != nil {
		return err
	}
	row("shinkyu", "renders what was compared (all pages, feeds)", use{cpu: spent}, rendered)
	if missing {
		fmt.Fprintf(out, "%-12s  not installed: apt install hugo\n\n", "hugo")
		return nil
	}
	their := middle(theirs)
	row("hugo", fmt.Sprintf("renders text that stands ready, %.1f KB each", float64(bytesOf)/float64(made)/1024), their, made)
	fmt.Fprintln(out)
	if made < pages*99/100 || bytesOf < size*9/10 {
		return fmt.Errorf("hugo made %d pages of %d bytes, not %d of %d", made, bytesOf, pages, size)
	}
	goal(spent <= their.cpu, "%d pages: rendering takes %.2f s, Hugo %.2f s of processor time", pages, spent.Seconds(), their.cpu.Seconds())
	goal(our.cpu <= their.cpu, "%d pages: the whole build takes %.2f s, Hugo %.2f s of processor time", pages, our.cpu.Seconds(), their.cpu.Seconds())
	goal(our.peak < their.peak, "%d pages: the whole build holds %.0f MB, Hugo %.0f MB", pages, our.peak, their.peak)
	fmt.Fprintln(out)
	return nil
}

// runSites times sites of the sizes that are listed.
func runSites(out io.Writer, program, sizes string) error {
	adopt()
	dir, err := os.MkdirTemp("", "shinkyu-site-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	for size := range strings.SplitSeq(sizes, ",") {
		if size == "" {
			continue
		}
		pages, err := strconv.Atoi(size)
		if err != nil {
			return fmt.Errorf("-sites: %w", err)
		}
		if err := siteTable(out, filepath.Join(dir, size), program, pages, goals(out)); err != nil {
			return err
		}
	}
	return nil
}
