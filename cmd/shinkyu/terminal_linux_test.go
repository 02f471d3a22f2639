package main

// What a person at a real terminal sees while files are read: the question for a password, the line of pages that are read by machine.

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"shinkyu/extract/pdftest"
)

// TestPasswordAsked: --password asks at the terminal; what is typed opens the file or does not. It is asked for once.
func TestPasswordAsked(t *testing.T) {
	const locked = "../../extract/testdata/locked/aes256.pdf"
	for _, c := range []struct{ typed, says string }{
		{"hiraku\n", "no comparison table"}, // it is open: an English word is no table
		{"akanai\n", "password"},
		{"\n", "password"},
	} {
		var out, errs bytes.Buffer
		code := run([]string{"extract", locked, "--password"}, terminal(t, c.typed), &out, &errs, func(string) string { return "" })
		asked, answer, _ := strings.Cut(errs.String(), "password: ")
		if code != exitFailed || asked != "" || !strings.HasPrefix(answer, "\n") || !strings.Contains(answer, c.says) || strings.Contains(answer, "password: ") || out.Len() > 0 {
			t.Errorf("%q: exit code %d\n%s%s", c.typed, code, out.String(), errs.String())
		}
	}
	var out, errs bytes.Buffer
	run([]string{"diff", locked, locked, "--password"}, terminal(t, "hiraku\n"), &out, &errs, func(string) string { return "" })
	if n := strings.Count(errs.String(), "password: "); n != 1 {
		t.Errorf("asked %d times for two files\n%s", n, errs.String())
	}
}

// TestRecognisingLine: while pages are read by machine the terminal shows how many are done, and nothing of it is left afterwards.
func TestRecognisingLine(t *testing.T) {
	file := filepath.Join(t.TempDir(), "scan.pdf")
	if err := os.WriteFile(file, picturePages(3), 0o600); err != nil {
		t.Fatal(err)
	}
	master, slave := pseudoTerminal(t)
	seen := make(chan string)
	go func() {
		b, _ := io.ReadAll(master) // ends with an error when the program's end is closed
		seen <- string(b)
	}()
	var out bytes.Buffer
	code := run([]string{"extract", file}, strings.NewReader(""), &out, slave, func(string) string { return "" })
	slave.Close()
	shown := <-seen
	if strings.Contains(shown, "apt install tesseract-ocr") {
		t.Skip("tesseract is not installed")
	}
	if code != exitFailed || !strings.Contains(shown, "recognising") || !strings.Contains(shown, "/3") {
		t.Fatalf("exit code %d, the terminal shows %q", code, shown)
	}
	if line, _, found := strings.Cut(shown, "error"); found && !strings.Contains(line[strings.LastIndex(line, "recognising"):], "\x1b[2K") && !strings.HasSuffix(strings.TrimRight(line, " "), "\r") {
		t.Errorf("the line is left standing: %q", shown)
	}
}

// picturePages is a PDF of pages that show one grey picture each.
func picturePages(n int) []byte {
	const content = "q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xee EI Q"
	f := pdftest.New("1.4")
	f.Object("<</Type/Catalog/Pages 2 0 R>>")
	f.Object("<</Type/Pages/Count %d/Kids[%s]>>", n, strings.Repeat("4 0 R ", n))
	f.Stream("", content)
	f.Object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<<>>>>")
	return f.Bytes()
}
