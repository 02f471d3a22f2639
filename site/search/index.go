package search

import (
	"cmp"
	"slices"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	shards    = 64       // files of one segment, by the first character of a bigram
	shardSize = 12 << 10 // a larger one is split by the second character
	maxSplit  = 5        // into at most 32
	chunkSize = 3 << 10  // bytes of text in one file
	end       = '\n'     // behind every text, so that its last character opens a bigram too
)

// index is a segment while it is written.
type index struct {
	grams []gram // in the order of files, then of characters
	depth []int  // of each shard: it is split into 1<<depth files
	sizes []int  // UTF-16 units of each wording, with the end
}

// gram is a bigram with its places, encoded.
type gram struct {
	a, b   uint16
	places []byte
}

// shardOf spreads first characters; neighbours in Unicode (kana of one row) go to different files.
func shardOf(a uint16) int { return int(a) * 31 % 1021 % shards }

// newIndex sorts all bigrams by their characters and writes each one's places as distances. Positions count UTF-16 units of the
// normalised texts, one after the other, since that is what the browser counts in.
func newIndex(docs [][]Wording) *index {
	letters := 0
	for _, d := range docs {
		for i := range d {
			letters += utf8.RuneCountInString(d[i].Text) + 1
		}
	}
	keys := make([]uint64, 0, letters) // bigram above, position below
	at := uint64(0)
	x := &index{depth: make([]int, shards)}
	var units []uint16
	for _, d := range docs {
		for i := range d {
			units = units[:0]
			for _, r := range Normalise(d[i].Text) {
				units = utf16.AppendRune(units, r)
			}
			units = append(units, end)
			x.sizes = append(x.sizes, len(units))
			for k := 0; k+1 < len(units); k++ {
				keys = append(keys, uint64(units[k])<<48|uint64(units[k+1])<<32|(at+uint64(k)))
			}
			at += uint64(len(units))
		}
	}
	slices.Sort(keys)
	for i := 0; i < len(keys); {
		g := gram{a: uint16(keys[i] >> 48), b: uint16(keys[i] >> 32)}
		last := uint64(0)
		for pair := keys[i] >> 32; i < len(keys) && keys[i]>>32 == pair; i++ {
			p := keys[i] & 0xFFFFFFFF
			g.places = number(g.places, int(p-last))
			last = p
		}
		x.grams = append(x.grams, g)
	}
	x.split()
	slices.SortStableFunc(x.grams, func(p, q gram) int {
		return cmp.Or(cmp.Compare(shardOf(p.a), shardOf(q.a)), cmp.Compare(x.part(p), x.part(q)))
	})
	return x
}

// split decides into how many files each shard goes.
func (x *index) split() {
	size := make([]int, shards)
	for _, g := range x.grams {
		size[shardOf(g.a)] += len(g.places) + 12
	}
	for i, n := range size {
		for x.depth[i] < maxSplit && n>>x.depth[i] > shardSize {
			x.depth[i]++
		}
	}
}

// part is the file of its shard that a bigram goes to.
func (x *index) part(g gram) int { return int(g.b) * 31 % 1021 & (1<<x.depth[shardOf(g.a)] - 1) }

// splits tells the browser the same: one digit a shard.
func (x *index) splits() string {
	b := make([]byte, shards)
	for i, d := range x.depth {
		b[i] = byte('0' + d)
	}
	return string(b)
}

const half = 46 // digits below it end a number

// number writes a number in printable characters that need no escape in a string: digits of base 46, lowest first, all but the
// last one marked. Most distances take one or two.
func number(b []byte, n int) []byte {
	for n >= half {
		b = append(b, digit(half+n%half))
		n /= half
	}
	return append(b, digit(n))
}

// digit is one of 92 characters: space to ~ without " and \.
func digit(n int) byte {
	switch {
	case n < 2:
		return byte(32 + n)
	case n < 59:
		return byte(33 + n)
	}
	return byte(34 + n)
}
