package main

// serve is for the drafter's own machine. It binds to loopback only and answers only to loopback names: a page elsewhere
// could otherwise reach an unpublished draft through a name that resolves to 127.0.0.1 (DNS rebinding).

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/diff/lint"
	"shinkyu/site"
)

func (a *app) serveCommand() *cobra.Command {
	var addr, against string
	var useSample, open bool
	c := &cobra.Command{
		Use:   "serve CORPUS | FILE",
		Short: a.pick("サイトや下書きを手元で見る", "build a corpus or a draft in memory and serve it on this machine"),
		Long: a.pick(
			`コーパスのサイトをメモリー上に作り、この計算機だけから見られるように配信します。アドレスを標準出力に書きます。
ファイルを保存すると作り直し、開いている頁は同じ場所を示したまま新しくなります。誤りは頁に示します。
FILE を指定すると、その新旧対照表又は全文だけを、--against があればその条文と比べて示します。
頁には shinkyu check の指摘も出ます（.shinkyu.toml に従います）。
ポート 0 は空いているポートを選びます。終了は Ctrl-C です。`,
			`serve builds the site in memory and serves it to this machine only. The address is printed on standard output;
port 0 takes a free one. Ctrl-C ends it. When a file is saved the site is built anew, and a page that is open
shows the same place again; mistakes are shown on the page, and so is what shinkyu check finds (by .shinkyu.toml).
With a FILE it shows that table or text alone, or with --against the file compared with another text.`),
		Example: `  shinkyu serve ./rules
  shinkyu serve draft.docx --against current.pdf
  shinkyu serve --sample --addr 127.0.0.1:8017 --open`,
		Args: a.corpusArguments("serve CORPUS", &useSample),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := loopbackOnly(addr); err != nil {
				return err
			}
			job, err := a.servable(args, useSample, against)
			if err != nil {
				return err
			}
			l, address, err := listen(addr)
			if err != nil {
				return err
			}
			defer l.Close()
			ctx, stop := untilSignal(cmd)
			defer stop()
			before := job.saved()
			files, err := job.build(ctx, address)
			if err != nil {
				return err
			}
			p := newPreview(files)
			go func() {
				if err := a.keepUp(ctx, job, address, p, before); err != nil {
					a.say("warning", a.pick("変更を見張れません: ", "cannot watch for changes: ")+err.Error())
				}
			}()
			if _, err := fmt.Fprintln(a.out, address+job.page); err != nil {
				return err
			}
			if open {
				openBrowser(address + job.page)
			}
			return serve(ctx, l, guard(p))
		},
	}
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:0", a.pick("アドレス（ループバックのみ）", "address, loopback only"))
	c.Flags().StringVar(&against, "against", "", a.pick("FILE を比べる条文", "the text that FILE is compared with"))
	c.Flags().BoolVar(&open, "open", false, a.pick("ブラウザーで開く", "open it in the browser"))
	c.Flags().BoolVar(&useSample, "sample", false, a.pick("同梱の見本コーパスを使う", "use the sample corpus that comes with the program"))
	return c
}

// servable is what a preview builds, and what it has to watch.
type servable struct {
	build func(ctx context.Context, address string) (site.Files, error)
	roots []string                   // folders; none for the sample, which cannot change
	only  map[string]bool            // files that count, by absolute path; empty for all below the roots
	also  string                     // a file elsewhere that counts too: the settings of the checks where the drafter works
	page  string                     // to open, from the root
	later func(context.Context) bool // does what pages need not wait for; it reports whether they are to be built again. nil: nothing
}

// servable looks at what the command line names: a file is a draft, anything else a corpus.
func (a *app) servable(args []string, useSample bool, against string) (*servable, error) {
	if len(args) > 0 {
		if info, err := os.Stat(args[0]); err == nil && !info.IsDir() {
			return a.servableDraft(args[0], against)
		}
	}
	if against != "" {
		return nil, usage("against-corpus", "--against は一つのファイルを示すときに使います", "--against goes with a single file", "shinkyu serve draft.docx --against "+against)
	}
	if _, err := a.openCorpus(args, useSample); err != nil {
		return nil, err
	}
	config := func() (*lint.Config, error) { return &lint.Config{}, nil }
	prints := newPrints(nil, nil)
	prints.later = true
	s, made := &servable{later: prints.paintWaiting}, &rebuilt{checks: &lint.Config{}, reads: &reads{}, prints: prints}
	if !useSample {
		root, err := filepath.Abs(args[0])
		if err != nil {
			return nil, &about{args[0], fileFailure(err)}
		}
		s.roots, s.also = []string{root}, settingsHere()
		config = func() (*lint.Config, error) { return checkConfig(&checkFlags{}, true, args[0]) }
	}
	if _, err := config(); err != nil {
		return nil, err
	}
	s.build = func(ctx context.Context, address string) (site.Files, error) {
		checks, err := config() // may have been saved since
		if err != nil {
			return nil, err
		}
		if !reflect.DeepEqual(checks, made.checks) {
			made = &rebuilt{checks: checks, reads: made.reads, prints: prints}
		}
		c, err := a.openCorpus(args, useSample)
		if err != nil {
			return nil, err
		}
		step, finish := a.progress(c)
		defer finish()
		return made.pages(ctx, at(c, address), step)
	}
	return s, nil
}

// settingsHere is the path of the settings of the checks in the working folder, whether they are there or not.
func settingsHere() string {
	path, err := filepath.Abs(checkFileName)
	if err != nil {
		return "" // the folder is gone: nothing in it will change
	}
	return path
}

func (a *app) servableDraft(file, against string) (*servable, error) {
	s := &servable{only: map[string]bool{}, page: draftPage}
	for _, name := range []string{file, against} {
		if name == "" {
			continue
		}
		path, err := filepath.Abs(name)
		if err != nil {
			return nil, &about{name, fileFailure(err)}
		}
		s.only[path] = true
		s.roots = append(s.roots, filepath.Dir(path))
	}
	s.also = settingsHere()
	if _, err := checkConfig(&checkFlags{}, false, ""); err != nil {
		return nil, err
	}
	known := &reads{}
	s.build = func(ctx context.Context, _ string) (site.Files, error) {
		checks, err := checkConfig(&checkFlags{}, false, "") // may have been saved since
		if err != nil {
			return nil, err
		}
		return a.draft(ctx, file, against, "", checks, known)
	}
	return s, nil
}

// loopbackOnly refuses addresses that other machines could reach.
func loopbackOnly(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return usage("bad-address", "--addr: アドレスの形が違います: "+addr, "--addr: not an address: "+addr, "--addr 127.0.0.1:8017")
	}
	if !loopback(host) {
		return usage("not-loopback", "--addr: この計算機の外から見えるアドレスでは配信しません: "+addr,
			"--addr: serves this machine only, not "+addr, "--addr 127.0.0.1:8017")
	}
	return nil
}

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.IsLoopback()
}

// listen takes the port before the site is built, since pages that need an absolute address carry the one they are served at.
func listen(addr string) (l net.Listener, address string, err error) {
	l, err = net.Listen("tcp", addr)
	if err != nil {
		return nil, "", &corpus.Failure{Rule: "listen", Japanese: "--addr " + addr + ": 使えません: " + err.Error(), English: "--addr " + addr + ": " + err.Error(),
			HintJA: "--addr 127.0.0.1:0 は空いているポートを選びます", HintEN: "--addr 127.0.0.1:0 takes a free port"}
	}
	return l, "http://" + l.Addr().String() + "/", nil
}

// at is the corpus as published at an address.
func at(c *store.Corpus, address string) *store.Corpus {
	archive := *c.Archive
	archive.BaseURL = address
	return &store.Corpus{Archive: &archive, FS: c.FS}
}

// serve answers until the context ends.
func serve(ctx context.Context, l net.Listener, h http.Handler) error {
	server := &http.Server{Handler: h, BaseContext: func(net.Listener) context.Context { return ctx }, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute, MaxHeaderBytes: 1 << 16}
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(stop); err != nil {
		server.Close()
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// openBrowser tries; the address is on the screen in any case.
func openBrowser(address string) {
	command := map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open"}
	}
	cmd := exec.Command(command[0], append(command[1:], address)...)
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}

// policy lets a page use what the site itself holds, and nothing from elsewhere.
var policy = sync.OnceValue(func() string {
	return "default-src 'none'; style-src 'self' " + site.PlainStyle() + "; script-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
		"manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
})

// guard answers requests from this machine's own pages only, with what next has for them.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy())
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-cache")
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		if !loopback(strings.Trim(host, "[]")) {
			http.Error(w, "this server answers to loopback names only", http.StatusMisdirectedRequest)
			return
		}
		if !ownRequest(r) {
			http.Error(w, "this server answers to its own pages only", http.StatusForbidden)
			return
		}
		if r.Method != http.MethodGet && r.Method != http.MethodHead {
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// serveFile answers with a file of the site; html is what becomes of a page on its way.
func serveFile(w http.ResponseWriter, r *http.Request, files site.Files, html func([]byte) []byte) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	folder := strings.HasSuffix(r.URL.Path, "/")
	if folder {
		name = path.Join(name, "index.html")
	} else if _, ok := files[path.Join(name, "index.html")]; ok {
		w.Header().Set("Location", (&url.URL{Path: "/" + name + "/"}).String())
		w.WriteHeader(http.StatusMovedPermanently)
		return
	}
	data, ok := files[name]
	if !ok {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(http.StatusNotFound)
		page := files["404.html"]
		if page == nil {
			page = []byte("<!doctype html><title>404</title><p>ページがありません / not found</p>\n")
		}
		_, _ = w.Write(html(page)) // a reader who left needs no answer
		return
	}
	if strings.HasSuffix(name, ".html") {
		data = html(data)
	}
	sum := sha256.Sum256(data)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	if t := contentType(name); t != "" {
		w.Header().Set("Content-Type", t)
	}
	http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(data))
}

// types are those a site holds; the system's own table differs from machine to machine.
var types = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".atom": "application/atom+xml; charset=utf-8",
	".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".woff2": "font/woff2", ".pdf": "application/pdf",
	".txt": "text/plain; charset=utf-8", ".md": "text/plain; charset=utf-8",
}

// contentType is the type by extension, that of unknown bytes otherwise: nothing is guessed from a stranger's content.
func contentType(name string) string {
	if t, ok := types[strings.ToLower(path.Ext(name))]; ok {
		return t
	}
	return "application/octet-stream"
}
