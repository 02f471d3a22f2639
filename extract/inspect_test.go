package extract

import (
	"context"
	"strings"
	"testing"
)

func TestInspect(t *testing.T) {
	src := Source{Data: []byte(onePage("BT /F 12 Tf 72 700 Td (Notice) Tj ET"))}
	svg, err := Inspect(context.Background(), src, 1)
	if err != nil || !strings.Contains(string(svg), "<svg") || !strings.Contains(string(svg), "N") {
		t.Errorf("page 1: %v %.80s", err, svg)
	}
	again, _ := Inspect(context.Background(), src, 1)
	if string(svg) != string(again) {
		t.Error("two drawings of one page differ")
	}
	_, err = Inspect(context.Background(), src, 2)
	wantFailure(t, err, "no-such-page")
	_, err = Inspect(context.Background(), Source{Data: []byte(plainText)}, 1)
	wantFailure(t, err, "no-drawn-pages")
}
