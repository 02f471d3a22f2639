package report

import (
	"bytes"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
)

// What is written as SARIF holds against the schema of SARIF 2.1.0, findings of reading and of the text as a whole included.
func TestSARIFIsValid(t *testing.T) {
	const name = "testdata/sarif-2.1.0-rtm.5.json"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, schema); err != nil {
		t.Fatal(err)
	}
	valid, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	doc := &corpus.Document{Clauses: []*corpus.Clause{{Kind: corpus.KindText, Text: corpus.Text{S: "点検を行なう。"}}}}
	read := Subject{Name: "規程 一.md", Report: *lint.Check(lint.Input{Document: doc, Reading: []corpus.Diag{
		{Rule: "page-unread", Severity: corpus.Error, Page: 3, Unit: -1, Message: "読めません", English: "cannot be read"},
		{Rule: "label-repeated", Severity: corpus.Warning, Side: "new", Unit: 0, Span: &corpus.Span{End: 2}, Message: "重複"},
	}}, nil)}
	for _, list := range [][]Subject{nil, sample(t), {read}, append(sample(t), read)} {
		for _, japanese := range []bool{true, false} {
			out, err := SARIF(list, "1.2.3", japanese)
			if err != nil {
				t.Fatal(err)
			}
			log, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			if err := valid.Validate(log); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		}
	}
	if err := valid.Validate(map[string]any{"version": "2.1.0"}); err == nil {
		t.Error("the schema accepts a log without runs")
	}
	ids := map[string]bool{}
	for _, f := range read.Report.Findings {
		ids[f.Rule.ID] = true
	}
	for _, id := range []string{"page-unread", "label-repeated", "spelling"} {
		if !ids[id] {
			t.Errorf("no finding %s: %v", id, ids)
		}
	}
}
