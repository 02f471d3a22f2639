package cache

// The list of an entry's files. A build that changes one document of a thousand reads a thousand of these lists with a quarter of a
// million names, so it is made to be read at once: numbers and names with a zero byte behind each, which no name can hold, and names
// that are parts of the text read. JSON was rejected: reading it took longer than looking at the files.

import (
	"io/fs"
	"strconv"
	"strings"
)

// file is one file as it was put.
type file struct {
	name string // slash-separated, local
	size int64  // bytes
	time int64  // of its last change, nanoseconds since 1970
}

// is reports whether what lies at the file's place is the file.
func (f *file) is(info fs.FileInfo) bool {
	return info.Mode().IsRegular() && info.Size() == f.size && info.ModTime().UnixNano() == f.time
}

const indexEnd = "\x00"

func writeIndex(files []file) []byte {
	out := append(strconv.AppendInt(nil, int64(len(files)), 10), indexEnd...)
	for _, f := range files {
		out = append(strconv.AppendInt(out, f.size, 10), indexEnd...)
		out = append(strconv.AppendInt(out, f.time, 10), indexEnd...)
		out = append(append(out, f.name...), indexEnd...)
	}
	return out
}

// readIndex reads the list back; ok is false if it is not whole.
func readIndex(data string) (files []file, ok bool) {
	next := func() (s string) {
		s, data, ok = strings.Cut(data, indexEnd)
		return s
	}
	number := func() int64 {
		n, err := strconv.ParseInt(next(), 10, 64)
		ok = ok && err == nil
		return n
	}
	count := number()
	if !ok || count < 0 || count > int64(len(data)) {
		return nil, false
	}
	files = make([]file, count)
	for i := range files {
		f := &files[i]
		if f.size = number(); !ok {
			return nil, false
		}
		if f.time = number(); !ok {
			return nil, false
		}
		if f.name = next(); !ok {
			return nil, false
		}
	}
	return files, data == ""
}
