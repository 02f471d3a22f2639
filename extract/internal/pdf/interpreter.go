package pdf

import (
	"shinkyu/corpus"
	"shinkyu/extract/internal/layout"
)

// The content interpreter: runs a page's operators and notes what they paint.
//
// Only what decides about text and rules is kept: no shadings, no blending, of colours only whether they are white, no black, or a tint.
// The library's own Page.Content is not used: it ignores the widths of composite fonts, form XObjects and strokes.
// Source: ISO 32000-1, annex A (the operators).

// Limits of one page. They stop files made to exhaust the reader; no real page comes near.
const (
	maxOperators = 6_000_000
	maxGlyphs    = 200_000
	maxRules     = 200_000
	maxImages    = 20_000
	maxForms     = 20_000 // executions, not definitions
	maxFormDepth = 12
)

// interpreter holds the state of one page's run.
type interpreter struct {
	file *File
	page *layout.Page
	state
	initial     state // the page's, before its content
	saved       []state
	marked      []span // open marked-content sequences
	markedFloor int    // EMC does not go below
	unsaved     int    // saves beyond the limit
	floor       int    // Q does not go below: the saves of the content around this form
	tm, tlm     matrix
	path        path
	res         *resources
	lex         *lexer
	double      *overprints

	operators, forms, looks, depth int
	clipped                        int // characters that a clipping path hides
	full                           bool
	told                           map[string]bool // Diag rules already given
}

// run executes content. It ends early when a limit is reached.
func (in *interpreter) run(content []byte, res *resources) {
	lex, around, floor, unsaved, marked := in.lex, in.res, in.floor, in.unsaved, in.markedFloor
	in.lex, in.res, in.floor, in.unsaved, in.markedFloor = &lexer{data: content}, res, len(in.saved), 0, len(in.marked)
	for !in.full {
		op, ok := in.lex.next()
		if !ok {
			break
		}
		if in.operators++; in.operators > maxOperators {
			in.stop("operators")
		}
		if do := operators[string(op)]; do != nil {
			do(in, args(in.lex.args))
		}
	}
	in.saved, in.marked = in.saved[:in.floor], in.marked[:in.markedFloor]
	in.lex, in.res, in.floor, in.unsaved, in.markedFloor = lex, around, floor, unsaved, marked
}

// guard runs what looks objects up: the library panics on one it cannot parse, and only that one is lost.
func (in *interpreter) guard(look func()) {
	before := *in
	defer func() {
		if recover() != nil {
			before.operators, before.forms, before.looks, before.clipped, before.full = in.operators, in.forms, in.looks, in.clipped, in.full
			*in = before
			in.tell(corpus.Warning, "pdf-damaged-object", "壊れている部品（フォントや図形など）があり、その部分は読めません。",
				"a font, form or other object of the page is damaged and could not be read")
		}
	}()
	look()
}

// stop ends the page with a finding: what comes after is not read.
func (in *interpreter) stop(what string) {
	in.full = true
	in.tell(corpus.Warning, "pdf-page-limit", "ページの内容（"+what+"）が多すぎるため、途中までしか読んでいません。",
		"the page has too many "+what+"; the rest of it was not read")
}

// tell records a finding once per page.
func (in *interpreter) tell(s corpus.Severity, rule, japanese, english string) {
	if in.told[rule] {
		return
	}
	in.told[rule] = true
	in.page.Diags = append(in.page.Diags, corpus.Diag{
		Rule: rule, Severity: s, Unit: -1, Page: in.page.Number, Message: japanese, English: english,
	})
}

// args are the operands of an operator; missing ones read as 0.
type args []operand

func (a args) num(i int) float64 {
	if i < len(a) {
		return a[i].num
	}
	return 0
}

// last is the last operand: broken producers leave others before it.
func (a args) last() operand {
	if len(a) == 0 {
		return operand{}
	}
	return a[len(a)-1]
}

func (a args) matrix() (matrix, bool) {
	m := matrix{a.num(0), a.num(1), a.num(2), a.num(3), a.num(4), a.num(5)}
	return m, len(a) >= 6 && m.finite()
}
