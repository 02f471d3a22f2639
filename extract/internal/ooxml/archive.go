// Package ooxml opens the container of Word and Excel files (Office Open XML) and reads its parts as trees.
//
// The container is a zip archive whose parts point at each other by relations (ISO/IEC 29500-2).
//
// A few kilobytes of zip can unpack to gigabytes, so a part is measured while it is unpacked; what its header says about its
// size may be a lie. Only the parts that are needed are unpacked at all: pictures and embedded files never are.
package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"shinkyu/corpus"
)

const (
	maxEntries = 10_000
	maxPart    = 64 << 20 // bytes of one part, unpacked; 600 pages of table have 30 MB
	maxTotal   = 96 << 20 // bytes of all parts that are read
	maxRatio   = 250      // unpacked to packed; Word's own XML reaches 60
	freeRatio  = 4 << 20  // bytes below which the ratio says nothing
)

// Archive is an open container. Its methods are not safe for concurrent use.
type Archive struct {
	files map[string]*zip.File
	order []string      // names as they stand in the archive
	size  int64         // of the file
	total int64         // bytes unpacked
	Diags []corpus.Diag // about parts that were not used
}

// Open reads the directory of a container. The error is a *corpus.Failure: "ooxml-damaged" or "ooxml-bomb".
func Open(data []byte) (*Archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, Damaged("zip")
	}
	if len(z.File) > maxEntries {
		return nil, bomb
	}
	a := &Archive{files: map[string]*zip.File{}, size: int64(len(data))}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if _, twice := a.files[name]; !twice {
			a.files[name] = f
			a.order = append(a.order, name)
		}
	}
	return a, nil
}

// Kind tells what a zip archive is: "docx", "xlsx", "xlsb" (a workbook in binary parts), "pptx", "odf", "zip" (another), "zip-damaged".
func Kind(data []byte) string {
	a, err := Open(data)
	if err != nil {
		if err == error(bomb) {
			return "zip"
		}
		return "zip-damaged"
	}
	if a.files["mimetype"] != nil && a.files["content.xml"] != nil {
		return "odf"
	}
	if a.files["word/document.xml"] != nil {
		return "docx"
	}
	if a.files["xl/workbook.bin"] != nil {
		return "xlsb"
	}
	for _, name := range a.order {
		switch {
		case strings.HasPrefix(name, "xl/"):
			return "xlsx"
		case strings.HasPrefix(name, "ppt/"):
			return "pptx"
		}
	}
	if types, err := a.bytes("[Content_Types].xml"); err == nil && bytes.Contains(types, []byte("wordprocessingml")) {
		return "docx"
	}
	return "zip"
}

// bytes unpacks a part. A part that is missing is empty.
func (a *Archive) bytes(name string) ([]byte, error) {
	f := a.files[name]
	if f == nil {
		return nil, nil
	}
	in, err := f.Open()
	if err != nil {
		return nil, Damaged(name)
	}
	defer in.Close()
	limit := min(int64(maxPart), maxTotal-a.total)
	if by := maxRatio * min(int64(min(f.CompressedSize64, 1<<40)), a.size); by < limit {
		limit = max(by, min(freeRatio, limit))
	}
	b, err := io.ReadAll(io.LimitReader(in, limit+1))
	a.total += int64(len(b))
	if int64(len(b)) > limit {
		return nil, bomb
	}
	if err != nil {
		return nil, Damaged(name)
	}
	return b, nil
}

// Tree reads a part as XML; nil if it is missing. Elements named in drop are left out when nothing is in them.
func (a *Archive) Tree(name string, drop ...string) (*Node, error) {
	b, err := a.bytes(name)
	if err != nil || b == nil {
		return nil, err
	}
	n, err := parse(b, drop, maxNodes)
	if err != nil {
		if err == error(bomb) {
			return nil, bomb
		}
		return nil, Damaged(name)
	}
	return n, nil
}

// Beside reads a part without which the text can be read too: damage is a finding, only a bomb is refused.
func (a *Archive) Beside(name string) (*Node, error) {
	n, err := a.Tree(name)
	if err == error(bomb) {
		return nil, err
	}
	if err != nil {
		a.Diags = append(a.Diags, corpus.Diag{
			Rule: "ooxml-part", Severity: corpus.Warning, Unit: -1,
			Message: "文書の部品 " + name + " が壊れているため、使わずに読みました", English: "the part " + name + " is damaged and was not used",
			Hint: "Word や Excel で開いて保存し直してください",
		})
	}
	return n, nil
}

// Main is the part that the file is about; usual unless the file says otherwise.
func (a *Archive) Main(usual string) string {
	for _, name := range a.Related("", "officeDocument") {
		if a.files[name] != nil {
			return name
		}
	}
	return usual
}

// relation is one part pointing at another.
type relation struct{ id, kind, target string }

// relations lists what a part points at inside the container. Damage there leaves it without relations.
func (a *Archive) relations(from string) []relation {
	dir, base := path.Split(from)
	rels, err := a.Tree(dir + "_rels/" + base + ".rels")
	if err != nil || rels == nil {
		return nil
	}
	var out []relation
	for _, n := range rels.Kids {
		target := n.Attr("Target")
		if n.Attr("TargetMode") == "External" || target == "" {
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = dir + target
		}
		out = append(out, relation{n.Attr("Id"), path.Base(n.Attr("Type")), strings.TrimPrefix(path.Clean("/"+target), "/")})
	}
	return out
}

// Related lists the parts that from points at with relations of a kind: the last word of the relation's type.
func (a *Archive) Related(from, kind string) []string {
	var out []string
	for _, r := range a.relations(from) {
		if r.kind == kind {
			out = append(out, r.target)
		}
	}
	return out
}

// Targets are the parts that from points at, by the relation's id.
func (a *Archive) Targets(from string) map[string]string {
	out := map[string]string{}
	for _, r := range a.relations(from) {
		out[r.id] = r.target
	}
	return out
}
