package main

// .shinkyu.toml: what a house decides about the checks. A key that is not known is refused by name: a misspelt one would silently do nothing.

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/BurntSushi/toml"

	"shinkyu/corpus"
	"shinkyu/diff/lint"
	"shinkyu/extract"
)

// checkFileName is the file's name, where the reader works or beside corpus.toml.
const checkFileName = ".shinkyu.toml"

type checkFile struct {
	Disable  []string          `toml:"disable"`
	Severity map[string]string `toml:"severity"`
	Terms    struct {
		Known []string `toml:"known"`
	} `toml:"terms"`
	Prefer map[string]string `toml:"prefer"`
}

func readCheckConfig(data []byte) (*lint.Config, error) {
	var file checkFile
	meta, err := toml.Decode(string(data), &file)
	if err != nil {
		return nil, badConfig(err)
	}
	if rest := meta.Undecoded(); len(rest) > 0 {
		return nil, &corpus.Failure{Rule: "config-key", Japanese: fmt.Sprintf("%q という項目はありません", rest[0].String()), English: fmt.Sprintf("there is no key %q", rest[0].String()),
			HintJA: "項目は disable、[severity]、[terms] known、[prefer] です", HintEN: "the keys are disable, [severity], [terms] known and [prefer]"}
	}
	out := &lint.Config{Disable: file.Disable, Known: file.Terms.Known, Prefer: file.Prefer, Severity: map[string]corpus.Severity{}}
	for _, id := range file.Disable {
		if !knownCheck(id) {
			return nil, unknownRule(id)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(file.Severity)) {
		if !knownCheck(id) {
			return nil, unknownRule(id)
		}
		s := corpus.Severity(file.Severity[id])
		if s != corpus.Error && s != corpus.Warning && s != corpus.Info {
			return nil, &corpus.Failure{Rule: "config-severity", Japanese: fmt.Sprintf("%s: %q ではなく error、warning、info のいずれかです", id, s), English: fmt.Sprintf("%s: %q is none of error, warning, info", id, s),
				HintJA: id + ` = "warning"`, HintEN: id + ` = "warning"`}
		}
		out.Severity[id] = s
	}
	return out, nil
}

// knownCheck reports whether id names a check or a finding of reading.
func knownCheck(id string) bool {
	return lint.ByID(id) != nil || slices.Contains(extract.Findings(), id)
}

func badConfig(err error) error {
	var pe toml.ParseError
	line, message := 0, err.Error()
	if errors.As(err, &pe) {
		line, message = pe.Position.Line, pe.Message
		if message == "" {
			message = pe.Error()
		}
	}
	return &corpus.Failure{Rule: "config-syntax", Japanese: fmt.Sprintf("%d 行目: TOML として読めません: %s", line, message), English: fmt.Sprintf("line %d: not valid TOML: %s", line, message),
		HintJA: "文字列は \"…\" で囲んでください", HintEN: "put text in quotes: \"…\""}
}
