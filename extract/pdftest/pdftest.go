// Package pdftest writes PDF files object by object, for tests and timings that need one of their own making.
//
// Choice: objects are written as they come and numbered from 1, of which the first must be the catalog; offsets and the table of objects are
// kept here. Rejected: a library, which writes sound files only, where tests need odd ones. Cost: whoever writes an object knows the numbers of those it
// refers to.
package pdftest

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// File is a PDF that is being written.
type File struct {
	b  bytes.Buffer
	at []int // where each object begins
}

// New begins a file of a version, such as 1.7.
func New(version string) *File {
	f := &File{}
	fmt.Fprintf(&f.b, "%%PDF-%s\n", version)
	return f
}

// Objects is how many objects were written.
func (f *File) Objects() int { return len(f.at) }

// Object writes the next object. It says what fmt.Sprintf does of its arguments.
func (f *File) Object(format string, a ...any) {
	f.at = append(f.at, f.b.Len())
	fmt.Fprintf(&f.b, "%d 0 obj\n", len(f.at))
	fmt.Fprintf(&f.b, format, a...)
	f.b.WriteString("\nendobj\n")
}

// Stream writes the next object as a stream; entries are those of its dictionary beside the length.
func (f *File) Stream(entries, data string) {
	f.Object("<< %s /Length %d >>\nstream\n%s\nendstream", entries, len(data), data)
}

// Bytes ends the file.
func (f *File) Bytes() []byte {
	start := f.b.Len()
	fmt.Fprintf(&f.b, "xref\n0 %d\n0000000000 65535 f \n", len(f.at)+1)
	for _, o := range f.at {
		fmt.Fprintf(&f.b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&f.b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(f.at)+1, start)
	return f.b.Bytes()
}

// Deflate is data as the filter FlateDecode reads it.
func Deflate(data []byte) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write(data) // a buffer takes everything
	_ = w.Close()
	return z.String()
}
