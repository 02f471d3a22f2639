package pdf

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"shinkyu/corpus"
)

// The plain form: the file as the library reads it without risk. One table of objects at the end, every object in the
// open (object streams unpacked, which also spares the library decoding a whole stream for each object it looks up),
// nothing encrypted. The original bytes are kept in front, so offsets stay; an encrypted file is written anew.

const maxUnpacked = 256 << 20 // bytes of all object streams together

// plain brings a file into its plain form.
func plain(data []byte, password string) ([]byte, *structure, error) {
	if len(data) == 0 {
		return nil, nil, emptyFile
	}
	i := bytes.Index(data[:min(len(data), 1<<20)], []byte("%PDF-"))
	if i < 0 {
		return nil, nil, notPDF
	}
	s := readStructure(data[i:])
	root := s.trailer.key("Root")
	if root.kind != reference {
		return nil, nil, damaged(i, len(data))
	}
	key, err := s.unlock(password)
	if err != nil {
		return nil, nil, err
	}
	w := plainWriter{s: s, places: map[uint32]place{}}
	if key == nil {
		w.out.Grow(len(s.data) + len(s.data)/8)
		w.out.Write(s.data)
		copy(w.out.Bytes(), "%PDF-1.7\n")
		for id, p := range s.objects {
			if p.container == 0 {
				w.places[id] = p
			}
		}
	} else {
		w.out.WriteString("%PDF-1.7\n")
		w.decipher(key)
	}
	w.unpackAll()
	w.finish(uint32(root.num))
	return w.out.Bytes(), s, nil
}

type plainWriter struct {
	s      *structure
	out    bytes.Buffer
	places map[uint32]place // in out
}

// unpackAll appends the objects of object streams. A container that was encrypted is read from out.
func (w *plainWriter) unpackAll() {
	wanted := map[uint32]bool{}
	for _, p := range w.s.objects {
		if p.container != 0 {
			wanted[p.container] = true
		}
	}
	source := &structure{data: bytes.Clone(w.out.Bytes()), objects: maps.Clone(w.places)}
	total := 0
	for _, c := range slices.Sorted(maps.Keys(wanted)) {
		for _, o := range source.unpack(c) {
			if p := w.s.objects[o.id]; p.container != c {
				continue // a newer one stands elsewhere
			}
			if total += len(o.data); total > maxUnpacked {
				w.s.lost++
				return
			}
			w.object(o.id, 0, o.data)
		}
	}
	w.s.lost += source.lost
}

// object appends an object.
func (w *plainWriter) object(id uint32, gen int, body []byte) {
	w.places[id] = place{offset: w.out.Len() + 1, gen: gen}
	fmt.Fprintf(&w.out, "\n%d %d obj\n", id, gen)
	w.out.Write(body)
	w.out.WriteString("\nendobj\n")
}

// finish appends the table of objects.
func (w *plainWriter) finish(root uint32) {
	start := w.out.Len() + 1
	w.out.WriteString("\nxref\n")
	ids := slices.Sorted(maps.Keys(w.places))
	last := uint32(0)
	for i := 0; i < len(ids); {
		j := i + 1
		for j < len(ids) && ids[j] == ids[j-1]+1 {
			j++
		}
		fmt.Fprintf(&w.out, "%d %d\n", ids[i], j-i)
		for ; i < j; i++ {
			p := w.places[ids[i]]
			fmt.Fprintf(&w.out, "%010d %05d n \n", p.offset, p.gen)
		}
		last = ids[j-1]
	}
	fmt.Fprintf(&w.out, "trailer\n<< /Size %d /Root %d %d R >>\nstartxref\n%d\n%%%%EOF\n", last+1, root, w.places[root].gen, start)
}

func (s *structure) diags() (out []corpus.Diag) {
	if s.rebuilt {
		out = append(out, corpus.Diag{
			Rule: "pdf-rebuilt", Severity: corpus.Warning, Unit: -1,
			Message: "PDFの索引が壊れているため、内容を走査して読みました。",
			English: "the PDF's index is damaged; its objects were found by searching the file",
		})
	}
	if tail := s.data[max(0, len(s.data)-2048):]; !bytes.Contains(tail, []byte("%%EOF")) {
		out = append(out, corpus.Diag{
			Rule: "pdf-truncated", Severity: corpus.Warning, Unit: -1,
			Message: strconv.Itoa(len(s.data)) + "バイト目でファイルが途切れています（終わりの印がありません）。",
			English: "the file breaks off at byte " + strconv.Itoa(len(s.data)) + " (it has no end mark)",
			Hint:    "元のサイトからもう一度取得してください。",
		})
	}
	if s.lost > 0 {
		out = append(out, corpus.Diag{
			Rule: "pdf-damaged-stream", Severity: corpus.Warning, Unit: -1,
			Message: strconv.Itoa(s.lost) + "個のデータが壊れているため、読めない部分があります。",
			English: strconv.Itoa(s.lost) + " streams of the file's structure are damaged",
		})
	}
	return out
}
