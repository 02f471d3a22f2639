package web

// What the source marks against what was computed. A drafter looks for two slips: words that changed without a 傍線, and
// a 傍線 on words that did not change. Both are findings of the comparison with a place; here they become a line of
// their own under the words, beside the computed mark and never in its stead.

import (
	"strings"

	"shinkyu/corpus"
	"shinkyu/diff"
)

// audit knows the remarks on one unit.
type audit struct {
	missing, over []corpus.Span
}

// audits sorts the findings about official marks by side and unit.
func audits(r *diff.Result) [2]map[int]audit {
	out := [2]map[int]audit{{}, {}}
	for _, f := range r.Findings {
		if f.Span == nil || f.Unit < 0 || f.Rule != "mark-missing" && f.Rule != "mark-partial" && f.Rule != "mark-excess" {
			continue
		}
		side := corpus.New
		if f.Side == corpus.Old.String() {
			side = corpus.Old
		}
		a := out[side][f.Unit]
		if f.Rule == "mark-excess" {
			a.over = append(a.over, *f.Span)
		} else { // of a change marked in part the span is the words without a line
			a.missing = append(a.missing, *f.Span)
		}
		out[side][f.Unit] = a
	}
	return out
}

// mark notes on a segment of one code point what the source says about it.
func (a audit) mark(seg *Seg, text corpus.Text, at int) {
	official := false
	for _, m := range text.Marks {
		official = official || m.Kind != corpus.MarkBold && m.Span.Start <= at && at < m.Span.End
	}
	var class string
	switch {
	case seg.Op != Keep && within(a.missing, at):
		class = "miss"
	case seg.Op == Keep && within(a.over, at):
		seg.Op, class = Official, "over"
	case seg.Op == Keep && official:
		seg.Op = Official
	case official:
		class = "om"
	}
	if class != "" {
		seg.Class = strings.TrimSpace(seg.Class + " " + class)
	}
}

// official is a unit's text with the marks that say what changed, as the legend of its table has it.
func (b *builder) official(k *corpus.Clause, side corpus.Side) corpus.Text {
	return corpus.Text{S: k.Text.S, Marks: b.r.Comparison.Official(k, side)}
}

func within(spans []corpus.Span, at int) bool {
	for _, s := range spans {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}
