package main

// Rules out and in again. The schemas and the versions of a real law stand outside the project: without them, or without xmllint,
// the tests that need them say so and pass.

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"shinkyu/corpus"
	"shinkyu/extract"
	"shinkyu/render/akn"
	"shinkyu/render/lawxml"
	"shinkyu/render/source"
)

const schemas = "../../../shared/schemas"

// laws are the versions of a real law, none where they are not at hand.
func laws(t *testing.T) []string {
	files, _ := filepath.Glob("../../../shared/samples/laws/*/*.xml")
	if len(files) == 0 {
		t.Log("did not run on real laws: there are none beside the project")
	}
	return files
}

// checks are files to validate against a schema, all in one run: reading the schema costs more than reading a law.
type checks struct {
	dir, schema string
	names       map[string]string
}

func against(t *testing.T, schema string) *checks {
	return &checks{dir: t.TempDir(), schema: schema, names: map[string]string{}}
}

func (c *checks) add(t *testing.T, name string, data []byte) {
	t.Helper()
	file := filepath.Join(c.dir, fmt.Sprintf("%d.xml", len(c.names)))
	c.names[filepath.Base(file)] = name
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// run validates, or says why not.
func (c *checks) run(t *testing.T) {
	t.Helper()
	lint, err := exec.LookPath("xmllint")
	schema := filepath.Join(schemas, c.schema)
	if _, missing := os.Stat(schema); err != nil || missing != nil {
		t.Logf("validity against %s was not tested: no xmllint or no schema", c.schema)
		return
	}
	files, _ := filepath.Glob(filepath.Join(c.dir, "*.xml"))
	out, err := exec.Command(lint, append([]string{"--nonet", "--noout", "--schema", schema}, files...)...).CombinedOutput()
	if valid := strings.Count(string(out), " validates\n"); err == nil && valid == len(c.names) {
		t.Logf("%d files are valid against %s", valid, c.schema)
		return
	}
	shown := 0
	for line := range strings.Lines(string(out)) {
		if !strings.HasSuffix(line, " validates\n") && shown < 20 {
			shown++
			for file, name := range c.names {
				line = strings.Replace(line, filepath.Join(c.dir, file), name, 1)
			}
			t.Error(strings.TrimSpace(line))
		}
	}
	if shown == 0 {
		t.Errorf("xmllint: %v", err)
	}
}

func canonical(t *testing.T, data []byte) (string, bool) {
	t.Helper()
	lint, err := exec.LookPath("xmllint")
	if err != nil {
		return "", false
	}
	cmd := exec.Command(lint, "--nonet", "--exc-c14n", "-")
	cmd.Stdin = bytes.NewReader(data)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("xmllint: %v", err)
	}
	return string(out), true
}

func readRule(t *testing.T, name string, data []byte, format extract.Format) *extract.Content {
	t.Helper()
	c, err := extract.Extract(context.Background(), extract.Source{Name: name, Data: data, Format: format, Skeleton: true})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return c
}

// flatTree is the tree as text, white space left out: addresses, labels and words.
func flatTree(d *corpus.Document) string {
	var b strings.Builder
	units, _ := d.Units()
	for _, c := range units {
		b.WriteString(c.Path.Key() + "\t" + strings.Join(strings.Fields(c.Text.S), "") + "\n")
	}
	return b.String()
}

func TestLawsComeBack(t *testing.T) {
	valid := against(t, "stdLaw.xsd")
	for _, file := range laws(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := readRule(t, file, data, extract.Auto)
		out, err := lawxml.Faithful(c.Document, c.Skeleton)
		if err != nil {
			t.Fatal(err)
		}
		if want, ok := canonical(t, data); ok {
			if got, _ := canonical(t, out); got != want {
				t.Errorf("%s: not equal in canonical form", file)
			}
		} else {
			t.Log("canonical forms were not compared: no xmllint")
		}
		strict, ok, err := lawxml.Strict(c.Document, c.Skeleton)
		if err != nil || !ok {
			t.Fatal(ok, err)
		}
		valid.add(t, filepath.Base(file)+" strict", strict)
		again := readRule(t, file, strict, extract.Auto)
		if flatTree(again.Document) != flatTree(c.Document) {
			t.Errorf("%s: strict reads differently", file)
		}
		built, _ := lawxml.Build(c.Document, lawxml.Options{Number: "平成五年法律第四十七号"})
		valid.add(t, filepath.Base(file)+" built from clauses", built)
		again = readRule(t, file, built, extract.Auto)
		if a, b := flatTree(again.Document), flatTree(c.Document); a != b {
			t.Errorf("%s: built from clauses it reads differently\n%s", file, firstDifference(b, a))
		}
	}
	valid.run(t)
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "want " + a[i] + "\ngot  " + b[i]
		}
	}
	return "one is longer"
}

// sampleRules are the rules of the sample corpus by name: whole texts, and both columns of tables.
func sampleRules(t *testing.T) map[string]*extract.Content {
	t.Helper()
	files, err := filepath.Glob("../../corpus/sample/archive/*/*.*")
	if err != nil || len(files) == 0 {
		t.Fatal("no sample corpus", err)
	}
	out := map[string]*extract.Content{}
	for _, file := range files {
		if strings.HasSuffix(file, ".toml") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := readRule(t, file, data, extract.Auto)
		name := filepath.Base(filepath.Dir(file)) + "/" + filepath.Base(file)
		if c.Document != nil {
			out[name] = c
			continue
		}
		for _, side := range []corpus.Side{corpus.New, corpus.Old} {
			out[name+" "+side.String()] = &extract.Content{Source: c.Source, Document: corpus.WithoutMarkers(&c.Comparison.Sides[side])}
		}
	}
	return out
}

// bag counts the characters of a text, white space apart.
func bag(text string) map[rune]int {
	out := map[rune]int{}
	for _, r := range strings.Join(strings.Fields(text), "") {
		out[r]++
	}
	return out
}

func textOfClauses(d *corpus.Document) string {
	var b strings.Builder
	units, _ := d.Units()
	for _, c := range units {
		b.WriteString(c.Text.S)
	}
	return b.String()
}

// Every rule, whatever it was read from, can be written as a valid law and as valid Akoma Ntoso without a word lost.
func TestRulesAsXML(t *testing.T) {
	lawful, ntosoful := against(t, "stdLaw.xsd"), against(t, "akomantoso30.xsd")
	for name, c := range sampleRules(t) {
		law, _ := lawxml.Build(c.Document, lawxml.Options{Number: "令和八年規程第三号"})
		lawful.add(t, name, law)
		again := readRule(t, name, law, extract.LawXML)
		holds(t, name+" as a law", textOfClauses(c.Document), textOfClauses(again.Document))
		ntoso := akn.Document(c.Document, akn.Options{ID: "mihon", Number: "令和八年規程第三号", Date: "2026-04-01"})
		ntosoful.add(t, name, ntoso)
		holds(t, name+" as Akoma Ntoso", textOfClauses(c.Document), html.UnescapeString(tags.ReplaceAllString(string(ntoso), "")))
	}
	for _, file := range laws(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		c := readRule(t, file, data, extract.Auto)
		ntoso := akn.Document(c.Document, akn.Options{ID: "law", Number: "平成五年法律第四十七号"})
		ntosoful.add(t, filepath.Base(file), ntoso)
		holds(t, file, textOfClauses(c.Document), html.UnescapeString(tags.ReplaceAllString(string(ntoso), "")))
	}
	lawful.run(t)
	ntosoful.run(t)
}

var tags = regexp.MustCompile(`<[^>]*>`)

// holds reports a character of want that got lacks.
func holds(t *testing.T, name, want, got string) {
	t.Helper()
	have := bag(got)
	for r, n := range bag(want) {
		if have[r] < n {
			t.Errorf("%s: %d of %d %q", name, have[r], n, r)
			return
		}
	}
}

// What is written as text or Markdown reads back to the same clauses.
func TestRulesAsTextComeBack(t *testing.T) {
	rules := sampleRules(t)
	for _, file := range laws(t)[:min(1, len(laws(t)))] {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rules[file] = readRule(t, file, data, extract.Auto)
	}
	rules["parts"] = readRule(t, "parts", []byte(parts), extract.Auto)
	for name, c := range rules {
		for format, write := range map[extract.Format]func(*corpus.Document) []byte{extract.Text: source.Text, extract.Markdown: source.Markdown} {
			again := readRule(t, name, write(c.Document), format)
			if a, b := flatTree(c.Document), flatTree(again.Document); a != b {
				t.Errorf("%s as %s reads differently\n%s", name, format, firstDifference(a, b))
			}
		}
	}
}

// parts is a rule with a shell, two 附則 and two 別表, without the attributes that the schema demands.
const parts = `<Law><LawNum>令和七年規程第二号</LawNum><LawBody><LawTitle>見本水路規程</LawTitle><MainProvision><Article Num="1"><ArticleCaption>（目的）</ArticleCaption><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この規程は、水路の管理を定める。</Sentence></ParagraphSentence></Paragraph></Article>
<Article Num="2:4" Delete="true"><ArticleTitle>第二条から第四条まで</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article></MainProvision>
<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum>１</ParagraphNum><ParagraphSentence><Sentence>この規程は、令和七年四月一日から施行する。</Sentence></ParagraphSentence></Paragraph><Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>旧規程は、廃止する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
<SupplProvision AmendLawNum="令和八年規程第三号"><SupplProvisionLabel>附　則</SupplProvisionLabel><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>この規程は、公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></Article></SupplProvision>
<AppdxTable><AppdxTableTitle>別表第一（第一条関係）</AppdxTableTitle><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>東の水路</Sentence></ItemSentence></Item><Item Num="2"><ItemTitle>二</ItemTitle><ItemSentence><Sentence>西の水路</Sentence></ItemSentence></Item></AppdxTable>
<AppdxTable><AppdxTableTitle>別表第二（第一条関係）</AppdxTableTitle><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>南の水路</Sentence></ItemSentence></Item></AppdxTable></LawBody></Law>`

func TestStrictFillsWhatIsDemanded(t *testing.T) {
	c := readRule(t, "parts", []byte(parts), extract.Auto)
	data, ok, err := lawxml.Strict(c.Document, c.Skeleton)
	if err != nil || !ok || !strings.Contains(string(data), `<Law Era="Reiwa" Year="7" Num="2" LawType="Misc" Lang="ja">`) {
		t.Errorf("%v %v\n%s", ok, err, data)
	}
	valid := against(t, "stdLaw.xsd")
	valid.add(t, "parts", data)
	valid.run(t)
}

// A range of 項 that a text leaves out is one Paragraph for each: the schema has no number for several.
func TestStrictTakesRangesApart(t *testing.T) {
	for text, want := range map[string]string{
		"２～４　（略）":    "1 2 3 4 5",
		"２・３　（略）":    "1 2 3 5",
		"２から４まで　（略）": "1 2 3 4 5",
	} {
		c := readRule(t, "rule.md", []byte("# 規程\n\n第一条　鍵について定める。\n\n"+text+"\n\n５　鍵は、係長が保管する。\n"), extract.Markdown)
		data, _ := lawxml.Build(c.Document, lawxml.Options{Number: "令和8年規程第3号"})
		var got []string
		for _, m := range regexp.MustCompile(`<Paragraph Num="([^"]*)"`).FindAllSubmatch(data, -1) {
			got = append(got, string(m[1]))
		}
		if strings.Join(got, " ") != want || strings.Contains(string(data), "～") {
			t.Errorf("%s: %v\n%s", text, got, data)
		}
	}
}
