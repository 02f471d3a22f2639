// Package pdfium is the second engine: PDFium, compiled to WebAssembly, for what the first (package pdf) cannot open or
// decode, and for pictures of pages.
//
// PDFium opens almost anything that a viewer opens, and knows the character of many glyphs whose fonts do not say it. It is
// slower (about six times) and heavier than our interpreter, so it is started only when needed and only in the worker process,
// whose death ends it: WebAssembly that checks a deadline runs seven times slower, so nothing here can be cancelled.
// The module sees no file system but a read-only folder with up to four Japanese fonts (fonts.go), has at most maxMemory, and
// is compiled once into the user's cache folder (3–5 s; 0.2 s from then on).
//
// Rejected: PDFium through C, which would let memory errors into the process and end cross-compiling; MuPDF (AGPL). Cost: 6 MB of the
// program's size.
package pdfium

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	api "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	wasm "github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// maxMemory of the module, in bytes.
const maxMemory = 256 << 20

var engine struct {
	sync.Mutex
	pool    api.Pool
	err     error
	started bool
}

// StartTime is what Start may take: compiling, on a machine that has other work.
const StartTime = time.Minute

// Start gets the engine ready, once in a process. It looks at no document.
func Start() error {
	engine.Lock()
	defer engine.Unlock()
	if !engine.started {
		engine.pool, engine.err = start()
		engine.started = true
	}
	return engine.err
}

// instance is a fresh module. One serves one document, so that none can leave anything to the next.
func instance() (api.Pdfium, error) {
	if err := Start(); err != nil {
		return nil, err
	}
	return engine.pool.GetInstance(time.Minute)
}

func start() (api.Pool, error) {
	config := wazero.NewRuntimeConfig().WithCoreFeatures(wasm.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache := compiled(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	return webassembly.Init(webassembly.Config{
		Context: experimental.WithMemoryAllocator(context.Background(), experimental.MemoryAllocatorFunc(allocate)), MaxIdle: 1, MaxTotal: 4, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig().WithFSMount(fonts(), "/"),
		Stdout:   io.Discard, Stderr: io.Discard,
	})
}

// memory is a module's: reserved whole, since growing by copying needs up to five times the limit; the system gives pages as they
// are touched. The runtime's own limit is of no use, as it refuses a module that may ever want more.
type memory struct{ all []byte }

func allocate(_, _ uint64) experimental.LinearMemory {
	return &memory{all: make([]byte, maxMemory)}
}

// Reallocate gives nil, which the module sees as a failed allocation, past the limit.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(len(m.all)) {
		return nil
	}
	return m.all[:size]
}

func (m *memory) Free() { m.all = nil }

// compiled is the cache of the compiled module; nil where the user has no folder for such things: it is compiled each time then.
func compiled() wazero.CompilationCache {
	dir, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	dir = filepath.Join(dir, "shinkyu", "wazero")
	if os.MkdirAll(dir, 0o755) != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return cache
}
