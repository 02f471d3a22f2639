package web

import (
	"strings"
	"testing"

	"shinkyu/templates"
	"shinkyu/templates/locale"
)

// The search prints its dates itself: its eras are those of the pages.
func TestTheSearchKnowsTheEras(t *testing.T) {
	script := templates.SearchScript(locale.Japanese)
	for _, e := range eras {
		if !strings.Contains(script, e.from+e.name) {
			t.Errorf("the search does not know that %s began on %s", e.name, e.from)
		}
	}
}
