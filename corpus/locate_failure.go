package corpus

// What to say when an address names nothing, or too much: what there is instead.

import (
	"fmt"
	"strings"

	"shinkyu/corpus/ref"
)

func badAddress(address string) error {
	return &Failure{Rule: "bad-clause-address",
		Japanese: fmt.Sprintf("%q は条項の番地として読めません", address), English: fmt.Sprintf("%q is no clause address", address),
		HintJA: "第三条第二項、附則第2項、別表第一、3(1) のように書きます", HintEN: "write 第三条第二項, 附則第2項, 別表第一, or 3(1)"}
}

func backwards(address string) error {
	return &Failure{Rule: "bad-clause-address",
		Japanese: address + " は後ろの条項から前の条項に向かっています", English: address + " runs backwards",
		HintJA: "前にある条項から書きます", HintEN: "write the earlier clause first"}
}

// missing names the step that is not there and what stands in its place.
func (x *locator) missing(name, address string, q ref.Path) error {
	for n := len(q) - 1; n > 0; n-- {
		best, hits := x.cheapest(q[:n])
		if best < 0 || len(hits) != 1 {
			continue
		}
		above, rest := undivided(hits[0]).Cite(), q[n:].Cite()
		there := x.under(hits[0], q[n].Kind)
		return &Failure{Rule: "no-such-clause",
			Japanese: of(name, "の") + fmt.Sprintf("%sに%sはありません%s", above, rest, wrap(there, "（", "）")),
			English:  fmt.Sprintf("%sthere is no %s in %s%s", prefix(name), rest, above, wrap(there, " (", ")")),
			HintJA:   hintJA(there, above), HintEN: hintEN(there, above)}
	}
	there := x.overview()
	return &Failure{Rule: "no-such-clause",
		Japanese: of(name, "に") + fmt.Sprintf("%sはありません%s", q.Cite(), wrap(there, "（", "）")),
		English:  fmt.Sprintf("%sthere is no clause %s%s", prefix(name), q.Cite(), wrap(there, " (", ")")),
		HintJA:   "番地は shinkyu extract が示します", HintEN: "shinkyu extract shows the addresses"}
}

func hintJA(there, above string) string {
	if there == "" {
		return above + " の下に番号の付いた条項はありません"
	}
	return "番地は shinkyu extract が示します"
}

func hintEN(there, above string) string {
	if there == "" {
		return "no numbered clause stands under " + above
	}
	return "shinkyu extract shows the addresses"
}

func (x *locator) ambiguous(name, address string, hits []ref.Path) error {
	shown, more := list(hits, 4)
	ja, en := shown, shown
	if more > 0 {
		ja += fmt.Sprintf(" ほか%d", more)
		en += fmt.Sprintf(" and %d more", more)
	}
	return &Failure{Rule: "ambiguous-clause",
		Japanese: of(name, "の") + fmt.Sprintf("%sは%dか所にあります（%s）", address, len(hits), ja),
		English:  fmt.Sprintf("%s%s stands in %d places (%s)", prefix(name), address, len(hits), en),
		HintJA:   undivided(hits[0]).Cite() + " のように上から書いてください", HintEN: "write it from above: " + undivided(hits[0]).Cite()}
}

func of(name, particle string) string {
	if name == "" {
		return ""
	}
	return name + " " + particle
}

func prefix(name string) string {
	if name == "" {
		return ""
	}
	return name + ": "
}

func wrap(s, open, close string) string {
	if s == "" {
		return ""
	}
	return open + s + close
}

// under spans the steps directly under p, those of the wanted kind if there are any.
func (x *locator) under(p ref.Path, kind ref.Kind) string {
	var same, all []ref.Path
	for _, k := range x.known {
		if len(k) != len(p)+1 || !hasPrefix(k, p) || k[len(p)].Kind == ref.Caption || k[len(p)].Kind == ref.Unlabelled {
			continue
		}
		all = append(all, k[len(p):])
		if k[len(p)].Kind == kind {
			same = append(same, k[len(p):])
		}
	}
	if len(same) > 0 {
		return span(same)
	}
	return span(all)
}

func hasPrefix(p, front ref.Path) bool {
	if len(p) < len(front) {
		return false
	}
	for i := range front {
		if p[i] != front[i] {
			return false
		}
	}
	return true
}

func span(list []ref.Path) string {
	switch len(list) {
	case 0:
		return ""
	case 1:
		return list[0].String()
	}
	return list[0].String() + "–" + list[len(list)-1].String()
}

// mostParts is how many parts a message names.
const mostParts = 4

// overview spans the articles of the 本則, else its outermost labels, and names the parts.
func (x *locator) overview() string {
	var articles, labels, parts []ref.Path
	for _, p := range x.known {
		switch first := p[0]; {
		case first.Kind == ref.Part:
			if len(p) == 1 && first.Text != "題名" {
				parts = append(parts, p)
			}
		case p[len(p)-1].Kind == ref.Article:
			articles = append(articles, p[len(p)-1:])
		case len(p) == 1 && number(p.Key()):
			labels = append(labels, p)
		case len(p) == 1 && first.Kind == ref.Label:
			parts = append(parts, p)
		}
	}
	if len(articles) == 0 {
		articles = labels
	}
	var out []string
	if s := span(articles); s != "" {
		out = append(out, s)
	}
	for i, p := range parts {
		if i == mostParts {
			out = append(out, "…")
			break
		}
		s := p.String()
		if below := x.under(p, ref.Paragraph); strings.ContainsAny(below, "条項") {
			s += below
		}
		out = append(out, s)
	}
	return strings.Join(out, "、")
}
