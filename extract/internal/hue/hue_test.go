package hue

import "testing"

func TestColours(t *testing.T) {
	for s, want := range map[string]Hue{
		"#000": None, "#333333": None, "808080": None, "FF0000": Red, "#c00000": Red, "#f00": Red, "FFFF0000": Red, "red": Red, "rgb(255, 0, 0)": Red, "rgb(100% 0% 0%)": Red,
		"#e60033": Red, "0000FF": Blue, "#0070c0": Blue, "00B050": Green, "#008000": Green, "#ff6600": Other, "#7030a0": Other, "1f3864": None, "#ffffff": None,
	} {
		r, g, b, ok := Parse(s)
		if !ok || Of(r, g, b) != want {
			t.Errorf("%s: %v, want %v", s, Of(r, g, b), want)
		}
	}
	for _, s := range []string{"", "auto", "transparent", "inherit", "#12", "rgba(255,0,0,0)", "rgb(1,2)", "rgb(a,b,c)", "none", "var(--x)", "face"} {
		if _, _, _, ok := Parse(s); ok {
			t.Errorf("%q is a colour", s)
		}
	}
	if Of(Printed(0, 1, 1, 0)) != Red || Of(Printed(0, 0, 0, 1)) != None || Of(Printed(.2, .2, .2, 0)) != None {
		t.Error("inks")
	}
	for s, want := range map[string]bool{"#ffff00": true, "#d9d9d9": true, "f2f2f2": true, "white": false, "#fefefe": false, "black": false, "#1f3864": false} {
		if r, g, b, _ := Parse(s); Ground(r, g, b) != want {
			t.Errorf("ground %s: %v", s, !want)
		}
	}
}
