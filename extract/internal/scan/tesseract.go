package scan

// Running tesseract: all blocks of a page in one run, since loading its model takes longer than reading a block.

import (
	"bufio"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Install is the command that installs what is needed.
const Install = "apt install tesseract-ocr tesseract-ocr-jpn tesseract-ocr-jpn-vert"

// TimeOfPage is how long recognising one page may take.
const TimeOfPage = 3 * time.Minute

// Available reports whether tesseract is installed with its Japanese models.
var Available = sync.OnceValue(func() bool {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "tesseract", "--list-langs").CombinedOutput()
	if err != nil {
		return false
	}
	have := map[string]bool{}
	for _, l := range strings.Fields(string(out)) {
		have[l] = true
	}
	return have["jpn"] && have["jpn_vert"]
})

// Version is the first line of what tesseract says of itself; "" where it cannot be used.
var Version = sync.OnceValue(func() string {
	if !Available() {
		return ""
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	out, err := exec.CommandContext(ctx, "tesseract", "--version").CombinedOutput()
	if err != nil {
		return ""
	}
	first, _, _ := strings.Cut(string(out), "\n")
	return strings.TrimSpace(first)
})

// character is one that was recognised, in pixels of the page.
type character struct {
	text       string
	box        image.Rectangle
	confidence float64 // 0 to 1
}

// textLine is a line of text.
type textLine struct {
	box        image.Rectangle
	characters []character
}

// recognise reads the blocks, in their order.
func recognise(ctx context.Context, b *bitmap, m *image.Gray, blocks []image.Rectangle, vertical bool) ([]textLine, error) {
	if len(blocks) == 0 {
		return nil, nil
	}
	dir, err := os.MkdirTemp("", "shinkyu-scan-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	var list strings.Builder
	for i, r := range blocks {
		name := filepath.Join(dir, fmt.Sprintf("%04d.pgm", i))
		if err := writePGM(name, b.crop(m, r)); err != nil {
			return nil, err
		}
		fmt.Fprintln(&list, name)
	}
	listName := filepath.Join(dir, "list.txt")
	if err := os.WriteFile(listName, []byte(list.String()), 0o600); err != nil {
		return nil, err
	}
	language, mode := "jpn", "6" // one block of lines
	if vertical {
		language, mode = "jpn_vert", "5" // one block of vertical lines
	}
	ctx, cancel := context.WithTimeout(ctx, TimeOfPage)
	defer cancel()
	cmd := exec.CommandContext(ctx, "tesseract", listName, "stdout", "-l", language, "--psm", mode, "--dpi", strconv.Itoa(DPI), "-c", "hocr_char_boxes=1", "hocr")
	cmd.Env = append(os.Environ(), "OMP_THREAD_LIMIT=1") // on small blocks its threads cost more than they bring
	cmd.WaitDelay = time.Second
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("tesseract: %w: %.200s", err, strings.TrimSpace(said.String()))
	}
	pages, err := parseHOCR(&out)
	if err != nil {
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	var lines []textLine
	for i, page := range pages {
		if i >= len(blocks) {
			break
		}
		off := blocks[i].Min.Sub(image.Pt(margin, margin))
		for _, l := range page {
			l.box = l.box.Add(off)
			for j := range l.characters {
				l.characters[j].box = l.characters[j].box.Add(off)
			}
			lines = append(lines, l)
		}
	}
	return lines, nil
}

func writePGM(name string, m *image.Gray) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, "P5\n%d %d\n255\n", m.Rect.Dx(), m.Rect.Dy())
	w.Write(m.Pix) // an error stays in w until Flush
	return errors.Join(w.Flush(), f.Close())
}

// parseHOCR reads the pages, lines and characters of tesseract's HTML, which is well-formed XML.
func parseHOCR(r io.Reader) (pages [][]textLine, err error) {
	d := xml.NewDecoder(r)
	d.Strict, d.Entity = false, xml.HTMLEntity
	var in *character
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return pages, nil
		}
		if err != nil {
			return pages, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			class, title := attribute(t, "class"), attribute(t, "title")
			switch class {
			case "ocr_page":
				pages = append(pages, nil)
			case "ocr_line", "ocr_caption", "ocr_header", "ocr_textfloat":
				if n := len(pages); n > 0 {
					pages[n-1] = append(pages[n-1], textLine{box: property(title, "bbox")})
				}
			case "ocrx_cinfo":
				in = &character{box: property(title, "x_bboxes"), confidence: number(title, "x_conf") / 100}
			}
		case xml.CharData:
			if in != nil {
				in.text += string(t)
			}
		case xml.EndElement:
			if in == nil {
				continue
			}
			if n := len(pages); n > 0 && len(pages[n-1]) > 0 && strings.TrimSpace(in.text) != "" {
				l := &pages[n-1][len(pages[n-1])-1]
				in.text = strings.TrimSpace(in.text)
				l.characters = append(l.characters, *in)
			}
			in = nil
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// fields of a title: "bbox 1 2 3 4; x_conf 99".
func fields(title, name string) []float64 {
	for part := range strings.SplitSeq(title, ";") {
		words := strings.Fields(part)
		if len(words) == 0 || words[0] != name {
			continue
		}
		var out []float64
		for _, w := range words[1:] {
			v, err := strconv.ParseFloat(w, 64)
			if err != nil || !(v > -1e6 && v < 1e6) {
				return nil
			}
			out = append(out, v)
		}
		return out
	}
	return nil
}

func property(title, name string) image.Rectangle {
	if v := fields(title, name); len(v) == 4 {
		return image.Rect(int(v[0]), int(v[1]), int(v[2]), int(v[3]))
	}
	return image.Rectangle{}
}

func number(title, name string) float64 {
	if v := fields(title, name); len(v) == 1 {
		return min(max(v[0], 0), 100)
	}
	return 0
}
