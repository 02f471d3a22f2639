package store

// What a manifest can have wrong, in both languages, each with what to do about it. One constructor per mistake keeps the
// wording in one place; place.failure puts file, line and key in front of it.

import (
	"fmt"
	"slices"
	"strings"

	"shinkyu/corpus"
)

// Problems is everything that is wrong with a corpus, in the order of the files. It is an error; errors.As finds the first
// *corpus.Failure in it.
type Problems []*corpus.Failure

// Error lists the English messages, one a line.
func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i, f := range p {
		lines[i] = f.English
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives the single failures to errors.As and errors.Is.
func (p Problems) Unwrap() []error {
	out := make([]error, len(p))
	for i, f := range p {
		out[i] = f
	}
	return out
}

// complaint is a mistake without its place.
type complaint struct{ rule, ja, en, hintJA, hintEN string }

// place is where a mistake stands. Line counts from 1, 0 is unknown.
type place struct {
	file string
	line int
	key  string
}

func (p place) String() string {
	s := p.file
	if p.line > 0 {
		s += fmt.Sprintf(":%d", p.line)
	}
	if p.key != "" && s != "" {
		s += ": "
	}
	return s + p.key
}

func (p place) failure(c *complaint) *corpus.Failure {
	return &corpus.Failure{Rule: c.rule, Japanese: p.String() + ": " + c.ja, English: p.String() + ": " + c.en, HintJA: c.hintJA, HintEN: c.hintEN}
}

func badSyntax(msg string) *complaint {
	return &complaint{"manifest-syntax", "TOML として読めません: " + msg, "not valid TOML: " + msg,
		`文字列は "…" で囲み、一行に「キー = 値」を一つ書きます`, `write one key = "value" a line, with text in quotes`}
}

func badEncoding() *complaint {
	return &complaint{"manifest-encoding", "UTF-8 ではありません", "not UTF-8", "UTF-8 で保存し直してください", "save the file as UTF-8"}
}

func unknownKey(known []string, near string) *complaint {
	c := &complaint{rule: "manifest-unknown-key", ja: "知らないキーです", en: "unknown key",
		hintJA: "使えるキー: " + strings.Join(known, ", "), hintEN: "known keys: " + strings.Join(known, ", ")}
	if near != "" {
		c.hintJA, c.hintEN = near+" の誤りではありませんか", "did you mean "+near+"?"
	}
	return c
}

func wrongText(v any) *complaint {
	return &complaint{"manifest-type", fmt.Sprintf("文字列を書いてください (%s が書かれています)", tomlName(v)),
		fmt.Sprintf("must be text, not %s", tomlName(v)), `値を "…" で囲んでください`, `put the value in quotes`}
}

func wrongDate(v any) *complaint {
	return &complaint{"manifest-type", fmt.Sprintf("日付を書いてください (%s が書かれています)", tomlName(v)),
		fmt.Sprintf("must be a date, not %s", tomlName(v)), "2026-04-01 のように日付だけを書いてください", "write a date alone: 2026-04-01"}
}

func wrongFlag(key string, v any) *complaint {
	return &complaint{"manifest-type", fmt.Sprintf("true か false を書いてください (%s が書かれています)", tomlName(v)),
		fmt.Sprintf("must be true or false, not %s", tomlName(v)), key + " = true か " + key + " = false と、引用符なしで書いてください",
		"write " + key + " = true or " + key + " = false, without quotes"}
}

func missingManifest() *complaint {
	return &complaint{"corpus-manifest-missing", "ありません", "not there",
		`title = "…" を書いた ` + CorpusFile + " を作るか、それのあるフォルダを指定してください",
		"name the folder that holds " + CorpusFile + `, or make one with title = "…"`}
}

func missingKey(key, example string) *complaint {
	return &complaint{"manifest-missing-key", "必要なキーがありません", "required key is missing",
		fmt.Sprintf("%s = %q のように書き加えてください", key, example), fmt.Sprintf("add %s = %q", key, example)}
}

func badDate(v string) *complaint {
	return &complaint{"manifest-date", fmt.Sprintf("日付として読めません: %q", v), fmt.Sprintf("not a date: %q", v),
		"2026-04-01 のように、実在する日付を西暦で書いてください", "write an existing date as 2026-04-01"}
}

func badValue(v string, allowed []string) *complaint {
	return &complaint{"manifest-value", fmt.Sprintf("%q は使えません", v), fmt.Sprintf("%q is not allowed", v),
		"使える値: " + strings.Join(allowed, ", "), "allowed values: " + strings.Join(allowed, ", ")}
}

func badURL(v string) *complaint {
	return &complaint{"manifest-url", fmt.Sprintf("公開先のアドレスとして読めません: %q", v), fmt.Sprintf("not an address of a site: %q", v),
		"https://example.jp/archive/ のように書くか、キーを消してください", "write it as https://example.jp/archive/ or remove the key"}
}

func badAddress(v string) *complaint {
	return &complaint{"manifest-address", fmt.Sprintf("%q はアドレスに使えません", v), fmt.Sprintf("%q cannot stand in an address", v),
		"英小文字、数字、ハイフンだけを使ってください (joho-kitei)", "use lower-case letters, digits and hyphens only (joho-kitei)"}
}

// promulgatedLate asks about a revision that is in force before it is promulgated, nil if it is not. A house may give a rule
// effect back to an earlier day; more often one of the two dates is mistyped.
func promulgatedLate(rev *corpus.Revision) *complaint {
	if rev.Promulgated == "" || rev.InForce == "" || rev.Promulgated <= rev.InForce {
		return nil
	}
	return &complaint{"manifest-promulgated-late", fmt.Sprintf("公布 %s が施行 %s より後です", rev.Promulgated, rev.InForce),
		fmt.Sprintf("promulgated %s, after it is in force from %s", rev.Promulgated, rev.InForce),
		"遡って適用するのでなければ、どちらかの日付を直してください", "correct one of the dates, unless the rule takes effect back to an earlier day"}
}

func duplicateID(id string, line int) *complaint {
	return &complaint{"manifest-duplicate-id", fmt.Sprintf("%q は %d 行目の版と重複しています", id, line),
		fmt.Sprintf("%q is already the revision at line %d", id, line),
		"id を版ごとに違うものにしてください (書かなければ in_force が id になります)", "give each revision its own id (without one, in_force is the id)"}
}

func escapes(file string) *complaint {
	return &complaint{"manifest-file-outside", fmt.Sprintf("規程のフォルダの外を指しています: %q", file),
		fmt.Sprintf("points outside of the rule's folder: %q", file),
		"rule.toml と同じフォルダの中のファイルを、/ 区切りで書いてください", "name a file in the folder of rule.toml, with / between its parts"}
}

func missingFile(file, near string) *complaint {
	c := &complaint{"manifest-file-missing", fmt.Sprintf("ファイルがありません: %q", file), fmt.Sprintf("no such file: %q", file),
		"ファイルを rule.toml と同じフォルダに置いてください", "put the file in the folder of rule.toml"}
	if near != "" {
		c.hintJA, c.hintEN = near+" の誤りではありませんか", "did you mean "+near+"?"
	}
	return c
}

func unreadableFile(file string, err error) *complaint {
	return &complaint{"manifest-file-unreadable", fmt.Sprintf("%s を読めません: %v", file, err), fmt.Sprintf("%s cannot be read: %v", file, err),
		"リンクや権限を確かめてください", "check links and permissions"}
}

func notAFile(file string) *complaint {
	return &complaint{"manifest-not-a-file", fmt.Sprintf("ファイルではありません: %q", file), fmt.Sprintf("not a file: %q", file),
		"フォルダの中の一つのファイルを書いてください", "name one file"}
}

func tooLarge(n int64) *complaint {
	return &complaint{"source-too-large", fmt.Sprintf("大きすぎます (%d MiB、上限 %d MiB)", n>>20, MaxSource>>20),
		fmt.Sprintf("too large (%d MiB, the limit is %d MiB)", n>>20, MaxSource>>20), "表だけの頁に分けてください", "split off the pages that hold the table"}
}

func folderWithoutRule(name string) *complaint {
	return &complaint{"rule-missing", RuleFile + " がありません", "no " + RuleFile,
		fmt.Sprintf("%s/%s を作るか、規程でないフォルダは _%s のように _ で始めてください", name, RuleFile, name),
		fmt.Sprintf("add %s/%s, or name a folder that is no rule _%s", name, RuleFile, name)}
}

func noRules() *complaint {
	return &complaint{"corpus-empty", "規程のフォルダが一つもありません", "no rule folders",
		"規程ごとに " + RuleFile + " を置いたフォルダを作ってください", "make a folder with " + RuleFile + " for each rule"}
}

func noRevisions() *complaint {
	return &complaint{"rule-empty", "版が一つもありません", "no revisions", "[[revision]] を一つ以上書いてください", "write at least one [[revision]]"}
}

func noteWithoutEnd(fence string) *complaint {
	return &complaint{"note-front-matter", "前付けが閉じていません", "front matter is not closed",
		"前付けの終わりに " + fence + " だけの行を置いてください", "end the front matter with a line of " + fence}
}

func noteBadLine(line string) *complaint {
	return &complaint{"note-front-matter", fmt.Sprintf("「キー: 値」と読めません: %q", line), fmt.Sprintf("not key: value: %q", line),
		"clause: 第六条 のように書いてください", "write it as clause: 第六条"}
}

func noteTwice() *complaint {
	return &complaint{"note-duplicate-key", "同じキーが二つあります", "key is written twice", "一つにしてください", "keep one"}
}

func noteRevision(id string, known []string) *complaint {
	known = slices.DeleteFunc(slices.Clone(known), func(s string) bool { return s == "" })
	return &complaint{"note-revision", fmt.Sprintf("そのような版はありません: %q", id), fmt.Sprintf("no such revision: %q", id),
		"版: " + strings.Join(known, ", "), "revisions: " + strings.Join(known, ", ")}
}

func noteClause(v string) *complaint {
	return &complaint{"note-clause", fmt.Sprintf("条項として読めません: %q", v), fmt.Sprintf("not a clause address: %q", v),
		"第六条第二項、4/(1) のように書いてください", "write it as 第六条第二項 or 4/(1)"}
}

func noteEmpty() *complaint {
	return &complaint{"note-empty", "本文がありません", "no text", "本文を書くか、ファイルを消してください", "write the text or remove the file"}
}
