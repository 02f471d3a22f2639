package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// An archive of a thousand documents has a front page of a size that can be read, and every document is reached from it.
func TestFrontOfALargeArchive(t *testing.T) {
	in := input(t)
	s, err := New(in.Archive)
	if err != nil {
		t.Fatal(err)
	}
	_, one, err := s.Document(in.Rules[0])
	if err != nil {
		t.Fatal(err)
	}
	var all []Summary
	for i := range 1000 {
		d := one
		d.ID, d.Title, d.Kind = fmt.Sprintf("kitei-%d", i), fmt.Sprintf("第%d号規程", i), []string{"規程", "規程", "指針", ""}[i%4]
		d.Words.ID = d.ID
		all = append(all, d)
	}
	files, err := s.Shared(all)
	if err != nil {
		t.Fatal(err)
	}
	var z bytes.Buffer
	w := gzip.NewWriter(&z)
	if _, err := w.Write(files["index.html"]); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil || z.Len() > 60<<10 {
		t.Errorf("front page: %d bytes compressed, %v", z.Len(), err)
	}
	reached := map[string]int{}
	next := []string{}
	get(t, files, "index.html").Find(".kinds a").Each(func(_ int, a *goquery.Selection) { next = append(next, a.AttrOr("href", "")) })
	if len(next) != 3 {
		t.Fatalf("%d kinds", len(next))
	}
	for len(next) > 0 {
		at := next[0]
		next = next[1:]
		at, err := url.PathUnescape(at)
		if err != nil {
			t.Fatal(err)
		}
		doc := get(t, files, at)
		doc.Find(".cards h3 a").Each(func(_ int, a *goquery.Selection) { reached[strings.TrimPrefix(a.AttrOr("href", ""), "../")]++ })
		if href, ok := doc.Find(`a[rel="next"]`).Attr("href"); ok {
			next = append(next, relativeTo(at, href))
		}
	}
	for _, d := range all {
		if reached[d.dir()+"index.html"] != 1 {
			t.Errorf("%s is on %d pages", d.ID, reached[d.dir()+"index.html"])
		}
	}
}
