package main

// What a preview read before. A drafter saves one file; the others of the rule are as they were, and reading them again, PDFs above all, took most of the
// time. So what was read stays in memory under the digest of the file and of all that reading depends on, the newest mostReads of it. It is kept as
// the bytes that a worker sends, since a comparison works on its texts: each build gets values of its own.

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/gob"
	"sync"

	"shinkyu/corpus"
	"shinkyu/extract"
	"shinkyu/extract/worker"
)

// reads are the files that were read, as they came out. Nil reads every file.
type reads struct {
	lock  sync.Mutex
	known map[string][]byte // by the key of a file and of all that reading depends on
	order []string          // oldest first
	size  int               // bytes of all
}

// mostReads is how many bytes are kept: a few thousand pages of tables.
const mostReads = 256 << 20

// extract is worker.Extract, from memory where the same was read before.
func (r *reads) extract(ctx context.Context, src extract.Source) (*extract.Content, error) {
	if r == nil || src.Progress != nil {
		return worker.Extract(ctx, src)
	}
	key := corpus.Digest(src.Name, src.Format, src.Password, src.Skip, src.Skeleton, surroundings(), sha256.Sum256(src.Data))
	r.lock.Lock()
	data, ok := r.known[key]
	r.lock.Unlock()
	if ok {
		content := &extract.Content{}
		return content, gob.NewDecoder(bytes.NewReader(data)).Decode(content)
	}
	content, err := worker.Extract(ctx, src)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(content); err != nil {
		return nil, err
	}
	r.keep(key, b.Bytes())
	return content, nil
}

// keep adds what was read, and drops the oldest where all becomes too much.
func (r *reads) keep(key string, data []byte) {
	r.lock.Lock()
	defer r.lock.Unlock()
	if _, ok := r.known[key]; ok || len(data) > mostReads {
		return
	}
	if r.known == nil {
		r.known = map[string][]byte{}
	}
	r.known[key] = data
	r.order = append(r.order, key)
	for r.size += len(data); r.size > mostReads; r.order = r.order[1:] {
		r.size -= len(r.known[r.order[0]])
		delete(r.known, r.order[0])
	}
}
