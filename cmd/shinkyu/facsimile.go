package main

// The pictures of the source's pages that stand beside clauses. Which parts of which pages are wanted depends on the comparison (web.Crops), and
// only the readers of files can paint them, so both meet here. Painting is slow beside everything else (a page takes about a quarter of a
// second, starting PDFium as long), and what it yields depends on the file and the parts alone: it is kept under the digest of both, so that a
// note that is added, or a footer that changes, paints nothing. A build keeps it in its cache; a preview in memory, of the last
// build only.
//
// Rejected: a picture of every page (five times the bytes, most of it unchanged text), and painting in the browser (a reader of PDF
// is a hundred times the script that a page may have).

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"strconv"
	"sync"

	"shinkyu/corpus"
	"shinkyu/corpus/store/cache"
	"shinkyu/extract"
	"shinkyu/extract/worker"
	"shinkyu/render/web"
	"shinkyu/site"
)

// prints makes pictures of sources and keeps them.
type prints struct {
	disk    *cache.Cache // nil: in memory
	program []byte       // digest of what paints them

	lock   sync.Mutex
	keys   map[string][]string // on disk, by document
	memory map[string]*printed // by document and revision
}

// printed are the pictures of one source.
type printed struct {
	Key      string
	Pictures []corpus.Picture // on disk the bytes lie beside it
	Diags    []corpus.Diag
}

func newPrints(disk *cache.Cache, program []byte) *prints {
	return &prints{disk: disk, program: program, keys: map[string][]string{}, memory: map[string]*printed{}}
}

// picture gives the states of a rule the pictures of their sources. A source of which there can be none gets a finding; the error is
// that of the context or of the cache.
func (p *prints) picture(ctx context.Context, rule *corpus.Rule, states []site.State, contents []*extract.Content) error {
	if p == nil || !rule.Facsimile {
		return nil
	}
	for k := range states {
		s := &states[k]
		if s.Result == nil || contents[k].Source.Format != string(extract.PDF) {
			continue
		}
		crops := web.Crops(s.Result)
		if len(crops) == 0 {
			continue
		}
		made, err := p.of(ctx, rule, s, crops)
		if err != nil {
			return err
		}
		s.Pictures = map[corpus.Crop]corpus.Picture{}
		for i, c := range crops {
			if i < len(made.Pictures) {
				s.Pictures[c] = made.Pictures[i]
			}
		}
		s.Result.Findings = append(s.Result.Findings, made.Diags...)
	}
	return nil
}

// of paints the crops of a state's source, or takes what was painted before.
func (p *prints) of(ctx context.Context, rule *corpus.Rule, s *site.State, crops []corpus.Crop) (*printed, error) {
	sum := sha256.New()
	source := sha256.Sum256(s.Source)
	for _, part := range []any{"facsimile", p.program, source, crops, surroundings()} {
		if err := json.NewEncoder(sum).Encode(part); err != nil {
			panic(err) // plain values: they cannot fail
		}
	}
	key := hex.EncodeToString(sum.Sum(nil)[:20])
	name := rule.ID + "/" + s.Revision.ID
	if made := p.known(rule, name, key); made != nil {
		return made, nil
	}
	made := &printed{Key: key}
	var err error
	made.Pictures, made.Diags, err = worker.Facsimile(ctx, extract.Source{Name: s.SourceName, Data: s.Source, Password: os.Getenv(passwordVariable)}, crops)
	if errors.Is(err, context.Canceled) {
		return nil, err
	}
	if err != nil {
		made.Pictures, made.Diags = nil, []corpus.Diag{extract.NoFacsimile(err)}
	}
	return made, p.keep(name, made)
}

// known is what was painted before under the key, nil if nothing was.
func (p *prints) known(rule *corpus.Rule, name, key string) *printed {
	p.lock.Lock()
	defer p.lock.Unlock()
	if p.disk == nil {
		if made := p.memory[name]; made != nil && made.Key == key {
			return made
		}
		return nil
	}
	p.keys[rule.ID] = append(p.keys[rule.ID], key)
	e, ok := p.disk.Get(key)
	made := &printed{}
	if !ok || json.Unmarshal(e.Summary, made) != nil {
		return nil
	}
	for i := range made.Pictures {
		if made.Pictures[i].Width == 0 {
			continue
		}
		data, err := e.Read(pictureName(i))
		if err != nil {
			_ = p.disk.Discard(e) // it is painted again
			return nil
		}
		made.Pictures[i].PNG = data
	}
	return made
}

func pictureName(i int) string { return strconv.Itoa(i) + ".png" }

func (p *prints) keep(name string, made *printed) error {
	if p.disk == nil {
		p.lock.Lock()
		p.memory[name] = made
		p.lock.Unlock()
		return nil
	}
	files, bare := map[string][]byte{}, *made
	bare.Pictures = nil
	for i, x := range made.Pictures {
		if len(x.PNG) > 0 {
			files[pictureName(i)] = x.PNG
		}
		x.PNG = nil
		bare.Pictures = append(bare.Pictures, x)
	}
	data, err := json.Marshal(bare)
	if err != nil {
		return err
	}
	if _, err := p.disk.Put(made.Key, files, data, nil); err != nil {
		return fileFailure(err)
	}
	return nil
}

// used are the keys in the cache of the pictures of a document that was made just now.
func (p *prints) used(id string) []string {
	if p == nil {
		return nil
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.keys[id]
}
