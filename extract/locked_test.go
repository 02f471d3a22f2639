package extract

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestLocked: PDFs that need a password (RC4, AES 128, AES 256; made with qpdf --encrypt hiraku tsukuru) are refused without one and with a
// wrong one, say so alike, and are read with the reader's or the owner's.
func TestLocked(t *testing.T) {
	files, err := filepath.Glob("testdata/locked/*.pdf")
	if err != nil || len(files) != 3 {
		t.Fatalf("%v %v", files, err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for password, rule := range map[string]string{"": "pdf-password", "akanai": "pdf-password", "hiraku": "not-a-table", "tsukuru": "not-a-table"} {
			_, err := Extract(t.Context(), Source{Data: data, Password: password})
			t.Run(filepath.Base(file)+" "+password, func(t *testing.T) { wantFailure(t, err, rule) })
		}
		svg, err := Inspect(t.Context(), Source{Data: data, Password: "hiraku"}, Drawing{First: 1, Last: 1, SVG: true, Picture: true})
		if err != nil || !bytes.Contains(svg, []byte(">N</text>")) || !bytes.Contains(svg, []byte("<image ")) {
			t.Errorf("%s: the page cannot be drawn: %v", file, err)
		}
	}
}
