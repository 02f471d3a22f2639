package diff

// The form of a change and its edits: the words of both sides, compared unit by unit of the group.

import (
	"slices"
	"strings"
	"unicode/utf8"

	"shinkyu/corpus"
	"shinkyu/diff/internal/edit"
	"shinkyu/diff/internal/token"
)

const (
	rewrittenBelow = 0.4 // share of the text kept
	longEnough     = 25  // shorter texts and headings are edited, never rewritten: two words of them are most of them
)

// measure sets the form and the edits of a change whose units are known. marker tells which sides hold bare markers only.
func (r *Result) measure(ch *Change, marker [2]bool) {
	switch {
	case len(ch.Old) == 0 || marker[corpus.Old]:
		ch.Form = Added
		if len(ch.New) == 0 { // a marker that marks nothing
			ch.New = []int{}
		}
	case len(ch.New) == 0 || marker[corpus.New]:
		ch.Form = Removed
	default:
		r.compareWords(ch)
		return
	}
	if len(ch.Old) == 0 && marker[corpus.New] { // （削る） that faces nothing
		ch.Form = Removed
	}
	for s := range r.Units {
		side := corpus.Side(s)
		if marker[s] {
			continue
		}
		for _, u := range ch.Units(side) {
			if n := r.Units[s][u].Text.Len(); n > 0 {
				ch.Edits = append(ch.Edits, Edit{side, u, corpus.Span{End: n}})
			}
		}
	}
}

// stream is the words of several units in a row, each token with the unit it stands in.
type stream struct {
	tokens []token.Token // spans count code points of the unit's text
	unit   []int
}

func (r *Result) stream(s corpus.Side, units []int) stream {
	var out stream
	for _, u := range units {
		c := r.Units[s][u]
		for _, t := range token.Lex(c.Words()) {
			t.Span.Start += c.Body
			t.Span.End += c.Body
			out.tokens = append(out.tokens, t)
			out.unit = append(out.unit, u)
		}
	}
	return out
}

// size is the length of the words in code points, without blanks.
func (t stream) size() int {
	n := 0
	for _, k := range t.tokens {
		n += utf8.RuneCountInString(k.Key)
	}
	return n
}

// spans turns a range of tokens into ranges of units, blanks between the tokens included.
func (t stream) spans(s corpus.Side, r corpus.Span) []Edit {
	var out []Edit
	for i := r.Start; i < r.End; i++ {
		if n := len(out); n > 0 && out[n-1].Unit == t.unit[i] {
			out[n-1].Span.End = t.tokens[i].Span.End
			continue
		}
		out = append(out, Edit{s, t.unit[i], t.tokens[i].Span})
	}
	return out
}

func (r *Result) compareWords(ch *Change) {
	ch.Edits = r.labelEdits(ch)
	if form, known := r.placeholderForm(ch); known {
		ch.Form = form
		return
	}
	old, new := r.stream(corpus.Old, ch.Old), r.stream(corpus.New, ch.New)
	hunks, kept := edit.Words(old.tokens, new.tokens)
	if len(hunks) == 0 {
		ch.Form = Same
		return
	}
	ch.Form = Edited
	if max(old.size(), new.size()) >= longEnough && kept < rewrittenBelow && !r.heading(ch) {
		ch.Form = Rewritten
		hunks = edit.Whole(hunks) // what was replaced as a whole is marked as a whole
	}
	for _, h := range hunks {
		ch.Edits = append(ch.Edits, new.spans(corpus.New, h.New)...)
		ch.Edits = append(ch.Edits, old.spans(corpus.Old, h.Old)...)
	}
	slices.SortStableFunc(ch.Edits, func(a, b Edit) int {
		if a.Side != b.Side {
			return int(a.Side - b.Side)
		}
		if a.Unit != b.Unit {
			return a.Unit - b.Unit
		}
		return a.Span.Start - b.Span.Start
	})
}

// placeholderForm decides where a side's text is left out.
func (r *Result) placeholderForm(ch *Change) (Form, bool) {
	var kind [2]corpus.Placeholder
	for s := range kind {
		kind[s] = r.Units[s][ch.Units(corpus.Side(s))[0]].Placeholder
	}
	switch {
	case kind[0] == corpus.NoPlaceholder && kind[1] == corpus.NoPlaceholder:
		return "", false
	case kind[0] != corpus.NoPlaceholder && kind[1] != corpus.NoPlaceholder:
		return Omitted, true
	}
	return Same, true // 同左, or 略 beside full text: the table says that nothing changed
}

func (r *Result) heading(ch *Change) bool {
	return r.Units[corpus.New][ch.New[0]].Kind == corpus.KindHeading && r.Units[corpus.Old][ch.Old[0]].Kind == corpus.KindHeading
}

// labelEdits marks the labels of a renumbered pair. Labels that differ in width only are equal.
func (r *Result) labelEdits(ch *Change) []Edit {
	n, o := r.Units[corpus.New][ch.New[0]], r.Units[corpus.Old][ch.Old[0]]
	if token.LooseText(n.Label) == token.LooseText(o.Label) {
		return nil
	}
	var out []Edit
	for s, c := range [2]*corpus.Clause{n, o} {
		text := []rune(c.Text.S)
		end := min(c.Body, len(text))
		if c.Placeholder != corpus.NoPlaceholder {
			end = min(len([]rune(c.Label)), len(text))
		}
		start := 0
		for i := 0; i <= end; i++ { // the numbers of a range, not what joins them
			if i < end && !token.Blank(text[i]) && !strings.ContainsRune("～〜・、", text[i]) {
				continue
			}
			if i > start {
				out = append(out, Edit{corpus.Side(s), ch.Units(corpus.Side(s))[0], corpus.Span{Start: start, End: i}})
			}
			start = i + 1
		}
	}
	return out
}
