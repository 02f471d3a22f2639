package site

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// Every comparison, of neighbours and of others, offers every form, each whole.
func TestComparisonsAreOfferedInEveryForm(t *testing.T) {
	files := build(t, input(t))
	seen := 0
	pages(t, files, func(at string, doc *goquery.Document) {
		if doc.Find("body").AttrOr("data-page", "") != "comparison" {
			return
		}
		seen++
		for _, e := range encodings {
			link := doc.Find(`.files a[href="` + e.file + `"]`)
			data := files[path.Join(path.Dir(at), e.file)]
			if link.Length() != 1 || len(data) == 0 || !strings.Contains(link.Find("small").Text(), size(len(data))) {
				t.Errorf("%s: %s: %d links, %d bytes, %q", at, e.file, link.Length(), len(data), link.Text())
			}
			if name := link.AttrOr("download", ""); path.Ext(name) != path.Ext(e.file) || !strings.HasPrefix(name, "kiroku-") {
				t.Errorf("%s: saved as %q", at, name)
			}
		}
		docx, err := zip.NewReader(bytes.NewReader(files[path.Join(path.Dir(at), "comparison.docx")]), int64(len(files[path.Join(path.Dir(at), "comparison.docx")])))
		if err != nil || len(docx.File) < 3 {
			t.Errorf("%s: Word: %v", at, err)
		}
		read := xml.NewDecoder(bytes.NewReader(files[path.Join(path.Dir(at), "comparison.xml")]))
		for err = nil; err == nil; {
			_, err = read.Token()
		}
		if !errors.Is(err, io.EOF) {
			t.Errorf("%s: XML: %v", at, err)
		}
	})
	if seen != 3 {
		t.Errorf("%d comparisons", seen)
	}
}
