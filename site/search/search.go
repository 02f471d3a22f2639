// Package search makes the index with which a browser searches the site without a server.
//
// Problem: words must be found in Japanese, which has no spaces, exactly, in every wording that a clause ever had, on any web
// server and from a folder on disk, and a query may load little. Choice: a positional index of bigrams. Two neighbouring
// characters are the key, the places where they stand the value; a phrase stands where every second bigram of it stands
// at its distance. So what is found is exactly what a comparison of the normalised texts would find. The index is cut into
// files by the first character of the bigram, so that a query loads a few kilobytes; the texts of the hits
// are in files of their own. All are scripts that call one function, since a page from disk may load scripts and nothing else.
//
// Documents are gathered into segments, each an index by itself: a change in one document rewrites the files of one
// segment. One index over everything was rejected for that reason, one a document because a query would have to ask them all. A
// ready-made search (Pagefind) was rejected: it cuts Japanese by guessing words and misses one hit in ten. The cost is a
// bigger index, about two and a half bytes a character, which stays on the server.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"slices"
)

// Document is what of a document can be found. Its wordings are most of it and are needed only where a segment is written, so they
// do not travel with the rest; Seal says what the rest has to know of them.
type Document struct {
	ID       string
	Title    string
	Kind     string
	Dir      string // its address from the root of the site: rules/x/
	Editions []Edition
	Clauses  int       // wordings that stand today
	Size     int       // bytes of all texts
	Sum      string    // digest of the wordings
	Wordings []Wording `json:"-"`
}

// Seal counts the wordings. It is to be called when they are complete.
func (d *Document) Seal() {
	d.Clauses, d.Size = 0, 0
	for i := range d.Wordings {
		d.Size += len(d.Wordings[i].Text)
		if d.Wordings[i].Until < 0 {
			d.Clauses++
		}
	}
	d.Sum = digest(d.Wordings)
}

// digest is that of a plain value.
func digest(v any) string {
	h := sha256.New()
	_ = json.NewEncoder(h).Encode(v) // plain values into a hash: neither can fail
	return hex.EncodeToString(h.Sum(nil)[:6])
}

// Edition is one revision of a document.
type Edition struct{ Date, Label string }

// Wording is one text that a clause had for some time. Those of one group stand together.
type Wording struct {
	Page    string // name of the clause's page, without folder and ending
	Address string // 第二条第三項
	Group   int    // number of the article it is shown under, not falling
	Over    string // the article's page
	Head    string // 第二条（保存の期間）
	Edition int    // the revision that brought the wording
	Until   int    // the revision that ended it, -1 if it stands
	Effects []string
	Text    string
}

// segmentSize is how many bytes of text a segment holds, about: two thousand clauses.
const segmentSize = 800_000

// Segment is the index of some documents.
type Segment struct {
	Name      string
	Key       string // changes with the content and not otherwise
	Documents []int  // by number in the directory
}

// Plan sorts documents, which have to be sealed, into segments. Where a document goes depends on its ID and on the rough size of the
// whole, so a change in one document leaves the other segments as they are.
func Plan(docs []Document) []*Segment {
	total := 0
	for i := range docs {
		total += docs[i].Size
	}
	n := 1
	for n*segmentSize < total {
		n *= 2
	}
	out := make([]*Segment, n)
	for i := range out {
		out[i] = &Segment{Name: fmt.Sprintf("%x", i)}
	}
	for i := range docs {
		h := fnv.New32a()
		h.Write([]byte(docs[i].ID))
		s := out[int(h.Sum32()>>8)%n]
		s.Documents = append(s.Documents, i)
	}
	out = slices.DeleteFunc(out, func(s *Segment) bool { return len(s.Documents) == 0 })
	for _, s := range out {
		var sums []string
		for _, i := range s.Documents {
			sums = append(sums, docs[i].Sum)
		}
		s.Key = digest(sums)
	}
	return out
}

// Effect is a kind of effect that a query can ask for.
type Effect struct{ Key, Name string }

// Directory is the file that a query reads first: documents, segments, effects, how much there is and from when. In it stands once, behind the
// empty one of revisions without a date, each date in order, and how say puts it into words for a reader.
func Directory(docs []Document, segments []*Segment, effects []Effect, say func(date string) string) []byte {
	list, parts, names := [][]any{}, [][]any{}, [][2]string{}
	days := []string{""}
	for i := range docs {
		for _, e := range docs[i].Editions {
			days = append(days, e.Date)
		}
	}
	slices.Sort(days)
	days = slices.Compact(days)
	dates, number := [][2]string{}, map[string]int{}
	for i, d := range days {
		number[d] = i
		dates = append(dates, [2]string{d, say(d)})
	}
	clauses := 0
	for i := range docs {
		editions := [][2]any{}
		for _, e := range docs[i].Editions {
			editions = append(editions, [2]any{number[e.Date], e.Label})
		}
		clauses += docs[i].Clauses
		list = append(list, []any{docs[i].Title, docs[i].Kind, docs[i].Dir, editions})
	}
	for _, s := range segments {
		parts = append(parts, []any{s.Name, s.Key, s.Documents})
	}
	for _, e := range effects {
		names = append(names, [2]string{e.Key, e.Name})
	}
	return call("", map[string]any{"docs": list, "parts": parts, "effects": names, "clauses": clauses, "dates": dates})
}
