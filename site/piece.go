package site

// What lists several documents and is worth keeping between two builds. A change in one document of a thousand alters one segment of the search
// index and the pages of a year or two; the others are the same files as before. So each such piece has a key that changes with its content and
// not otherwise, and whoever builds keeps what it made under that key. What is small or lists everything (front page, latest
// changes, feed) is made each time, by Shared.

import (
	"shinkyu/corpus"
	"shinkyu/site/search"
	"shinkyu/templates/locale"
)

// Piece is some files that list several documents.
type Piece struct {
	Key   string // names the piece and its content: the same key, program and frame (Digest) mean the same files
	Index bool   // part of the search index
	make  func(wordings func(document int) ([]search.Wording, error)) (Files, error)
}

// Files makes the files. wordings gives those of a document by its number in the corpus; it is asked by pieces of the search index only. The error
// is the one that it returns, or a page that could not be rendered.
func (p *Piece) Files(wordings func(document int) ([]search.Wording, error)) (Files, error) {
	return p.make(wordings)
}

// Pieces are the segments of the search index and the changes of each year. The summaries are those of all documents, in the order of the corpus.
func (s *Site) Pieces(all []Summary) []Piece {
	var out []Piece
	for _, g := range segments(all) {
		out = append(out, Piece{corpus.Digest("segment", g.Name, g.Key), true, func(wordings func(int) ([]search.Wording, error)) (Files, error) {
			return segmentFiles(g, wordings)
		}})
	}
	years, of := byYear(latest(all))
	for _, y := range years {
		out = append(out, Piece{yearKey(y, years, of[y]), false, func(func(int) ([]search.Wording, error)) (Files, error) {
			b := &builder{s, Files{}}
			err := b.changesOfYear(y, years, of[y])
			return b.files, err
		}})
	}
	return out
}

// segments is the search index of all documents, cut so that a change in one leaves most of it as it is.
func segments(all []Summary) []*search.Segment { return search.Plan(searched(all)) }

func searched(all []Summary) []search.Document {
	docs := make([]search.Document, len(all))
	for i := range all {
		docs[i] = all[i].Words
	}
	return docs
}

// segmentFiles are the files of one segment of the search index.
func segmentFiles(s *search.Segment, wordings func(document int) ([]search.Wording, error)) (Files, error) {
	texts := make([][]search.Wording, len(s.Documents))
	for k, n := range s.Documents {
		var err error
		if texts[k], err = wordings(n); err != nil {
			return nil, err
		}
	}
	return s.Files(texts, searchEffects(locale.Japanese)), nil
}

// WordingsOf gives the wordings that are still in the summaries.
func WordingsOf(all []Summary) func(document int) ([]search.Wording, error) {
	return func(n int) ([]search.Wording, error) { return all[n].Words.Wordings, nil }
}
