package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Our own annotated tables hold their floors on every clone.
func TestFloors(t *testing.T) {
	var out bytes.Buffer
	ok, err := run(&out, &testWriter{t}, folders{own: "testdata/tables", labelled: "testdata/labelled", zoo: "testdata/zoo", checks: "testdata/lint"}, "floors.toml")
	if err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + out.String())
	if !ok {
		t.Error("a floor is broken")
	}
}

type testWriter struct{ t *testing.T }

func (w *testWriter) Write(b []byte) (int, error) {
	w.t.Log(strings.TrimRight(string(b), "\n"))
	return len(b), nil
}

// A floor that nothing can break would be worth nothing: a wrong annotation must fall below every measure it touches.
func TestMeasureSeesFaults(t *testing.T) {
	parse := func(s string, v any) {
		t.Helper()
		if err := json.Unmarshal([]byte(s), v); err != nil {
			t.Fatal(err)
		}
	}
	var res result
	parse(`{"units":{
		"new":[{"text":"第一条　職員は、七日以内に届け出る。","marks":[{"kind":"underline","span":[8,12]}]},{"text":"（削る）","placeholder":"removed"}],
		"old":[{"text":"第一条　職員は、五日以内に届け出る。"},{"text":"第二条　この規程は、廃止する。"}]},
		"changes":[{"new":[0],"old":[0],"form":"edited","effects":[{"kind":"quantity"}],"edits":[{"side":"new","unit":0,"span":[8,10]}]},
		           {"new":[1],"old":[1],"form":"removed"}]}`, &res)
	annotation := `{"new":[{"path":"一","text":"第一条職員は、七日以内に届け出る。","underline":[[7,11]]},{"path":"x","text":"（削る）"}],
		"old":[{"path":"一","text":"第一条職員は、五日以内に届け出る。"},{"path":"二","text":"第二条この規程は、廃止する。"}],
		"pairs":[{"new":["一"],"old":["一"],"form":"edited","effects":["quantity"]},{"new":[],"old":["二"],"form":"removed"}]}`
	var right gold
	parse(annotation, &right)
	got, err := measure(&res, &right, &testWriter{t})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []string{"text", "bounds", "marks", "pairs", "form", "structure", "effects"} {
		if v := got[m].value(); v != 1 {
			t.Errorf("%s of a right result is %v", m, v)
		}
	}
	if v := got["audit"].value(); v != 2./3 {
		t.Errorf("audit is %v, want 2/3: two of four underlined characters are computed", v)
	}
	for _, c := range []struct{ measure, from, to string }{
		{"text", "届け出る", "届ける"}, {"marks", "[7,11]", "[7,9]"}, {"form", `"edited"`, `"rewritten"`},
		{"effects", "quantity", "date"}, {"pairs", `{"new":[],"old":["二"]`, `{"new":["一"],"old":["二"]`},
	} {
		var wrong gold
		parse(strings.ReplaceAll(annotation, c.from, c.to), &wrong)
		got, err := measure(&res, &wrong, &testWriter{t})
		if err != nil {
			t.Fatal(err)
		}
		if v := got[c.measure].value(); v == 1 {
			t.Errorf("%s does not see %q for %q", c.measure, c.to, c.from)
		}
	}
}

func TestFloorsAreRead(t *testing.T) {
	file := filepath.Join(t.TempDir(), "floors.toml")
	if err := os.WriteFile(file, []byte("[tables.one]\ntext = 0.98\n[[group]]\nname = \"all\"\ntables = [\"one\"]\nfloors = {pairs = 0.95}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := readFloors(file)
	if err != nil {
		t.Fatal(err)
	}
	if got := below("one", scores{"text": {TP: 97, FN: 100, Rate: true}}, f.Tables["one"]); len(got) != 1 {
		t.Errorf("below = %v, want the text floor", got)
	}
	if got := below("one", scores{}, f.Tables["one"]); len(got) != 1 {
		t.Errorf("a measure that is missing must break its floor, got %v", got)
	}
	if got := below("one", scores{"text": {TP: 98, FN: 100, Rate: true}}, f.Tables["one"]); len(got) != 0 {
		t.Errorf("below = %v, want none", got)
	}
}
