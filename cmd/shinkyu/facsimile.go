package main

// The pictures of the source's pages that stand beside clauses. Which parts of which pages are wanted depends on the comparison (web.Crops), and
// only the readers of files can paint them, so both meet here. Painting is slow beside everything else (a page takes about a quarter of a
// second, starting PDFium as long), and what it yields depends on the file and the parts alone: it is kept under the digest of both, so that a
// note that is added, or a footer that changes, paints nothing. A build keeps it in its cache. A preview keeps it in memory, and does not wait for
// it: its pages come without pictures at first, and once more when they are painted.
//
// Rejected: a picture of every page (five times the bytes, most of it unchanged text), and painting in the browser (a reader of PDF
// is a hundred times the script that a page may have).

import (
	"context"
	"crypto/sha256"
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
	memory map[string]*printed // by document, revision and source

	later   bool                          // paint when paint is called, not while pages are made
	waiting []func(context.Context) error // what is to be painted then
	painted map[string]int                // by document: how often something was painted later
}

// printed are the pictures of one source.
type printed struct {
	Key      string
	Pictures []corpus.Picture
	Diags    []corpus.Diag
}

func newPrints(disk *cache.Cache, program []byte) *prints {
	return &prints{disk: disk, program: program, keys: map[string][]string{}, memory: map[string]*printed{}, painted: map[string]int{}}
}

// picture gives the states of a rule the pictures of their sources. A source of which there can be none gets a finding; the error is
// that of the context or of the cache.
func (p *prints) picture(ctx context.Context, rule *corpus.Rule, states []site.State, contents []*extract.Content) error {
	if p == nil || !rule.Facsimile {
		return nil
	}
	for k := range states {
		if states[k].Result == nil {
			continue
		}
		s, crops := &states[k], web.Crops(states[k].Result)
		for _, source := range []corpus.Side{corpus.New, corpus.Old} {
			file := k
			if source == corpus.Old {
				file-- // the text before has a file unless tables have amended it since
			}
			if len(crops[source]) == 0 || file < 0 || contents[file].Source.Format != string(extract.PDF) || source == corpus.Old && contents[file].Document == nil {
				continue
			}
			made, err := p.of(ctx, rule, rule.ID+"/"+s.Revision.ID+"/"+source.String(), &states[file], crops[source])
			if err != nil {
				return err
			}
			s.Pictures[source] = map[corpus.Crop]corpus.Picture{}
			for i, c := range crops[source] {
				if i < len(made.Pictures) {
					s.Pictures[source][c] = made.Pictures[i]
				}
			}
			for _, d := range made.Diags {
				if source == corpus.Old {
					d.Message, d.English = "改正前の原本の"+d.Message, "of the source of the text before: "+d.English
				}
				s.Result.Findings = append(s.Result.Findings, d)
			}
		}
	}
	return nil
}

// of paints the crops of a state's source, or takes what was painted before under that name.
func (p *prints) of(ctx context.Context, rule *corpus.Rule, name string, s *site.State, crops []corpus.Crop) (*printed, error) {
	key := corpus.Digest("facsimile", p.program, sha256.Sum256(s.Source), crops, surroundings())
	if made := p.known(rule, name, key); made != nil {
		return made, nil
	}
	file, data := s.SourceName, s.Source
	if !p.later {
		return p.now(ctx, name, key, file, data, crops)
	}
	p.lock.Lock()
	defer p.lock.Unlock()
	p.waiting = append(p.waiting, func(ctx context.Context) error {
		_, err := p.now(ctx, name, key, file, data, crops)
		p.lock.Lock()
		defer p.lock.Unlock()
		p.painted[rule.ID]++
		return err
	})
	return &printed{}, nil
}

// paintWaiting paints what builds left for later; it reports whether there was anything, so that pages are to be made anew.
func (p *prints) paintWaiting(ctx context.Context) bool {
	p.lock.Lock()
	waiting := p.waiting
	p.waiting = nil
	p.lock.Unlock()
	for _, paint := range waiting {
		if paint(ctx) != nil {
			return false // stopped
		}
	}
	return len(waiting) > 0
}

// state changes when pictures of a document were painted later.
func (p *prints) state(id string) string {
	p.lock.Lock()
	defer p.lock.Unlock()
	return strconv.Itoa(p.painted[id])
}

// now paints the crops of a source and keeps them.
func (p *prints) now(ctx context.Context, name, key, file string, source []byte, crops []corpus.Crop) (*printed, error) {
	made := &printed{Key: key}
	var err error
	made.Pictures, made.Diags, err = worker.Facsimile(ctx, extract.Source{Name: file, Data: source, Password: os.Getenv(passwordVariable)}, crops)
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
	if !ok {
		return nil
	}
	made := &printed{}
	if data, err := e.More(); err != nil || json.Unmarshal(data, made) != nil {
		return nil
	}
	return made
}

func (p *prints) keep(name string, made *printed) error {
	if p.disk == nil {
		p.lock.Lock()
		p.memory[name] = made
		p.lock.Unlock()
		return nil
	}
	data, err := json.Marshal(made)
	if err != nil {
		return err
	}
	if _, err := p.disk.Put(made.Key, nil, nil, data); err != nil {
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
