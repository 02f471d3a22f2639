package ref

// What a person types to name a clause. Parse reads addresses as the program prints them; people glue, omit and mix:
//
//	第３条２項一号, 3条の2, 附則第2項, 令和八年規程第三号附則第一条, 別表第一, 3(1), D014(18)ア, 第二条から第五条まで,
//	第三条第一項ただし書, 第十条の見出し, a=3_2/p=2
//
// A query is read into steps only; which clause of a document they name is found by comparing them with the clauses there.
// Guessing missing steps here (一号 means 第一項第一号) was rejected: only the document knows.

import (
	"fmt"
	"strings"
	"unicode"

	"shinkyu/corpus/lazy"
)

// Query is an address as written. Path may begin anywhere below the root.
type Query struct {
	Path    Path
	Cited   string // the words that Path was read from, folded: what Path.Cite printed may be known by them
	To      Path   // end of a range (第二条から第五条まで), nil if there is none
	CitedTo string
	Tail    string // the part of the clause that was asked for: ただし書, 前段, 柱書; "" for all of it
}

var (
	tailRE      = lazy.MustCompile(`の?(ただし書き?|但書き?|本文|前段|中段|後段|柱書き?|各号列記以外の部分)$`)
	captionRE   = lazy.MustCompile(`(?:の前)?の?見出し$`)
	fromToRE    = lazy.MustCompile(`^(.+)から(.+)まで$`)
	waveRE      = lazy.MustCompile(`^([^～〜~]+)[～〜~]([^～〜~]+)$`)
	lawNumRE    = lazy.MustCompile(`^((?:明治|大正|昭和|平成|令和)[^附付（(/]*号)(?:の|/)?[附付]則`)
	supplRE     = lazy.MustCompile(`^[附付]則(?:[（(]([^）)]*)[）)])?`)
	appendixRE  = lazy.MustCompile(`^(別表|別記|様式|別紙|別図|別添|付録|附録|付表)((?:第?` + numeral + `号?(?:[のノ]` + numeral + `)*)?)`)
	chapterRE   = lazy.MustCompile(`^第` + numeral + `[編章節款目部](?:[のノ]` + numeral + `)*`)
	codeRE      = lazy.MustCompile(`^[A-ZＡ-Ｚ][0-9０-９]+(?:[-－‐][0-9０-９]+)*`)
	dottedRE    = lazy.MustCompile(`^[0-9０-９]+(?:[.．-][0-9０-９]+)*[.．]?`)
	kanjiRE     = lazy.MustCompile(`^第?` + numeral + `(?:[のノ]` + numeral + `)*`)
	promulgated = lazy.MustCompile(`((?:明治|大正|昭和|平成|令和)` + numeral + `年)` + numeral + `月` + numeral + `日`)
	placeRE     = lazy.MustCompile(`の?第([0-9]+)段落`)
	unlabelRE   = lazy.MustCompile(`^(?:¶[0-9]+|[・○●◇◆※][0-9]+|図[0-9]+|新設[0-9]+|削る[0-9]+)`)
)

// ReadQuery reads an address as people write it. It fails on what holds no step.
func ReadQuery(s string) (Query, error) {
	var q Query
	text := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
	if m := lawNumRE.FindStringSubmatchIndex(text); m != nil { // 改正法附則: the number is said first
		num, rest := text[m[2]:m[3]], text[m[1]:]
		text = "附則（" + num + "）" + rest
	}
	text = promulgated.ReplaceAllString(text, "$1") // an act is cited without the day of its promulgation
	if m := tailRE.FindStringSubmatch(text); m != nil && len(m[0]) < len(text) {
		q.Tail, text = m[1], strings.TrimSuffix(text, m[0])
	}
	if m := captionRE.FindString(text); m != "" && len(m) < len(text) && !strings.HasSuffix(text, "#見出し") {
		text = strings.TrimSuffix(text, m) + "#見出し"
	}
	first, last := text, ""
	if m := fromToRE.FindStringSubmatch(text); m != nil {
		first, last = m[1], m[2]
	} else if m := waveRE.FindStringSubmatch(text); m != nil {
		first, last = m[1], m[2]
	}
	var err error
	q.Cited, q.CitedTo = Fold(first), Fold(last)
	if q.Path, err = readSteps(first); err != nil {
		return Query{}, fmt.Errorf("%q names no clause: %w", s, err)
	}
	if last != "" {
		if q.To, err = readSteps(last); err != nil {
			return Query{}, fmt.Errorf("%q names no clause: %w", s, err)
		}
		q.To = inherit(q.Path, q.To)
	}
	return q, nil
}

// inherit completes the end of a range: 第三条第二項から第四項まで.
func inherit(from, to Path) Path {
	for i := range from {
		if from[i].Kind == to[0].Kind {
			return append(append(Path{}, from[:i]...), to...)
		}
	}
	return to
}

func readSteps(text string) (Path, error) {
	var p Path
	text = placeRE.ReplaceAllString(text, "/¶$1") // as Cite says it
	for piece := range strings.SplitSeq(text, "/") {
		if piece == "" {
			if p == nil {
				continue
			}
			return nil, fmt.Errorf("empty step")
		}
		if m := numKeyRE.FindStringSubmatch(piece); m != nil {
			p = appendPiece(p, piece)
			continue
		}
		p = glued(p, piece)
	}
	if len(p) == 0 {
		return nil, fmt.Errorf("empty clause address")
	}
	return p, nil
}

// glued reads the steps of one piece, as many as stand in it; what no step fits is one label.
func glued(p Path, piece string) Path {
	rest := piece
	if len(p) == 0 {
		rest = strings.TrimPrefix(rest, "本則")
		if rest == "" {
			return p
		}
	}
	for rest != "" {
		s, n := nextStep(p, rest)
		if n == 0 {
			return p.Join(Step{Label, rest})
		}
		p, rest = p.Join(s), rest[n:]
	}
	return p
}

// nextStep reads the step at the head of text and its length in bytes, 0 if there is none.
func nextStep(p Path, text string) (Step, int) {
	inArticle := false
	for _, s := range p {
		inArticle = inArticle || legal(s.Kind)
	}
	find := func(re *lazy.Regexp) string { return re.FindString(text) }
	switch {
	case text == "#見出し":
		return Step{Kind: Caption}, len(text)
	case len(p) == 0 && (text == "前文" || text == "題名" || text == "目次"):
		return Step{Part, text}, len(text)
	}
	if m := supplRE.FindStringSubmatch(text); m != nil {
		name := "附則"
		if m[1] != "" {
			name += "（" + m[1] + "）"
		}
		return Step{Part, name}, len(m[0])
	}
	if m := find(appendixRE); m != "" {
		return Step{Part, m}, len(m)
	}
	if m := find(chapterRE); m != "" {
		return Step{Division, m}, len(m)
	}
	if m := find(paragraphRE); m != "" {
		return Step{Paragraph, withPrefix(m)}, len(m)
	}
	if m := find(itemRE); m != "" {
		return Step{Item, withPrefix(strings.ReplaceAll(m, "ノ", "の"))}, len(m)
	}
	if m := find(articleRE); m != "" {
		m = strings.TrimSuffix(m, "#見出し")
		return Step{Article, withPrefix(strings.ReplaceAll(m, "ノ", "の"))}, len(m)
	}
	for _, re := range []*lazy.Regexp{unlabelRE, codeRE, dottedRE, kanjiRE} {
		if m := find(re); m != "" {
			return Step{Label, strings.TrimRight(m, ".．")}, len(m)
		}
	}
	kind := Label
	if inArticle {
		kind = Subitem
	}
	if m := find(subitemRE); m != "" {
		return Step{kind, m}, len(m)
	}
	r := []rune(text)[0]
	if r >= '①' && r <= '⑳' || r >= '⑴' && r <= '⒇' || r >= '㈠' && r <= '㈩' {
		return Step{kind, string(r)}, len(string(r))
	}
	return Step{}, 0
}
