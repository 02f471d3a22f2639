package main

// add puts a file into the corpus as the next revision of a rule. It reads the file first, holds it against the text it
// amends, and shows what would be written; nothing is touched before a yes. The source is put in place before the manifest
// that names it, each in one step, so that the corpus can be read at every moment.

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	xterm "golang.org/x/term"

	"shinkyu/corpus"
	"shinkyu/corpus/store"
	"shinkyu/diff/lint"
	"shinkyu/extract"
	"shinkyu/extract/worker"
	"shinkyu/render/outline"
	"shinkyu/render/past"
	"shinkyu/render/wire"
)

// addFlags are the flags of add as given.
type addFlags struct {
	archive archiveFlags
	doc     string
	rev     corpus.Revision
	rule    corpus.Rule
	input   string
	format  string
	yes     bool
}

// addition is what add would do, as JSON shows it.
type addition struct {
	Document string        `json:"document"`
	New      bool          `json:"new_document"`
	Revision past.Revision `json:"revision"`
	Content  string        `json:"content"`
	Source   string        `json:"source"`   // the file in the corpus
	Manifest string        `json:"manifest"` // the file that gets the lines
	Lines    []string      `json:"lines"`
	Amends   string        `json:"amends,omitempty"` // the revision before
	Summary  string        `json:"summary,omitempty"`
	Findings []string      `json:"findings"`
	Done     bool          `json:"done"`
	data     []byte
	manifest []byte
	before   []byte // the manifest as it was read
	dir      string
}

func (a *app) addCommand() *cobra.Command {
	var f addFlags
	c := &cobra.Command{
		Use:   "add FILE --doc DOC --date DATE",
		Short: a.pick("ファイルを文書の版としてコーパスに加える", "add a file to the corpus as a revision of a document"),
		Long: a.pick(
			`ファイルを読み、直前の版の文と照らして、何が書き込まれるかを示します。確認の後（又は --yes で）原文を文書のフォルダーに置き、
rule.toml に版を書き加えます。rule.toml のコメントや並びはそのまま残ります。端末でなく --yes もなければ、示すだけで終わります。
DOC がまだなければ、--title とともに新しい文書を作ります。`,
			`add reads a file, holds it against the text it amends and shows what would be written. After a yes (or with --yes) it puts
the source into the document's folder and adds the revision to rule.toml, whose comments and order stay as they are.
Without a terminal and without --yes it only shows. A DOC that is not there yet is made, with --title.`),
		Example: `  shinkyu add shinkyu.pdf --doc joho-kitei --date 2027-04-01 --basis 令和9年規程第1号
  shinkyu add kitei.xml --doc shomu-kitei --title 庶務規程 --date 2026-04-01 --kind 制定 --yes
  shinkyu add table.html --doc joho-kitei --date 2026-04-01 --id 2026-04-01-2`,
		Args: a.arguments(1, 1, "add FILE --doc DOC --date DATE"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.add(cmd, args[0], &f) },
	}
	flags := c.Flags()
	flags.StringVar(&f.doc, "doc", "", a.pick("文書の id（フォルダー名）", "id of the document (its folder)"))
	flags.StringVar(&f.rev.InForce, "date", "", a.pick("施行日", "the day it comes into force"))
	flags.StringVar(&f.rev.Promulgated, "promulgated", "", a.pick("公布日", "the day it was promulgated"))
	flags.StringVar(&f.rev.ID, "id", "", a.pick("版の id（既定は施行日）", "id of the revision (default: the date)"))
	flags.StringVar(&f.rev.Label, "label", "", a.pick("版の名前（第五版）", "name of the revision (第五版)"))
	flags.StringVar(&f.rev.Kind, "kind", "", a.pick("制定、一部改正、全部改正", "制定, 一部改正, 全部改正"))
	flags.StringVar(&f.rev.Basis, "basis", "", a.pick("改正の根拠（令和8年規程第3号）", "what amends it (令和8年規程第3号)"))
	flags.StringVar(&f.rev.Summary, "summary", "", a.pick("改正の要旨", "what it is about, in a sentence"))
	flags.StringVar(&f.rule.Title, "title", "", a.pick("新しい文書の題名", "title of a new document"))
	flags.StringVar(&f.rule.Publisher, "publisher", "", a.pick("新しい文書の発行者", "publisher of a new document"))
	flags.StringVar(&f.input, "input-format", "", a.pick("入力の形式（既定は内容から）", "input format (default: from the content)"))
	flags.StringVar(&f.format, "format", "term", a.pick("出力の形式: term, json", "output: term, json"))
	a.jsonFlag(flags, func() { f.format = "json" })
	flags.BoolVar(&f.yes, "yes", false, a.pick("確認せずに書き込む", "write without asking"))
	a.archiveFlags(flags, &f.archive)
	must(c.RegisterFlagCompletionFunc("doc", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return a.documentIDs(&f.archive), cobra.ShellCompDirectiveNoFileComp
	}))
	return c
}

func (a *app) add(cmd *cobra.Command, file string, f *addFlags) error {
	plan, err := a.plan(cmd, file, f)
	if err != nil {
		return err
	}
	if f.format == "json" && !f.yes {
		return a.addJSON(plan)
	}
	if f.format != "json" {
		if err := a.put("", a.preview(plan)); err != nil {
			return err
		}
	}
	if !f.yes {
		yes, asked := a.ask(a.pick("書き込みますか", "write this"))
		if !asked {
			a.say("hint", a.pick("--yes を付けると書き込みます", "with --yes it is written"))
			return nil
		}
		if !yes {
			a.say("note", a.pick("何も書き込んでいません", "nothing was written"))
			return nil
		}
	}
	if err := plan.write(); err != nil {
		return err
	}
	plan.Done = true
	if f.format == "json" {
		return a.addJSON(plan)
	}
	a.say("note", a.pick(plan.Manifest+" に "+plan.Revision.ID+" を加えました", "added "+plan.Revision.ID+" to "+plan.Manifest))
	return nil
}

func (a *app) addJSON(plan *addition) error {
	data, err := wire.Lines(plan)
	if err != nil {
		return err
	}
	return a.put("", data)
}

// plan reads everything and touches nothing.
func (a *app) plan(cmd *cobra.Command, file string, f *addFlags) (*addition, error) {
	for _, missing := range []struct{ flag, value string }{{"--doc", f.doc}, {"--date", f.rev.InForce}} {
		if missing.value == "" {
			return nil, usage("missing-flag", missing.flag+" がありません", missing.flag+" is missing", "shinkyu add "+file+" --doc DOC --date 2026-04-01")
		}
	}
	if f.format != "term" && f.format != "json" {
		return nil, unknownFormat("--format", f.format, viewFormats)
	}
	for _, d := range []*string{&f.rev.InForce, &f.rev.Promulgated} {
		if date, ok := readDate(*d); ok {
			*d = date
		}
	}
	if f.archive.sample {
		return nil, usage("sample-is-read-only", "見本コーパスには書き込めません", "the sample corpus cannot be written to", "--corpus DIR")
	}
	in, err := inputFormat(f.input)
	if err != nil {
		return nil, err
	}
	dir, err := f.archive.folder()
	if err != nil {
		return nil, err
	}
	c, err := a.openForAdding(dir)
	if err != nil {
		return nil, err
	}
	src, err := a.readSource(file, in)
	if err != nil {
		return nil, err
	}
	content, err := worker.Extract(cmd.Context(), src)
	if err != nil {
		return nil, &about{file, err}
	}
	rule, err := a.ruleToAdd(c, f, content)
	if err != nil {
		return nil, err
	}
	p := &addition{Document: f.doc, New: len(rule.Revisions) == 0, Content: "text", Findings: []string{}, data: src.Data, dir: dir, Manifest: f.doc + "/" + store.RuleFile}
	if content.Comparison != nil {
		p.Content = "table"
	}
	rev := f.rev
	rev.File, rev.Content, rev.Format = fileName(cmp.Or(rev.ID, rev.InForce), src, content), p.Content, f.input
	if err := store.CheckRevision(rule, &rev); err != nil {
		return nil, err
	}
	p.Source = f.doc + "/" + rev.File
	if err := p.lines(rule, &rev); err != nil {
		return nil, err
	}
	return p, a.foresee(cmd, c, rule, &rev, content, p)
}

// openForAdding loads the corpus; one that has no rule yet is as good as any.
func (a *app) openForAdding(dir string) (*store.Corpus, error) {
	c, err := a.openCorpus([]string{dir}, false)
	var problems store.Problems
	if errors.As(err, &problems) && len(problems) == 1 && problems[0].Rule == "corpus-empty" {
		return &store.Corpus{Archive: &corpus.Archive{}, FS: os.DirFS(dir)}, nil
	}
	return c, err
}

// ruleToAdd is the rule that gets the revision, a new one if the corpus has none of that name and a title is given.
func (a *app) ruleToAdd(c *store.Corpus, f *addFlags, content *extract.Content) (*corpus.Rule, error) {
	rule, err := findRule(c, f.doc)
	if err == nil {
		f.doc = rule.ID
		return rule, nil
	}
	if bad := store.CheckID(f.doc); bad != nil {
		return nil, bad
	}
	if f.rule.Title == "" {
		var failure *corpus.Failure
		if errors.As(err, &failure) {
			title := "…"
			if content.Document != nil && content.Document.Title != "" {
				title = content.Document.Title
			}
			failure.HintJA += "。新しい文書なら --title " + title + " を付けてください"
			failure.HintEN += "; for a new document add --title " + title
		}
		return nil, err
	}
	f.rule.ID = f.doc
	return &f.rule, nil
}

// fileName is the revision's name with the ending of the file, or of its format.
func fileName(id string, src extract.Source, content *extract.Content) string {
	ext := strings.ToLower(filepath.Ext(src.Name))
	if len(ext) < 2 || len(ext) > 6 || strings.Trim(ext[1:], "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
		format := content.Source.Format
		if content.Comparison != nil {
			format = content.Comparison.Sources[corpus.New].Format
		}
		ext = map[string]string{"lawxml": ".xml", "markdown": ".md", "marked": ".txt", "text": ".txt"}[format]
		if ext == "" {
			ext = "." + format
		}
	}
	return id + ext
}

// lines makes the manifest as it will be, and the lines that are new in it.
func (p *addition) lines(rule *corpus.Rule, rev *corpus.Revision) error {
	if !p.New {
		data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(p.Manifest)))
		if err != nil {
			return &about{p.Manifest, fileFailure(err)}
		}
		p.before = data
		if p.manifest, err = store.AddRevision(data, rev); err != nil {
			return &about{p.Manifest, err}
		}
	} else {
		p.manifest = store.NewRule(rule, rev)
	}
	if _, err := os.Stat(filepath.Join(p.dir, filepath.FromSlash(p.Source))); err == nil {
		return &about{p.Source, &corpus.Failure{Rule: "source-exists", Japanese: "同じ名前のファイルがすでにあります", English: "a file of that name is there already",
			HintJA: "--id で版に別の id を付けてください", HintEN: "give the revision another id with --id"}}
	}
	p.Lines = strings.Split(strings.TrimSpace(store.Table(rev)), "\n")
	if p.New {
		p.Lines = strings.Split(strings.TrimSpace(string(p.manifest)), "\n")
	}
	return nil
}

// foresee follows the rule with the new revision in it and notes what comes out.
func (a *app) foresee(cmd *cobra.Command, c *store.Corpus, rule *corpus.Rule, rev *corpus.Revision, content *extract.Content, p *addition) error {
	next := *rule
	next.Revisions = nil
	added := *rev
	added.ID = cmp.Or(rev.ID, rev.InForce)
	at := 0
	for _, have := range rule.Revisions {
		if have.InForce > rev.InForce || have.InForce == rev.InForce && rev.Promulgated != "" && have.Promulgated > rev.Promulgated {
			break
		}
		at++
	}
	next.Revisions = append(append(append(next.Revisions, rule.Revisions[:at]...), &added), rule.Revisions[at:]...)
	contents := make([]*extract.Content, at+1)
	for j, have := range rule.Revisions[:at] {
		read, err := readFrom(cmd.Context(), c, rule, have)
		if err != nil {
			return err
		}
		contents[j] = read
	}
	contents[at] = content
	next.Revisions = next.Revisions[:at+1]
	states, t, err := trace(&next, contents, lint.Compare)
	if err != nil {
		return err
	}
	view := past.New(&next, states, t, a.today())
	p.Revision = view.Revision(at)
	if at > 0 {
		p.Amends = rule.Revisions[at-1].ID
	}
	if r := states[at].Result; r != nil {
		p.Summary = outline.Summarise(r, outline.Blocks(r)).String()
	}
	for _, finding := range t.Findings() {
		if finding.State == at {
			p.Findings = append(p.Findings, a.pick(finding.Message, cmp.Or(finding.English, finding.Message)))
		}
	}
	if q := store.Question(rev); q != nil {
		p.Findings = append(p.Findings, a.pick(q.Japanese, q.English))
	}
	if at < len(rule.Revisions) {
		later := rule.Revisions[at].ID
		p.Findings = append(p.Findings, a.pick("後の版 "+later+" の改正前の文が変わります", "the text that the later revision "+later+" amends will be another"))
	}
	if content.Comparison != nil && len(rule.Revisions) == 0 {
		p.Findings = append(p.Findings, a.pick("全文の版がないので、表にない条項は（略）になります", "there is no whole text: what the table leaves out will be （略）"))
	}
	return nil
}

// preview is the plan for people.
func (a *app) preview(p *addition) []byte {
	var b strings.Builder
	kind := a.pick("新旧対照表", "comparison table")
	if p.Content == "text" {
		kind = a.pick("全文", "whole text")
	}
	fmt.Fprintf(&b, "%s  %s %s  %s\n", p.Document, p.Revision.InForce, a.pick("施行", "in force"), kind)
	if p.Amends != "" {
		fmt.Fprintf(&b, "%s %s\n", a.pick("直前の版", "amends"), p.Amends)
	}
	if p.Summary != "" {
		fmt.Fprintln(&b, p.Summary)
	}
	for _, s := range p.Findings {
		fmt.Fprintf(&b, "! %s\n", s)
	}
	fmt.Fprintf(&b, "\n%s %s\n", a.pick("置くファイル", "new file"), p.Source)
	fmt.Fprintf(&b, "%s %s\n", p.Manifest, a.pick("に加える行", "gets"))
	for _, l := range p.Lines {
		fmt.Fprintf(&b, "  + %s\n", strings.TrimRight(l, "\r"))
	}
	return []byte(b.String())
}

// ask puts a question on a terminal; asked is false where nobody can answer.
func (a *app) ask(question string) (yes, asked bool) {
	in, ok := a.in.(*os.File)
	if !ok || !xterm.IsTerminal(int(in.Fd())) {
		return false, false
	}
	fmt.Fprintf(a.err, "%s? [y/N] ", question)
	answer, _ := bufio.NewReader(in).ReadString('\n')
	answer = strings.ToLower(strings.TrimSpace(answer))
	return answer == "y" || answer == "yes" || answer == "はい", true
}

// write puts the source in place, then the manifest. A new rule comes into being as a whole folder.
func (p *addition) write() error {
	source, manifest := filepath.Join(p.dir, filepath.FromSlash(p.Source)), filepath.Join(p.dir, filepath.FromSlash(p.Manifest))
	if p.New {
		return p.writeRule()
	}
	now, err := os.ReadFile(manifest)
	if err != nil {
		return &about{p.Manifest, fileFailure(err)}
	}
	if !bytes.Equal(now, p.before) {
		return &about{p.Manifest, &corpus.Failure{Rule: "manifest-changed", Japanese: "確認の間に書き換えられました", English: "it was changed in the meantime",
			HintJA: "もう一度 shinkyu add を実行してください", HintEN: "run shinkyu add again"}}
	}
	if err := writeFile(source, p.data); err != nil {
		return &about{p.Source, fileFailure(err)}
	}
	if err := writeFile(manifest, p.manifest); err != nil {
		os.Remove(source)
		return &about{p.Manifest, fileFailure(err)}
	}
	return nil
}

func (p *addition) writeRule() error {
	folder := filepath.Join(p.dir, p.Document)
	if _, err := os.Lstat(folder); !errors.Is(err, fs.ErrNotExist) {
		return &about{p.Document, &corpus.Failure{Rule: "folder-exists", Japanese: "同じ名前のフォルダーがすでにあります", English: "a folder of that name is there already",
			HintJA: "--doc に別の id を指定してください", HintEN: "name another id with --doc"}}
	}
	fresh, err := os.MkdirTemp(p.dir, "."+p.Document+".*")
	if err != nil {
		return &about{p.Document, fileFailure(err)}
	}
	defer os.RemoveAll(fresh)
	for name, data := range map[string][]byte{filepath.Base(p.Source): p.data, store.RuleFile: p.manifest} {
		if err := writeFile(filepath.Join(fresh, name), data); err != nil {
			return &about{p.Document + "/" + name, fileFailure(err)}
		}
	}
	if err := os.Chmod(fresh, 0o755); err != nil {
		return &about{p.Document, fileFailure(err)}
	}
	if err := os.Rename(fresh, folder); err != nil {
		return &about{p.Document, fileFailure(err)}
	}
	return nil
}
