package diff

// The form of a change and its edits: the words of both sides, compared unit by unit of the group.

import (
	"slices"
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff/internal/classify"
	"shinkyu/diff/internal/edit"
	"shinkyu/diff/internal/token"
)

const (
	rewrittenBelow = 0.4 // share of the text kept, the mean of both sides: what is only added to does not count as rewritten
	longEnough     = 25  // shorter texts and headings are edited, never rewritten: two words of them are most of them
)

// measure sets the form and the edits of a change whose units are known. marker tells which sides hold bare markers only.
func (r *Result) measure(ch *Change, marker [2]bool) *classify.Pair {
	switch {
	case len(ch.Old) == 0 || marker[corpus.Old]:
		ch.Form = Added
		if len(ch.New) == 0 { // a marker that marks nothing
			ch.New = []int{}
		}
	case len(ch.New) == 0 || marker[corpus.New]:
		ch.Form = Removed
	default:
		return r.compareWords(ch)
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
	return nil
}

// compareWords sets form and edits of a two-sided change and returns what classification needs of it.
func (r *Result) compareWords(ch *Change) (pair *classify.Pair) {
	ch.Edits = r.labelEdits(ch)
	if form, known := r.placeholderForm(ch); known {
		ch.Form = form
		return nil
	}
	if r.plain(corpus.Old, ch.Old) == r.plain(corpus.New, ch.New) || r.Void(corpus.Old, ch) && r.Void(corpus.New, ch) {
		ch.Form = Same
		return nil
	}
	old, new := edit.NewStream(r.Units[corpus.Old], ch.Old), edit.NewStream(r.Units[corpus.New], ch.New)
	hunks, kept := edit.Words(old.Tokens, new.Tokens)
	if len(hunks) == 0 {
		ch.Form = Same
		return nil
	}
	pair = &classify.Pair{Sides: [2]edit.Stream{corpus.New: new, corpus.Old: old}, Hunks: slices.Clone(hunks), Heading: r.heading(ch)}
	ch.Form = Edited
	void := slices.Contains(ch.Structure, Shell)
	if void || max(old.Size(), new.Size()) >= longEnough && kept < rewrittenBelow && !r.heading(ch) {
		ch.Form = Rewritten
		pair.Rewritten = true
		hunks = edit.Whole(hunks, old.Tokens, new.Tokens) // what was replaced as a whole is marked as a whole
	}
	for _, h := range hunks {
		for _, p := range new.Places(h.New) {
			ch.Edits = append(ch.Edits, Edit{corpus.New, p.Unit, p.Span})
		}
		for _, p := range old.Places(h.Old) {
			ch.Edits = append(ch.Edits, Edit{corpus.Old, p.Unit, p.Span})
		}
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
	return pair
}

// Void reports whether one side of a change is shells only (第七条　削除); a side without clauses is, too.
func (r *Result) Void(s corpus.Side, ch *Change) bool {
	return !slices.ContainsFunc(ch.Units(s), func(u int) bool { return !r.Units[s][u].Void })
}

// plain is the words of units in a row, without blanks.
func (r *Result) plain(s corpus.Side, units []int) string {
	out := ""
	for _, u := range units {
		out += token.PlainText(r.Units[s][u].Words())
	}
	return out
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

// labelEdits marks the labels of a renumbered pair, and those that come and go where a clause is divided or several are merged. Labels that differ
// in width only are equal.
func (r *Result) labelEdits(ch *Change) []Edit {
	out := r.leadLabels(ch)
	for s := range r.Units {
		for _, u := range ch.Units(corpus.Side(s))[1:] {
			if c := r.Units[s][u]; c.Label != "" && c.Body > 0 {
				if n := len([]rune(strings.TrimRight(string([]rune(c.Text.S)[:min(c.Body, c.Text.Len())]), " \u3000\t"))); n > 0 {
					out = append(out, Edit{corpus.Side(s), u, corpus.Span{End: n}})
				}
			}
		}
	}
	return out
}

func (r *Result) leadLabels(ch *Change) []Edit {
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
