package extract

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestInspect(t *testing.T) {
	src := Source{Data: []byte(onePage("BT /F 12 Tf 72 700 Td (Notice) Tj ET"))}
	first := Drawing{First: 1, Last: 1, SVG: true}
	svg, err := Inspect(context.Background(), src, first)
	if err != nil || !strings.Contains(string(svg), "<svg") || !strings.Contains(string(svg), "N") {
		t.Errorf("page 1: %v %.80s", err, svg)
	}
	again, _ := Inspect(context.Background(), src, first)
	if string(svg) != string(again) {
		t.Error("two drawings of one page differ")
	}
	page, err := Inspect(context.Background(), src, Drawing{First: 1, Last: 3})
	if err != nil || !strings.HasPrefix(string(page), "<!doctype html>") || !strings.Contains(string(page), "no clauses: ") {
		t.Errorf("page 1 in HTML: %v %.80s", err, page)
	}
	_, err = Inspect(context.Background(), src, Drawing{First: 2, Last: 2})
	wantFailure(t, err, "no-such-page")
}

// TestInspectInContext: a page behind another is drawn with what that one tells: its columns, and the clause that goes on.
func TestInspectInContext(t *testing.T) {
	src := zooFile(t, "c-long-headless")
	page, err := Inspect(context.Background(), src, Drawing{First: 2, Last: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"columns known from the page before <b>3</b>", "go on from the page before", "table 1, row"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("page 2 does not say %q", want)
		}
	}
	if strings.Contains(string(page), "<image") {
		t.Error("a picture that was not asked for")
	}
}

// TestInspectCells: what has no drawn pages is shown as rows, cells and clauses; as SVG it is refused.
func TestInspectCells(t *testing.T) {
	table := Source{Name: "t.html", Data: []byte("<table><tr><th>改正後<th>改正前<tr><td>第一条　帳簿は<u>七年</u>保存する。<td>第一条　帳簿は<u>五年</u>保存する。</table>")}
	page, err := Inspect(context.Background(), table, Drawing{First: 1, Last: 1})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"rows and cells as the reader handed them on", `title="underline">七年</span>`, "clauses, in reading order (2)"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	merged := Source{Data: []byte("<table><tr><th>改正後<th>改正前<th>備考<tr><td rowspan=2>第一条　帳簿は七年保存する。<td>第一条　帳簿は五年保存する。<td>語句<tr><td>第二条　（略）</table>")}
	if page, err = Inspect(context.Background(), merged, Drawing{First: 1, Last: 1}); err != nil {
		t.Fatal(err)
	}
	if _, under, ok := strings.Cut(string(page), "語句"); !ok || !strings.Contains(under[:strings.Index(under, "第二条")], "column 2") || strings.Contains(under[:strings.Index(under, "第二条")], "column 1") {
		t.Error("the row below a merged cell is moved to the right")
	}
	_, err = Inspect(context.Background(), table, Drawing{First: 1, Last: 1, SVG: true})
	wantFailure(t, err, "no-drawn-pages")
	page, err = Inspect(context.Background(), Source{Data: []byte(plainText)}, Drawing{First: 1, Last: 1})
	if err != nil || !strings.Contains(string(page), "clauses, in reading order") {
		t.Errorf("plain text: %v", err)
	}
}

// zooFile is a document of the layout zoo.
func zooFile(t *testing.T, name string) Source {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../cmd/score/testdata/zoo", name+".pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return Source{Name: name + ".pdf", Data: data}
}
