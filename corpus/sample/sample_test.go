package sample_test

// The sample corpus loads without a complaint, and says enough to make a site of it.

import (
	"testing"

	"shinkyu/corpus/sample"
	"shinkyu/corpus/store"
)

func TestSampleLoads(t *testing.T) {
	c, err := store.Load(sample.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range c.Archive.Rules {
		if r.Summary == "" || r.Publisher == "" || len(r.Notes) < 3 {
			t.Errorf("%s: summary, publisher or notes are wanting", r.ID)
		}
		if len(r.Revisions) < 3 {
			t.Errorf("%s: %d revisions", r.ID, len(r.Revisions))
		}
		for _, rev := range r.Revisions {
			if rev.Label == "" || rev.Kind == "" || rev.Promulgated == "" || rev.Summary == "" {
				t.Errorf("%s %s: not fully described", r.ID, rev.ID)
			}
			data, err := c.Source(r, rev)
			if err != nil || len(data) == 0 {
				t.Errorf("%s: %v", rev.File, err)
			}
		}
	}
}
