// Package ooxmltest zips Word and Excel files from text, so that the readers' cases stand in txtar files that people can read.
// Only tests import it.
//
// A case is the body of the main part, then further parts, each behind a line that names it:
//
//	<w:p>{第一条　甲}{u=single|は}</w:p>
//	=== word/styles.xml
//	<w:style w:type="paragraph" w:styleId="a"/>
//
// {PROPERTIES|words} is a run; its properties are elements, NAME or NAME=VALUE. Roots, name spaces and relations are written
// here; a part that begins with <? is taken as it stands.
package ooxmltest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"regexp"
	"strings"
)

// separator begins the line that names the next part.
const separator = "=== "

const nameSpaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
	` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`

// roots are the root elements by the part's base name without figures.
var roots = map[string]string{
	"document": "w:document", "styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes", "endnotes": "w:endnotes",
	"header": "w:hdr", "footer": "w:ftr", "comments": "w:comments",
	"xl/workbook": "workbook", "xl/styles": "styleSheet", "xl/sharedStrings": "sst", "xl/worksheets/sheet": "worksheet", "xl/comments": "comments",
	"xl/theme/theme": "a:theme", "word/theme/theme": "a:theme",
}

// Docx zips a Word document; the first part is its body.
func Docx(in string) []byte { return zipped(in, "word/document.xml") }

// Xlsx zips a workbook; the first part is its list of sheets.
func Xlsx(in string) []byte { return zipped(in, "xl/workbook.xml") }

func zipped(in, main string) []byte {
	type part struct{ name, body string }
	parts := []part{{name: main}}
	var rest []string
	for _, line := range strings.SplitAfter(in, "\n") {
		if name, ok := strings.CutPrefix(line, separator); ok {
			parts[len(parts)-1].body = strings.Join(rest, "")
			parts, rest = append(parts, part{name: strings.TrimSpace(name)}), nil
			continue
		}
		rest = append(rest, line)
	}
	parts[len(parts)-1].body = strings.Join(rest, "")
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	write := func(name, body string) {
		if w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store}); err == nil { // the same bytes from every compressor
			_, _ = w.Write([]byte(body)) // to memory
		}
	}
	write("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`)
	write("_rels/.rels", relations([]string{relation("rId1", "officeDocument", main)}))
	var of []string
	seen := map[string]bool{}
	for _, p := range parts {
		seen[p.name] = true
		if p.name != main {
			rel := strings.TrimPrefix(p.name, path.Dir(main)+"/")
			of = append(of, relation(idOf(p.name), kindOf(p.name), rel))
		}
		write(p.name, wrap(p.name, p.body))
	}
	if rels := path.Dir(main) + "/_rels/" + path.Base(main) + ".rels"; !seen[rels] {
		write(rels, relations(of))
	}
	_ = z.Close() // to memory
	return out.Bytes()
}

func kindOf(name string) string {
	base := strings.TrimRight(strings.TrimSuffix(path.Base(name), ".xml"), "0123456789")
	if base == "sheet" {
		return "worksheet"
	}
	return base
}

// idOf is the id by which the main part names another: rId3 for the third sheet, rId and its name for any other part.
func idOf(name string) string {
	return "rId" + strings.TrimPrefix(strings.TrimSuffix(path.Base(name), ".xml"), "sheet")
}

func relation(id, kind, target string) string {
	return fmt.Sprintf(`<Relationship Id="%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, id, kind, target)
}

func relations(of []string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + strings.Join(of, "") + `</Relationships>`
}

func wrap(name, body string) string {
	if strings.HasPrefix(body, "<?") {
		return body
	}
	base := strings.TrimRight(strings.TrimSuffix(name, ".xml"), "0123456789")
	root, ok := roots[base]
	if !ok {
		if root, ok = roots[path.Base(base)]; !ok {
			return body
		}
	}
	spaces := nameSpaces
	if strings.HasPrefix(name, "xl/") {
		spaces += ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	}
	if root == "w:document" {
		body = "<w:body>" + body + "</w:body>"
	}
	return "<" + root + spaces + ">" + runs(body, root) + "</" + root + ">"
}

var runRE = regexp.MustCompile(`\{(?:([A-Za-z0-9=,.# -]*)\|)?([^{}<>]*)\}`)

// runs writes the runs of a body out.
func runs(body, root string) string {
	prefix, props, quote := "w:", "w:rPr", `w:val`
	if !strings.HasPrefix(root, "w:") {
		prefix, props, quote = "", "rPr", "val"
	}
	return runRE.ReplaceAllStringFunc(body, func(s string) string {
		m := runRE.FindStringSubmatch(s)
		var b strings.Builder
		b.WriteString("<" + prefix + "r>")
		if m[1] != "" {
			b.WriteString("<" + props + ">")
			for _, p := range strings.Fields(m[1]) {
				name, value, ok := strings.Cut(p, "=")
				switch {
				case !ok:
					fmt.Fprintf(&b, "<%s%s/>", prefix, name)
				case name == "rgb":
					fmt.Fprintf(&b, `<color rgb="%s"/>`, value)
				default:
					fmt.Fprintf(&b, `<%s%s %s="%s"/>`, prefix, name, quote, value)
				}
			}
			b.WriteString("</" + props + ">")
		}
		fmt.Fprintf(&b, `<%st xml:space="preserve">%s</%st></%sr>`, prefix, m[2], prefix, prefix)
		return b.String()
	})
}
