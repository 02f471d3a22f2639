package pdfium

import (
	"bytes"
	"errors"
	"fmt"

	api "github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"shinkyu/corpus"
)

// File is an open PDF. It is not safe for use by several goroutines at once. Close it.
type File struct {
	lib   api.Pdfium
	doc   references.FPDF_DOCUMENT
	pages int
}

// maxPages that a file may claim to have.
const maxPages = 50_000

// Open opens a PDF; an error is a *corpus.Failure.
func Open(data []byte, password string) (f *File, err error) {
	defer caught(&err)
	lib, err := instance()
	if err != nil {
		return nil, &corpus.Failure{Rule: "pdfium", Japanese: "PDFium を起動できません: " + err.Error(), English: "PDFium cannot be started: " + err.Error()}
	}
	request := &requests.OpenDocument{FileReader: bytes.NewReader(data), FileReaderSize: int64(len(data))}
	if password != "" {
		request.Password = &password
	}
	d, err := lib.OpenDocument(request)
	if err != nil {
		lib.Close()
		return nil, opening(err)
	}
	f = &File{lib: lib, doc: d.Document}
	n, err := lib.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
	if err != nil || n.PageCount < 0 {
		f.Close()
		return nil, opening(err)
	}
	f.pages = min(n.PageCount, maxPages)
	return f, nil
}

// NumPages is the number of pages; some may not load.
func (f *File) NumPages() int { return f.pages }

// Close frees the module and its memory.
func (f *File) Close() {
	defer func() { _ = recover() }() // a module that trapped cannot be closed in order
	_ = f.lib.Close()
}

// Repaired is the document as PDFium would save it: with a new index, in the open.
func (f *File) Repaired() (data []byte, err error) {
	defer caught(&err)
	var out bytes.Buffer
	_, err = f.lib.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: f.doc, FileWriter: &out, Flags: requests.SaveFlagRemoveSecurity})
	return out.Bytes(), err
}

// caught makes an error of a module that trapped or ran out of memory.
func caught(err *error) {
	if x := recover(); x != nil {
		*err = &corpus.Failure{Rule: "pdfium", Japanese: fmt.Sprintf("PDFium が途中で止まりました: %.100v", x), English: fmt.Sprintf("PDFium stopped: %.100v", x)}
	}
}

func opening(err error) error {
	switch {
	case errors.Is(err, pdferrors.ErrPassword):
		return &corpus.Failure{Rule: "pdf-password", Japanese: "PDFを開くにはパスワードが必要です。", English: "the PDF needs a password"}
	case err == nil:
		err = errors.New("no pages")
	}
	return &corpus.Failure{Rule: "pdf-damaged", Japanese: "PDFium でも開けません: " + err.Error(), English: "PDFium cannot open it either: " + err.Error()}
}

var errNoSize = errors.New("the page has no size")
