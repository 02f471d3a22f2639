package templates

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var token = regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]{3,8});`)

// theme reads the colours of one block of tokens.css.
func theme(t *testing.T, head string) map[string]string {
	t.Helper()
	_, rest, ok := strings.Cut(string(read("css/tokens.css")), head)
	if !ok {
		t.Fatalf("no %s", head)
	}
	body, _, _ := strings.Cut(rest, "}")
	out := map[string]string{}
	for _, m := range token.FindAllStringSubmatch(body, -1) {
		out[m[1]] = m[2]
	}
	return out
}

// luminance is the relative luminance of WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	hex = hex[1:]
	if len(hex) == 3 {
		hex = hex[:1] + hex[:1] + hex[1:2] + hex[1:2] + hex[2:] + hex[2:]
	}
	sum := 0.0
	for i, weight := range []float64{.2126, .7152, .0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
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

// Text has 4.5 to 1 on all that it stands on, lines and signs that tell something 3 to 1 (JIS X 8341-3:2016, 1.4.3; WCAG 2.1, 1.4.11).
func TestContrast(t *testing.T) {
	text := map[string][]string{
		"fg": {"bg", "bg-2", "bg-3", "ins-bg", "del-bg", "mv-bg", "num-bg", "err-bg"}, "fg-2": {"bg", "bg-2", "bg-3"}, "fg-3": {"bg", "bg-2"},
		"link": {"bg", "bg-2"}, "link-h": {"bg", "bg-2"}, "key": {"bg", "bg-2"}, "bg": {"key", "fg"},
		"ins-fg": {"ins-bg"}, "del-fg": {"del-bg"}, "mv-fg": {"mv-bg"}, "on-ins": {"ins-ln"}, "on-del": {"del-ln"},
		"sub": {"sub-bg", "bg"}, "new": {"new-bg", "bg"}, "rep": {"rep-bg", "bg"}, "mov": {"mov-bg", "bg"}, "num": {"num-bg", "bg"}, "wrd": {"wrd-bg", "bg"}, "err": {"err-bg"},
	}
	signs := map[string][]string{
		"ins-ln": {"bg", "bg-2", "ins-bg"}, "del-ln": {"bg", "bg-2", "del-bg"}, "mv-ln": {"bg", "mv-bg"}, "line-2": {"bg"}, "focus": {"bg", "bg-2", "bg-3"},
	}
	for _, head := range []string{":root {", ":root[data-theme=\"dark\"] {"} {
		colours := theme(t, head)
		for want, pairs := range map[float64]map[string][]string{4.5: text, 3: signs} {
			for front, backs := range pairs {
				for _, back := range backs {
					a, b := luminance(t, colours[front]), luminance(t, colours[back])
					if ratio := (max(a, b) + .05) / (min(a, b) + .05); ratio < want {
						t.Errorf("%s --%s on --%s: %.2f, want %.1f", head, front, back, ratio, want)
					}
				}
			}
		}
	}
}
