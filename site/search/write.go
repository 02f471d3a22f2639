package search

// The files of a segment:
//
//	search/NAME/m.js     the wordings: length, group, revisions, effects; which file has the text of which
//	search/NAME/S.js     bigrams of shard S, or of its part P in S-P.js
//	search/NAME/tN.js    texts with their addresses

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf16"
)

// Function is the name that the files call: NAME(key, value).
const Function = "shinkyuFound"

// Meta is the address of the list of wordings from the folder search/, as the script asks for it.
func (s *Segment) Meta() string { return s.Name + "/m.js?" + s.Key }

// Files are the segment's files by address from the root of the site. docs are the wordings of its documents, in their order.
func (s *Segment) Files(docs [][]Wording, effects []Effect) map[string][]byte {
	out, x := map[string][]byte{}, newIndex(docs)
	s.shards(out, x)
	starts := s.texts(out, docs)
	out["search/"+s.Name+"/m.js"] = call(s.Name+"/m", []any{string(meta(docs, effects, x.sizes)), starts, x.splits()})
	return out
}

func (s *Segment) shards(out map[string][]byte, x *index) {
	for i := 0; i < len(x.grams); {
		shard, part := shardOf(x.grams[i].a), x.part(x.grams[i])
		name := fmt.Sprintf("%s/%d", s.Name, shard)
		if x.depth[shard] > 0 {
			name += fmt.Sprintf("-%d", part)
		}
		var b bytes.Buffer
		fmt.Fprintf(&b, "%s(%q,{", Function, name)
		for first := true; i < len(x.grams) && shardOf(x.grams[i].a) == shard && x.part(x.grams[i]) == part; i++ {
			if !first {
				b.WriteByte(',')
			}
			first = false
			b.WriteByte('"')
			unit(&b, x.grams[i].a)
			unit(&b, x.grams[i].b)
			b.WriteString(`":"`)
			b.Write(x.grams[i].places)
			b.WriteByte('"')
		}
		b.WriteString("})\n")
		out["search/"+name+".js"] = b.Bytes()
	}
}

// unit writes one UTF-16 unit inside a string.
func unit(b *bytes.Buffer, u uint16) {
	if u < 0x20 || u == '"' || u == '\\' || u == '<' || u == 0x7f || u >= 0x2000 && u <= 0x206f || utf16.IsSurrogate(rune(u)) || u >= 0xfff0 {
		fmt.Fprintf(b, `\u%04x`, u)
		return
	}
	b.WriteRune(rune(u))
}

// meta lists the wordings in the order of their positions. sizes are their lengths.
func meta(docs [][]Wording, effects []Effect, sizes []int) []byte {
	var b []byte
	for _, d := range docs {
		b = number(b, len(d))
		group := 0
		for i := range d {
			w := &d[i]
			b = number(b, sizes[0])
			sizes = sizes[1:]
			b = number(b, w.Group-group)
			group = w.Group
			b = number(b, w.Edition)
			b = number(b, w.Until+1)
			var fx []int
			for _, k := range w.Effects {
				if n := slices.IndexFunc(effects, func(e Effect) bool { return e.Key == k }); n >= 0 {
					fx = append(fx, n)
				}
			}
			b = number(b, len(fx))
			for _, n := range fx {
				b = number(b, n)
			}
		}
	}
	return b
}

// texts writes the texts in files of about chunkSize and returns with which wording each begins.
func (s *Segment) texts(out map[string][]byte, docs [][]Wording) []int {
	starts := []int{}
	var rows [][]string
	size, n := 0, 0
	flush := func() {
		if len(rows) > 0 {
			name := fmt.Sprintf("%s/t%d", s.Name, len(starts)-1)
			out["search/"+name+".js"] = call(name, rows)
		}
		rows, size = nil, 0
	}
	for _, d := range docs {
		for i := range d {
			w := &d[i]
			if size > chunkSize || len(rows) == 0 {
				flush()
				starts = append(starts, n)
			}
			rows = append(rows, []string{w.Page, w.Address, w.Over, w.Head, w.Text})
			size += len(w.Text) + len(w.Page) + len(w.Over) + len(w.Head) + len(w.Address)
			n++
		}
	}
	flush()
	return starts
}

// call is a script that hands a value over. Characters that mean something to HTML are not escaped: it is never inside a page.
func call(key string, value any) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s(%q,", Function, key)
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		panic(err) // strings, numbers and lists of them
	}
	return append(bytes.TrimSuffix(b.Bytes(), []byte("\n")), ")\n"...)
}
