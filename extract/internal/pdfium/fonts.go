package pdfium

// Japanese fonts of the system. PDFium draws and measures text in fonts that a PDF does not embed with these; without one such
// text has no width and vanishes. The module is shown a folder that holds only the fonts chosen here: reading all fonts of a desktop
// at start-up would take longer than the work.

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"
)

// FontInstall is the command that installs Japanese fonts.
const FontInstall = "apt install fonts-ipaexfont-gothic fonts-ipaexfont-mincho"

// wanted are the beginnings of file names of Japanese fonts, the best first, in two kinds.
var wanted = [2][]string{
	{"ipaexm", "ipam", "notoserifcjk", "notoserifjp", "hiragino mincho", "ヒラギノ明朝", "yumin", "msmincho", "takaoexmincho", "takaomincho", "fonts-japanese-mincho", "sazanami-mincho", "hanamina"},
	{"ipaexg", "ipag", "notosanscjk", "notosansjp", "hiragino", "ヒラギノ角ゴシック", "yugoth", "meiryo", "msgothic", "takaoexgothic", "takaogothic", "fonts-japanese-gothic", "vl-gothic", "droidsansfallback"},
}

// HaveFonts reports whether there is a Japanese font.
func HaveFonts() bool { return len(chosenFonts()) > 0 }

// chosenFonts are paths of fonts: one mincho, one gothic, where there are.
var chosenFonts = sync.OnceValue(func() []string {
	var best [2]string
	rank := [2]int{len(wanted[0]), len(wanted[1])}
	left := 20_000 // files looked at: font folders are small, a link to the root is not
	for _, root := range fontFolders() {
		_ = filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
			if left--; left < 0 {
				return fs.SkipAll
			}
			if err != nil || d.IsDir() {
				return nil // an unreadable folder has no fonts for us
			}
			name := strings.ToLower(d.Name())
			if !slices.Contains([]string{".ttf", ".ttc", ".otf", ".otc"}, path.Ext(name)) {
				return nil
			}
			for kind, names := range wanted {
				for i, w := range names[:rank[kind]] {
					if strings.HasPrefix(name, w) {
						best[kind], rank[kind] = p, i
						break
					}
				}
			}
			return nil
		})
	}
	return slices.DeleteFunc(best[:], func(p string) bool { return p == "" })
})

// FontVariable names folders in which Japanese fonts are looked for instead of the system's: for machines where nothing can be installed.
const FontVariable = "SHINKYU_FONTS"

func fontFolders() []string {
	if own := os.Getenv(FontVariable); own != "" {
		return filepath.SplitList(own)
	}
	home, _ := os.UserHomeDir() // "" gives folders that are not there
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.Join(os.Getenv("WINDIR"), "Fonts"), filepath.Join(os.Getenv("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library", "Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts")}
}

// fontFolder is a read-only file system: usr/share/fonts with the chosen fonts, and nothing else.
type fontFolder map[string]string // name → path on the host

const fontRoot = "usr/share/fonts"

func fonts() fs.FS {
	f := fontFolder{}
	for _, p := range chosenFonts() {
		f[filepath.Base(p)] = p
	}
	return f
}

func (f fontFolder) Open(name string) (fs.File, error) {
	if strings.HasPrefix(fontRoot+"/", name+"/") || name == "." {
		return &folder{name: path.Base(name), entries: f.below(name)}, nil
	}
	if dir, base := path.Split(name); dir == fontRoot+"/" {
		if p, ok := f[base]; ok {
			return os.Open(p)
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func (f fontFolder) below(dir string) (out []fs.DirEntry) {
	if dir == fontRoot {
		for base, p := range f {
			if info, err := os.Stat(p); err == nil {
				out = append(out, fs.FileInfoToDirEntry(named{info, base}))
			}
		}
		slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
		return out
	}
	next := strings.TrimPrefix(fontRoot, strings.TrimPrefix(dir+"/", "./"))
	next, _, _ = strings.Cut(next, "/")
	return []fs.DirEntry{fs.FileInfoToDirEntry(&folder{name: next})}
}

// named is a file under the name it has here.
type named struct {
	fs.FileInfo
	name string
}

func (n named) Name() string { return n.name }

// folder is a directory of a fontFolder, open or as its own description.
type folder struct {
	name    string
	entries []fs.DirEntry
}

func (d *folder) Name() string               { return d.name }
func (d *folder) Size() int64                { return 0 }
func (d *folder) Mode() fs.FileMode          { return fs.ModeDir | 0o555 }
func (d *folder) ModTime() time.Time         { return time.Time{} }
func (d *folder) IsDir() bool                { return true }
func (d *folder) Sys() any                   { return nil }
func (d *folder) Stat() (fs.FileInfo, error) { return d, nil }
func (d *folder) Close() error               { return nil }
func (d *folder) Read([]byte) (int, error)   { return 0, errors.New("is a folder") }

func (d *folder) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(d.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 || n > len(d.entries) {
		n = len(d.entries)
	}
	out := d.entries[:n]
	d.entries = d.entries[n:]
	return out, nil
}
