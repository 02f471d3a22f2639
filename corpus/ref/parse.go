package ref

// Parse reads an address as people write it: 第三条第二項第一号イ, 第3条の2, 三条の二, a=3_2/p=2/i=1,
// 附則/第一条, 別添１/第２章/D014/(18)/ア, 3(1). What String prints, Parse reads back to the same path.

import (
	"fmt"
	"strings"

	"shinkyu/corpus/lazy"
)

const numeral = `[〇一二三四五六七八九十百千0-9０-９]+`

var (
	articleRE   = lazy.MustCompile(`^第?(` + numeral + `)条((?:[のノ]` + numeral + `)*)(?:#見出し)?`)
	rangeRE     = lazy.MustCompile(`^第` + numeral + `条[^/第]*[～〜・]第` + numeral + `条[^/]*$`)
	paragraphRE = lazy.MustCompile(`^第?(` + numeral + `)項`)
	itemRE      = lazy.MustCompile(`^第?(` + numeral + `)号((?:[のノ]` + numeral + `)*)`)
	subitemRE   = lazy.MustCompile(`^(?:[（(][^）)]+[）)]|[ァ-ヶ]|[a-z])`)
	divisionRE  = lazy.MustCompile(`^第` + numeral + `[編章節款目部](?:[のノ]` + numeral + `)*$`)
	partRE      = lazy.MustCompile(`^(?:附則|別表|様式|別記|表[0-9]+|前文|題名)`)
	numKeyRE    = lazy.MustCompile(`^([apis])=([0-9_]+)$`)
	guideRE     = lazy.MustCompile(`^([0-9０-９.]+)((?:[（(][^）)]+[）)]|[①-⑳])+)$`)
	guidePartRE = lazy.MustCompile(`[（(][^）)]+[）)]|[①-⑳]`)
)

// Parse reads an address. It fails on the empty string and on text in which no step can be read.
func Parse(s string) (Path, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return nil, fmt.Errorf("empty clause address")
	}
	var p Path
	for _, piece := range strings.Split(s, "/") {
		piece = strings.TrimSpace(piece)
		if piece == "" {
			return nil, fmt.Errorf("empty step in clause address %q", s)
		}
		p = appendPiece(p, piece)
	}
	return p, nil
}

func appendPiece(p Path, piece string) Path {
	if m := numKeyRE.FindStringSubmatch(piece); m != nil {
		nums := strings.Split(m[2], "_")
		branch := ""
		for _, n := range nums[1:] {
			branch += "の" + kanjiOf(n)
		}
		switch m[1] {
		case "a":
			return p.Join(Step{Article, "第" + kanjiOf(nums[0]) + "条" + branch})
		case "p":
			return p.Join(Step{Paragraph, "第" + kanjiOf(nums[0]) + "項"})
		case "i":
			return p.Join(Step{Item, "第" + kanjiOf(nums[0]) + "号" + branch})
		}
	}
	switch {
	case rangeRE.MatchString(piece):
		return p.Join(Step{Article, piece})
	case strings.HasPrefix(piece, "¶"):
		return p.Join(Step{Unlabelled, piece})
	case divisionRE.MatchString(piece):
		return p.Join(Step{Division, piece})
	case len(p) == 0 && partRE.MatchString(piece):
		return p.Join(Step{Part, piece})
	}
	if m := guideRE.FindStringSubmatch(piece); m != nil {
		p = p.Join(Step{Label, m[1]})
		for _, l := range guidePartRE.FindAllString(m[2], -1) {
			p = p.Join(Step{Label, l})
		}
		return p
	}
	rest, q, last := piece, p, Kind(0)
	for rest != "" {
		switch {
		case rest == "#見出し":
			q, rest = q.Join(Step{Caption, ""}), ""
		case last < Article && articleRE.MatchString(rest):
			m := articleRE.FindString(rest)
			body := strings.TrimSuffix(m, "#見出し")
			q, last = q.Join(Step{Article, withPrefix(body)}), Article
			rest = rest[len(body):]
		case last < Paragraph && paragraphRE.MatchString(rest):
			m := paragraphRE.FindString(rest)
			q, rest, last = q.Join(Step{Paragraph, withPrefix(m)}), rest[len(m):], Paragraph
		case last < Item && itemRE.MatchString(rest):
			m := itemRE.FindString(rest)
			q, rest, last = q.Join(Step{Item, withPrefix(m)}), rest[len(m):], Item
		case last >= Paragraph && subitemRE.MatchString(rest):
			m := subitemRE.FindString(rest)
			q, rest, last = q.Join(Step{Subitem, m}), rest[len(m):], Subitem
		default:
			return p.Join(Step{Label, piece})
		}
	}
	return q
}

func withPrefix(s string) string {
	if strings.HasPrefix(s, "第") {
		return s
	}
	return "第" + s
}

func kanjiOf(n string) string {
	v, ok := ParseNumeral(n)
	if !ok || v == 0 {
		return n
	}
	return Kanji(v)
}
