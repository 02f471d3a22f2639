package main

// DOC@DATE and DOC@REV: a text of the corpus where a command wants a file.

import (
	"os"
	"strings"

	"github.com/spf13/cobra"

	"shinkyu/corpus"
	"shinkyu/extract"
	"shinkyu/render/past"
)

// versionOf splits joho-kitei@2023-08-01; ok is false for the name of a file that is there.
func versionOf(arg string) (doc, at string, ok bool) {
	i := strings.LastIndex(arg, "@")
	if i <= 0 || i == len(arg)-1 {
		return "", "", false
	}
	if _, err := os.Stat(arg); err == nil {
		return "", "", false
	}
	return arg[:i], arg[i+1:], true
}

// versionText is the text that DOC@DATE names; with before the one that the revision there amended.
func (a *app) versionText(cmd *cobra.Command, f *archiveFlags, doc, at string, before bool) (*extract.Content, error) {
	c, err := a.openArchive(f)
	if err != nil {
		return nil, err
	}
	rule, err := findRule(c, doc)
	if err != nil {
		return nil, err
	}
	cut, err := a.cut(rule, until{at: at})
	if err != nil {
		return nil, err
	}
	if before {
		if len(cut.Revisions) == 1 {
			return nil, &corpus.Failure{Rule: "first-revision",
				Japanese: rule.ID + " の最初の版です。比べる前の版がありません", English: "this is the first revision of " + rule.ID + ": there is none before it",
				HintJA: "shinkyu log " + rule.ID + " は版を一覧にします", HintEN: "shinkyu log " + rule.ID + " lists the revisions"}
		}
		cut.Revisions = cut.Revisions[:len(cut.Revisions)-1]
	}
	p, err := a.followRule(cmd.Context(), c, cut)
	if err != nil {
		return nil, err
	}
	return versionContent(p), nil
}

// versionContent names a text by its document and its revision.
func versionContent(p *past.Past) *extract.Content {
	last := p.States[len(p.States)-1].Revision
	return &extract.Content{Source: corpus.Source{Name: p.Rule.ID + "@" + last.ID, Format: "text"}, Document: p.Text}
}

// operand reads an argument of diff: a file, or a text of the corpus.
func (a *app) operand(cmd *cobra.Command, arg string, in extract.Format, f *archiveFlags) (*extract.Content, error) {
	if doc, at, ok := versionOf(arg); ok {
		return a.versionText(cmd, f, doc, at, false)
	}
	return a.read(cmd, arg, in)
}
