package extract

// What a file is, from its content.
//
// A PDF, a Word document, a workbook and other binary files are known by their first bytes (a PDF may carry some junk before its mark); all else is text,
// and which kind is decided by an ordered list of signs, the surest first. Plain text is what has none of them.
// Asking the file's name, or the server's content type, was rejected: both are wrong often enough to matter.

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/corpus/lazy"
	"shinkyu/extract/internal/charset"
	"shinkyu/extract/internal/ooxml"
	"shinkyu/extract/internal/sides"
)

// open finds format and encoding of src.
func open(src Source) (input, error) {
	in := input{Source: src, source: sourceOf(src), format: src.Format}
	if len(bytes.TrimSpace(src.Data)) == 0 {
		return in, emptyFile
	}
	if in.format == PDF || in.format == Auto && isPDF(src.Data) {
		in.format, in.source.Format = PDF, string(PDF)
		return in, nil
	}
	if in.format == DOCX || in.format == XLSX {
		in.source.Format = string(in.format)
		return in, nil
	}
	if in.format == Auto {
		switch kind := binaryKind(src.Data); kind {
		case "":
		case string(DOCX), string(XLSX):
			in.format, in.source.Format = Format(kind), kind
			return in, nil
		default:
			return in, unknownFormat(kind)
		}
	}
	t, ok := charset.Decode(src.Data, declaredEncoding(src.Data))
	if !ok {
		if looksBinary(src.Data) {
			return in, unknownFormat("")
		}
		return in, unknownEncoding
	}
	in.text = t.S
	if strings.TrimSpace(in.text) == "" {
		return in, emptyFile
	}
	if t.Lost > 0 {
		in.diags = append(in.diags, undecodable(t.Lost, t.Name))
	}
	if in.format == Auto {
		in.format = detect(in.text)
	}
	in.source.Format = string(in.format)
	return in, nil
}

// isPDF: the mark stands within the first 1024 bytes (ISO 32000, annex H).
func isPDF(data []byte) bool { return bytes.Contains(data[:min(len(data), 1024+5)], []byte("%PDF-")) }

// binaryKinds are formats known by their first bytes. What stands for several is looked into by its own function.
var binaryKinds = []struct{ magic, kind string }{
	{"PK\x03\x04", "zip"}, {"PK\x05\x06", "zip"}, // Word, Excel, PowerPoint, OpenDocument
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "ole"}, // Word and Excel until 2003, 一太郎, and any of today's with a password
	{"\x89PNG\r\n\x1a\n", "image"}, {"\xFF\xD8\xFF", "image"}, {"GIF8", "image"}, {"II*\x00", "image"}, {"MM\x00*", "image"},
	{"{\\rtf", "rtf"}, {"\x1f\x8b", "gzip"},
}

func binaryKind(data []byte) string {
	for _, k := range binaryKinds {
		if bytes.HasPrefix(data, []byte(k.magic)) {
			switch k.kind {
			case "zip":
				return ooxml.Kind(data)
			case "ole":
				return compoundKind(data)
			}
			return k.kind
		}
	}
	return ""
}

// compoundKinds are the kinds of compound files, by a stream that only they have. A password wraps a document of
// today's formats in such a file, so it is asked for first.
var compoundKinds = []struct{ stream, kind string }{
	{"EncryptedPackage", "encrypted"}, {"WordDocument", "doc"}, {"Workbook", "xls"}, {"PowerPoint Document", "ppt"}, {"DocumentText", "jtd"},
}

// compoundKind looks for names of streams, which stand in the file as UTF-16 and are never compressed.
func compoundKind(data []byte) string {
	for _, k := range compoundKinds {
		name := make([]byte, 0, 2*len(k.stream))
		for _, c := range []byte(k.stream) {
			name = append(name, c, 0)
		}
		if bytes.Contains(data, name) {
			return k.kind
		}
	}
	return "ole"
}

// looksBinary: control characters that no text has.
func looksBinary(data []byte) bool {
	n := 0
	for _, b := range data[:min(len(data), 1<<16)] {
		if b < 0x20 && !strings.ContainsRune("\t\n\v\f\r\x1a\x1b", rune(b)) {
			n++
		}
	}
	return n*100 > min(len(data), 1<<16)
}

var declarations = []*lazy.Regexp{
	lazy.MustCompile(`^[\s\x{FEFF}]*<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9_.:-]+)["']`),
	lazy.MustCompile(`(?i)<meta[^>]*\bcharset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)`),
}

// declaredEncoding is what an XML declaration or a <meta> says.
func declaredEncoding(data []byte) string {
	for _, re := range declarations {
		if m := re.FindSubmatch(data[:min(len(data), 4096)]); m != nil {
			return string(m[1])
		}
	}
	return ""
}

// signs of a format in a text, the surest first.
var signs = []struct {
	format Format
	in     func(text string) bool
}{
	{LawXML, lazy.MustCompile(`<(?:[A-Za-z]\w*:)?(?:Law|LawBody|LawFullText)[\s>]`).MatchString},
	{HTML, lazy.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|table|div|h1|title)\b`).MatchString},
	{Marked, headedByTabs},
	{Marked, lazy.MustCompile(`<p data-bbox=|(?m)^[^\n]*<(?:p|u)>[^\t\n]*\t[^\n]*<(?:p|u)>`).MatchString},
	{Markdown, lazy.MustCompile(`^(?:---\n(?s:.*?)\n---\n|\+\+\+\n(?s:.*?)\n\+\+\+\n)`).MatchString},
	{Markdown, lazy.MustCompile(`(?m)^ {0,3}#{1,6}[ \t]+\S|^ {0,3}\|?[ \t]*:?-{3,}:?[ \t]*\|`).MatchString},
	{HTML, lazy.MustCompile(`(?i)<table\b[^>]*>|<body\b`).MatchString},
	{Markdown, lazy.MustCompile(`(?m)^ {0,3}[-*+] \S[^\n]*\n(?:[^\n]*\n){0,2} {0,3}[-*+] \S|\*\*[^*\n]+\*\*`).MatchString},
}

// detect names the format of a text.
func detect(text string) Format {
	head := strings.TrimPrefix(strings.ReplaceAll(text[:cut(text, 1<<18)], "\r\n", "\n"), "\uFEFF")
	for _, s := range signs {
		if s.in(head) {
			return s.format
		}
	}
	return Text
}

// cut is the largest offset up to limit that splits no character.
func cut(text string, limit int) int {
	if len(text) <= limit {
		return len(text)
	}
	for limit > 0 && !utf8.RuneStart(text[limit]) {
		limit--
	}
	return limit
}

// headedByTabs: a line of tab-separated words names both sides.
func headedByTabs(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		if strings.ContainsRune(line, '\t') && len(line) < 300 && sides.Both(strings.Split(line, "\t")) {
			return true
		}
	}
	return false
}

func undecodable(n int, name string) corpus.Diag {
	return corpus.Diag{
		Rule: "undecodable", Severity: corpus.Warning, Unit: -1,
		Message: fmt.Sprintf("%d字が%sとして読めません", n, name), English: fmt.Sprintf("%d characters are not valid in %s", n, name),
		Hint: "U+FFFD（�）の箇所を元のファイルと照らし合わせてください",
	}
}
