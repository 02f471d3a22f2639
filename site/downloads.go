package site

// What a comparison offers to take away: the same result as data (JSON), as text, as a Word table and as XML. They are made at the build
// like the pages, so that a site without a server has them and a document from the archive can be cited with its digest.
// Encoders write no time and no order of chance: same input, same bytes. Markdown is left to `shinkyu diff --format md`: a table of
// provisions is read in no Markdown viewer better than here.

import (
	"shinkyu/diff"
	"shinkyu/render/wire"
)

// download is a file offered under the name it had.
type download struct {
	Href, Text, Name, Size string
}

// encoding is one form of a comparison.
type encoding struct {
	file, words string
	encode      func(*diff.Result) ([]byte, error)
}

var encodings = []encoding{
	{"comparison.docx", "対照表（Word）", wire.DOCX},
	{"comparison.txt", "対照表（テキスト）", func(r *diff.Result) ([]byte, error) { return wire.Text(r, nil), nil }},
	{"comparison.json", "比較データ（JSON）", wire.JSON},
	{"comparison.xml", "比較データ（XML）", func(r *diff.Result) ([]byte, error) { return wire.XML(r), nil }},
}

// encoded publishes a result beside the page at in every form; name is what a reader's copies are called, without what tells the form.
func (b *builder) encoded(res *diff.Result, at, name string) ([]download, error) {
	var out []download
	for _, e := range encodings {
		data, err := e.encode(res)
		if err != nil {
			return nil, err
		}
		b.files[relativeTo(at, e.file)] = data
		out = append(out, download{Href: e.file, Text: b.say(e.words), Name: name + e.file[len("comparison"):], Size: size(len(data))})
	}
	return out, nil
}
