package cache

import (
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestDigests: a digest is given for the very file that was read, and for no other.
func TestDigests(t *testing.T) {
	c := open(t)
	at := filepath.Join(t.TempDir(), "a.txt")
	past := time.Now().Add(-time.Hour)
	write := func(text string, when time.Time) {
		t.Helper()
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(at, when, when); err != nil {
			t.Fatal(err)
		}
	}
	info := func() os.FileInfo {
		t.Helper()
		i, err := os.Stat(at)
		if err != nil {
			t.Fatal(err)
		}
		return i
	}
	write("one", past)
	d, sum := c.Digests(), sha256.Sum256([]byte("one"))
	if _, ok := d.Of("a", info()); ok {
		t.Fatal("a digest of a file that was never read")
	}
	d.Keep("a", info(), sum)
	if err := d.Save(); err != nil {
		t.Fatal(err)
	}
	if got, ok := c.Digests().Of("a", info()); !ok || got != sum {
		t.Error("the digest is not kept")
	}
	if _, ok := c.Digests().Of("b", info()); ok {
		t.Error("a digest of another file")
	}
	write("longer", past)
	if _, ok := c.Digests().Of("a", info()); ok {
		t.Error("size: the old digest of a changed file")
	}
	write("two", past.Add(time.Second))
	if _, ok := c.Digests().Of("a", info()); ok {
		t.Error("time: the old digest of a changed file")
	}
	if mark(info()) != [2]int64{} {
		write("two", past) // as long, and dated back
		if _, ok := c.Digests().Of("a", info()); ok {
			t.Error("dated back: the old digest of a changed file")
		}
	}
	d = c.Digests()
	write("new", time.Now())
	d.Keep("a", info(), sha256.Sum256([]byte("new")))
	if err := d.Save(); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Digests().Of("a", info()); ok {
		t.Error("a file that changed a moment ago may change again within the same moment")
	}
	if err := os.WriteFile(filepath.Join(c.dir, digestsName), []byte("harm"), 0o644); err != nil {
		t.Fatal(err)
	}
	d = c.Digests()
	d.Keep("a", info(), sum)
	if err := d.Save(); err != nil {
		t.Error(err)
	}
	var none *Digests
	none.Keep("a", info(), sum)
	if _, ok := none.Of("a", info()); ok {
		t.Error("nothing knows a digest")
	}
}
