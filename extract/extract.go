// Package extract turns files into clauses: a 新旧対照表 into a comparison, a whole rule into a document.
//
// One door for all formats: Extract finds out what a file is from its content, has it read, and hands back either of
// the two. Names are never asked, since ministries publish PDFs as .html and marked text as .txt. What a reader finds
// strange becomes a finding; only what cannot be read at all is a failure, with what to do about it.
package extract

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"slices"
	"strings"
	"time"

	"shinkyu/corpus"
	"shinkyu/extract/internal/grid"
)

// Format names an input format. The zero value means: find out from the content.
type Format string

const (
	Auto     Format = ""
	PDF      Format = "pdf"
	DOCX     Format = "docx" // Word
	XLSX     Format = "xlsx" // Excel
	HTML     Format = "html"
	Marked   Format = "marked" // tab-separated cells with <p>, <u>, <ul> inside
	LawXML   Format = "lawxml" // 法令標準XML
	Markdown Format = "markdown"
	Text     Format = "text"
)

// Source is a file to read. Name is for messages only; the format is found from Data.
type Source struct {
	Name     string
	Data     []byte
	Format   Format
	Password string     // of a protected PDF; "" tries none
	Skip     []Skipped  // pages that are not read
	Progress func(Step) // called before each page; nil: not wanted
	Skeleton bool       // asks for Content.Skeleton, which takes about as much memory as the file
}

// Skipped is a page of a PDF that must not be read, with the reason: it stopped the reader before.
type Skipped struct {
	Page              int
	Japanese, English string
}

// Skips reports whether page n must not be read.
func (s *Source) Skips(n int) bool {
	return slices.ContainsFunc(s.Skip, func(k Skipped) bool { return k.Page == n })
}

// Step says what is being read. Page counts from 1; Allow is how long this step may take if that is long.
type Step struct {
	Page, Pages int
	Allow       time.Duration
	Recognising bool // a page's picture is being read by tesseract
}

// Content is what a file holds: exactly one of Comparison (a table) and Document (a whole rule) is set.
type Content struct {
	Source     corpus.Source
	Comparison *corpus.Comparison
	Document   *corpus.Document
	Diags      []corpus.Diag // of a whole rule; a comparison carries its own
	Unplaced   []corpus.Unplaced
	Skeleton   *corpus.Skeleton // of a whole 法令標準XML, if it was asked for
	Tally      []corpus.Tally   // of a PDF: what became of the glyphs on each page

	twice map[int]int // until the tally is made: characters of each page that stand in more than one column's text
}

// Extract reads src. The error, if any, is a *corpus.Failure or the context's.
func Extract(ctx context.Context, src Source) (*Content, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	first := input{Source: src}
	first.stage() // finding out what it is takes its time too
	in, err := open(src)
	if err != nil {
		return nil, err
	}
	read, ok := readers[in.format]
	if !ok {
		return nil, unknownFormat(string(in.format))
	}
	in.stage()
	content, err := read(ctx, in)
	if err != nil {
		return nil, err
	}
	content.add(in.diags)
	content.twice = nil
	return content, nil
}

// input is a file whose format, and encoding if it is text, are known.
type input struct {
	Source
	source corpus.Source
	format Format
	text   string // decoded; "" for formats that are no text
	at     int    // page being read
	diags  []corpus.Diag
	rows   func(*grid.Sheet) // sees the rows and cells of a table before they are compared; nil: nobody looks
}

// How long a file without pages may take: a small one no longer than a page does, a large one in proportion, on a machine that gives its
// reader a tenth of a processor. Office files unpack to ten times their size and more.
const (
	timeOfMegabyte       = 4 * time.Second
	timeOfPackedMegabyte = 16 * time.Second
)

// allowance is how long reading the file may take in one step.
func (in *input) allowance() time.Duration {
	each := timeOfMegabyte
	if in.format == DOCX || in.format == XLSX {
		each = timeOfPackedMegabyte
	}
	return buildTime + time.Duration(len(in.Data))*each/(1<<20)
}

// stage tells that a stage of reading a file without pages is done, and how long the next may take. Of a PDF the pages are told.
func (in *input) stage() {
	if in.format != PDF && !(in.format == Auto && isPDF(in.Data)) {
		in.step(Step{Allow: in.allowance()})
	}
}

// step tells how far reading is.
func (in *input) step(s Step) {
	if in.Progress != nil {
		in.Progress(s)
	}
}

// readers in the order of the formats above.
var readers = map[Format]func(context.Context, input) (*Content, error){
	PDF:      readPDF,
	DOCX:     readDOCX,
	XLSX:     readXLSX,
	HTML:     readHTML,
	Marked:   readMarked,
	LawXML:   readLawXML,
	Markdown: readMarkdown,
	Text:     readText,
}

// sourceOf describes a file. Only the base name is kept: a path says where somebody keeps files.
func sourceOf(src Source) corpus.Source {
	sum := sha256.Sum256(src.Data)
	name := path.Base(strings.ReplaceAll(src.Name, `\`, "/"))
	if src.Name == "" {
		name = ""
	}
	return corpus.Source{Name: name, SHA256: hex.EncodeToString(sum[:])}
}

// add appends findings about the file as a whole.
func (c *Content) add(diags []corpus.Diag) {
	if c.Comparison != nil {
		c.Comparison.Diags = append(c.Comparison.Diags, diags...)
		return
	}
	c.Diags = append(c.Diags, diags...)
}
