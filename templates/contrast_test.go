package templates

import (
	"errors"
	"strings"
	"testing"
)

// Text has 4.5 to 1 on all that it stands on, lines and signs that tell something 3 to 1 (JIS X 8341-3:2016, 1.4.3; WCAG 2.1, 1.4.11).
func TestContrast(t *testing.T) {
	for _, head := range []string{lightHead, systemHead, darkHead} {
		colours, all := theme(head), map[string]string{}
		if len(colours) < 30 {
			t.Fatalf("%s: %d colours", head, len(colours))
		}
		for name := range colours {
			all[name] = name
		}
		if u := unreadable(colours, all); u != nil {
			t.Errorf("%s %v", head, u)
		}
	}
}

func TestTheme(t *testing.T) {
	if css, err := Theme(nil); css != "" || err != nil {
		t.Errorf("nothing chosen: %q %v", css, err)
	}
	css, err := Theme(map[string]string{"accent": "#0b5c2e", "accent_dark": "#7fe0a5"})
	if err != nil || !strings.Contains(css, ":root{--key:#0b5c2e;") || strings.Count(css, "--link:#7fe0a5;") != 2 {
		t.Errorf("%q %v", css, err)
	}
	for choice, colour := range map[string]string{"accent": "#7fe0a5", "accent_dark": "#0b5c2e", "text": "#999", "background": "#888888", "background_dark": "#fff"} {
		var u *Unreadable
		if _, err := Theme(map[string]string{choice: colour}); !errors.As(err, &u) || u.Choice != choice || u.Colour != colour || u.Ratio >= u.Needs {
			t.Errorf("%s %s: %v", choice, colour, err)
		}
	}
}
