package main

import (
	"testing"

	"shinkyu/corpus"
)

func TestAsOf(t *testing.T) {
	a := &corpus.Archive{Rules: []*corpus.Rule{{Revisions: []*corpus.Revision{
		{Promulgated: "2025-12-01", InForce: "2026-01-01"}, {Promulgated: "2026-02-20", InForce: "2026-04-01"}, {InForce: "2026-10-01"},
	}}}}
	for _, c := range []struct{ asOf, epoch, want string }{
		{"", "", "2026-02-20"}, {"2026-05-01", "", "2026-05-01"}, {"", "1767193200", "2026-01-01"}, {"2026-05-01", "1767193200", "2026-05-01"},
	} {
		a.AsOf = c.asOf
		if got, err := asOf(a, c.epoch); err != nil || got != c.want {
			t.Errorf("%+v: %s %v", c, got, err)
		}
	}
	a.AsOf = ""
	if _, err := asOf(a, "yesterday"); err == nil {
		t.Error("a wrong epoch is taken")
	}
	t.Setenv(epochVariable, "")
	if err := pending(a); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"", "2026-02-20", "2026-02-20"} {
		if got := a.Rules[0].Revisions[i].NotYet; got != want {
			t.Errorf("revision %d: %q, want %q", i, got, want)
		}
	}
}
