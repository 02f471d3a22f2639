package report

import (
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"shinkyu/corpus"
	"shinkyu/corpus/ref"
	"shinkyu/diff/lint"
)

var update = flag.Bool("update", false, "write the table of checks into docs/CHECKS.md")

// TestChecksDocumented holds the table of the documentation against the rules.
func TestChecksDocumented(t *testing.T) {
	const file = "../../docs/CHECKS.md"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const mark = "from the rules themselves -->\n"
	head, table, ok := strings.Cut(string(data), mark)
	if !ok {
		t.Fatal("docs/CHECKS.md has no place for the table")
	}
	want := "\n" + Markdown()
	if *update {
		if err := os.WriteFile(file, []byte(head+mark+want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if table != want {
		t.Error("docs/CHECKS.md is not what the rules say: run go test ./render/report -update")
	}
}

// Every rule says all there is to say, in both languages, under an id and a number of its own.
func TestRulesComplete(t *testing.T) {
	ids, numbers := map[string]bool{}, map[int]bool{}
	for _, r := range lint.Rules() {
		if ids[r.ID] || numbers[r.Number] {
			t.Errorf("%s (%d) is there twice", r.ID, r.Number)
		}
		ids[r.ID], numbers[r.Number] = true, true
		for _, s := range []string{r.ID, r.Title, r.English, r.Basis, r.Bad, r.Good, r.Hint, r.HintEN, string(r.Severity), string(r.Needs)} {
			if s == "" {
				t.Errorf("%s leaves something unsaid", r.ID)
			}
		}
	}
	for n := 1; n <= 39; n++ {
		if numbers[n] == (n >= 34 && n <= 37) {
			t.Errorf("check %d: there is %v", n, numbers[n])
		}
	}
}

// sample is one text with one finding of each severity, two of them with places.
func sample(t *testing.T) []Subject {
	t.Helper()
	text := "第三条　%\x1b[31m館長は、点検を行なう。"
	c := &corpus.Clause{Path: ref.Path{{Kind: ref.Article, Text: "第三条"}}, Kind: corpus.KindArticle, Label: "第三条", Text: corpus.Text{S: text}, Body: 4, Origin: corpus.Origin{Line: 7}}
	end := c.Text.Len()
	f := func(id string, unit int, a, b int) lint.Finding {
		r := lint.ByID(id)
		return lint.Finding{Rule: r, Severity: r.Severity, Place: lint.Place{Side: corpus.New, Unit: unit, Span: corpus.Span{Start: a, End: b}}, Message: "「行なう」: 用字", English: "spelling of \"行なう\"", Hint: r.Hint, HintEN: r.HintEN}
	}
	one := f("spelling", 0, end-4, end-1)
	one.Related = []lint.Place{{Side: corpus.New, Unit: 0, Span: corpus.Span{Start: 0, End: 3}}}
	r := lint.Report{Total: len(lint.Rules()), Applied: 21, Findings: []lint.Finding{f("no-effective-date", -1, 0, 0), one, f("numbering", 0, 0, 3)}}
	r.Units[corpus.New] = []*corpus.Clause{c}
	return []Subject{{Name: "規程 集/a,b.md", Report: r}}
}

func TestTerm(t *testing.T) {
	got := string(Term(sample(t), Options{Japanese: true, Color: termenv.Ascii}))
	for _, want := range []string{
		"規程 集/a,b.md:7 第三条: warning spelling: 「行なう」: 用字\n    …�[31m館長は、点検を[行なう]。\n", "  hint: 一方に統一してください\n",
		"規程 集/a,b.md: warning no-effective-date: ", "3 件 (error 1 · warning 2) · 36 検査中 21 件を適用\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.ContainsRune(got, 0x1b) {
		t.Error("a control of the source reached the terminal")
	}
	if got := string(Term(nil, Options{Color: termenv.Ascii})); got != "0 findings · 0 of 36 checks applied\n" {
		t.Errorf("nothing found: %q", got)
	}
}

func TestText(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(string(Text(sample(t), Options{}))), "\n")
	if len(lines) != 3 || lines[1] != `規程 集/a,b.md:7: 第三条: warning spelling: spelling of "行なう"` {
		t.Errorf("%q", lines)
	}
}

func TestGitHub(t *testing.T) {
	got := string(GitHub(sample(t), Options{Japanese: true}))
	if strings.Count(got, "\n") != 3 {
		t.Errorf("an annotation is not one line:\n%s", got)
	}
	if !strings.Contains(got, "::warning file=規程 集/a%2Cb.md,line=7,title=spelling::第三条: 「行なう」: 用字%0A…") || !strings.Contains(got, "::error ") {
		t.Errorf("%s", got)
	}
}

func TestJSON(t *testing.T) {
	data, err := JSON(sample(t))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Schema   string
		Subjects []struct {
			Name     string
			Findings []struct {
				Rule, Severity, Path, Text string
				Unit                       *int
				Span                       []int
				Line                       int
				Related                    []map[string]any
			}
		}
	}
	if err := json.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	f := got.Subjects[0].Findings
	if got.Schema != Schema || len(f) != 3 || f[0].Unit != nil || f[1].Text != "行なう" || f[1].Line != 7 || len(f[1].Related) != 1 || f[1].Path != "第三条" {
		t.Errorf("%s", data)
	}
}

// TestSARIF holds the log against what SARIF 2.1.0 requires of the parts that are used here (OASIS, sections 3.13, 3.14, 3.27, 3.28, 3.49).
func TestSARIF(t *testing.T) {
	data, err := SARIF(sample(t), "v1.2.3", false)
	if err != nil {
		t.Fatal(err)
	}
	var log struct {
		Version string `json:"version"`
		Runs    []struct {
			Tool struct {
				Driver struct {
					Name  string
					Rules []struct {
						ID                   string
						ShortDescription     struct{ Text string }
						DefaultConfiguration struct{ Level string }
					}
				}
			}
			Results []struct {
				RuleID    string
				RuleIndex int
				Level     string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           *struct{ StartLine int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &log); err != nil {
		t.Fatal(err)
	}
	if log.Version != "2.1.0" || len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Name != "shinkyu" {
		t.Fatalf("%s", data)
	}
	run := log.Runs[0]
	levels := map[string]bool{"none": true, "note": true, "warning": true, "error": true}
	for _, r := range run.Tool.Driver.Rules {
		if r.ID == "" || r.ShortDescription.Text == "" || !levels[r.DefaultConfiguration.Level] {
			t.Errorf("rule %+v", r)
		}
	}
	if len(run.Results) != 3 {
		t.Fatalf("%d results", len(run.Results))
	}
	for _, x := range run.Results {
		if run.Tool.Driver.Rules[x.RuleIndex].ID != x.RuleID || !levels[x.Level] || x.Message.Text == "" || len(x.Locations) != 1 {
			t.Errorf("result %+v", x)
		}
		if uri := x.Locations[0].PhysicalLocation.ArtifactLocation.URI; strings.ContainsAny(uri, " ") || !strings.HasSuffix(uri, "a,b.md") {
			t.Errorf("uri %q", uri)
		}
	}
	if r := run.Results[1].Locations[0].PhysicalLocation.Region; r == nil || r.StartLine != 7 {
		t.Errorf("region %+v", r)
	}
}

// What is said of several places is said once, and every output names them all.
func TestSamePlaces(t *testing.T) {
	list := sample(t)
	r := &list[0].Report
	second := *r.Units[corpus.New][0]
	second.Path = ref.Path{{Kind: ref.Article, Text: "第五条"}}
	r.Units[corpus.New] = append(r.Units[corpus.New], &second)
	r.Findings[1].Same = []lint.Place{{Side: corpus.New, Unit: 1, Span: r.Findings[1].Span}}
	asJSON, err := JSON(list)
	if err != nil {
		t.Fatal(err)
	}
	asSARIF, err := SARIF(list, "1", true)
	if err != nil {
		t.Fatal(err)
	}
	for name, out := range map[string]string{
		"term": string(Term(list, Options{Color: termenv.Ascii})), "text": string(Text(list, Options{})), "github": string(GitHub(list, Options{})),
		"json": string(asJSON), "sarif": string(asSARIF),
	} {
		if !strings.Contains(out, "第五条") {
			t.Errorf("%s does not name the second place:\n%s", name, out)
		}
	}
}
