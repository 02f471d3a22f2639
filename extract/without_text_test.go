package extract

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract/pdftest"
)

// filePDF is a PDF of pages with these contents; what: entries of the content stream.
func filePDF(what string, contents ...string) []byte {
	f := pdftest.New("1.7")
	kids := ""
	for i := range contents {
		kids += fmt.Sprintf("%d 0 R ", 3+2*i)
	}
	f.Object("<< /Type /Catalog /Pages 2 0 R >>")
	f.Object("<< /Type /Pages /Count %d /Kids [%s] /MediaBox [0 0 600 800] >>", len(contents), kids)
	for i, c := range contents {
		f.Object("<< /Type /Page /Parent 2 0 R /Contents %d 0 R /Resources << >> >>", 4+2*i)
		f.Stream(what, c)
	}
	return f.Bytes()
}

// TestWhyThereIsNoText: each kind of page without text is refused with its own reason.
func TestWhyThereIsNoText(t *testing.T) {
	var bomb bytes.Buffer
	w := zlib.NewWriter(&bomb)
	for range 70 {
		w.Write(bytes.Repeat([]byte{' '}, 1<<20))
	}
	w.Close()
	for _, c := range []struct {
		name, rule, want string
		data             []byte
	}{
		{"blank", "pdf-no-text", "page 1 is blank: nothing is drawn on it", filePDF("", "")},
		{"lines", "pdf-no-text", "page 1 has no text (lines and shapes only)", filePDF("", "0 0 m 100 100 l S")},
		{"both", "pdf-no-text", "page 1, 3 has no text (lines and shapes only); page 2 is blank: nothing is drawn on it", filePDF("", "0 0 m 9 9 l S", "", "0 0 m 9 9 l S")},
		{"bomb", "pdf-refused", "page 1 is beyond the limits of a page and was refused: some data of the page unpacks to more than 64 MB and was refused", filePDF("/Filter /FlateDecode", bomb.String())},
		{"too much", "pdf-refused", "page 1 is beyond the limits of a page and was refused: the page has too many rules; the rest of it was not read", filePDF("", strings.Repeat("0 0 1 1 re f ", 250_000))},
	} {
		_, err := Extract(context.Background(), Source{Data: c.data})
		var f *corpus.Failure
		if !errors.As(err, &f) || f.Rule != c.rule || f.English != c.want || f.HintEN == "" || f.HintJA == "" {
			t.Errorf("%s: %#v", c.name, err)
		}
	}
	_, err := Extract(context.Background(), Source{Data: filePDF("/Filter /FrobnicateDecode", "xx")})
	var f *corpus.Failure
	if !errors.As(err, &f) || f.Rule != "pdf-damaged" || !strings.Contains(f.English, "FrobnicateDecode") {
		t.Errorf("unknown filter: %#v", err)
	}
}

// TestSkip: a page that must not be read is named with its reason; the others are read.
func TestSkip(t *testing.T) {
	_, err := Extract(context.Background(), Source{Data: filePDF("", "", ""), Skip: []Skipped{{1, "止まりました", "it hung"}}})
	var f *corpus.Failure
	if !errors.As(err, &f) || f.English != "page 1 could not be read: page 1 could not be read: it hung; page 2 is blank: nothing is drawn on it" {
		t.Errorf("%v", err)
	}
}
