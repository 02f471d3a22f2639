package templates

// The colours of a site. Those of the program stand in css/tokens.css; the owner of a corpus may choose others for the accent, the text and the
// background of either theme. A choice that cannot be read is refused at the build (JIS X 8341-3:2016, 1.4.3; WCAG 2.1, 1.4.11): the pages
// would fail every reader with weak eyes, and nobody would notice before them. Other tokens stay: they tell kinds of change apart and were
// chosen together.

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"shinkyu/corpus/lazy"
)

// heads begin the blocks of tokens.css: light, dark by the system, dark by choice.
const (
	lightHead  = ":root {"
	systemHead = `:root:not([data-theme="light"]) {`
	darkHead   = "\n  :root[data-theme=\"dark\"] {"
)

// choices are the colours that can be chosen, with the tokens that each sets.
var choices = map[string][]string{"accent": {"key", "link", "link-h", "sub"}, "text": {"fg"}, "background": {"bg"}}

// readable says which text stands on which ground and needs 4.5 to 1, visible which lines and signs need 3 to 1.
var (
	readable = map[string][]string{
		"fg": {"bg", "bg-2", "bg-3", "ins-bg", "del-bg", "mv-bg", "num-bg", "err-bg"}, "fg-2": {"bg", "bg-2", "bg-3"}, "fg-3": {"bg", "bg-2"},
		"link": {"bg", "bg-2"}, "link-h": {"bg", "bg-2"}, "key": {"bg", "bg-2"}, "bg": {"key", "fg"},
		"ins-fg": {"ins-bg"}, "del-fg": {"del-bg"}, "mv-fg": {"mv-bg"}, "on-ins": {"ins-ln"}, "on-del": {"del-ln"},
		"sub": {"sub-bg", "bg"}, "new": {"new-bg", "bg"}, "rep": {"rep-bg", "bg"}, "mov": {"mov-bg", "bg"}, "num": {"num-bg", "bg"}, "wrd": {"wrd-bg", "bg"}, "err": {"err-bg"},
	}
	visible = map[string][]string{
		"ins-ln": {"bg", "bg-2", "ins-bg"}, "del-ln": {"bg", "bg-2", "del-bg"}, "mv-ln": {"bg", "mv-bg"}, "line-2": {"bg", "num-bg"}, "focus": {"bg", "bg-2", "bg-3"},
	}
)

var tokenRE = lazy.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]{3,8});`)

// theme reads the colours of one block of tokens.css.
func theme(head string) map[string]string {
	_, rest, _ := strings.Cut(string(read("css/tokens.css")), head)
	body, _, _ := strings.Cut(rest, "}")
	out := map[string]string{}
	for _, m := range tokenRE.FindAllStringSubmatch(body, -1) {
		out[m[1]] = m[2]
	}
	return out
}

// Unreadable is a chosen colour that does not stand out from another.
type Unreadable struct {
	Choice       string // accent, text_dark ...
	Colour       string
	Other        string  // the colour it stands on, or that stands on it
	Ratio, Needs float64 // of contrast
}

func (u *Unreadable) Error() string {
	return fmt.Sprintf("%s: %s and %s have a contrast of %.2f to 1, %.1f is needed", u.Choice, u.Colour, u.Other, u.Ratio, u.Needs)
}

// Theme is a style sheet that sets chosen colours: accent, text, background, and the same with _dark behind. The error is *Unreadable.
func Theme(chosen map[string]string) (string, error) {
	var light, dark strings.Builder
	for _, name := range slices.Sorted(maps.Keys(choices)) {
		for _, token := range choices[name] {
			if c := chosen[name]; c != "" {
				fmt.Fprintf(&light, "--%s:%s;", token, c)
			}
			if c := chosen[name+"_dark"]; c != "" {
				fmt.Fprintf(&dark, "--%s:%s;", token, c)
			}
		}
	}
	for head, suffix := range map[string]string{lightHead: "", darkHead: "_dark"} {
		colours, from := theme(head), map[string]string{}
		for _, name := range slices.Sorted(maps.Keys(choices)) {
			for _, token := range choices[name] {
				if c := chosen[name+suffix]; c != "" {
					colours[token], from[token] = c, name+suffix
				}
			}
		}
		if u := unreadable(colours, from); u != nil {
			return "", u
		}
	}
	var out string
	if light.Len() > 0 { // weaker than the dark blocks of tokens.css, which therefore stay
		out += ":root{" + light.String() + "}"
	}
	if dark.Len() > 0 {
		out += `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){` + dark.String() + `}}@media screen{:root[data-theme="dark"]{` + dark.String() + "}}"
	}
	return out, nil
}

// unreadable is the first pair in which a chosen colour takes part and which cannot be told apart.
func unreadable(colours, from map[string]string) *Unreadable {
	for _, need := range []struct {
		ratio float64
		pairs map[string][]string
	}{{4.5, readable}, {3, visible}} {
		for _, front := range slices.Sorted(maps.Keys(need.pairs)) {
			for _, back := range need.pairs[front] {
				if from[front] == "" && from[back] == "" {
					continue
				}
				if r := contrast(colours[front], colours[back]); r < need.ratio {
					if from[front] != "" {
						return &Unreadable{from[front], colours[front], colours[back], r, need.ratio}
					}
					return &Unreadable{from[back], colours[back], colours[front], r, need.ratio}
				}
			}
		}
	}
	return nil
}

// contrast is the contrast ratio of WCAG 2.
func contrast(one, other string) float64 {
	a, b := luminance(one), luminance(other)
	return (max(a, b) + .05) / (min(a, b) + .05)
}

// luminance is the relative luminance of WCAG 2 of #rgb or #rrggbb.
func luminance(hex string) float64 {
	hex = strings.TrimPrefix(hex, "#")
	if len(hex) == 3 {
		hex = hex[:1] + hex[:1] + hex[1:2] + hex[1:2] + hex[2:] + hex[2:]
	}
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			return 0
		}
		c := float64(n) / 255
		if c <= .04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
