package ooxmltest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the annotated tables from their sources")

const annotated = "../../../../cmd/score/testdata/"

// TestAnnotatedTables: each annotated Word and Excel table is what its source zips to, so that the source is what people read
// and change. With -update they are written anew.
func TestAnnotatedTables(t *testing.T) {
	sources, err := filepath.Glob(annotated + "office-source/*.txt")
	if err != nil || len(sources) == 0 {
		t.Fatal("no sources", err)
	}
	for _, source := range sources {
		in, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		name, ext, _ := strings.Cut(strings.TrimSuffix(filepath.Base(source), ".txt"), ".")
		zip := map[string]func(string) []byte{"docx": Docx, "xlsx": Xlsx}[ext]
		file := annotated + "tables/" + name + "-" + ext + "." + ext
		if *update {
			if err := os.WriteFile(file, zip(string(in)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, zip(string(in))) {
			t.Errorf("%s is not what %s says: run go test -update here", file, source)
		}
	}
}
